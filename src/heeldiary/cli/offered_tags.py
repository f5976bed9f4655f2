"""Offering tags: the words behind a `#` in a note, and a tag of the diary that a new one was perhaps meant for."""

from collections.abc import Sequence
from shlex import quote

from heeldiary.cli.context import CommandContext
from heeldiary.cli.offered_edit import edit_command
from heeldiary.domain.entries import Entry
from heeldiary.domain.tag_text import format_tags
from heeldiary.domain.tags import tags_in_note, without_tags
from heeldiary.domain.text import display_text
from heeldiary.errors import count_edits
from heeldiary.store.entries.tags import tag_uses

_LEAST_LETTERS = 4
"""The letters of a tag from which on another one may be a typing error."""


def offer_near_tags(context: CommandContext, entries: Sequence[Entry]) -> None:
    """Say which tag of the diary a new one was perhaps meant for, if it differs by one typing error.

    `entries` were saved together and have the same tags.
    """
    with context.reading() as diary:
        uses = tag_uses(diary)
    own = {tag.casefold() for tag in entries[0].tags}
    new = [use.tag for use in uses if use.entries <= len(entries) and use.tag.casefold() in own]
    for tag in new:
        others = (use.tag for use in uses if use.tag not in new)
        near = next((other for other in others if _is_near(tag.casefold(), other.casefold())), None)
        if near:
            options = f"--untag {quote(display_text(tag))} --tag {quote(display_text(near))}"
            line = f"heeldiary edit last {options}" if len(entries) > 1 else edit_command(entries[0], options)
            context.say(f"If you meant the tag {format_tags([near])}: {line}")


def _is_near(tag: str, other: str) -> bool:
    return len(tag) >= _LEAST_LETTERS and count_edits(tag, other) == 1 and not any(map(str.isdecimal, tag + other))


def offer_tags(context: CommandContext, entry: Entry) -> None:
    """Say which words of a note could be tags, and how."""
    words = without_tags(tags_in_note(entry.note), entry.tags)
    if words:
        options = " ".join(f"--tag {quote(display_text(word))}" for word in words)
        context.say(f"To find it by {format_tags(words)}: {edit_command(entry, options)}")
