"""Tags: words that the person puts on entries to find them again, as `#rain`."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from heeldiary.domain import text

_BETWEEN = re.compile(r",|\s+(?=#)")
"""A comma parts tags, and so does the sign of the next one: `rain, long day`, `#rain #long day`."""


class TagUse(NamedTuple):
    """A tag of the diary, and where it is."""

    tag: str
    entries: int
    first: str
    """The first day that has it, as 2026-11-22."""
    last: str
    """The last one."""


def parse_tag(typed: str) -> str:
    """One tag: lower-case, 1-40 characters, with or without its sign; raises BadInput."""
    return text.clean_word(typed.strip().lstrip("#"), "a tag")


def parse_tags(typed: str) -> tuple[str, ...]:
    """All tags that were typed in one go, each once."""
    return tuple(dict.fromkeys(parse_tag(part) for part in _BETWEEN.split(typed) if part.strip()))


def all_tags(typed: Iterable[str]) -> tuple[str, ...]:
    """The tags of several goes, each once."""
    return tuple(dict.fromkeys(tag for one in typed for tag in parse_tags(one)))


def rename_tags(tags: Sequence[str], olds: Sequence[str], new: str) -> tuple[str, ...]:
    """An entry's tags, some of them under a new name; where that is there already, it stays once."""
    return tuple(dict.fromkeys(new if tag in olds else tag for tag in tags))


def complete_tags(typed: str, known: Iterable[str]) -> str | None:
    """What was typed with its last tag completed to the first known one that begins so; None if there is none."""
    start = _last(typed)
    found = next((tag for tag in matching_tags(typed, known) if tag != _plain(start)), None) if start else None
    return None if found is None else typed[: len(typed) - len(start)] + found


def matching_tags(typed: str, known: Iterable[str]) -> list[str]:
    """The known tags that begin as the last one typed, without those that stand before it; all while none is begun."""
    before = {_plain(part.strip().lstrip("#")) for part in _BETWEEN.split(typed)[:-1]}
    return [tag for tag in known if tag not in before and tag.startswith(_plain(_last(typed)))]


def _last(typed: str) -> str:
    return _BETWEEN.split(typed)[-1].lstrip().lstrip("#")


def _plain(typed: str) -> str:
    return " ".join(typed.lower().split())
