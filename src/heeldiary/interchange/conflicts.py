"""Conflicts between a file and the diary, as text for the person to resolve."""

from heeldiary.domain.days import short_day
from heeldiary.domain.entries import Entry
from heeldiary.domain.entry_text import format_facts
from heeldiary.domain.entry_to_json import entry_to_json
from heeldiary.store.action import read_one
from heeldiary.store.diary import Diary
from heeldiary.store.imports.incoming import find_holder, read_staged
from heeldiary.store.imports.staging import Staging

MOST_SHOWN = 20


def conflict_lines(diary: Diary, staging: Staging) -> list[str]:
    """Return the first conflicts, one a line: the place and both values, without the text of notes."""
    conflicts = staging.contradictions(MOST_SHOWN)
    entries = iter(
        read_staged(
            staging,
            (rows for _, _, earlier, *_, packed in conflicts for rows in (packed, *_packed_at(staging, earlier))),
        )
    )
    lines = []
    for line, fate, earlier, entry_id, slot, _ in conflicts:
        theirs = next(entries)
        begin = f"line {line}: {short_day(theirs.day)}: the file has {format_facts(theirs.fact)}"
        if earlier is not None:
            lines.append(f"{begin}; its line {earlier} already has {format_facts(next(entries).fact)}")
            continue
        mine = read_one(diary.sql, entry_id) if fate == "other" else find_holder(diary, slot)
        if mine is not None:
            lines.append(f"{begin}; the diary has {_words(mine, theirs)} (id {mine.id})")
    return lines


def _packed_at(staging: Staging, line: int | None) -> list[str]:
    return [] if line is None else [staging.packed_at(line)]


def _words(mine: Entry, theirs: Entry) -> str:
    """Return the diary's entry as text; if it looks the same, say which keys differ or that it is another entry."""
    day = "" if mine.day == theirs.day else f", {short_day(mine.day)}"
    text = f"{format_facts(mine.fact)}{day}"
    if text != format_facts(theirs.fact):
        return text
    if mine.id != theirs.id:
        return f"{text}, as another entry"
    ours, other = entry_to_json(mine), entry_to_json(theirs)
    differ = [key for key in ours if ours[key] != other.get(key, ours[key])]
    return f"{text}, differing in {' and '.join(differ)}"
