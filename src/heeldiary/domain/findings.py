"""What is reckoned from one foot's diary up to a day: purely, so that the app does it behind a live screen."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from heeldiary.domain.change import Band, ThenAndNow, Trend, Waiting
from heeldiary.domain.links import Declared, Links, links
from heeldiary.domain.scales import Foot
from heeldiary.domain.traps import Traps


class Material(NamedTuple):
    """All that reckoning needs, read from the diary in one snapshot."""

    foot: Foot
    as_of: date
    """The last day that is looked at; nothing after it is in here."""
    scores: Mapping[date, int]
    """Every first-step score of the foot by day, oldest first."""
    late: frozenset[date]
    """The mornings that were written down late (more than 36 hours after their day began)."""
    massaged: frozenset[date] = frozenset()
    """The days on which this foot was massaged."""
    baseline_from: date | None = None
    """The day from which "then" is counted, set before it came; None for the first mornings."""
    declared: Declared = Declared()
    """What was named for Links, and what the diary has of it."""


class Findings(NamedTuple):
    """What came of it; the views of Trends draw it and tell it in words."""

    material: Material
    then_and_now: ThenAndNow | Waiting
    trend: Trend | Waiting
    bands: Mapping[date, Band]
    """By Monday; a week without enough mornings before it has none."""
    links: Links
    traps: Traps


def findings(material: Material) -> Findings:
    """Reckon everything. It takes a moment, and loads numpy: the app calls it behind a live screen."""
    from heeldiary.domain.chance.change import bands, then_and_now, trend
    from heeldiary.domain.chance.noise import noise_of
    from heeldiary.domain.chance.traps import traps_of

    noise = noise_of(material.scores)
    return Findings(
        material,
        then_and_now(material.scores, material.as_of, noise, material.baseline_from),
        trend(material.scores, material.as_of),
        bands(material.scores, noise),
        links(material.foot, material.scores, material.late, material.declared),
        traps_of(material, noise),
    )
