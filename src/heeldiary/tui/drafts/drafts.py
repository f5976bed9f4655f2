"""The drafts of one window for one diary: half-typed text, kept in the window's file until saved."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import NamedTuple

from heeldiary.errors import Problem
from heeldiary.store.entries.entry_state import EntryState
from heeldiary.tui.drafts.draft_files import LeftFile, WindowFile, left_files

Values = Mapping[str, str]
"""The text of each field of a form."""


class DraftOf(NamedTuple):
    """The identity of a draft."""

    form: str
    """A unique name."""
    title: str = ""
    """The title shown to the person."""
    entry: str = ""
    """The id of the entry it changes."""
    instead: str = ""
    """The form that takes over the draft if that entry is deleted."""
    is_change: bool = False
    """Whether it changes something that exists."""


class Draft(NamedTuple):
    """Text typed into a form and not saved."""

    of: DraftOf
    values: Values
    base: Values
    """The form's initial text; empty in drafts of earlier versions."""
    new_id: str = ""
    """The id reserved for its new entry: if the diary has that id, the draft was saved."""

    def to_json(self) -> dict[str, object]:
        """Return the draft as plain values."""
        marks = {"title": self.of.title, "entry": self.of.entry, "instead": self.of.instead, "new_id": self.new_id}
        return {
            "values": dict(self.values),
            "base": dict(self.base),
            **{key: text for key, text in marks.items() if text},
        }

    @classmethod
    def from_json(cls, form: str, saved: object) -> "Draft | None":
        """Return the draft from plain values; None if they are not a draft."""
        if not isinstance(saved, dict):
            return None
        if "values" not in saved or isinstance(saved["values"], str):  # format of earlier versions
            return cls(DraftOf(form), saved, {}) if saved and _is_text(saved) else None
        values, base = saved["values"], saved.get("base", {})
        marks = {key: saved.get(key, "") for key in ("title", "entry", "instead")}
        new_id = saved.get("new_id", "")
        if not (values and _is_text(values) and _is_text(base) and _is_text({**marks, "new_id": new_id})):
            return None
        return cls(DraftOf(form, **marks), values, base, new_id)


class Drafts:
    """Reads and writes the drafts of one diary. A draft that cannot be written stays in memory; `problem` says why."""

    def __init__(self, folder: str, diary: str, state: Callable[[str], EntryState] = lambda _: "unknown") -> None:
        """`state` returns whether the diary at the path `diary` has the entry of an id."""
        self._folder = folder
        self._diary = diary
        self._state = state
        self._file = WindowFile(folder)
        self._here: dict[str, Draft] = {}
        self._written: dict[str, Draft] = {}
        self.problem = ""
        """Why the last write failed, in the system's words; empty if all is written."""
        self.set_aside: list[str] = []
        """The new names of unreadable drafts files."""

    def take(self, draft_of: DraftOf, now: Values, new_id: str = "") -> Draft | None:
        """Return the draft for a form with the text `now`: this window's, or one a window left behind.

        A draft that was saved after all, or equals the form's text, is dropped. The returned draft gets `new_id`:
        if two windows find the same text, neither overwrites the other's entry.
        """
        for draft in list(self._here.values()):
            if self._is_for(draft_of, draft):
                if not self._is_over(draft, now):
                    return self._take_over(draft, draft_of, new_id)
                self.drop(draft.of.form)
        with left_files(self._folder) as left:
            self.set_aside += left.set_aside
            return next((taken for file in left.files if (taken := self._take_from(file, draft_of, now, new_id))), None)

    def _take_from(self, file: LeftFile, draft_of: DraftOf, now: Values, new_id: str) -> Draft | None:
        taken: Draft | None = None
        gone: list[str] = []
        for draft in self._drafts_in(file):
            if not self._is_for(draft_of, draft):
                continue
            if not self._is_over(draft, now):
                if taken is not None:
                    continue  # next time
                taken = self._take_over(draft, draft_of, new_id)
                if not self.is_safe(draft_of.form):
                    # If it cannot be written here, it stays safe where it is.
                    self._written[draft_of.form], self.problem = taken, ""
                    continue
            gone.append(draft.of.form)
        for form in gone:
            del file.tree[self._diary][form]
        if gone:
            with suppress(OSError):
                file.write()
        return taken

    def put(self, draft: Draft) -> bool:
        """Write a form's text so far; return whether it is on the disk."""
        self._here[draft.of.form] = draft
        if self._written.get(draft.of.form) != draft:
            self.write()
        return self.is_safe(draft.of.form)

    def drop(self, form: str) -> None:
        """Drop a form's draft: it was saved or emptied."""
        self._here.pop(form, None)
        if form in self._written:
            self.write()

    def write(self) -> bool:
        """Write what is not written yet; return whether that succeeded."""
        if self._here == self._written:
            self.problem = ""
            return True
        try:
            self._file.write({self._diary: {form: draft.to_json() for form, draft in self._here.items()}}
                             if self._here else {})  # fmt: skip
        except OSError as error:
            self.problem = (error.strerror or "the system refused").lower()
            return False
        self._written, self.problem = dict(self._here), ""
        return True

    def is_safe(self, form: str) -> bool:
        """Return whether a form's text is on the disk."""
        return self._here.get(form) == self._written.get(form)

    @property
    def unsafe(self) -> list[Draft]:
        """The drafts that are only in memory."""
        return [draft for form, draft in self._here.items() if not self.is_safe(form)]

    def waiting(self) -> list[Draft]:
        """The drafts that ended windows left unsaved."""
        with left_files(self._folder) as left:
            self.set_aside += left.set_aside
            drafts = [draft for file in left.files for draft in self._drafts_in(file)]
        return [draft for draft in drafts if not self._was_saved(draft)]

    def close(self) -> None:
        """Close the window: another may take over its drafts."""
        self._file.close()

    def _take_over(self, draft: Draft, draft_of: DraftOf, new_id: str) -> Draft:
        """Assign a draft to this form."""
        base = draft.base if draft.of.form == draft_of.form else {}
        taken = Draft(draft_of._replace(entry=draft_of.entry or draft.of.entry), draft.values, base, new_id)
        self._here.pop(draft.of.form, None)
        self.put(taken)
        return taken

    def _drafts_in(self, file: LeftFile) -> list[Draft]:
        saved = file.tree.get(self._diary, {})
        return [draft for form, value in saved.items() if (draft := Draft.from_json(form, value))]

    def _is_for(self, draft_of: DraftOf, draft: Draft) -> bool:
        if draft.of.form == draft_of.form:
            return True
        return draft.of.instead == draft_of.form and self._state_of(draft.of.entry) == "deleted"

    def _is_over(self, draft: Draft, now: Values) -> bool:
        return dict(draft.values) == dict(now) or self._was_saved(draft)

    def _was_saved(self, draft: Draft) -> bool:
        return bool(draft.new_id) and self._state_of(draft.new_id) != "unknown"

    def _state_of(self, entry_id: str) -> EntryState:
        try:
            return self._state(entry_id)
        except Problem:
            return "unknown"  # better to offer text twice than to lose it


def _is_text(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())
