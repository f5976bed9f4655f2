"""What is reckoned from one foot's diary up to a day: purely, so that the app does it behind a live screen."""

from typing import TYPE_CHECKING

from heeldiary.domain.analysis.observations import Material
from heeldiary.domain.analysis.results import Changes, Findings
from heeldiary.domain.links.links import links
from heeldiary.domain.traps.traps import Traps, first_weeks, gaps, reactive

if TYPE_CHECKING:
    from heeldiary.domain.chance.noise import Noise


def changes(material: Material) -> Changes:
    """Compute then and now, the trend and the bands. It takes a moment, and loads numpy."""
    from heeldiary.domain.chance.noise import noise_of

    return _changes(material, noise_of(material.scores))


def findings(material: Material) -> Findings:
    """Reckon everything. It takes a moment, and loads numpy: the app calls it behind a live screen."""
    from heeldiary.domain.chance.noise import noise_of

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


def traps_of(material: Material, noise: "Noise | None") -> Traps:
    """All four traps of a diary with that noise."""
    scores = material.scores
    worst = first_weeks(scores)
    if noise is not None and worst.worst is not None:
        from heeldiary.domain.chance.traps import after_worst

        worst = worst._replace(chance=after_worst(noise, worst))
    readings = reactive(scores, material.late, material.massaged)
    readings = readings._replace(sealed="massage" in material.declared.sealed)
    return Traps(worst, readings, gaps(scores, material.as_of))
