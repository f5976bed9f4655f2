"""What is no diary, or not whole, or newer, is refused with a sentence and left untouched."""

import os
import shutil
import socket
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from heeldiary.errors import BadInput, Problem, Refused
from heeldiary.store.opening import LONG_BYTES, open_to_read, open_to_write
from heeldiary.store.sql import Sql
from heeldiary.store.steps import LATEST
from tests.runner import Heeldiary, files
from tests.store.connections import another

Opening = Callable[[str], Sql]
BOTH = pytest.mark.parametrize("opening", [open_to_read, open_to_write], ids=["read", "write"])


@pytest.fixture
def path(heeldiary: Heeldiary) -> Path:
    """A diary with a few entries."""
    for score in range(4):
        heeldiary.done("log", "left", str(score), "right", "2", "--day", f"{score}d", "--note", "some words " * 20)
    return heeldiary.diary


def refused(opening: Opening, path: Path, kind: type[Problem], *words: str) -> None:
    """Opening has to refuse with a sentence that has these words and a remedy, and to leave all as it was."""
    before = files(path.parent)
    with pytest.raises(kind) as caught:
        opening(str(path))
    problem = caught.value
    assert type(problem) is kind
    assert problem.remedy.strip()
    assert "\n" not in problem.message + problem.remedy
    assert all(word in problem.message for word in words), problem.message
    assert files(path.parent) == before


def overwrite(path: Path, offset: int, replacement: bytes) -> None:
    """Put other bytes into the file."""
    data = bytearray(path.read_bytes())
    data[offset : offset + len(replacement)] = replacement
    path.write_bytes(data)


@BOTH
def test_an_empty_file_is_damaged_not_new(opening: Opening, path: Path) -> None:
    path.write_bytes(b"")
    refused(opening, path, Refused, "empty")


