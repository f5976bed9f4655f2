"""The weekly review: a week's pain, what was logged, and the person's own words, without judging."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import Literal, NamedTuple

from heeldiary.domain.areas import AREAS
from heeldiary.domain.days import FIRST_DAY, Span, monday
from heeldiary.domain.durations import format_times
from heeldiary.domain.entries import Activity, Care, Entry, Fact, Guided, Massage, Sitting, Sore
from heeldiary.domain.entry_text import format_areas, format_lasting, format_visit
from heeldiary.domain.routine.plan import Standing
from heeldiary.domain.scales import Foot
from heeldiary.domain.warning_signs import WarningSign
from heeldiary.domain.weeks.weeks import ENOUGH_MORNINGS, Load, Week
from heeldiary.errors import BadInput

TAG = "review"
"""The tag of a note that answers a review."""

WEEKS_BEFORE = 4
"""The number of weeks before that a week is compared with."""

_WEEK = re.compile(r"(\d{4})-w(\d{2})", re.ASCII)
_WEEK_IN_BRIEF = re.compile(r"(?:(\d{4})[- ]?)?(?:w|week)? ?(\d{1,2})", re.ASCII)
_SEVEN, _WEEKS = 7, 52


class Band(NamedTuple):
    """The range of a week's mean, 9 times in 10, if nothing has changed since the four weeks before."""

    low: float
    """The ends in points, to one decimal, 0-10."""
    high: float
    mean: float
    """The mean of the four weeks before, to one decimal."""
    mornings: int
    """The number of mornings in those weeks."""

    def place(self, mean: float) -> Literal["below", "inside", "above"]:
        """Where a mean lies, both as they are printed."""
        if self.low <= mean <= self.high:
            return "inside"
        return "below" if mean < self.low else "above"


class NoBand(NamedTuple):
    """Why there is no noise band: what is missing."""

    where: Literal["diary", "before", "week"]
    """`diary`, `before` (the four weeks before) or `week`."""
    have: int
    """The mornings there are, and needed."""
    need: int


class FootWeek(NamedTuple):
    """A foot's week."""

    foot: Foot
    week: Week
    days: tuple[int | None, ...]
    """The first-step score of each day from Monday on; None if missing."""
    scores: Mapping[date, int]
    """The first-step scores the noise band needs: of the four weeks before, the week, and the last 52 weeks."""
    band: Band | NoBand | None = None
    """The noise band; None until it is computed."""


class Massages(NamedTuple):
    """A foot's massages in a week."""

    sessions: int
    seconds: int
    days: frozenset[date]


class Logged(NamedTuple):
    """What was logged in a week besides first steps; None if nothing was."""

    days: Mapping[str, frozenset[date]]
    """The days with each type of entry."""
    massage: Mapping[Foot, Massages]
    activity_minutes: int | None
    steps: int | None
    sitting_minutes: int | None
    care: tuple[str, ...]
    """Care as text: visits with their courses and numbers, other kinds with their counts."""
    sore: tuple[str, ...] = ()
    """Sore areas as text: each with its number of days."""
    lasting: tuple[str, ...] = ()
    """Care that began before the week and lasts into it, as text."""
    spans: tuple[Span, ...] = ()
    """From the first to the last day of each care of several days."""


class Review(NamedTuple):
    """The content of a week's review."""

    start: date
    """Its Monday."""
    last: date
    """The last day included: Sunday, or today in this week."""
    feet: tuple[FootWeek, ...]
    logged: Logged
    plans: tuple[Standing, ...]
    """The progress of each plan of the week."""
    answers: tuple[Entry, ...]
    """The answers to the review, oldest first."""
    signs: tuple[WarningSign, ...] = ()
    """The warning signs on its last day, including dismissed ones."""

    @property
    def whole(self) -> bool:
        """Whether the week is over."""
        return self.last == self.start + timedelta(days=_SEVEN - 1)

    @property
    def days(self) -> tuple[date, ...]:
        """The days that have come."""
        return tuple(self.start + timedelta(days=number) for number in range((self.last - self.start).days + 1))

    @property
    def days_without_entries(self) -> tuple[date, ...]:
        """The days that have come on which nothing at all was logged."""
        logged = frozenset[date]().union(*self.logged.days.values())
        return tuple(day for day in self.days if day not in logged)

    @property
    def empty_days(self) -> tuple[date, ...]:
        """The days without entries on which no care lasts either."""
        return tuple(day for day in self.days_without_entries if day not in self.lasting_days)

    @property
    def lasting_days(self) -> frozenset[date]:
        """The days that have come on which care of several days lasts."""
        spans = self.logged.spans
        return frozenset(day for day in self.days if any(span.first <= day <= span.last for span in spans))


def week_for(today: date, first: date | None) -> date:
    """Return the Monday of the week to review by default.

    From its fourth day on, this week: it can have the four mornings a mean needs. Before that the last complete week,
    unless the diary starts later.
    """
    present = monday(today)
    before = present - timedelta(days=_SEVEN)
    young = first is None or first >= present
    return before if (today - present).days + 1 < ENOUGH_MORNINGS and not young else present


def parse_week(typed: str, today: date) -> date:
    """Parse a week such as `2026-W47`, `week 47` (the latest one) or `last`; return its Monday. Raises BadInput."""
    words = typed.strip().lower()
    match, start = _WEEK.fullmatch(_whole_week(words, today) or words), None
    if words in ("last", "last week"):
        start = monday(today) - timedelta(days=_SEVEN)
    elif match:
        with suppress(ValueError):
            start = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    if start is None or start < FIRST_DAY:
        raise BadInput("that is not a week", "write it like 2026-W47, 47 or last")
    if start > today:
        raise BadInput("that week is in the future", "give this week or an earlier one")
    return start


