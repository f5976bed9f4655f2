"""Made-up persons and their diaries, for trying out statistics. Imports nothing of the product.

A person is a steady level of first-step pain with day-to-day noise that persists (AR(1)), perhaps a trend, a weekend
pattern, gaps; the score is rounded to a whole number 0-10. What they do beside it (factors) may act on the next
morning by a known number of points, by zero most of all. These are no clinical data: no persistence of first-step
pain is published.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

FactorKind = Literal["coin", "streaky", "weekend", "minutes", "reactive", "runs"]
"""How a factor comes about from day to day, none of them knowing the next morning:

coin      on or off, half of the days
streaky   on or off, four days in five as the day before
weekend   on or off, three in ten on weekdays, four in five at the weekend
minutes   an amount, skewed, correlated from day to day by .5
reactive  on or off, the likelier the worse this morning hurt: as massage is
runs      on or off, nineteen days in twenty as the day before; not among the usual kinds
"""
FACTOR_KINDS: tuple[FactorKind, ...] = ("coin", "streaky", "weekend", "minutes", "reactive")


class Person(NamedTuple):
    """The distribution of a made-up person's mornings."""

    spread: float = 1.3
    """Standard deviation of the day-to-day noise, in points."""
    persistence: float = 0.6
    """Correlation of that noise from one day to the next."""
    level: float = 5.0
    """Pain on the first day, in points."""
    trend: float = 0.0
    """Points a week, steadily."""
    weekend: float = 0.0
    """Points more on Saturday and Sunday mornings."""
    step: float = 0.0
    """Points by which the level changes, once, in the middle of the diary."""
    missing: float = 0.0
    """Share of mornings not logged, at random."""
    missing_when_bad: float = 0.0
    """Share not logged, besides, of the mornings that are a point or more above the person's level."""


class Diaries(NamedTuple):
    """Many diaries of equal length; the first day is a Monday."""

    scores: Numbers
    """(diaries, days): first-step pain 0-10, nan where it was not logged."""
    factors: Numbers
    """(diaries, days, factors): 0 and 1, or minutes."""


def diaries(
    person: Person,
    days: int,
    number: int,
    random: np.random.Generator,
    factors: Sequence[FactorKind] = (),
    effects: Sequence[float] = (),
    carries_on: bool = False,
    added: Numbers | None = None,
) -> Diaries:
    """Draw this many diaries.

    `effects` are in points on the next morning: of a factor that is on, or of minutes above their usual amount. They
    last for that morning, or, with `carries_on`, live on in the mornings after as the noise does. `added` (diaries,
    days) are points by which each morning differs besides, as an experiment's coins decide.
    """
    effect = np.array([*effects, *[0.0] * (len(factors) - len(effects))])
    innovation = person.spread * np.sqrt(1 - person.persistence**2)
    noise = person.spread * random.standard_normal(number)
    scores = np.empty((number, days))
    done = np.zeros((number, days, len(factors)))
    amounts = random.standard_normal((number, len(factors)))
    push = np.zeros(number)
    for day in range(days):
        weekend = day % 7 in (5, 6)
        level = person.level + person.trend * day / 7 + person.weekend * weekend + person.step * (day >= days / 2)
        more = 0.0 if added is None else added[:, day]
        scores[:, day] = np.clip(np.rint(level + more + noise + (0 if carries_on else push)), 0, 10)
        for column, kind in enumerate(factors):
            amounts[:, column] = 0.5 * amounts[:, column] + np.sqrt(0.75) * random.standard_normal(number)
            before = done[:, day - 1, column] if day else random.integers(0, 2, number).astype(np.float64)
            chance = _chance(kind, before, weekend, scores[:, day] - person.level)
            done[:, day, column] = (
                np.rint(45 * np.exp(0.5 * amounts[:, column])) if kind == "minutes" else random.random(number) < chance
            )
        acts = np.where(np.array([kind == "minutes" for kind in factors]), amounts > 0, done[:, day])
        push = acts @ effect if factors else push
        noise = person.persistence * noise + innovation * random.standard_normal(number) + (push if carries_on else 0)
    bad = scores >= person.level + 1
    gone = random.random(scores.shape) < np.where(bad, person.missing + person.missing_when_bad, person.missing)
    return Diaries(np.where(gone, np.nan, scores), done)


def _chance(kind: FactorKind, before: Numbers, weekend: bool, worse: Numbers) -> Numbers:
    """The chance that a factor is on today."""
    if kind == "streaky":
        return np.where(before > 0, 0.8, 0.2)
    if kind == "runs":
        return np.where(before > 0, 0.95, 0.05)
    if kind == "weekend":
        return np.full_like(worse, 0.8 if weekend else 0.3)
    if kind == "reactive":
        return np.asarray(1 / (1 + np.exp(-worse)))
    return np.full_like(worse, 0.5)
