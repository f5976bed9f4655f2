"""Asked before an experiment: whether something needs a clinician first."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from heeldiary.domain.experiments.safety import RED_FLAGS
from heeldiary.domain.experiments.text import SIGNS_HEADING
from heeldiary.tui.dialogs.dialog import Dialog


class Signs(Dialog[bool]):
    """All signs at a glance. True where none is so; None if it was closed."""

    DEFAULT_CSS = """
    Signs #panel { width: 76; padding: 1 2; }
    Signs .sign { height: auto; }
    Signs .when { width: 9; color: $accent; }
    Signs .text { width: 1fr; height: auto; }
    Signs #none { margin-top: 1; }
    """

    def __init__(self) -> None:
        super().__init__(SIGNS_HEADING, "escape not now")

    def content(self) -> ComposeResult:
        """The signs, each with how soon someone is to be seen; the two answers."""
        for sign in RED_FLAGS:
            with Horizontal(classes="sign"):
                yield Static(sign.when, classes="when", markup=False)
                yield Static(sign.text, classes="text", markup=False)
        yield Static(Content.assemble(("n  ", "bold $accent"), "none of it is so"), id="none")
        yield Static(Content.assemble(("y  ", "bold $accent"), "some of it is so"), id="some")

    def on_key(self, event: events.Key) -> None:
        """Answer by key."""
        if event.key in ("n", "y"):
            event.stop()
            self.dismiss(event.key == "n")

    def on_click(self, event: events.Click) -> None:
        """Answer by click."""
        for name in ("none", "some"):
            if self.query_one(f"#{name}").region.contains(event.screen_x, event.screen_y):
                self.dismiss(name == "none")
