"""The command that changes what was just saved, as it is offered below it."""

from heeldiary.domain.entries import Entry

_ID_LETTERS = 8  # even in a long diary no two ids begin alike


def edit_command(entry: Entry, options: str) -> str:
    """Return the command that changes an entry with some options."""
    return f"heeldiary edit {entry.id[:_ID_LETTERS]} {options}"
