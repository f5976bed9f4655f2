"""One diary's days in a row, as the fit behind Links takes them."""

from collections.abc import Collection, Mapping
from datetime import date

import numpy as np

from heeldiary.domain.chance.day_values import DayValues
from heeldiary.domain.chance.links import Estimate, Marks, Numbers, estimate


class ScoredPairs:
    """The scores of one diary, made ready once for all of its factors; days are numbered as `date.toordinal` does."""

    def __init__(self, scores: Mapping[date, int]) -> None:
        """`scores` by day, oldest first, one at least."""
        self._first, self._last = next(iter(scores)).toordinal(), next(reversed([*scores])).toordinal()
        self._scores = DayValues.of(scores).between(self._first, self._last)
        scored = ~np.isnan(self._scores)
        self._followed: Marks = scored & np.append(scored[1:], False)
        """The days with a score whose next day has one, too."""

    def pairs(self, days: Mapping[date, int], dropped_on: date | None = None) -> tuple[list[int], list[int]]:
        """The days known whose morning and next morning are scored, before a day if one is given; and their values."""
        values = self._values(days)
        use = self._followed & ~np.isnan(values)
        if dropped_on is not None:
            use[max(0, dropped_on.toordinal() - self._first) :] = False
        return (np.flatnonzero(use) + self._first).tolist(), values[use].astype(np.int64).tolist()

    def covered(self, days: Mapping[date, int], first: int, last: int) -> int:
        """How many days from one to another are known, and before or after a morning whose next one is scored."""
        before = np.append(self._followed[1:], False)
        use = (self._followed | before) & ~np.isnan(self._values(days))
        return int(use[first - self._first : last + 1 - self._first].sum())

    def estimate(
        self, days: Mapping[date, int], at_least: int, span: tuple[int, int], without: Collection[date] = ()
    ) -> Estimate:
        """The difference of a factor.

        `days` are what is known of it; from `at_least` on a day is one with it. Days count from the first of `span`
        to the last, those of `without` not at all; the last is not the last that has a score.
        """
        first, last = span
        shown = slice(first - self._first, last + 2 - self._first)
        values = self._values(days)[shown]
        done = np.where(np.isnan(values), np.nan, values >= at_least)
        return estimate(self._scores[shown], done, _others(without, first, last), date.fromordinal(first))

    def _values(self, days: Mapping[date, int]) -> Numbers:
        return DayValues.of(days).between(self._first, self._last)


def _others(without: Collection[date], first: int, last: int) -> Marks:
    """A mark for each day from the first to the last but those left out."""
    marks = np.ones(last - first + 1, dtype=np.bool_)
    marks[[day.toordinal() - first for day in without if first <= day.toordinal() <= last]] = False
    return marks
