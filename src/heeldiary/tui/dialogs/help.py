"""All keys of a screen."""

from collections.abc import Sequence
from textwrap import wrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from heeldiary.tui.actions import ANYWHERE, KeyAction
from heeldiary.tui.dialogs.dialog import Dialog

_FAR = 1_000
_KEY_COLUMNS = 9
_KEYS = (("up", -1), ("down", 1), ("pageup", -10), ("pagedown", 10), ("home", -_FAR), ("end", _FAR))
"""Keys, with how many rows they scroll."""


class Help(Dialog[None]):
    """Lists a screen's actions, its own first; the palette offers the same."""

    DEFAULT_CSS = """
    Help #panel { width: 74; }
    Help .about { margin: 0 1 1 0; color: $text-muted; }
    Help .group { text-style: bold; margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("q", "close", "close"),
        *((key, f"scroll({rows})", "") for key, rows in _KEYS),
    ]

    def __init__(self, name: str, about: str, actions: Sequence[KeyAction]) -> None:
        super().__init__(name.capitalize(), "↑ ↓ home end scroll   escape close")
        self._about = about
        self._actions = [action for action in actions if action not in ANYWHERE]

    def content(self) -> ComposeResult:
        """Compose each key with its description."""
        yield Static(self._about, classes="about", markup=False)
        yield Static(id="own")
        yield Static("Anywhere", classes="group")
        yield Static(id="anywhere")

    def on_resize(self, _: Resize) -> None:
        """Wrap the lines to the panel's width."""
        columns = self.query_one("#panel").scrollable_content_region.width - 1
        self.query_one("#own", Static).update(_lines(self._actions, columns))
        self.query_one("#anywhere", Static).update(_lines(ANYWHERE, columns))

    def action_scroll(self, rows: int) -> None:
        """Scroll some rows up or down."""
        self.query_one("#panel").scroll_relative(y=rows, animate=False, immediate=True)


def _lines(actions: Sequence[KeyAction], columns: int) -> Content:
    """Return the keys beside what they do; a further line begins under the one before."""
    lines = [
        Content.assemble((f"{action.shown if not number else '':>{_KEY_COLUMNS}}  ", "bold"), (words, "$text-muted"))
        for action in actions
        for number, words in enumerate(wrap(action.tooltip, max(20, columns - _KEY_COLUMNS - 2)))
    ]
    return Content("\n").join(lines)
