"""The routine's clock: which point is massaged, for how long, and what is credited to it.

It is driven from outside: every call is told the time, in seconds of a clock that only goes forward. Between two
calls the session runs on, through as many steps as the time is long; a gap too long to be trusted (the machine
slept, the program was stopped) pauses it instead, and nothing of the gap is credited.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from heeldiary.domain.scales import FEET, Foot

GAP_SECONDS = 3.0
"""A longer silence between two calls is a gap: nobody knows whether hands were on the foot."""

LONGER_SECONDS = 30
LONGEST_SECONDS = 30 * 60
"""The most for one point."""

SOFT_CAP_SECONDS = 5 * 60
"""A soft step counts on past its time until the person goes on, but no longer than this."""

LAST_SECONDS = 3
"""The end of a step is announced so many seconds before."""

Phase = Literal["idle", "ready", "running", "done"]
"""Not begun; a moment to get ready; hands on the foot; over."""

StepState = Literal["todo", "active", "done", "skipped"]


class Step(NamedTuple):
    """One point of one foot."""

    foot: Foot
    point: str
    seconds: int
    soft: bool = False
    """Counts on past its time until the person goes on."""


class Cue(NamedTuple):
    """Something to be heard and seen."""

    kind: Literal["ready", "start", "last", "enough", "finish", "gap"]
    step: Step | None = None
    seconds: float = 0
    """Of a gap: how long it was."""


class Session:
    """A session of the routine on one foot or on both, each in full."""

    def __init__(self, points: Iterable[tuple[str, int, bool]], feet: Sequence[Foot], ready_seconds: int) -> None:
        """`points` are name, seconds and whether it is soft, in order; every foot gets all of them."""
        self._points = tuple(points)
        self._ready_seconds = ready_seconds
        self._extra: dict[tuple[Foot, str], int] = {}
        self._last = 0.0
        self.phase: Phase = "idle"
        self.paused = False
        self.gap: float | None = None
        """Seconds that went by unseen and paused it; nobody has said yet whether hands were on the foot."""
        self.elapsed = 0.0
        """Seconds gone by in the present phase of the present step."""
        self._carried = 0.0
        """Seconds of the present step that had gone by when it was broken off."""
        self.credited: dict[tuple[Foot, str], float] = {}
        """Seconds with hands on each point, in the order first touched."""
        self.left: set[int] = set()
        """The numbers of the steps that came to their end or were left by the person."""
        self.number = 0
        """The present step's, counted from 0."""
        self.touched: Step | None = None
        """The step that hands were on last."""
        self.steps: tuple[Step, ...] = ()
        self.choose(feet)

    def state(self) -> dict[str, Any]:
        """Where it is, as JSON can hold it: so that it can go on after the program was closed or killed."""
        gone = self.elapsed if self.phase == "running" else self._carried
        return {
            "points": [list(point) for point in self._points],
            "ready_seconds": self._ready_seconds,
            "steps": [list(step) for step in self.steps],
            "extra": [[*key, seconds] for key, seconds in self._extra.items()],
            "credited": [[*key, seconds] for key, seconds in self.credited.items()],
            "left": sorted(self.left),
            "number": self.number,
            "gone": gone,
        }

    @classmethod
    def from_state(cls, state: Mapping[str, Any]) -> "Session":
        """The session that was there, paused. Raises LookupError, TypeError or ValueError where that was none."""
        session = cls([(name, seconds, soft) for name, seconds, soft in state["points"]], (), state["ready_seconds"])
        session.steps = tuple(Step(*step) for step in state["steps"])
        session._extra = {(foot, point): seconds for foot, point, seconds in state["extra"]}
        session.credited = {(foot, point): seconds for foot, point, seconds in state["credited"]}
        session.left = set(state["left"])
        session.number, session._carried = state["number"], float(state["gone"])
        session.touched = session.step if (session.step.foot, session.step.point) in session.credited else None
        session.phase, session.paused = "ready", True
        return session

    def choose(self, feet: Sequence[Foot]) -> None:
        """Choose the feet, before the session has begun."""
        assert self.phase == "idle"
        self.steps = tuple(Step(foot, *point) for foot in feet for point in self._points)

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
        return step.seconds + self._extra.get((step.foot, step.point), 0)

    @property
    def remaining(self) -> float:
        """Seconds left of the present phase; below 0 when a soft step counts on."""
        if self.phase == "ready":
            return self._ready_seconds - self.elapsed
        return self.length(self.step) - self.elapsed if self.phase == "running" else float(self.length(self.step))

    @property
    def remaining_in_all(self) -> float:
        """Seconds of massage left in the whole session, without the moments to get ready."""
        if self.phase == "done":
            return 0.0
        here = max(0.0, self.length(self.step) - (self.elapsed if self.phase == "running" else self._carried))
        return here + sum(self.length(step) for step in self.steps[self.number + 1 :])

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
            cues += self._pass(min(seconds, max(0.0, self._until_change())))
        return cues + self.go_on(now)

    def next(self, now: float) -> list[Cue]:
        """Leave the present step and get ready for the next."""
        cues = self.advance(now)
        return cues + self._leave() if self.begun else cues

    def previous(self, now: float) -> list[Cue]:
        """Go one step back and do it again; what was credited stays."""
        cues = self.advance(now)
        return cues + self._get_ready(max(0, self.number - 1)) if self.begun else cues

    def longer(self, now: float) -> list[Cue]:
        """Give the present point more time."""
        cues = self.advance(now)
        step = self.step
        if self.begun and self.length(step) + LONGER_SECONDS <= LONGEST_SECONDS:
            self._extra[step.foot, step.point] = self._extra.get((step.foot, step.point), 0) + LONGER_SECONDS
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
            untouched = not any(self.credited.get((step.foot, step.point)) for step in self.steps if step.foot == here)
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
            part = min(gone, max(0.0, self._until_change()))
            cues += self._pass(part)
            gone -= part
        return cues

    def _until_change(self) -> float:
        """Seconds until the phase changes by itself."""
        if self.phase == "ready":
            return self._ready_seconds - self.elapsed
        return self._end(self.step) - self.elapsed

    def _end(self, step: Step) -> int:
        """When a step ends by itself: a soft one counts on to the cap, unless it was given more than that."""
        return max(self.length(step), SOFT_CAP_SECONDS) if step.soft else self.length(step)

    def _pass(self, seconds: float) -> list[Cue]:
        """Let time go by within one phase, up to its end."""
        before, self.elapsed = self.elapsed, self.elapsed + seconds
        step, cues = self.step, list[Cue]()
        if self.phase == "ready":
            if self._until_change() <= 0:
                self.phase, self.elapsed, self._carried = "running", self._carried, 0.0
                cues.append(Cue("start", step))
            return cues
        self.touched = step
        self.credited[step.foot, step.point] = self.credited.get((step.foot, step.point), 0.0) + seconds
        length = self.length(step)
        if before < length - LAST_SECONDS <= self.elapsed:
            cues.append(Cue("last", step))
        if step.soft and before < length <= self.elapsed:
            cues.append(Cue("enough", step))
        if self._until_change() <= 0:
            cues += self._leave()
        return cues

    def _leave(self) -> list[Cue]:
        """Go from the present step to the next open one; after the last one it is over."""
        self.left.add(self.number)
        open_feet = [foot for foot in self.feet if foot != self.step.foot and self._first_open(foot) not in self.left]
        following = self.steps[self.number + 1 :]
        if following and following[0].foot == self.step.foot:
            return self._get_ready(self.number + 1)
        if open_feet:
            return self._get_ready(self._first_open(open_feet[0]))
        self.phase = "done"
        return [Cue("finish", self.step)]

    def _get_ready(self, number: int) -> list[Cue]:
        self.number, self.phase, self.paused, self.gap = number, "ready", False, None
        self.elapsed = self._carried = 0.0
        return [Cue("ready", self.step)]

    def _first_open(self, foot: Foot) -> int:
        """A foot's first step that was not left yet, else its last one."""
        numbers = [number for number, step in enumerate(self.steps) if step.foot == foot]
        return next((number for number in numbers if number not in self.left), numbers[-1])

    def _was_done(self, step: Step) -> bool:
        return self.credited.get((step.foot, step.point), 0.0) >= step.seconds / 2
