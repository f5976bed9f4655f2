"""kill -9 at any moment: every acknowledged entry is saved, none is half saved, the file is intact."""

import json
import random
import subprocess
from pathlib import Path

import pytest

from tests.faults.children import Nursery, lines_before_the_end, start
from tests.runner import COMMAND, Process, files
from tests.sampling import sampled
from tests.store.connections import unwell

SEED = 20_261_122


def whole(process: Process) -> set[str]:
    """The ids of all entries, each of which has to be whole; no command may have anything to say."""
    listed = process("list", "--json")
    assert (listed.code, listed.err) == (0, "")
    for entry in listed.jsonl:
        assert entry["type"] != "massage" or entry["seconds"] == 330
        assert entry["type"] != "note" or entry["note"]
    return {entry["id"] for entry in listed.jsonl}


@pytest.mark.parametrize("kills", sampled((40, 100), (40,)))
def test_at_any_moment_while_a_script_logs(process: Process, kills: int) -> None:
    process.home.mkdir()
    complaints = process.home.parent / "complaints"
    nursery = Nursery(str(process.diary), str(complaints), process.surroundings({}))
    source = random.Random(SEED)
    told: set[str] = set()
    for number in range(kills):
        told |= set(nursery.raise_one(source))
        if number % 25 == 0:
            assert told <= whole(process)
        assert not process.diary.exists() or unwell(process.diary) == []
    nursery.close()
    assert complaints.read_text() == ""
    assert len(told) > kills // 4
    assert told <= whole(process)
    feet = [entry["foot"] for entry in process.entries() if entry["type"] == "pain"]
    assert feet.count("left") == feet.count("right")  # both feet of one command, or neither
    assert process("log", "left", "6").code == 0
    assert not (process.home / "diary.db-journal").exists()


@pytest.mark.parametrize("kills", sampled((5, 10), (5,)))
def test_at_any_moment_of_the_real_command(process: Process, kills: int) -> None:
    source = random.Random(SEED + 1)
    told: set[str] = set()
    for _ in range(kills):
        argv = [COMMAND, "log", "left", "3", "right", "4", "--moment", "after-activity", "--json"]
        with subprocess.Popen(argv, stdout=subprocess.PIPE, env=process.surroundings({})) as child:
            assert child.stdout
            lines = lines_before_the_end(child.stdout, source.random() * 0.15, child.pid)
        told |= {entry["id"] for line in lines for entry in json.loads(line)}
        listed = process("list", "--json")
        assert (listed.code, listed.err) == (0, "")
        assert told <= {entry["id"] for entry in listed.jsonl}
        assert len(listed.jsonl) % 2 == 0


@pytest.mark.thorough
@pytest.mark.parametrize("kills", sampled((4, 10), (4,)))
def test_while_it_imports(process: Process, tmp_path: Path, kills: int) -> None:
    assert process("log", "left", "6").code == 0
    shape = {"type": "activity", "day": "2026-11-02", "kind": "walking", "minutes": 1, "note": "words " * 20}
    lines = [json.dumps({**shape, "id": f"i{number:06}"}) for number in range(3_000)]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    source = random.Random(SEED + 2)
    counts = set()
    for _ in range(kills):
        with subprocess.Popen(
            [COMMAND, "import", str(tmp_path / "in.jsonl")], stdout=subprocess.PIPE, env=process.surroundings({})
        ) as child:
            assert child.stdout
            lines_before_the_end(child.stdout, 0.1 + source.random() * 0.5, child.pid)
        count = len(process.entries())
        counts.add(count)
        assert unwell(process.diary) == []
        if count == 3_001:
            assert process("undo").code == 0
            assert len(process.entries()) == 1
    assert counts <= {1, 3_001}
    assert process("import", str(tmp_path / "in.jsonl")).code == 0
    assert len(process.entries()) == 3_001


KILLED_BEFORE = """
import os, sys
from heeldiary.cli import main
event, *argv = sys.argv[1:]
sys.addaudithook(lambda name, _: os.kill(os.getpid(), 9) if name == event else None)
sys.argv = ["heeldiary", *argv]
main()
"""


def killed_before(process: Process, event: str, *argv: str) -> None:
    """Run a command that is killed just before it does something."""
    child = start(KILLED_BEFORE, [event, *argv], process.surroundings({}))
    out, err = child.communicate(timeout=60)
    assert (child.returncode, out, err) == (-9, b"", b"")


def test_before_the_first_diary_is_in_its_place(process: Process) -> None:
    killed_before(process, "os.link", "log", "left", "6")
    assert not process.diary.exists()
    assert process("list").code == 0
    ran = process("log", "left", "5")
    assert (ran.code, ran.err) == (0, "")
    assert [path.name for path in process.home.iterdir()] == ["diary.db"]  # and the half-built one is swept away


def test_before_an_export_is_in_its_place(process: Process, tmp_path: Path) -> None:
    assert process("log", "left", "6").code == 0
    out = tmp_path / "folder" / "out.jsonl"
    out.parent.mkdir()
    killed_before(process, "os.link", "export", "-o", str(out))
    assert not out.exists()
    ran = process("export", "-o", str(out))
    assert ran.code == 0, ran
    assert out.read_text() == process("export").out
    assert list(files(out.parent)) == ["out.jsonl"]  # and the unfinished one is swept away


def test_after_an_export_is_in_its_place(process: Process, tmp_path: Path) -> None:
    """It is whole, and the second name that it still has is swept away by the next one."""
    assert process("log", "left", "6").code == 0
    out = tmp_path / "folder" / "out.jsonl"
    out.parent.mkdir()
    killed_before(process, "os.remove", "export", "-o", str(out))
    assert out.read_text() == process("export").out
    assert process("export", "-o", str(out), "--force").code == 0
    assert list(files(out.parent)) == ["out.jsonl"]


def test_before_an_export_is_in_the_place_of_an_older_one(process: Process, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    assert process("log", "left", "6").code == 0
    assert process("export", "-o", str(out)).code == 0
    before = out.read_text()
    assert process("log", "right", "6").code == 0
    killed_before(process, "os.rename", "export", "-o", str(out), "--force")
    assert out.read_text() == before
