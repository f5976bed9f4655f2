"""A note, of as many lines as it takes. Escape saves it: nothing asks."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.timer import Timer
from textual.widgets import Static, TextArea

from heeldiary.domain.text import NOTE_LIMIT, clean, note
from heeldiary.errors import Busy, Problem
from heeldiary.tui.dialogs.dialog import Dialog

_DRAFT_SECONDS = 1.0
_COUNT_FROM = NOTE_LIMIT * 3 // 4


class NoteDialog(Dialog[str]):
    """Writes or changes a note. Answers its words once they are saved; emptied, the note is deleted."""

    DEFAULT_CSS = """
    NoteDialog TextArea { height: 10; }
    NoteDialog.-tall TextArea { height: 16; max-height: 50vh; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "close", "save", show=False),
        Binding("ctrl+r", "afresh", "afresh", show=False),
    ]

    def __init__(self, draft: str, title: str, words: str, save: Callable[[str], None]) -> None:
        super().__init__(title, "escape save and close   ctrl+z take back a word")
        self._draft = draft
        self._words = words
        self._save = save
        self._draft_timer: Timer | None = None
        self._saved = False
        self._refused = False

    def content(self) -> ComposeResult:
        """The text."""
        draft = self.host.drafts.get(self._draft) or {}
        yield TextArea(clean(draft.get("note", self._words))[0], soft_wrap=True, tab_behavior="focus")
        yield Static("", id="count", markup=False)

    def on_mount(self) -> None:
        """Begin at the end of what is there."""
        area = self.query_one(TextArea)
        if not self.has_class("-tall"):  # a long text is read from its beginning
            area.move_cursor(area.document.end)
        elif self.host.drafts.get(self._draft):
            self.complain("This is what you had typed; it is not kept yet. ctrl+r brings back what is kept.")
        area.focus()

    def keep_draft(self) -> None:
        """Keep what is typed so far."""
        words = self.query_one(TextArea).text
        if words == self._words:
            self.host.drafts.drop(self._draft)
        else:
            self.host.drafts.keep(self._draft, {"note": words})

    def action_afresh(self) -> None:
        """Put back what was there at first."""
        self.query_one(TextArea).text = clean(self._words)[0]
        self.host.drafts.drop(self._draft)
        self.complain("")

    def action_close(self) -> None:
        """Save what changed, once, and close; where it cannot be saved, stay."""
        if self._saved:
            return
        typed = self.query_one(TextArea).text
        if clean(typed)[0] == clean(self._words)[0]:
            self.host.drafts.drop(self._draft)
            self.dismiss(None)
            return
        try:
            words = note(typed)
            self._save(words)
        except Busy:
            self.keep_draft()
            self.complain("Another program holds the diary; this is saved as soon as it lets go.")
            self.set_timer(0.5, self.action_close)
        except Problem as problem:
            self.keep_draft()
            if self._refused:
                self.dismiss(None)
                return
            self._refused = True
            told = f"{problem.message[:1].upper()}{problem.message[1:]}: {problem.remedy}."
            self.complain(f"{told} Escape again closes; what you wrote stays here as a draft.")
        else:
            self._saved = True
            self.host.drafts.drop(self._draft)
            self.dismiss(words)

    @on(TextArea.Changed)
    def _changed(self) -> None:
        self._refused = False
        length = len(self.query_one(TextArea).text)
        self.query_one("#count", Static).update(f"{length:,} of {NOTE_LIMIT:,}" if length > _COUNT_FROM else "")
        if self._draft_timer is not None:
            self._draft_timer.stop()
        self._draft_timer = self.set_timer(_DRAFT_SECONDS, self.keep_draft)