def _whole_week(typed: str, today: date) -> str | None:
    """Return a week typed as `47`, `week 47` or `2026-47` with its year; without one the latest such week."""
    match = _WEEK_IN_BRIEF.fullmatch(typed)
    present = today.isocalendar()
    if not match or not 1 <= int(match[2]) <= _WEEKS:
        return None
    year = match[1] or present.year - (int(match[2]) > present.week)
    return f"{year}-w{int(match[2]):02}"


def foot_week(foot: Foot, start: date, scores: Mapping[date, int], last: date | None = None) -> FootWeek:
    """Return a foot's week from its first-step scores; `last` is its last day so far, Sunday unless given."""
    days = tuple(scores.get(start + timedelta(days=number)) for number in range(_SEVEN))
    present = tuple(score for score in days if score is not None)
    days_so_far = _SEVEN if last is None else (last - start).days + 1
    return FootWeek(foot, Week(start, present, Load(), days_so_far), days, scores)


def mornings_before(foot_week: FootWeek) -> list[date]:
    """The mornings of the four weeks before."""
    first = foot_week.week.start - timedelta(days=_SEVEN * WEEKS_BEFORE)
    return [day for day in foot_week.scores if first <= day < foot_week.week.start]


def logged_in(entries: Iterable[Entry], feet: Sequence[Foot], lasting: Sequence[Entry] = ()) -> Logged:
    """Sum up a week's entries; massages and sessions of other feet than `feet` are left out.

    `lasting` is the care that began before the week and lasts into it.
    """
    spans = _spans(lasting)
    days: dict[str, set[date]] = {}
    massage: dict[Foot, Massages] = {}
    minutes: list[int] = []
    sitting: list[int] = []
    steps: dict[tuple[date, str], int] = {}
    care: list[Care] = []
    sore: dict[tuple[Foot, str], set[date]] = {}
    for entry in entries:
        spans += _spans((entry,))
        kind = entry.type
        match entry.fact:
            case Massage(foot=foot) as fact if foot in feet:
                before = massage.get(foot, Massages(0, 0, frozenset()))
                massage[foot] = Massages(before.sessions + 1, before.seconds + fact.seconds, before.days | {entry.day})
            case Activity(_, active, walked, _):
                minutes += [] if active is None else [active]
                if walked is not None:
                    key = entry.day, entry.source
                    steps[key] = steps.get(key, 0) + walked
            case Sitting(sat, _):
                sitting.append(sat)
            case Care() as fact if fact.session is None or fact.session.foot in feet:
                care.append(fact)
            case Sore(foot=foot) if foot in feet:
                pass
            case Massage() | Care() | Sore():
                kind = "other foot"
        days.setdefault(kind, set()).add(entry.day)
        for mark in _marks(entry.fact, feet):
            sore.setdefault(mark, set()).add(entry.day)
            days.setdefault("sore", set()).add(entry.day)
    return Logged(
        {kind: frozenset(kind_days) for kind, kind_days in days.items()},
        massage,
        sum(minutes) if minutes else None,
        _steps(steps),
        sum(sitting) if sitting else None,
        _care_words(care),
        _sore_words(sore, feet),
        tuple(map(format_lasting, lasting)),
        tuple(spans),
    )


def _spans(entries: Iterable[Entry]) -> list[Span]:
    """Return the days of the care that lasts for several."""
    return [Span(entry.day, entry.fact.until) for entry in entries if isinstance(entry.fact, Care) and entry.fact.until]


def _marks(fact: Fact, feet: Sequence[Foot]) -> Iterator[tuple[Foot, str]]:
    """The areas of these feet that an entry marks as hurting."""
    match fact:
        case Sore(foot, areas) if foot in feet:
            yield from ((foot, area) for area in areas)
        case Massage(foot=foot, sore=areas) | Care(session=Guided(foot=foot, sore=areas)) if foot in feet:
            yield from ((foot, area) for area in areas)


def _sore_words(sore: Mapping[tuple[Foot, str], set[date]], feet: Sequence[Foot]) -> tuple[str, ...]:
    """Each area with its days, from the toes up to the calf, the left foot first; the foot only where there are two."""
    order = [*AREAS]
    marks = sorted(sore, key=lambda mark: (mark[0], order.index(mark[1]) if mark[1] in order else len(order)))
    return tuple(
        f"{f'{foot} ' if len(feet) > 1 else ''}{format_areas((area,))}{_on_days(len(sore[foot, area]))}"
        for foot, area in marks
    )


def _on_days(days: int) -> str:
    return "" if days == 1 else f" on {days} days"


def _steps(amounts: Mapping[tuple[date, str], int]) -> int | None:
    """Two sources count the same walk: the greater of the typed steps together and of each import's is the day's."""
    by_day: dict[date, int] = {}
    for (day, _), steps in amounts.items():
        by_day[day] = max(by_day.get(day, 0), steps)
    return sum(by_day.values()) if by_day else None


def _care_words(care: Sequence[Care]) -> tuple[str, ...]:
    visits = [
        f"{entry.kind}, {entry.course}, {format_visit(entry.visit, entry.course_visits)}"
        for entry in care
        if entry.visit is not None
    ]
    counted = Counter(entry.kind for entry in care if entry.visit is None)
    return (*visits, *(kind if count == 1 else f"{kind} {format_times(count)}" for kind, count in counted.items()))
