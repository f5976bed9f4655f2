"""A note of any number of lines. Escape saves it without asking."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static, TextArea

from heeldiary.domain.text import NOTE_LIMIT, clean, clean_note
from heeldiary.errors import BadInput, Problem
from heeldiary.tui.dialogs.draft_dialog import DraftDialog
from heeldiary.tui.drafts.drafts import DraftOf, Values

_COUNT_FROM = NOTE_LIMIT * 3 // 4


class NoteDialog(DraftDialog[str]):
    """Writes or changes a note. Returns its text once saved; an emptied note is deleted."""

    DEFAULT_CSS = """
    NoteDialog TextArea { height: 10; }
    NoteDialog.-tall TextArea { height: 16; max-height: 50vh; }
    NoteDialog.-tiny TextArea { height: 6; }
    """
    SAVE_KEY = "escape"
    KEYS = "enter new line   escape save and close   ctrl+z undo typing"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "close", "save", show=False),
        Binding("ctrl+r", "afresh", "afresh", show=False),
    ]

    def __init__(self, draft: DraftOf, title: str, words: str, save: Callable[[str], None]) -> None:
        super().__init__(draft, title, self.KEYS)
        self._words = words
        self._save = save
        self._refused = False

    def content(self) -> ComposeResult:
        """The text."""
        draft = self.begin_draft(self.saved())
        yield TextArea(clean(draft.get("note", self._words))[0], soft_wrap=True, tab_behavior="focus")
        yield Static("", id="count", markup=False)

    def on_mount(self) -> None:
        """Put the cursor at the end of the text."""
        area = self.query_one(TextArea)
        if not self.has_class("-tall"):  # show a long text from its start
            area.move_cursor(area.document.end)
        if self._draft.is_restored:
            self.complain(
                self.draft_warning_text()
                or "This is what you typed earlier; it is not saved yet. Press ctrl+r to see what is saved."
            )
        area.focus()

    def saved(self) -> Values:
        """Return the saved text."""
        return {"note": self._words}

    def typed(self) -> Values:
        """Return the text."""
        return {"note": self.query_one(TextArea).text}

    def parse(self, typed: Values) -> str:
        """Return the text to save; raises Problem."""
        return clean_note(typed["note"])

    def action_afresh(self) -> None:
        """Restore the initial text."""
        self.query_one(TextArea).text = clean(self._words)[0]
        self.start_afresh()

    def action_close(self) -> None:
        """Save the change once and close; if it cannot be saved, stay open."""
        if self._draft.is_closed:
            return
        typed = self.typed()
        if _clean(typed) == _clean(self.saved()):
            self.leave_unchanged()
            return
        try:
            words = self.parse(typed)
        except BadInput as problem:
            self.refuse(problem)
        else:
            self.save(lambda: self._save(words), words)

    def refuse(self, problem: Problem) -> None:
        """Show why the save failed; the second time, close and keep the text as a draft."""
        if self._refused:
            self.leave()
            return
        self._refused = True
        warning = self._draft_warning()
        outcome = "" if warning else "; your text stays here as a draft"
        self.complain(f"{problem.sentence}{warning} Press escape again to close{outcome}.")

    @on(TextArea.Changed)
    def _changed(self) -> None:
        length = len(self.query_one(TextArea).text)
        self.query_one("#count", Static).update(f"{length:,} of {NOTE_LIMIT:,}" if length > _COUNT_FROM else "")
        self.change_text()

    def change_text(self) -> None:
        """Record what was typed: why an older text was refused is over."""
        self._refused = False
        self.change_draft()


def _clean(values: Values) -> dict[str, str]:
    return {name: clean(text)[0] for name, text in values.items()}
