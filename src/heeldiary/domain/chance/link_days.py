"""One diary's days in a row, as the fit behind Links takes them."""

from collections.abc import Collection, Mapping
from datetime import date

import numpy as np

from heeldiary.domain.chance.links import Estimate, Marks, Numbers, estimate


class ScoredPairs:
    """The scores of one diary, made ready once for all of its factors."""

    def __init__(self, scores: Mapping[date, int]) -> None:
        """`scores` by day, oldest first, one at least."""
        self._first = next(iter(scores)).toordinal()
        self._scores = _in_a_row(scores, self._first, [*scores][-1].toordinal())

    def estimate(
        self, days: Mapping[date, int], at_least: int, span: tuple[date, date], without: Collection[date] = ()
    ) -> Estimate:
        """The difference of a factor.

        `days` are what is known of it; from `at_least` on a day is one with it. Days count from the first of `span`
        to the last, those of `without` not at all; the last is not the last that has a score.
        """
        first, last = span[0].toordinal(), span[1].toordinal()
        values = _in_a_row(days, first, last + 1)
        done = np.where(np.isnan(values), np.nan, values >= at_least)
        scores = self._scores[first - self._first : last + 2 - self._first]
        return estimate(scores, done, _others(without, first, last), span[0])


def _in_a_row(values: Mapping[date, int], first: int, last: int) -> Numbers:
    """The value of each day from the first to the last; nan where there is none."""
    places = np.fromiter(map(date.toordinal, values), np.int64, len(values)) - first
    inside = (places >= 0) & (places <= last - first)
    row = np.full(last - first + 1, np.nan)
    row[places[inside]] = np.fromiter(values.values(), np.float64, len(values))[inside]
    return row


def _others(without: Collection[date], first: int, last: int) -> Marks:
    """A mark for each day from the first to the last but those left out."""
    marks = np.ones(last - first + 1, dtype=np.bool_)
    marks[[day.toordinal() - first for day in without if first <= day.toordinal() <= last]] = False
    return marks
