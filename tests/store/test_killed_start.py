"""What a killed first start leaves beside the diary is swept away by the next, and never a living process's."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from heeldiary.atomic_files import remove_leftovers
from tests.faults.test_kill import killed_before
from tests.runner import Process


def test_killed_when_the_diary_is_in_its_place(process: Process) -> None:
    """It has two names then: its own, and the hidden one under which it was built."""
    killed_before(process, "os.remove", "log", "left", "6")
    assert process.diary.stat().st_nlink == 2
    ran = process("log", "right", "2")
    assert (ran.code, ran.err) == (0, "")
    assert [path.name for path in process.home.iterdir()] == ["diary.db"]
    assert len(process.entries()) == 1


@pytest.mark.parametrize("ending", [".part", ".part-journal"])
def test_of_a_dead_process_and_of_a_living_one(tmp_path: Path, ending: str) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as alive:
        dead = subprocess.Popen([sys.executable, "-c", ""])
        dead.wait()
        living = f".diary.db.{alive.pid}-0123456789ab{ending}"
        others = (
            ".diary.db.part",
            f".diary.db.x-0123{ending}",
            f".other.db.{dead.pid}-0123{ending}",
            "diary.db-journal",
        )
        for name in (living, f".diary.db.{dead.pid}-0123456789ab{ending}", *others):
            (tmp_path / name).touch()
        remove_leftovers(str(tmp_path / "diary.db"))
        assert set(os.listdir(tmp_path)) == {living, *others}
        alive.communicate(b"\n")


def test_reading_sweeps_nothing(process: Process) -> None:
    killed_before(process, "os.remove", "log", "left", "6")
    before = sorted(os.listdir(process.home))
    for argv in ("list", "status", "export", "nudge"):
        assert process(argv).code == 0
    assert sorted(os.listdir(process.home)) == before


def test_a_second_name_of_the_persons_own_stays(process: Process) -> None:
    assert process("log", "left", "6").code == 0
    os.link(process.diary, process.home / "mine.db")
    assert process("log", "right", "6").code == 0
    assert sorted(os.listdir(process.home)) == ["diary.db", "mine.db"]
