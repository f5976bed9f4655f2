"""The dialog that asks about red flags before an experiment."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from heeldiary.domain.experiments.safety import RED_FLAGS
from heeldiary.domain.experiments.text import SIGNS_HEADING
from heeldiary.tui.dialogs.dialog import Dialog


class Signs(Dialog[bool]):
    """Shows all red flags. Returns True if none applies, False if some do, None if it was closed."""

    DEFAULT_CSS = """
    Signs #panel { width: 76; padding: 1 2; }
    Signs .sign { height: auto; }
    Signs .when { width: 9; color: $accent; }
    Signs .text { width: 1fr; height: auto; }
    Signs #none { margin-top: 1; }
    """

    def __init__(self) -> None:
        super().__init__(SIGNS_HEADING, "n none   y some   escape not now")

    def content(self) -> ComposeResult:
        """Compose the red flags, each with how soon to see someone, and the two answers."""
        for sign in RED_FLAGS:
            with Horizontal(classes="sign"):
                yield Static(sign.when, classes="when", markup=False)
                yield Static(sign.text, classes="text", markup=False)
        yield Static(Content.assemble(("n  ", "bold $accent"), "none of this applies"), id="none")
        yield Static(Content.assemble(("y  ", "bold $accent"), "some of this applies"), id="some")

    def on_key(self, event: events.Key) -> None:
        """Close with the answer whose key was pressed."""
        if event.key in ("n", "y"):
            event.stop()
            self.dismiss(event.key == "n")

    def on_click(self, event: events.Click) -> None:
        """Return the answer that was clicked."""
        for name in ("none", "some"):
            if self.query_one(f"#{name}").region.contains(event.screen_x, event.screen_y):
                self.dismiss(name == "none")
