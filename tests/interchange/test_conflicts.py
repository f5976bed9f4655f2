"""Entries of a file that contradict the diary: said line by line, and a way out in both directions."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.entries import TYPES, Entry
from heeldiary.domain.entry_to_json import entry_to_json
from tests.domain.test_entry_json import GOOD
from tests.entry_strategies import diaries, slot
from tests.interchange.test_round_trip import machine
from tests.runner import Heeldiary, files

SECRET = "xyzzy plugh"
DAY = "2026-11-02"
CHANGED = {
    "pain": ("score", 5), "activity": ("minutes", 46), "sitting": ("minutes", 391), "massage": ("score_after", 3),
    "care": ("minutes", 41), "sore": ("areas", ["arch"]), "note": ("tags", ["rain"]),
}  # fmt: skip
"""Of each type a key, and another value for it."""


def write(path: Path, shapes: Sequence[Any]) -> str:
    path.write_text("".join(f"{json.dumps(shape)}\n" for shape in shapes), "utf-8")
    return str(path)


def mornings(number: int, score: int) -> list[dict[str, Any]]:
    """First steps of this many days, without an id."""
    return [
        {"type": "pain", "day": f"2026-10-{day:02}", "foot": "left", "moment": "first-step", "score": score,
         "note": SECRET}
        for day in range(1, number + 1)
    ]  # fmt: skip


def test_each_is_told_by_its_line_with_both_values(heeldiary: Heeldiary, tmp_path: Path) -> None:
    heeldiary.done("import", write(tmp_path / "mine.jsonl", mornings(3, 4)))
    others = [{"type": "sitting", "day": DAY, "minutes": 9}, *mornings(3, 6)]
    ran = heeldiary.refused(1, "import", write(tmp_path / "in.jsonl", others))
    told = ran.err.splitlines()
    assert len(told) == 5
    ids = {entry["day"]: entry["id"] for entry in heeldiary.entries()}
    for line, number, day in zip(told, (2, 3, 4), ("Thu 1", "Fri 2", "Sat 3"), strict=False):
        assert line.startswith(f"line {number}: {day} Oct 2026: ")
        assert "left foot, first steps, 6/10" in line
        assert "left foot, first steps, 4/10" in line
        assert ids[f"2026-10-0{number - 1}"] in line
    assert "3 entries" in told[3]
    assert "--skip-conflicts" in told[4]
    assert "--theirs" in told[4]
    assert SECRET not in ran.err


@pytest.mark.grid(3)
@pytest.mark.parametrize("kind", TYPES)
def test_whatever_differs_is_told_and_never_a_notes_words(heeldiary: Heeldiary, tmp_path: Path, kind: str) -> None:
    mine, (key, value) = {**GOOD[kind], "note": SECRET}, CHANGED[kind]
    for other in (
        {**mine, key: value},
        {**mine, "note": f"{SECRET} too"},
        {**mine, "day": "2026-11-21", "until": None},
    ):
        target = heeldiary.other(f"{kind}-{len(list(tmp_path.iterdir()))}")
        target.done("import", write(tmp_path / "mine.jsonl", [mine]))
        ran = target.refused(1, "import", write(tmp_path / "in.jsonl", [other]))
        assert ran.err.startswith("line 1: ")
        assert "the diary has" in ran.err
        assert "plugh" not in ran.err
        first = ran.err.splitlines()[0]
        theirs, mine_words = first.split("; the diary has ")
        assert theirs.partition("the file has ")[2] != mine_words.partition(" (id ")[0], "the two differ in words"


def test_there_are_never_more_than_a_screen_of_them(heeldiary: Heeldiary, tmp_path: Path) -> None:
    heeldiary.done("import", write(tmp_path / "mine.jsonl", mornings(28, 4)))
    ran = heeldiary.refused(1, "import", write(tmp_path / "in.jsonl", mornings(28, 6)))
    assert len(ran.err.splitlines()) == 23
    assert "and 8 more" in ran.err
    assert "28 entries" in ran.err
    left_out = heeldiary.done("import", str(tmp_path / "in.jsonl"), "--skip-conflicts").out
    assert "Left out: 28 entries" in left_out
    assert "and 8 more" in left_out
    assert len(left_out.splitlines()) == 23


def test_mine_stay_and_the_rest_comes(heeldiary: Heeldiary, tmp_path: Path) -> None:
    heeldiary.done("import", write(tmp_path / "mine.jsonl", mornings(3, 4)))
    before = heeldiary.entries()
    path = write(tmp_path / "in.jsonl", mornings(5, 6))
    for argv in (["--dry-run"], []):
        ran = heeldiary.done("import", path, "--skip-conflicts", *argv).out
        assert "2 entries (2 pain)" in ran.splitlines()[0]
        assert "Left out: 3 entries" in ran
    assert heeldiary.entries()[:3] == before
    assert [entry["score"] for entry in heeldiary.entries()] == [4, 4, 4, 6, 6]


def test_theirs_come_and_one_undo_brings_mine_back(heeldiary: Heeldiary, tmp_path: Path) -> None:
    heeldiary.done("import", write(tmp_path / "mine.jsonl", mornings(3, 4)))
    before = heeldiary.done("export").out
    path = write(tmp_path / "in.jsonl", mornings(5, 6))
    ran = heeldiary.done("import", path, "--theirs").out
    assert "5 entries (5 pain)" in ran
    assert "In place of yours: 3 entries" in ran
    assert [entry["score"] for entry in heeldiary.entries()] == [6] * 5
    assert "Already there: 5 entries" in heeldiary.done("import", path).out
    heeldiary.done("undo")
    assert heeldiary.done("export").out == before


def test_they_may_change_places(heeldiary: Heeldiary, tmp_path: Path) -> None:
    """Two scores whose days are swapped in the file: neither is in the other's way."""
    first, second = ({**GOOD["pain"], "id": f"score{n}", "day": f"2026-11-0{n}"} for n in (1, 2))
    heeldiary.done("import", write(tmp_path / "mine.jsonl", [first, second]))
    before = heeldiary.entries()
    swapped = [{**first, "day": second["day"]}, {**second, "day": first["day"]}]
    path = write(tmp_path / "in.jsonl", swapped)
    heeldiary.done("import", path, "--skip-conflicts")
    assert heeldiary.entries() == before
    heeldiary.done("import", path, "--theirs")
    assert {entry["id"]: entry["day"] for entry in heeldiary.entries()} == {one["id"]: one["day"] for one in swapped}
    heeldiary.done("undo")
    assert heeldiary.entries() == before


