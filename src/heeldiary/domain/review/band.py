"""The noise band of a week in the review, as in Trends, or what is missing for one."""

from datetime import timedelta

from heeldiary.domain.chance.change import ENOUGH_BASELINE_MORNINGS, noise_bands
from heeldiary.domain.chance.noise import ENOUGH_MORNINGS as ENOUGH_FOR_NOISE
from heeldiary.domain.chance.noise import count_recent_mornings, estimate_noise
from heeldiary.domain.review.review import Band, FootWeek, NoBand, Review, mornings_before
from heeldiary.domain.weeks.weeks import ENOUGH_MORNINGS, mean


def with_bands(review: Review) -> Review:
    """Return the review with each foot's noise band, or with what is missing."""
    return review._replace(feet=tuple(foot_week._replace(band=band(foot_week)) for foot_week in review.feet))


def band(foot_week: FootWeek) -> Band | NoBand:
    """Return the noise band of a foot's week."""
    noise = estimate_noise(foot_week.scores)
    if noise is None:
        return NoBand("diary", count_recent_mornings(foot_week.scores), ENOUGH_FOR_NOISE)
    before = mornings_before(foot_week)
    if len(before) < ENOUGH_BASELINE_MORNINGS:
        return NoBand("before", len(before), ENOUGH_BASELINE_MORNINGS)
    if not foot_week.week.enough:
        return NoBand("week", foot_week.week.mornings, ENOUGH_MORNINGS)
    week = {day: score for day, score in foot_week.scores.items() if day < foot_week.week.start + timedelta(days=7)}
    noise_band = noise_bands(week, noise)[foot_week.week.start]
    return Band(noise_band.low, noise_band.high, mean([week[day] for day in before]) or 0.0, noise_band.mornings)
