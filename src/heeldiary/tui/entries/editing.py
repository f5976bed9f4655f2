"""Logging and changing a day's entries other than scores, by forms that save at once."""

from datetime import date
from typing import TYPE_CHECKING, Any

from heeldiary.domain.days import short_day
from heeldiary.domain.entries import Entry, Note
from heeldiary.domain.entry_text import format_entry
from heeldiary.domain.text import capitalized
from heeldiary.store.recording import delete, edit, log
from heeldiary.store.replacing import warn_of_past_day
from heeldiary.tui.drafts.drafts import DraftOf
from heeldiary.tui.page import Page

if TYPE_CHECKING:
    from heeldiary.tui.dialogs.dialog import Dialog


class Logging:
    """Opens the forms and shows what they saved."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def open(self, kind: str, entry_id: str | None, day: date) -> None:
        """Open the form of a type of entry: a new one on `day`, or the one with an id."""
        self._page.attempt(lambda: self._open(kind, entry_id, day))

    def _open(self, kind: str, entry_id: str | None, day: date) -> None:
        entry = self._page.diary.get(entry_id) if entry_id else None
        if kind == "note":
            self._open_note(entry, day)
            return
        from heeldiary.store.entries.notes import used_course_names, used_kinds
        from heeldiary.tui.dialogs.form import Form, Parsed
        from heeldiary.tui.entries.forms import TITLES, Around, facts, fields

        def save(parsed: Parsed) -> None:
            new_facts = facts(kind, parsed, entry)
            note, at = parsed["note"] or "", parsed["time"]
            if entry is None:
                saved = log(diary, new_facts, day=day, note=note, first_id=form.new_id, time_of_day=at).entries
            else:
                saved = edit(diary, entry, entry._replace(fact=new_facts[0], note=note, time_of_day=at)).entries
            words.extend(format_entry(saved_entry) for saved_entry in saved)

        def done(parsed: Parsed | None) -> None:
            self._page.reload()
            if parsed is not None:
                self._page.say(f"{'Changed' if entry else 'Saved'}: {'; '.join(words)}")

        diary, words = self._page.diary, list[str]()
        courses = used_course_names(diary) if kind == "care" else []
        used = used_kinds(diary, kind) if kind in ("activity", "care") else []
        foot = diary.settings()["affected-foot"] or ""
        on = entry.day if entry else day
        form = Form(
            draft_for_entry(kind, entry, on),
            f"{TITLES[kind]}, {short_day(on)}",
            fields(kind, entry, Around(used, courses, foot, on, diary.now())),
            save,
        )
        form.day = on
        self._page.app.push_screen(form, done)
        self._warn(form, new=entry is None)

    def delete(self, entry_id: str) -> None:
        """Delete an entry."""
        self._page.attempt(lambda: self._delete(entry_id))

    def _delete(self, entry_id: str) -> None:
        entry = self._page.diary.get(entry_id)
        if entry is not None:
            self._page.change(
                lambda: delete(self._page.diary, entry),
                lambda _: self._page.say(f"Deleted: {format_entry(entry)} · u brings it back"),
            )

    def _open_note(self, entry: Entry | None, day: date) -> None:
        from heeldiary.tui.dialogs.note import NoteDialog

        def save(words: str) -> None:
            if entry is None:
                log(self._page.diary, [Note()], day=day, note=words, first_id=dialog.new_id)
            elif words:
                edit(self._page.diary, entry, entry._replace(note=words))
            else:
                delete(self._page.diary, entry)

        def done(words: str | None) -> None:
            self._page.reload()
            if words is not None:
                self._page.say(f"{'Saved' if words else 'Deleted'}: note, {short_day(day)}")

        on = entry.day if entry else day
        dialog = NoteDialog(
            draft_for_entry("note", entry, on), f"Note, {short_day(on)}", entry.note if entry else "", save
        )
        dialog.day = on
        self._page.app.push_screen(dialog, done)
        self._warn(dialog, new=entry is None)

    def _warn(self, dialog: "Dialog[Any]", new: bool) -> None:
        """Warn in a new entry's dialog that it goes to a past day because the clock was set back."""
        lost = warn_of_past_day(self._page.diary) if new and dialog.day == self._page.today else ""
        if lost:
            dialog.call_after_refresh(dialog.complain, f"{capitalized(lost)}.")


def draft_for_entry(form: str, entry: Entry | None, day: date) -> DraftOf:
    """Return the draft's identity: a new entry of a day, or an existing one; if deleted, it becomes a new one."""
    new = f"{form} {day}"
    return DraftOf(f"{form} {entry.id}", entry=entry.id, instead=new, is_change=True) if entry else DraftOf(new)
