"""An import, all or nothing: what is there already is skipped, what contradicts it stops the whole."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

from heeldiary.domain.ask_first import Answers
from heeldiary.domain.entries import Entry, Pain
from heeldiary.domain.json_reader import Fill, needed
from heeldiary.domain.scales import ONCE_A_DAY, Foot, Moment
from heeldiary.interchange.kept import Kept, kept_rows
from heeldiary.interchange.reading import Reading, read_lines
from heeldiary.store.asking import all_answers, row
from heeldiary.store.diary import Diary


class Plan(NamedTuple):
    """What an import would do."""

    new: list[Entry]
    there: int
    """Entries that the diary has already, the same to the letter."""
    conflicts: list[Entry]
    """Entries whose id the diary has with another content, or whose one score a day is taken."""
    settings: dict[str, str]
    answers: list[Answers]
    kept: Kept
    """Routines, plans and pauses."""


def plan(diary: Diary, lines: Iterable[bytes]) -> Plan:
    """Read the lines and hold them against the diary; raises BadInput naming the first bad line."""
    known = {entry.id: entry for entry in diary.entries()}
    # Where the lines were written it may be a day later than here.
    reading = read_lines(lines, known.get, _filler(diary), diary.today() + timedelta(days=1))
    new, there, conflicts = [], 0, []
    taken = {slot: entry.id for entry in known.values() if (slot := _slot(entry))}
    for entry in reading.entries:
        slot = _slot(entry)
        if entry.id in known:
            same = known[entry.id] == entry
            there += same
            if not same:
                conflicts.append(entry)
        elif slot and taken.setdefault(slot, entry.id) != entry.id:
            conflicts.append(entry)
        else:
            new.append(entry)
    settings, answers, kept = ({}, [], {}) if known else _alongside(diary, reading)
    return Plan(new, there, conflicts, settings, answers, kept)


def carry_out(diary: Diary, planned: Plan) -> None:
    """Import what was planned, as one undo step."""
    count = len(planned.new)
    with diary.action(f"the import of {count:,} {'entry' if count == 1 else 'entries'}") as action:
        action.put_new(planned.new)
        for name, value in planned.settings.items():
            action.set(name, value)
        for answers in planned.answers:
            action.answer(answers.id, row(answers))
        for table, rows in planned.kept.items():
            for key, kept in rows.items():
                action.keep(table, key, kept)


def _alongside(diary: Diary, reading: Reading) -> tuple[dict[str, str], list[Answers], Kept]:
    """The settings, answers and the like that come along into an empty diary; what is there already stays."""
    there, given = diary.settings().stored, {answers.id for answers in all_answers(diary)}
    settings = {name: value for name, value in reading.settings.items() if name not in there}
    here = kept_rows(diary)
    kept: Kept = {
        table: {key: row for key, row in rows.items() if key not in here.get(table, {})}
        for table, rows in reading.kept.items()
        if table != "factor" or table not in here  # those named in two diaries might be more than are looked at
    }
    return settings, [answers for answers in reading.answers if answers.id not in given], kept


def _filler(diary: Diary) -> Fill:
    """What a line made elsewhere leaves out."""
    filled: dict[str, Any] = {
        "at": diary.now(),
        "zone": diary.clock.zone(),
        "late": False,
        "source": "import",
        "tags": [],
        "note": "",
    }
    return lambda key: filled[key] if key in filled else needed(key)


def _slot(entry: Entry) -> tuple[date, Foot, Moment] | None:
    """The place of a score of which there is one a day."""
    if isinstance(entry.fact, Pain) and entry.fact.moment in ONCE_A_DAY:
        return entry.day, entry.fact.foot, entry.fact.moment
    return None
