"""Tagging an entry or a day, with completion of the known tags."""

from datetime import date

from heeldiary.domain.days import short_day
from heeldiary.domain.entries import Entry, Note
from heeldiary.domain.entry_text import format_facts
from heeldiary.store.recording import delete, edit, log
from heeldiary.tui.drafts.drafts import DraftOf
from heeldiary.tui.entries.editing import TagOffer, draft_for_entry
from heeldiary.tui.page import Page


class Tagging:
    """Opens the form and shows what was saved."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def open(self, entry_id: str | None, day: date, offer: TagOffer | None = None) -> None:
        """Put the tags on that were offered for a note; else open the form.

        It is for that note, an entry, or the day, whose tags are stored in their own note.
        """
        about = offer.entry_id if offer else entry_id
        self._page.attempt(lambda: self._add(offer) if offer and offer.tags else self._open(about, day))

    def _add(self, offer: TagOffer) -> None:
        diary = self._page.diary
        entry = diary.get(offer.entry_id)
        if entry is None:
            return
        tagged = entry._replace(tags=(*entry.tags, *offer.tags))
        self._page.change(lambda: edit(diary, entry, tagged), lambda saved: self._page.say(_tagged(saved.entries[0])))

    def _open(self, entry_id: str | None, day: date) -> None:
        from heeldiary.domain.tag_text import format_tags
        from heeldiary.store.entries.tags import used_tags
        from heeldiary.tui.dialogs.field import Parsed
        from heeldiary.tui.entries.tags import TagsForm

        page, diary = self._page, self._page.diary
        entry = diary.get(entry_id) if entry_id else None
        entry = entry or next((other for other in diary.on(day) if _only_tags(other)), None)
        saved: list[str] = []

        def save(parsed: Parsed) -> None:
            tags = parsed["tags"] or ()
            if entry is None:
                if tags:
                    log(diary, [Note()], day=day, note="", tags=tags, first_id=form.new_id)
            elif not tags and _only_tags(entry):
                delete(diary, entry)
            elif tags != entry.tags:
                edit(diary, entry, entry._replace(tags=tags))
            saved.append(format_tags(tags))

        def done(parsed: Parsed | None) -> None:
            page.reload()
            if parsed is not None and saved:
                page.say(f"Tags of {about}: {saved[-1]}" if saved[-1] else f"No tags on {about}")

        on = entry.day if entry else day
        about = short_day(on) if entry is None or _only_tags(entry) else f"{format_facts(entry.fact)}, {short_day(on)}"
        form = TagsForm(_draft_of(entry, on), f"Tags: {about}", entry.tags if entry else (), used_tags(diary), save)
        form.day = on
        page.app.push_screen(form, done)


def _tagged(entry: Entry) -> str:
    from heeldiary.domain.tag_text import format_tags

    return f"Tags of the note, {short_day(entry.day)}: {format_tags(entry.tags)}"


def _only_tags(entry: Entry) -> bool:
    """Whether it is a note without text, which holds a day's tags."""
    return isinstance(entry.fact, Note) and not entry.note and bool(entry.tags)


def _draft_of(entry: Entry | None, day: date) -> DraftOf:
    """Return the draft's identity; a day's tags are named after the day, even before their note exists."""
    if entry is None or not _only_tags(entry):
        return draft_for_entry("tags", entry, day)
    return DraftOf(f"tags {day}", entry=entry.id, is_change=True)
