"""When a factor is analysed: with enough pairs of mornings, with and without it, at fixed numbers of pairs."""

from bisect import bisect_left, insort
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from heeldiary.domain.links.factors import Factor, is_amount, split

if TYPE_CHECKING:
    from heeldiary.domain.chance.link_days import ScoredPairs

ENOUGH_PAIRS = 56
"""The fewest pairs of mornings with the factor known on the first day (statistics.md, 3.5)."""
ENOUGH_EACH = 8
"""The fewest pairs after days with the factor, and without it."""
ENOUGH_COVERAGE = 0.5
"""The least share of days, first to last, with the factor known and the next morning scored."""

FIRST_ANALYSES = (ENOUGH_PAIRS, 84)
"""The first analyses, in pairs; then each time twice as many. In between a verdict stays: with an analysis every week
for a year, 4 in 10 diaries without any link would show one, with these 2 in 10 (calibration/links.py)."""

Reason = Literal["pairs", "groups", "coverage", "apart", "sealed"]
"""Why it is too early: too few pairs; too few days with or without it; too many gaps; no own variation apart from time,
weekends and the day before; a running experiment about it."""


class AnalysisPoint(NamedTuple):
    """The latest analysis of a factor, or why there is none."""

    pairs: Sequence[int]
    """The days used, numbered as in `date.toordinal`; before a verdict, those so far."""
    with_it: int
    """The number of those days with the factor."""
    at_least: int
    """The least amount of a day with the factor; 1 for yes or no."""
    reason: Reason | None
    """Why there is no verdict; None if there is one."""
    next_look: int
    """The number of pairs for the next analysis."""


NOTHING_YET = AnalysisPoint((), 0, 1, "pairs", ENOUGH_PAIRS)
"""The analysis point of a diary without a score."""


def analysis_point(factor: Factor, mornings: "ScoredPairs") -> AnalysisPoint:
    """Return the latest analysis point of a factor."""
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
    """Return the number of pairs for the analysis after one at `pairs`."""
    following = next((at for at in FIRST_ANALYSES if at > pairs), 2 * FIRST_ANALYSES[-1])
    while following <= pairs:
        following *= 2
    return following


def _at(
    factor: Factor, days: Sequence[int], values: Sequence[int], reason: Reason | None, following: int
) -> AnalysisPoint:
    ordered = sorted(values)
    at_least = _part(factor, ordered)
    return AnalysisPoint(days, len(ordered) - bisect_left(ordered, at_least), at_least, reason, following)


def _part(factor: Factor, ordered: Sequence[int]) -> int:
    return split(ordered) if is_amount(factor.name) and ordered else 1


def _first(factor: Factor, values: Sequence[int]) -> int | None:
    """Return the fewest pairs, from 56 on, with enough days with and without the factor."""
    ordered: list[int] = []
    for number, value in enumerate(values, 1):
        insort(ordered, value)
        without = bisect_left(ordered, _part(factor, ordered)) if number >= ENOUGH_PAIRS else 0
        if min(without, number - without) >= ENOUGH_EACH:
            return number
    return None


def _missing(factor: Factor, taken: AnalysisPoint, mornings: "ScoredPairs") -> Reason | None:
    """Return what an analysis lacks."""
    if min(taken.with_it, len(taken.pairs) - taken.with_it) < ENOUGH_EACH:
        return "groups"
    first, last = taken.pairs[0], taken.pairs[-1]
    enough = ENOUGH_COVERAGE * (last - first + 1)
    # The pairs count as covered: usually they are enough.
    return None if len(taken.pairs) >= enough or mornings.covered(factor.days, first, last) >= enough else "coverage"
