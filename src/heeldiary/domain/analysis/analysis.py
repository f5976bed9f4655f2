"""Computing the analysis of one foot's diary, without side effects, so the app can do it in the background."""

from typing import TYPE_CHECKING

from heeldiary.domain.analysis.observations import Observations
from heeldiary.domain.analysis.results import Analysis, ChangeAnalysis
from heeldiary.domain.links.links import links
from heeldiary.domain.traps.traps import Traps, first_weeks, gaps, reactive

if TYPE_CHECKING:
    from heeldiary.domain.chance.noise import Noise


def analyse_change(observations: Observations) -> ChangeAnalysis:
    """Compute then and now, the trend and the noise bands. Takes a moment and imports numpy."""
    from heeldiary.domain.chance.noise import estimate_noise

    return _changes(observations, estimate_noise(observations.scores))


def analyse(observations: Observations) -> Analysis:
    """Compute everything. Takes a moment and imports numpy; the app calls it in the background."""
    from heeldiary.domain.chance.noise import estimate_noise

    noise = estimate_noise(observations.scores)
    return Analysis(
        *_changes(observations, noise),
        links(observations.foot, observations.scores, observations.late, observations.declared),
        analyse_traps(observations, noise),
    )


def _changes(observations: Observations, noise: "Noise | None") -> ChangeAnalysis:
    from heeldiary.domain.chance.change import noise_bands, then_and_now, trend

    scores = observations.scores
    return ChangeAnalysis(
        observations,
        then_and_now(scores, observations.as_of, noise, observations.baseline_from),
        trend(scores, observations.as_of),
        noise_bands(scores, noise),
    )


def analyse_traps(observations: Observations, noise: "Noise | None") -> Traps:
    """Return all four traps of a diary, given its noise."""
    scores = observations.scores
    worst = first_weeks(scores)
    if noise is not None and worst.worst is not None:
        from heeldiary.domain.chance.traps import expected_fall

        worst = worst._replace(chance=expected_fall(noise, worst))
    readings = reactive(scores, observations.late, observations.massaged)
    readings = readings._replace(sealed="massage" in observations.declared.sealed)
    return Traps(worst, readings, gaps(scores, observations.as_of))
