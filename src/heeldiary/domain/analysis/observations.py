"""The observations an analysis needs, and how far back."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from heeldiary.domain.change.change import LONG_DAYS
from heeldiary.domain.days import monday
from heeldiary.domain.links.links import Declared
from heeldiary.domain.scales import Foot

EARLIEST_MORNINGS = 2 * LONG_DAYS
"""The first mornings `analyse_change` needs: `then`, and whether there are twice as many."""

_RECENT_WEEKS = 108
_NOISE_DAYS = 364  # as in chance/noise.py, which imports numpy


class Observations(NamedTuple):
    """The inputs of an analysis, read in one snapshot."""

    foot: Foot
    as_of: date
    """The last day included."""
    scores: Mapping[date, int]
    """The foot's first-step scores by day, oldest first: all, or those `analyse_change` needs."""
    late: frozenset[date]
    """The mornings logged late (more than 36 hours after their day began)."""
    massaged: frozenset[date] = frozenset()
    """The days on which this foot was massaged."""
    baseline_from: date | None = None
    """The day "then" starts, set in advance; None for the first mornings."""
    declared: Declared = Declared()
    """The declared factors of Links, with their values."""


def first_recent_day(last: date) -> date:
    """Return the first day of the recent mornings `analyse_change` needs, given the latest morning's day.

    The noise bands reach back furthest: 104 weeks, each compared with the four weeks before.
    """
    return monday(last) - timedelta(weeks=_RECENT_WEEKS)


def first_noise_day(last: date) -> date:
    """Return the first day the noise is estimated from, given the latest morning's day."""
    return last - timedelta(days=_NOISE_DAYS - 1)
