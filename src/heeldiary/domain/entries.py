"""The diary's entries: when and how each was written, and the fact it records."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from heeldiary.domain.scales import Feeling, Foot, Moment, Surface, the_one_starting
from heeldiary.errors import BadInput

MOST_WALKED_STEPS = 200_000
"""The most steps that one activity can have."""

USUAL_ACTIVITIES = ("walking", "running", "standing", "hiking", "cycling", "stairs")
"""The kinds of activity that are always offered, besides those the person has logged."""

LEAST_LETTERS = 3
"""The letters that a shortened word needs, so that a note's first word is seldom taken for one."""

USUAL_CARE = (
    "acupuncture", "physiotherapy", "stretching", "strengthening", "medicine", "insoles",
    "taping", "night-splint", "ice", "footwear", "injection",
)  # fmt: skip
"""The kinds of care that are always offered, besides those the person has logged."""


class Pain(NamedTuple):
    """The pain of a foot at a moment, 0-10."""

    foot: Foot
    moment: Moment
    score: int


class Activity(NamedTuple):
    """An activity, with its minutes, its steps or both."""

    kind: str
    minutes: int | None = None
    steps: int | None = None
    surface: Surface | None = None


class Sitting(NamedTuple):
    """Minutes spent sitting, and the longest stretch without standing up."""

    minutes: int
    longest_minutes: int | None = None


class MassageStep(NamedTuple):
    """A point of a massage session, and how it felt."""

    point: str
    seconds: int
    pressure: str | None = None
    feeling: Feeling | None = None
    score: int | None = None


class Massage(NamedTuple):
    """A massage session on a foot: its points in order, and the pain before and after."""

    foot: Foot
    steps: tuple[MassageStep, ...]
    routine: str | None = None
    score_before: int | None = None
    score_after: int | None = None
    finished: bool = True
    started_at: datetime | None = None
    ended_at: datetime | None = None
    sore: tuple[str, ...] = ()
    """The areas of the map that were marked as hurting."""

    @property
    def seconds(self) -> int:
        """The session's length without pauses."""
        return sum(step.seconds for step in self.steps)

    @property
    def is_whole(self) -> bool:
        """Whether only its total time is known."""
        return all(step == (_WHOLE, step.seconds, None, None, None) for step in self.steps)


_WHOLE = "massage"
_LONGEST_STEP_SECONDS = 30 * 60


def whole_massage(seconds: int) -> tuple[MassageStep, ...]:
    """Return a massage of which only the total time is known, split into the longest steps allowed."""
    full, rest = divmod(seconds, _LONGEST_STEP_SECONDS)
    return tuple(MassageStep(_WHOLE, length) for length in (*[_LONGEST_STEP_SECONDS] * full, rest) if length)


class GuidedStep(NamedTuple):
    """One set of a stretch or an exercise."""

    point: str
    """What was done, as the routine names it."""
    seconds: int
    repetitions: int | None = None
    """The number of complete repetitions; None without a tempo."""
    feeling: Feeling | None = None


class Guided(NamedTuple):
    """A guided session on one foot, logged as care."""

    foot: Foot
    routine: str
    steps: tuple[GuidedStep, ...]
    """Its sets, in order."""
    score_before: int | None = None
    score_after: int | None = None
    finished: bool = True
    started_at: datetime | None = None
    ended_at: datetime | None = None
    sore: tuple[str, ...] = ()
    """The areas of the map that were marked as hurting."""

    @property
    def seconds(self) -> int:
        """The session's length without rests and pauses."""
        return sum(step.seconds for step in self.steps)


class Care(NamedTuple):
    """Other care of the foot, such as a visit in a course, insoles worn until a given day, or a stretch."""

    kind: str
    minutes: int | None = None
    course: str | None = None
    visit: int | None = None
    course_visits: int | None = None
    until: date | None = None
    session: Guided | None = None
    """The guided session, if there was one."""


class Sore(NamedTuple):
    """Where a foot hurts on a day, marked outside a session."""

    foot: Foot
    areas: tuple[str, ...]
    """The areas, as named in `domain/areas.py`; at least one."""


class Note(NamedTuple):
    """A note by itself; its text is in the entry's `note`."""


Fact = Pain | Activity | Sitting | Massage | Care | Sore | Note

TYPES: dict[str, type[Fact]] = {
    "pain": Pain,
    "activity": Activity,
    "sitting": Sitting,
    "massage": Massage,
    "care": Care,
    "sore": Sore,
    "note": Note,
}


class Entry(NamedTuple):
    """An entry of the diary."""

    id: str
    day: date
    at: datetime
    """When it was written: aware, to the millisecond."""
    zone: str | None
    """The IANA name of its time zone, if known."""
    late: bool
    """Whether it was written long after its day began."""
    source: str
    """`typed`, `routine`, or an import's name."""
    tags: tuple[str, ...]
    note: str
    fact: Fact
    time_of_day: time | None = None
    """The time of day it happened, if given."""

    @property
    def type(self) -> str:
        """The type: pain, activity, sitting, massage, care, sore or note."""
        return type(self.fact).__name__.lower()


def in_order(entry: Entry) -> tuple[date, datetime, bool, str]:
    """Return an entry's sort key: its day, then the time it was written, then the left foot before the right."""
    return entry.day, entry.at, getattr(entry.fact, "foot", "") == "right", entry.id


def to_milliseconds(moment: datetime) -> datetime:
    """Truncate a time to milliseconds, the diary's precision."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def format_at(moment: datetime) -> str:
    """Format a time as the diary stores it: `2026-11-22T07:04:05.123+01:00`."""
    return moment.isoformat(timespec="milliseconds")


def format_time(moment: time | datetime) -> str:
    """Format a time of day: `07:30`."""
    return f"{moment:%H:%M}"


def check(fact: Fact, day: date, note: str, tags: Sequence[str] = ()) -> None:
    """Raise BadInput if the parts of an entry do not fit together. A note without text is valid if it has tags."""
    match fact:
        case Activity(minutes=None, steps=None):
            raise BadInput("an activity has neither minutes nor steps", "give one of them, or both")
        case Sitting(minutes, longest) if longest is not None and longest > minutes:
            raise BadInput("the longest stretch is longer than the total time", "make it no longer than the total")
        case Care(course=None, visit=visit, course_visits=planned) if visit or planned:
            raise BadInput("a visit belongs to a course, but no course is given", "name the course")
        case Care(until=until) if until is not None and until < day:
            raise BadInput("the last day is before the entry's day", "give that day or a later one")
        case Sore(areas=()):
            raise BadInput("no area is marked", "give at least one, or delete the entry")
        case Note() if not note and not tags:
            raise BadInput("the note is empty", "write a word, or delete the note")


def check_time_of_day(day: date, time_of_day: time | None, now: datetime) -> None:
    """Raise BadInput if a time of day on `day` is still to come by the local clock."""
    if time_of_day and datetime.combine(day, time_of_day) > now.replace(tzinfo=None):
        raise BadInput(
            f"{format_time(time_of_day)} is still to come: it is {format_time(now.time())}",
            "give a time that has passed, or the day it happened",
        )


def usual_activity(kind: str) -> str:
    """Return the usual activity whose name begins with a word of three letters or more; else the word."""
    return the_one_starting(kind, USUAL_ACTIVITIES) or kind if len(kind) >= LEAST_LETTERS else kind
