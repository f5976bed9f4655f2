"""The dialog to search the notes and go to one."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from heeldiary.domain.days import short_day
from heeldiary.domain.entries import Entry
from heeldiary.domain.entry_text import format_facts
from heeldiary.domain.tag_text import format_tags
from heeldiary.domain.text import display_text
from heeldiary.errors import Problem
from heeldiary.store.diary import Diary
from heeldiary.store.entries.notes import search_notes
from heeldiary.tui.dialogs.dialog import Dialog
from heeldiary.tui.widgets.rows import Rows

_MOST_SHOWN = 200


class Search(Dialog[Entry]):
    """Finds notes as you type; returns the entry with the chosen one."""

    DEFAULT_CSS = """
    Search #panel { width: 90; }
    Search Input { margin-bottom: 1; }
    Search Rows { height: auto; max-height: 14; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("down", "into_list", "list")]

    def __init__(self, diary: Diary) -> None:
        super().__init__("Search the notes and tags", "enter go to the first   ↓ choose   escape close")
        self._diary = diary
        self._found: list[Entry] = []

    def content(self) -> ComposeResult:
        """Compose the search field and its results."""
        yield Input(placeholder="a word of a note, or a tag")
        yield Rows(markup=False)

    def on_mount(self) -> None:
        """Focus the search field."""
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _find(self, event: Input.Changed) -> None:
        words = event.value.strip()
        try:
            self._found = search_notes(self._diary, words)[:_MOST_SHOWN] if words else []
        except Problem as problem:
            self.tell(problem)
            return
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(
            Option(Content.assemble((f"{short_day(entry.day):>15}  ", "$text-muted"), _words(entry)))
            for entry in self._found
        )
        self.complain("" if self._found or not words else "No note and no tag has that.")

    @on(Input.Submitted)
    def _first(self) -> None:
        if self._found:
            self.dismiss(self._found[0])

    @on(OptionList.OptionSelected)
    def _picked(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._found[event.option_index])

    def action_into_list(self) -> None:
        """Move from the search field to the results."""
        options = self.query_one(OptionList)
        options.focus()
        options.highlighted = 0 if self._found else None


def _words(entry: Entry) -> str:
    """Return a note with its tags; of another entry what it is before them."""
    text = entry.note or format_facts(entry.fact)
    return f"{display_text(text, newline=' ')} {format_tags(entry.tags)}".rstrip()
