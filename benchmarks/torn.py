"""Sequences torn as a slow line tears them: at random places, with random gaps."""

from itertools import pairwise
from random import Random
from typing import NamedTuple

ESCAPE_SECONDS = 0.03
"""After a lone escape, a longer gap than this is followed by at least two bytes.

Escape, a wait, `[`, a wait, `5` are what a person types who presses these three keys: no program can tell.
"""
LONGEST_SECONDS = 1.5


class Fragment(NamedTuple):
    """Bytes written at once, and the silence after them."""

    data: bytes
    seconds: float


class Sent(NamedTuple):
    """One sequence as sent; `kind` and `name` say what it is."""

    kind: str
    name: str
    fragments: tuple[Fragment, ...]

    def __str__(self) -> str:
        parts = " ".join(
            repr(part.data) if part.seconds < 0.001 else f"{part.data!r} {1000 * part.seconds:.0f}ms"
            for part in self.fragments
        )
        return f"[{self.kind}: {self.name}] {parts}" if self.name else f"[{self.kind}] {parts}"


def gap(chance: Random) -> float:
    """The seconds of one tear: most are short, one in a hundred is long."""
    drawn = chance.random()
    low, high = next(
        bounds
        for limit, bounds in ((0.85, (0.0, 0.015)), (0.95, (0.015, 0.12)), (0.99, (0.12, 0.4)), (1, (0.4, 1.5)))
        if drawn <= limit
    )
    return chance.uniform(low, high)


def whole(kind: str, name: str, data: bytes) -> Sent:
    """A sequence written at once, with no silence after it."""
    return Sent(kind, name, (Fragment(data, 0.0),))


def _unlike_typing(data: bytes, cuts: list[int], gaps: list[float]) -> tuple[list[int], list[float]]:
    """The tears, without those after a lone escape that make the rest look typed."""
    tears = dict(zip(cuts, gaps, strict=True))
    for cut in cuts:
        if data[cut - 1 : cut] == b"\x1b" and data[cut : cut + 1] != b"\\" and tears.get(cut, 0.0) > ESCAPE_SECONDS:
            tears.pop(cut + 1, None)
            if cut + 1 == len(data):
                tears[cut] = ESCAPE_SECONDS
    return list(tears), list(tears.values())


def torn(chance: Random, kind: str, name: str, data: bytes, tail: bytes = b"", least: int = 0) -> Sent:
    """A sequence torn at up to four places, `least` at least; `tail` follows unparted."""
    places = max(len(data) - 1, 0)
    count = min(places, max(least, chance.randrange(5)))
    cuts = sorted(chance.sample(range(1, places + 1), count))
    gaps = [gap(chance) for _ in cuts]
    cuts, gaps = _unlike_typing(data, cuts, gaps)
    bounds = [0, *cuts, len(data)]
    parts = [data[begin:end] for begin, end in pairwise(bounds)]
    parts[-1] += tail
    return Sent(kind, name, tuple(map(Fragment, parts, (*gaps, chance.uniform(0.0, 0.004)))))
