"""What a routine is: its steps in their order, how long and in what rhythm each, and what a session of it counts as."""

from collections.abc import Sequence
from typing import Literal, NamedTuple, get_args

from heeldiary.domain.routine.points import POINTS, Point
from heeldiary.domain.scales import Foot

CountsAs = Literal["massage", "stretching", "strengthening"]
"""What a session is kept as: a massage, or care of that kind."""

COUNTS_AS: tuple[CountsAs, ...] = get_args(CountsAs)

SOFT_CAP_SECONDS = 5 * 60
"""A soft step counts on past its time until the person goes on, but no longer than this."""

MOST_ROUTINE_STEPS = 40
"""The most steps of a routine, each of its sets counted."""


class Beat(NamedTuple):
    """One part of a movement's rhythm."""

    word: str
    """What to do, as it is shown and spoken: `up`, `hold`, `down`."""
    seconds: int


class RoutineStep(NamedTuple):
    """One step of a routine, for each foot."""

    point: str
    """A point's name, or a word of the routine's own."""
    seconds: int
    """How long one set of it is; with a tempo that follows from the repetitions."""
    soft: bool = False
    """Counts on past its time until the person goes on."""
    cap_seconds: int = SOFT_CAP_SECONDS
    """The longest that a soft one counts on."""
    tempo: tuple[Beat, ...] = ()
    repetitions: int = 1
    """How often the tempo is gone through in a set."""
    sets: int = 1
    rest_seconds: int = 0
    """The rest between two sets."""
    words: Point | None = None
    """What the routine says of it, in place of what is known of the point."""

    @property
    def told(self) -> Point:
        """What is read of it: where, how, how hard, what to expect."""
        return self.words or POINTS.get(self.point) or plain_text(self.point)

    @property
    def cycle_seconds(self) -> int:
        """How long one repetition takes; 0 without a tempo."""
        return sum(beat.seconds for beat in self.tempo)


class Stage(NamedTuple):
    """A part of a progression: from so many weeks after the first session on, so many sets of so many repetitions."""

    after_weeks: int
    sets: int
    repetitions: int


class Routine(NamedTuple):
    """A routine as data: the clinic's own, one of the others built in, or one of the person's."""

    name: str
    """As entries keep it."""
    title: str
    steps: tuple[RoutineStep, ...]
    counts_as: CountsAs = "massage"
    about: str = ""
    """What it is and what is known of it, in a sentence or two."""
    source: str = ""
    """Where it comes from."""
    alternate: bool = False
    """Whether the feet take turns set by set; else each has all of its steps, one foot after the other."""
    ready_seconds: int | None = None
    """To get ready before each step; None for the setting."""
    stages: tuple[Stage, ...] = ()
    """Its progression; the sets and repetitions of steps with a tempo follow it."""
    load_rule: bool = False
    """Whether a worse morning after it means less of it."""

    @property
    def seconds(self) -> int:
        """How long it takes on one foot, without rests."""
        return sum(step.seconds * step.sets for step in self.steps)

    @property
    def seconds_with_rests(self) -> int:
        """How long it takes on one foot, with the rests between its sets."""
        return self.seconds + sum(step.rest_seconds * (step.sets - 1) for step in self.steps)

    def at_week(self, weeks: int) -> "Routine":
        """The routine as its progression has it so many whole weeks after its first session."""
        stage = self.stage_at(weeks)
        return self if stage is None else self._replace(steps=tuple(_staged(step, stage) for step in self.steps))

    def stage_at(self, weeks: int) -> Stage | None:
        """The stage that holds then; None without a progression."""
        reached = [stage for stage in self.stages if stage.after_weeks <= weeks]
        return reached[-1] if reached else None


class Step(NamedTuple):
    """One step of a session: one set, on one foot."""

    foot: Foot
    place: int
    """Its place on each foot, counted from 0."""
    point: str
    seconds: int
    soft: bool = False
    cap_seconds: int = SOFT_CAP_SECONDS
    tempo: tuple[Beat, ...] = ()
    rest_seconds: int = 0
    """The rest before it."""
    of: int = 0
    """The number of the routine's step that it is a set of."""
    set: int = 0
    """Which set, counted from 0."""

    @property
    def key(self) -> tuple[Foot, int]:
        """What names it within the session."""
        return self.foot, self.place

    @property
    def cycle_seconds(self) -> int:
        """How long one repetition takes; 0 without a tempo."""
        return sum(beat.seconds for beat in self.tempo)


def session_steps(routine: Routine, feet: Sequence[Foot]) -> tuple[Step, ...]:
    """The steps of a session on some feet, every foot in full."""
    sets = [(of, step, number) for of, step in enumerate(routine.steps) for number in range(step.sets)]
    made = [
        Step(
            foot,
            place,
            step.point,
            step.seconds,
            step.soft,
            step.cap_seconds,
            step.tempo,
            step.rest_seconds if number else 0,
            of,
            number,
        )
        for foot in feet
        for place, (of, step, number) in enumerate(sets)
    ]
    return tuple(sorted(made, key=lambda step: step.place)) if routine.alternate else tuple(made)


def plain_text(name: str) -> Point:
    """What is read of a point that nothing is known of but its name."""
    title = name[:1].upper() + name[1:]
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
