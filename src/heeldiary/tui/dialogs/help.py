"""All keys of a screen."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from heeldiary.tui.actions import ANYWHERE, Action
from heeldiary.tui.dialogs.dialog import Dialog


class Help(Dialog[None]):
    """Lists the actions of a screen, its own first; the same that the palette offers."""

    DEFAULT_CSS = """
    Help #panel { width: 74; }
    Help .about { margin-bottom: 1; color: $text-muted; }
    Help .group { text-style: bold; margin-top: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("q", "close", "close")]

    def __init__(self, name: str, about: str, actions: Sequence[Action]) -> None:
        super().__init__(name.capitalize(), "escape close   ↑ ↓ scroll")
        self._about = about
        self._actions = [action for action in actions if action not in ANYWHERE]

    def content(self) -> ComposeResult:
        """Each key with what it does."""
        yield Static(self._about, classes="about", markup=False)
        yield Static(_lines(self._actions))
        yield Static("Anywhere", classes="group")
        yield Static(_lines(ANYWHERE))

    def on_mount(self) -> None:
        """Let the arrow keys scroll."""
        panel = self.query_one("#panel")
        panel.can_focus = True
        panel.focus()


def _lines(actions: Sequence[Action]) -> Content:
    return Content("\n").join(
        Content.assemble((f"{action.shown:>9}  ", "bold"), (action.tooltip, "$text-muted")) for action in actions
    )
