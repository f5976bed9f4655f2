"""What the app has painted, read back."""

from string import ascii_letters
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


def styled_text(app: App[Any]) -> str:
    """What is painted, or the open dialog: below each row the style of each column as a letter, then a legend."""
    letters: dict[str, str] = {}
    lines = []
    for strip in strips(app):
        styles = "".join(_letter(str(piece.style), letters) * piece.cell_length for piece in strip)
        lines += [strip.text.rstrip(), styles] if len({*styles}) > 1 else [strip.text.rstrip()]
    return "\n".join([*lines, "", *(f"{letter} {style}" for style, letter in letters.items())])


def _letter(style: str, letters: dict[str, str]) -> str:
    return letters.setdefault(style, ascii_letters[len(letters)])


def by_column(strip: Strip) -> str:
    """A row with one sign a column: a wide one is followed by an empty place."""
    return "".join(sign + "\0" * (cell_len(sign) - 1) for sign in strip.text)
