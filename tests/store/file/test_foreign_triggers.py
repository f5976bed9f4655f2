"""Another program's triggers would alter what is saved: nothing is saved, and they are named."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from heeldiary.errors import Refused
from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from tests.runner import Heeldiary
from tests.standing_clock import SeededBytes, StandingClock
from tests.store.connections import another

ALTERING = {
    "the score": "AFTER INSERT ON pain BEGIN UPDATE pain SET score = 0 WHERE id = NEW.id; END",
    "the score of another day": "AFTER INSERT ON pain BEGIN UPDATE pain SET score = 0 WHERE id <> NEW.id; END",
    "the score, sometimes": "AFTER INSERT ON pain WHEN NEW.score = 9 BEGIN UPDATE pain SET score = 0; END",
    "the score, by replacing": "AFTER INSERT ON pain WHEN NEW.score > 0"
    " BEGIN INSERT OR REPLACE INTO pain VALUES (NEW.id, NEW.day, NEW.foot, NEW.moment, 0); END",
    "the note": "AFTER INSERT ON entry BEGIN UPDATE entry SET note = '' WHERE id = NEW.id; END",
    "the entry": "AFTER INSERT ON pain BEGIN DELETE FROM entry WHERE id = NEW.id; END",
    "every entry": "AFTER INSERT ON change BEGIN DELETE FROM entry; END",
    "the undo": "AFTER INSERT ON change BEGIN DELETE FROM change WHERE action = NEW.action; END",
    "the undo's words": "AFTER UPDATE ON action BEGIN UPDATE action SET what = 'x'; END",
    "a tag": "AFTER INSERT ON pain BEGIN INSERT INTO tag VALUES (NEW.id, 1, 'bad day'); END",
    "a row of pain": "BEFORE INSERT ON pain BEGIN SELECT RAISE(IGNORE); END",
    "a row of pain, in other words": "BEFORE INSERT ON pain BEGIN SELECT raise /* hush */ ( ignore ); END",
    "by a table of its own": "AFTER INSERT ON mine BEGIN DELETE FROM pain; END",
}
TO_MINE = "CREATE TRIGGER to_mine AFTER INSERT ON entry BEGIN INSERT INTO mine VALUES (NEW.id); END"
BY_DELETING = {
    "the entry comes back": "AFTER DELETE ON entry BEGIN INSERT INTO entry SELECT OLD.id, 'note', OLD.day, OLD.at,"
    " OLD.zone, OLD.late, OLD.source, 'x', OLD.created_at, OLD.changed_at; END",
    "the entry stays": "BEFORE DELETE ON entry BEGIN SELECT RAISE(IGNORE); END",
    "half of it stays": "BEFORE DELETE ON pain BEGIN SELECT RAISE(IGNORE); END",
    "no tombstone": "AFTER INSERT ON tombstone BEGIN DELETE FROM tombstone; END",
    "another goes with it": "AFTER DELETE ON pain BEGIN DELETE FROM entry; END",
}


def add(path: Path, *statements: str) -> None:
    """Let another program change the layout."""
    with another(path) as connection:
        for statement in statements:
            connection.execute(statement)


def refused(heeldiary: Heeldiary, *argv: str) -> None:
    """Run a command that has to name the trigger `theirs` and how to drop it."""
    ran = heeldiary.refused(1, *argv)
    assert "trigger theirs" in ran.err, ran
    assert ran.err.splitlines()[-1].endswith("DROP TRIGGER theirs;"), ran


@pytest.fixture
def path(heeldiary: Heeldiary) -> Path:
    """A diary with a score of yesterday, and a table and a harmless trigger of another program."""
    heeldiary.done("log", "left", "5", "--day", "yesterday")
    add(heeldiary.diary, "CREATE TABLE mine (id TEXT)", TO_MINE)
    return heeldiary.diary


@pytest.mark.grid(4)
@pytest.mark.parametrize("name", ALTERING)
def test_what_would_alter_a_saved_row_is_named(heeldiary: Heeldiary, path: Path, name: str) -> None:
    before = heeldiary.entries()
    add(path, f"CREATE TRIGGER theirs {ALTERING[name]}")
    refused(heeldiary, "log", "left", "7", "--note", "SECRET")
    assert heeldiary.entries() == before
    add(path, "DROP TRIGGER theirs")
    heeldiary.done("log", "left", "7")
    assert [entry["score"] for entry in heeldiary.entries()] == [5, 7]


@pytest.mark.parametrize("name", ["the score", "the entry", "a row of pain"])
def test_edit_replace_and_undo_of_a_deletion(heeldiary: Heeldiary, path: Path, name: str) -> None:
    heeldiary.done("log", "left", "3")
    first, second = (entry["id"] for entry in heeldiary.entries())
    heeldiary.done("delete", first)
    before = heeldiary.entries()
    add(path, f"CREATE TRIGGER theirs {ALTERING[name]}")
    for argv in (("edit", second, "--score", "4"), ("log", "left", "6", "--replace"), ("undo",)):
        refused(heeldiary, *argv)
        assert heeldiary.entries() == before


@pytest.mark.grid(3)
@pytest.mark.parametrize("name", BY_DELETING)
def test_deletion_and_undo(heeldiary: Heeldiary, path: Path, name: str) -> None:
    before = heeldiary.entries()
    add(path, f"CREATE TRIGGER theirs {BY_DELETING[name]}")
    for argv in (("delete", before[0]["id"]), ("undo",)):
        refused(heeldiary, *argv)
        assert heeldiary.entries() == before


@pytest.mark.parametrize("table", ["setting", "plan", "pause"])
@pytest.mark.parametrize("event", ["INSERT", "DELETE"])
def test_settings_and_the_rest(heeldiary: Heeldiary, path: Path, table: str, event: str) -> None:
    argv = {
        "setting": ("settings", "theme", "nord"),
        "plan": ("routine", "plan", "clinic", "daily"),
        "pause": ("routine", "pause", "--until", "2026-12-01"),
    }[table]
    body = f"UPDATE {table} SET changed_at = '1'" if event == "INSERT" else "SELECT RAISE(IGNORE)"
    add(
        path, f"CREATE TRIGGER theirs {'AFTER' if event == 'INSERT' else 'BEFORE'} {event} ON {table} BEGIN {body}; END"
    )
    refused(heeldiary, *argv)


@pytest.mark.parametrize("name", ["the score, sometimes", "every entry", "a row of pain", "by a table of its own"])
def test_an_import(heeldiary: Heeldiary, path: Path, tmp_path: Path, name: str) -> None:
    lines = [
        {"type": "pain", "day": f"2026-10-{day:02}", "foot": "left", "moment": "first-step", "score": 9}
        for day in range(1, 31)
    ]
    file = tmp_path / "in.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
    before = heeldiary.entries()
    add(path, f"CREATE TRIGGER theirs {ALTERING[name]}")
    refused(heeldiary, "import", str(file))
    assert heeldiary.entries() == before
    add(path, "DROP TRIGGER theirs")
    heeldiary.done("import", str(file))
    assert len(heeldiary.entries()) == 31


def test_all_of_them_are_named_at_once(heeldiary: Heeldiary, path: Path) -> None:
    add(
        path,
        f"CREATE TRIGGER theirs {ALTERING['the score']}",
        f'CREATE TRIGGER "the other" {ALTERING["the note"]}',
    )
    ran = heeldiary.refused(1, "log", "left", "7")
    assert 'triggers "the other", theirs' in ran.err or 'triggers theirs, "the other"' in ran.err
    drops = ran.err.splitlines()[-1].partition(": ")[2]
    with another(path) as connection:
        connection.executescript(drops)
    heeldiary.done("log", "left", "7")


HARMLESS: Sequence[Sequence[str]] = (
    ("ALTER TABLE entry ADD COLUMN mood TEXT",
     "CREATE TRIGGER theirs AFTER INSERT ON entry BEGIN UPDATE entry SET mood = 'fine' WHERE id = NEW.id; END"),
    ("CREATE TRIGGER theirs AFTER INSERT ON pain BEGIN INSERT INTO mine VALUES (1); DELETE FROM mine; END",),
    ("CREATE TRIGGER theirs AFTER UPDATE OF score ON pain BEGIN DELETE FROM entry; END",),
    ("CREATE TRIGGER theirs BEFORE INSERT ON pain BEGIN SELECT 1 -- raise(ignore)\n; END",),
)  # fmt: skip


@pytest.mark.parametrize("statements", HARMLESS, ids=["own column", "own table", "never runs", "a comment"])
def test_what_leaves_the_diarys_rows_alone_goes_on(heeldiary: Heeldiary, path: Path, statements: Sequence[str]) -> None:
    add(path, *statements)
    heeldiary.done("log", "left", "7")
    heeldiary.done("undo")
    heeldiary.done("log", "left", "6")
    heeldiary.done("delete", heeldiary.entries()[0]["id"])
    assert [entry["score"] for entry in heeldiary.entries()] == [6]
    with another(path) as connection:
        assert connection.execute("SELECT count(*) FROM mine").fetchone()[0] < 3


def test_a_trigger_that_comes_while_the_diary_is_open(
    heeldiary: Heeldiary, path: Path, clock: StandingClock, seeded: SeededBytes
) -> None:
    with Diary(open_to_write(str(path)), clock, seeded) as diary:
        for words in ("once", "twice"):
            with diary.action("x") as action:
                action.set("theme", "nord")
            add(path, f"CREATE TRIGGER theirs {ALTERING['the note']}")
            refused(heeldiary, "log", "left", "7")
            with pytest.raises(Refused, match="trigger theirs"), diary.action("x") as action:
                action.put(diary.entries()[0]._replace(note=words))
            add(path, "DROP TRIGGER theirs")
            with diary.action("x") as action:
                action.put(diary.entries()[0]._replace(note=words))
                action.set("theme", None)
