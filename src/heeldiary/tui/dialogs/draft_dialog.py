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
    """A dialog that keeps a draft of what is typed until it is saved."""

    SAVE_KEY = "enter"
    """The key that saves."""

    _draft: OpenDraft

    def __init__(self, draft_of: DraftOf, title: str, keys: str) -> None:
        super().__init__(title, keys)
        self._of = draft_of._replace(title=draft_of.title or title)
        self._retry: Timer | None = None
        self._pending_values: Values | None = None
        self._has_warned = False
        self._draft_failed = False
        self._failure_text = ""

    @abstractmethod
    def typed(self) -> Values:
        """Return the fields' text; raises NoMatches before they are mounted."""

    @property
    def new_id(self) -> str:
        """The id reserved for a new entry."""
        return self._draft.new_id

    def begin_draft(self, now: Values) -> Values:
        """Start with the fields' initial text; return the text to show, from a draft if there is one."""
        self._draft = self.host.drafts.open(self._of, now, Dialogue(self.typed_now, self._show_draft_failure))
        return self._draft.values

    def change_draft(self) -> None:
        """Record what was typed. Cancel a pending save of older text."""
        self._draft.change(self.typed_now())
        if self._pending_values is not None and dict(self.typed_now()) != dict(self._pending_values):
            self._cancel_pending_save()
            self.complain(f"You kept typing, so nothing is saved yet. Press {self.SAVE_KEY} to save.")

    def save(self, do: Callable[[], None], answer: Answer) -> None:
        """Save and close; while another program holds the diary, say so and retry."""
        self._cancel_pending_save()
        if self._draft.is_closed:
            return
        if self._draft.is_outdated and not self._has_warned:
            self._has_warned = True
            self.complain(
                f"The saved text changed after you typed this. Press {self.SAVE_KEY} again to replace it, or ctrl+r to "
                "see it."
            )
            return
        try:
            self._draft.save(do)
        except Busy:
            self._pending_values = self._draft.values
            self._retry = self.set_timer(RETRY_SECONDS, lambda: self.save(do, answer))
            self.complain(
                f"{capitalized(HELD)}; this will be saved as soon as the diary is free.{self._draft_warning()}"
            )
        except Problem as problem:
            self.refuse(problem)
        else:
            self.dismiss(answer)

    def refuse(self, problem: Problem) -> None:
        """Show why the save failed."""
        self.complain(f"{problem.sentence}{self._draft_warning()}")

    def leave(self) -> None:
        """Close without saving; the text comes back next time. If it cannot be stored, say so first."""
        self._cancel_pending_save()
        if self._draft.is_closed:
            return
        was_warned = self._draft_failed
        self._draft.read()
        if self._draft.write() or was_warned:
            if self._draft.is_kept and not was_warned:
                self.host.mention("Not saved: what you typed is there when you open this again.")
            self._draft.close()
            self.dismiss(None)
        else:
            self.complain(
                f"{self._failure_text} Press escape again to close; your text stays here until you quit heeldiary."
            )

    def leave_unchanged(self) -> None:
        """Discard the draft and close."""
        self._draft.discard()
        self._draft.close()
        self.dismiss(None)

    def start_afresh(self) -> None:
        """Discard the draft and any pending save; the caller has put the saved text back."""
        self._cancel_pending_save()
        self._draft.discard()
        self.complain("")

    def on_unmount(self) -> None:
        """Stop writing drafts, however the dialog is closed."""
        if hasattr(self, "_draft"):
            self._draft.close()

    def draft_warning_text(self) -> str:
        """Return the warning if a restored draft's entry was changed or deleted, else ""."""
        if not self._draft.is_restored:
            return ""
        if self._draft.is_orphan:
            return "The entry you were changing was deleted. Save this as a new entry, or press ctrl+r to start over."
        if self._draft.is_outdated:
            return "This is what you typed earlier. The saved entry has changed since: press ctrl+r to see it."
        return ""

    def typed_now(self) -> Values:
        """Return the fields' text; the last known text if they are not mounted."""
        try:
            return self.typed()
        except NoMatches:
            return self._draft.values

    def _show_draft_failure(self, reason: str) -> None:
        """Show that the draft cannot be written; "" clears the message."""
        with suppress(NoMatches):  # the dialog is closing
            if reason:
                self._failure_text = (
                    f"Your text is not stored yet: a draft could not be written ({reason}). Save it or copy it."
                )
                self.complain(self._failure_text)
            elif self._draft_failed:
                self.complain("")
        self._draft_failed = bool(reason)

    def _draft_warning(self) -> str:
        """Return what to add to a failed save if the draft could not be written either, else ""."""
        return " A draft could not be written either, so copy your text." if self._draft_failed else ""

    def _cancel_pending_save(self) -> None:
        if self._retry is not None:
            self._retry.stop()
        self._retry = self._pending_values = None
