"""Factors: what can be named for Links, and how a day's figure becomes yes or no."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import ceil
from typing import NamedTuple

from heeldiary.domain.text import clean_word
from heeldiary.errors import BadInput

MOST_FACTORS = 5
"""More than five at a time find too much by chance (statistics.md; Choe 2014: people track too many things)."""

YES_OR_NO = ("massage", "hard-surface")
AMOUNTS = ("activity-minutes", "steps", "sitting-minutes", "longest-sitting")
OF_ONES_OWN = ("care:", "tag:")
"""What a care kind or a tag stands behind."""

FACTOR_NAMES = (*YES_OR_NO, *AMOUNTS)
"""What can be named whatever the diary has."""

USUAL_CARE = tuple(
    f"care:{kind}"
    for kind in (
        "acupuncture", "physiotherapy", "stretching", "strengthening", "medicine", "insoles",
        "taping", "night-splint", "ice", "footwear", "injection",
    )
)  # fmt: skip
"""Kinds of care that can be named before the first one is logged."""


class Factor(NamedTuple):
    """Something named for Links, with what the diary has of it."""

    name: str
    """`massage`, `steps`, `care:ice`, `tag:rain`, …"""
    declared_on: date
    """The diary day on which it was named."""
    dropped_on: date | None = None
    """The day since which it is named no more."""
    days: Mapping[date, int] = {}
    """By day its minutes, its steps, or 1 and 0 for yes and no; a day on which it is not known is missing."""


def parse_factor(typed: str) -> str:
    """A factor's name as it is kept; raises BadInput naming the nearest one."""
    name = " ".join(typed.lower().split())
    for kind in OF_ONES_OWN:
        if name.startswith(kind):
            return kind + clean_word(name.removeprefix(kind), "a care kind" if kind == "care:" else "a tag")
    if name in FACTOR_NAMES:
        return name
    raise unknown_factor(name, (*FACTOR_NAMES, "care:KIND", "tag:TAG"))


def unknown_factor(name: str, known: Sequence[str]) -> BadInput:
    """What is said of a name that is not among those known: the nearest of them."""
    from difflib import get_close_matches

    close = get_close_matches(name, known, 1, 0.5)
    remedy = f"did you mean {close[0]}?" if close else f"there are {', '.join(FACTOR_NAMES)}, care:KIND, tag:TAG"
    return BadInput("there is no such factor", remedy)


def parse_factors(typed: Iterable[str]) -> tuple[str, ...]:
    """Names in their order, each once, five at most; raises BadInput."""
    names = tuple(dict.fromkeys(parse_factor(name) for name in typed))
    if len(names) > MOST_FACTORS:
        raise BadInput(
            f"{len(names)} factors are more than the {MOST_FACTORS} that are looked at together",
            "name those that matter most to you: the more are looked at, the more chance alone finds",
        )
    return names


def is_amount(name: str) -> bool:
    """Whether a day has so much of it, rather than yes or no."""
    return name in AMOUNTS


def split(ordered: Sequence[int]) -> int:
    """From how much on a day counts as one with more than usual.

    Amounts, lowest first, are parted at their median: above it, or from it on, whichever parts them more evenly.
    """
    middle = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
    more, less = len(ordered) - bisect_right(ordered, middle), bisect_left(ordered, middle)
    return int(middle) + 1 if more >= less else ceil(middle)
