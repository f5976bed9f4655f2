"""Then and now, the trend and the weeks' bands, on diaries in which nothing changes and on such in which pain falls."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from calibration.cells import Cell
from calibration.people import Numbers, Person, diaries
from heeldiary.domain.chance.change import noise_bands, then_and_now, trend
from heeldiary.domain.chance.noise import ENOUGH_MORNINGS, Noise, estimate_noises
from heeldiary.domain.change.change import ThenAndNow, Trend

MONDAY = date(2026, 1, 5)
"""The first day of every made-up diary."""

_AT_ONCE = 100
_LENGTHS = (28, 56, 84, 180)
_MORE = {6: 2.5, 8: 1.3, 12: 1.05}
"""So many times the diaries are drawn for a trend over gaps, as not all of them have six usable weeks."""
_SPREADS, _PERSISTENCES = (1.0, 1.3, 1.6), (0.0, 0.3, 0.6, 0.8)
_QUIRKS: dict[str, dict[str, float]] = {
    "weekends 1 point worse": {"weekend": 1.0},
    "ceiling: level 9": {"level": 9.0},
    "floor: level 1": {"level": 1.0},
    "20 % missing": {"missing": 0.2},
    "40 % missing": {"missing": 0.4},
    "half missing when bad": {"missing_when_bad": 0.5},
}


class Kept(NamedTuple):
    """One made-up diary as the product reads it."""

    scores: dict[date, int]
    noise: Noise | None
    last: date


def kept(scores: Numbers) -> Iterator[Kept]:
    """Diaries of equal length (up to 52 weeks) with the noise that `noise_of` finds in each, many at a time."""
    last = MONDAY + timedelta(days=scores.shape[1] - 1)
    for at in range(0, len(scores), _AT_ONCE):
        some = scores[at : at + _AT_ONCE]
        there = ~np.isnan(some)
        order = np.argsort(~there, axis=1, kind="stable")[:, : max(1, there.sum(1).max())].astype(np.int64)
        found = estimate_noises(
            np.nan_to_num(np.take_along_axis(some, order, 1)), order, np.take_along_axis(there, order, 1)
        )
        for row, mornings in enumerate(there.sum(1)):
            days = np.flatnonzero(there[row])
            one = {MONDAY + timedelta(days=int(day)): int(some[row, day]) for day in days}
            yield Kept(one, found.one(row, int(mornings)) if mornings >= ENOUGH_MORNINGS else None, last)


def cells(seed: int, number: int) -> Iterable[Cell]:
    """All lines of the table."""
    random = np.random.default_rng([seed, 1])
    for days in _LENGTHS:
        for persistence in _PERSISTENCES:
            for spread in _SPREADS:
                yield from _nothing_changes(Person(spread, persistence), "", days, number, random)
    for days in _LENGTHS[:2]:
        for persistence in _PERSISTENCES:
            for name, quirk in _QUIRKS.items():
                person = Person(persistence=persistence)._replace(**quirk)
                longer = int(days / (1 - person.missing - 0.2 * (person.missing_when_bad > 0)))
                yield from _nothing_changes(person, f", {name}", longer, number, random)
    for spread in _SPREADS:
        for persistence in (0.0, 0.3, 0.6):
            yield from _falls(Person(spread, persistence, level=7.0, step=-2.0), number, random)
    for spread in _SPREADS:
        for persistence in _PERSISTENCES:
            for missing in (0.0, 0.3, 0.4):
                lengths = (6, 8, 12) if missing < 0.4 else (12,)
                yield from _trends(Person(spread, persistence, missing=missing), "", lengths, number, random)
    for persistence in _PERSISTENCES:
        for name, quirk in _QUIRKS.items():
            if "% missing" not in name:
                yield from _trends(
                    Person(persistence=persistence)._replace(**quirk), f", {name}", (8, 12), number, random
                )
    for persistence in _PERSISTENCES:
        for spread, missing in ((1.0, 0.0), (1.3, 0.0), (1.6, 0.0), (1.3, 0.3)):
            yield _weeks(Person(spread, persistence, missing=missing), number, random)


def then_and_nows(scores: Numbers) -> list[ThenAndNow]:
    """The results of the diaries that have enough mornings."""
    found = (then_and_now(one.scores, one.last, one.noise) for one in kept(scores))
    return [told for told in found if isinstance(told, ThenAndNow)]


def _nothing_changes(person: Person, quirk: str, days: int, number: int, random: np.random.Generator) -> Iterator[Cell]:
    told: list[ThenAndNow] = []
    while len(told) < number:
        told += then_and_nows(diaries(person, days, number, random).scores)
    told = told[:number]
    claimed = sum(one.verdict != "no clear change" for one in told)
    who = f"{_who(person)}, {days} days{quirk}"
    yield Cell("then and now: a change told where there is none", who, claimed, len(told), 0.10)
    if days in _LENGTHS and not quirk and person.spread == 1.3:
        yield Cell("another program: Welch's t-test on the same days, p < .05", who, _welch(told), len(told))


def _falls(person: Person, number: int, random: np.random.Generator) -> Iterator[Cell]:
    """No goal at spread 1.6: with persistence .6 not even one who knew both would find a fall in 80 %."""
    told = then_and_nows(diaries(person, 56, number, random).scores)
    known = Noise(person.spread, person.persistence, 56)
    best = sum(_falls_clearly(then_and_now({**one.then.scores, **one.now.scores}, one.now.last, known)) for one in told)
    who = f"{_who(person)}, 28 + 28 days"
    usual = person.spread <= 1.3
    called = sum(_falls_clearly(one) for one in told)
    yield Cell("then and now: a fall of 2 points told", who, called, len(told), 0.80 if usual else None, "at least")
    yield Cell("… by one who knew spread and persistence", who, best, len(told), None, "at least")


def _falls_clearly(told: object) -> bool:
    return isinstance(told, ThenAndNow) and told.verdict != "no clear change" and told.difference < 0


def _trends(
    person: Person, quirk: str, lengths: tuple[int, ...], number: int, random: np.random.Generator
) -> Iterator[Cell]:
    """Slopes on the grid of tenths that is printed, and off it: on it rounding alone can hold the truth.

    No goal for finding a fall at spread 1.6: with persistence .6 one who knew both would find it in 91 %.
    """
    usual = person.persistence <= 0.6 and not quirk
    for weeks in lengths:
        for slope in (0.0, -0.3, -0.31):
            if (slope and person.level != 5) or (slope == -0.3 and weeks < 12):
                continue
            one = person if not slope else person._replace(level=7.0, trend=slope)
            drawn = diaries(one, 7 * weeks, round(number * (_MORE[weeks] if person.missing else 1)), random).scores
            last = MONDAY + timedelta(days=7 * weeks - 1)
            found = [told for scores in drawn if isinstance(told := trend(_by_day(scores), last), Trend)]
            gaps = f", {person.missing:.0%} missing" if person.missing else ""
            who = f"{_who(person)}, {weeks} weeks{gaps}{quirk}, {slope:+g} a week"
            covered = sum(told.low - 1e-9 <= 4 * slope <= told.high + 1e-9 for told in found)
            yield Cell(
                "trend: the interval holds the truth", who, covered, len(found), 0.88 if usual else None, "at least"
            )
            if slope == -0.3:
                goal = 0.90 if usual and weeks == 12 and not person.missing and person.spread <= 1.3 else None
                yield Cell(
                    "trend: a fall found", who, sum(told.high < 0 for told in found), len(found), goal, "at least"
                )


def _by_day(scores: Numbers) -> dict[date, int]:
    return {MONDAY + timedelta(days=int(day)): int(scores[day]) for day in np.flatnonzero(~np.isnan(scores))}


def _weeks(person: Person, number: int, random: np.random.Generator) -> Cell:
    outside = weeks = 0
    for one in kept(diaries(person, 84, max(1, number // 4), random).scores):
        for start, band in noise_bands(one.scores, one.noise).items():
            scores = [one.scores[day] for n in range(7) if (day := start + timedelta(days=n)) in one.scores]
            if len(scores) >= 4:
                weeks += 1
                outside += band.place(sum(scores) / len(scores)) != "within"
    gaps = f", {person.missing:.0%} missing" if person.missing else ""
    who = f"{_who(person)}, 12 weeks{gaps}"
    return Cell("weeks: outside their band, nothing changing", who, outside, weeks, 0.10)


def _welch(told: list[ThenAndNow]) -> int:
    from scipy.stats import ttest_ind

    pairs = [([*one.then.scores.values()], [*one.now.scores.values()]) for one in told]
    return sum(bool(ttest_ind(then, now, equal_var=False).pvalue < 0.05) for then, now in pairs)


def _who(person: Person) -> str:
    return f"spread {person.spread:g}, persistence {person.persistence:g}"
