"""Tags: words on entries, such as `#rain`."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from heeldiary.domain import text

_SIGNED = re.compile(r'"([^"]+)"|([^\s#,"]+)')
"""Behind a `#` a tag ends at a space, a comma or the next `#`, unless it is in quotes: `#rain #"long day"`."""

_IN_NOTE = re.compile(r'(?<!\S)#(\w[^\s#,;.:!?()\[\]"]*)')
"""In a note a tag stands behind a space and ends at one, or at punctuation: `soft #insoles.`"""


class TagUse(NamedTuple):
    """A tag of the diary, with its uses."""

    tag: str
    entries: int
    first: str
    """The first day with it, as 2026-11-22."""
    last: str
    """The last day with it."""


def parse_tag(typed: str) -> str:
    """Parse a tag: 1-40 characters, with or without `#`; raises BadInput."""
    return text.clean_name(typed.strip().lstrip("#").strip('"'), "a tag")


def parse_tags(typed: str) -> tuple[str, ...]:
    """Parse the tags of a text, each once: `rain, long day` or `#rain #"long day"`."""
    return text.each_once(parse_tag(part) for part in _parts(typed) if part.strip())


def all_tags(typed: Iterable[str]) -> tuple[str, ...]:
    """Parse the tags of several texts, each once."""
    return text.each_once(tag for tags in typed for tag in parse_tags(tags))


def tags_in_note(note: str) -> tuple[str, ...]:
    """Return the words behind a `#` in a note, each once: `new insoles #soft` has `soft`."""
    return text.each_once(word[: text.WORD_LIMIT] for word in _IN_NOTE.findall(note))


def has_tags(tags: Iterable[str], wanted: Iterable[str]) -> bool:
    """Return whether some tags include all of those wanted, in any case."""
    return {tag.casefold() for tag in wanted} <= {tag.casefold() for tag in tags}


def without_tags(tags: Iterable[str], gone: Iterable[str]) -> tuple[str, ...]:
    """Return tags without some, in any case."""
    folded = {tag.casefold() for tag in gone}
    return tuple(tag for tag in tags if tag.casefold() not in folded)


def rename_tags(tags: Sequence[str], olds: Sequence[str], new: str) -> tuple[str, ...]:
    """Return an entry's tags with some renamed, each once."""
    return text.each_once(new if tag in olds or tag.casefold() == new.casefold() else tag for tag in tags)


def tag_completions(typed: str, known: Iterable[str]) -> list[str]:
    """Return a text with its last tag completed by each known one that fits."""
    start = _last(typed)
    head = typed[: len(typed) - len(start)]
    tags = matching_tags(typed, known) if start else []
    return [head + (f'"{tag}"' if "#" in typed and " " in tag else tag) for tag in tags]


def matching_tags(typed: str, known: Iterable[str]) -> list[str]:
    """Return the known tags that start like the last one typed, without those before it."""
    last = _last(typed)
    before = {_plain(tag) for tag in parse_tags(typed[: len(typed) - len(last)])}
    return [tag for tag in known if _plain(tag) not in before and _plain(tag).startswith(_plain(last))]


def _parts(typed: str) -> list[str]:
    if "#" not in typed:
        return typed.split(",")
    return [quoted or plain for quoted, plain in _SIGNED.findall(typed)]


def _last(typed: str) -> str:
    return re.split(r"[\s#,]" if "#" in typed else ",", typed)[-1].lstrip()


def _plain(typed: str) -> str:
    return " ".join(typed.casefold().split())
