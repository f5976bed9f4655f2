"""One diary's days as arrays, for the fit of Links."""

from collections.abc import Collection, Mapping
from datetime import date

import numpy as np

from heeldiary.domain.chance.day_values import DayValues
from heeldiary.domain.chance.links import Estimate, Marks, Numbers, estimate


class ScoredPairs:
    """One diary's scores, prepared once for all of its factors. Days are numbered as in `date.toordinal`."""

    def __init__(self, scores: Mapping[date, int]) -> None:
        """`scores` by day, oldest first, at least one."""
        self._first, self._last = next(iter(scores)).toordinal(), next(reversed([*scores])).toordinal()
        self._scores = DayValues.of(scores).between(self._first, self._last)
        scored = ~np.isnan(self._scores)
        self._followed: Marks = scored & np.append(scored[1:], False)
        """The days with a score whose next day has one too."""

    def pairs(self, days: Mapping[date, int], dropped_on: date | None = None) -> tuple[list[int], list[int]]:
        """Return the known days with a scored morning and next morning, optionally before a day, and their values."""
        values = self._values(days)
        use = self._followed & ~np.isnan(values)
        if dropped_on is not None:
            use[max(0, dropped_on.toordinal() - self._first) :] = False
        return (np.flatnonzero(use) + self._first).tolist(), values[use].astype(np.int64).tolist()

    def covered(self, days: Mapping[date, int], first: int, last: int) -> int:
        """Return how many days between two are known and lie next to a pair of scored mornings."""
        before = np.append(self._followed[1:], False)
        use = (self._followed | before) & ~np.isnan(self._values(days))
        return int(use[first - self._first : last + 1 - self._first].sum())

    def estimate(
        self, days: Mapping[date, int], at_least: int, span: tuple[int, int], without: Collection[date] = ()
    ) -> Estimate:
        """Estimate the difference of a factor.

        `days` are its known values; a day counts as one with the factor from `at_least` on. Only days in `span` and not
        in `without` count; the last of them is followed by a scored day.
        """
        first, last = span
        shown = slice(first - self._first, last + 2 - self._first)
        values = self._values(days)[shown]
        done = np.where(np.isnan(values), np.nan, values >= at_least)
        return estimate(self._scores[shown], done, _others(without, first, last), date.fromordinal(first))

    def _values(self, days: Mapping[date, int]) -> Numbers:
        return DayValues.of(days).between(self._first, self._last)


def _others(without: Collection[date], first: int, last: int) -> Marks:
    """Return a mark for each day from the first to the last, except those left out."""
    marks = np.ones(last - first + 1, dtype=np.bool_)
    marks[[day.toordinal() - first for day in without if first <= day.toordinal() <= last]] = False
    return marks
