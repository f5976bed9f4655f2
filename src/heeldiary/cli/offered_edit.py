"""The command that changes what was just saved, as it is offered below it."""

from heeldiary.domain.entries import Entry

ID_LETTERS = 8
"""The letters of an id in a command: even in a long diary no two begin alike."""


def edit_command(entry: Entry, options: str) -> str:
    """Return the command that changes an entry with some options."""
    return f"heeldiary edit {entry.id[:ID_LETTERS]} {options}"
