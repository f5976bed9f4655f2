"""A question with two or three answers, each a key or several."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from heeldiary.domain.text import separate
from heeldiary.tui.dialogs.dialog import Dialog

Value = TypeVar("Value")


class Choose(Dialog[Value], Generic[Value]):
    """Asks, and answers the value behind the key that was pressed; None for escape."""

    DEFAULT_CSS = """
    Choose .question { margin-bottom: 1; }
    """

    def __init__(
        self, title: str, question: str, answers: Sequence[tuple[str, str, Value]], keys: str = "escape neither"
    ) -> None:
        """Each answer has its keys, of which the first is shown, its words and its value."""
        super().__init__(title, keys)
        self._question = question
        self._answers = answers

    def content(self) -> ComposeResult:
        """The question and its answers."""
        yield Static(separate(self._question), classes="question", markup=False)
        for key, words, _ in self._answers:
            yield Static(Content.assemble((f"{key.partition(',')[0]}  ", "bold $accent"), words), classes="answer")

    def on_key(self, event: events.Key) -> None:
        """Answer by key."""
        for keys, _, value in self._answers:
            if event.key in keys.split(","):
                event.stop()
                self.dismiss(value)

    def on_click(self, event: events.Click) -> None:
        """Answer by click."""
        for widget, (_, _, value) in zip(self.query(".answer"), self._answers, strict=True):
            if widget.region.contains(event.screen_x, event.screen_y):
                self.dismiss(value)
