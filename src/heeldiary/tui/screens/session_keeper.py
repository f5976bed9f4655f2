"""Keeps a running session in the diary step by step: broken off, killed or closed, it is there as a part session."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from heeldiary.domain.entries import Massage, MassageStep, at_text
from heeldiary.domain.points import POINTS
from heeldiary.domain.scales import Feeling, Foot
from heeldiary.domain.session import Session
from heeldiary.store.diary import Diary
from heeldiary.store.sessions import keep_session
from heeldiary.tui.widgets.before_after import When

ROUTINE_NAME = "clinic"
"""The built-in routine's name, as entries keep it."""

SAVE_SECONDS = 5.0
"""How often a running session is saved within a step."""


class SessionKeeper:
    """The entries of one session: one a foot, all one undo step."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._day: date | None = None
        self._ids: dict[Foot, str] = {}
        self._started: dict[Foot, datetime] = {}
        self._ended: dict[Foot, datetime] = {}
        self._saved: set[str] = set()
        self._step: int | None = None
        self.scores: dict[tuple[Foot, When], int] = {}
        """Pain before and after, by foot."""
        self.feelings: dict[tuple[Foot, str], Feeling] = {}
        """What each point felt like."""

    def state(self) -> dict[str, Any]:
        """What it takes to go on keeping the same session, as JSON can hold it."""
        return {
            "day": self._day and self._day.isoformat(),
            "ids": self._ids,
            "started": {foot: at_text(at) for foot, at in self._started.items()},
            "scores": [[*slot, score] for slot, score in self.scores.items()],
            "feelings": [[*step, feeling] for step, feeling in self.feelings.items()],
        }

    @classmethod
    def from_state(cls, diary: Diary, state: Mapping[str, Any], step: int) -> "SessionKeeper":
        """The keeper of a session that was broken off. Raises LookupError, TypeError or ValueError where none was."""
        keeper = cls(diary)
        keeper._day, keeper._step = date.fromisoformat(state["day"]), step
        keeper._ids, keeper._saved = dict(state["ids"]), set(state["ids"].values())
        keeper._started = {foot: datetime.fromisoformat(at) for foot, at in state["started"].items()}
        keeper.scores = {(foot, when): score for foot, when, score in state["scores"]}
        keeper.feelings = {(foot, point): feeling for foot, point, feeling in state["feelings"]}
        return keeper

    def began(self, foot: Foot) -> None:
        """A foot's first step has begun; the session belongs to the day of the very first."""
        if self._day is None:
            self._day = self._diary.today()
        self._started.setdefault(foot, self._diary.now())

    def keep(self, session: Session) -> bool:
        """Save the session as it is; False if it was taken back by an undo, and is gone for good.

        Raises Problem where the diary cannot be written; then the next call saves it all.
        """
        over = session.phase == "done"
        massages: dict[str, Massage] = {}
        for foot in session.feet:
            steps = self._steps(session, foot)
            if steps:
                finished = session.finished(foot)
                if (over or finished) and foot not in self._ended:
                    self._ended[foot] = self._diary.now()
                massages[self._ids.setdefault(foot, self._diary.new_id())] = Massage(
                    foot=foot,
                    steps=steps,
                    routine=ROUTINE_NAME,
                    score_before=self.scores.get((foot, "before")),
                    score_after=self.scores.get((foot, "after")),
                    finished=finished,
                    started_at=self._started.get(foot),
                    ended_at=self._ended.get(foot) if over else None,
                )
        if not massages or self._day is None:
            return True
        state = json.dumps({"session": session.state(), "keeper": self.state()}) if session.begun else None
        step = keep_session(self._diary, self._day, massages, self._saved, self._step, state)
        if step is None:
            return False
        self._step = step
        self._saved |= massages.keys()
        return True

    def is_kept(self) -> bool:
        """Whether what was saved is still there."""
        return not self._saved or any(self._diary.get(entry_id) for entry_id in self._saved)

    def _steps(self, session: Session, foot: Foot) -> tuple[MassageStep, ...]:
        return tuple(
            MassageStep(point, min(1800, round(seconds)), POINTS[point].pressure, self.feelings.get((foot, point)))
            for (on, point), seconds in session.credited.items()
            if on == foot and round(seconds) >= 1
        )
