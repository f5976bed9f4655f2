"""Offering the words behind a `#` in a note as tags."""

from shlex import quote

from heeldiary.cli.context import CommandContext
from heeldiary.cli.offered_edit import edit_command
from heeldiary.domain.entries import Entry
from heeldiary.domain.tag_text import format_tags
from heeldiary.domain.tags import tags_in_note, without_tags
from heeldiary.domain.text import display_text


def offer_tags(context: CommandContext, entry: Entry) -> None:
    """Say which words of a note could be tags, and how."""
    words = without_tags(tags_in_note(entry.note), entry.tags)
    if words:
        options = " ".join(f"--tag {quote(display_text(word))}" for word in words)
        context.say(f"To find it by {format_tags(words)}: {edit_command(entry, options)}")
