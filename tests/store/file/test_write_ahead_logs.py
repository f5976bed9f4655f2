"""A `-wal` beside a diary: another tool's commits are kept and the mode is reset; anything else is refused."""

import io
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.store.file.write_ahead_log import read_log
from tests.runner import Heeldiary, files
from tests.standing_clock import SeededBytes, StandingClock
from tests.store.connections import another, unwell
from tests.store.file.test_rollback_journals import READING, SOME, grown, lay, refused_everywhere
from tests.store.journals import Logged, write_ahead

CHANGES = (
    "UPDATE entry SET note = 'one' || note",
    "UPDATE pain SET score = 7 WHERE foot = 'right'",
    "INSERT INTO tag SELECT id, 1, 'added' FROM entry",
    "UPDATE entry SET note = 'two' || note WHERE day > '2026-11-15'",
)
LOG = "diary.db-wal"


@pytest.fixture
def logged(heeldiary: Heeldiary) -> Logged:
    """A diary that another tool has set to write-ahead logging, killed with four commits in the log."""
    grown(heeldiary)
    return write_ahead(heeldiary.diary, CHANGES)


def mode(path: Path) -> bytes:
    """The two bytes of the header that tell the journal's kind: 1 for a rollback journal, 2 for a log."""
    return path.read_bytes()[18:20]


def test_commits_in_it_are_kept_and_the_mode_is_set_back(heeldiary: Heeldiary, logged: Logged) -> None:
    lay(heeldiary, logged.diary, logged.log, "-wal")
    entries = heeldiary.entries()
    assert {entry["score"] for entry in entries if entry["foot"] == "right"} == {7}
    assert all(entry["tags"] == ["added"] for entry in entries)
    heeldiary.done("log", "left", "6")
    assert mode(heeldiary.diary) == b"\x01\x01"
    assert list(files(heeldiary.home)) == ["diary.db"]
    assert len(heeldiary.entries()) == len(entries) + 1
    assert unwell(heeldiary.diary) == []


def test_the_mode_is_set_back_without_a_log(heeldiary: Heeldiary) -> None:
    grown(heeldiary, 2)
    with another(heeldiary.diary) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    before = heeldiary.entries()
    assert mode(heeldiary.diary) == b"\x02\x02"
    heeldiary.done("log", "note", "x")
    assert mode(heeldiary.diary) == b"\x01\x01"
    assert len(heeldiary.entries()) == len(before) + 1


def in_the_other_byte_order(log: bytes) -> bytes:
    """The log as a machine with the other byte order writes it: only its checksums are read otherwise."""
    big = log[3] % 2 == 0
    head = (0x377F0682 | big).to_bytes(4, "big") + log[4:24]
    content, sums = b"", (0, 0)
    for at, size in ((0, 24), *((at, 24 + 4096) for at in range(32, len(log), 24 + 4096))):
        frame = log[at : at + size] if at else head
        for start in (*range(0, 24 if not at else 8, 8), *(range(24, size, 8) if at else ())):
            one, two = (int.from_bytes(frame[n : n + 4], "big" if big else "little") for n in (start, start + 4))
            first = (sums[0] + one + sums[1]) % 2**32
            sums = first, (sums[1] + two + first) % 2**32
        written = b"".join(number.to_bytes(4, "big") for number in sums)
        content += frame[:16] + written + frame[24:] if at else frame + written
    return content


def test_one_of_a_machine_with_the_other_byte_order(heeldiary: Heeldiary, logged: Logged) -> None:
    lay(heeldiary, logged.diary, logged.log, "-wal")
    entries = heeldiary.entries()
    other = in_the_other_byte_order(logged.log)
    assert in_the_other_byte_order(other) == logged.log != other
    lay(heeldiary, logged.diary, other, "-wal")
    assert heeldiary.entries() == entries
    assert all(entry["tags"] == ["added"] for entry in entries)
    lay(heeldiary, logged.diary, other[:-1] + bytes([other[-1] ^ 1]), "-wal")
    refused_everywhere(heeldiary, LOG, SOME)


HOLDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode = WAL")
connection.execute("UPDATE entry SET note = 'theirs'")
print("ready", flush=True)
sys.stdin.readline()
"""


def test_beside_a_tool_that_has_it_open_it_stays_and_works(heeldiary: Heeldiary) -> None:
    grown(heeldiary, 2)
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(heeldiary.diary)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdin
        assert holder.stdout
        assert holder.stdout.readline() == b"ready\n"
        heeldiary.done("log", "note", "ours")
        assert mode(heeldiary.diary) == b"\x02\x02"
        assert {entry["note"] for entry in heeldiary.entries()} == {"theirs", "ours"}
        holder.stdin.write(b"\n")
    heeldiary.done("undo")
    assert mode(heeldiary.diary) == b"\x01\x01"
    assert {entry["note"] for entry in heeldiary.entries()} == {"theirs"}


@given(data=st.data())
def test_one_cut_within_a_commit_is_refused(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Wherever the cut: SQLite would drop the whole commit without a word."""
    heeldiary = Heeldiary(tmp_path_factory.mktemp("cut") / "home", StandingClock(), SeededBytes())
    grown(heeldiary, 3)
    logged = write_ahead(heeldiary.diary, CHANGES)
    end = data.draw(st.sampled_from(logged.ends))
    start = max((one for one in logged.ends if one < end), default=32)
    length = data.draw(st.integers(start + 1, end - 1) | st.sampled_from([end - 10, end - 4096, start + 24]))
    lay(heeldiary, logged.diary, logged.log[:length], "-wal")
    refused_everywhere(heeldiary, LOG, SOME)


