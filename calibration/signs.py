"""The diary's own warning signs, looked for at every morning of a year in which nothing changes, and after a rise."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import numpy as np

from calibration.cells import Cell
from calibration.people import Numbers, Person, diaries
from heeldiary.domain.warning_signs import (
    BEFORE_DAYS,
    FEWEST_BEFORE,
    FEWEST_NOW,
    HIGH_MORNINGS,
    HIGH_SCORE,
    LOOKED_AT_DAYS,
    NOW_DAYS,
    RISE_POINTS,
    WITHIN_DAYS,
    Kind,
    find_foot_signs,
)

MONDAY = date(2026, 1, 5)
"""The first day of every made-up diary."""

YEAR = 365
MOST_FALSE = 0.02
"""One diary in fifty a year."""
_SPREADS, _PERSISTENCES = (1.0, 1.3, 1.6), (0.0, 0.3, 0.6, 0.8)
_QUIRKS: dict[str, dict[str, float]] = {
    "weekends 1 point worse": {"weekend": 1.0},
    "level 2": {"level": 2.0},
    "level 4": {"level": 4.0},
    "20 % missing": {"missing": 0.2},
    "40 % missing": {"missing": 0.4},
    "half missing when bad": {"missing_when_bad": 0.5},
}
_SETTLED_DAYS, _SOON_DAYS = 182, 28


def cells(seed: int, number: int) -> Iterable[Cell]:
    """All lines of the table. Each is about one foot; a diary of two feet looks twice."""
    random = np.random.default_rng([seed, 5])
    for persistence in _PERSISTENCES:
        for spread in _SPREADS:
            yield from _nothing_changes(Person(spread, persistence), "", number, random)
        for name, quirk in _QUIRKS.items():
            person = Person(persistence=persistence)._replace(**quirk)
            yield from _nothing_changes(person, f", {name}", number, random)
    for level in (6.0, 7.0, 8.0):
        for persistence in (0.3, 0.6):
            yield _steadily_high(Person(persistence=persistence, level=level), number, random)
    for persistence in (0.0, 0.3, 0.6):
        for rise in (2.0, 3.0, 4.0, 5.0):
            yield from _rises(Person(persistence=persistence, level=3.0), rise, number, random)


def first_mornings(scores: Numbers, kind: Kind) -> list[int]:
    """Return the day (0 for the first) on which each diary first shows a sign, -1 where it never does."""
    return [_first_morning(row, possible, kind) for row, possible in zip(scores, _possible(scores, kind), strict=True)]


def _first_morning(row: Numbers, possible: Numbers, kind: Kind) -> int:
    for day in np.flatnonzero(possible):
        first = max(0, int(day) + 1 - LOOKED_AT_DAYS)
        seen = {
            MONDAY + timedelta(days=first + ago): int(score)
            for ago, score in enumerate(row[first : day + 1])
            if score == score  # not nan
        }
        if any(sign.kind == kind for sign in find_foot_signs("left", seen, MONDAY + timedelta(days=int(day)))):
            return int(day)
    return -1


def _possible(scores: Numbers, kind: Kind) -> Numbers:
    """Return where a sign can be at all (diaries, days): most days are passed over without a look."""
    there = ~np.isnan(scores)
    if kind == "high":
        high = np.cumsum(np.pad((np.nan_to_num(scores) >= HIGH_SCORE).astype(int), ((0, 0), (WITHIN_DAYS, 0))), 1)
        recent = high[:, WITHIN_DAYS:] - high[:, :-WITHIN_DAYS]
        return np.asarray(there & (recent >= HIGH_MORNINGS))
    total, count = (np.cumsum(np.pad(of, ((0, 0), (1, 0))), 1) for of in (np.nan_to_num(scores), there.astype(float)))
    found = np.zeros(scores.shape, dtype=bool)
    for day in range(NOW_DAYS, scores.shape[1]):
        end, start, before = day + 1, day + 1 - NOW_DAYS, max(0, day + 1 - NOW_DAYS - BEFORE_DAYS)
        now_count, before_count = count[:, end] - count[:, start], count[:, start] - count[:, before]
        rise = (total[:, end] - total[:, start]) / np.maximum(now_count, 1)
        rise -= (total[:, start] - total[:, before]) / np.maximum(before_count, 1)
        enough = (now_count >= FEWEST_NOW) & (before_count >= FEWEST_BEFORE)
        found[:, day] = there[:, day] & enough & (rise > RISE_POINTS - 1e-9)
    return np.asarray(found)


def as_first_written(scores: Numbers) -> int:
    """Return how many diaries ever have 8 or more on 7 of 10 days, the rule that this one replaces."""
    high = np.cumsum(np.pad((np.nan_to_num(scores) >= HIGH_SCORE).astype(int), ((0, 0), (1, 0))), 1)
    return int(((high[:, 10:] - high[:, :-10]) >= 7).any(1).sum())


def _nothing_changes(person: Person, quirk: str, number: int, random: np.random.Generator) -> Iterator[Cell]:
    scores = diaries(person, YEAR, number, random).scores
    who = f"{_who(person)}, a year{quirk}"
    for kind in ("rising", "high"):
        shown = sum(day >= 0 for day in first_mornings(scores, kind))
        yield Cell(f"signs: {kind}, shown at any morning where nothing changes", who, shown, number, MOST_FALSE)
    if not quirk:
        possible = int(_possible(scores, "rising").any(1).sum())
        yield Cell("a rise of 2 points alone, whatever the swings", who, possible, number)
        yield Cell("8 or more on 7 of 10 days", who, as_first_written(scores), number)


def _steadily_high(person: Person, number: int, random: np.random.Generator) -> Cell:
    """No goal: two weeks at 8 or more are what the sign is about, whatever the year's mean."""
    scores = diaries(person, YEAR, number, random).scores
    shown = sum(day >= 0 for day in first_mornings(scores, "high"))
    return Cell("signs: high, shown at any morning of a high level", f"{_who(person)}, level {person.level:g}", shown,
                number)  # fmt: skip


def _rises(person: Person, rise: float, number: int, random: np.random.Generator) -> Iterator[Cell]:
    """Count how often a rise that stays, after half a year at one level, is shown within two and four weeks."""
    scores = diaries(person._replace(step=rise), 2 * _SETTLED_DAYS, number, random).scores
    first = first_mornings(scores[:, : _SETTLED_DAYS + _SOON_DAYS], "rising")
    for days in (NOW_DAYS, _SOON_DAYS):
        soon = sum(_SETTLED_DAYS <= day < _SETTLED_DAYS + days for day in first)
        yield Cell(f"signs: a rise of {rise:g} shown within {days} days", _who(person), soon, number, None, "at least")


def _who(person: Person) -> str:
    return f"spread {person.spread:g}, persistence {person.persistence:g}"
