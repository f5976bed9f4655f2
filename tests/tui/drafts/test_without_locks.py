"""Draft files where the file system has no locks, and what else is in the way of a draft."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from heeldiary.errors import Refused
from heeldiary.store.entries.entry_state import EntryState
from heeldiary.tui.drafts.draft_files import Tree, WindowFile, _is_running, _set_aside, left_files
from heeldiary.tui.drafts.drafts import Draft, DraftOf, Drafts

TREE: Tree = {"/d.db": {"note": {"values": {"note": "half a"}, "base": {}}}}
LATER: Tree = {"/d.db": {"note": {"values": {"note": "later"}, "base": {}}}}


@pytest.fixture
def ended() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@pytest.fixture
def no_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system without locks."""
    fcntl = pytest.importorskip("fcntl")

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)


def put(folder: Path, name: str, tree: Tree) -> Path:
    """A file of drafts."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(json.dumps(tree))
    return path


@pytest.mark.usefixtures("no_locks")
def test_without_locks_a_file_is_its_processs_by_its_name(tmp_path: Path, ended: int) -> None:
    folder = tmp_path / "drafts"
    put(folder, f"{os.getpid()}-ab.json", TREE)
    put(folder, f"{os.getppid()}-ab.json", TREE)
    with left_files(str(folder)) as left:
        assert left.files == [], "those processes live"
    path = put(folder, f"{ended}-ab.json", LATER)
    before = put(folder, f"{2**70}-ab.json", TREE)
    os.utime(before, (1, 1))
    with left_files(str(folder)) as left:
        assert [(file.path, file.tree) for file in left.files] == [(str(path), LATER), (str(before), TREE)]


@pytest.mark.parametrize(("process", "runs"), [("", False), ("1a", False), ("٣", False), (str(2**70), False)])
def test_what_is_no_process_does_not_run(process: str, runs: bool) -> None:
    assert _is_running(process) == runs


def test_a_process_runs_until_it_has_ended(ended: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _is_running(str(os.getpid()))
    assert not _is_running(str(ended))

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "not yours")

    monkeypatch.setattr(os, "kill", refuse)
    assert _is_running("1"), "what may not be asked is taken to live"


def test_of_several_files_the_latest_comes_first_and_bad_ones_have_new_names(tmp_path: Path, ended: int) -> None:
    folder = tmp_path / "drafts"
    for number, tree in ((1, TREE), (3, LATER), (2, TREE)):
        os.utime(put(folder, f"{ended}-{number}.json", tree), (number, number))
    bad = put(folder, f"{ended}-4.json", {})
    bad.write_text("[1]")
    with left_files(str(folder)) as left:
        assert [Path(file.path).name for file in left.files] == [f"{ended}-{number}.json" for number in (3, 2, 1)]
        assert left.set_aside == [f"{bad}.unreadable"]
    bad.write_text("[1]")
    assert _set_aside(str(bad)) == f"{bad}.unreadable-2"
    bad.write_text("[1]")
    assert _set_aside(str(bad)) == f"{bad}.unreadable-3"


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_write_that_fails_leaves_no_file_and_what_was_there(
    tmp_path: Path, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "drafts"
    window = WindowFile(str(folder))
    window.write(TREE)

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    with monkeypatch.context() as patch:
        patch.setattr(os, call, refuse)
        with pytest.raises(OSError, match="no space"):
            window.write(LATER)
    (file,) = folder.iterdir()
    assert json.loads(file.read_text()) == TREE
    window.write({})
    assert [*folder.iterdir()] == []
    window.write({})
    window.close()


def test_drafts_without_a_diary_to_ask_are_kept_and_taken_by_name(tmp_path: Path) -> None:
    folder = str(tmp_path / "drafts")
    first = Drafts(folder, "/d.db")
    assert first.write()
    draft = Draft(DraftOf("care x", "Care", "x", "care 1"), {"kind": "ice"}, {"kind": ""}, "id")
    assert first.put(draft)
    assert first.put(Draft(DraftOf("note 1", "Note"), {"note": "half"}, {"note": ""}))
    assert first.unsafe == []
    first.close()
    second = Drafts(folder, "/d.db")
    assert sorted(one.of.form for one in second.waiting()) == ["care x", "note 1"]
    assert second.take(DraftOf("note 1"), {"note": "half"}) is None, "it says what stands there"
    taken = second.take(DraftOf("care x", "Care", "x"), {"kind": ""}, "new")
    assert taken == draft._replace(of=DraftOf("care x", "Care", "x"), new_id="new")
    assert second.waiting() == []
    assert second.take(DraftOf("care x", "Care", "x"), {"kind": "ice"}) is None
    second.drop("care x")
    second.close()
    assert [*(tmp_path / "drafts").iterdir()] == []


def test_an_entry_that_was_deleted_gives_its_draft_to_a_new_one(tmp_path: Path) -> None:
    states: dict[str, EntryState] = {"x": "deleted", "y": "here", "saved": "here"}

    def state(name: str) -> EntryState:
        if name == "broken":
            raise Refused("it cannot be read", "wait")
        return states.get(name, "unknown")

    folder = str(tmp_path / "drafts")
    first = Drafts(folder, "/d.db", state)
    for name, new_id in (("x", ""), ("y", ""), ("z", "saved"), ("w", "broken")):
        assert first.put(Draft(DraftOf(f"care {name}", "", name, "care 1"), {"kind": name}, {"kind": "-"}, new_id))
    first.close()
    second = Drafts(folder, "/d.db", state)
    assert sorted(draft.of.form for draft in second.waiting()) == ["care w", "care x", "care y"]
    assert second.take(DraftOf("care z"), {"kind": ""}) is None, "it was saved after all"
    taken = second.take(DraftOf("care 1", "Care"), {"kind": ""}, "new")
    assert taken == Draft(DraftOf("care 1", "Care", "x"), {"kind": "x"}, {}, "new")
    assert second.take(DraftOf("care 1", "Care"), {"kind": ""}, "newer") == taken._replace(of=taken.of, new_id="newer")
    assert second.take(DraftOf("care 1", "Care"), {"kind": "x"}) is None


def test_a_draft_that_cannot_be_written_stays_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "drafts").write_text("in the way")
    drafts = Drafts(str(tmp_path / "drafts"), "/d.db")
    draft = Draft(DraftOf("note 1", "Note"), {"note": "half"}, {})
    assert not drafts.put(draft)
    assert (drafts.problem, drafts.unsafe, drafts.is_safe("note 1")) == ("not a directory", [draft], False)
    (tmp_path / "drafts").unlink()
    assert drafts.write()
    assert (drafts.problem, drafts.unsafe, drafts.is_safe("note 1")) == ("", [], True)
    drafts.close()
