"""Another program commits at the worst moment of a reading: no half entry, no false alarm."""

import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from heeldiary.domain.entries import Massage, MassageStep, Note
from heeldiary.errors import Busy
from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_read, open_to_write
from heeldiary.store.recording import log
from tests.standing_clock import SeededBytes, StandingClock

MASSAGE = Massage("left", (MassageStep("ki1", 90), MassageStep("calf", 180)))


@pytest.fixture
def writer(home: Path) -> Iterator[Diary]:
    """Another program's connection, which writes."""
    home.mkdir()
    with Diary(open_to_write(str(home / "diary.db"), 0.01), StandingClock(), SeededBytes(7)) as diary:
        log(diary, [MASSAGE])
        yield diary


def test_no_half_entry_is_read(writer: Diary, home: Path, clock: StandingClock, seeded: SeededBytes) -> None:
    """Whatever is written between any two queries, each massage read has all its points."""
    written = 0

    def meddle(_: str) -> None:
        nonlocal written
        try:
            log(writer, [MASSAGE])
        except Busy:  # the reader keeps the diary as it is until it has read all
            return
        written += 1

    with Diary(open_to_read(str(home / "diary.db")), clock, seeded) as reader:
        reader.sql.connection.set_trace_callback(meddle)
        for _ in range(3):
            for read in (reader.entries(), reader.on(reader.today()), [reader.get(reader.entries()[0].id)]):
                for entry in read:
                    assert entry is not None
                    assert entry.fact == MASSAGE
    assert written


@contextmanager
def just_before(called: Callable[..., Any], act: Callable[[], None]) -> Iterator[None]:
    """Do something each time a function of C is about to be called in this thread."""

    def watch(_: FrameType, event: str, argument: Any) -> None:
        if event == "c_call" and argument is called:
            sys.setprofile(None)
            act()
            sys.setprofile(watch)

    sys.setprofile(watch)
    try:
        yield
    finally:
        sys.setprofile(None)


@pytest.mark.parametrize("called", [open, sys.modules["posix"].lstat], ids=["open", "lstat"])
def test_a_diary_that_grows_while_it_is_looked_at_is_not_damaged(
    writer: Diary, home: Path, called: Callable[..., Any]
) -> None:
    """Its size was taken before another program's commit, its header after it."""
    grown = 0

    def grow() -> None:
        nonlocal grown
        grown += 1
        log(writer, [Note()], note="x" * 20_000)

    with just_before(called, grow):
        open_to_read(str(home / "diary.db")).close()
    assert grown


def test_a_journal_that_another_program_is_writing_is_no_foreign_one(writer: Diary, home: Path) -> None:
    """Between the look at the diary and the look at its journal the other program commits and begins anew."""
    turns = 0
    journal = home / "diary.db-journal"
    writer.sql.run("PRAGMA cache_size = 2")  # it writes early, as a long import does

    def begin() -> None:
        writer.sql.run("BEGIN IMMEDIATE")
        writer.sql.run("INSERT INTO setting VALUES (?, ?, 'now', 'now')", (f"of a test {turns}", "x" * 60_000))
        assert journal.read_bytes().startswith(bytes.fromhex("d9d505f920a163d7"))

    def go_on() -> None:
        nonlocal turns
        turns += 1
        if turns <= 3:
            writer.sql.run("COMMIT")
        if turns < 3:  # then it is done, for a look that is taken again
            begin()

    begin()
    with just_before(open, go_on):
        try:
            open_to_read(str(home / "diary.db"), 0.01).close()
        except Busy:
            assert turns < 3
    assert turns


def test_a_commit_waits_for_the_end_of_a_snapshot(writer: Diary, home: Path) -> None:
    reader = open_to_read(str(home / "diary.db"))
    with closing(reader):
        with reader.snapshot():
            assert reader.value("SELECT count(*) FROM entry") == 1
            with pytest.raises(Busy):
                log(writer, [Note()], note="a word")
            assert reader.value("SELECT count(*) FROM entry") == 1
        log(writer, [Note()], note="a word")
        assert reader.value("SELECT count(*) FROM entry") == 2
