"""What the app has painted, read back."""

from typing import Any

from rich.cells import cell_len
from textual.app import App
from textual.strip import Strip

from tests.tui.settling import seen, seen_with_background


def strips(app: App[Any]) -> list[Strip]:
    """The rows that are painted."""
    return seen(app.screen)


def screen_text(app: App[Any]) -> str:
    """All that is painted, as lines of text; of a dialog, the dialog alone."""
    return _text(strips(app))


def whole_text(app: App[Any]) -> str:
    """All that is painted, and what shows through a dialog."""
    return _text(seen_with_background(app.screen))


def _text(strips: list[Strip]) -> str:
    return "\n".join(strip.text.rstrip() for strip in strips)


def by_column(strip: Strip) -> str:
    """A row with one sign a column: a wide one is followed by an empty place."""
    return "".join(sign + "\0" * (cell_len(sign) - 1) for sign in strip.text)