@BOTH
@pytest.mark.parametrize(
    "content",
    [b"x", b"Dear diary, today my heel hurt.\n" * 40, bytes(4096), b"SQLite format 3\x00", b"SQLite format 3\x00" * 99],
    ids=["one byte", "text", "zeros", "magic alone", "magic again and again"],
)
def test_another_file_is_no_diary(opening: Opening, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    refused(opening, path, Refused)


@BOTH
@pytest.mark.parametrize("header", [bytes(16), b"\xff" * 100, b"SQLite format 2\x00"], ids=["zeros", "ones", "2"])
def test_a_header_overwritten(opening: Opening, path: Path, header: bytes) -> None:
    overwrite(path, 0, header)
    refused(opening, path, Refused)


@BOTH
@pytest.mark.parametrize("left", ["half", "minus 100", "minus a page", "one page", "511 bytes"])
def test_a_file_cut_short(opening: Opening, path: Path, left: str) -> None:
    size = path.stat().st_size
    sizes = {
        "half": size // 2,
        "minus 100": size - 100,
        "minus a page": size - 4096,
        "one page": 4096,
        "511 bytes": 511,
    }
    os.truncate(path, sizes[left])
    refused(opening, path, Refused)


@BOTH
def test_another_programs_file(opening: Opening, path: Path) -> None:
    with another(path) as connection:
        connection.execute("PRAGMA application_id = 252006674")
    refused(opening, path, Refused, "another program")


@BOTH
def test_an_sqlite_file_of_no_program(opening: Opening, tmp_path: Path) -> None:
    path = tmp_path / "folder" / "other.db"
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE entry (id TEXT); INSERT INTO entry VALUES ('abcd');")
    refused(opening, path, Refused)


@BOTH
@pytest.mark.parametrize("version", [LATEST + 1, LATEST + 2, 1000, 2**31 - 1])
def test_a_newer_diary(opening: Opening, path: Path, version: int) -> None:
    with another(path) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    refused(opening, path, Refused, "newer heeldiary", f"schema {version}")


@BOTH
@pytest.mark.parametrize("version", [0, -1, -(2**31)])
def test_a_schema_that_never_was(opening: Opening, path: Path, version: int) -> None:
    with another(path) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    refused(opening, path, Refused)


@BOTH
def test_a_folder(opening: Opening, tmp_path: Path) -> None:
    (tmp_path / "diary.db").mkdir()
    refused(opening, tmp_path / "diary.db", BadInput, "folder")


@BOTH
def test_a_pipe_does_not_hang(opening: Opening, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "diary.db")
    refused(opening, tmp_path / "diary.db", BadInput)


@BOTH
def test_a_socket(opening: Opening, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path may not be long
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("diary.db")
        refused(opening, tmp_path / "diary.db", BadInput)


@BOTH
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/full", "/dev/null"])
def test_a_device(opening: Opening, device: str) -> None:
    with pytest.raises(BadInput):
        opening(device)
    assert stat.S_ISCHR(os.stat(device).st_mode)


@BOTH
def test_a_link_that_leads_nowhere(opening: Opening, tmp_path: Path) -> None:
    (tmp_path / "diary.db").symlink_to(tmp_path / "gone" / "diary.db")
    refused(opening, tmp_path / "diary.db", BadInput, "link")
    assert not (tmp_path / "gone").exists()


@BOTH
def test_a_link_to_itself(opening: Opening, tmp_path: Path) -> None:
    (tmp_path / "diary.db").symlink_to(tmp_path / "diary.db")
    refused(opening, tmp_path / "diary.db", BadInput)


@BOTH
def test_a_link_to_a_folder(opening: Opening, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "diary.db").symlink_to(tmp_path / "folder")
    refused(opening, tmp_path / "diary.db", BadInput)


@BOTH
def test_a_link_to_a_diary_is_followed(opening: Opening, path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(path)
    sql = opening(str(link))
    assert sql.value("SELECT count(*) FROM entry") == 8
    sql.close()
    assert link.is_symlink()


@BOTH
@pytest.mark.parametrize("name", ["/dev/null/diary.db", "x" * 5000, "bad\0name"], ids=["device", "long", "nul"])
def test_a_path_that_cannot_be(opening: Opening, tmp_path: Path, name: str) -> None:
    with pytest.raises(Problem) as caught:
        opening(str(tmp_path / name))
    assert caught.value.exit_status == 2


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    refused(open_to_write, tmp_path / "file" / "diary.db", BadInput)


def test_reading_what_is_not_there_creates_nothing(tmp_path: Path) -> None:
    sql = open_to_read(str(tmp_path / "not" / "there" / "diary.db"))
    assert sql.value("SELECT count(*) FROM entry") == 0
    sql.close()
    assert files(tmp_path) == {}


@pytest.mark.parametrize(
    "name", ["a b", "100%", "what?", "#1", "☃\n", "a%20b?mode=ro#x", "; rm -rf", "\udcff\udcfe"], ids=range(8)
)
def test_any_name_of_a_file_will_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / name / f"{name}.db"
    for _ in range(2):
        open_to_write(str(path)).close()
    assert [os.fsencode(found.name) for found in path.parent.iterdir()] == [os.fsencode(path.name)]


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
def test_what_lies_beside_it_is_judged_before_sqlite_sees_it(path: Path, ending: str) -> None:
    beside = Path(f"{path}{ending}")
    beside.mkdir()
    for opening in (open_to_read, open_to_write):
        refused(opening, path, Refused, f"{path.name}{ending} next to the diary is not a regular file")
    assert beside.is_dir()


def test_a_long_update_is_announced_once(heeldiary: Heeldiary) -> None:
    heeldiary.home.mkdir()
    shutil.copy(sorted((Path(__file__).parent / "old").glob("*.db"))[-1], heeldiary.diary)
    announced: list[str] = []
    for _ in range(2):
        os.truncate(heeldiary.diary, LONG_BYTES + 1)  # SQLite counts the pages by the header
        open_to_write(str(heeldiary.diary), announce=announced.append).close()
    assert announced == ["Updating the diary for this version of heeldiary. It is large, so this takes a while."]
