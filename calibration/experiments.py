"""Experiments: how often chance is taken for a difference, and whether power and interval are as stated.

Each cell gives made-up persons to the product's own test, many at once: those of one group share the coins that are
thrown again, and the mornings that are missing.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from calibration.cells import Cell
from calibration.people import Numbers, Person, diaries
from heeldiary.domain.chance.noise import Noise
from heeldiary.domain.chance.power import power, power_table
from heeldiary.domain.chance.randomisation import RandomisationResult, day_design, pair_design, randomisation_test
from heeldiary.domain.experiments.experiment import Unit

GROUP = 50
"""Persons who share redrawn coins and gaps."""
_EARLIER = 56
_ORDERS = {
    "day": np.array([[1, 1, 0, 0], [1, 0, 1, 0], [1, 0, 0, 1], [0, 1, 1, 0], [0, 1, 0, 1], [0, 0, 1, 1]]),
    "week": np.array([[1, 0], [0, 1]]),
}


class Setting(NamedTuple):
    """A kind of person with a kind of experiment."""

    unit: Unit
    length: int
    person: Person

    @property
    def words(self) -> str:
        """As the table has it."""
        person = self.person
        parts = [f"{self.length} {self.unit}s", f"persistence {person.persistence:g}", f"spread {person.spread:g}"]
        parts += [f"{person.missing:.0%} missing"] if person.missing else []
        parts += [f"trend {person.trend:g} a week"] if person.trend else []
        parts += [f"weekend {person.weekend:+g}"] if person.weekend else []
        parts += [f"level {person.level:g}"] if not person.trend and person.level != 5 else []
        parts += [f"{person.missing_when_bad:.0%} missing when bad"] if person.missing_when_bad else []
        return ", ".join(parts)


def cells(seed: int, number: int) -> Iterator[Cell]:
    """False claims and the interval's coverage in every cell; power beside the stated power."""
    random = np.random.default_rng(seed)
    for setting in _null_settings():
        told = tried(setting, 0.0, number, random)
        false = int((told.p_value <= 0.05).sum())
        yield Cell("experiments: p .05 or less, no effect", setting.words, false, number, _within(0.05, number))
    for setting in _power_settings():
        told = tried(setting, -1.0, number, random)
        covered = int(((told.low <= -1) & (told.high >= -1)).sum())
        yield Cell("experiments: 95 % interval covers -1", setting.words, covered, number, 0.94, "at least")
        person = setting.person
        truly = power(Noise(person.spread, person.persistence, 0), setting.unit, setting.length, 1, person.missing)
        found = int((told.p_value <= 0.05).sum())
        yield _as_told("by the truth", truly, found, number, setting)
        yield _as_told("from 56 days of their own", told_from_their_own(setting, random), found, number, setting)


def _as_told(how: str, told: float, found: int, number: int, setting: Setting) -> Cell:
    """Power beside the stated power: within 5 points on either side."""
    what = f"experiments: 1 point found; told {how}: {told:.0%}"
    if found / number < told:
        return Cell(what, setting.words, found, number, told - 0.05, "at least")
    return Cell(what, setting.words, found, number, min(1.0, told + 0.05))


def tried(setting: Setting, effect: float, number: int, random: np.random.Generator) -> RandomisationResult:
    """The product's verdicts on this many made-up experiments whose heads days change the morning by `effect`."""
    alone = setting.person.missing_when_bad > 0
    group = 1 if alone else GROUP
    parts = [_group(setting, effect, min(group, number - at), random) for at in range(0, number, group)]
    return RandomisationResult(*(np.concatenate(figures) for figures in zip(*parts, strict=True)))


