"""The dialog for the answer to a weekly review, below its three questions."""

from textual.app import ComposeResult
from textual.widgets import Static

from heeldiary.domain.review.text import question_lines
from heeldiary.tui.dialogs.note import NoteDialog


class ReviewNote(NoteDialog):
    """Writes or changes the answer."""

    DEFAULT_CSS = """
    ReviewNote .asked { color: $text-muted; margin-bottom: 1; height: auto; }
    """

    def content(self) -> ComposeResult:
        """Compose the questions above the text."""
        yield Static("\n".join(question_lines()), classes="asked", markup=False)
        yield from super().content()
