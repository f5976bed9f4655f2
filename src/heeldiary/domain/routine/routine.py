"""Routines: their steps with lengths and tempo, and how a session is logged."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, get_args

from heeldiary.domain.routine.points import POINTS, Point
from heeldiary.domain.scales import Foot
from heeldiary.domain.text import capitalized

CountsAs = Literal["massage", "stretching", "strengthening"]
"""How a session is logged: as a massage, or as care of this kind."""

COUNTS_AS: tuple[CountsAs, ...] = get_args(CountsAs)

SOFT_CAP_SECONDS = 5 * 60
"""The longest a soft step counts past its time."""

MOST_ROUTINE_STEPS = 40
"""The most steps of a routine, counting each set."""


class Beat(NamedTuple):
    """A part of a movement's tempo."""

    word: str
    """The instruction shown and spoken: `up`, `hold`, `down`."""
    seconds: int


class RoutineStep(NamedTuple):
    """A step of a routine, for each foot."""

    point: str
    """A point's name, or the routine's own word."""
    seconds: int
    """The length of a set; with a tempo it follows from the repetitions."""
    soft: bool = False
    """Whether it counts past its time until the person goes on."""
    cap_seconds: int = SOFT_CAP_SECONDS
    """The longest a soft step counts."""
    tempo: tuple[Beat, ...] = ()
    repetitions: int = 1
    """The repetitions of the tempo in a set."""
    sets: int = 1
    rest_seconds: int = 0
    """The rest between two sets."""
    words: Point | None = None
    """The routine's own description, replacing the point's."""

    @property
    def description(self) -> Point:
        """The description: where, how, how hard, what to expect."""
        return self.words or POINTS.get(self.point) or plain_text(self.point)

    @property
    def cycle_seconds(self) -> int:
        """How long one repetition takes; 0 without a tempo."""
        return sum(beat.seconds for beat in self.tempo)


class Stage(NamedTuple):
    """A stage of a progression: sets and repetitions from a number of weeks after the first session."""

    after_weeks: int
    sets: int
    repetitions: int


class Routine(NamedTuple):
    """A routine: the clinic's, another built-in one, or the person's own."""

    name: str
    """The name in entries."""
    title: str
    steps: tuple[RoutineStep, ...]
    counts_as: CountsAs = "massage"
    about: str = ""
    """What it is, in a sentence or two."""
    source: str = ""
    """The source."""
    alternate: bool = False
    """Whether the feet alternate set by set; else one foot does all steps, then the other."""
    ready_seconds: int | None = None
    """The seconds to get ready before each step; None for the setting."""
    stages: tuple[Stage, ...] = ()
    """The progression of sets and repetitions of steps with a tempo."""
    load_rule: bool = False
    """Whether the load rule applies: a worse morning means less."""

    @property
    def seconds(self) -> int:
        """The length on one foot, without rests."""
        return sum(step.seconds * step.sets for step in self.steps)

    @property
    def seconds_with_rests(self) -> int:
        """The length on one foot, with rests between sets."""
        return self.seconds + sum(step.rest_seconds * (step.sets - 1) for step in self.steps)

    def at_week(self, weeks: int) -> "Routine":
        """Return the routine at a number of weeks after its first session."""
        stage = self.stage_at(weeks)
        return self if stage is None else self._replace(steps=tuple(_staged(step, stage) for step in self.steps))

    def stage_at(self, weeks: int) -> Stage | None:
        """Return the stage at a number of weeks; None without a progression."""
        reached = [stage for stage in self.stages if stage.after_weeks <= weeks]
        return reached[-1] if reached else None


class Step(NamedTuple):
    """A step of a session: one set on one foot."""

    foot: Foot
    place: int
    """Its index on the foot."""
    point: str
    seconds: int
    soft: bool = False
    cap_seconds: int = SOFT_CAP_SECONDS
    tempo: tuple[Beat, ...] = ()
    rest_seconds: int = 0
    """The seconds of rest before it."""
    of: int = 0
    """The index of the routine's step."""
    set: int = 0
    """The index of the set."""

    @property
    def key(self) -> tuple[Foot, int]:
        """The key within the session."""
        return self.foot, self.place

    @property
    def cycle_seconds(self) -> int:
        """How long one repetition takes; 0 without a tempo."""
        return sum(beat.seconds for beat in self.tempo)


def session_steps(routine: Routine, feet: Sequence[Foot]) -> tuple[Step, ...]:
    """Return the steps of a session on some feet."""
    sets = [
        (number_of_step, step, number)
        for number_of_step, step in enumerate(routine.steps)
        for number in range(step.sets)
    ]
    steps = [
        Step(
            foot,
            place,
            step.point,
            step.seconds,
            step.soft,
            step.cap_seconds,
            step.tempo,
            step.rest_seconds if number else 0,
            number_of_step,
            number,
        )
        for foot in feet
        for place, (number_of_step, step, number) in enumerate(sets)
    ]
    return tuple(sorted(steps, key=lambda step: step.place)) if routine.alternate else tuple(steps)


def plain_text(name: str) -> Point:
    """Return the description of an unknown point."""
    title = capitalized(name)
    return Point(
        name=name,
        title=title,
        short=title if len(title) <= 9 else f"{title[:8]}…",
        meaning="",
        other_names=(),
        place="",
        find="",
        press="",
        how="",
        ready=title,
        expect="",
        beware=POINTS["heel"].beware.partition(". ")[0] + ".",
        pressure="",
        minutes_said="",
        source="",
    )


def _staged(step: RoutineStep, stage: Stage) -> RoutineStep:
    if not step.tempo:
        return step
    seconds = step.cycle_seconds * stage.repetitions
    return step._replace(sets=stage.sets, repetitions=stage.repetitions, seconds=seconds)
