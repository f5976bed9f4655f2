"""Four ways in which a diary can mislead, with the person's own figures; chance is simulated in `chance/`."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from heeldiary.domain.days import monday
from heeldiary.domain.weeks.weeks import ENOUGH_MORNINGS, mean

FIRST_WEEKS = 8
"""The number of first weeks the worst is chosen from."""
WEEKS_AFTER = 4
"""The number of weeks after it that it is compared with."""
ENOUGH_WEEKS = 4
"""The fewest of the first weeks for a worst one."""
ENOUGH_DAYS = 8
"""The fewest days with massage, and without, with this and the next morning scored."""
ENOUGH_EITHER = 20
"""The fewest worse, and better, mornings before their gaps are compared."""
ENOUGH_GAPS = 5
AROUND_DAYS = 14
"""A morning is worse or better than the mean of the mornings within this many days."""
_Z = 1.959963984540054
"""The normal quantile of 95 %."""

SHOWN_WEEKS = 12
"""The number of weeks drawn: the first eight, and four after."""


class WeekMean(NamedTuple):
    """One of the first weeks."""

    start: date
    """Its Monday."""
    mornings: int
    mean: float | None
    """To one decimal; None if it has too few mornings."""


class ByChance(NamedTuple):
    """How much lower the weeks after the worst are in simulated diaries without change, in points."""

    mean: float
    low: float
    high: float
    """Nine in ten lie between low and high."""


class WorstWeek(NamedTuple):
    """The worst of the first weeks, and the weeks after it."""

    weeks: tuple[WeekMean, ...]
    """The first weeks, up to twelve."""
    worst: int | None = None
    """The index of the worst; None with too little data."""
    after: tuple[int, ...] = ()
    """The indices of the weeks after it with enough mornings."""
    after_mornings: int = 0
    after_mean: float | None = None
    chance: ByChance | None = None

    @property
    def fall(self) -> float | None:
        """How much lower the weeks after it are, of the rounded means; negative if higher."""
        worst = None if self.worst is None else self.weeks[self.worst].mean
        return None if worst is None or self.after_mean is None else round(worst - self.after_mean, 1)


class DayGroup(NamedTuple):
    """A group of days: how many, the mean of their mornings, and of the next mornings."""

    days: int
    this: float | None
    next: float | None

    @property
    def change(self) -> float:
        """The change from this morning to the next, of the rounded means."""
        return round((self.next or 0) - (self.this or 0), 1)


class Reactive(NamedTuple):
    """The days with massage since the first massage, and the others."""

    massage: DayGroup
    others: DayGroup
    sealed: bool = False
    """Whether an experiment about massage is running: both comparisons would reveal its result."""

    @property
    def enough(self) -> bool:
        """Whether there are enough of both, and no experiment seals them."""
        return not self.sealed and min(self.massage.days, self.others.days) >= ENOUGH_DAYS

    @property
    def beside(self) -> float:
        """The first comparison: mornings after massage and after other days, in points."""
        return round((self.massage.next or 0) - (self.others.next or 0), 1)

    @property
    def since(self) -> float:
        """The second comparison: the change since the same morning and that of other days, in points."""
        return round(self.massage.change - self.others.change, 1)


class Share(NamedTuple):
    """A share, as part of a whole."""

    part: int
    whole: int


class Gaps(NamedTuple):
    """The missing mornings."""

    first: date | None
    """The first morning."""
    logged: Share
    """The mornings logged since."""
    worse: Share
    """The missing mornings after a worse one."""
    better: Share
    """The missing mornings after a better one."""

    @property
    def enough(self) -> bool:
        """Whether there are enough of both to compare."""
        few = self.worse.part + self.better.part < ENOUGH_GAPS
        return not few and min(self.worse.whole, self.better.whole) >= ENOUGH_EITHER


class Traps(NamedTuple):
    """The traps with own figures; the natural course is the same for everyone."""

    worst: WorstWeek
    reactive: Reactive
    gaps: Gaps


def first_weeks(scores: Mapping[date, int]) -> WorstWeek:
    """Return the worst of the first eight weeks by mean, and up to four weeks after it, without the part of chance."""
    if not scores:
        return WorstWeek(())
    start = monday(next(iter(scores)))
    weeks, by_week = [], dict[int, list[int]]()
    for number in range(SHOWN_WEEKS):
        days = [start + timedelta(days=7 * number + n) for n in range(7)]
        by_week[number] = [scores[day] for day in days if day in scores]
        week_mean = mean(by_week[number]) if len(by_week[number]) >= ENOUGH_MORNINGS else None
        weeks.append(WeekMean(days[0], len(by_week[number]), week_mean))
    usable = [number for number in range(FIRST_WEEKS) if weeks[number].mean is not None]
    if len(usable) < ENOUGH_WEEKS:
        return WorstWeek(tuple(weeks))
    worst = max(usable, key=lambda number: (sum(by_week[number]) / len(by_week[number]), -number))
    after = tuple(n for n in range(worst + 1, worst + 1 + WEEKS_AFTER) if weeks[n].mean is not None)
    if not after:
        return WorstWeek(tuple(weeks))
    rest = [score for number in after for score in by_week[number]]
    return WorstWeek(tuple(weeks), worst, after, len(rest), mean(rest))


def reactive(scores: Mapping[date, int], late: Collection[date], massaged: Collection[date]) -> Reactive:
    """Compare mornings and next mornings of massage days and other days since the first massage, without late ones."""
    first = min(massaged, default=None)
    groups: dict[bool, tuple[list[int], list[int]]] = {True: ([], []), False: ([], [])}
    for day, then in pairwise(scores):
        if first is None or day < first or (then - day).days != 1 or day in late or then in late:
            continue
        this, following = groups[day in massaged]
        this.append(scores[day])
        following.append(scores[then])
    with_it, without = (DayGroup(len(group[0]), mean(group[0]), mean(group[1])) for group in groups.values())
    return Reactive(with_it, without)


def gaps(scores: Mapping[date, int], as_of: date) -> Gaps:
    """Count the missing mornings after worse and better ones.

    A morning is worse or better than the mean of the mornings around it, so recovery does not make all early ones
    worse. The last day is left out while it has no score: it may still be logged.
    """
    days = list(scores)
    if not days:
        return Gaps(None, Share(0, 0), Share(0, 0), Share(0, 0))
    last = as_of if as_of in scores else as_of - timedelta(days=1)
    missed: dict[int, list[bool]] = {1: [], -1: []}
    low = high = total = 0
    for day in days:
        while high < len(days) and (days[high] - day).days <= AROUND_DAYS:
            total += scores[days[high]]
            high += 1
        while (day - days[low]).days > AROUND_DAYS:
            total -= scores[days[low]]
            low += 1
        weighted = scores[day] * (high - low)
        if day < last and weighted != total:
            missed[1 if weighted > total else -1].append(day + timedelta(days=1) not in scores)
    worse, better = (Share(sum(gap), len(gap)) for gap in missed.values())
    return Gaps(days[0], Share(len(days), (last - days[0]).days + 1), worse, better)


def difference(first: Share, other: Share) -> tuple[float, float, float]:
    """Return the difference of two shares with its 95 % interval; all 0-1 (Newcombe 1998, method 10)."""
    p, q = first.part / first.whole, other.part / other.whole
    (low_p, high_p), (low_q, high_q) = _wilson(first), _wilson(other)
    apart = p - q
    below = sqrt((p - low_p) ** 2 + (high_q - q) ** 2)
    above = sqrt((high_p - p) ** 2 + (q - low_q) ** 2)
    return apart, apart - below, apart + above


def _wilson(share: Share) -> tuple[float, float]:
    n, p = share.whole, share.part / share.whole
    middle, half = p + _Z**2 / (2 * n), _Z * sqrt(p * (1 - p) / n + _Z**2 / (4 * n * n))
    return (middle - half) / (1 + _Z**2 / n), (middle + half) / (1 + _Z**2 / n)
