"""What is pasted, made fit for where it goes."""

from textual.widget import Widget
from textual.widgets import Input

from heeldiary.domain.text import NOTE_LIMIT, clean


def pasted_text(text: str, into: Widget | None) -> str:
    """The text without control characters; for a field of one line no more of it than shows that it is too long.

    Such a field lays out all that it holds at every key: a megabyte would freeze it for a minute. No field saves more
    than the longest note, so what is cut off here is refused in any case, and never saved in part.
    """
    fit = clean(text)[0]
    return fit[: NOTE_LIMIT + 1] if isinstance(into, Input) else fit
