"""Another heeldiary raises the schema between opening and writing: nothing is written, in commands as in the app."""

import pytest

from heeldiary.domain.entries import Note
from heeldiary.errors import Refused
from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from heeldiary.store.recording import delete, edit, log, set_setting
from heeldiary.store.routine.sessions import close_open_session
from heeldiary.store.steps import LATEST
from tests.runner import Heeldiary, files
from tests.standing_clock import SeededBytes, StandingClock
from tests.store.connections import another


@pytest.mark.parametrize("version", [LATEST + 1, 1000, LATEST - 1, 0])
def test_every_write_is_refused(heeldiary: Heeldiary, clock: StandingClock, seeded: SeededBytes, version: int) -> None:
    heeldiary.done("log", "note", "there before")
    with Diary(open_to_write(str(heeldiary.diary)), clock, seeded) as diary:
        entry = diary.entries()[0]
        with another(heeldiary.diary) as connection:
            connection.execute(f"PRAGMA user_version = {version}")
        before = files(heeldiary.home)
        for write in (
            lambda: log(diary, [Note()], note="x"),
            lambda: edit(diary, entry, entry._replace(note="y")),
            lambda: delete(diary, entry),
            lambda: set_setting(diary, "theme", "nord"),
            lambda: close_open_session(diary),
            diary.undo,
        ):
            with pytest.raises(Refused, match="another version of heeldiary"):
                write()
            assert files(heeldiary.home) == before
        assert diary.entries() == [entry]
