"""A session's clock: the current step, its time, and the time credited to each step.

It is driven from outside: every call gets the time in seconds of a monotonic clock. Between two calls the session runs
on through any number of steps; a long gap (the machine slept, the program was stopped) pauses it instead, and none of
the gap is credited.
"""

from collections.abc import Sequence
from typing import Literal

from heeldiary.domain.routine.cue import Cue
from heeldiary.domain.routine.routine import Routine, Step, session_steps
from heeldiary.domain.routine.tempo import Rhythm, beats_from, rhythm_at
from heeldiary.domain.scales import FEET, Foot

GAP_SECONDS = 3.0
"""A longer time between two calls is a gap: it is unknown whether hands were on the foot."""

LONGER_SECONDS = 30
"""The least extension of a step; with a tempo it is whole repetitions."""

LONGEST_SECONDS = 30 * 60
"""The longest step."""

LAST_SECONDS = 3
"""How long before its end a step is announced."""

Phase = Literal["idle", "ready", "running", "done"]
"""Not started; resting or getting ready; hands on the foot; over."""

StepState = Literal["todo", "active", "done", "skipped"]


class Session:
    """A session of a routine on one foot or both."""

    def __init__(self, routine: Routine, feet: Sequence[Foot], ready_seconds: int) -> None:
        """`ready_seconds` is the time to get ready before each step, unless the routine has its own."""
        self.routine = routine
        self.ready_seconds = routine.ready_seconds or ready_seconds
        self.extra: dict[tuple[Foot, int], int] = {}
        """The extra seconds of steps."""
        self._last = 0.0
        self.phase: Phase = "idle"
        self._finished_in: Phase = "idle"
        self.paused = False
        self.gap: float | None = None
        """The seconds of a gap the person has not answered yet."""
        self.elapsed = 0.0
        """The elapsed seconds of the current phase."""
        self.carried = 0.0
        """The elapsed seconds of the current step when it was interrupted."""
        self.rest_seconds = 0.0
        """The rest before getting ready, in the current phase."""
        self.credited: dict[tuple[Foot, int], float] = {}
        """The credited seconds of each step, in the order started."""
        self.left: set[int] = set()
        """The indices of the steps that ended or were left."""
        self.number = 0
        """The index of the current step."""
        self.touched: Step | None = None
        """The index of the last step with hands on the foot."""
        self.steps = session_steps(routine, feet)

    @property
    def step(self) -> Step:
        """The current step; the last one when it is over."""
        return self.steps[self.number]

    @property
    def feet(self) -> tuple[Foot, ...]:
        """The feet, in order."""
        return tuple(dict.fromkeys(step.foot for step in self.steps))

    @property
    def running(self) -> bool:
        """Whether the clock is running."""
        return self.phase in ("ready", "running") and not self.paused

    @property
    def begun(self) -> bool:
        """Whether it has started and is not over."""
        return self.phase in ("ready", "running")

    @property
    def was_finished(self) -> bool:
        """Whether it is over because `finish` was called before its end."""
        return self.phase == "done" and self._finished_in in ("ready", "running")

    def length(self, step: Step) -> int:
        """Return a step's seconds, including extra ones."""
        return step.seconds + self.extra.get(step.key, 0)

    @property
    def remaining(self) -> float:
        """The seconds left of the current phase; negative when a soft step counts on."""
        if self.phase == "ready":
            return self._until_start
        return self.length(self.step) - self.elapsed if self.phase == "running" else float(self.length(self.step))

    @property
    def resting(self) -> bool:
        """Whether a rest is running."""
        return self.phase == "ready" and self.elapsed < self.rest_seconds

    @property
    def rhythm(self) -> Rhythm | None:
        """The tempo's position; None if there is none now."""
        step = self.step
        return rhythm_at(step, self.elapsed, self.length(step)) if step.tempo and self.phase == "running" else None

    @property
    def until_change(self) -> float:
        """The seconds until the next cue or change, if no key is pressed."""
        if self.phase == "ready":
            return self.rest_seconds - self.elapsed if self.resting else self._until_start
        step, length = self.step, self.length(self.step)
        ahead = [length - LAST_SECONDS, length, self.last_second(step), *beats_from(step, self.elapsed, length)]
        return min((at - self.elapsed for at in ahead if at > self.elapsed), default=0.0)

    @property
    def remaining_in_all(self) -> float:
        """The seconds left in the session, without getting ready."""
        if self.phase == "done":
            return 0.0
        left_of_step = max(0.0, self.length(self.step) - (self.elapsed if self.phase == "running" else self.carried))
        again = {number for number in self.left if number > self.number and self.steps[number].foot == self.step.foot}
        ahead = {*range(len(self.steps))} - self.left - {self.number} | again
        return left_of_step + sum(self.length(self.steps[number]) for number in ahead)

    def step_state(self, number: int) -> StepState:
        """Return the state of a step. If left before half its time, it counts as skipped."""
        if self.begun and number == self.number:
            return "active"
        if number in self.left:
            return "done" if self._was_done(self.steps[number]) else "skipped"
        return "todo"

    def finished(self, foot: Foot) -> bool:
        """Return whether every step of a foot was done."""
        return all(self._was_done(step) for step in self.steps if step.foot == foot)

    def start(self, now: float) -> list[Cue]:
        """Start by getting ready."""
        self._last = now
        return self._get_ready(0)

    def pause(self, now: float) -> list[Cue]:
        """Pause."""
        cues = self.advance(now)
        self.paused = self.begun
        return cues

    def go_on(self, now: float) -> list[Cue]:
        """Continue; the time of the pause is not credited."""
        cues = self.advance(now)
        self._last, self.paused, self.gap = now, False, None
        return cues

    def answer_gap(self, now: float, massaged: bool) -> list[Cue]:
        """Answer whether the massage continued during a gap, and go on; if so, credit it up to the step's end."""
        cues = self.advance(now)
        seconds, self.gap = self.gap, None
        if massaged and seconds and self.phase == "running":
            cues += self._pass(min(seconds, max(0.0, self._until_end)))
        return cues + self.go_on(now)

    def next(self, now: float) -> list[Cue]:
        """Go to the next step; in a rest, get ready at once."""
        cues = self.advance(now)
        if self.resting:
            return cues + self._get_ready(self.number)
        return cues + self._leave(rest=False) if self.begun else cues

    def previous(self, now: float) -> list[Cue]:
        """Go back one step and repeat it; credited time stays."""
        cues = self.advance(now)
        return cues + self._get_ready(max(0, self.number - 1)) if self.begun else cues

    def longer(self, now: float) -> list[Cue]:
        """Extend the current step."""
        cues = self.advance(now)
        step = self.step
        more = -(-LONGER_SECONDS // step.cycle_seconds) * step.cycle_seconds if step.tempo else LONGER_SECONDS
        if self.begun and self.length(step) + more <= LONGEST_SECONDS:
            self.extra[step.key] = self.extra.get(step.key, 0) + more
        return cues

    def other_foot(self, now: float) -> list[Cue]:
        """Go to the other foot's first open step, adding that foot to the session if needed; a pause stays.

        A foot without any credited time is replaced by the other.
        """
        cues, paused = self.advance(now), self.paused
        if not self.begun:
            return cues
        this_foot = self.step.foot
        other = FEET[1 - FEET.index(this_foot)]
        if not any(step.foot == other for step in self.steps):
            added = tuple(step._replace(foot=other) for step in self.steps if step.foot == this_foot)
            untouched = not any(self.credited.get(step.key) for step in self.steps if step.foot == this_foot)
            self.steps = added if untouched else self.steps + added
            self.left = set() if untouched else self.left
        cues += self._get_ready(self._first_open(other))
        self.paused = paused
        return [] if paused else cues

    def finish(self, now: float) -> list[Cue]:
        """Finish now; credited time stays."""
        cues = self.advance(now)
        self._finished_in, self.phase, self.paused, self.gap = self.phase, "done", False, None
        return [*cues, Cue("finish")]

    def unfinish(self) -> bool:
        """Return, paused, to where `finish` was called; False if the session ended by itself."""
        if was_finished := self.was_finished:
            self.phase, self.paused = self._finished_in, True
        return was_finished

    def advance(self, now: float) -> list[Cue]:
        """Advance to `now`; return the cues."""
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
        """The seconds left of resting and getting ready."""
        return self.rest_seconds + self.ready_seconds - self.elapsed

    @property
    def _until_end(self) -> float:
        """The seconds until the phase ends by itself."""
        return self._until_start if self.phase == "ready" else self.last_second(self.step) - self.elapsed

    def last_second(self, step: Step) -> int:
        """Return when a step ends by itself: a soft one counts on to the cap, or to its extended time."""
        return max(self.length(step), step.cap_seconds) if step.soft else self.length(step)

    def _pass(self, seconds: float) -> list[Cue]:
        """Advance within a phase, up to its next change."""
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
        """Go to the next open step, after its rest if it has one; after the last one the session is over."""
        self.left.add(self.number)
        following = self.number + 1
        if following < len(self.steps) and (self.steps[following].foot == self.step.foot or following not in self.left):
            after = self.steps[following]
            # While the other foot worked, this one rested.
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
        """Return a foot's first open step, else its last one."""
        numbers = [number for number, step in enumerate(self.steps) if step.foot == foot]
        return next((number for number in numbers if number not in self.left), numbers[-1])

    def _was_done(self, step: Step) -> bool:
        return self.credited.get(step.key, 0.0) >= step.seconds / 2
