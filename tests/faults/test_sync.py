"""The diary is on the disk before `Saved` is printed.

Python cannot see what SQLite asks of the system, so this reads a trace by strace. It runs only where strace is;
`.ci/run` installs it.
"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.runner import COMMAND, Process

pytestmark = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed here")


def traced(process: Process, calls: str, *argv: str) -> list[str]:
    """A command's system calls in order, file descriptors with their paths."""
    log = process.home.parent / "trace"
    ran = subprocess.run(
        ["strace", "-f", "-y", "-s", "2000", "-e", f"trace={calls}", "-o", str(log), COMMAND, *argv],
        env=process.surroundings({}), capture_output=True, timeout=60,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return log.read_text(errors="replace").splitlines()


def last(lines: list[str], pattern: str) -> int:
    """The position of the last call that matches."""
    return max(number for number, line in enumerate(lines) if re.search(pattern, line))


SYNCING = "write,pwrite64,fsync,fdatasync,unlink,unlinkat,link,linkat,rename,renameat2,ftruncate"


@pytest.mark.grid(3)
@pytest.mark.parametrize(
    ("argv", "told"),
    [("log left 5", "Saved"), ("log left 6 right 2 --json", "score"), ("delete {id}", "Deleted"), ("undo", "Undone"),
     ("edit {id} --score 1", "Changed"), ("settings theme nord", "Set")],
)  # fmt: skip
def test_the_file_is_synced_before_it_is_told(process: Process, argv: str, told: str) -> None:
    assert process("log", "left", "4").code == 0
    entry_id = process.entries()[0]["id"]
    lines = traced(process, SYNCING, *argv.format(id=entry_id).split())
    written = last(lines, rf"pwrite64\(\d+<{re.escape(str(process.diary))}>")
    synced = last(lines, rf"f(data)?sync\(\d+<{re.escape(str(process.diary))}>")
    committed = last(lines, r"unlink.*diary\.db-journal")
    folder = last(lines, rf"f(data)?sync\(\d+<{re.escape(str(process.home))}>")
    said = last(lines, rf"write\(1<.*{told}")
    assert written < synced < committed < folder < said


def test_the_first_diary_is_in_its_folder_for_good_before_it_is_told(process: Process) -> None:
    lines = traced(process, SYNCING, "log", "left", "5")
    placed = last(lines, r" (link|rename)\w*\(.*diary\.db")
    built = min(n for n, line in enumerate(lines) if re.search(r"f(data)?sync\(\d+<.*diary\.db", line))
    folder = max(n for n, line in enumerate(lines) if re.search(rf"fsync\(\d+<{re.escape(str(process.home))}>", line))
    assert built < placed < folder < last(lines, r"write\(1<.*Saved")


def test_an_export_is_on_the_disk_before_it_is_told(process: Process, tmp_path: Path) -> None:
    assert process("log", "left", "4").code == 0
    lines = traced(process, SYNCING, "export", "-o", str(tmp_path / "out.jsonl"))
    placed = last(lines, r" (link|rename)\w*\(.*out\.jsonl")
    found = re.search(r'"([^"]+)"', lines[placed])
    assert found
    synced = last(lines, rf"f(data)?sync\(\d+<{re.escape(found[1])}>")
    assert synced < placed < last(lines, r"write\(2<.*Exported")


@pytest.mark.grid(3)
@pytest.mark.parametrize("argv", ["log left 5", "list", "status", "export", "undo", "where", "--help"])
def test_no_command_talks_to_a_network(process: Process, argv: str) -> None:
    assert process("log", "right", "4").code == 0
    calls = traced(process, "connect,socket,sendto,bind", *argv.split())
    assert not [line for line in calls if "AF_INET" in line or "connect(" in line]