def _group(setting: Setting, effect: float, number: int, random: np.random.Generator) -> RandomisationResult:
    orders = _ORDERS[setting.unit]
    units = setting.length
    coins = orders[random.integers(0, len(orders), (number, units // orders.shape[1]))].reshape(number, units)
    days = np.repeat(coins, 7 if setting.unit == "week" else 1, axis=1).astype(np.float64)
    if setting.person.missing_when_bad:
        scores = diaries(setting.person, days.shape[1], number, random, added=effect * days).scores
        there: NDArray[np.bool_] = np.isfinite(scores[0])
        scores = np.nan_to_num(scores)
    else:
        person = setting.person._replace(missing=0.0)
        scores = diaries(person, days.shape[1], number, random, added=effect * days).scores
        there = np.asarray(random.random(days.shape[1]) >= setting.person.missing)
    seed = random.bytes(16).hex()
    return _days(seed, scores, days, there) if setting.unit == "day" else _weeks(seed, scores, coins, there)


def _days(seed: str, scores: Numbers, days: Numbers, there: NDArray[np.bool_]) -> RandomisationResult:
    kept = np.flatnonzero(there)
    return randomisation_test(day_design(seed, len(there), kept), scores[:, kept], days[:, kept] - 0.5, 1)


def _weeks(seed: str, scores: Numbers, coins: NDArray[np.int_], there: NDArray[np.bool_]) -> RandomisationResult:
    logged = there.reshape(-1, 7).sum(axis=1)
    means = (scores * there).reshape(len(scores), -1, 7).sum(axis=2) / np.maximum(logged, 1)
    kept = np.flatnonzero((logged >= 4).reshape(-1, 2).all(axis=1))
    pairs = (means[:, ::2] - means[:, 1::2])[:, kept].astype(np.float64)
    signs = (2 * coins[:, ::2] - 1)[:, kept].astype(np.float64)
    return randomisation_test(pair_design(seed, len(logged) // 2, kept), pairs, signs, 1)


def told_from_their_own(setting: Setting, random: np.random.Generator, persons: int = 100) -> float:
    """The average statement for such people, each from 56 of their own earlier mornings."""
    from datetime import date, timedelta

    made = diaries(setting.person._replace(trend=0.0), _EARLIER, persons, random).scores
    today = date(2026, 11, 22)
    said = []
    for scores in made:
        own = {today - timedelta(days=_EARLIER - n): int(score) for n, score in enumerate(scores) if score == score}
        said.append(power_table(own, today, setting.unit, 1, (setting.length,)).lines[0].power)
    return float(np.mean(said))


def _within(share: float, number: int) -> float:
    """A share with room for simulation error: the upper end of what 999 in 1,000 samples of a true share give."""
    return float(share + 3.09 * np.sqrt(share * (1 - share) / number))


def _null_settings() -> Iterator[Setting]:
    for unit, length in (("day", 28), ("week", 16)):
        for persistence in (0.0, 0.3, 0.6, 0.8):
            for spread in (1.0, 1.6):
                for missing in (0.0, 0.2):
                    for trend in (0.0, -0.3):
                        person = Person(spread, persistence, level=7 if trend else 5, trend=trend, missing=missing)
                        yield Setting("day" if unit == "day" else "week", length, person)
    yield Setting("day", 56, Person(1.3, 0.6))
    yield Setting("week", 12, Person(1.3, 0.6))
    for persistence in (0.3, 0.8):
        for person in (
            Person(weekend=1.0), Person(level=9.0), Person(level=1.0), Person(missing=0.4), Person(missing_when_bad=0.5)
        ):  # fmt: skip
            yield Setting("day", 28, person._replace(persistence=persistence))
            yield Setting("week", 20, person._replace(persistence=persistence))


def _power_settings() -> Iterator[Setting]:
    for persistence in (0.0, 0.3, 0.6, 0.8):
        for missing in (0.0, 0.2):
            person = Person(1.3, persistence, missing=missing)
            yield Setting("day", 28, person)
            yield Setting("week", 16, person)
    yield Setting("day", 56, Person(1.3, 0.6))
    yield Setting("day", 28, Person(1.3, 0.6, level=7, trend=-0.3))
    yield Setting("day", 28, Person(1.0, 0.6))
    yield Setting("day", 28, Person(1.6, 0.6))
