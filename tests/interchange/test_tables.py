"""Routines, plans, pauses, guided care and sore spots in an export: there and back, and held to bounds."""

import json
import tempfile
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.entries import Care, Entry, Guided, Massage
from heeldiary.domain.routine.built_in import BUILT_IN
from heeldiary.domain.routine.plan import Pause, make_pause
from heeldiary.domain.routine.shape import routine_from_shape
from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from heeldiary.store.routine.plans import save_pause, save_plan
from heeldiary.store.routine.routines import save_routine
from tests.cli.test_hostile_notes import fit_for_a_terminal
from tests.entry_strategies import NOTES, diaries
from tests.interchange.test_round_trip import machine, there_and_back
from tests.routine_strategies import routines
from tests.runner import Heeldiary
from tests.sampling import fewer

MINE = '[[step]]\npoint = "foot bath"\nseconds = 60\n'
PAUSES = st.builds(
    lambda first, days, reason: make_pause(first, first + timedelta(days=days), reason),
    st.dates(date(1900, 1, 1), date(9998, 1, 1)), st.integers(0, 366), NOTES,
)  # fmt: skip
PLANS = st.tuples(st.sampled_from(["daily", "mon sun", "every 2 days"]), st.integers(1, 9))


@fewer(4)
@given(diaries(5), st.lists(routines(), max_size=3), st.lists(PAUSES, max_size=2), st.lists(PLANS, max_size=3))
def test_there_and_back(
    entries: list[Entry], shapes: list[dict[str, object]], paused: list[Pause], planned: list[tuple[str, int]]
) -> None:
    """Whatever routines, plans and pauses there are, with and without entries."""
    with tempfile.TemporaryDirectory() as name:
        first = machine(Path(name), "first", 1)
        with Diary(open_to_write(str(first.diary)), first.clock, first.random) as diary:
            with diary.action("entries") as action:
                for entry in entries:
                    action.put(entry)
            made = [routine_from_shape(shape) for shape in shapes]
            for routine in made:
                if routine.name not in BUILT_IN:
                    save_routine(diary, routine)
            for routine_name, plan in zip(BUILT_IN, planned, strict=False):
                save_plan(diary, routine_name, *plan)
            for pause in paused:
                save_pause(diary, pause)
        there_and_back(Path(name), first)


def full(folder: Path) -> Heeldiary:
    """A diary with one of everything."""
    made = machine(folder, "full", 1)
    text = f"# by hand\ntitle = '[red]x\u202e'\n{MINE}"
    made.done("routine", "new", "-", stdin=f"name = 'mine'\n{text}")
    made.done("routine", "new", "evening", "--from", "heel-raise")
    made.done("routine", "plan", "mine", "every", "2", "days")
    made.done("routine", "plan", "clinic", "mon", "wed,", "3", "times")
    made.done("routine", "pause", "--until", "2026-12-01", "--note", "flu [/]")
    made.done("routine", "pause", "--from", "2027-01-01", "--until", "2027-01-01")
    session = {
        "foot": "left", "routine": "evening", "score_before": 4, "score_after": None, "finished": True,
        "started_at": "2026-11-02T07:00:00.000+01:00", "ended_at": None, "sore": ["heel-inner", "arch"],
        "steps": [{"point": "heel-raise", "seconds": 96, "repetitions": 12, "feeling": "warm"}],
    }  # fmt: skip
    massage = {"type": "massage", "foot": "right", "finished": True, "sore": ["calf-outer"],
               "steps": [{"point": "heel", "seconds": 60}]}  # fmt: skip
    lines: list[dict[str, Any]] = [{"type": "care", "kind": "strengthening", "session": session}, massage]
    text = "\n".join(json.dumps({**line, "day": "2026-11-02"}) for line in lines)
    made.done("import", "-", stdin=text)
    return made


