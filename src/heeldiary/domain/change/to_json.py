"""Then and now, the trend and the noise bands as JSON."""

from collections.abc import Mapping
from datetime import date

from heeldiary.domain.change.change import NoiseBand, Period, ThenAndNow, TooEarly, Trend


def change_to_json(then_and_now: ThenAndNow | TooEarly, trend: Trend | TooEarly) -> dict[str, object]:
    """Return `then_and_now` and `trend`, each null while there is too little data."""
    return {
        "then_and_now": None if isinstance(then_and_now, TooEarly) else _then_and_now(then_and_now),
        "trend": None if isinstance(trend, TooEarly) else _trend(trend),
    }


def bands_to_json(bands: Mapping[date, NoiseBand]) -> dict[date, tuple[float, float]]:
    """Return the noise bands by Monday."""
    return {start: (band.low, band.high) for start, band in bands.items()}


def _then_and_now(then_and_now: ThenAndNow) -> dict[str, object]:
    return {
        "then": _window(then_and_now.then),
        "now": _window(then_and_now.now),
        "difference": then_and_now.difference,
        "band": then_and_now.band,
        "verdict": then_and_now.verdict,
        "baseline_from": None if then_and_now.since is None else then_and_now.since.isoformat(),
    }


def _window(window: Period) -> dict[str, object]:
    return {
        "from": window.first.isoformat(),
        "to": window.last.isoformat(),
        "mornings": len(window.scores),
        "mean": window.mean,
    }


def _trend(trend: Trend) -> dict[str, object]:
    return {
        "per_4_weeks": trend.per_four_weeks,
        "interval": [trend.low, trend.high],
        "weeks": len(trend.means),
        "from": trend.first.isoformat(),
    }
