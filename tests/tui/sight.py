"""What the app has painted, read back. The one place that reaches into Textual's compositor."""

from typing import Any

from rich.cells import cell_len
from textual.app import App
from textual.strip import Strip


def strips(app: App[Any]) -> list[Strip]:
    """The rows that are painted."""
    return app.screen._compositor.render_strips()


def screen_text(app: App[Any]) -> str:
    """All that is painted, as lines of text."""
    return "\n".join(strip.text.rstrip() for strip in strips(app))


def by_column(strip: Strip) -> str:
    """A row with one sign a column: a wide one is followed by an empty place."""
    return "".join(sign + "\0" * (cell_len(sign) - 1) for sign in strip.text)
