"""Logging and changing a day's entries other than scores, by forms that save at once."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from heeldiary.domain.days import short_day
from heeldiary.domain.entries import Entry, Note
from heeldiary.domain.entry_text import format_entry, format_sat_in_all
from heeldiary.domain.text import capitalized
from heeldiary.store.recording import delete, edit, log
from heeldiary.store.replacing import warn_of_past_day
from heeldiary.tui.drafts.drafts import DraftOf
from heeldiary.tui.page import Page

if TYPE_CHECKING:
    from heeldiary.tui.dialogs.dialog import Dialog
    from heeldiary.tui.dialogs.note import NoteDialog


class TagOffer(NamedTuple):
    """Words of a note that could be its tags."""

    entry_id: str
    tags: tuple[str, ...]


class Logging:
    """Opens the forms and shows what they saved."""

    def __init__(
        self, page: Page, *, offers_tags: bool = False, show_saved: Callable[[str], None] = lambda _: None
    ) -> None:
        """With `offers_tags`, `#` right after a note puts the words behind its `#` on it as tags.

        `show_saved` is called with the id of an entry that was saved, once the page has it.
        """
        self._page = page
        self._offers_tags = offers_tags
        self._show_saved = show_saved
        self._offer: TagOffer | None = None

    def open(self, kind: str, entry_id: str | None, day: date) -> None:
        """Open the form of a type of entry: a new one on `day`, or the one with an id."""
        self._page.attempt(lambda: self._open(kind, entry_id, day))

    def _open(self, kind: str, entry_id: str | None, day: date) -> None:
        entry = self._page.diary.get(entry_id) if entry_id else None
        if kind == "note":
            self._open_note(entry, day)
            return
        from heeldiary.store.entries.notes import used_kinds
        from heeldiary.store.visits import used_course_names
        from heeldiary.store.weeks.courses import course_going_on
        from heeldiary.tui.dialogs.field import Parsed
        from heeldiary.tui.dialogs.form import Form
        from heeldiary.tui.entries.forms import TITLES, FormContext, facts, fields, hours_doubts
        from heeldiary.tui.entries.other_meaning import other_meanings

        def save(parsed: Parsed) -> None:
            new_facts = facts(kind, parsed, entry)
            note, at, chosen = parsed["note"] or "", parsed["time"], parsed["day"] or on
            if entry is None:
                saved = log(diary, new_facts, day=chosen, note=note, first_id=form.new_id, time_of_day=at).entries
            else:
                changed = entry._replace(fact=new_facts[0], day=chosen, note=note, time_of_day=at)
                saved = edit(diary, entry, changed).entries
            ids.extend(saved_entry.id for saved_entry in saved)
            words.extend(
                format_entry(saved_entry) + format_sat_in_all(saved_entry, diary.on(saved_entry.day))
                for saved_entry in saved
            )
            doubts.extend(hours_doubts(form.typed()) if kind == "sitting" else ())
            unchanged.extend(one for one in saved if one == entry)
            if entry is None:
                course = course_going_on(diary, parsed["kind"], saved[0].day) if kind == "care" else None
                doubts.extend(other_meanings(saved[0].fact, courses, course or ""))

        def done(parsed: Parsed | None) -> None:
            self._page.reload()
            if parsed is not None:
                self._show_saved(ids[-1])
                done = "Nothing changed" if unchanged else "Changed" if entry else "Saved"
                self._page.say(" · ".join((f"{done}: {'; '.join(words)}", *doubts)))

        diary, words, doubts, ids = self._page.diary, list[str](), list[str](), list[str]()
        unchanged: list[Entry] = []
        courses = used_course_names(diary) if kind == "care" else []
        used = used_kinds(diary, kind) if kind in ("activity", "care") else []
        foot = diary.settings()["affected-foot"] or ""
        on = entry.day if entry else day
        form = Form(
            draft_for_entry(kind, entry, on),
            f"{'Massage' if kind == 'massage' and entry else TITLES[kind]}, {short_day(on)}",  # a guided one, too
            fields(kind, entry, FormContext(used, courses, foot, on, diary.today(), diary.now())),
            save,
        )
        form.day = on
        self._page.app.push_screen(form, done)
        self._warn(form, new=entry is None)

    def pressed(self, key: str) -> None:
        """Forget the tags offered, and that they were, unless the key takes them."""
        if key != "number_sign" and self._offer:
            self._offer = None
            self._page.silence()

    def take_offer(self) -> "TagOffer | None":
        """Return the note just saved and the tags offered for it; the tags once."""
        offer = self._offer
        self._offer = offer and TagOffer(offer.entry_id, ())
        return offer

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
        saved: list[Entry] = []

        def save(words: str, on: date) -> None:
            if entry is None:
                saved.extend(log(self._page.diary, [Note()], day=on, note=words, first_id=dialog.new_id).entries)
            elif words:
                saved.extend(edit(self._page.diary, entry, entry._replace(note=words, day=on)).entries)
            else:
                delete(self._page.diary, entry)

        def done(words: str | None) -> None:
            self._page.reload()
            if words is not None:
                offered = self._offer_tags(saved[-1]) if words and self._offers_tags else ""
                on = saved[-1].day if words else day
                self._page.say(f"{'Saved' if words else 'Deleted'}: note, {short_day(on)}{offered}")

        dialog = self._note_dialog(entry, day, save)
        self._page.app.push_screen(dialog, done)
        self._warn(dialog, new=entry is None)

    def _note_dialog(self, entry: Entry | None, day: date, save: Callable[[str, date], None]) -> "NoteDialog":
        """Return the dialog of a new note of a day, or of an existing one with its day."""
        from heeldiary.tui.dialogs.note import NoteDialog

        on = entry.day if entry else day
        draft, title = draft_for_entry("note", entry, on), f"Note, {short_day(on)}"
        if entry is None:
            dialog = NoteDialog(draft, title, "", lambda words: save(words, on))
        else:
            from heeldiary.tui.dialogs.dated_note import DatedNote
            from heeldiary.tui.entries.day_field import day_field

            dialog = DatedNote(draft, title, entry.note, day_field(on, self._page.diary.today()), save)
        dialog.day = on
        return dialog

    def _offer_tags(self, note: Entry) -> str:
        from heeldiary.domain.tag_text import format_tags
        from heeldiary.domain.tags import tags_in_note, without_tags

        words = without_tags(tags_in_note(note.note), note.tags)
        self._offer = TagOffer(note.id, words) if words else None
        return f" · press # to tag it {format_tags(words)}" if words else ""

    def _warn(self, dialog: "Dialog[Any]", new: bool) -> None:
        """Warn in a new entry's dialog that it goes to a past day because the clock was set back."""
        lost = warn_of_past_day(self._page.diary) if new and dialog.day == self._page.today else ""
        if lost:
            dialog.call_after_refresh(dialog.complain, f"{capitalized(lost)}.")


def draft_for_entry(form: str, entry: Entry | None, day: date) -> DraftOf:
    """Return the draft's identity: a new entry of a day, or an existing one; if deleted, it becomes a new one."""
    new = f"{form} {day}"
    return DraftOf(f"{form} {entry.id}", entry=entry.id, instead=new, is_change=True) if entry else DraftOf(new)
