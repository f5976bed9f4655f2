"""`heeldiary import`: all or nothing, one undo step, the same file twice adds nothing; conflicts; foreign files."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from heeldiary.store.routine.ask_first import all_answers, save_answers
from tests.runner import Heeldiary, Process, files

SHORT: list[dict[str, Any]] = [
    {"type": "pain", "day": "2026-11-02", "foot": "left", "moment": "first-step", "score": 6},
    {"type": "activity", "day": "2026-11-02", "kind": "Walking", "steps": 8000},
    {"type": "sitting", "day": "2026-11-02", "minutes": 300},
    {
        "type": "massage", "day": "2026-11-02", "foot": "right", "finished": True,
        "steps": [{"point": "ki1", "seconds": 90}],
    },
    {"type": "care", "day": "2026-11-02", "kind": "taping"},
    {"type": "note", "day": "2026-11-02", "note": "hello"},
]  # fmt: skip


def write(path: Path, *shapes: Mapping[str, Any]) -> str:
    """A file of JSON Lines."""
    path.write_text("".join(json.dumps(shape) + "\n" for shape in shapes), encoding="utf-8")
    return str(path)


@pytest.fixture
def elsewhere(tmp_path: Path) -> str:
    """A file of another program's entries, as short as possible."""
    return write(tmp_path / "in.jsonl", *SHORT)


def test_what_is_missing_is_filled_in(heeldiary: Heeldiary, elsewhere: str) -> None:
    ran = heeldiary.done("import", elsewhere)
    assert "6 entries" in ran.out
    entries = heeldiary.entries()
    assert len({entry["id"] for entry in entries}) == 6
    for entry in entries:
        assert (entry["at"], entry["zone"]) == ("2026-11-22T07:04:05.123+01:00", "Europe/Berlin")
        assert (entry["late"], entry["tags"]) == (False, [])
        assert entry["source"] not in ("typed", "routine")
    by_type = {entry["type"]: entry for entry in entries}
    assert by_type["activity"]["kind"] == "walking"
    assert by_type["massage"]["seconds"] == 90
    assert by_type["note"]["note"] == "hello"


def test_the_same_file_twice_adds_nothing(heeldiary: Heeldiary, elsewhere: str) -> None:
    heeldiary.done("import", elsewhere)
    heeldiary.clock.set("2026-11-25T07:00:00")
    before = files(heeldiary.home)
    ran = heeldiary.done("import", elsewhere)
    assert "0 entries" in ran.out
    assert files(heeldiary.home) == before


def test_two_lines_alike_are_two_entries(heeldiary: Heeldiary, tmp_path: Path) -> None:
    path = write(tmp_path / "in.jsonl", SHORT[1], SHORT[1], SHORT[1])
    heeldiary.done("import", path)
    assert len(heeldiary.entries()) == 3
    heeldiary.done("import", path)
    assert len(heeldiary.entries()) == 3


def test_one_undo_step(heeldiary: Heeldiary, elsewhere: str) -> None:
    heeldiary.done("log", "left", "1", "--note", "before")
    before = heeldiary.done("list", "--json").out
    heeldiary.done("import", elsewhere)
    heeldiary.done("undo")
    assert heeldiary.done("list", "--json").out == before
    heeldiary.done("import", elsewhere)
    assert len(heeldiary.entries()) == 7


def test_a_dry_run_changes_nothing(heeldiary: Heeldiary, elsewhere: str) -> None:
    ran = heeldiary.done("import", elsewhere, "--dry-run")
    assert "6 entries" in ran.out
    assert not heeldiary.home.exists()


def test_what_a_line_says_is_kept(heeldiary: Heeldiary, tmp_path: Path) -> None:
    full = {
        **SHORT[0], "id": "watch0001", "at": "2026-11-02T06:30:00+02:00", "zone": None, "late": True,
        "source": "Watch", "tags": ["Rain", "rain", "hills"], "note": " words\x07 ", "unknown": {"a": 1},
    }  # fmt: skip
    heeldiary.done("import", write(tmp_path / "in.jsonl", full))
    (entry,) = heeldiary.entries()
    assert entry == {
        "id": "watch0001", "type": "pain", "day": "2026-11-02", "at": "2026-11-02T06:30:00.000+02:00", "zone": None,
        "late": True, "source": "watch", "tags": ["Rain", "hills"], "note": "words", "time": None, "foot": "left",
        "moment": "first-step", "score": 6,
    }  # fmt: skip


def test_an_id_with_the_same_content_is_skipped_and_with_another_a_conflict(
    heeldiary: Heeldiary, tmp_path: Path
) -> None:
    entry = heeldiary.done("log", "left", "6", "--json").json
    new = {**SHORT[5], "id": "newone01"}
    assert "1 entry" in heeldiary.done("import", write(tmp_path / "in.jsonl", entry, new)).out
    other = {**entry, "score": 5}
    ran = heeldiary.refused(1, "import", write(tmp_path / "in.jsonl", other, {**SHORT[1], "id": "newone02"}))
    assert entry["id"] in ran.err
    assert len(heeldiary.entries()) == 2


def test_a_score_on_a_taken_day_is_a_conflict(heeldiary: Heeldiary, tmp_path: Path) -> None:
    heeldiary.done("log", "left", "4", "--day", "2026-11-02")
    path = write(tmp_path / "in.jsonl", *SHORT)
    before = files(heeldiary.home)
    ran = heeldiary("import", path)
    assert ran.code == 1
    assert "left foot, first steps, 6/10" in ran.err
    assert "2 Nov 2026" in ran.err
    assert files(heeldiary.home) == before
    assert heeldiary("import", path, "--dry-run").code == 1


