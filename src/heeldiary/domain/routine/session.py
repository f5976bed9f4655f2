"""The routine's clock: which point is massaged, for how long, and what is credited to it.

It is driven from outside: every call is told the time, in seconds of a clock that only goes forward. Between two
calls the session runs on, through as many steps as the time is long; a gap too long to be trusted (the machine
slept, the program was stopped) pauses it instead, and nothing of the gap is credited.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from heeldiary.domain.routine.routine import Routine, Step, session_steps
from heeldiary.domain.routine.tempo import Rhythm, beats_from, rhythm_at
from heeldiary.domain.scales import FEET, Foot

GAP_SECONDS = 3.0
"""A longer silence between two calls is a gap: nobody knows whether hands were on the foot."""

LONGER_SECONDS = 30
"""What a step is lengthened by at least; one with a tempo by whole repetitions."""

LONGEST_SECONDS = 30 * 60
"""The most for one step."""

LAST_SECONDS = 3
"""The end of a step is announced so many seconds before."""

Phase = Literal["idle", "ready", "running", "done"]
"""Not begun; a rest or a moment to get ready; hands on the foot; over."""

StepState = Literal["todo", "active", "done", "skipped"]


class Cue(NamedTuple):
    """Something to be heard and seen."""

    kind: Literal["rest", "ready", "start", "beat", "last", "enough", "finish", "gap"]
    step: Step | None = None
    seconds: float = 0
    """Of a gap or a rest: how long it is."""
    word: str = ""
    """Of a start or a beat: what the tempo says to do."""


class Session:
    """A session of the routine on one foot or on both, each in full."""

    def __init__(self, routine: Routine, feet: Sequence[Foot], ready_seconds: int) -> None:
        """`ready_seconds` are those to get ready before each step, where the routine has none of its own."""
        self.routine = routine
        self.ready_seconds = routine.ready_seconds or ready_seconds
        self.extra: dict[tuple[Foot, int], int] = {}
        """Seconds that steps were given beyond their own."""
        self._last = 0.0
        self.phase: Phase = "idle"
        self.paused = False
        self.gap: float | None = None
        """Seconds that went by unseen and paused it; nobody has said yet whether hands were on the foot."""
        self.elapsed = 0.0
        """Seconds gone by in the present phase of the present step."""
        self.carried = 0.0
        """Seconds of the present step that had gone by when it was broken off."""
        self.rest_seconds = 0.0
        """Of the present phase, before the moment to get ready."""
        self.credited: dict[tuple[Foot, int], float] = {}
        """Seconds with hands on the foot at each step, in the order first touched."""
        self.left: set[int] = set()
        """The numbers of the steps that came to their end or were left by the person."""
        self.number = 0
        """The present step's, counted from 0."""
        self.touched: Step | None = None
        """The step that hands were on last."""
        self.steps = session_steps(routine, feet)

    @property
    def step(self) -> Step:
        """The present step; the last one when it is over."""
        return self.steps[self.number]

    @property
    def feet(self) -> tuple[Foot, ...]:
        """The feet in their order."""
        return tuple(dict.fromkeys(step.foot for step in self.steps))

    @property
    def running(self) -> bool:
        """Whether time goes by."""
        return self.phase in ("ready", "running") and not self.paused

    @property
    def begun(self) -> bool:
        """Whether it was started and is not over."""
        return self.phase in ("ready", "running")

    def length(self, step: Step) -> int:
        """A step's seconds with what was added to it."""
        return step.seconds + self.extra.get(step.key, 0)

    @property
    def remaining(self) -> float:
        """Seconds left of the present phase; below 0 when a soft step counts on."""
        if self.phase == "ready":
            return self._until_start
        return self.length(self.step) - self.elapsed if self.phase == "running" else float(self.length(self.step))

    @property
    def resting(self) -> bool:
        """Whether there is a rest before the moment to get ready."""
        return self.phase == "ready" and self.elapsed < self.rest_seconds

    @property
    def rhythm(self) -> Rhythm | None:
        """Where the present step's tempo is; None while nothing is to be done in time."""
        step = self.step
        return rhythm_at(step, self.elapsed, self.length(step)) if step.tempo and self.phase == "running" else None

    @property
    def until_change(self) -> float:
        """Seconds until there is something to be heard or seen, if nobody presses a key."""
        if self.phase == "ready":
            return self.rest_seconds - self.elapsed if self.resting else self._until_start
        step, length = self.step, self.length(self.step)
        ahead = [length - LAST_SECONDS, length, self._end(step), *beats_from(step, self.elapsed, length)]
        return min((at - self.elapsed for at in ahead if at > self.elapsed), default=0.0)

    @property
    def remaining_in_all(self) -> float:
        """Seconds of massage left in the whole session, without the moments to get ready."""
        if self.phase == "done":
            return 0.0
        here = max(0.0, self.length(self.step) - (self.elapsed if self.phase == "running" else self.carried))
        again = {number for number in self.left if number > self.number and self.steps[number].foot == self.step.foot}
        ahead = {*range(len(self.steps))} - self.left - {self.number} | again
        return here + sum(self.length(self.steps[number]) for number in ahead)

    def step_state(self, number: int) -> StepState:
        """How far a step is. Left before half its time it counts as skipped."""
        if self.begun and number == self.number:
            return "active"
        if number in self.left:
            return "done" if self._was_done(self.steps[number]) else "skipped"
        return "todo"

    def finished(self, foot: Foot) -> bool:
        """Whether every step of a foot was done."""
        return all(self._was_done(step) for step in self.steps if step.foot == foot)

    def start(self, now: float) -> list[Cue]:
        """Begin, with a moment to get ready."""
        self._last = now
        return self._get_ready(0)

    def pause(self, now: float) -> list[Cue]:
        """Stop the time."""
        cues = self.advance(now)
        self.paused = self.begun
        return cues

    def go_on(self, now: float) -> list[Cue]:
        """Let the time run again; what went by while it was paused is nobody's."""
        cues = self.advance(now)
        self._last, self.paused, self.gap = now, False, None
        return cues

    def answer_gap(self, now: float, massaged: bool) -> list[Cue]:
        """Say whether the massage went on through the gap, and go on; if it did, it counts up to the step's end."""
        cues = self.advance(now)
        seconds, self.gap = self.gap, None
        if massaged and seconds and self.phase == "running":
            cues += self._pass(min(seconds, max(0.0, self._until_end)))
        return cues + self.go_on(now)

    def next(self, now: float) -> list[Cue]:
        """Leave the present step and get ready for the next; in a rest, get ready at once."""
        cues = self.advance(now)
        if self.resting:
            return cues + self._get_ready(self.number)
        return cues + self._leave(rest=False) if self.begun else cues

    def previous(self, now: float) -> list[Cue]:
        """Go one step back and do it again; what was credited stays."""
        cues = self.advance(now)
        return cues + self._get_ready(max(0, self.number - 1)) if self.begun else cues

    def longer(self, now: float) -> list[Cue]:
        """Give the present step more time."""
        cues = self.advance(now)
        step = self.step
        more = -(-LONGER_SECONDS // step.cycle_seconds) * step.cycle_seconds if step.tempo else LONGER_SECONDS
        if self.begun and self.length(step) + more <= LONGEST_SECONDS:
            self.extra[step.key] = self.extra.get(step.key, 0) + more
        return cues

    def other_foot(self, now: float) -> list[Cue]:
        """Go to the other foot's first open step, taking that foot into the session if it was not in it.

        A foot on which nothing was done yet leaves the session for the other.
        """
        cues = self.advance(now)
        if not self.begun:
            return cues
        here = self.step.foot
        other = FEET[1 - FEET.index(here)]
        if not any(step.foot == other for step in self.steps):
            added = tuple(step._replace(foot=other) for step in self.steps if step.foot == here)
            untouched = not any(self.credited.get(step.key) for step in self.steps if step.foot == here)
            self.steps = added if untouched else self.steps + added
            self.left = set() if untouched else self.left
        return cues + self._get_ready(self._first_open(other))

    def finish(self, now: float) -> list[Cue]:
        """End here and keep what was done."""
        cues = self.advance(now)
        self.phase, self.paused, self.gap = "done", False, None
        return [*cues, Cue("finish")]

    def advance(self, now: float) -> list[Cue]:
        """Let time go by up to `now`; returns what there is to be heard and seen of it."""
        gone, self._last = now - self._last, now
        if not self.running:
            return []
        if not 0 <= gone <= GAP_SECONDS:
            self.paused, self.gap = True, max(0.0, gone)
            return [Cue("gap", self.step, self.gap)]
        cues: list[Cue] = []
        while gone > 0 and self.running:
            part = min(gone, max(0.0, self.until_change))
            cues += self._pass(part)
            gone -= part
        return cues

    @property
    def _until_start(self) -> float:
        """Seconds of rest and of getting ready that are left."""
        return self.rest_seconds + self.ready_seconds - self.elapsed

    @property
    def _until_end(self) -> float:
        """Seconds until the phase changes by itself."""
        return self._until_start if self.phase == "ready" else self._end(self.step) - self.elapsed

    def _end(self, step: Step) -> int:
        """When a step ends by itself: a soft one counts on to the cap, unless it was given more than that."""
        return max(self.length(step), step.cap_seconds) if step.soft else self.length(step)

    def _pass(self, seconds: float) -> list[Cue]:
        """Let time go by within one phase, up to its next change."""
        step, length, cues = self.step, self.length(self.step), list[Cue]()
        beats = beats_from(step, self.elapsed, length)
        before, self.elapsed = self.elapsed, self.elapsed + seconds
        if self.phase == "ready":
            if before < self.rest_seconds <= self.elapsed:
                cues.append(Cue("ready", step))
            if self._until_start <= 0:
                self.phase, self.elapsed, self.carried = "running", self.carried, 0.0
                rhythm = self.rhythm
                cues.append(Cue("start", step, word=rhythm.word if rhythm else ""))
            return cues
        self.touched = step
        self.credited[step.key] = self.credited.get(step.key, 0.0) + seconds
        cues += [Cue("beat", step, word=word) for at, word in beats.items() if before < at <= self.elapsed]
        if not step.tempo and before < length - LAST_SECONDS <= self.elapsed:
            cues.append(Cue("last", step))
        if step.soft and before < length <= self.elapsed:
            cues.append(Cue("enough", step))
        if self._until_end <= 0:
            cues += self._leave(rest=True)
        return cues

    def _leave(self, rest: bool) -> list[Cue]:
        """Go from the present step to the next open one, after a rest if it has one; after the last one it is over."""
        self.left.add(self.number)
        following = self.number + 1
        if following < len(self.steps) and (self.steps[following].foot == self.step.foot or following not in self.left):
            after = self.steps[following]
            # While the other foot worked, this one has rested.
            rested = self.length(self.step) + self.ready_seconds if after.foot != self.step.foot else 0
            return self._get_ready(following, after.rest_seconds - rested if rest else 0)
        open_steps = [number for number in range(len(self.steps)) if number not in self.left]
        if open_steps:
            return self._get_ready(open_steps[0])
        self.phase = "done"
        return [Cue("finish", self.step)]

    def _get_ready(self, number: int, rest_seconds: int = 0) -> list[Cue]:
        self.number, self.phase, self.paused, self.gap = number, "ready", False, None
        self.elapsed = self.carried = 0.0
        self.rest_seconds = max(0, rest_seconds - self.ready_seconds)
        return [Cue("rest", self.step, self.rest_seconds)] if self.rest_seconds else [Cue("ready", self.step)]

    def _first_open(self, foot: Foot) -> int:
        """A foot's first step that was not left yet, else its last one."""
        numbers = [number for number, step in enumerate(self.steps) if step.foot == foot]
        return next((number for number in numbers if number not in self.left), numbers[-1])

    def _was_done(self, step: Step) -> bool:
        return self.credited.get(step.key, 0.0) >= step.seconds / 2
