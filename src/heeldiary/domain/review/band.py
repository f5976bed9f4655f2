"""The noise band of a week in the review, as in Trends, or what is missing for one."""

from datetime import timedelta

from heeldiary.domain.chance.change import ENOUGH_BASELINE_MORNINGS, noise_bands
from heeldiary.domain.chance.noise import ENOUGH_MORNINGS as ENOUGH_FOR_NOISE
from heeldiary.domain.chance.noise import count_recent_mornings, estimate_noise
from heeldiary.domain.review.review import Band, FootWeek, NoBand, Review, mornings_before
from heeldiary.domain.weeks.weeks import ENOUGH_MORNINGS, mean


def with_bands(review: Review) -> Review:
    """Return the review with each foot's noise band, or with what is missing."""
    return review._replace(feet=tuple(of._replace(band=band(of)) for of in review.feet))


def band(of: FootWeek) -> Band | NoBand:
    """Return the noise band of a foot's week."""
    noise = estimate_noise(of.scores)
    if noise is None:
        return NoBand("diary", count_recent_mornings(of.scores), ENOUGH_FOR_NOISE)
    before = mornings_before(of)
    if len(before) < ENOUGH_BASELINE_MORNINGS:
        return NoBand("before", len(before), ENOUGH_BASELINE_MORNINGS)
    if not of.week.enough:
        return NoBand("week", of.week.mornings, ENOUGH_MORNINGS)
    week = {day: score for day, score in of.scores.items() if day < of.week.start + timedelta(days=7)}
    found = noise_bands(week, noise)[of.week.start]
    return Band(found.low, found.high, mean([week[day] for day in before]) or 0.0, found.mornings)
