"""`heeldiary export`: a header, the entries, the settings, a last line that proves it whole; a file or none."""

import json
import os
from hashlib import sha256
from pathlib import Path

import pytest

from tests.runner import Heeldiary, Process, files


@pytest.fixture
def filled(heeldiary: Heeldiary) -> Heeldiary:
    """Entries of three days and a setting."""
    heeldiary.done("log", "left", "4", "--day", "2d")
    heeldiary.done("log", "sitting", "6h30", "--day", "yesterday")
    heeldiary.done("log", "left", "6", "right", "2", "--note", "Füße\n☃")
    heeldiary.done("settings", "affected-foot", "both")
    return heeldiary


def test_header_entries_settings_and_a_last_line(filled: Heeldiary) -> None:
    told = filled.done("export").out
    header, *middle, end = (json.loads(line) for line in told.splitlines())
    assert "heeldiary" in header
    assert "type" not in header
    entries = [shape for shape in middle if "type" in shape]
    assert entries == filled.entries()
    assert [list(shape) for shape in entries] == [list(shape) for shape in filled.entries()]
    settings = [shape["settings"] for shape in middle if "settings" in shape]
    assert settings == [{"affected-foot": "both"}]
    last = told.splitlines(keepends=True)[-1]
    digest = sha256(told.removesuffix(last).encode()).hexdigest()
    assert digest in last
    assert "type" not in end
    counts = [value for shape in end.values() for value in shape.values() if isinstance(value, int)]
    assert counts == [len(entries)]


def test_no_clock_goes_in(filled: Heeldiary) -> None:
    before = filled.done("export").out
    filled.clock.set("2027-05-01T12:00:00")
    assert filled.done("export").out == before
    day = json.loads(before.splitlines()[0])
    assert "2026" not in json.dumps(day)


@pytest.mark.parametrize(
    ("argv", "count"), [("--from yesterday", 3), ("--to yesterday", 2), ("--type pain", 3), ("--type note", 0)]
)
def test_a_part(filled: Heeldiary, argv: str, count: int) -> None:
    lines = filled.done("export", *argv.split()).jsonl
    assert sum("type" in line for line in lines) == count


@pytest.mark.parametrize(("argv", "entries"), [("", "4 entries"), ("--type sitting", "1 entry")])
def test_the_file_and_the_number_of_entries_are_named(filled: Heeldiary, argv: str, entries: str) -> None:
    file = str(filled.home.parent / "d3.csv")
    said = filled.done("export", *argv.split(), "-o", file).err
    assert said == f"Exported: {entries} as JSON Lines in {file}; the file is whole and on the disk.\n"


def test_into_a_file(filled: Heeldiary, tmp_path: Path) -> None:
    told = filled.done("export").out
    ran = filled.done("export", "-o", str(tmp_path / "out.jsonl"))
    assert ran.out == ""
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == told
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "out.jsonl"]


def test_a_file_that_is_there_is_not_overwritten(filled: Heeldiary, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("mine")
    filled.refused(2, "export", "-o", str(out))
    assert out.read_text() == "mine"
    filled.done("export", "-o", str(out), "--force")
    assert out.read_text(encoding="utf-8") == filled.done("export").out


@pytest.mark.parametrize("name", ["", "folder", "missing/out.jsonl", "file/out.jsonl", "x" * 300])
def test_no_place_for_a_file(filled: Heeldiary, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("mine")
    before = files(tmp_path)
    for force in ([], ["--force"]):
        ran = filled("export", "-o", f"{tmp_path}/{name}", *force)
        assert ran.code in (1, 2), ran
        assert len(ran.err.splitlines()) == 2
        assert files(tmp_path) == before


def test_the_diary_itself_is_no_place_for_an_export(filled: Heeldiary) -> None:
    """Even with --force: it would be the end of the diary."""
    before = files(filled.home)
    ran = filled("export", "-o", str(filled.diary), "--force")
    assert ran.code in (1, 2), ran
    assert files(filled.home) == before


def test_a_bad_range_writes_no_file(filled: Heeldiary, tmp_path: Path) -> None:
    filled.refused(2, "export", "-o", str(tmp_path / "out.jsonl"), "--from", "today", "--to", "yesterday")
    filled.refused(2, "export", "-o", str(tmp_path / "out.jsonl"), "--type", "mood")


def test_an_unfinished_file_of_a_killed_export_is_no_hindrance(filled: Heeldiary, tmp_path: Path) -> None:
    """In a container the next export may well have the number of the killed one."""
    (tmp_path / f"out.jsonl.{os.getpid()}.part").write_text('{"heeldiary": "export"')
    filled.done("export", "-o", str(tmp_path / "out.jsonl"))
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == filled.done("export").out


def test_a_diary_that_is_not_there_gives_an_empty_export(heeldiary: Heeldiary) -> None:
    lines = heeldiary.done("export").jsonl
    assert not [line for line in lines if "type" in line]
    assert not heeldiary.home.exists()


def test_to_stdout_by_a_dash(filled: Heeldiary, process: Process) -> None:
    assert process("export", "-o", "-").out == filled.done("export").out
