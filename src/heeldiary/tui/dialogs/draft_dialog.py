"""The base of dialogs with text fields: the text is always in the diary or in a draft."""

from abc import abstractmethod
from collections.abc import Callable
from contextlib import suppress

from textual.css.query import NoMatches
from textual.timer import Timer

from heeldiary.domain.text import capitalized
from heeldiary.errors import HELD, Busy, Problem
from heeldiary.tui.dialogs.dialog import Answer, Dialog
from heeldiary.tui.drafts.drafts import DraftOf, Values
from heeldiary.tui.drafts.open_drafts import Dialogue, OpenDraft

RETRY_SECONDS = 0.5
"""How long to wait before retrying a save while another program holds the diary."""


class DraftDialog(Dialog[Answer]):
    """Saves its text, and keeps a draft until then."""

    SAVE_KEY = "enter"
    """The key that saves."""

    _draft: OpenDraft

    def __init__(self, draft_of: DraftOf, title: str, keys: str) -> None:
        super().__init__(title, keys)
        self._of = draft_of._replace(title=draft_of.title or title)
        self._retry: Timer | None = None
        self._waiting: Values | None = None
        self._asked = False
        self._says_unsafe = False
        self._unsafe_line = ""

    @abstractmethod
    def typed(self) -> Values:
        """Return the fields' text; raises NoMatches before they are mounted."""

    @property
    def new_id(self) -> str:
        """The id reserved for a new entry."""
        return self._draft.new_id

    def begin_draft(self, now: Values) -> Values:
        """Start with the fields' initial text; return the text to show, from a draft if there is one."""
        self._draft = self.host.drafts.open(self._of, now, Dialogue(self.typed_now, self._tell_unsafe))
        return self._draft.values

    def change_draft(self) -> None:
        """Note that something was typed. A waiting save is dropped: it was of other text."""
        self._draft.change(self.typed_now())
        if self._waiting is not None and dict(self.typed_now()) != dict(self._waiting):
            self._stop_waiting()
            self.complain(f"You kept typing, so nothing is saved yet: {self.SAVE_KEY} saves.")

    def save(self, do: Callable[[], None], answer: Answer) -> None:
        """Save and close; while another program holds the diary, say so and retry."""
        self._stop_waiting()
        if self._draft.is_closed:
            return
        if self._draft.is_outdated and not self._asked:
            self._asked = True
            self.complain(
                f"What is saved was changed after you typed this: {self.SAVE_KEY} again saves yours in its place, "
                "ctrl+r shows what is saved."
            )
            return
        try:
            self._draft.save(do)
        except Busy:
            self._waiting = self._draft.values
            self._retry = self.set_timer(RETRY_SECONDS, lambda: self.save(do, answer))
            self.complain(f"{capitalized(HELD)}; this is saved as soon as it lets go.{self._unsafe()}")
        except Problem as problem:
            self.refuse(problem)
        else:
            self.dismiss(answer)

    def refuse(self, problem: Problem) -> None:
        """Say why the diary refuses it."""
        self.complain(f"{problem.sentence}{self._unsafe()}")

    def leave(self) -> None:
        """Close without saving; the text comes back next time. If it cannot be stored, say so first."""
        self._stop_waiting()
        if self._draft.is_closed:
            return
        knew = self._says_unsafe
        self._draft.read()
        if self._draft.write() or knew:
            self._draft.close()
            self.dismiss(None)
        else:
            self.complain(f"{self._unsafe_line} Escape again closes; they stay here until heeldiary quits.")

    def leave_unchanged(self) -> None:
        """Close without a draft."""
        self._draft.discard()
        self._draft.close()
        self.dismiss(None)

    def start_afresh(self) -> None:
        """Drop the draft; the dialog shows the saved text again."""
        self._stop_waiting()
        self._draft.discard()
        self.complain("")

    def on_unmount(self) -> None:
        """Stop writing drafts, however the dialog is closed."""
        if hasattr(self, "_draft"):
            self._draft.close()

    def restored(self) -> str:
        """Return the message about a draft found here."""
        if not self._draft.is_restored:
            return ""
        if self._draft.is_orphan:
            return "The entry you were changing was deleted. Saving makes a new entry; ctrl+r starts over."
        if self._draft.is_outdated:
            return "This is what you had typed; the saved entry has changed since. ctrl+r shows it."
        return ""

    def typed_now(self) -> Values:
        """Return the fields' text; the last known text if they are not mounted."""
        try:
            return self.typed()
        except NoMatches:
            return self._draft.values

    def _tell_unsafe(self, reason: str) -> None:
        with suppress(NoMatches):  # the dialog is closing
            if reason:
                self._unsafe_line = (
                    f"These words are not safe yet: no draft can be written ({reason}). Save or copy them."
                )
                self.complain(self._unsafe_line)
            elif self._says_unsafe:
                self.complain("")
        self._says_unsafe = bool(reason)

    def _unsafe(self) -> str:
        """Return what to add to a refusal if the draft is not stored either."""
        return " No draft of them can be written either: copy them." if self._says_unsafe else ""

    def _stop_waiting(self) -> None:
        if self._retry is not None:
            self._retry.stop()
        self._retry = self._waiting = None
