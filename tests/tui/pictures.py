"""Pictures and styled texts as plain text with the style of each cell, for snapshots of widgets without an app."""

from collections.abc import Iterator
from contextlib import contextmanager
from string import ascii_letters
from typing import TypeVar

import pytest
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from heeldiary.charts.picture import Ink, Picture
from heeldiary.tui.widgets.drawing import Drawing

AWidget = TypeVar("AWidget", bound=Widget)


def inked(picture: Picture) -> str:
    """The rows of a picture, below each the ink of each cell as a letter, then a legend."""
    letters: dict[Ink, str] = {}
    lines = []
    for row in picture.cells:
        inks = "".join(
            letters.setdefault(cell.ink, "." if cell.ink == Ink() else ascii_letters[len(letters)]) for cell in row
        )
        text = "".join(cell.sign for cell in row).rstrip()
        lines += [text, inks.rstrip(".")] if inks.strip(".") else [text]
    return "\n".join([*lines, *(f"{letter} {_ink_text(ink)}" for ink, letter in letters.items() if letter != ".")])


def _ink_text(ink: Ink) -> str:
    return " ".join(f"{name}={value}" for name, value in ink._asdict().items() if value)


def drawn(widget: Drawing, columns: int, rows: int) -> str:
    """What a widget draws at a size."""
    return f"{columns}x{rows}\n{inked(widget.draw(columns, rows))}"


def worded(content: Content) -> str:
    """A styled text, and each of its styled parts."""
    parts = [f"  [{span.style}] {content.plain[span.start : span.end]!r}" for span in content.spans]
    return "\n".join([content.plain, *parts])


@contextmanager
def sized(columns: int, rows: int = 1) -> Iterator[None]:
    """Give widgets that are on no screen a size."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Widget, "size", Size(columns, rows))
        yield


def focused(widget: AWidget) -> AWidget:
    """Give a widget that is on no screen the focus."""
    widget.set_reactive(Widget.has_focus, True)
    return widget
