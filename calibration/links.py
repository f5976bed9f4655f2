"""Links: how often one is claimed where there is none, and found where there is one, and by other programs."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from calibration.cells import Cell, Mean
from calibration.people import FACTOR_KINDS, Diaries, FactorKind, Numbers, Person, diaries
from heeldiary.domain.chance.links import estimates, half_width
from heeldiary.domain.links.analysis_points import ENOUGH_EACH, ENOUGH_PAIRS, next_analysis_at
from heeldiary.domain.links.links import ENOUGH_APART, ENOUGH_FREEDOM

Marks = NDArray[np.bool_]

PERSISTENCE = (0.0, 0.3, 0.6, 0.8)
PEOPLE: dict[str, Person] = {
    "": Person(),
    "spread 1.0": Person(spread=1.0),
    "spread 1.6": Person(spread=1.6),
    "recovering": Person(trend=-0.3, level=6),
    "weekends worse": Person(weekend=1.0),
    "ceiling": Person(level=9, spread=1.6),
    "floor": Person(level=1, spread=1.6),
    "recovering to the floor": Person(level=4, trend=-0.4),
    "one step down": Person(step=-2.0),
    "20 % missing": Person(missing=0.2),
    "40 % missing": Person(missing=0.4),
    "missing when bad": Person(missing_when_bad=0.4),
    "missing when bad, spread 1.6, recovering": Person(missing=0.1, missing_when_bad=0.4, spread=1.6, trend=-0.3),
}
"""Made-up persons, each tried with every persistence."""

_TOGETHER = 5
_AT_ONCE = 500
"""Diaries computed at a time, to spare memory."""


class Told(NamedTuple):
    """What the product says of each factor of each diary, (diaries, factors)."""

    known: Marks
    """Whether there is a verdict."""
    link: Marks
    difference: Numbers


def told(made: Diaries, days: int | None = None, tested: int = _TOGETHER) -> Told:
    """The result after this many days, as the product's own functions compute it."""
    parts = [_told(made, at, days or made.scores.shape[1], tested) for at in range(0, len(made.scores), _AT_ONCE)]
    return Told(*(np.concatenate(part) for part in zip(*parts, strict=True)))


def _told(made: Diaries, at: int, days: int, tested: int) -> Told:
    scores, factors = made.scores[at : at + _AT_ONCE, :days], made.factors[at : at + _AT_ONCE, :days]
    weekend = np.arange(days) % 7 >= 5
    use = ~np.isnan(scores[:, 1:]) & ~np.isnan(scores[:, :-1])
    pairs = use.sum(axis=1)
    known, link, difference = [], [], []
    for factor in range(factors.shape[2]):
        done = parted(factors[:, :, factor])
        found = estimates(scores, done, weekend)
        with_it = np.where(use, done[:, :-1], 0).sum(axis=1)
        enough = (pairs >= ENOUGH_PAIRS) & (np.minimum(with_it, pairs - with_it) >= ENOUGH_EACH)
        known.append(enough & (found.apart >= ENOUGH_APART) & (found.freedom >= ENOUGH_FREEDOM))
        link.append(known[-1] & (np.abs(found.difference) > half_width(found.error, found.freedom, tested)))
        difference.append(found.difference)
    return Told(np.stack(known, 1), np.stack(link, 1), np.stack(difference, 1))


def parted(amounts: Numbers) -> Numbers:
    """Amounts as more than usual or not, each diary at its own median; yes and no as they are."""
    return (amounts > np.median(amounts, axis=1, keepdims=True)).astype(np.float64) if amounts.max() > 1 else amounts


def cells(seed: int, number: int) -> Iterable[Cell | Mean]:
    """The whole table."""
    random = np.random.default_rng(seed)
    yield from null_cells(random, number, (56, 84), PEOPLE, PERSISTENCE)
    kinds: tuple[FactorKind, ...] = ("streaky", "reactive", "runs")
    for kind in kinds:
        yield from null_cells(random, number, (84,), {f"five {kind} factors": Person()}, PERSISTENCE, (kind,) * 5)
    yield from null_cells(random, number, (365,), {"": Person()}, (0.3, 0.8))
    yield from power_cells(random, number)
    yield from look_cells(random, number)
    yield from other_cells(random, number)


def null_cells(
    random: np.random.Generator,
    number: int,
    lengths: Sequence[int],
    people: dict[str, Person],
    persistences: Sequence[float],
    kinds: Sequence[FactorKind] = FACTOR_KINDS,
) -> Iterator[Cell | Mean]:
    """Five factors without any effect; and where massage follows the pain, its average estimated effect."""
    for name, person in people.items():
        for persistence in persistences:
            for length in lengths:
                days = days_for(person, length)
                gaps = bool(person.missing or person.missing_when_bad)
                drawn = number * 5 // 4 if gaps else number  # not all of them reach the gate
                made = diaries(person._replace(persistence=persistence), days, drawn, random, kinds)
                said = told(made)
                reached = int(said.known.any(axis=1).sum())
                who = ", ".join(part for part in (f"persistence {persistence:g}", f"{length} days", name) if part)
                hits = int(said.link.any(axis=1).sum())
                yield Cell("links: any claimed among five null factors", who, hits, reached, 0.10)
                if "reactive" in kinds[:5] and length == 84 and len(set(kinds)) > 1:
                    column = [*kinds].index("reactive")
                    values = said.difference[said.known[:, column], column]
                    error = float(values.std() / np.sqrt(len(values)))
                    yield Mean(
                        "links: massage that follows the pain, no effect: mean", who, float(values.mean()), error, 0.1
                    )


