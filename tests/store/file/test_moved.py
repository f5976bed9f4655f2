"""The diary's file is deleted or replaced while it is open: nothing is written and nothing created in its place."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from heeldiary.domain.entries import Note
from heeldiary.errors import Refused
from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from heeldiary.store.recording import log, set_setting
from tests.runner import Heeldiary, files
from tests.standing_clock import SeededBytes, StandingClock


@pytest.fixture
def opened(heeldiary: Heeldiary, clock: StandingClock, seeded: SeededBytes) -> Iterator[Diary]:
    """A diary with one entry, open as the app has it."""
    heeldiary.done("log", "left", "6")
    with Diary(open_to_write(str(heeldiary.diary)), clock, seeded) as diary:
        yield diary


def changes_are_refused(diary: Diary) -> None:
    """Every way to change it is refused with a sentence."""
    with pytest.raises(Refused) as caught:
        log(diary, [Note()], note="into the void")
    assert "moved" in caught.value.message
    with pytest.raises(Refused):
        diary.undo()
    with pytest.raises(Refused):
        set_setting(diary, "theme", "nord")


def test_deleted(opened: Diary, home: Path) -> None:
    os.unlink(home / "diary.db")
    changes_are_refused(opened)
    assert files(home) == {}


def test_moved_away(opened: Diary, home: Path) -> None:
    os.rename(home / "diary.db", home / "elsewhere.db")
    before = files(home)
    changes_are_refused(opened)
    assert files(home) == before


def test_replaced_by_another_diary(opened: Diary, home: Path) -> None:
    shutil.copy(home / "diary.db", home / "copy.db")
    os.replace(home / "copy.db", home / "diary.db")
    before = files(home)
    changes_are_refused(opened)
    assert files(home) == before


def test_replaced_by_an_empty_file(opened: Diary, home: Path) -> None:
    (home / "new").write_bytes(b"")
    os.replace(home / "new", home / "diary.db")
    changes_are_refused(opened)
    assert files(home) == {"diary.db": b""}


def test_put_back(opened: Diary, home: Path) -> None:
    os.rename(home / "diary.db", home / "elsewhere.db")
    changes_are_refused(opened)
    os.rename(home / "elsewhere.db", home / "diary.db")
    log(opened, [Note()], note="it goes on")
    assert {entry.note for entry in opened.entries()} == {"", "it goes on"}
