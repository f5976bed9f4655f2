"""What is typed into the first field goes where it belongs, however much of it is typed there."""

import pytest

from heeldiary.tui.entries.one_line import kind_and_amounts, kind_and_minutes, kind_and_named_minutes, suggestions
from tests.tui.stage import Stage

KINDS = ("walking", "ice", "Yoga 101")


@pytest.mark.parametrize(
    ("typed", "kind", "minutes"),
    [
        ("walk 1h 20", "walk", "1h 20"),
        ("tai chi 45", "tai chi", "45"),
        ("yoga  90 min", "yoga", "90 min"),
        ("walk 5", "walk", "5"),
    ],
)
def test_a_kind_and_its_duration(typed: str, kind: str, minutes: str) -> None:
    assert kind_and_minutes(typed, KINDS) == {"kind": kind, "minutes": minutes}


@pytest.mark.parametrize(
    ("typed", "amounts"),
    [
        ("Walking 1h 20 6000 steps", {"kind": "Walking", "minutes": "1h 20", "steps": "6000"}),
        ("tai chi 6,000 steps, 45 min", {"kind": "tai chi", "minutes": "45 min", "steps": "6,000"}),
        ("walk 6k steps", {"kind": "walk", "steps": "6k"}),
        ("walk 45", {"kind": "walk", "minutes": "45"}),
        ("Run 5 km", {"kind": "Run", "note": "5 km"}), ("run 5km 32", {"kind": "run", "minutes": "32", "note": "5km"}),
        ("run 5 km in 32 min", {"kind": "run", "minutes": "32 min", "note": "5 km"}),
        ("walk 3 miles 6k steps for 1h", {"kind": "walk", "minutes": "1h", "steps": "6k", "note": "3 miles"}),
        ("5 km", {}), ("yoga 101", {}), ("walk 10m", {"kind": "walk", "minutes": "10m"}),
        ("6000 steps", {}), ("two steps forward", {}), ("walk", {}),
    ],
)  # fmt: skip
def test_a_kind_its_duration_and_its_steps(typed: str, amounts: dict[str, str]) -> None:
    assert kind_and_amounts(typed, KINDS) == amounts


@pytest.mark.parametrize(
    "typed",
    [
        "walk 20 min and 25 min",
        "walk 20 min, run 10 min",
        "walk 2 x 20 min",
        "walk",
        "5",
        "45 min",
        "5 km run",
        "level 2 yoga",
        "walk 25h",
        "",
        "zone 2",
        "yoga  101",
    ],
)
def test_no_duration_is_at_its_end(typed: str) -> None:
    assert kind_and_minutes(typed, KINDS) == {}


def test_a_bare_number_behind_care_may_be_a_dose() -> None:
    assert kind_and_named_minutes("ibuprofen 400", KINDS) == {}
    assert kind_and_named_minutes("ice 15 min", KINDS) == {"kind": "ice", "minutes": "15 min"}


async def test_a_walk_in_one_line_is_saved_as_it_was_meant(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("a")
        await play.type("walk 1h 20")
        await play.press("enter")
        assert play.said.startswith("Saved: walking, 1 h 20")
        [entry] = stage.entries("activity")
        assert (entry["kind"], entry["minutes"]) == ("walking", 80)


@pytest.mark.parametrize("tabs", [1, 2])
async def test_a_distance_is_shown_its_place(stage: Stage, tabs: int) -> None:
    async with stage.play() as play:
        await play.press("a")
        await play.type("walk")
        await play.press(*["tab"] * tabs)
        await play.type("5 km")
        await play.press("enter")
        assert "a distance has no field of its own" in play.words("#problem")
        assert stage.entries("activity") == []


async def test_a_run_and_its_distance_in_one_line(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("a")
        await play.type("run 5 km in 32 min")
        await play.press("enter")
        [entry] = stage.entries("activity")
        assert (entry["kind"], entry["minutes"], entry["note"]) == ("running", 32, "5 km")


async def test_minutes_that_were_typed_stay(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("o")
        await play.type("set 2 h")
        await play.press("tab")
        await play.type("20")
        await play.press("enter")
        [entry] = stage.entries("care")
        assert (entry["kind"], entry["minutes"]) == ("set 2 h", 20)


def test_usual_kinds_are_suggested_before_ones_own() -> None:
    assert suggestions(["Walked the dog", "running"], ["walking", "running"]) == [
        "running",
        "walking",
        "Walked the dog",
    ]


async def test_the_start_of_a_usual_kind_is_that_kind_but_an_entry_keeps_its_own(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("a", *"walk", "down", *"20", "enter")
        assert stage.entries("activity")[0]["kind"] == "walking"
    stage.heeldiary.done("edit", "last", "--kind", "wal")
    async with stage.play() as play:
        await play.press("a", *"Walked the dog", "down", *"20", "enter")
        await play.press("a", *"walk", "tab", "2", "0", "enter")
        assert [entry["kind"] for entry in stage.entries("activity")][1:] == ["Walked the dog", "walking"]


async def test_a_kind_of_ones_own_that_ends_in_a_number_stays(stage: Stage) -> None:
    stage.heeldiary.done("log", "activity", "yoga 101", "--steps", "4000")
    async with stage.play() as play:
        await play.press("down", *["down"] * 3)
        play.app.screen.query_one("EntryRow").focus()
        await play.press("enter")
        assert play.dialog
        await play.press(*["tab"] * 5, *"nice", "enter")
        [entry] = stage.entries("activity")
        assert (entry["kind"], entry["minutes"], entry["note"]) == ("yoga 101", None, "nice")
        await play.press("a", *"yoga 101", "tab", "tab", *"3000", "enter")
        assert [entry["kind"] for entry in stage.entries("activity")] == ["yoga 101", "yoga 101"]


async def test_a_walk_with_steps_in_one_line(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("a")
        await play.type("Walking 1h 20 6000 steps")
        await play.press("enter")
        [entry] = stage.entries("activity")
        assert (entry["kind"], entry["minutes"], entry["steps"]) == ("walking", 80, 6000)


@pytest.mark.parametrize("typed", ["walk 20 min and 25 min", "run 5 km in 32:10"])
async def test_a_time_that_is_not_understood_becomes_no_name(stage: Stage, typed: str) -> None:
    async with stage.play() as play:
        await play.press("a")
        await play.type(typed)
        await play.press("enter")
        assert "how long it took is not understood" in play.words("#problem")
        assert stage.entries("activity") == []
