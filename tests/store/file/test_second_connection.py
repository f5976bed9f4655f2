"""A second connection for reading in the background: it gives way to a change and keeps no lock."""

import subprocess
import sys
import threading
from collections.abc import Callable

import pytest

from heeldiary.domain.entries import Pain
from heeldiary.errors import Busy
from heeldiary.store.diary import Diary
from heeldiary.store.file.second_connection import Cancelled, open_reader
from heeldiary.store.opening import open_to_write
from heeldiary.store.recording import log
from heeldiary.store.sql import Sql

# Hours of counting.
ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n, entry"


def score(diary: Diary, points: int) -> None:
    log(diary, [Pain("left", "first-step", points)], day=diary.today())


def in_a_thread(diary: Diary, stop: Cancelled, read: Callable[[Sql], object]) -> tuple[threading.Thread, list[object]]:
    """Read in a thread; what came of it, a value or a problem, is put into the list."""
    found: list[object] = []

    def run() -> None:
        try:
            sql = open_reader(diary.sql.path, stop)
            try:
                with sql.snapshot():
                    found.append(read(sql))
            finally:
                sql.close()
        except Busy as problem:
            found.append(problem)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread, found


def test_it_reads_what_is_there_and_can_write_nothing(diary: Diary) -> None:
    score(diary, 6)
    sql = open_reader(diary.sql.path, Cancelled())
    try:
        assert sql.value("SELECT score FROM pain") == 6
        with pytest.raises(Exception, match="read"):
            sql.run("DELETE FROM pain")
    finally:
        sql.close()
    score(diary, 5)


def test_a_reading_without_end_is_broken_off_and_its_lock_is_gone(diary: Diary) -> None:
    score(diary, 6)
    began, stop = threading.Event(), Cancelled()

    def read(sql: Sql) -> object:
        sql.value("SELECT 1 FROM entry")  # the snapshot holds the lock from here on
        began.set()
        return sql.value(ENDLESS)

    thread, found = in_a_thread(diary, stop, read)
    assert began.wait(60)
    stop.now()
    thread.join(60)
    assert isinstance(found[0], Busy)
    score(diary, 5)
    assert diary.sql.value("SELECT score FROM pain") == 5


def test_what_is_begun_after_the_stop_is_broken_off_too(diary: Diary) -> None:
    score(diary, 6)
    stop = Cancelled()
    stop.now()
    thread, found = in_a_thread(diary, stop, lambda sql: sql.value(ENDLESS))
    thread.join(60)
    assert isinstance(found[0], Busy)


def test_its_end_leaves_the_locks_of_the_first_connection(diary: Diary) -> None:
    """Closing a file drops all locks that the process has on it, unless SQLite itself closes it."""
    score(diary, 6)
    with diary.action("a change that takes its time") as action:
        action.set("affected-foot", "left")
        sql = open_reader(diary.sql.path, Cancelled())
        assert sql.value("SELECT count(*) FROM setting") == 0
        sql.close()
        other = open_elsewhere(diary.sql.path)
        assert "locked" in other
    assert diary.settings()["affected-foot"] == "left"


def open_elsewhere(path: str) -> str:
    """What another process that wants to write prints."""
    script = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('BEGIN IMMEDIATE')"
    return subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True).stderr


def test_a_stop_after_the_end_does_nothing(diary: Diary) -> None:
    stop = Cancelled()
    open_reader(diary.sql.path, stop).close()
    stop.now()
    assert stop.over


def test_the_stamp_tells_of_every_change_by_whomever(diary: Diary) -> None:
    stamps = [diary.stamp()]
    score(diary, 6)
    stamps.append(diary.stamp())
    diary.undo()
    stamps.append(diary.stamp())
    with Diary(open_to_write(diary.sql.path), diary.clock) as other:
        score(other, 3)
    stamps.append(diary.stamp())
    assert len(set(stamps)) == 4
    assert diary.stamp() == stamps[-1]
