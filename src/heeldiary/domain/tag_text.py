"""Tags in words."""

from collections.abc import Sequence

from heeldiary.domain.tags import TagUse
from heeldiary.domain.text import shown

NONE = "No entry has a tag yet: heeldiary log 6 --tag rain"


def signs(tags: Sequence[str]) -> str:
    """An entry's tags as they stand behind it: `#rain #long day`; nothing for none."""
    return " ".join(f"#{shown(tag, newline=' ')}" for tag in tags)


def use_line(use: TagUse, width: int) -> str:
    """A tag in the list: how many entries have it, and since when."""
    days = f"on {use.first}" if use.first == use.last else f"from {use.first} to {use.last}"
    return f"{signs([use.tag]):{width}}  {entries_words(use.entries)}, {days}"


def entries_words(number: int) -> str:
    """`1 entry`, `12 entries`."""
    return f"{number:,} entr{'y' if number == 1 else 'ies'}"


def renamed_words(olds: Sequence[str], new: str) -> str:
    """What a renaming was, as an undo says it back: `the tag #rain renamed #wet`."""
    if len(olds) == 1:
        return f"the tag {signs(olds)} renamed {signs([new])}"
    return f"the tags {signs(olds)} merged into {signs([new])}"


def merge_question(new: str, number: int) -> str:
    """Asked before a tag is renamed to one that is there already."""
    return f"{entries_words(number)} {'has' if number == 1 else 'have'} {signs([new])} already. Make the two one tag?"
