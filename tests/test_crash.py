"""The crash log is only ever written to our own file, and whatever is in its place, the app ends with a sentence."""

import os
import socket
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from heeldiary.crash import report
from heeldiary.errors import Refused

AT = datetime(2026, 11, 22, 7, 4, tzinfo=UTC)
SECRET = "the person's words"
SCRIPT = """
import sys
from pathlib import Path
from tests.test_crash import broken
print(broken(Path(sys.argv[1])).remedy)
"""


def broken(path: Path) -> Refused:
    """A mistake whose message holds a note, reported to a log."""
    try:
        raise KeyError(SECRET)
    except KeyError as error:
        return report(error, str(path), AT)


def link_to_a_file(path: Path) -> None:
    path.with_name("other").write_text("somebody's file")
    path.symlink_to(path.with_name("other"))


def link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("not there"))


def link_to_a_folder(path: Path) -> None:
    path.symlink_to(path.parent)


def link_in_a_circle(path: Path) -> None:
    path.symlink_to(path)


def link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/full")


def second_name(path: Path) -> None:
    path.with_name("other").write_text("somebody's file")
    os.link(path.with_name("other"), path)


def folder(path: Path) -> None:
    path.mkdir()


def a_socket(path: Path) -> None:
    here = os.getcwd()
    os.chdir(path.parent)  # a socket's whole path may be too long for it
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def pipe(path: Path) -> None:
    os.mkfifo(path)


OTHERS: list[Callable[[Path], None]] = [
    link_to_a_file, link_to_nothing, link_to_a_folder, link_in_a_circle, link_to_a_device, second_name, folder,
    a_socket, pipe,
]  # fmt: skip


def lies(path: Path) -> list[tuple[str, int, bytes]]:
    """The folder's files: names, modes and contents."""
    return [
        (one.name, one.lstat().st_mode, one.read_bytes() if stat.S_ISREG(one.lstat().st_mode) else b"")
        for one in sorted(path.parent.iterdir())
    ]


@pytest.mark.grid(4)
@pytest.mark.parametrize("lay", OTHERS)
def test_what_is_not_a_file_of_its_own_stays_as_it_is(lay: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / "crash.log"
    lay(path)
    before = lies(path)
    # In its own process, which is killed if it hangs.
    ran = subprocess.run([sys.executable, "-c", SCRIPT, str(path)], capture_output=True, text=True, timeout=60)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "report this KeyError and what you did before it\n", "")
    assert lies(path) == before


def test_a_pipe_that_is_read_gets_nothing(tmp_path: Path) -> None:
    path = tmp_path / "crash.log"
    pipe(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert "crash.log" not in broken(path).remedy
        assert os.read(reader, 100) == b""
    finally:
        os.close(reader)


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o666, 0o200])
def test_a_log_that_is_there_is_written_anew_for_its_owner_alone(mode: int, tmp_path: Path) -> None:
    path = tmp_path / "crash.log"
    path.write_text("an older, longer mistake\n" * 100)
    path.chmod(mode)
    assert str(path) in broken(path).remedy
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    told = path.read_text()
    assert told.startswith("2026-11-22 07:04\nheeldiary ")
    assert "KeyError" in told
    assert SECRET not in told
    assert "older" not in told


def test_without_its_folder_there_is_no_log(tmp_path: Path) -> None:
    assert "KeyError" in broken(tmp_path / "none" / "crash.log").remedy
