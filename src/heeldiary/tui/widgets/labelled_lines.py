"""Lines of text, each beside its label."""

from textwrap import wrap

from textual.content import Content

_LABEL_COLUMNS = 8


def labelled(parts: list[tuple[str, str]], short: bool) -> Content:
    """Return lines of text, each beside its label; `short` leaves no blank lines between them."""
    between = "\n" if short else "\n\n"
    lines = [
        Content.assemble((label.ljust(_LABEL_COLUMNS), "$text-muted"), _indented(text, 48 if short else 50))
        for label, text in parts
    ]
    return Content(between).join(lines)


def _indented(text: str, columns: int) -> str:
    """Return text wrapped beside its label."""
    return ("\n" + " " * _LABEL_COLUMNS).join(wrap(text, columns))
