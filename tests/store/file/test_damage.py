"""A file damaged inside its pages, or by another tool: a sentence and exit 1, or the right answer; never a mistake."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.runner import Heeldiary, files
from tests.store.connections import another

COMMANDS = (
    ("list", "--json"), ("status",), ("nudge",), ("export",), ("log", "6", "--foot", "left", "--day", "yesterday"),
    ("undo",),
)  # fmt: skip
TABLES = (
    "entry", "pain", "activity", "sitting", "massage", "massage_step", "care", "tag", "tombstone", "setting",
    "ask_first", "action", "change",
)  # fmt: skip


@pytest.fixture
def whole(heeldiary: Heeldiary) -> bytes:
    """The bytes of a diary with entries of every type."""
    for ago in range(20):
        heeldiary.done("log", "left", str(ago % 11), "right", "2", "--day", f"{ago}d", "--note", "words " * 30)
    heeldiary.done("log", "activity", "walking", "45", "--steps", "4000")
    heeldiary.done("log", "sitting", "6h30", "--longest", "1h")
    heeldiary.done("log", "massage", "--foot", "both", "--ki1", "90s", "--calf", "3m")
    heeldiary.done("log", "care", "acupuncture", "--course", "spring", "--visits", "12")
    heeldiary.done("log", "note", "a note")
    heeldiary.done("settings", "affected-foot", "left")
    return heeldiary.diary.read_bytes()


def told_or_done(heeldiary: Heeldiary, *argv: str) -> int:
    """Run a command on a diary that may be damaged: done, or refused in two lines with the file left as it was.

    Above the two lines stands what cannot be read, where something else can.
    """
    before = files(heeldiary.home)
    ran = heeldiary(*argv)
    assert ran.code in (0, 1), (argv, ran)
    if ran.code == 1:
        *unreadable, message, remedy = ran.err.splitlines()
        assert all(line.startswith("cannot be read: ") for line in unreadable), (argv, ran)
        assert message.startswith("heeldiary: "), (argv, ran)
        assert remedy, (argv, ran)
        assert "crashed" not in ran.err, (argv, ran)
        assert files(heeldiary.home) == before, argv
    return ran.code


@pytest.mark.grid(4)
@pytest.mark.parametrize("offset", [18, 19])
@pytest.mark.parametrize("argv", COMMANDS, ids=lambda argv: argv[0])
def test_a_file_format_that_is_not_known(
    heeldiary: Heeldiary, whole: bytes, offset: int, argv: tuple[str, ...]
) -> None:
    """SQLite reads nothing where byte 19 is above 2, and writes nothing where byte 18 is."""
    heeldiary.diary.write_bytes(whole[:offset] + b"\x09" + whole[offset + 1 :])
    code = told_or_done(heeldiary, *argv)
    if offset == 19 or argv[0] in ("log", "undo"):
        assert code == 1


def test_any_page_of_random_bytes(heeldiary: Heeldiary, whole: bytes) -> None:
    source = random.Random(9)
    refused = 0
    for start in range(0, len(whole), 4096):
        heeldiary.diary.write_bytes(whole[:start] + source.randbytes(4096) + whole[start + 4096 :])
        refused += sum(told_or_done(heeldiary, *argv) for argv in COMMANDS)
        for leftover in heeldiary.home.glob("diary.db-*"):
            leftover.unlink()
    assert refused > 20


@pytest.mark.thorough
def test_bytes_flipped_anywhere(heeldiary: Heeldiary, whole: bytes) -> None:
    source = random.Random(10)
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(source.randint(1, 8)):
            data[source.randrange(100, len(data))] ^= 1 << source.randrange(8)
        heeldiary.diary.write_bytes(data)
        for argv in COMMANDS:
            told_or_done(heeldiary, *argv)
        for leftover in heeldiary.home.glob("diary.db-*"):
            leftover.unlink()


@pytest.mark.grid(4)
@pytest.mark.parametrize("table", TABLES)
def test_a_missing_table(heeldiary: Heeldiary, whole: bytes, table: str) -> None:
    assert whole
    with another(heeldiary.diary, foreign_keys=False) as connection:
        connection.execute(f"DROP TABLE {table}")
    codes = [told_or_done(heeldiary, *argv) for argv in COMMANDS]
    if table in ("entry", "pain"):
        assert 1 in codes


@pytest.mark.parametrize(("table", "column"), [("pain", "score"), ("entry", "note"), ("setting", "value")])
def test_a_missing_column(heeldiary: Heeldiary, whole: bytes, table: str, column: str) -> None:
    assert whole
    with another(heeldiary.diary, foreign_keys=False) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(f"ALTER TABLE {table} RENAME COLUMN {column} TO gone")
    assert 1 in [told_or_done(heeldiary, *argv) for argv in COMMANDS]
    log = ("log", "6", "--foot", "left", "--day", "yesterday")
    for argv in {"entry": (("list",), ("export",), log), "pain": (log,), "setting": ()}[table]:
        assert f"has lost its column {column}" in heeldiary(*argv).err, argv


def test_an_extra_table_and_column_do_no_harm(heeldiary: Heeldiary, whole: bytes) -> None:
    assert whole
    before = heeldiary.entries()
    with another(heeldiary.diary) as connection:
        connection.execute("CREATE TABLE mine (word TEXT)")
        connection.execute("INSERT INTO mine VALUES ('kept')")
        connection.execute("ALTER TABLE entry ADD COLUMN weather TEXT")
    assert heeldiary.entries() == before
    heeldiary.done("log", "note", "still works")
    heeldiary.done("undo")
    assert heeldiary.entries() == before
    with another(heeldiary.diary) as connection:
        assert connection.execute("SELECT word FROM mine").fetchall() == [("kept",)]


def test_the_unfinished_journal_of_another_diary_beside_it(heeldiary: Heeldiary, whole: bytes) -> None:
    """SQLite would put the other diary's pages into this one, at a mere `list`."""
    other = heeldiary.other("other")
    for number in range(3):
        other.done("log", "note", f"of the other diary {number}")
    with another(other.diary) as connection:
        connection.execute("PRAGMA cache_size = 2")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE entry SET note = hex(randomblob(9000))")
        connection.execute("UPDATE action SET what = hex(randomblob(9000))")
        journal = (other.home / "diary.db-journal").read_bytes()
        connection.execute("ROLLBACK")
    assert len(journal) > 4096
    before = heeldiary.entries()
    for argv in COMMANDS:
        heeldiary.diary.write_bytes(whole)
        (heeldiary.home / "diary.db-journal").write_bytes(journal)
        ran = heeldiary(*argv)
        assert ran.code in (0, 1), (argv, ran)
        if ran.code == 1 or argv[0] not in ("log", "undo"):
            assert heeldiary.diary.read_bytes() == whole, argv
        if argv[0] == "list" and ran.code == 0:
            assert ran.jsonl == before


def test_a_foreign_write_ahead_log_beside_it(heeldiary: Heeldiary, whole: bytes, tmp_path: Path) -> None:
    """A diary never has one: SQLite would take another file's pages out of it."""
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE mine (word TEXT)")
        connection.executemany("INSERT INTO mine VALUES (?)", [("x" * 500,)] * 200)
        log = (tmp_path / "other.db-wal").read_bytes()
    before = heeldiary.entries()
    for argv in COMMANDS:
        heeldiary.diary.write_bytes(whole)
        (heeldiary.home / "diary.db-wal").write_bytes(log)
        ran = heeldiary(*argv)
        assert ran.code in (0, 1), (argv, ran)
        for beside in heeldiary.home.glob("diary.db-*"):
            beside.unlink()
        if ran.code == 1 or argv[0] not in ("log", "undo"):
            assert heeldiary.diary.read_bytes() == whole, argv
        if argv[0] == "list" and ran.code == 0:
            assert ran.jsonl == before
