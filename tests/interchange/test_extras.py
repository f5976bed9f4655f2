"""What an import brings besides entries, kind by kind: it comes along or is named, in one undo step."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.experiments.draw import draw
from heeldiary.domain.links.factors import FACTOR_NAMES, MOST_FACTORS
from heeldiary.domain.settings import SETTINGS
from heeldiary.interchange.tables import saved_rows
from heeldiary.store.action import KEPT, KeptRow, KeptTable, UndoStep
from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from heeldiary.store.routine.ask_first import all_answers, save_answers
from tests.runner import Heeldiary, files
from tests.sampling import fewer
from tests.standing_clock import SeededBytes, StandingClock

SEED = "0f" * 16
EXPERIMENT: KeptRow = {
    "question": "ice or not", "heads": "ice", "tails": "no ice", "foot": "left", "unit": "day",
    "outcome": "next-morning", "worth": 1, "factor": None, "first_day": "2026-11-20", "seed": SEED,
    "draw": draw(SEED, "day", 28), "done": "-" * 28, "stopped_on": None,
}  # fmt: skip
A_STEP, SINCE = "\npoint = 'a'\nseconds = 9\n", "2026-11-01"
ROWS: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "routine": ("mine", {"toml": f"[[step]]{A_STEP}"}, {"toml": f"[[step]]{A_STEP}title = 'x'\n"}),
    "plan": ("clinic", {"days": "daily", "times": 1, "since": SINCE}, {"days": "mon", "times": 2, "since": SINCE}),
    "pause": ("2026-11-21", {"last_day": "2026-12-01", "reason": "flu"}, {"last_day": "2026-12-02", "reason": ""}),
    "factor": (
        "massage", {"position": 1, "declared_on": "2026-11-01", "dropped_on": None},
        {"position": 1, "declared_on": "2026-11-02", "dropped_on": None},
    ),
    "experiment": ("kx3fabcd", EXPERIMENT, {**EXPERIMENT, "done": "y" + "-" * 27}),
    "dismissal": ("rising-left", {"dismissed_on": "2026-11-20"}, {"dismissed_on": "2026-11-21"}),
}  # fmt: skip
"""A key, a row, and another row of the same key."""
VALUES = {
    "affected-foot": ("left", "both"), "day-start": ("05:00", "06:00"), "week-start": ("sunday", "monday"),
    "baseline-from": ("2026-11-01", "none"), "sound": ("off", "on"), "theme": ("nord", "paper"),
    "cue-command": ("say {}", "none"),
}  # fmt: skip
KINDS = ("setting", "answers", *KEPT)


def values(name: str) -> tuple[str, str]:
    """Two values of a setting."""
    return (
        VALUES.get(name, ("61s", "62s")) if name in VALUES else ("60", "70") if name != "ready-seconds" else ("6", "7")
    )


def opened(heeldiary: Heeldiary) -> Diary:
    return Diary(open_to_write(str(heeldiary.diary)), heeldiary.clock, heeldiary.random)


def change(heeldiary: Heeldiary, what: Callable[[UndoStep], None]) -> None:
    with opened(heeldiary) as diary, diary.action("by hand") as action:
        what(action)


def add(heeldiary: Heeldiary, kind: str, which: int) -> None:
    """Put one thing of a kind into a diary, of the two with the same name the first or the second."""
    if kind == "setting":
        change(heeldiary, lambda action: action.set("theme", VALUES["theme"][which]))
    elif kind == "answers":
        row = {"day": "2026-11-02", "at": "2026-11-02T07:00:00.000+01:00", "outcome": "go"}
        change(
            heeldiary, lambda action: action.answer("answers1", {**row, "answers": json.dumps({"clot": bool(which)})})
        )
    else:
        key, *rows = ROWS[kind]
        table = cast(KeptTable, kind)
        change(heeldiary, lambda action: action.keep(table, key, rows[which]))


def state(heeldiary: Heeldiary) -> str:
    """All that an export holds."""
    return heeldiary.done("export").out


@pytest.fixture
def out(heeldiary: Heeldiary, tmp_path: Path) -> Callable[[], str]:
    def export() -> str:
        path = tmp_path / "out.jsonl"
        heeldiary.done("export", "-o", str(path), "--force")
        return str(path)

    return export


@pytest.fixture
def other(heeldiary: Heeldiary) -> Heeldiary:
    """Another diary, with a note in it."""
    made = heeldiary.other("other")
    made.done("log", "note", "hello")
    return made


def test_every_table_of_an_export_has_its_row_here() -> None:
    assert set(ROWS) == set(KEPT)
    assert set(VALUES) <= {setting.name for setting in SETTINGS}
    for setting in SETTINGS:
        assert all(setting.parse(value) is not ... for value in values(setting.name))


def test_a_routine_whose_name_differs_by_case_alone_is_the_diarys_own(
    heeldiary: Heeldiary, other: Heeldiary, out: Callable[[], str]
) -> None:
    mine, changed = ROWS["routine"][1:]
    change(heeldiary, lambda action: action.keep("routine", "Mine", changed))
    change(heeldiary, lambda action: action.keep("plan", "Mine", ROWS["plan"][1]))
    change(other, lambda action: action.keep("routine", "mine", mine))
    ran = other.done("import", out()).out
    assert "routine Mine: the diary has another" in ran
    assert "plan Mine: the routine of that name is not imported" in ran
    assert "Mine" not in state(other)
    change(other, lambda action: action.keep("routine", "mine", changed))
    assert "routine Mine" not in other.done("import", out()).out, "the same steps are there already"


@pytest.mark.grid(3)
@pytest.mark.parametrize("kind", KINDS)
def test_a_thing_comes_along_into_a_diary_that_holds_something(
    heeldiary: Heeldiary, other: Heeldiary, out: Callable[[], str], kind: str
) -> None:
    add(heeldiary, kind, 0)
    heeldiary.done("log", "left", "6")
    before, path = state(other), out()
    dry = other.done("import", path, "--dry-run").out
    assert state(other) == before
    ran = other.done("import", path).out
    assert dry.partition(":")[2] == ran.partition(":")[2], "a dry run says the same"
    first = ran.splitlines()[0]
    assert first.startswith("Imported: 1 entry (1 pain)")
    assert ("1 set of answers" if kind == "answers" else f"1 {kind}") in first
    lines = [
        line for line in state(heeldiary).splitlines() if '"settings"' in line or '"ask' in line or '"kept"' in line
    ]
    assert all(line in state(other).splitlines() for line in lines)
    again = other.done("import", path).out
    assert "Left out" not in again
    assert "Already there: 1 entry, 1 " in again
    other.done("undo")
    assert state(other) == before
    other.done("import", path)
    assert all(line in state(other).splitlines() for line in lines), "what was undone can be imported again"


@pytest.mark.parametrize("kind", KINDS)
def test_what_differs_stays_out_and_is_named(
    heeldiary: Heeldiary, other: Heeldiary, out: Callable[[], str], kind: str
) -> None:
    add(heeldiary, kind, 0)
    add(other, kind, 1)
    before, path = state(other), out()
    for argv in (["--dry-run"], []):
        ran = other.done("import", path, *argv).out.splitlines()
        (line,) = [number for number, line in enumerate(ran) if line.startswith("Left out: 1 ")]
        name = {"setting": "theme nord", "answers": "of Mon 2 Nov 2026", "pause": "from Sat 21 Nov 2026",
                "experiment": '"ice or not"'}.get(kind) or ROWS[kind][0]  # fmt: skip
        assert ran[line + 1].startswith(f"  {kind} {name}: "), ran
        assert len(ran[line + 1].partition(": ")[2]) > 5, "a reason"
    assert state(other) == before


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "answers"])
def test_what_the_person_took_out_stays_out_until_asked_for(
    heeldiary: Heeldiary, other: Heeldiary, out: Callable[[], str], kind: str
) -> None:
    add(heeldiary, kind, 0)
    path = out()
    other.done("import", path)
    full = state(other)
    if kind == "setting":
        change(other, lambda action: action.set("theme", None))
    else:
        table = cast(KeptTable, kind)
        change(other, lambda action: action.keep(table, ROWS[kind][0], None))
    without = state(other)
    assert "--again" in other.done("import", path).out
    assert state(other) == without
    other.done("import", path, "--again")
    assert state(other) == full


@pytest.mark.grid(4)
@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
@pytest.mark.parametrize("into", ["empty", "full"])
def test_every_setting_that_comes_in_is_listed_and_none_runs_anything(
    heeldiary: Heeldiary, other: Heeldiary, out: Callable[[], str], setting: Any, into: str
) -> None:
    value = values(setting.name)[0]
    change(heeldiary, lambda action: action.set(setting.name, value))
    target, path = (heeldiary.other("empty") if into == "empty" else other), out()
    for argv in (["--dry-run"], []):
        ran = target.done("import", path, *argv).out
        assert f"setting {setting.name}" in ran
        assert value in ran
        assert ("Left out: 1 setting" in ran) == setting.runs
        assert ("runs a program" in ran) == setting.runs
    came = json.dumps({"settings": {setting.name: value}}) in state(target)
    assert came == (not setting.runs)
    if setting.runs:
        dry = target.done("import", path, "--with-commands", "--dry-run").out
        assert f"setting {setting.name}: {value} (it runs a program)" in dry
        target.done("import", path, "--with-commands")
        assert json.dumps({"settings": {setting.name: value}}) in state(target)


def test_a_setting_that_holds_a_command_is_marked_as_such() -> None:
    assert {setting.name for setting in SETTINGS if "command" in setting.bounds} == {
        setting.name for setting in SETTINGS if setting.runs
    }


@pytest.mark.grid(3)
@pytest.mark.parametrize(
    ("here", "there", "comes"),
    [
        ({}, {}, False),
        ({"stopped_on": "2026-11-21"}, {}, True),
        ({"first_day": "2026-01-01"}, {}, True),
        ({}, {"stopped_on": "2026-11-21"}, True),
        ({}, {"first_day": "2026-01-01"}, True),
        ({}, {"first_day": "2026-11-30"}, False),
        ({"first_day": "2026-11-30"}, {}, False),
    ],
)
def test_one_experiment_at_a_time(
    heeldiary: Heeldiary, other: Heeldiary, out: Callable[[], str],
    here: dict[str, Any], there: dict[str, Any], comes: bool,
) -> None:  # fmt: skip
    change(heeldiary, lambda action: action.keep("experiment", "theirs01", {**EXPERIMENT, **there}))
    change(other, lambda action: action.keep("experiment", "mine0001", {**EXPERIMENT, **here, "question": "mine"}))
    ran = other.done("import", out()).out
    assert ('"ice or not": another experiment runs here' in ran) == (not comes)
    assert ('"theirs01"' in state(other)) == comes
    assert len(other.done("experiment", "list", "--json").out.splitlines()) >= 1


@fewer(4)
@given(st.sets(st.sampled_from(FACTOR_NAMES)), st.sets(st.sampled_from(FACTOR_NAMES)), st.booleans())
def test_never_more_factors_than_are_looked_at(
    tmp_path_factory: pytest.TempPathFactory, mine: set[str], theirs: set[str], dropped: bool
) -> None:
    folder = tmp_path_factory.mktemp("factors")
    one, two = (Heeldiary(folder / name, StandingClock(), SeededBytes(seed)) for seed, name in enumerate("ab"))
    mine, theirs = {*sorted(mine)[:MOST_FACTORS]}, {*sorted(theirs)[:MOST_FACTORS]}
    for heeldiary, names in ((one, mine), (two, theirs)):
        gone = "2026-11-20" if dropped and heeldiary is one else None
        for place, name in enumerate(sorted(names), 1):
            row: KeptRow = {"position": place, "declared_on": "2026-11-01", "dropped_on": gone}
            change(heeldiary, partial(UndoStep.keep, table="factor", key=name, row=row))
        heeldiary.done("log", "left", "6", "--day", "2026-11-01" if heeldiary is one else "2026-11-02")
    two.done("export", "-o", str(folder / "out.jsonl"))
    ran = one.done("import", str(folder / "out.jsonl")).out
    with opened(one) as diary:
        rows = saved_rows(diary).get("factor", {})
    assert sum(row["dropped_on"] is None for row in rows.values()) <= MOST_FACTORS
    assert all(rows[name]["dropped_on"] == ("2026-11-20" if dropped else None) for name in mine)
    new, held = theirs - mine, set() if dropped else mine
    assert set(rows) - mine == (new if len(new) + len(held) <= MOST_FACTORS else set())
    for name in theirs - set(rows):
        assert f"factor {name}: more than {MOST_FACTORS} would be checked together" in ran


def test_all_or_nothing_with_the_entries(heeldiary: Heeldiary, other: Heeldiary, out: Callable[[], str]) -> None:
    for kind in KINDS:
        add(heeldiary, kind, 0)
    heeldiary.done("log", "left", "6")
    other.done("log", "left", "5")
    before = files(other.home)
    other.refused(1, "import", out())
    assert files(other.home) == before
    other.done("import", out(), "--skip-conflicts")
    with opened(other) as diary:
        assert set(saved_rows(diary)) == set(KEPT)
        assert len(all_answers(diary)) == 1
        assert diary.sql.value("SELECT count(*) FROM action") == 3, "the note, the score, the import"


def test_an_answer_of_a_day_to_come_is_refused_and_one_at_the_end_of_time_holds(heeldiary: Heeldiary) -> None:
    given_on = {"id": "abcd0001", "at": "2026-11-02T07:00:00+01:00", "answers": "{}"}
    line = json.dumps({"ask_first": [{**given_on, "day": "9999-12-31"}]})
    assert "line 1" in heeldiary.refused(2, "import", "-", stdin=line).err
    with opened(heeldiary) as diary:
        answers = save_answers(diary, {"clot": False})
        late = answers._replace(day=answers.day.max)
    assert not late.hold_on(answers.day)


def test_what_means_nothing_is_listed_wherever_it_stands(heeldiary: Heeldiary) -> None:
    answers = {"id": "abcd0001", "day": "2026-11-02", "at": "2026-11-02T07:00:00+01:00", "answers": '{"moon": true}'}
    lines: list[Any] = [
        {"settings": {"colour": "red"}, "more": 1}, {"ask_first": [{**answers, "mood": 1}]},
        {"kept": {"later": {"x": {}}}},
        *[{"type": "massage", "day": "2026-11-02", "foot": "left", "finished": True, "mood": 3,
           "steps": [{"point": "a", "seconds": 9, "rhythm": 1}]}] * 2,
    ]  # fmt: skip
    ran = heeldiary.done("import", "-", stdin="\n".join(map(json.dumps, lines))).out
    for name, count, line in [
        ("settings, colour", "1 time", 1), ("more", "1 time", 1), ("ask_first, mood", "1 time", 2),
        ("ask_first, moon", "1 time", 2), ("kept, later", "1 time", 3), ("mood", "2 times", 4),
        ("steps 1, rhythm", "2 times", 4),
    ]:  # fmt: skip
        assert f"Ignored: the key {name}, {count}, first on line {line}\n" in f"{ran}\n"


def test_an_ignored_key_near_one_of_an_entry_is_asked_about(heeldiary: Heeldiary) -> None:
    lines = [
        {"type": "activity", "day": "2026-11-02", "kind": "walking", "steps": 900, "minuts": 9, "score": 3},
        {"type": "massage", "day": "2026-11-02", "foot": "left", "finished": True,
         "steps": [{"point": "a", "seconds": 9, "feling": "warm"}]},
    ]  # fmt: skip
    ran = heeldiary.done("import", "-", stdin="\n".join(map(json.dumps, lines))).out.splitlines()
    assert ran[1:] == [
        "Ignored: the key minuts, 1 time, first on line 1; did you mean minutes?",
        "Ignored: the key score, 1 time, first on line 1",
        "Ignored: the key steps 1, feling, 1 time, first on line 2; did you mean feeling?",
    ]


def test_very_many_keys_without_a_meaning_are_counted(heeldiary: Heeldiary) -> None:
    line = {"type": "note", "day": "2026-11-02", "note": "x", **{f"key{number}": 1 for number in range(1_000)}}
    ran = heeldiary.done("import", "-", stdin=json.dumps(line)).out.splitlines()
    assert len(ran) == 22
    assert ran[-1].startswith("Ignored: ")
