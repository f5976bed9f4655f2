"""Then and now, the trend and the noise bands as values; computed in `domain/chance`."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from heeldiary.domain.weeks.weeks import mean

SHORT_DAYS, LONG_DAYS = 14, 28
"""The days of now and mornings of then: 28 from 56 mornings on. With 14 against 14 a true fall of 2 points is found 3
times in 5, with 28 against 28 8 times in 10 (`make calibrate`, persistence .6)."""

TREND_WEEKS = 12
"""The weeks of a trend: over twelve a steady change of .3 a week is found, over six rarely."""
ENOUGH_WEEKS = 6
"""How many of them need four mornings or more."""

ChangeVerdict = Literal[
    "no clear change",
    "small",
    "noticeable",
    "the size people usually call much better",
    "the size people usually call much worse",
]
"""The same rules for better and worse. Within the tolerance: no clear change. Beyond: small below 1 point, noticeable
from 1. Much from 2 points and a third (33 %) of the worse mean: Salaffi 2004, doi 10.1016/j.ejpain.2003.09.004, 825
people with chronic musculoskeletal pain, 0-10."""

_NOTICEABLE, _MUCH, _MUCH_PERCENT = 10, 20, 33  # tenths of a point, of the worse mean


class TooEarly(NamedTuple):
    """What is missing for a result."""

    have: int
    need: int
    what: Literal["mornings", "recent mornings", "mornings of a year", "weeks", "recent weeks"]
    """Mornings of the diary, of now, or of the last 52 weeks; weeks of four mornings, in a new diary or later."""
    since: date | None = None
    """The day from which mornings are counted, if set in advance."""


class Period(NamedTuple):
    """The mornings of one of the two periods compared."""

    first: date
    last: date
    scores: Mapping[date, int]

    @property
    def mean(self) -> float:
        """The mean to one decimal, halves up."""
        return mean([*self.scores.values()]) or 0.0


class ThenAndNow(NamedTuple):
    """The first mornings compared with the last days."""

    then: Period
    now: Period
    band: float
    """The tolerance: the difference stays within it 9 times in 10 if nothing changes; points, one decimal."""
    since: date | None = None
    """The day "then" starts, if set in advance."""

    @property
    def difference(self) -> float:
        """Now minus then, of the rounded means; one decimal."""
        return round(self.now.mean - self.then.mean, 1)

    @property
    def verdict(self) -> ChangeVerdict:
        """The verdict."""
        return judge_change(self.then.mean, self.now.mean, self.band)


class NoiseBand(NamedTuple):
    """The range of a week's mean, 9 times in 10, if nothing has changed since the four weeks before."""

    low: float
    high: float
    mornings: int
    """The number of mornings in those four weeks."""

    def place(self, figure: float) -> Literal["above", "within", "below"]:
        """Return where a week's mean lies."""
        return "above" if figure > self.high else "below" if figure < self.low else "within"


class Trend(NamedTuple):
    """The change of the weekly means per four weeks, with its 90 % interval (rounded outward); points, one decimal."""

    per_four_weeks: float
    low: float
    high: float
    means: Mapping[date, float]
    """The weekly means used, by Monday."""
    first: date
    """The Monday of the first week."""

    @property
    def clear(self) -> bool:
        """Whether the interval excludes 0."""
        return self.low > 0 or self.high < 0


def judge_change(then: float, now: float, band: float) -> ChangeVerdict:
    """Return the verdict on the difference of two means, given the tolerance; all to one decimal."""
    first, last, chance = (round(10 * figure) for figure in (then, now, band))
    size = abs(last - first)
    if size <= chance:
        return "no clear change"
    if size < _NOTICEABLE:
        return "small"
    if size < _MUCH or 100 * size < _MUCH_PERCENT * max(first, last):
        return "noticeable"
    return "the size people usually call much better" if last < first else "the size people usually call much worse"


def compare_periods(
    scores: Mapping[date, int], as_of: date, since: date | None = None
) -> tuple[Period, Period] | TooEarly:
    """Return then (the first mornings, from `since` if set) and now (the last days up to `as_of`), or what is missing.

    Both are fixed by the calendar, never chosen by the pain.
    """
    days = [day for day in scores if since is None or day >= since]
    if len(days) < 2 * SHORT_DAYS:
        return TooEarly(len(days), 2 * SHORT_DAYS, "mornings", since)
    size = LONG_DAYS if len(days) >= 2 * LONG_DAYS else SHORT_DAYS
    begins = as_of - timedelta(days=size - 1)
    recent = [day for day in days[-size:] if day >= begins]
    if len(recent) < size // 2:
        return TooEarly(len(recent), size // 2, "recent mornings")
    return _window(scores, days[:size], days[0], days[size - 1]), _window(scores, recent, begins, as_of)


def _window(scores: Mapping[date, int], days: Sequence[date], first: date, last: date) -> Period:
    return Period(first, last, {day: scores[day] for day in days})