def test_one_of_everything(tmp_path: Path) -> None:
    first = full(tmp_path)
    there_and_back(tmp_path, first)
    second = Heeldiary(tmp_path / "third", first.clock, first.random)
    second.done("import", str(tmp_path / "out.jsonl"))
    for argv in (("routine", "list"), ("routine", "show", "mine"), ("routine", "show", "mine", "--toml")):
        assert second.done(*argv).out == first.done(*argv).out
    care, massage = second.entries()
    assert care["session"]["sore"] == ["heel-inner", "arch"]
    assert care["session"]["steps"][0]["repetitions"] == 12
    assert massage["sore"] == ["calf-outer"]
    second.done("undo")
    assert (
        second.done("routine", "list").out
        == Heeldiary(tmp_path / "none", first.clock, first.random).done("routine", "list").out
    ), "one undo step takes all of it back"


def test_the_text_of_an_export_is_fit_for_a_terminal(tmp_path: Path) -> None:
    assert fit_for_a_terminal(full(tmp_path).done("export").out)


def test_an_old_export_has_no_such_line(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "6")
    assert '"kept"' not in heeldiary.done("export").out


def test_a_diary_that_holds_something_keeps_its_own(tmp_path: Path) -> None:
    first, second = full(tmp_path), machine(tmp_path, "second", 2)
    first.done("export", "-o", str(tmp_path / "out.jsonl"))
    second.done("log", "left", "6")
    second.done("routine", "new", "mine")
    before = second.done("routine", "show", "mine").out
    second.done("import", str(tmp_path / "out.jsonl"))
    assert second.done("routine", "show", "mine").out == before
    assert "evening" in second.done("routine", "list").out


def test_what_is_there_already_stays_in_a_diary_without_entries(tmp_path: Path) -> None:
    first, second = full(tmp_path), machine(tmp_path, "second", 2)
    first.done("export", "-o", str(tmp_path / "out.jsonl"))
    second.done("routine", "new", "mine", "--from", "heel-raise")
    second.done("import", str(tmp_path / "out.jsonl"))
    assert "strengthening" in second.done("routine", "show", "mine").out
    assert "evening" in second.done("routine", "list").out


PLAN = {"days": "daily", "times": 1, "since": "2026-11-22"}
PAUSE = {"last_day": "2026-12-01", "reason": "flu"}
FACTOR = {"position": 1, "declared_on": "2026-11-22", "dropped_on": None}
BAD: tuple[Any, ...] = (
    {"routine": []}, {"routine": "x"}, {"routine": {"mine": MINE}}, {"routine": {"mine": {"toml": 1}}},
    {"routine": {"mine": {"toml": ""}}}, {"routine": {"mine": {"toml": MINE.replace("60", "0")}}},
    {"routine": {"mine": {"toml": f"{MINE}# \x9b31m"}}}, {"routine": {"mine": {"toml": f"{MINE}# \ud800"}}},
    {"routine": {"mine": {"toml": f"title = 'a\u2028b'\n{MINE}"}}}, {"routine": {"mine": {"toml": MINE, "x": 1}}},
    {"routine": {"Clinic": {"toml": MINE}}}, {"routine": {"": {"toml": MINE}}}, {"routine": {"a/b": {"toml": MINE}}},
    {"routine": {"clinic": {"toml": MINE}}}, {"routine": {"m" * 41: {"toml": MINE}}},
    {"routine": {"mine": {"toml": f"{MINE}sets = {'9' * 5_000}"}}},
    {"routine": {"mine": {"toml": "x = " + "[" * 90_000}}},
    {"routine": {"mine": ["toml"]}}, {"plan": {"clinic": ["days", "times", "since"]}},
    {"plan": {"clinic": []}}, {"plan": {"clinic": {}}}, {"plan": {"clinic": {**PLAN, "days": "weekly"}}},
    {"plan": {"clinic": {**PLAN, "days": "Daily"}}}, {"plan": {"clinic": {**PLAN, "days": "daily, 2 times"}}},
    {"plan": {"clinic": {**PLAN, "days": "every 02 days"}}}, {"plan": {"clinic": {**PLAN, "days": 1}}},
    {"plan": {"clinic": {**PLAN, "days": "wed mon"}}}, {"plan": {"clinic": {**PLAN, "times": 0}}},
    {"plan": {"clinic": {**PLAN, "times": 10}}}, {"plan": {"clinic": {**PLAN, "times": True}}},
    {"plan": {"clinic": {**PLAN, "times": "1"}}}, {"plan": {"clinic": {**PLAN, "since": "today"}}},
    {"plan": {"clinic": {**PLAN, "since": None}}}, {"plan": {"clinic": {**PLAN, "since": "2026-02-30"}}},
    {"plan": {"CLINIC": PLAN}}, {"plan": {"\x1b[2J": PLAN}}, {"plan": {"clinic": {**PLAN, "note": ""}}},
    {"factor": {"masage": FACTOR}}, {"factor": {"Massage": FACTOR}}, {"factor": {"tag:": FACTOR}},
    {"factor": {"tag:\x1b[2J": FACTOR}}, {"factor": {"care:" + "x" * 41: FACTOR}}, {"factor": {"massage": {}}},
    {"factor": {"massage": {**FACTOR, "position": 0}}}, {"factor": {"massage": {**FACTOR, "position": 6}}},
    {"factor": {"massage": {**FACTOR, "position": "1"}}}, {"factor": {"massage": {**FACTOR, "position": True}}},
    {"factor": {"massage": {**FACTOR, "declared_on": None}}}, {"factor": {"": FACTOR}},
    {"factor": {"massage": {**FACTOR, "dropped_on": "2026-11-21"}}},
    {"factor": {"massage": {**FACTOR, "dropped_on": 1}}}, {"factor": {"massage": {**FACTOR, "declared_on": "today"}}},
    {"pause": {"2026-11-22": {}}}, {"pause": {"22.11.2026": PAUSE}}, {"pause": {"2026-12-02": PAUSE}},
    {"pause": {"1899-12-31": PAUSE}}, {"pause": {"2026-11-22": {**PAUSE, "last_day": 5}}},
    {"pause": {"2026-11-22": {**PAUSE, "reason": None}}}, {"pause": {"2026-11-22": {**PAUSE, "reason": "x" * 201}}},
    {"pause": {"2026-11-22": {**PAUSE, "reason": "a\x1b[2Jb"}}}, {"pause": {"2026-11-22": {**PAUSE, "reason": "a "}}},
    {"pause": {"2026-11-22": {**PAUSE, "reason": "\udcff"}}},
)  # fmt: skip


