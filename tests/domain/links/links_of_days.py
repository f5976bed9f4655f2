"""Diaries for Links, from lists of days."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from heeldiary.domain.links.factors import Factor
from heeldiary.domain.links.links import Declared, Link, Links, links

MONDAY = date(2026, 8, 31)


def by_day(values: Sequence[int | None]) -> dict[date, int]:
    """Values by day from a Monday on; None leaves its day out."""
    return {MONDAY + timedelta(days=n): value for n, value in enumerate(values) if value is not None}


def noisy(days: int, seed: int = 1, effect: Callable[[int], float] = lambda day: 0.0) -> list[int]:
    """Scores around 5 with noise, and more of it on days that something acts on."""
    random = Random(seed)
    return [min(10, max(0, round(5 + random.gauss(0, 1.2) + effect(day)))) for day in range(days)]


def coins(days: int, seed: int = 2, share: float = 0.5) -> list[int]:
    """Yes and no at random."""
    random = Random(seed)
    return [int(random.random() < share) for _ in range(days)]


def factor(name: str, values: Sequence[int | None], dropped: int | None = None) -> Factor:
    """A factor named on the first day, perhaps dropped on another."""
    return Factor(name, MONDAY, None if dropped is None else MONDAY + timedelta(days=dropped), by_day(values))


def found(scores: Sequence[int | None], *factors: Factor, late: Sequence[int] = (), **declared: Any) -> Links:
    """What Links makes of them."""
    return links(
        "left",
        by_day(scores),
        {MONDAY + timedelta(days=n) for n in late},
        Declared(factors, **declared),
    )


def one(scores: Sequence[int | None], *factors: Factor, late: Sequence[int] = (), **declared: Any) -> Link:
    """What it makes of the first factor."""
    return found(scores, *factors, late=late, **declared).factors[0]
