"""Draft files: one per window, never taken from a running one; what is not a draft is left alone."""

import json
import os
import signal
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.tui.drafts.draft_files import MOST_BYTES, LeftFile, Tree, WindowFile, left_files

TREE: Tree = {"/d.db": {"note 2026-11-22": {"values": {"note": "half a"}}}}

CHILD = """
import sys
from heeldiary.tui.drafts.draft_files import WindowFile
window = WindowFile(sys.argv[1])
for line in sys.stdin:
    window.write({"/d.db": {"note": {"values": {"note": line.strip()}}}})
    print("written", flush=True)
"""

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of drafts that is not there yet, in one that is not there either."""
    return tmp_path / "data" / "drafts"


def left(folder: Path) -> list[LeftFile]:
    """The files that any window could take from."""
    with left_files(str(folder)) as found:
        return found.files


def test_a_living_window_keeps_its_file_and_a_closed_one_does_not(folder: Path) -> None:
    window = WindowFile(str(folder))
    for words in ("a", "ab", "abc"):
        window.write({"/d.db": {"note": {"values": {"note": words}}}})
        assert left(folder) == []
    window.close()
    (file,) = left(folder)
    assert file.tree == {"/d.db": {"note": {"values": {"note": "abc"}}}}
    assert stat.S_IMODE(os.stat(file.path).st_mode) == 0o600
    assert [stat.S_IMODE(path.stat().st_mode) for path in (folder, folder.parent)] == [0o700, 0o700]


def test_looking_creates_nothing(folder: Path) -> None:
    assert left(folder) == []
    WindowFile(str(folder)).write({})
    assert not folder.parent.exists()


def test_of_nothing_no_file_is_left(folder: Path) -> None:
    window = WindowFile(str(folder))
    window.write(TREE)
    window.write({})
    assert list(folder.iterdir()) == []
    window.write(TREE)
    window.close()
    assert len(left(folder)) == 1


def test_what_is_taken_from_is_nobody_elses_meanwhile(folder: Path) -> None:
    window = WindowFile(str(folder))
    window.write(TREE)
    window.close()
    with left_files(str(folder)) as first:
        assert len(first.files) == 1
        assert left(folder) == []
    assert len(left(folder)) == 1


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGSTOP])
def test_a_process_that_was_killed_lets_go_and_one_that_is_stopped_does_not(folder: Path, number: int) -> None:
    with subprocess.Popen([sys.executable, "-c", CHILD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          text=True) as child:  # fmt: skip
        assert child.stdin
        assert child.stdout
        for words in ("one", "two"):
            child.stdin.write(f"{words}\n")
            child.stdin.flush()
            assert child.stdout.readline() == "written\n"
        assert left(folder) == []
        child.send_signal(number)
        if number != signal.SIGSTOP:
            child.wait(60)
        told = [file.tree["/d.db"]["note"]["values"]["note"] for file in left(folder)]
        assert told == ([] if number == signal.SIGSTOP else ["two"])
        child.kill()


def test_what_a_killed_window_had_half_written_is_removed(folder: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "import os; print(os.getpid())"], stdout=subprocess.PIPE) as child:
        number = int(child.communicate()[0])
    folder.mkdir(parents=True)
    for process in (number, os.getpid()):
        (folder / f".{process}-abc.json.{process}-def.part").write_text("{")
    assert left(folder) == []
    assert [path.name for path in folder.iterdir()] == [f".{os.getpid()}-abc.json.{os.getpid()}-def.part"]


@pytest.mark.parametrize("place", ["drafts/1-ab.json", "drafts.json"])
@given(told=st.binary(max_size=40) | JSON.map(lambda value: json.dumps(value).encode()))
def test_any_bytes_are_read_or_left_beside_whole(place: str, told: bytes) -> None:
    with tempfile.TemporaryDirectory() as data:
        folder, file = Path(data) / "drafts", Path(data) / place
        folder.mkdir()
        file.write_bytes(told)
        with left_files(str(folder)) as found:
            assert len(found.files) + len(found.set_aside) == 1
        kept = Path(found.set_aside[0]) if found.set_aside else file
        assert kept.read_bytes() == told
        assert kept.parent == file.parent
        assert sum(path.is_file() for path in Path(data).rglob("*")) == 1
        with left_files(str(folder)) as again:
            assert again.set_aside == [], "it is said once"


@pytest.mark.parametrize(
    "text", [b"[" * 200_000, b'{"a":' * 200_000, b'{"/d.db": ' + b"9" * 5000 + b"}", b"\xff\xfe", b"null"]
)
def test_what_breaks_a_parser_is_left_beside(folder: Path, text: bytes) -> None:
    folder.mkdir(parents=True)
    for _ in range(3):
        (folder.parent / "drafts.json").write_bytes(text)
        assert left(folder) == []
    beside = sorted(path.name for path in folder.parent.iterdir())
    assert beside == ["drafts", "drafts.json.unreadable", "drafts.json.unreadable-2", "drafts.json.unreadable-3"]


def test_what_is_too_large_is_neither_read_nor_written(folder: Path) -> None:
    folder.mkdir(parents=True)
    with (folder / "1-ab.json").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert left(folder) == []
    assert (folder / "1-ab.json.unreadable").stat().st_size == MOST_BYTES + 1
    window = WindowFile(str(folder))
    window.write(TREE)
    with pytest.raises(OSError, match="large"):
        window.write({"/d.db": {"note": {"values": {"note": "x" * MOST_BYTES}}}})
    window.close()
    (there,) = left(folder)
    assert there.tree == TREE, "what was written before is whole"


@pytest.mark.parametrize("place", ["drafts/1-ab.json", "drafts.json"])
@pytest.mark.parametrize("kind", ["fifo", "link", "loop", "folder", "socket"])
def test_what_is_no_ordinary_file_is_not_touched(folder: Path, place: str, kind: str) -> None:
    folder.mkdir(parents=True)
    path = folder.parent / place
    elsewhere = folder.parent / "elsewhere"
    elsewhere.write_text(json.dumps(TREE))
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "socket":
        os.mknod(path, stat.S_IFSOCK | 0o600)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(elsewhere if kind == "link" else path)
    assert left(folder) == []
    assert os.path.lexists(path)
    assert elsewhere.read_text() == json.dumps(TREE)


def test_files_of_other_names_are_not_drafts(folder: Path) -> None:
    folder.mkdir(parents=True)
    for name in ("notes.json", "1-ab.txt", "-1.json", "x-1.json", "1-ab.json.unreadable"):
        (folder / name).write_text(json.dumps(TREE))
    assert left(folder) == []
    assert len(list(folder.iterdir())) == 5


def test_what_is_not_understood_in_a_file_outlives_what_is_taken_from_it(folder: Path) -> None:
    folder.mkdir(parents=True)
    tree = {"/d.db": {"note": {"note": "half a"}, "odd": [1, 2]}, "/other.db": {"sitting": {"minutes": "4"}}}
    (folder.parent / "drafts.json").write_text(json.dumps(tree))
    with left_files(str(folder)) as found:
        (file,) = found.files
        del file.tree["/d.db"]["note"]
        file.write()
    (again,) = left(folder)
    assert again.tree == {"/d.db": {"odd": [1, 2]}, "/other.db": {"sitting": {"minutes": "4"}}}
    with left_files(str(folder)) as found:
        for drafts in found.files[0].tree.values():
            drafts.clear()
        found.files[0].write()
    assert [path.name for path in folder.parent.iterdir()] == ["drafts"]


@pytest.mark.parametrize("in_the_way", ["folder", "data"])
def test_where_nothing_can_be_written_nothing_is_left(folder: Path, in_the_way: str) -> None:
    place = folder if in_the_way == "folder" else folder.parent
    place.parent.mkdir(exist_ok=True)
    place.write_text("a file")
    window = WindowFile(str(folder))
    with pytest.raises(OSError, match=r"[Nn]ot a directory"):
        window.write(TREE)
    assert left(folder) == []
    place.unlink()
    window.write(TREE)
    window.close()
    assert [file.tree for file in left(folder)] == [TREE]
