"""Pasted text, cleaned for the field it goes to."""

from textual.widget import Widget
from textual.widgets import Input

from heeldiary.domain.text import NOTE_LIMIT, clean


def pasted_text(text: str, into: Widget | None) -> str:
    """Return the text without control characters, cut just past the limit for a one-line field.

    A one-line field lays out its whole text at every key: a megabyte would freeze it for a minute. No field saves more
    than the longest note, so the cut text is refused anyway and never saved in part.
    """
    fit = clean(text)[0]
    return fit[: NOTE_LIMIT + 1] if isinstance(into, Input) else fit
