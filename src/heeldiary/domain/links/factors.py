"""Factors of Links: their names, and how a day's amount becomes yes or no."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from math import ceil
from typing import NamedTuple

from heeldiary.domain.entries import USUAL_CARE
from heeldiary.domain.text import clean_word
from heeldiary.errors import BadInput, BadWord

MOST_FACTORS = 5
"""More than five at a time give too many false links (statistics.md; Choe 2014: people track too many things)."""

YES_OR_NO = ("massage", "hard-surface")
AMOUNTS = ("activity-minutes", "steps", "sitting-minutes", "longest-sitting")
OF_ONES_OWN = ("care:", "tag:")
"""The prefixes of kinds of care and tags."""

FACTOR_NAMES = (*YES_OR_NO, *AMOUNTS)
"""The factors that can be declared in any diary."""

USUAL_CARE_FACTORS = tuple(f"care:{kind}" for kind in USUAL_CARE)
"""Kinds of care that can be declared before the first one is logged."""


class Factor(NamedTuple):
    """A declared factor with its values."""

    name: str
    """`massage`, `steps`, `care:ice`, `tag:rain`, …"""
    declared_on: date
    """The day it was declared."""
    dropped_on: date | None = None
    """The day it was removed."""
    days: Mapping[date, int] = {}
    """Its minutes, steps, or 1 and 0 for yes and no, by day; unknown days are missing."""


def parse_factor(typed: str, own: Collection[str] = ()) -> str:
    """Parse a factor's name; raises BadInput with the nearest one.

    `own` are the kinds of care and the tags of the diary, as factors.
    """
    name = " ".join(typed.lower().split())
    for kind in OF_ONES_OWN:
        if name.startswith(kind):
            return kind + clean_word(name.removeprefix(kind), "a care kind" if kind == "care:" else "a tag")
    if name in FACTOR_NAMES:
        return name
    raise _unknown(name, (*USUAL_CARE_FACTORS, *own))


def _unknown(name: str, own: Collection[str]) -> BadInput:
    """Return the error for an unknown name, with the one of `own` that it lacks the prefix of, or the nearest one."""
    from difflib import get_close_matches

    known = (*FACTOR_NAMES, "care:KIND", "tag:TAG")
    close = [one for one in own if one.partition(":")[2] == name] or get_close_matches(name, known, 1, 0.5)
    remedy = f"did you mean {close[0]}?" if close else f"the factors are {', '.join(FACTOR_NAMES)}, care:KIND, tag:TAG"
    return BadWord("there is no such factor", remedy, name, "there is no factor {}")


def parse_factors(typed: Iterable[str], own: Collection[str] = ()) -> tuple[str, ...]:
    """Parse names, each once, at most five; raises BadInput."""
    names = tuple(dict.fromkeys(parse_factor(name, own) for name in typed))
    if len(names) > MOST_FACTORS:
        raise BadInput(
            f"{len(names)} factors are more than the {MOST_FACTORS} that Links can check together",
            "choose those that matter most to you: the more you check, the more chance alone finds",
        )
    return names


def is_amount(name: str) -> bool:
    """Return whether a factor is an amount, rather than yes or no."""
    return name in AMOUNTS


def split(ordered: Sequence[int]) -> int:
    """Return the least amount of a day with more than usual.

    Sorted amounts are split at their median: above it, or from it on, whichever is more even.
    """
    middle = (ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2]) / 2
    more, less = len(ordered) - bisect_right(ordered, middle), bisect_left(ordered, middle)
    return int(middle) + 1 if more >= less else ceil(middle)