def test_what_a_line_does_not_say_stays_as_it_was(heeldiary: Heeldiary, tmp_path: Path) -> None:
    heeldiary.done("import", write(tmp_path / "mine.jsonl", [{**GOOD["pain"], "tags": ["rain"], "note": "words"}]))
    line = {key: GOOD["pain"][key] for key in ("id", "type", "day", "foot", "moment")} | {"score": 1}
    heeldiary.done("import", write(tmp_path / "in.jsonl", [line]), "--theirs")
    (entry,) = heeldiary.entries()
    assert entry == {**GOOD["pain"], "tags": ["rain"], "note": "words", "score": 1}


def test_two_lines_for_one_place_name_each_other(heeldiary: Heeldiary, tmp_path: Path) -> None:
    path = write(tmp_path / "in.jsonl", [*mornings(1, 4), *mornings(1, 6)])
    ran = heeldiary.refused(1, "import", path)
    assert ran.err.startswith("line 2: ")
    assert "line 1 already has left foot, first steps, 4/10" in ran.err
    for way in ("--skip-conflicts", "--theirs"):
        target = heeldiary.other(way)
        assert "Left out: 1 entry" in target.done("import", path, way).out
        assert [entry["score"] for entry in target.entries()] == [4]


def test_only_one_way_at_a_time(heeldiary: Heeldiary, tmp_path: Path) -> None:
    path = write(tmp_path / "in.jsonl", mornings(1, 4))
    heeldiary.refused(2, "import", path, "--skip-conflicts", "--theirs")


@given(diaries(8), diaries(8), st.lists(st.integers(0, 7), max_size=4))
def test_whichever_way_each_entry_is_mine_or_theirs(mine: list[Entry], theirs: list[Entry], shared: list[int]) -> None:
    """Whatever meets: --skip-conflicts changes nothing of mine, --theirs holds all of the file; undo takes it back."""
    for pick in shared:  # the same id with other content, and the same place under another id
        if pick < min(len(mine), len(theirs)):
            theirs[pick] = theirs[pick]._replace(id=mine[pick].id)
    theirs = [*{entry.id: entry for entry in theirs}.values()]
    with tempfile.TemporaryDirectory() as name:
        one = machine(Path(name), "one", 1)
        if mine:
            one.done("import", write(Path(name) / "mine.jsonl", [entry_to_json(entry) for entry in mine]))
        before = one.entries()
        path = write(Path(name) / "in.jsonl", [entry_to_json(entry) for entry in theirs])
        if not theirs:
            one.refused(2, "import", path)
            return
        export = one.done("export").out
        for way in ("--skip-conflicts", "--theirs"):
            dry = one.done("import", path, way, "--dry-run").out
            assert one.done("export").out == export
            ran = one.done("import", path, way).out
            assert dry.partition(":")[2].splitlines()[0] == ran.partition(":")[2].splitlines()[0]
            after = {entry["id"]: entry for entry in one.entries()}
            if way == "--skip-conflicts":
                assert all(after[entry["id"]] == entry for entry in before)
            wanted = [after.get(entry.id) for entry in theirs]
            for shape, entry in zip(map(entry_to_json, theirs), wanted, strict=True):
                if way == "--theirs":
                    assert entry is not None
                    assert {**entry, "visit": 0} == {**shape, "visit": 0} or _numbered(entry, shape)
            places = [place for entry in after.values() if (place := slot(entry))]
            assert len(places) == len(set(places))
            if "Imported: 0 entries" not in ran:
                one.done("undo")
            assert one.done("export").out == export


def _numbered(entry: dict[str, Any], shape: dict[str, Any]) -> bool:
    """Whether the two differ only in what the diary counts by itself: the visits of a course."""
    counted = ("visit", "course_visits")
    return {**entry, **dict.fromkeys(counted)} == {**shape, **dict.fromkeys(counted)} or any(
        # The same moment may be written with another offset.
        entry[key] != shape[key] and key in ("at", "started_at", "ended_at")
        for key in entry
    )


def test_nothing_is_created_by_a_conflict(heeldiary: Heeldiary, tmp_path: Path) -> None:
    path = write(tmp_path / "in.jsonl", [*mornings(1, 4), *mornings(1, 6)])
    heeldiary.refused(1, "import", path)
    heeldiary.refused(1, "import", path, "--dry-run")
    assert list(files(tmp_path)) == ["in.jsonl"]


def test_the_same_score_under_another_id_is_said_to_be_another_entry(heeldiary: Heeldiary, tmp_path: Path) -> None:
    heeldiary.done("import", write(tmp_path / "mine.jsonl", mornings(1, 6)))
    other = [{**mornings(1, 6)[0], "id": "another2another2"}]
    ran = heeldiary.refused(1, "import", write(tmp_path / "in.jsonl", other))
    assert "the diary has left foot, first steps, 6/10, as another entry (id " in ran.err