@given(data=st.data())
def test_one_with_a_flipped_bit_is_refused(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    heeldiary = Heeldiary(tmp_path_factory.mktemp("flip") / "home", StandingClock(), SeededBytes())
    grown(heeldiary, 3)
    logged = write_ahead(heeldiary.diary, CHANGES)
    frames = range(32, len(logged.log), 24 + 4096)
    at = data.draw(
        st.integers(0, len(logged.log) - 1)
        | st.integers(0, 31)
        | st.builds(lambda frame, within: frame + within, st.sampled_from(frames), st.integers(0, 23))
    )
    flipped = bytearray(logged.log)
    flipped[at] ^= 1 << data.draw(st.integers(0, 7))
    lay(heeldiary, logged.diary, bytes(flipped), "-wal")
    refused_everywhere(heeldiary, LOG, SOME)


def test_frames_left_of_an_earlier_log_do_no_harm(heeldiary: Heeldiary) -> None:
    """After a checkpoint SQLite begins the file anew and leaves its end as it was."""
    grown(heeldiary)
    log = Path(f"{heeldiary.diary}-wal")
    with closing(sqlite3.connect(heeldiary.diary, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        for change in CHANGES:
            connection.execute(change)
        connection.execute("PRAGMA wal_checkpoint(RESTART)")
        connection.execute("UPDATE entry SET note = 'last'")
        whole = heeldiary.diary.read_bytes(), log.read_bytes()
    lay(heeldiary, *whole, "-wal")
    assert {entry["note"] for entry in heeldiary.entries()} == {"last"}


def test_only_frames_of_an_earlier_use_count_as_left_over(logged: Logged) -> None:
    """Each use of a log counts up its first salt; any other frame behind the last commit is a change that was lost."""
    first, second = (int.from_bytes(logged.log[at : at + 4], "big") for at in (16, 20))
    for uses_ago, is_left_over in ((1, True), (2**24 - 1, True), (2**24, False), (0, False), (-1, False)):
        numbers = (1, 10, (first - uses_ago) % 2**32, second ^ 1, 0, 0)
        frame = b"".join(number.to_bytes(4, "big") for number in numbers) + bytes(4096)
        log = read_log(io.BytesIO(logged.log + frame))
        assert log is not None
        assert (log.commits, log.is_intact) == (len(CHANGES), is_left_over), uses_ago


@pytest.mark.grid(3)
@pytest.mark.parametrize("kind", ["another diary's", "another program's", "text", "a word", "zeros", "other pages"])
def test_that_of_another_file(heeldiary: Heeldiary, logged: Logged, tmp_path: Path, kind: str) -> None:
    other = heeldiary.other("other")
    match kind:
        case "another diary's":
            grown(other)
            content = write_ahead(other.diary, CHANGES[:2]).log
        case "another program's" | "other pages":
            path = tmp_path / "other.db"
            with closing(sqlite3.connect(path, isolation_level=None)) as connection:
                connection.execute(f"PRAGMA page_size = {1024 if kind == 'other pages' else 4096}")
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("CREATE TABLE mine (word TEXT)")
                connection.executemany("INSERT INTO mine VALUES (?)", [("x" * 500,)] * 200)
                content = (tmp_path / "other.db-wal").read_bytes()
        case "text" | "a word":
            content = b"my log, by hand\n" * 4000 if kind == "text" else b"log"
        case _:
            content = bytes(8000)
    lay(heeldiary, logged.diary, content, "-wal")
    refused_everywhere(heeldiary, LOG)


@pytest.mark.parametrize("size", [0, 32, 5000])
def test_beside_a_diary_that_never_had_one(heeldiary: Heeldiary, logged: Logged, size: int) -> None:
    lay(heeldiary, heeldiary.diary.read_bytes(), logged.log[:size], "-wal")
    refused_everywhere(heeldiary, LOG)


def test_an_empty_one_of_its_own_is_no_fault(heeldiary: Heeldiary, logged: Logged) -> None:
    lay(heeldiary, logged.diary, b"", "-wal")
    for argv in READING:
        heeldiary.done(*argv)


@pytest.mark.parametrize("pages", [1, 2, 10])
def test_a_diary_cut_short_is_damaged_beside_a_log(heeldiary: Heeldiary, pages: int) -> None:
    """Its last page is not among those that the log has."""
    grown(heeldiary)
    logged = write_ahead(heeldiary.diary, ["UPDATE pain SET score = 7 WHERE foot = 'right'"])
    lay(heeldiary, logged.diary[: -4096 * pages], logged.log, "-wal")
    refused_everywhere(heeldiary, "damaged", SOME)


def test_a_checkpoint_that_was_killed_is_brought_to_its_end(heeldiary: Heeldiary) -> None:
    """The pages that the file still lacks are in the log."""
    grown(heeldiary)
    size = heeldiary.diary.stat().st_size
    logged = write_ahead(heeldiary.diary, ["UPDATE entry SET note = note || printf('%3000s', 'long')"])
    assert len(logged.diary) == size
    lay(heeldiary, logged.diary, logged.log, "-wal")
    with closing(sqlite3.connect(heeldiary.diary, isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(FULL)")
        done = heeldiary.diary.read_bytes()
    assert len(done) > size
    first = done[:4096] + logged.diary[4096:]  # its header has the new size already
    lay(heeldiary, first, logged.log, "-wal")
    assert all(entry["note"].endswith("long") for entry in heeldiary.entries())
