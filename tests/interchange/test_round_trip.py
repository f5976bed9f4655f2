"""export -> import into an empty diary -> export gives the same bytes, for any diary."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.entries import Entry
from heeldiary.domain.entry_to_json import entry_to_json
from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from heeldiary.store.routine.ask_first import save_answers
from tests.entry_strategies import diaries
from tests.runner import Heeldiary, files
from tests.standing_clock import SeededBytes, StandingClock

SETTINGS = st.dictionaries(
    st.sampled_from(["affected-foot", "day-start", "ki1-seconds", "cue-command", "theme"]),
    st.integers(0, 1),
    max_size=3,
)
VALUES = {
    "affected-foot": ("left", "both"), "day-start": ("00:00", "11:59"), "ki1-seconds": ("60", "120"),
    "cue-command": ("say {}", "spd-say -- ☃"), "theme": ("nord", "paper"),
}  # fmt: skip


def machine(folder: Path, name: str, seed: int) -> Heeldiary:
    """The program on another machine, at another time and place."""
    zone = ("Europe/Berlin", "Asia/Kathmandu", "America/St_Johns")[seed % 3]
    return Heeldiary(folder / name, StandingClock("2026-11-22T12:00:00", zone), SeededBytes(seed))


def there_and_back(folder: Path, first: Heeldiary) -> None:
    """Export, import into an empty diary, export: the same bytes; and again: nothing changes."""
    second = machine(folder, "second", 2)
    out, again = folder / "out.jsonl", folder / "again.jsonl"
    first.done("export", "-o", str(out))
    second.done("import", str(out), "--with-commands")
    assert second.entries() == first.entries()
    second.done("export", "-o", str(again))
    assert again.read_bytes() == out.read_bytes()
    before = files(folder)
    for one in (first, second):
        one.done("import", str(out))
    assert files(folder) == before
    if second("undo").code == 0:
        assert second.entries() == []


@given(diaries(), SETTINGS)
def test_byte_for_byte(entries: list[Entry], settings: dict[str, int]) -> None:
    with tempfile.TemporaryDirectory() as name:
        first = machine(Path(name), "first", 1)
        with (
            Diary(open_to_write(str(first.diary)), first.clock, first.random) as diary,
            diary.action("a random diary") as action,
        ):
            for entry in entries:
                action.put(entry)
        for setting, pick in settings.items():
            first.done("settings", setting, VALUES[setting][pick])
        there_and_back(Path(name), first)


@pytest.mark.parametrize("logged", [False, True])
def test_with_answers_to_ask_first(tmp_path: Path, logged: bool) -> None:
    first = machine(tmp_path, "first", 1)
    with Diary(open_to_write(str(first.diary)), first.clock, first.random) as diary:
        save_answers(diary, {"clot": False, "skin": True})
    if logged:
        first.done("log", "left", "6")
    there_and_back(tmp_path, first)


@given(diaries(6), diaries(6))
def test_into_a_diary_that_holds_something(here: list[Entry], there: list[Entry]) -> None:
    """What is the same is skipped, what contradicts stops everything, the rest comes in as it was."""
    ids = {entry.id for entry in here}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one = machine(folder, "one", 1)
        with (
            Diary(open_to_write(str(one.diary)), one.clock, one.random) as diary,
            diary.action("what is here") as action,
        ):
            for entry in here:
                action.put(entry)
        lines = [json.dumps(entry_to_json(entry)) for entry in [*here, *there]]
        (folder / "in.jsonl").write_text("\n".join(lines))
        before = one.entries()
        ran = one("import", str(folder / "in.jsonl"))
        if ran.code == 0:
            assert len(one.entries()) == len(ids | {entry.id for entry in there})
            if len(one.entries()) > len(before):
                one.done("undo")
        assert ran.code in (0, 1, 2)
        assert one.entries() == before


def test_a_massage_of_very_many_points(tmp_path: Path) -> None:
    """A line that could be imported is exported as one that can be imported."""
    first, second = machine(tmp_path, "first", 1), machine(tmp_path, "second", 2)
    steps = [{"point": "a", "seconds": 1}] * 6_000
    line = {"type": "massage", "day": "2026-11-02", "foot": "left", "finished": True, "steps": steps}
    (tmp_path / "in.jsonl").write_text(json.dumps(line, separators=(",", ":")))
    if first("import", str(tmp_path / "in.jsonl")).code == 0:
        first.done("export", "-o", str(tmp_path / "out.jsonl"))
        second.done("import", str(tmp_path / "out.jsonl"))
        assert second.entries() == first.entries()
