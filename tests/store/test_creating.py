"""A first diary is created completely or not at all, with others creating one too, after any earlier kill."""

import os
import stat
import subprocess
from pathlib import Path

from heeldiary.store.opening import open_to_write
from tests.runner import COMMAND, Heeldiary, Process, files
from tests.store.connections import unwell


def mode(path: Path) -> int:
    """A path's permissions."""
    return stat.S_IMODE(path.stat().st_mode)


def test_six_at_once_make_one_diary(process: Process, tmp_path: Path) -> None:
    for turn in range(5):
        home = tmp_path / f"home{turn}"
        surroundings = process.surroundings({"HEELDIARY_HOME": str(home)})
        argv = [COMMAND, "log", "left", "5", "--moment", "after-sitting", "--json"]
        started = [subprocess.Popen(argv, env=surroundings, stdout=subprocess.PIPE) for _ in range(6)]
        printed = [one.communicate(timeout=60)[0] for one in started]
        assert [one.returncode for one in started] == [0] * 6
        assert [path.name for path in home.iterdir()] == ["diary.db"]
        listed = process("list", "--json", environment={"HEELDIARY_HOME": str(home)})
        assert sorted(listed.out.splitlines()) == sorted(line.decode().strip() for line in printed)
        assert unwell(home / "diary.db") == []


def test_what_is_created_is_for_its_owner_alone(process: Process, tmp_path: Path) -> None:
    for mask in ("000", "022", "077"):
        deep = tmp_path / mask / "a" / "b"
        ran = process.shell(
            f"umask {mask}; heeldiary log left 6 && heeldiary --diary '{deep}/d.db' log right 1"
            f" && heeldiary export -o '{deep}/out.jsonl'",
            {"HEELDIARY_HOME": str(deep)},
        )
        assert ran.code == 0, ran
        made = list((tmp_path / mask).rglob("*"))
        assert {path.name: oct(mode(path)) for path in made if path.is_file()} == {
            "diary.db": "0o600", "d.db": "0o600", "out.jsonl": "0o600",
        }  # fmt: skip
        assert {path.name: oct(mode(path)) for path in made if path.is_dir()} == {
            "a": "0o700", "b": "0o700",
        }  # fmt: skip


def test_the_crash_log_is_for_its_owner_alone_and_holds_no_note(process: Process, home: Path) -> None:
    script = """
import os, sys
from datetime import datetime
from heeldiary.crash import report
os.umask(0)
try:
    note = "SECRET-WORDS"
    raise ValueError(note)
except ValueError as error:
    told = report(error, sys.argv[1], datetime(2026, 11, 22))
print(told.message, told.remedy)
"""
    home.mkdir()
    ran = process.python(script, str(home / "crash.log"))
    assert ran.code == 0, ran
    assert "SECRET" not in (home / "crash.log").read_text() + ran.out + ran.err
    assert mode(home / "crash.log") == 0o600


def test_modes_of_what_was_there_stay(process: Process, home: Path) -> None:
    home.mkdir(mode=0o755)
    assert process("log", "left", "6").code == 0
    home.chmod(0o755)
    process.diary.chmod(0o644)
    assert process("log", "right", "2").code == 0
    assert process("undo").code == 0
    assert (mode(home), mode(process.diary)) == (0o755, 0o644)


def test_a_half_built_one_of_a_killed_start_is_no_hindrance(home: Path) -> None:
    """In a container the next start may well have the number of the killed one."""
    home.mkdir()
    leftover = home / f".diary.db.{os.getpid()}.new"
    leftover.write_bytes(b"SQLite format 3\0 and then it was killed")
    open_to_write(str(home / "diary.db")).close()
    assert unwell(home / "diary.db") == []


def test_one_made_meanwhile_is_not_overwritten(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "6")
    before = files(heeldiary.home)
    open_to_write(str(heeldiary.diary)).close()
    assert files(heeldiary.home) == before


def test_where_no_folder_can_be_made_it_says_so(tmp_path: Path, heeldiary: Heeldiary) -> None:
    (tmp_path / "file").write_text("mine")
    heeldiary.environment["HEELDIARY_HOME"] = str(tmp_path / "file" / "home")
    heeldiary.refused(2, "log", "left", "6")