def days_for(person: Person, pairs: int) -> int:
    """How many mornings it takes for this many days with a next morning, allowing for missing ones."""
    kept = 1 - person.missing - 0.3 * person.missing_when_bad
    return pairs + 1 if kept == 1 else round(pairs / kept**2 * 1.15) + 1


def power_cells(random: np.random.Generator, number: int) -> Iterator[Cell]:
    """A true point, found among four factors without any."""
    kinds: tuple[FactorKind, ...] = ("coin", "streaky", "minutes", "reactive")
    for kind in kinds:
        for carries_on in (False, True):
            for days, spread in ((84, 1.3), (84, 1.0), (84, 1.6), (56, 1.3), (168, 1.3)):
                if (kind != "coin" or carries_on) and spread != 1.3:
                    continue
                for persistence in PERSISTENCE:
                    others = [other for other in FACTOR_KINDS if other != kind]
                    person = Person(persistence=persistence, spread=spread)
                    made = diaries(person, days + 1, number, random, (kind, *others), (1.0,), carries_on)
                    goal = (0.75 if persistence <= 0.6 else 0.70) if (kind, days, spread) == ("coin", 84, 1.3) else None
                    on = ", carries on" if carries_on else ""
                    who = f"persistence {persistence:g}, {days} days, {kind}{on}, spread {spread}"
                    yield Cell(
                        "links: a true point found", who, int(told(made).link[:, 0].sum()), number,
                        None if carries_on else goal, "at least",
                    )  # fmt: skip


def look_cells(random: np.random.Generator, number: int) -> Iterator[Cell]:
    """A year of looking again and again where there is nothing."""
    weekly = range(ENOUGH_PAIRS + 1, 366, 7)
    at, ours = ENOUGH_PAIRS, []
    while at < 365:
        ours.append(at + 1)
        at = next_analysis_at(at)
    for persistence in (0.3, 0.8):
        made = diaries(Person(persistence=persistence), 366, number, random, FACTOR_KINDS)
        for name, looks in (("every week", weekly), (f"only at {', '.join(str(day - 1) for day in ours)} pairs", ours)):
            ever = np.zeros(number, dtype=bool)
            for days in looks:
                ever |= told(made, days).link.any(axis=1)
            who = f"persistence {persistence:g}, a year, looked at {name}"
            yield Cell("links: any ever claimed among five null factors", who, int(ever.sum()), number)


def other_cells(random: np.random.Generator, number: int) -> Iterator[Cell]:
    """The rules of other programs (statistics.md) on the same made-up people: any of five null factors claimed."""
    rules = (
        ("another program: |r| >= .4 from 3 + 3 days on", 14, lambda made: _correlated(made, 0.4)),
        ("another program: |r| >= .5 after 30 days", 30, lambda made: _correlated(made, 0.5)),
        ("another program: Spearman p < .05 day by day", 56, _spearman),
        ("another program: Welch p < .05 on raw days", 56, _welch),
        ("ours", 56, lambda made: told(made).link.any(axis=1)),
    )
    for persistence in (0.3, 0.6, 0.8):
        made = diaries(Person(persistence=persistence), 57, number, random, FACTOR_KINDS)
        for what, days, rule in rules:
            seen = Diaries(made.scores[:, : days + 1], made.factors[:, : days + 1])
            yield Cell(
                f"{what}: any of five", f"persistence {persistence:g}, {days} days", int(rule(seen).sum()), number
            )


def _correlated(made: Diaries, least: float) -> Marks:
    """Whether any factor's correlation with the next morning is so strong."""
    after = made.scores[:, 1:] - made.scores[:, 1:].mean(axis=1, keepdims=True)
    hit = np.zeros(len(after), dtype=bool)
    for factor in range(made.factors.shape[2]):
        done = made.factors[:, :-1, factor]
        on = (parted(made.factors[:, :, factor])[:, :-1]).sum(axis=1)
        rest = done - done.mean(axis=1, keepdims=True)
        scale = np.sqrt((rest**2).sum(axis=1) * (after**2).sum(axis=1))
        r = (rest * after).sum(axis=1) / np.maximum(scale, 1e-9)
        hit |= (np.abs(r) >= least) & (np.minimum(on, done.shape[1] - on) >= 3)
    return hit


def _spearman(made: Diaries) -> Marks:
    """Whether any factor's rank correlation with the next morning has p < .05, days taken for independent."""
    ranked = Diaries(stats.rankdata(made.scores[:, 1:], axis=1), stats.rankdata(made.factors[:, :-1], axis=1))
    days = ranked.scores.shape[1]
    t = stats.t.ppf(0.975, days - 2)
    shifted = np.concatenate([np.zeros((len(ranked.scores), 1)), ranked.scores], axis=1)
    padded = np.concatenate([ranked.factors, np.zeros_like(ranked.factors[:, :1])], axis=1)
    return _correlated(Diaries(shifted, padded), float(t / np.sqrt(days - 2 + t * t)))


def _welch(made: Diaries) -> Marks:
    """Whether mornings after days with any factor differ from the others by Welch's t-test."""
    hit = np.zeros(len(made.scores), dtype=bool)
    for factor in range(made.factors.shape[2]):
        on = parted(made.factors[:, :, factor])[:, :-1] > 0
        after = made.scores[:, 1:]
        with_it, without = np.where(on, after, np.nan), np.where(on, np.nan, after)
        p = stats.ttest_ind(with_it, without, axis=1, equal_var=False, nan_policy="omit").pvalue
        hit |= np.asarray(p) < 0.05
    return hit