@pytest.mark.parametrize("kept", BAD, ids=range(len(BAD)))
def test_bad_ones_are_refused_with_the_line(heeldiary: Heeldiary, kept: Any) -> None:
    line = json.dumps({"kept": kept})
    told = heeldiary.refused(2, "import", "-", stdin=f"\n{line}\n").err
    assert told.startswith("heeldiary: line 2: ")
    assert "nothing was imported" in told
    assert fit_for_a_terminal(told)
    assert not heeldiary.home.exists()


def test_what_is_unknown_beside_them_is_passed_over(heeldiary: Heeldiary) -> None:
    rows = {"routine": {"mine": {"toml": MINE}}, "plan": {"mine": PLAN, "gone": PLAN}, "later": {"x": {"y": 1}}}
    heeldiary.done("import", "-", stdin=json.dumps({"kept": {**rows, "pause": {"2026-11-22": PAUSE}}}))
    assert "planned daily" in heeldiary.done("routine", "list").out, "a plan may be for a routine that is gone"
    heeldiary.done("routine", "plan", "gone", "none")


def test_an_export_that_was_changed_is_refused(tmp_path: Path) -> None:
    first, second = full(tmp_path), machine(tmp_path, "second", 2)
    told = first.done("export").out
    second.refused(2, "import", "-", stdin=told.replace("foot bath", "foot BATH"))
    lines = told.splitlines(keepends=True)
    body = "".join(line for line in lines[:-1] if '"kept"' not in line)
    end = {"end": {"entries": 2, "sha256": sha256(body.encode()).hexdigest()}}
    second.done("import", "-", stdin=f"{body}{json.dumps(end)}\n")
    assert "mine" not in second.done("routine", "list").out


def test_sore_spots_and_sessions_are_what_the_entries_tell(tmp_path: Path) -> None:
    first = full(tmp_path)
    with Diary(open_to_write(str(first.diary)), first.clock, first.random) as diary:
        care, massage = (entry.fact for entry in diary.entries())
    assert isinstance(care, Care)
    assert isinstance(care.session, Guided)
    assert isinstance(massage, Massage)
    assert (care.session.sore, massage.sore) == (("heel-inner", "arch"), ("calf-outer",))
