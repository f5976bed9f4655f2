"""A question with two or three answers, each with its own keys."""

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
    """Asks a question; returns the value of the pressed key, or None for escape."""

    DEFAULT_CSS = """
    Choose .question { margin-bottom: 1; }
    """

    def __init__(
        self, title: str, question: str, answers: Sequence[tuple[str, str, Value]], keys: str = "escape neither"
    ) -> None:
        """Each answer has keys (the first is shown), a label and a value."""
        super().__init__(title, keys)
        self._question = question
        self._answers = answers

    def content(self) -> ComposeResult:
        """Compose the question and its answers."""
        yield Static(separate(self._question), classes="question", markup=False)
        for key, words, _ in self._answers:
            yield Static(Content.assemble((f"{key.partition(',')[0]}  ", "bold $accent"), words), classes="answer")

    def on_key(self, event: events.Key) -> None:
        """Return the answer of a key."""
        for keys, _, value in self._answers:
            if event.key in keys.split(","):
                event.stop()
                self.dismiss(value)

    def on_click(self, event: events.Click) -> None:
        """Return the answer that was clicked."""
        for widget, (_, _, value) in zip(self.query(".answer"), self._answers, strict=True):
            if widget.region.contains(event.screen_x, event.screen_y):
                self.dismiss(value)
