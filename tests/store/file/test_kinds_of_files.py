"""A pipe, a folder, a socket or a link where SQLite looks for its own files: refused at once, and never opened."""

import os
import socket
from pathlib import Path

import pytest

from tests.runner import Heeldiary

KINDS = ("pipe", "folder", "full folder", "socket", "link", "link to nowhere", "link to itself")
COMMANDS = (("list",), ("status",), ("nudge",), ("export",), ("log", "6", "--foot", "left"), ("undo",))


def put(path: Path, kind: str, elsewhere: Path) -> None:
    """Make something of that kind."""
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "socket":
            with socket.socket(socket.AF_UNIX) as server:
                server.bind(path.name)
        case "link":
            elsewhere.write_bytes(b"mine")
            path.symlink_to(elsewhere)
        case "link to nowhere":
            path.symlink_to(elsewhere)
        case "link to itself":
            path.symlink_to(path)
        case _:
            path.mkdir()
            if kind == "full folder":
                (path / "file").write_text("mine")


@pytest.mark.grid(4)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
def test_what_is_no_ordinary_file(
    heeldiary: Heeldiary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, ending: str
) -> None:
    heeldiary.done("log", "left", "6")
    monkeypatch.chdir(heeldiary.home)  # a socket's path may not be long
    put(heeldiary.home / f"diary.db{ending}", kind, tmp_path / "elsewhere")
    for argv in COMMANDS:
        ran = heeldiary.refused(1, *argv)
        assert f"diary.db{ending}" in ran.err
    os.rename(heeldiary.home / f"diary.db{ending}", tmp_path / "away")
    assert len(heeldiary.entries()) == 1


@pytest.mark.parametrize("content", [b"", b"\0" * 32768, b"anything"])
def test_shared_memory_left_behind_does_no_harm(heeldiary: Heeldiary, content: bytes) -> None:
    """SQLite never opens it beside a diary with a rollback journal."""
    heeldiary.done("log", "left", "6")
    left = heeldiary.home / "diary.db-shm"
    left.write_bytes(content)
    before = heeldiary.diary.read_bytes()
    for argv in COMMANDS[:4]:
        heeldiary.done(*argv)
        assert (heeldiary.diary.read_bytes(), left.read_bytes()) == (before, content)
    heeldiary.done("log", "right", "2")
    assert left.read_bytes() == content
