"""A full disk: a sentence, exit 1, nothing lost, nothing half; and it goes on when there is room again."""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from heeldiary.domain.entries import Note
from heeldiary.errors import Refused
from heeldiary.store.diary import Diary
from heeldiary.store.recording import delete, log, set_setting
from tests.runner import Process, files
from tests.store.connections import unwell


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 400 KB, which only root can make; elsewhere `test_no_page_left` provokes the same in SQLite."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(place)], capture_output=True)
    if mounted.returncode:
        pytest.skip("a small disk can be mounted only by root: " + mounted.stderr.decode().strip())
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.fixture
def on_disk(disk: Path) -> Process:
    """The command with its home on the small disk."""
    return Process(disk / "home")


def fill(disk: Path, leave: int = 0) -> None:
    """Fill the disk but for some bytes."""
    with (disk / "filler").open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"x" * 4096)
    os.truncate(disk / "filler", max(0, (disk / "filler").stat().st_size - leave))


def test_logging_until_it_is_full(on_disk: Process, disk: Path) -> None:
    told = []
    for number in range(200):
        ran = on_disk("log", "note", "-", "--json", stdin=f"{number} {'words ' * 2_000}".encode())
        if ran.code:
            break
        told.append(ran.json)
    assert ran.code == 1
    assert len(told) > 3
    assert "disk is full" in ran.err
    assert len(ran.err.splitlines()) == 2
    assert ran.out == ""
    assert on_disk.entries() == told
    assert unwell(on_disk.diary) == []
    assert list(files(disk / "home")) == ["diary.db"]


@pytest.mark.grid(3)
@pytest.mark.parametrize("argv", ["delete", "undo", "log left 6", "settings theme nord", "edit"])
def test_changing_a_diary_on_a_full_disk(on_disk: Process, disk: Path, argv: str) -> None:
    on_disk("log", "note", "words " * 3_000)
    fill(disk)
    before = on_disk.entries(), on_disk.diary.read_bytes()
    words = [*argv.split(), *([before[0][0]["id"]] if argv in ("delete", "edit") else [])]
    ran = on_disk(*words, *(["--note", "more words " * 1_500] if argv == "edit" else []))
    assert ran.code in (0, 1)
    if ran.code == 1:
        assert "disk is full" in ran.err
        assert (on_disk.entries(), on_disk.diary.read_bytes()) == before
    assert unwell(on_disk.diary) == []
    os.unlink(disk / "filler")
    assert on_disk("log", "left", "6").code == 0


@pytest.mark.parametrize("leave", [0, 20_000, 100_000])
def test_a_first_diary_where_there_is_no_room(on_disk: Process, disk: Path, leave: int) -> None:
    fill(disk, leave)
    ran = on_disk("log", "left", "6")
    assert ran.code == 1, ran
    assert len(ran.err.splitlines()) == 2
    assert "crashed" not in ran.err
    assert not [name for name in files(disk) if name not in ("filler", "home")]
    os.unlink(disk / "filler")
    assert on_disk("log", "left", "6").code == 0


def test_an_export_for_which_there_is_no_room(on_disk: Process, disk: Path) -> None:
    for _ in range(4):
        on_disk("log", "note", "words " * 3_000)
    (disk / "out.jsonl").write_text("an older one")
    fill(disk, 8_192)
    ran = on_disk("export", "-o", str(disk / "out.jsonl"), "--force")
    assert ran.code == 1, ran
    assert len(ran.err.splitlines()) == 2
    assert (disk / "out.jsonl").read_text() == "an older one"
    assert set(files(disk)) == {"filler", "home", "home/diary.db", "out.jsonl"}


def test_an_import_for_which_there_is_no_room(on_disk: Process, disk: Path, tmp_path: Path) -> None:
    on_disk("log", "left", "6")
    before = on_disk.entries()
    lines = [json.dumps({"type": "note", "day": "2026-11-02", "note": f"{n} {'words ' * 200}"}) for n in range(400)]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    ran = on_disk("import", str(tmp_path / "in.jsonl"))
    assert ran.code == 1, ran
    assert "disk is full" in ran.err
    assert on_disk.entries() == before
    assert unwell(on_disk.diary) == []


def test_no_page_left(diary: Diary, home: Path) -> None:
    """SQLITE_FULL in each kind of change: refused in a sentence, nothing changed, the connection goes on."""
    first = log(diary, [Note()], note="x" * 15_000).entries[0]
    diary.sql.run(f"PRAGMA max_page_count = {diary.sql.value('PRAGMA page_count')}")
    before = diary.entries()
    for _ in range(2):
        with pytest.raises(Refused) as caught:
            log(diary, [Note()], note="y" * 20_000)
        assert "full" in caught.value.message
        with pytest.raises(Refused):
            set_setting(diary, "cue-command", "z" * 50_000)
        with suppress(Refused):  # the journal has to hold its words
            delete(diary, first)
            diary.undo()
        assert diary.entries() == before
    diary.sql.run("PRAGMA max_page_count = 1000000")
    log(diary, [Note()], note="y" * 20_000)
    assert len(diary.entries()) == 2
    assert unwell(home / "diary.db") == []
