"""Links: differences between mornings after days with and without each factor."""

from collections.abc import Collection, Mapping
from datetime import date
from operator import sub
from typing import TYPE_CHECKING, Literal, NamedTuple

from heeldiary.domain.links.analysis_points import ENOUGH_EACH, NOTHING_YET, AnalysisPoint, Reason, analysis_point
from heeldiary.domain.links.factors import Factor
from heeldiary.domain.scales import Foot

if TYPE_CHECKING:
    from heeldiary.domain.chance.link_days import ScoredPairs
    from heeldiary.domain.chance.links import Estimate

LAG_DAYS = 1
"""A day is compared with the morning after it."""
ENOUGH_APART = 0.05
"""The least share of own variation; below it a factor cannot be separated from time, weekends, pain and yesterday."""
ENOUGH_FREEDOM = 4
"""The fewest degrees of freedom; below them the factor changes too rarely."""
MEDICINE = "care:medicine"
"""Pain relief masks what is measured."""

Verdict = Literal["too-early", "no-clear-link", "link"]


class Link(NamedTuple):
    """The result of a factor."""

    name: str
    pairs: int
    """The pairs behind the verdict; before a verdict, the pairs so far."""
    with_it: int
    """The pairs after days with the factor."""
    at_least: int
    """The least amount of a day with the factor; 1 for yes or no."""
    next_look: int
    """The number of pairs at the next analysis."""
    verdict: Verdict = "too-early"
    reason: Reason | None = None
    difference: float | None = None
    """The difference in points, to one decimal; negative is less pain. None while it is too early."""
    low: float | None = None
    high: float | None = None
    """The plausible range, to one decimal."""
    other_way: bool = False
    """Whether the difference changes its sign without the days with medicine."""
    dropped: bool = False
    """Whether it was removed: it still counts as tested."""

    @property
    def without_it(self) -> int:
        """The pairs after days without the factor."""
        return self.pairs - self.with_it


class Links(NamedTuple):
    """The results of all factors of a foot."""

    foot: Foot
    pairs: int
    """The number of mornings with a score the day before."""
    factors: tuple[Link, ...]
    """The declared factors, in order."""
    before: tuple[Link, ...]
    """Factors tested before and removed."""
    tested: int
    """The number tested together: declared and formerly tested ones, times two if both feet hurt."""
    possible: Mapping[str, int]
    """What can be named, with the days on which the diary has it; only where nothing is named."""


class Declared(NamedTuple):
    """The declared factors, with their values."""

    factors: tuple[Factor, ...] = ()
    """All factors, including removed ones."""
    sealed: frozenset[str] = frozenset()
    """The factors of running experiments."""
    medicine: frozenset[date] = frozenset()
    """The days with medicine."""
    feet: int = 1
    """The number of feet analysed."""
    possible: Mapping[str, int] = {}
    """What can be named, with the days on which the diary has it; only where nothing is named."""


def links(foot: Foot, scores: Mapping[date, int], late: Collection[date], declared: Declared) -> Links:
    """Analyse each factor at its latest analysis point, without mornings logged late."""
    timely = {day: score for day, score in scores.items() if day not in late} if late else scores
    fit = _fit(timely) if timely and declared.factors else None
    looks = [(factor, analysis_point(factor, fit) if fit else NOTHING_YET) for factor in declared.factors]
    estimates = {
        factor.name: fit.estimate(factor.days, taken.at_least, (taken.pairs[0], taken.pairs[-1]))
        for factor, taken in looks
        if fit and taken.reason is None
    }
    clear = {name for name, estimate in estimates.items() if _is_clear(estimate)}
    tested = declared.feet * sum(factor.dropped_on is None or factor.name in clear for factor, _ in looks)
    results = []
    for factor, taken in looks:
        link = _described(factor, taken)
        if factor.name in declared.sealed:
            link = link._replace(reason="sealed")
        elif fit and factor.name in clear:
            link = _verdict(link, estimates[factor.name], tested)
            link = link._replace(other_way=_other_way(fit, factor, taken, estimates[factor.name], declared.medicine))
        elif taken.reason is None:
            link = link._replace(reason="apart")
        results.append(link)
    named = tuple(link for link in results if not link.dropped)
    before = tuple(link for link in results if link.dropped and link.verdict != "too-early")
    return Links(foot, _followed(timely), named, before, tested, declared.possible)


def _is_clear(estimate: "Estimate") -> bool:
    return estimate.apart >= ENOUGH_APART and estimate.freedom >= ENOUGH_FREEDOM


def _followed(scores: Mapping[date, int]) -> int:
    """Return how many days with a score are followed by another."""
    numbers = [*map(date.toordinal, scores)]
    return [*map(sub, numbers[1:], numbers)].count(1)


def _described(factor: Factor, taken: AnalysisPoint) -> Link:
    return Link(
        factor.name, len(taken.pairs), taken.with_it, taken.at_least, taken.next_look,
        reason=taken.reason, dropped=factor.dropped_on is not None,
    )  # fmt: skip


def _verdict(link: Link, estimate: "Estimate", tested: int) -> Link:
    """Return a verdict: a link if the plausible range excludes 0."""
    low, high = estimate.range(tested)
    return link._replace(
        verdict="link" if low > 0 or high < 0 else "no-clear-link",
        difference=tenths(estimate.difference),
        low=tenths(low),
        high=tenths(high),
    )


def tenths(points: float) -> float:
    """Round points to one decimal, halves away from 0, without -0.0."""
    return int(abs(points) * 10 + 0.5) / 10 * (1 if points > 0 else -1) or 0.0


def _other_way(
    fit: "ScoredPairs", factor: Factor, taken: AnalysisPoint, estimate: "Estimate", medicine: Collection[date]
) -> bool:
    """Return whether the difference changes its sign without the days with medicine."""
    if factor.name == MEDICINE or not medicine:
        return False
    left_out = {day.toordinal() for day in medicine}
    pairs = [day for day in taken.pairs if day not in left_out]
    with_it = sum(factor.days[date.fromordinal(day)] >= taken.at_least for day in pairs)
    if len(pairs) == len(taken.pairs) or min(with_it, len(pairs) - with_it) < ENOUGH_EACH:
        return False
    again = fit.estimate(factor.days, taken.at_least, (pairs[0], pairs[-1]), medicine)
    return _is_clear(again) and tenths(estimate.difference) * tenths(again.difference) < 0


def _fit(scores: Mapping[date, int]) -> "ScoredPairs":
    """Return the prepared scores; imports numpy."""
    from heeldiary.domain.chance.link_days import ScoredPairs

    return ScoredPairs(scores)
