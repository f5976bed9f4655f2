"""Logging, editing and deleting, shared by the app and the commands."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import NamedTuple, TypeGuard

from heeldiary.domain.days import is_late
from heeldiary.domain.entries import Entry, Fact, Pain, Sore, check, check_time_of_day
from heeldiary.domain.entry_text import format_entry
from heeldiary.domain.scales import ONCE_A_DAY, Foot
from heeldiary.domain.settings import check_set
from heeldiary.domain.text import clean_note as clean_note
from heeldiary.errors import BadInput, Refused
from heeldiary.store import replacing, visits
from heeldiary.store.action import UndoStep
from heeldiary.store.diary import Diary

CHANGE_OF = "the change of "
"""Begins the description of a change, before what the entry was."""


class ScoreTaken(BadInput):
    """A changed score would land on the score that another entry has of that moment and day."""

    def __init__(self, other: Entry, changed: Entry) -> None:
        super().__init__("that day already has that score", "edit or delete that one first")
        self.other = other
        """The entry that is there already."""
        self.changed = changed
        """The entry as it was to be."""


class Saved(NamedTuple):
    """The entries saved, and the scores they replaced."""

    entries: list[Entry]
    was: list[int | None]
    """The replaced score of each entry, if any."""
    action: int | None
    """The undo step's number."""


def log(
    diary: Diary,
    facts: Sequence[Fact],
    *,
    day: date | None = None,
    note: str | None = None,
    replace: bool = False,
    settings: dict[str, str] | None = None,
    continues: int | None = None,
    tags: Sequence[str] = (),
    first_id: str | None = None,
    time_of_day: time | None = None,
) -> Saved:
    """Save facts as one undo step, on `day`, or today if none is given.

    A score of a once-a-day moment replaces the one there: it keeps its id, and its note and time unless given. Raises
    `replacing.WhichMorning` if that score is from another time, or the clock was set back, and neither `day` nor
    `replace` says what is meant. `settings` are set in the same step; `continues` is as in `Diary.action`. `tags` are
    added after an entry's own. `first_id` is the id for the first new entry.
    """
    present = diary.settings()
    on = day or diary.today(present)
    at = diary.now()
    check_time_of_day(on, time_of_day, at)
    late = is_late(at, diary.day_began(on, present))
    words = None if note is None else clean_note(note)
    with diary.action("", continues) as action:
        saved = []
        replaced = [diary.score(on, fact.foot, fact.moment) if _once_a_day(fact) else None for fact in facts]
        if not (replace or day):
            replacing.check_replacing(diary, present, on, at, facts, replaced)
        for fact, before in zip(facts, replaced, strict=True):
            entry = Entry(
                id=before.id if before else diary.new_id(first_id),
                day=on,
                at=at,
                zone=diary.clock.zone(),
                late=late,
                source="typed",
                tags=tuple(dict.fromkeys((*(before.tags if before else ()), *tags))),
                note=(before.note if before else "") if words is None else words,
                fact=fact,
                time_of_day=time_of_day or (before.time_of_day if before else None),
            )
            check(fact, on, entry.note, entry.tags)
            entry = _as_first_written(diary, entry)
            entry = visits.numbered(diary, action, entry)
            action.put(entry)
            saved.append((entry, before))
        for name, value in (settings or {}).items():
            action.set(name, value)
        action.what = "; ".join(format_entry(entry) for entry, _ in saved)
    return Saved([entry for entry, _ in saved], [_score(before) for _, before in saved], action.number)


def edit(diary: Diary, entry: Entry, changed: Entry, continues: int | None = None) -> Saved:
    """Change an entry; a once-a-day score must not land on another. `continues` is as in `Diary.action`."""
    what = format_entry(changed) if continues else f"{CHANGE_OF}{format_entry(entry)}"
    with diary.action(what, continues) as action:
        changed = _change(diary, action, entry, changed)
    return Saved([changed], [_score(entry)], action.number)


def edit_together(diary: Diary, entries: Sequence[Entry], changed: Sequence[Entry]) -> list[Entry]:
    """Change several entries as one undo step; return them as they are now."""
    with diary.action(f"{CHANGE_OF}{format_entries(entries)}") as action:
        return [_change(diary, action, entry, other) for entry, other in zip(entries, changed, strict=True)]


def _change(diary: Diary, action: UndoStep, entry: Entry, changed: Entry) -> Entry:
    """Put a changed entry in the place of one; return it as it was saved."""
    check(changed.fact, changed.day, changed.note, changed.tags)
    if (changed.day, changed.time_of_day) != (entry.day, entry.time_of_day):
        check_time_of_day(changed.day, changed.time_of_day, diary.now())
    if diary.get(entry.id) != entry:
        raise Refused("the entry was changed or deleted meanwhile", "check it again; nothing was changed")
    if _once_a_day(changed.fact):
        other = diary.score(changed.day, changed.fact.foot, changed.fact.moment)
        if other and other.id != entry.id:
            raise ScoreTaken(other, changed)
    if isinstance(changed.fact, Sore) and _place(changed) != _place(entry):  # an import may bring two to one slot
        from heeldiary.store.entries.sore_areas import check_alone  # not needed for logging

        check_alone(diary, changed.day, changed.fact.foot, entry.id)
    changed = _as_first_written(diary, changed, entry.id)
    changed = visits.renumbered(diary, action, entry, changed)
    action.put(changed)
    return changed


def delete(diary: Diary, *entries: Entry) -> list[Entry]:
    """Delete entries as one undo step; later visits of their courses move up. Return all entries touched."""
    with diary.action(f"the deletion of {format_entries(entries)}") as action:
        for entry in entries:
            saved = diary.get(entry.id)
            if saved is None:
                raise Refused("the entry was deleted meanwhile", "nothing was changed")
            action.remove(saved)
            visits.close_gap(diary, action, saved)
    return action.touched


def format_entries(entries: Sequence[Entry]) -> str:
    """Format one entry with its day; of several, their number."""
    return format_entry(entries[0]) if len(entries) == 1 else f"{len(entries):,} entries"


def set_setting(diary: Diary, name: str, value: str | None) -> None:
    """Set a setting to the text typed (checked by the caller), as one undo step."""
    set_settings(diary, f"the setting {name}", {name: value})


def set_settings(diary: Diary, what: str, values: Mapping[str, str | None]) -> None:
    """Set several settings as one undo step described as `what`; raises BadInput for a past baseline."""
    present = diary.settings()
    for name, value in values.items():
        check_set(name, value, present.stored.get(name), diary.today(present))
    with diary.action(what) as action:
        for name, value in values.items():
            action.set(name, value)


def _as_first_written(diary: Diary, entry: Entry, apart_from: str = "") -> Entry:
    """Return an entry with its words as the diary spells them, whatever the entry with the id `apart_from` says."""
    if not entry.tags and entry.type not in ("activity", "care"):
        return entry
    from heeldiary.store.spelling import Spelling  # scores have no words

    return Spelling(diary.sql, apart_from).entry(entry)


def _place(entry: Entry) -> tuple[date, Foot | None]:
    """Return the day and foot of an entry of sore areas."""
    return entry.day, entry.fact.foot if isinstance(entry.fact, Sore) else None


def _score(entry: Entry | None) -> int | None:
    return entry.fact.score if entry and isinstance(entry.fact, Pain) else None


def _once_a_day(fact: Fact) -> TypeGuard[Pain]:
    return isinstance(fact, Pain) and fact.moment in ONCE_A_DAY
