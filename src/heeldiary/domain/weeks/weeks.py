"""Weeks of first-step pain in figures, without judging."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import NamedTuple

from heeldiary.domain.days import Span, last_weeks, week_name
from heeldiary.domain.scales import Foot

ENOUGH_MORNINGS = 4
"""The fewest mornings for a reliable weekly mean (simulated error sd .43 with 4 days, .54 with 3)."""


class Load(NamedTuple):
    """What was logged in a week besides pain; None if nothing was."""

    massage_seconds: int = 0
    massage_sessions: int = 0
    activity_minutes: int | None = None
    steps: int | None = None
    sitting_minutes: int | None = None


class CareDay(NamedTuple):
    """The care of a day, as the charts need it."""

    day: date
    kind: str
    course: str | None = None
    visit: int | None = None
    planned: int | None = None


class Event(NamedTuple):
    """Something the person began: a kind of care, a course of visits, an experiment."""

    day: date
    """Its first day."""
    name: str


class Week(NamedTuple):
    """An ISO week of a foot's first-step scores, and what else was logged."""

    start: date
    """Its Monday."""
    scores: tuple[int, ...]
    """The scores, in the order of days."""
    load: Load
    days: int = 7
    """Its days up to today: fewer than seven in the week that is not over."""

    @property
    def name(self) -> str:
        """The week's name: `2026-W48`."""
        return week_name(self.start)

    @property
    def number(self) -> int:
        """The week's number in its ISO year."""
        return self.start.isocalendar().week

    @property
    def mornings(self) -> int:
        """Mornings with a score, 0-7."""
        return len(self.scores)

    @property
    def enough(self) -> bool:
        """Whether it has enough mornings to compare with other weeks."""
        return self.mornings >= ENOUGH_MORNINGS

    @property
    def mean(self) -> float | None:
        """The mean score to one decimal, halves up; None without a morning."""
        return mean(self.scores)

    @property
    def median(self) -> float | None:
        """The median score, which may end in .5; None without a morning."""
        if not self.scores:
            return None
        ordered = sorted(self.scores)
        return (ordered[(self.mornings - 1) // 2] + ordered[self.mornings // 2]) / 2

    @property
    def lowest(self) -> int | None:
        """The lowest score."""
        return min(self.scores, default=None)

    @property
    def highest(self) -> int | None:
        """The highest score."""
        return max(self.scores, default=None)

    @property
    def massage_minutes(self) -> int:
        """The foot's massage in whole minutes, halves up."""
        return (self.load.massage_seconds + 30) // 60


class Trends(NamedTuple):
    """A foot's weeks up to this one, oldest first."""

    foot: Foot
    span: Span
    weeks: tuple[Week, ...]


def mean(scores: Sequence[int]) -> float | None:
    """Return the mean to one decimal, halves up, in integer arithmetic, so 5.25 is 5.3 on every machine."""
    count = len(scores)
    return (20 * sum(scores) + count) // (2 * count) / 10 if count else None


def weekly_trends(
    foot: Foot, number: int, today: date, scores: Iterable[tuple[date, int]], loads: Mapping[date, Load]
) -> Trends:
    """Return the last `number` ISO weeks from first-step scores by day (oldest first) and loads by Monday."""
    span = last_weeks(number, today)
    by_monday: dict[date, list[int]] = {span.first + timedelta(days=7 * n): [] for n in range(number)}
    for day, score in scores:
        by_monday[day - timedelta(days=day.weekday())].append(score)
    weeks = (
        Week(start, tuple(week_scores), loads.get(start, Load()), min(7, (today - start).days + 1))
        for start, week_scores in by_monday.items()
    )
    return Trends(foot, span, tuple(weeks))


def trends_to_json(
    trends: Trends,
    computed: Mapping[str, object] = MappingProxyType({"then_and_now": None, "trend": None}),
    bands: Mapping[date, tuple[float, float]] | None = None,
) -> dict[str, object]:
    """Return a foot's weeks as printed by `trends --json`; `computed` has `then_and_now` and `trend`.

    With `bands`, each week has its own.
    """
    return {
        "foot": trends.foot,
        "moment": "first-step",
        "from": trends.span.first.isoformat(),
        "to": trends.span.last.isoformat(),
        "weeks": [
            {**_week_json(week), **({} if bands is None else {"band": bands.get(week.start)})} for week in trends.weeks
        ],
        **computed,
    }


def _week_json(week: Week) -> dict[str, object]:
    return {
        "week": week.name,
        "start": week.start.isoformat(),
        "mornings": week.mornings,
        "mean": week.mean,
        "median": week.median,
        "lowest": week.lowest,
        "highest": week.highest,
        "enough": week.enough,
        "massage_minutes": week.massage_minutes,
        "massage_sessions": week.load.massage_sessions,
        "activity_minutes": week.load.activity_minutes,
        "steps": week.load.steps,
        "sitting_minutes": week.load.sitting_minutes,
    }
