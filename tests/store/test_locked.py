"""Another program holds the diary: a sentence after the wait, nothing changed, and it works again afterwards."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from heeldiary.domain.entries import Note, Pain
from heeldiary.errors import Busy
from heeldiary.store.diary import Diary
from heeldiary.store.opening import COMMAND_WAIT_SECONDS, open_to_read, open_to_write
from heeldiary.store.recording import log
from tests.runner import Heeldiary
from tests.standing_clock import SeededBytes, StandingClock
from tests.store.connections import another, unwell

SHORT = 0.01


@pytest.fixture
def path(heeldiary: Heeldiary) -> Path:
    """A diary with one entry."""
    heeldiary.done("log", "left", "6")
    return heeldiary.diary


def test_a_command_waits_five_seconds() -> None:
    assert COMMAND_WAIT_SECONDS == 5


def test_opening_a_locked_diary(path: Path) -> None:
    with another(path) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        for opening in (open_to_read, open_to_write):
            with pytest.raises(Busy) as caught:
                opening(str(path), SHORT)
            assert caught.value.exit_status == 1
            assert caught.value.remedy.strip()
        holder.execute("ROLLBACK")
    open_to_write(str(path), SHORT).close()


def test_writing_while_another_writes(path: Path, clock: StandingClock, seeded: SeededBytes) -> None:
    before = path.read_bytes()
    with closing(Diary(open_to_write(str(path), SHORT), clock, seeded)) as diary:
        with another(path) as holder:
            holder.execute("BEGIN IMMEDIATE")
            with pytest.raises(Busy):
                log(diary, [Note()], note="not yet")
            with pytest.raises(Busy):
                diary.undo()
            assert len(diary.entries()) == 1  # reading goes on
            holder.execute("ROLLBACK")
        assert path.read_bytes() == before
        log(diary, [Note()], note="now")
        assert len(diary.entries()) == 2


def test_a_commit_that_has_to_wait_for_a_reader(path: Path, clock: StandingClock, seeded: SeededBytes) -> None:
    with closing(Diary(open_to_write(str(path), SHORT), clock, seeded)) as diary:
        with another(path) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM entry").fetchone()
            with pytest.raises(Busy):
                log(diary, [Pain("right", "first-step", 2)])
            assert [entry.id for entry in diary.entries()] == [row[0] for row in reader.execute("SELECT id FROM entry")]
            reader.execute("COMMIT")
        log(diary, [Pain("right", "first-step", 2)])
        assert len(diary.on(date(2026, 11, 22))) == 2
    assert unwell(path) == []


def test_reading_while_another_commits(path: Path, clock: StandingClock, seeded: SeededBytes) -> None:
    with closing(Diary(open_to_read(str(path), SHORT), clock, seeded)) as diary, another(path) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Busy):
            diary.entries()
        holder.execute("COMMIT")
        assert len(diary.entries()) == 1


def test_two_connections_see_each_others_writing(path: Path, clock: StandingClock, seeded: SeededBytes) -> None:
    with (
        closing(Diary(open_to_write(str(path)), clock, seeded)) as app,
        closing(Diary(open_to_write(str(path)), clock, seeded)) as command,
    ):
        version = app.version()
        log(command, [Note()], note="from elsewhere")
        assert app.version() != version
        assert {entry.note for entry in app.entries()} == {"", "from elsewhere"}
        version = app.version()
        log(app, [Note()], note="from here")
        assert app.version() == version  # one's own writing is no news
