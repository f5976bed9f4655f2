"""What can be read of a damaged diary is read and exported; what cannot is named by id, and the exit status says so."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.errors import Refused
from heeldiary.store.diary import Diary
from heeldiary.store.file.salvage import Unreadable, format_unreadable
from heeldiary.store.opening import open_to_write
from tests.runner import Heeldiary
from tests.standing_clock import SeededBytes, StandingClock
from tests.store.connections import another, without_triggers

NOT_UTF8 = "CAST(x'616cff62' AS TEXT)"


def filled(heeldiary: Heeldiary, days: int = 6) -> list[str]:
    """A diary with a few entries a day over more than a year; their ids."""
    for ago in range(days):
        day = f"{ago * 80}d"
        heeldiary.done("log", "left", str(ago % 11), "right", "2", "--day", day, "--note", f"morning {ago}")
        heeldiary.done("log", "note", f"note {ago}", "--day", day)
        heeldiary.done("log", "massage", "--foot", "left", "--ki1", "90s", "--day", day, "--tag", "rain")
        heeldiary.done("log", "care", "acupuncture", "--course", "spring", "--day", day)
    return [entry["id"] for entry in heeldiary.entries()]


@pytest.fixture
def ids(heeldiary: Heeldiary) -> list[str]:
    """The ids of a filled diary."""
    return filled(heeldiary)


def spoil(path: Path, statement: str, *values: str) -> None:
    """Change something as a program does that holds to no bounds."""
    without_triggers(path)
    with another(path, foreign_keys=False) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        assert connection.execute(statement, values).rowcount == 1


def all_but(heeldiary: Heeldiary, ids: list[str], lost: set[str]) -> None:
    """`list` and `export` give every entry but the lost ones, and name those."""
    left = set(ids) - lost
    listed, exported = heeldiary("list", "--json"), heeldiary("export")
    for ran in (listed, exported, heeldiary("list")):
        assert ran.code == (1 if lost else 0), ran.err
        assert "crashed" not in ran.err
        assert all(one in ran.err for one in lost)
        assert not any(one in ran.err for one in left)
        if lost:
            assert ran.err.splitlines()[-2].startswith("heeldiary: ")
    assert [entry["id"] for entry in listed.jsonl] == [one for one in ids if one in left], "in their order"
    lines = exported.jsonl
    assert {line["id"] for line in lines if "type" in line} == left
    assert lines[-1]["end"]["entries"] == len(left)


SPOILED = {
    "a note that is no UTF-8": f"UPDATE entry SET note = {NOT_UTF8} WHERE id = ?",
    "a zone that is no UTF-8": f"UPDATE entry SET zone = {NOT_UTF8} WHERE id = ?",
    "a source that is no UTF-8": f"UPDATE entry SET source = {NOT_UTF8} WHERE id = ?",
    "no moment": "UPDATE entry SET at = 'yesterday' WHERE id = ?",
    "an unknown type": "UPDATE entry SET type = 'jump' WHERE id = ?",
    "no half of its rows": "UPDATE entry SET type = 'sitting' WHERE id = ?",
    "gone, its half left": "DELETE FROM entry WHERE id = ?",
}


@pytest.mark.grid(6)
@pytest.mark.parametrize("what", SPOILED)
@pytest.mark.parametrize("kind", ["pain", "note", "massage", "care"])
def test_one_entry_is_named_and_all_others_are_there(
    heeldiary: Heeldiary, ids: list[str], what: str, kind: str
) -> None:
    lost = [entry["id"] for entry in heeldiary.entries() if entry["type"] == kind][1]
    spoil(heeldiary.diary, SPOILED[what], lost)
    if (what, kind) == ("gone, its half left", "note"):  # a note has no other half: it is simply gone
        ids.remove(lost)
        all_but(heeldiary, ids, set())
    else:
        all_but(heeldiary, ids, {lost})


@given(data=st.data())
def test_any_of_them(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    heeldiary = Heeldiary(tmp_path_factory.mktemp("lost") / "home", StandingClock(), SeededBytes())
    ids = filled(heeldiary, 3)
    lost = data.draw(st.sets(st.sampled_from(ids), min_size=1, max_size=5))
    for one in lost:
        spoil(heeldiary.diary, SPOILED[data.draw(st.sampled_from(list(SPOILED)[:6]))], one)
    all_but(heeldiary, ids, lost)


@pytest.mark.thorough
@pytest.mark.parametrize("table", ["entry", "pain", "massage", "entry_by_day", "sqlite_autoindex_entry_2"])
def test_a_page_of_random_bytes(heeldiary: Heeldiary, table: str) -> None:
    """What is on other pages is read, and what is lost is named where an index still has it."""
    ids = filled(heeldiary, 40)
    with another(heeldiary.diary) as connection:
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    data = bytearray(heeldiary.diary.read_bytes())
    start = (root - 1) * 4096
    if data[start] in (2, 5):  # an inner page: its second cell begins with the number of a leaf
        cell = int.from_bytes(data[start + 14 : start + 16], "big")
        start = (int.from_bytes(data[start + cell : start + cell + 4], "big") - 1) * 4096
    data[start : start + 4096] = SeededBytes()(4096)
    heeldiary.diary.write_bytes(data)
    ran = heeldiary("list", "--json")
    assert ran.code == 1 or table == "sqlite_autoindex_entry_2"  # which no reading needs
    there = {entry["id"] for entry in ran.jsonl}
    named = {line.split(": ")[1].split(",")[0] for line in ran.err.splitlines() if line.startswith("cannot be read")}
    assert there | named >= set(ids)
    assert len(there) > len(ids) / 3
    assert heeldiary.diary.read_bytes() == bytes(data)


def test_a_day_with_one_of_them_is_shown(heeldiary: Heeldiary, ids: list[str]) -> None:
    lost = next(entry["id"] for entry in heeldiary.entries() if (entry["day"], entry["type"]) == ("2026-11-22", "pain"))
    spoil(heeldiary.diary, SPOILED["a note that is no UTF-8"], lost)
    for argv in (("show",), ("status",)):
        ran = heeldiary(*argv)
        assert ran.code == 1
        assert "acupuncture" in ran.out
        assert lost in ran.err
    assert ids
    for command in ("show", "status"):
        ran = heeldiary(command, "--json")
        assert (ran.code, ran.json["day"]) == (1, "2026-11-22")


def test_the_others_of_its_day_are_read(heeldiary: Heeldiary, ids: list[str]) -> None:
    spoil(heeldiary.diary, SPOILED["no moment"], ids[-1])
    unreadable: list[Unreadable] = []
    with Diary(open_to_write(str(heeldiary.diary)), StandingClock(), SeededBytes()) as diary:
        others = diary.on(diary.today(), unreadable)
        with pytest.raises(Refused):
            diary.on(diary.today())
    assert [entry.id for entry in others] == ids[-5:-1]
    assert [one.key for one in unreadable] == [ids[-1]]


def test_nothing_is_saved_over_what_cannot_be_read(heeldiary: Heeldiary, ids: list[str]) -> None:
    entry = next(one for one in heeldiary.entries() if one["day"] == "2026-11-22" and one["type"] == "pain")
    spoil(heeldiary.diary, SPOILED["a note that is no UTF-8"], entry["id"])
    assert ids
    for argv in (
        ("log", entry["foot"], "9"), ("edit", entry["id"], "--score", "1"), ("delete", entry["id"]),
    ):  # fmt: skip
        before = heeldiary.diary.read_bytes()
        ran = heeldiary(*argv)
        assert ran.code == 1, ran
        assert heeldiary.diary.read_bytes() == before


def test_nothing_is_undone_over_an_entry_without_its_rows(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "6")
    (entry,) = heeldiary.entries()
    spoil(heeldiary.diary, SPOILED["no half of its rows"], entry["id"])
    assert heeldiary.refused(1, "undo").err.splitlines() == [
        "heeldiary: an entry in the file is incomplete, so nothing was changed",
        "`heeldiary list` shows which; delete it with the program that damaged it",
    ]


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        (f"INSERT INTO routine VALUES ('mine', {NOT_UTF8}, '2026-11-22', '2026-11-22')", "routines"),
        ("INSERT INTO ask_first VALUES ('abcd', '2026-11-22', '2026-11-22T07:04:05.123+01:00', '{no', 'go', '', '')",
         "ask_first"),
    ],
)  # fmt: skip
def test_an_export_goes_on_without_what_else_cannot_be_read(
    heeldiary: Heeldiary, ids: list[str], statement: str, named: str
) -> None:
    spoil(heeldiary.diary, statement)
    ran = heeldiary("export")
    assert ran.code == 1
    assert named in ran.err
    assert ran.jsonl[-1]["end"]["entries"] == len(ids)


def test_to_a_file(heeldiary: Heeldiary, ids: list[str], tmp_path: Path) -> None:
    spoil(heeldiary.diary, SPOILED["a note that is no UTF-8"], ids[3])
    ran = heeldiary("export", "-o", str(tmp_path / "out.jsonl"))
    assert ran.code == 1
    assert ids[3] in ran.err
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert lines[-1]["end"]["entries"] == len(ids) - 1
    other = heeldiary.other("other")
    other.done("import", str(tmp_path / "out.jsonl"))
    assert len(other.entries()) == len(ids) - 1


@pytest.mark.parametrize(("count", "parts"), [(1, "1 part"), (2, "2 parts"), (1200, "1,200 parts")])
def test_what_is_said_after_all_else_was_read(count: int, parts: str) -> None:
    problem = format_unreadable([Unreadable("abcd", "2026-11-22")] * count)
    assert problem.message == f"{parts} of the diary cannot be read; everything else was"
    assert problem.remedy == (
        "correct or delete them with the program that wrote them, or put a copy of the diary in its place"
    )


def test_of_a_type_without_its_table_the_entries_of_the_days_asked_for_are_named(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "4", "--day", "1d")
    for day in ("0d", "1d", "2d"):
        heeldiary.done("log", "massage", "--foot", "left", "--ki1", "90s", "--day", day)
    *_, asked, _ = (entry["id"] for entry in heeldiary.entries() if entry["type"] == "massage")
    with another(heeldiary.diary, foreign_keys=False) as connection:
        connection.execute("DROP TABLE massage_step")
    ran = heeldiary("list", "--json", "--from", "1d", "--to", "1d")
    assert ran.code == 1
    assert [entry["type"] for entry in ran.jsonl] == ["pain"]
    assert [line for line in ran.err.splitlines() if line.startswith("cannot be read")] == [
        f"cannot be read: {asked}, 2026-11-21"
    ]


@pytest.mark.grid(1)
@pytest.mark.parametrize("table", ["pain", "massage", "massage_step", "care", "care_session"])
def test_without_a_table_the_other_types_are_read(heeldiary: Heeldiary, ids: list[str], table: str) -> None:
    kind = {"massage_step": "massage", "care_session": "care"}.get(table, table)
    lost = {entry["id"] for entry in heeldiary.entries() if entry["type"] == kind}
    with another(heeldiary.diary, foreign_keys=False) as connection:
        connection.execute(f"DROP TABLE {table}")
    all_but(heeldiary, ids, lost)


@pytest.mark.grid(1)
@pytest.mark.parametrize("table", ["entry", "tag"])
def test_without_what_all_types_share_it_is_refused(heeldiary: Heeldiary, ids: list[str], table: str) -> None:
    assert ids
    with another(heeldiary.diary, foreign_keys=False) as connection:
        connection.execute(f"DROP TABLE {table}")
    for argv in (("list",), ("list", "--json"), ("export",), ("show",)):
        assert f"table {table}" in heeldiary.refused(1, *argv).err
