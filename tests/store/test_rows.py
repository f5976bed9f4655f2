"""What goes in comes out, with its stamps, its tombstone when it goes, and an id that is random enough."""

import math
import re
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.days import Span
from heeldiary.domain.entries import Activity, Entry, Note, Pain, in_order
from heeldiary.store.diary import Diary
from heeldiary.store.entries.ids import short_ids
from heeldiary.store.opening import open_to_write
from heeldiary.store.recording import delete, edit, log
from heeldiary.store.sql import Sql
from heeldiary.store.steps import create_schema
from tests.entry_strategies import DAYS, diaries
from tests.standing_clock import SeededBytes, StandingClock
from tests.store.connections import in_memory


def fresh() -> Diary:
    """An empty diary in memory."""
    connection = in_memory()
    create_schema(connection)
    return Diary(Sql(connection), StandingClock(), SeededBytes())


@given(diaries())
def test_entries_come_out_as_they_went_in(entries: list[Entry]) -> None:
    diary = fresh()
    with diary.action("all") as action:
        for entry in entries:
            action.put(entry)
    assert diary.entries() == sorted(entries, key=in_order)
    for entry in entries:
        assert diary.get(entry.id) == entry
        assert entry in diary.on(entry.day)
        assert diary.find(entry.id[:64]) == entry or sum(other.id.startswith(entry.id) for other in entries) > 1


@given(diaries(), st.tuples(DAYS, DAYS).map(sorted), st.sampled_from(["pain", "massage", "note"]))
def test_a_span_has_its_first_and_last_day(entries: list[Entry], days: list[date], kind: str) -> None:
    diary = fresh()
    with diary.action("all") as action:
        for entry in entries:
            action.put(entry)
    wanted = [entry for entry in sorted(entries, key=in_order) if days[0] <= entry.day <= days[1]]
    assert diary.entries(Span(*days)) == wanted
    assert list(diary.readable(Span(*days), [])) == wanted
    assert list(diary.readable(Span(*days), [], [kind])) == [entry for entry in wanted if entry.type == kind]


@given(diaries())
def test_the_shortest_start_of_an_id_names_it_alone(entries: list[Entry]) -> None:
    diary = fresh()
    with diary.action("all") as action:
        for entry in entries:
            action.put(entry)
    ids = [entry.id for entry in entries]
    for entry_id, start in short_ids(diary, entries).items():
        shortest = next(
            (n for n in range(4, len(entry_id)) if sum(one.startswith(entry_id[:n]) for one in ids) == 1), len(entry_id)
        )
        assert start == entry_id[:shortest]


def test_ids_are_random_in_80_bits_or_more() -> None:
    diary = fresh()
    ids = {diary.new_id() for _ in range(2_000)}
    assert len(ids) == 2_000
    assert all(re.fullmatch("[a-z][a-z0-9]+", one) for one in ids)
    shortest = min(map(len, ids))
    assert math.log2(26) + (shortest - 1) * math.log2(36) >= 80
    places = list(zip(*ids, strict=False))
    assert len(set(places[0])) == 26
    assert all(len(set(place)) == 36 for place in places[1:])


def test_a_row_knows_when_it_was_made_and_when_it_last_changed(diary: Diary, clock: StandingClock) -> None:
    entry = log(diary, [Pain("left", "first-step", 6)]).entries[0]
    stamps = "SELECT created_at, changed_at FROM entry WHERE id = ?"
    made = "2026-11-22T06:04:05.123Z"
    assert diary.sql.row(stamps, (entry.id,)) == (made, made)
    clock.forward(timedelta(hours=1))
    edit(diary, entry, entry._replace(note="changed"))
    assert diary.sql.row(stamps, (entry.id,)) == (made, "2026-11-22T07:04:05.123Z")
    clock.forward(timedelta(hours=1))
    diary.undo()
    assert diary.sql.row(stamps, (entry.id,)) == (made, "2026-11-22T08:04:05.123Z")


def test_what_is_deleted_leaves_a_tombstone_until_it_comes_back(diary: Diary, clock: StandingClock) -> None:
    entry = log(diary, [Activity("walking", 45)]).entries[0]
    assert diary.sql.rows("SELECT * FROM tombstone") == []
    clock.forward(timedelta(hours=1))
    delete(diary, entry)
    assert diary.sql.rows("SELECT * FROM tombstone") == [(entry.id, "2026-11-22T07:04:05.123Z")]
    diary.undo()
    assert diary.sql.rows("SELECT * FROM tombstone") == []
    assert diary.entries() == [entry]
    clock.forward(timedelta(hours=1))
    diary.undo()
    assert diary.sql.rows("SELECT * FROM tombstone") == [(entry.id, "2026-11-22T08:04:05.123Z")]


def test_what_is_told_of_an_undo_never_holds_a_note(diary: Diary) -> None:
    log(diary, [Note()], note="SECRET")
    entry = log(diary, [Pain("left", "worst", 3)], note="SECRET").entries[0]
    edit(diary, entry, entry._replace(note="SECRET too"))
    delete(diary, entry)
    told = [what for (what,) in diary.sql.rows("SELECT what FROM action")]
    assert len(told) == 4
    assert all(what.strip() for what in told)
    assert "SECRET" not in " ".join(told)


def test_a_change_that_changes_nothing_is_no_undo_step(diary: Diary) -> None:
    entry = log(diary, [Pain("left", "worst", 3)]).entries[0]
    edit(diary, entry, entry)
    assert diary.sql.value("SELECT count(*) FROM action") == 1


def test_it_survives_a_restart(diary: Diary, home: Path) -> None:
    entry = log(diary, [Pain("left", "worst", 3)], note="kept").entries[0]
    with Diary(open_to_write(str(home / "diary.db")), StandingClock()) as again:
        assert again.entries() == [entry]
        again.undo()
    assert diary.entries() == []
