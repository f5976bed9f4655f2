"""The drafts of open dialogs: written every second while typing, removed by the save."""

from collections.abc import Callable
from typing import NamedTuple

from heeldiary.tui.drafts.drafts import Draft, DraftOf, Drafts, Values

DRAFT_SECONDS = 1.0
"""The longest time typed text stays unwritten."""


class Dialogue(NamedTuple):
    """What a draft needs from its dialog."""

    typed: Callable[[], Values]
    """Returns the fields' text."""
    fails: Callable[[str], None]
    """Called with the reason when a draft cannot be written, and with "" once it can."""


class OpenDraft:
    """The draft of one open dialog. After the dialog closes, nothing is written."""

    def __init__(self, owner: "OpenDrafts", draft_of: DraftOf, now: Values, dialog: Dialogue) -> None:
        """`now` is the fields' initial text; a draft left earlier replaces it in `values`."""
        self.new_id = owner.new_id()
        """The id reserved for a new entry, to recognise a draft that outlived its save."""
        draft = owner.drafts.take(draft_of, now, "" if draft_of.is_change else self.new_id) if draft_of.form else None
        self._owner = owner
        self._of = draft.of if draft else draft_of
        self._now = now
        self._base = draft.base or now if draft else now
        self._dialog = dialog
        self._is_failing = False
        self._refused: Values | None = None
        self.values = draft.values if draft else now
        """The typed text, as far as known."""
        self.is_closed = False
        self.is_restored = draft is not None
        self.is_orphan = bool(self._of.entry) and not draft_of.entry
        """Whether the entry it changes was deleted."""
        self.is_outdated = draft_of.is_change and dict(self._base) != dict(now)
        """Whether the entry it changes has changed since."""

    @property
    def is_kept(self) -> bool:
        """Whether there is text that comes back next time."""
        return bool(self._of.form) and dict(self.values) != dict(self._now)

    def change(self, values: Values) -> None:
        """Note that something was typed: it is written within a second."""
        self.values = values
        if self._refused is not None and dict(values) != dict(self._refused):
            # That save may have succeeded: this text differs from it, and no file may claim otherwise.
            self._refused = None
            self.new_id = self._owner.new_id()
            self.write()
        self._owner.write_soon()

    def write(self) -> bool:
        """Write the text now unless it equals the initial text; return whether it is safe."""
        if self.is_closed or not self._of.form:
            return True
        if dict(self.values) == dict(self._now):
            self._owner.drafts.drop(self._of.form)
            safe = True
        else:
            new_id = "" if self._of.is_change else self.new_id
            safe = self._owner.drafts.put(Draft(self._of, dict(self.values), dict(self._base), new_id))
        if safe == self._is_failing:
            self._is_failing = not safe
            self._dialog.fails("" if safe else self._owner.drafts.problem)
        return safe

    def save(self, do: Callable[[], None]) -> None:
        """Save with `do` and remove the draft. If `do` raises, the text is in the draft instead."""
        if self.is_closed:
            return
        self.read()
        try:
            do()
        except BaseException:
            self._refused = self.values
            self.write()
            raise
        self.discard()
        self._end()

    def discard(self) -> None:
        """Drop the draft; the dialog continues with the fields' text."""
        self.values = self._now
        self._base, self.is_restored, self.is_orphan, self.is_outdated = self._now, False, False, False
        if self._of.form:
            self._owner.drafts.drop(self._of.form)

    def close(self) -> bool:
        """Close without saving; the text stays as a draft. Return whether it is safe."""
        if self.is_closed:
            return True
        safe = self.write()
        self._end()
        return safe

    def read(self) -> None:
        """Read the fields' current text."""
        self.values = self._dialog.typed()

    def _end(self) -> None:
        self.is_closed = True
        self._owner.forget(self)


class OpenDrafts:
    """All drafts of a window, of open and closed dialogs."""

    def __init__(
        self, drafts: Drafts, later: Callable[[float, Callable[[], None]], object], new_id: Callable[[], str]
    ) -> None:
        """`later` calls a function after some seconds; `new_id` returns an unused entry id."""
        self.drafts = drafts
        self.new_id = new_id
        self._later = later
        self._open: list[OpenDraft] = []
        self._is_due = False

    @property
    def problem(self) -> str:
        """Why the last write failed, in the system's words; empty where all is written."""
        return self.drafts.problem

    def open(self, draft_of: DraftOf, now: Values, dialog: Dialogue) -> OpenDraft:
        """Open the draft of a dialog; a draft without a name is never written."""
        draft = OpenDraft(self, draft_of, now, dialog)
        self._open.append(draft)
        return draft

    def forget(self, draft: OpenDraft) -> None:
        """Stop writing a dialog's draft."""
        self._open.remove(draft)

    def write_soon(self) -> None:
        """Schedule a write within a second, however fast the person types."""
        if not self._is_due:
            self._is_due = True
            self._later(DRAFT_SECONDS, self.write_due)

    def write_due(self) -> None:
        """Write the open drafts: the scheduled second is over."""
        self._is_due = False
        for draft in self._open:
            draft.write()

    def write(self) -> list[Draft]:
        """Write all drafts; return those that could not be written."""
        for draft in list(self._open):
            draft.read()
            draft.write()
        self.drafts.write()
        return self.drafts.unsafe