def test_two_scores_for_one_place_in_one_file_are_a_conflict(heeldiary: Heeldiary, tmp_path: Path) -> None:
    heeldiary.refused(1, "import", write(tmp_path / "in.jsonl", SHORT[0], {**SHORT[0], "score": 5}))
    assert not heeldiary.home.exists()
    heeldiary.done(
        "import", write(tmp_path / "in.jsonl", SHORT[0], {**SHORT[0], "foot": "right"}, {**SHORT[0], "moment": "night"})
    )


def test_an_import_that_was_taken_back_can_be_made_again(heeldiary: Heeldiary, elsewhere: str) -> None:
    heeldiary.done("import", elsewhere)
    before = heeldiary.entries()
    heeldiary.done("undo")
    heeldiary.done("import", elsewhere)
    assert heeldiary.entries() == before


def test_answers_come_along_and_twice_adds_nothing(heeldiary: Heeldiary, tmp_path: Path) -> None:
    """An export of a diary in which nothing was logged yet but "ask first" was answered."""
    heeldiary.home.mkdir()
    with Diary(open_to_write(str(heeldiary.diary)), heeldiary.clock, heeldiary.random) as diary:
        answers = save_answers(diary, {"clot": False})
    heeldiary.done("export", "-o", str(tmp_path / "out.jsonl"))
    other = heeldiary.other("other")
    other.done("import", str(tmp_path / "out.jsonl"))
    with Diary(open_to_write(str(other.diary)), heeldiary.clock, heeldiary.random) as diary:
        assert all_answers(diary) == [answers]
    before = files(other.home)
    other.done("import", str(tmp_path / "out.jsonl"))
    assert files(other.home) == before


def test_from_stdin(process: Process, elsewhere: str) -> None:
    ran = process("import", "-", stdin=Path(elsewhere).read_bytes())
    assert ran.code == 0, ran
    assert len(process.entries()) == 6


def test_a_byte_order_mark_and_windows_line_ends(heeldiary: Heeldiary, tmp_path: Path) -> None:
    lines = "\r\n".join(json.dumps(shape) for shape in SHORT)
    (tmp_path / "in.jsonl").write_bytes(b"\xef\xbb\xbf" + lines.encode())
    heeldiary.done("import", str(tmp_path / "in.jsonl"))
    assert len(heeldiary.entries()) == 6


def test_the_longest_note_in_any_writing(heeldiary: Heeldiary, tmp_path: Path) -> None:
    """20,000 characters are 240,000 bytes if each is written as two escapes, as Python's json does."""
    path = write(tmp_path / "in.jsonl", {**SHORT[5], "note": "😀" * 20_000})
    heeldiary.done("import", path)
    assert heeldiary.entries()[0]["note"] == "😀" * 20_000


def test_steps_by_the_greater_source(heeldiary: Heeldiary, tmp_path: Path) -> None:
    """Typed steps and a watch's are both kept; which one counts is up to Trends."""
    heeldiary.done("log", "activity", "walking", "--steps", "5000", "--day", "2026-11-02")
    heeldiary.done("import", write(tmp_path / "in.jsonl", {**SHORT[1], "source": "watch"}))
    assert sorted(entry["steps"] for entry in heeldiary.entries()) == [5000, 8000]


@pytest.mark.parametrize(("day", "code"), [("2026-11-22", 0), ("2026-11-23", 0), ("2026-11-24", 2), ("2027-11-01", 2)])
def test_a_line_made_elsewhere_is_of_no_day_to_come(heeldiary: Heeldiary, tmp_path: Path, day: str, code: int) -> None:
    """Elsewhere it may be a day later already, not two."""
    line = {"type": "pain", "day": day, "foot": "left", "moment": "first-step", "score": 5}
    (tmp_path / "in.jsonl").write_text(json.dumps(line), "utf-8")
    ran = heeldiary("import", str(tmp_path / "in.jsonl"))
    assert ran.code == code
    assert ("line 1: its day is in the future" in ran.err) == (code == 2)


def test_an_export_of_ours_is_taken_whatever_its_days(heeldiary: Heeldiary, tmp_path: Path) -> None:
    """The clock was wrong once: what was saved then can still be restored."""
    heeldiary.clock.set("2027-06-01T07:00:00")
    heeldiary.done("log", "left", "5")
    heeldiary.done("export", "-o", str(tmp_path / "out.jsonl"))
    heeldiary.clock.set("2026-11-22T07:00:00")
    other = Heeldiary(tmp_path / "other", heeldiary.clock, heeldiary.random)
    assert "1 entry" in other.done("import", str(tmp_path / "out.jsonl")).out


def test_what_was_imported_as_json(heeldiary: Heeldiary) -> None:
    line = '{"type": "note", "day": "2026-11-02", "note": "x", "mood": 3}\n'
    counted = {"replaced": {}, "left_out": 0, "deleted": 0, "besides": [], "is_part": False, "unreadable": 0}
    ignored = {"mood": {"times": 1, "line": 1}}
    for dry_run in (["--dry-run"], []):
        shape = heeldiary.done("import", "-", "--json", *dry_run, stdin=line).json
        imported = {"dry_run": bool(dry_run), "imported": {"note": 1}, "present": 0, "ignored": ignored, **counted}
        assert shape == imported
    again = heeldiary.done("import", "-", "--json", stdin=line).json
    assert (again["imported"], again["present"]) == ({}, 1)
