"""What is reckoned from one foot's diary up to a day: purely, so that the app does it behind a live screen."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from heeldiary.domain.change.change import LONG, Band, ThenAndNow, Trend, Waiting
from heeldiary.domain.days import monday
from heeldiary.domain.links.links import Declared, Links, links
from heeldiary.domain.scales import Foot
from heeldiary.domain.traps.traps import Traps

if TYPE_CHECKING:
    from heeldiary.domain.chance.noise import Noise

EARLIEST_MORNINGS = 2 * LONG
"""The first mornings that changes need: `then`, and whether there are twice as many."""

_RECENT_WEEKS = 108
_NOISE_DAYS = 364  # as in chance/noise.py, which brings numpy


class Material(NamedTuple):
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


class Changes(NamedTuple):
    """What the weekly views and Change show: it needs the first mornings and the last two years of a diary, no more."""

    material: Material
    then_and_now: ThenAndNow | Waiting
    trend: Trend | Waiting
    bands: Mapping[date, Band]
    """By Monday; a week without enough mornings before it has none."""


class Findings(NamedTuple):
    """The same, and what needs the whole diary: Links and Traps."""

    material: Material
    then_and_now: ThenAndNow | Waiting
    trend: Trend | Waiting
    bands: Mapping[date, Band]
    links: Links
    traps: Traps


def recent_from(last: date) -> date:
    """The first day of the recent mornings that changes need, where `last` is the day of the latest one.

    The bands reach back furthest: 104 weeks, each compared with the four before it.
    """
    return monday(last) - timedelta(weeks=_RECENT_WEEKS)


def noise_from(last: date) -> date:
    """The first of the days from which the noise is estimated, where `last` is the day of the latest morning."""
    return last - timedelta(days=_NOISE_DAYS - 1)


def changes(material: Material) -> Changes:
    """Compute then and now, the trend and the bands. It takes a moment, and loads numpy."""
    from heeldiary.domain.chance.noise import noise_of

    return _changes(material, noise_of(material.scores))


def findings(material: Material) -> Findings:
    """Reckon everything. It takes a moment, and loads numpy: the app calls it behind a live screen."""
    from heeldiary.domain.chance.noise import noise_of
    from heeldiary.domain.chance.traps import traps_of

    noise = noise_of(material.scores)
    return Findings(
        *_changes(material, noise),
        links(material.foot, material.scores, material.late, material.declared),
        traps_of(material, noise),
    )


def _changes(material: Material, noise: "Noise | None") -> Changes:
    from heeldiary.domain.chance.change import bands, then_and_now, trend

    scores = material.scores
    return Changes(
        material,
        then_and_now(scores, material.as_of, noise, material.baseline_from),
        trend(scores, material.as_of),
        bands(scores, noise),
    )
