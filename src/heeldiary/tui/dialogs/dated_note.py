"""A note that is changed, with its day beneath the text: another day moves it there."""

from collections.abc import Callable
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from heeldiary.errors import BadInput, Problem
from heeldiary.tui.dialogs.field import Field
from heeldiary.tui.dialogs.note import NoteDialog
from heeldiary.tui.drafts.drafts import DraftOf, Values


class DatedNote(NoteDialog):
    """Changes a note and its day; both are saved at once."""

    DEFAULT_CSS = """
    DatedNote .field { height: 1; margin-top: 1; }
    DatedNote .label { width: 6; color: $text-muted; }
    DatedNote Input { width: 1fr; }
    DatedNote.-tiny .field { margin-top: 0; }
    """
    KEYS = "tab day   escape save and close\nenter new line   ctrl+z undo typing"

    def __init__(
        self, draft: DraftOf, title: str, words: str, day_field: Field, save: Callable[[str, date], None]
    ) -> None:
        super().__init__(draft, title, words, lambda words: save(words, self._day))
        self._field = day_field
        self._day: date = day_field.parse(day_field.typed)

    def content(self) -> ComposeResult:
        """Compose the day below the text."""
        yield from super().content()
        with Horizontal(classes="field"):
            yield Static(self._field.label, classes="label", markup=False)
            yield Input(self._draft.values.get("day", self._field.typed), self._field.hint, id="field-day")

    def saved(self) -> Values:
        """Return the saved text and day."""
        return {**super().saved(), "day": self._field.typed}

    def typed(self) -> Values:
        """Return the text and the day."""
        return {**super().typed(), "day": self.query_one(Input).value}

    def parse(self, typed: Values) -> str:
        """Return the text, and note the day; without one it stays."""
        if typed["day"].strip():
            try:
                self._day = self._field.parse(typed["day"])
            except Problem as problem:
                self.query_one(Input).focus()
                raise BadInput(f"{self._field.label}: {problem.message}", problem.remedy) from None
        return super().parse(typed)

    def action_afresh(self) -> None:
        """Restore the saved text and day."""
        self.query_one(Input).value = self._field.typed
        super().action_afresh()

    @on(Input.Changed)
    def _day_changed(self) -> None:
        self.change_text()

    @on(Input.Submitted)
    def _day_submitted(self) -> None:
        if not self._refused:  # a second enter is no wish to close without saving
            self.action_close()
