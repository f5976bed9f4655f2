"""A running session with its clock, its entries in the diary, its scores and its sounds."""

import json
from collections.abc import Callable, Mapping

from heeldiary.domain.routine.cue import Cue
from heeldiary.domain.routine.routine import Routine
from heeldiary.domain.routine.session import Session
from heeldiary.domain.routine.session_state import session_from_state
from heeldiary.domain.scales import FEET, HIGHEST, Feeling, Foot
from heeldiary.domain.settings import Settings
from heeldiary.domain.ten_typing import TenTyping
from heeldiary.errors import BadInput
from heeldiary.guiding import processes
from heeldiary.guiding.cues import CuePlayer, CueSounds, Sound, format_cue
from heeldiary.guiding.session_recorder import SAVE_SECONDS, SessionRecorder, When, feet_done
from heeldiary.store.diary import Diary
from heeldiary.store.routine.sessions import OpenSession

OpenSlot = tuple[Foot, When]
"""Where a score goes: the foot, before or after."""


class SessionRun:
    """A run of a routine, from before its start until after its end."""

    def __init__(
        self,
        diary: Diary,
        settings: Settings,
        routine: Routine,
        feet: tuple[Foot, ...],
        seconds: Callable[[], float],
        voice: CuePlayer,
    ) -> None:
        self.settings = settings
        """The current settings, which the cues follow."""
        self.feet = feet or settings.affected_feet or FEET[:1]
        self.session = Session(routine, self.feet, settings["ready-seconds"])
        self.recorder = SessionRecorder(diary)
        self._diary = diary
        self._seconds = seconds
        self._voice = voice
        self._sounds = CueSounds()
        self._turns: dict[When, int] = {"before": 0, "after": 0}
        self._ten = TenTyping()
        self._scored: OpenSlot | None = None
        self._sharp: tuple[Foot, int] | None = None  # the step that was sharp, if that was said last
        self._kept_at = 0.0
        self.sound: Sound = "ready"
        """The sound of the last cue, even if muted."""

    def go_on_with(self, broken_off: OpenSession) -> bool:
        """Continue an interrupted session, paused.

        Returns False if its state is unreadable or it is still open in another window.
        """
        try:
            state = json.loads(broken_off.state)
            if processes.runs_elsewhere(state.get("process")):
                return False
            session = session_from_state(state["session"])
            recorder = SessionRecorder.from_state(self._diary, state["keeper"], broken_off.step)
        except (LookupError, TypeError, ValueError, AttributeError, BadInput):
            return False
        self.session, self.recorder, self.feet = session, recorder, session.feet
        return True

    @property
    def routine(self) -> Routine:
        """The routine."""
        return self.session.routine

    @property
    def slot(self) -> OpenSlot:
        """Where a digit goes: before, until it is over; then after, for the feet that something was done on."""
        session = self.session
        if session.begun:
            present = session.step.foot
            feet = (present, *(foot for foot in session.feet if foot != present))
            return next((foot for foot in feet if (foot, "before") not in self.recorder.scores), present), "before"
        when: When = "after" if session.phase == "done" else "before"
        feet = self.feet_scored
        return feet[self._turns[when] % len(feet)], when

    @property
    def feet_scored(self) -> tuple[Foot, ...]:
        """The feet whose pain is asked for: after the session those that something was done on."""
        return (feet_done(self.session) if self.session.phase == "done" else ()) or self.session.feet

    @property
    def has_done(self) -> bool:
        """Whether there is anything to save a session with."""
        return bool(feet_done(self.session))

    @property
    def left_over(self) -> Mapping[Foot, int]:
        """The pain before of the feet that nothing was done on."""
        return self.recorder.left_over(self.session)

    def do(self, step: Callable[[float], list[Cue]]) -> list[Cue]:
        """Call a method of the session now and play its cues; return them."""
        cues = step(self._seconds())
        for cue in cues:
            if cue.step and cue.kind == "start":
                self.recorder.began(cue.step.foot)
        for cue in cues:
            self.sound = self._sounds.of(cue)
        if cues and self.settings["sound"]:
            # Of several at once, the last is current.
            words = format_cue(self.sound, cues[-1], self.routine)
            self._voice.play(self.sound, words, self.settings["cue-command"])
        elif not self.session.running:
            self.silence()
        return cues

    def silence(self) -> None:
        """Stop the current sound."""
        self._voice.silence()

    def keep(self, at_last: bool = False) -> bool:
        """Save it as far as it is; False if it was taken back meanwhile. Raises Problem where it cannot be saved.

        `at_last` says that it may never go on.
        """
        is_saved = self.recorder.keep(self.session, at_last)
        # Nothing is saved yet of a session that has just started: it is retried soon.
        self._kept_at = self._seconds() - (0 if self.recorder.has_saved else SAVE_SECONDS - 1)
        return is_saved

    def keep_is_due(self) -> bool:
        """Return whether a save within a step is due."""
        return self._seconds() - self._kept_at >= SAVE_SECONDS

    def score(self, digit: int) -> tuple[OpenSlot, int]:
        """Score pain before or after by a digit, 1 then 0 for ten; return where it went, and the score.

        In a session on both feet, the next digit goes to the other foot.
        """
        ten = self._ten.completes_ten(digit, "session", self._seconds())
        slot = self._scored if ten and self._scored else self.slot
        self.recorder.scores[slot] = HIGHEST if ten else digit
        self._scored = slot
        if not ten and not self.session.begun:
            self.turn()
        return slot, self.recorder.scores[slot]

    def feel(self, feeling: Feeling) -> str:
        """Record how the current step felt (between steps, the one just done); return its name."""
        session = self.session
        step = session.step if session.phase == "running" else session.touched or session.step
        self._sharp = step.key if feeling == "sharp" else None
        self.recorder.feelings[step.key] = feeling
        return f"{self.routine.steps[step.of].description.title}: {feeling}."

    def unfinish(self) -> bool:
        """Return, paused, to a session that a key or a sharp step ended; False if it ended by itself."""
        if not self.session.unfinish():
            return False
        if self._sharp is not None:
            self.recorder.feelings.pop(self._sharp, None)
            self._sharp = None
        return True

    def holds_marks(self, foot: Foot) -> bool:
        """Return whether a foot's marks are saved with the session: once it has something else of that foot to save."""
        done = self.session.credited.items()
        return any(key[0] == foot and round(seconds) >= 1 for key, seconds in done) and self.recorder.may_hold(foot)

    def turn(self) -> None:
        """Switch the foot of the next score, if the session has two."""
        self._turns[self.slot[1]] += 1
