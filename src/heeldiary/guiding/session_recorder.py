"""Saving a running session step by step: interrupted or killed, it stays as a part session."""

import json
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Literal

from heeldiary.domain.days import diary_day
from heeldiary.domain.entries import Care, Fact, Guided, GuidedStep, Massage, MassageStep, format_at
from heeldiary.domain.routine.routine import RoutineStep, Step
from heeldiary.domain.routine.session import Session
from heeldiary.domain.routine.session_state import session_state
from heeldiary.domain.scales import Feeling, Foot
from heeldiary.domain.text import WORD_LIMIT
from heeldiary.guiding import processes
from heeldiary.guiding.pain_notes import PainNotes
from heeldiary.store.diary import Diary
from heeldiary.store.routine.sessions import save_session

SAVE_SECONDS = 5.0
"""How often a running session is saved within a step."""

_LONGEST_SECONDS = 1800

When = Literal["before", "after"]


class SessionRecorder:
    """The entries of a session: one for each foot, all in one undo step."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._day: date | None = None
        self._ids: dict[Foot, str] = {}
        self._started: dict[Foot, datetime] = {}
        self._ended: dict[Foot, tuple[datetime, int]] = {}
        """When each foot's last step ended, and its seconds then: repeated, it ends again."""
        self._written: dict[str, Fact] = {}
        self._notes = PainNotes()
        self._is_taken_up = False
        self._saved: set[str] = set()
        self._step: int | None = None
        self.scores: dict[tuple[Foot, When], int] = {}
        """Pain before and after, by foot."""
        self.feelings: dict[tuple[Foot, int], Feeling] = {}
        """How each step felt, by foot and index."""
        self.sore: dict[Foot, list[str]] = {}
        """Each foot's sore areas, in the order marked."""

    def state(self) -> dict[str, Any]:
        """Return the state to continue the same session, as JSON values."""
        return {
            "day": self._day and self._day.isoformat(),
            "ids": self._ids,
            "started": {foot: format_at(at) for foot, at in self._started.items()},
            "ended": {foot: [format_at(at), seconds] for foot, (at, seconds) in self._ended.items()},
            "scores": [[*slot, score] for slot, score in self.scores.items()],
            "feelings": [[*step, feeling] for step, feeling in self.feelings.items()],
            "sore": self.sore,
            "notes": self._notes.state(),
        }

    @classmethod
    def from_state(cls, diary: Diary, state: Mapping[str, Any], step: int) -> "SessionRecorder":
        """Return an interrupted session's recorder; raises LookupError, TypeError or ValueError for invalid state."""
        recorder = cls(diary)
        recorder._day, recorder._step = date.fromisoformat(state["day"]), step
        recorder._ids, recorder._saved = dict(state["ids"]), set(state["ids"].values())
        recorder._started = {foot: datetime.fromisoformat(at) for foot, at in state["started"].items()}
        recorder._ended = {foot: (datetime.fromisoformat(at), s) for foot, (at, s) in state.get("ended", {}).items()}
        recorder._is_taken_up = True
        recorder.scores = {(foot, when): score for foot, when, score in state["scores"]}
        recorder.feelings = {(foot, place): feeling for foot, place, feeling in state["feelings"]}
        recorder.sore = {foot: list(spots) for foot, spots in state["sore"].items()}
        recorder._notes = PainNotes.from_state(state.get("notes", {}))
        for foot, entry_id in recorder._ids.items():
            entry = diary.get(entry_id)
            if entry is not None:
                recorder._written[entry_id] = entry.fact
                recorder._take_over(foot, entry.fact)
        return recorder

    def began(self, foot: Foot) -> None:
        """Note that a foot's first step has started. Reads nothing: another program may hold the diary."""
        self._started.setdefault(foot, self._diary.now())

    def mark(self, foot: Foot, spot: str) -> bool:
        """Mark an area as sore, or remove the mark; return whether it is marked now."""
        spots = self.sore.setdefault(foot, [])
        (spots.remove if spot in spots else spots.append)(spot)
        return spot in spots

    def keep(self, session: Session, at_last: bool = False) -> bool:
        """Save the session as it is; False if it was taken back by an undo, and is gone for good.

        `at_last` says that it may never go on. Raises Problem where the diary cannot be written; then the next call
        saves it all.
        """
        self._see_changes()
        facts = self._facts(session)
        is_over = session.phase == "done" or (at_last and session.begun)
        changes = self._notes.changes(self._diary, self.left_over(session)) if facts or is_over else {}
        if not facts and not changes:
            return True
        if self._day is None:
            began = min(self._started.values(), default=self._diary.now())
            self._day = diary_day(began.replace(tzinfo=None), self._diary.settings().day_start)
        notes = self._notes.after(changes)
        recorder = self.state() | {"notes": notes.state()}
        tree = {"process": processes.mark(), "session": session_state(session), "keeper": recorder}
        state = json.dumps(tree) if session.begun else None
        step = save_session(
            self._diary, self._day, facts, self._saved, self._step, state, self._is_taken_up, changes.values()
        )
        if step is None:
            return False
        self._step, self._is_taken_up, self._notes = step, False, notes
        self._saved |= facts.keys()
        self._written |= facts
        return True

    def _facts(self, session: Session) -> dict[str, Fact]:
        """What was done so far, by the ids of the feet's entries."""
        facts: dict[str, Fact] = {}
        for foot in session.feet:
            done = list(_done(session, foot))
            if done:
                spent = sum(seconds for *_, seconds in done)
                if _is_over(session, foot) and (foot not in self._ended or self._ended[foot][1] != spent):
                    self._ended[foot] = self._diary.now(), spent
                facts[self._ids.setdefault(foot, self._diary.new_id())] = self._fact(session, foot, done)
        return facts

    def left_over(self, session: Session) -> dict[Foot, int]:
        """Return the score before the session for each foot on which nothing was done."""
        done = feet_done(session)
        return {
            foot: self.scores[foot, "before"]
            for foot in session.feet
            if foot not in done and (foot, "before") in self.scores
        }

    def _see_changes(self) -> None:
        """Take over scores and marks that were changed in the saved entry meanwhile."""
        for foot, entry_id in self._ids.items():
            written = self._written.get(entry_id)
            entry = self._diary.get(entry_id) if written else None
            if entry is not None and entry.fact != written:
                for when, score in _scores(entry.fact).items():
                    before = _scores(written).get(when)
                    if score != before and self.scores.get((foot, when)) == before:
                        self._set_score(foot, when, score)
                if _sore(entry.fact) != _sore(written) and tuple(self.sore.get(foot, ())) == _sore(written):
                    self.sore[foot] = [*_sore(entry.fact)]

    def _take_over(self, foot: Foot, fact: Fact) -> None:
        self.sore[foot] = [*_sore(fact)]
        for when, score in _scores(fact).items():
            self._set_score(foot, when, score)

    def _set_score(self, foot: Foot, when: When, score: int | None) -> None:
        if score is None:
            self.scores.pop((foot, when), None)
        else:
            self.scores[foot, when] = score

    @property
    def has_saved(self) -> bool:
        """Whether any of it was saved."""
        return bool(self._saved)

    @property
    def entry_ids(self) -> Collection[str]:
        """The ids of the saved entries."""
        return self._saved

    def may_hold(self, foot: Foot) -> bool:
        """Return whether additions to a foot's part will be saved: its entry was not deleted."""
        entry_id = self._ids.get(foot)
        return entry_id not in self._saved or self._diary.get(entry_id or "") is not None

    def is_kept(self) -> bool:
        """Return whether the saved entries still exist."""
        ids = self._saved | self._notes.ids
        return not ids or any(self._diary.get(entry_id) for entry_id in ids)

    def _fact(self, session: Session, foot: Foot, done: list[tuple[Step, RoutineStep, int]]) -> Fact:
        """Return one foot's part of the session as the fact to save."""
        routine = session.routine
        shared: dict[str, Any] = {
            "foot": foot,
            "routine": routine.name,
            "score_before": self.scores.get((foot, "before")),
            "score_after": self.scores.get((foot, "after")),
            "finished": session.finished(foot),
            "started_at": self._started.get(foot),
            "ended_at": self._ended[foot][0] if session.phase == "done" and foot in self._ended else None,
            "sore": tuple(self.sore.get(foot, ())),
        }
        if routine.counts_as == "massage":
            return Massage(
                **shared,
                steps=tuple(
                    MassageStep(step.point, seconds, _pressure(step_foot), self.feelings.get(step.key))
                    for step, step_foot, seconds in done
                ),
            )
        steps = tuple(
            GuidedStep(
                step.point,
                seconds,
                int(min(_LONGEST_SECONDS, session.credited[step.key]) // step.cycle_seconds) if step.tempo else None,
                self.feelings.get(step.key),
            )
            for step, _, seconds in done
        )
        minutes = (sum(step.seconds for step in steps) + 30) // 60 or None
        return Care(routine.counts_as, minutes, session=Guided(**shared, steps=steps))


def feet_done(session: Session) -> tuple[Foot, ...]:
    """The feet that something was done on, which are those that get an entry."""
    return tuple(foot for foot in session.feet if any(_done(session, foot)))


def _scores(fact: Fact | None) -> dict[When, int | None]:
    """Return the scores of a session's entry."""
    scored = fact.session if isinstance(fact, Care) else fact
    return {"before": scored.score_before, "after": scored.score_after} if isinstance(scored, (Massage, Guided)) else {}


def _sore(fact: Fact | None) -> tuple[str, ...]:
    """Return the marks of a session's entry."""
    session = fact.session if isinstance(fact, Care) else fact
    return session.sore if isinstance(session, (Massage, Guided)) else ()


def _is_over(session: Session, foot: Foot) -> bool:
    """Return whether the session is over, or all of a foot's steps have ended or were left."""
    numbers = {number for number, step in enumerate(session.steps) if step.foot == foot}
    return session.phase == "done" or numbers <= session.left


def _pressure(step: RoutineStep) -> str | None:
    """Return how hard to press, in one word's length; None if it is not described."""
    return " ".join(step.description.pressure.lower().split())[:WORD_LIMIT].strip() or None


def _done(session: Session, foot: Foot) -> Iterator[tuple[Step, RoutineStep, int]]:
    """Return the steps done on a foot, in order, each with its whole seconds."""
    steps = {step.key: step for step in session.steps}
    for key, seconds in session.credited.items():
        if key[0] == foot and round(seconds) >= 1:
            step = steps[key]
            yield step, session.routine.steps[step.of], min(_LONGEST_SECONDS, round(seconds))
