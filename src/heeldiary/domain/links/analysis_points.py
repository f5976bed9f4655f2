"""When a factor may be looked at: enough mornings, enough days with and without it, at fixed numbers of mornings."""

from bisect import bisect_left, insort
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from heeldiary.domain.links.factors import Factor, is_amount, split

if TYPE_CHECKING:
    from heeldiary.domain.chance.link_days import ScoredPairs

ENOUGH_PAIRS = 56
"""Mornings that have a score the day before, with the factor known on that day (statistics.md, 3.5)."""
ENOUGH_EACH = 8
"""Of them after days with the factor, and after days without it."""
ENOUGH_COVERAGE = 0.5
"""Of the days from the first to the last, how many have the factor known and the next morning scored."""

FIRST_ANALYSES = (ENOUGH_PAIRS, 84)
"""Then each time twice as many. Between two looks a verdict stands: looked at every week for a year, diaries without
any link show one in 4 of 10 cases, at these looks in 2 of 10 (calibration/links.py)."""

Reason = Literal["pairs", "groups", "coverage", "apart", "sealed"]
"""Why it is too early: too few mornings; too few days with or without it; too many gaps; it cannot be told from time,
weekend or itself the day before; an experiment about it is running."""


class AnalysisPoint(NamedTuple):
    """How far a factor is looked at, and why no further."""

    pairs: Sequence[int]
    """The days that it rests on, numbered as `date.toordinal` does; before there is a verdict, those so far."""
    with_it: int
    """Of them those with the factor."""
    at_least: int
    """A day counts as one with the factor from so much on; 1 for yes and no."""
    reason: Reason | None
    """Why there is no verdict; None where there is one."""
    next_look: int
    """How many pairs there have to be for the next look."""


NOTHING_YET = AnalysisPoint((), 0, 1, "pairs", ENOUGH_PAIRS)
"""Of a diary without a score."""


def analysis_point(factor: Factor, mornings: "ScoredPairs") -> AnalysisPoint:
    """The latest look that may be taken."""
    days, values = mornings.pairs(factor.days, factor.dropped_on)
    if len(days) < ENOUGH_PAIRS:
        return _at(factor, days, values, "pairs", ENOUGH_PAIRS)
    at = _first(factor, values)
    if at is None:
        return _at(factor, days, values, "groups", len(days) + 1)
    following = next_analysis_at(at)
    while following <= len(days):
        at, following = following, next_analysis_at(following)
    taken = _at(factor, days[:at], values[:at], None, following)
    return taken._replace(reason=_missing(factor, taken, mornings))


def next_analysis_at(pairs: int) -> int:
    """How many pairs there have to be for the look after one at `pairs`."""
    following = next((at for at in FIRST_ANALYSES if at > pairs), 2 * FIRST_ANALYSES[-1])
    while following <= pairs:
        following *= 2
    return following


def _at(
    factor: Factor, days: Sequence[int], values: Sequence[int], reason: Reason | None, following: int
) -> AnalysisPoint:
    at_least = _part(factor, sorted(values)) if is_amount(factor.name) else 1
    return AnalysisPoint(days, sum(map(at_least.__le__, values)), at_least, reason, following)


def _part(factor: Factor, ordered: Sequence[int]) -> int:
    return split(ordered) if is_amount(factor.name) and ordered else 1


def _first(factor: Factor, values: Sequence[int]) -> int | None:
    """The fewest pairs from 56 on that have days enough with the factor and without it."""
    ordered: list[int] = []
    for number, value in enumerate(values, 1):
        insort(ordered, value)
        without = bisect_left(ordered, _part(factor, ordered)) if number >= ENOUGH_PAIRS else 0
        if min(without, number - without) >= ENOUGH_EACH:
            return number
    return None


def _missing(factor: Factor, taken: AnalysisPoint, mornings: "ScoredPairs") -> Reason | None:
    """What a look still lacks."""
    if min(taken.with_it, len(taken.pairs) - taken.with_it) < ENOUGH_EACH:
        return "groups"
    first, last = taken.pairs[0], taken.pairs[-1]
    enough = ENOUGH_COVERAGE * (last - first + 1)
    # The pairs themselves are covered: mostly there are enough of them already.
    return None if len(taken.pairs) >= enough or mornings.covered(factor.days, first, last) >= enough else "coverage"
