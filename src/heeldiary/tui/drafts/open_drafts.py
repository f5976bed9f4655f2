"""The drafts of the dialogs that are open: written every second while words are typed, gone with the save."""

from collections.abc import Callable
from typing import NamedTuple

from heeldiary.tui.drafts.drafts import Draft, DraftOf, Drafts, Values

DRAFT_SECONDS = 1.0
"""How soon what is typed is on the disk."""


class Dialogue(NamedTuple):
    """What a draft asks of the dialog that it belongs to."""

    typed: Callable[[], Values]
    """Gives what stands in its fields."""
    fails: Callable[[str], None]
    """Called with the reason where a draft cannot be written, and with an empty one once it can again."""


class OpenDraft:
    """The words of one open dialog. Once it is closed, by a save or without one, nothing is written any more."""

    def __init__(self, owner: "OpenDrafts", of: DraftOf, now: Values, dialog: Dialogue) -> None:
        """`now` is what stands in the fields at first; a draft that was left takes its place in `values`."""
        self.new_id = owner.new_id()
        """The id that a new entry is to have, so that a draft that outlives its save is known as saved."""
        found = owner.drafts.take(of, now, "" if of.is_change else self.new_id) if of.form else None
        self._owner = owner
        self._of = found.of if found else of
        self._now = now
        self._base = found.base or now if found else now
        self._dialog = dialog
        self._is_failing = False
        self._refused: Values | None = None
        self.values = found.values if found else now
        """What was typed, as far as it is known."""
        self.is_closed = False
        self.is_restored = found is not None
        self.is_orphan = bool(self._of.entry) and not of.entry
        """Whether it was a change of an entry that is gone."""
        self.is_outdated = of.is_change and dict(self._base) != dict(now)
        """Whether what it changes was itself changed since."""

    def change(self, values: Values) -> None:
        """Something was typed: it is written within a second."""
        self.values = values
        if self._refused is not None and dict(values) != dict(self._refused):
            # Perhaps that save went through after all: these words are others, and no file may say otherwise.
            self._refused = None
            self.new_id = self._owner.new_id()
            self.write()
        self._owner.write_soon()

    def write(self) -> bool:
        """Write what is typed now, if it is not what stood there at first; returns whether it is safe."""
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
        """Save by `do`, and with it the draft is gone. Where it raises, the words are in the draft instead."""
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
        """Forget what was typed; the dialog goes on with what stands there."""
        self.values = self._now
        self._base, self.is_restored, self.is_orphan, self.is_outdated = self._now, False, False, False
        if self._of.form:
            self._owner.drafts.drop(self._of.form)

    def close(self) -> bool:
        """End without a save; what was typed stays as a draft. Returns whether it is safe."""
        if self.is_closed:
            return True
        safe = self.write()
        self._end()
        return safe

    def read(self) -> None:
        """Learn what stands in the fields just now."""
        self.values = self._dialog.typed()

    def _end(self) -> None:
        self.is_closed = True
        self._owner.forget(self)


class OpenDrafts:
    """All drafts of a window: those of open dialogs, and those of closed ones."""

    def __init__(
        self, drafts: Drafts, later: Callable[[float, Callable[[], None]], object], new_id: Callable[[], str]
    ) -> None:
        """`later` calls what it is given after so many seconds; `new_id` gives an id that no entry has."""
        self.drafts = drafts
        self.new_id = new_id
        self._later = later
        self._open: list[OpenDraft] = []
        self._is_due = False

    @property
    def problem(self) -> str:
        """Why the last write failed, in the system's words; empty where all is written."""
        return self.drafts.problem

    def open(self, of: DraftOf, now: Values, dialog: Dialogue) -> OpenDraft:
        """Begin with the words of a dialog; those of a draft without a name are never written."""
        draft = OpenDraft(self, of, now, dialog)
        self._open.append(draft)
        return draft

    def forget(self, draft: OpenDraft) -> None:
        """Write a dialog's words no more."""
        self._open.remove(draft)

    def write_soon(self) -> None:
        """Write within a second, however fast or slowly the person goes on typing."""
        if not self._is_due:
            self._is_due = True
            self._later(DRAFT_SECONDS, self.write_due)

    def write_due(self) -> None:
        """The second is over."""
        self._is_due = False
        for draft in self._open:
            draft.write()

    def write(self) -> list[Draft]:
        """Write all that is typed; returns what could not be written."""
        for draft in list(self._open):
            draft.read()
            draft.write()
        self.drafts.write()
        return self.drafts.unsafe
