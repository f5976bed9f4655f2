"""Lines of text, each beside its label."""

from textwrap import wrap

from textual.content import Content

LABEL_COLUMNS = 8
"""The width of the labels."""

ROOMY_COLUMNS = 50
"""The width of the text where there is room for all of it."""


def labelled(parts: list[tuple[str, str]], columns: int) -> Content:
    """Return lines of text `columns` wide, each beside its label; blank lines between them where there is room."""
    between = "\n" if columns < ROOMY_COLUMNS else "\n\n"
    lines = [
        Content.assemble((label.ljust(LABEL_COLUMNS), "$text-muted"), _indented(text, columns)) for label, text in parts
    ]
    return Content(between).join(lines)


def _indented(text: str, columns: int) -> str:
    """Return text wrapped beside its label."""
    return ("\n" + " " * LABEL_COLUMNS).join(wrap(text, columns))
