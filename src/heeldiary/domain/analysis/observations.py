"""What the analysis of one foot's diary needs, and how far back it needs it."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from heeldiary.domain.change.change import LONG_DAYS
from heeldiary.domain.days import monday
from heeldiary.domain.links.links import Declared
from heeldiary.domain.scales import Foot

EARLIEST_MORNINGS = 2 * LONG_DAYS
"""The first mornings that changes need: `then`, and whether there are twice as many."""

_RECENT_WEEKS = 108
_NOISE_DAYS = 364  # as in chance/noise.py, which brings numpy


class Observations(NamedTuple):
    """All that reckoning needs, read from the diary in one snapshot."""

    foot: Foot
    as_of: date
    """The last day that is looked at; nothing after it is in here."""
    scores: Mapping[date, int]
    """First-step scores of the foot by day, oldest first: every one, or for `changes` alone those that it needs."""
    late: frozenset[date]
    """The mornings that were written down late (more than 36 hours after their day began)."""
    massaged: frozenset[date] = frozenset()
    """The days on which this foot was massaged."""
    baseline_from: date | None = None
    """The day from which "then" is counted, set before it came; None for the first mornings."""
    declared: Declared = Declared()
    """What was named for Links, and what the diary has of it."""


def first_recent_day(last: date) -> date:
    """The first day of the recent mornings that changes need, where `last` is the day of the latest one.

    The bands reach back furthest: 104 weeks, each compared with the four before it.
    """
    return monday(last) - timedelta(weeks=_RECENT_WEEKS)


def first_noise_day(last: date) -> date:
    """The first of the days from which the noise is estimated, where `last` is the day of the latest morning."""
    return last - timedelta(days=_NOISE_DAYS - 1)
