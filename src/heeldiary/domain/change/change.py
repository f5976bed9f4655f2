"""Then and now, the trend, and what weeks differ by: what is reckoned of change, as values. `domain/chance` reckons."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from heeldiary.domain.weeks.weeks import mean

SHORT_DAYS, LONG_DAYS = 14, 28
"""Days of now and mornings of then: 28 from twice as many mornings on. With 14 against 14 a true fall of 2 points is
called three times in five, with 28 against 28 eight times in ten (`make calibrate`, persistence .6)."""

TREND_WEEKS = 12
"""The last weeks that a trend is of: over twelve a steady change of .3 a week is found, over six seldom."""
ENOUGH_WEEKS = 6
"""Of them with four mornings or more, for a trend."""

ChangeVerdict = Literal[
    "no clear change",
    "small",
    "noticeable",
    "the size people usually call much better",
    "the size people usually call much worse",
]
"""The same rules for better and for worse. Inside the band: no clear change. Outside: small under 1 point, noticeable
from 1 on. Much, from 2 points and a third (33 %) of the worse of the two means on: Salaffi 2004, doi
10.1016/j.ejpain.2003.09.004, 825 people with chronic musculoskeletal pain, 0-10."""

_NOTICEABLE, _MUCH, _MUCH_PERCENT = 10, 20, 33  # tenths of a point, of the worse mean


class TooEarly(NamedTuple):
    """What is not there yet."""

    have: int
    need: int
    what: Literal["mornings", "recent mornings", "mornings of a year", "weeks", "recent weeks"]
    """Of the diary, of now, of the last 52 weeks; weeks of four mornings, at first and later."""


class Period(NamedTuple):
    """The mornings of one of the two times that are compared."""

    first: date
    last: date
    scores: Mapping[date, int]

    @property
    def mean(self) -> float:
        """To one decimal, halves up."""
        return mean([*self.scores.values()]) or 0.0


class ThenAndNow(NamedTuple):
    """The first mornings beside the last days."""

    then: Period
    now: Period
    band: float
    """How far apart they lie by chance, at most, nine times in ten, nothing changing; points, one decimal."""
    since: date | None = None
    """The day from which then was counted, where one was set beforehand."""

    @property
    def difference(self) -> float:
        """Now less then, of the means as they are printed; one decimal."""
        return round(self.now.mean - self.then.mean, 1)

    @property
    def verdict(self) -> ChangeVerdict:
        """What people call it."""
        return judge_change(self.then.mean, self.now.mean, self.band)


class NoiseBand(NamedTuple):
    """Where a week's mean falls nine times in ten if nothing has changed against the four weeks before it."""

    low: float
    high: float
    mornings: int
    """Of those four weeks."""

    def place(self, figure: float) -> Literal["above", "within", "below"]:
        """Where a week's mean lies."""
        return "above" if figure > self.high else "below" if figure < self.low else "within"


class Trend(NamedTuple):
    """The change of the weekly means per four weeks, with its 90 % interval (rounded outward); points, one decimal."""

    per_four_weeks: float
    low: float
    high: float
    means: Mapping[date, float]
    """Of the weeks that went into it, by Monday."""
    first: date
    """The Monday of the first week that was looked at."""
    level: float
    """Of the line in that week."""

    @property
    def clear(self) -> bool:
        """Whether the whole interval lies on one side of nothing."""
        return self.low > 0 or self.high < 0

    def line(self, start: date) -> float:
        """The line's height in the week with that Monday."""
        return self.level + self.per_four_weeks * (start - self.first).days / LONG_DAYS


def judge_change(then: float, now: float, band: float) -> ChangeVerdict:
    """What people call the difference of two means, given how far they lie apart by chance; all to one decimal."""
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
    """Then and now: the first mornings (from `since` on, if set) and the last days up to `as_of`; or what is missing.

    Both are fixed by the calendar, never chosen by what hurt.
    """
    days = [day for day in scores if since is None or day >= since]
    if len(days) < 2 * SHORT_DAYS:
        return TooEarly(len(days), 2 * SHORT_DAYS, "mornings")
    size = LONG_DAYS if len(days) >= 2 * LONG_DAYS else SHORT_DAYS
    begins = as_of - timedelta(days=size - 1)
    recent = [day for day in days[-size:] if day >= begins]
    if len(recent) < size // 2:
        return TooEarly(len(recent), size // 2, "recent mornings")
    return _window(scores, days[:size], days[0], days[size - 1]), _window(scores, recent, begins, as_of)


def _window(scores: Mapping[date, int], days: Sequence[date], first: date, last: date) -> Period:
    return Period(first, last, {day: scores[day] for day in days})
