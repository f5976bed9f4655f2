"""Four ways in which a diary misleads its own keeper, in the person's own figures. What chance does is in `chance/`."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from heeldiary.domain.days import monday
from heeldiary.domain.weeks.weeks import ENOUGH_MORNINGS, mean

FIRST_WEEKS = 8
"""The worst week is looked for among the first so many."""
WEEKS_AFTER = 4
"""So many weeks after it are held against it."""
ENOUGH_WEEKS = 4
"""With fewer weeks among the first nothing is called the worst."""
ENOUGH_DAYS = 8
"""Days with massage, and days without, each with its own morning and the next one."""
ENOUGH_EITHER = 20
"""Worse mornings, and better ones, before their gaps are compared."""
ENOUGH_GAPS = 5
AROUND_DAYS = 14
"""A morning is worse or better than the mean of the mornings up to so many days before and after it."""
_Z = 1.959963984540054
"""Of 95 %."""

SHOWN_WEEKS = 12
"""The first weeks that are drawn: the eight, and four after."""


class WeekMean(NamedTuple):
    """One of the first weeks."""

    start: date
    """Its Monday."""
    mornings: int
    mean: float | None
    """To one decimal; None if it has too few mornings."""


class ByChance(NamedTuple):
    """How much lower the weeks after the worst come out in made-up diaries in which nothing changes, in points."""

    mean: float
    low: float
    high: float
    """Nine in ten lie between the two."""


class WorstWeek(NamedTuple):
    """The worst of the first weeks, and the weeks after it."""

    weeks: tuple[WeekMean, ...]
    """From the first, up to twelve."""
    worst: int | None = None
    """Its place among them; None while there is too little."""
    after: tuple[int, ...] = ()
    """The places of the weeks after it that have mornings enough."""
    after_mornings: int = 0
    after_mean: float | None = None
    chance: ByChance | None = None

    @property
    def fall(self) -> float | None:
        """How much lower the weeks after are, of the rounded figures; below 0 they are higher."""
        worst = None if self.worst is None else self.weeks[self.worst].mean
        return None if worst is None or self.after_mean is None else round(worst - self.after_mean, 1)


class DayGroup(NamedTuple):
    """Some days: how many, their mornings' mean, and that of the next mornings."""

    days: int
    this: float | None
    next: float | None

    @property
    def change(self) -> float:
        """From this morning to the next, of the rounded figures."""
        return round((self.next or 0) - (self.this or 0), 1)


class Reactive(NamedTuple):
    """The days with massage since the first one, and the others."""

    massage: DayGroup
    others: DayGroup
    sealed: bool = False
    """Whether an experiment about massage runs: both readings would tell of it before its end."""

    @property
    def enough(self) -> bool:
        """Whether there are enough of both, and they may be told."""
        return not self.sealed and min(self.massage.days, self.others.days) >= ENOUGH_DAYS

    @property
    def beside(self) -> float:
        """The first reading: mornings after massage beside the mornings after other days, in points."""
        return round((self.massage.next or 0) - (self.others.next or 0), 1)

    @property
    def since(self) -> float:
        """The second reading: the change since the same morning, beside that of other days, in points."""
        return round(self.massage.change - self.others.change, 1)


class Share(NamedTuple):
    """So many of so many."""

    part: int
    whole: int


class Gaps(NamedTuple):
    """Which mornings were not logged."""

    first: date | None
    """The first morning."""
    logged: Share
    """Of all mornings since."""
    worse: Share
    """Not logged, of the mornings that follow a worse one."""
    better: Share
    """Not logged, of those that follow a better one."""

    @property
    def enough(self) -> bool:
        """Whether the two may be compared."""
        few = self.worse.part + self.better.part < ENOUGH_GAPS
        return not few and min(self.worse.whole, self.better.whole) >= ENOUGH_EITHER


class Traps(NamedTuple):
    """All four; the natural course is the same for everyone, and says how many mornings were scored."""

    worst: WorstWeek
    reactive: Reactive
    gaps: Gaps


def first_weeks(scores: Mapping[date, int]) -> WorstWeek:
    """The worst of the first eight weeks by its mean, and up to four weeks after it, without what chance does."""
    if not scores:
        return WorstWeek(())
    start = monday(next(iter(scores)))
    weeks, found = [], dict[int, list[int]]()
    for number in range(SHOWN_WEEKS):
        days = [start + timedelta(days=7 * number + n) for n in range(7)]
        found[number] = [scores[day] for day in days if day in scores]
        kept = mean(found[number]) if len(found[number]) >= ENOUGH_MORNINGS else None
        weeks.append(WeekMean(days[0], len(found[number]), kept))
    usable = [number for number in range(FIRST_WEEKS) if weeks[number].mean is not None]
    if len(usable) < ENOUGH_WEEKS:
        return WorstWeek(tuple(weeks))
    worst = max(usable, key=lambda number: (sum(found[number]) / len(found[number]), -number))
    after = tuple(n for n in range(worst + 1, worst + 1 + WEEKS_AFTER) if weeks[n].mean is not None)
    if not after:
        return WorstWeek(tuple(weeks))
    rest = [score for number in after for score in found[number]]
    return WorstWeek(tuple(weeks), worst, after, len(rest), mean(rest))


def reactive(scores: Mapping[date, int], late: Collection[date], massaged: Collection[date]) -> Reactive:
    """Each morning and the next one, on days with massage and on the others since the first; late mornings apart."""
    first = min(massaged, default=None)
    groups: dict[bool, tuple[list[int], list[int]]] = {True: ([], []), False: ([], [])}
    for day, then in pairwise(scores):
        if first is None or day < first or (then - day).days != 1 or day in late or then in late:
            continue
        this, following = groups[day in massaged]
        this.append(scores[day])
        following.append(scores[then])
    with_it, without = (DayGroup(len(of[0]), mean(of[0]), mean(of[1])) for of in groups.values())
    return Reactive(with_it, without)


def gaps(scores: Mapping[date, int], as_of: date) -> Gaps:
    """Which mornings went missing, and whether those after worse ones did more often.

    A morning is worse or better than the mean of the mornings around it, so that a course of recovery does not make
    all early ones worse. The last day is left out as long as it has no score: its morning may still come.
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
        here = scores[day] * (high - low)
        if day < last and here != total:
            missed[1 if here > total else -1].append(day + timedelta(days=1) not in scores)
    worse, better = (Share(sum(of), len(of)) for of in missed.values())
    return Gaps(days[0], Share(len(days), (last - days[0]).days + 1), worse, better)


def difference(one: Share, other: Share) -> tuple[float, float, float]:
    """How much larger one share is than the other, and its 95 % interval; all 0-1 (Newcombe 1998, method 10)."""
    p, q = one.part / one.whole, other.part / other.whole
    (low_p, high_p), (low_q, high_q) = _wilson(one), _wilson(other)
    apart = p - q
    below = sqrt((p - low_p) ** 2 + (high_q - q) ** 2)
    above = sqrt((high_p - p) ** 2 + (q - low_q) ** 2)
    return apart, apart - below, apart + above


def _wilson(share: Share) -> tuple[float, float]:
    n, p = share.whole, share.part / share.whole
    middle, half = p + _Z**2 / (2 * n), _Z * sqrt(p * (1 - p) / n + _Z**2 / (4 * n * n))
    return (middle - half) / (1 + _Z**2 / n), (middle + half) / (1 + _Z**2 / n)
