"""Tags: words on entries, such as `#rain`."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from heeldiary.domain import text

_BETWEEN = re.compile(r",|\s+(?=#)")
"""Tags are separated by commas or by the next `#`: `rain, long day`, `#rain #long day`."""


class TagUse(NamedTuple):
    """A tag of the diary, with its uses."""

    tag: str
    entries: int
    first: str
    """The first day with it, as 2026-11-22."""
    last: str
    """The last day with it."""


def parse_tag(typed: str) -> str:
    """Parse a tag: 1-40 characters, with or without `#`, made lower case; raises BadInput."""
    return text.clean_word(typed.strip().lstrip("#"), "a tag")


def parse_tags(typed: str) -> tuple[str, ...]:
    """Parse the tags of a text, each once."""
    return tuple(dict.fromkeys(parse_tag(part) for part in _BETWEEN.split(typed) if part.strip()))


def all_tags(typed: Iterable[str]) -> tuple[str, ...]:
    """Parse the tags of several texts, each once."""
    return tuple(dict.fromkeys(tag for text in typed for tag in parse_tags(text)))


def rename_tags(tags: Sequence[str], olds: Sequence[str], new: str) -> tuple[str, ...]:
    """Return an entry's tags with some renamed, each once."""
    return tuple(dict.fromkeys(new if tag in olds else tag for tag in tags))


def complete_tags(typed: str, known: Iterable[str]) -> str | None:
    """Complete the last tag of a text with the first known one; None if none fits."""
    start = _last(typed)
    completed = next((tag for tag in matching_tags(typed, known) if tag != _plain(start)), None) if start else None
    return None if completed is None else typed[: len(typed) - len(start)] + completed


def matching_tags(typed: str, known: Iterable[str]) -> list[str]:
    """Return the known tags that start like the last one typed, without those before it."""
    before = {_plain(part.strip().lstrip("#")) for part in _BETWEEN.split(typed)[:-1]}
    return [tag for tag in known if tag not in before and tag.startswith(_plain(_last(typed)))]


def _last(typed: str) -> str:
    return _BETWEEN.split(typed)[-1].lstrip().lstrip("#")


def _plain(typed: str) -> str:
    return " ".join(typed.lower().split())
