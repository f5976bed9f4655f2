"""The commands of the palette."""

from collections.abc import Callable, Iterable
from functools import partial

from textual.app import SystemCommand

from heeldiary.tui.actions import palette_title
from heeldiary.tui.page import Page


def palette_commands(page: Page | None, do: Callable[[str], None]) -> Iterable[SystemCommand]:
    """Yield a command for each action of a screen; `do` runs the action."""
    for action in page.actions if page else ():
        if action.palette:
            yield SystemCommand(palette_title(action), f"key {action.shown}", partial(do, action.name))
