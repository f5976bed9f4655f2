"""The text of tags."""

from collections.abc import Sequence
from datetime import date

from heeldiary.domain.days import short_day
from heeldiary.domain.tags import TagUse
from heeldiary.domain.text import display_text

NONE = "No entry has a tag yet: heeldiary log left 6 --tag rain"


def format_tags(tags: Sequence[str]) -> str:
    """Return an entry's tags: `#rain #"long day"`; "" for none."""
    shown = (display_text(tag, newline=" ") for tag in tags)
    return " ".join(f'#"{tag}"' if " " in tag else f"#{tag}" for tag in shown)


def use_line(use: TagUse, width: int) -> str:
    """Return a tag as a line of the list, with its number of entries and first day."""
    first, last = (short_day(date.fromisoformat(day)) for day in (use.first, use.last))
    days = f"on {first}" if first == last else f"from {first} to {last}"
    return f"{format_tags([use.tag]):{width}}  {format_entry_count(use.entries)}, {days}"


def format_entry_count(number: int) -> str:
    """`1 entry`, `12 entries`."""
    return f"{number:,} entr{'y' if number == 1 else 'ies'}"


def format_rename(olds: Sequence[str], new: str) -> str:
    """Return a rename for messages: `the tag #rain renamed #wet`."""
    if len(olds) == 1:
        return f"the tag {format_tags(olds)} renamed {format_tags([new])}"
    return f"the tags {format_tags(olds)} merged into {format_tags([new])}"


def format_removal(tags: Sequence[str]) -> str:
    """Return a removal for messages: `the tag #rain taken off`."""
    return f"the tag{'s' * (len(tags) > 1)} {format_tags(tags)} taken off"


def merge_question(new: str, number: int) -> str:
    """Return the question before a tag is renamed to an existing one."""
    have = "has" if number == 1 else "have"
    return f"{format_entry_count(number)} {have} {format_tags([new])} already. Make the two one tag?"
