"""`heeldiary mark`: where a foot hurts without a session, and everything that is done with such an entry."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.areas import AREAS, parse_area, parse_areas
from heeldiary.errors import BadInput
from tests.runner import Heeldiary


@pytest.fixture
def left(heeldiary: Heeldiary) -> Heeldiary:
    """A diary that knows that the left foot hurts."""
    heeldiary.done("settings", "affected-foot", "left")
    return heeldiary


def marks(heeldiary: Heeldiary) -> list[tuple[str, str, list[str]]]:
    """The day, foot and areas of each entry."""
    return [(entry["day"], entry["foot"], entry["areas"]) for entry in heeldiary.entries() if entry["type"] == "sore"]


def test_it_is_saved_and_said(left: Heeldiary) -> None:
    ran = left.done("mark", "arch", "heel-inner")
    assert ran.out == "Saved: left foot, hurts at arch and inner heel, Sun 22 Nov 2026\n"
    assert marks(left) == [("2026-11-22", "left", ["arch", "heel-inner"])]
    for reader in (("show",), ("list",), ("status",)):
        assert "left foot, hurts at arch and inner heel" in left.done(*reader).out
    assert left.done("list", "--type", "sore", "--json").jsonl == left.entries()


def test_areas_are_added_to_those_of_the_day_each_once(left: Heeldiary) -> None:
    first = left.done("mark", "arch", "--json").json
    again = left.done("mark", "toes", "arch", "toes", "--json").json
    assert again == {**first, "areas": ["arch", "toes"]}
    left.done("mark", "ball", "--day", "yesterday")
    left.done("mark", "ball", "--foot", "R")
    assert marks(left) == [
        ("2026-11-21", "left", ["ball"]), ("2026-11-22", "left", ["arch", "toes"]), ("2026-11-22", "right", ["ball"]),
    ]  # fmt: skip


def test_taken_back_step_by_step(left: Heeldiary) -> None:
    states = [left.entries()]
    for argv in (("arch",), ("toes",), ("ball", "--foot", "both"), ("ball", "--day", "3d")):
        left.done("mark", *argv)
        states.append(left.entries())
    for state in reversed(states[:-1]):
        assert left.done("undo").out.startswith("Undone: ")
        assert left.entries() == state


def test_two_affected_feet_are_named(heeldiary: Heeldiary) -> None:
    heeldiary.done("settings", "affected-foot", "both")
    assert "--foot" in heeldiary.refused(2, "mark", "arch").err
    shapes = heeldiary.done("mark", "arch", "--foot", "both", "--json").json
    assert [shape["foot"] for shape in shapes] == ["left", "right"]
    assert heeldiary.done("undo").out.count("hurts at arch") == 2
    assert heeldiary.entries() == []


def test_the_way_to_the_first_mark_works_with_two_affected_feet(heeldiary: Heeldiary) -> None:
    heeldiary.done("settings", "affected-foot", "both")
    said = heeldiary.done("trends", "--view", "where", "--plain").out
    assert "heeldiary mark left arch." in " ".join(said.split())
    heeldiary.done("mark", "left", "arch")


def test_while_the_foot_is_not_known(heeldiary: Heeldiary, at_terminal: Heeldiary) -> None:
    assert "--foot" in heeldiary.refused(2, "mark", "arch").err
    assert not heeldiary.home.exists()
    at_terminal.done("mark", "arch", stdin="right\n")
    assert marks(heeldiary) == [("2026-11-22", "right", ["arch"])]
    assert heeldiary.done("settings", "--json").json["affected-foot"] == "right"


@pytest.mark.parametrize("typed", ["heal-inner", "arhc", "heel centre left", "", "3", "naïve", "h\u202e"])
def test_what_is_no_area_is_refused_with_all_that_are(left: Heeldiary, typed: str) -> None:
    ran = left.refused(2, "mark", "arch", typed)
    assert all(name in ran.err for name in AREAS)
    if typed in ("heal-inner", "arhc"):
        assert f"did you mean {'heel-inner' if typed == 'heal-inner' else 'arch'}?" in ran.err


@pytest.mark.parametrize(
    ("typed", "foot", "areas"),
    [
        ("the arch", "right", ["arch"]), ("my left arch", "left", ["arch"]), ("left the arch", "left", ["arch"]),
        ("the inner heel of my left foot", "left", ["heel-inner"]), ("arch and toes", "right", ["arch", "toes"]),
        ("the ball of the foot", "right", ["ball"]), ("left foot arch", "left", ["arch"]),
    ],
)  # fmt: skip
def test_fillers_change_nothing(heeldiary: Heeldiary, typed: str, foot: str, areas: list[str]) -> None:
    heeldiary.done("settings", "affected-foot", "right")
    heeldiary.done("mark", *typed.split())
    assert marks(heeldiary) == [("2026-11-22", foot, areas)]


@pytest.mark.parametrize(
    ("typed", "foot", "areas"),
    [
        ("heel inner", "left", ["heel-inner"]), ("heel centre", "left", ["heel-centre"]),
        ("inner heel left", "left", ["heel-inner"]), ("right heel inner", "right", ["heel-inner"]),
        ("left arch", "left", ["arch"]), ("back of the heel", "left", ["heel-back"]),
        ("heel inner arch calf outer", "left", ["heel-inner", "arch", "calf-outer"]),
        ("heel inner heel outer", "left", ["heel-inner", "heel-outer"]), ("hollow ball", "left", ["hollow", "ball"]),
    ],
)  # fmt: skip
def test_words_that_together_name_an_area(left: Heeldiary, typed: str, foot: str, areas: list[str]) -> None:
    left.done("mark", *typed.split())
    ((_, marked, names),) = marks(left)
    assert (marked, sorted(names)) == (foot, sorted(areas))


@pytest.mark.parametrize(
    "typed", ["heel", "arch heel", "heel toes heel", "left", "left arch right", "left toes -f left"]
)
def test_words_that_name_several_areas_or_feet_are_refused(left: Heeldiary, typed: str) -> None:
    left.refused(2, "mark", *typed.split())


@pytest.mark.parametrize(
    ("typed", "area"),
    [("Heel, inner side", "heel-inner"), ("inner heel", "heel-inner"), ("HEEL_BACK", "heel-back"), ("toe", "toes"),
     ("tendon", "achilles"), ("middle", "heel-centre"), ("Ball of the foot", "ball"), ("calf inner", "calf-inner")],
)  # fmt: skip
def test_titles_and_parts_that_mean_one_area(typed: str, area: str) -> None:
    assert parse_area(typed) == area


@given(st.lists(st.sampled_from([word for spot in AREAS.values() for word in (spot.name, spot.title)]), min_size=1))
def test_every_name_and_title_in_any_case_is_its_own_area(typed: list[str]) -> None:
    for words in typed:
        (name,) = (spot.name for spot in AREAS.values() if words in (spot.name, spot.title))
        assert {parse_area(words), parse_area(words.upper()), parse_area(f" {words} ")} == {name}
    names = [spot.name for words in typed for spot in AREAS.values() if words in (spot.name, spot.title)]
    assert parse_areas(", ".join(names)) == tuple(dict.fromkeys(names))


@given(st.text(max_size=12))
def test_anything_else_is_one_area_or_refused(typed: str) -> None:
    try:
        found = parse_area(typed)
    except BadInput:
        return
    assert found in AREAS


@pytest.mark.parametrize("typed", ["heel", "calf", "side", "heel side", "of"])
def test_words_that_mean_several_are_refused_with_these(left: Heeldiary, typed: str) -> None:
    told = left.refused(2, "mark", typed).err
    assert "say which" in told
    assert "toes" not in told


def test_edit_and_delete(left: Heeldiary) -> None:
    entry = left.done("mark", "arch", "toes", "--json").json
    left.done("mark", "ball", "--foot", "right")
    left.refused(2, "edit", entry["id"], "--foot", "right")
    left.refused(2, "edit", entry["id"], "--areas", "nose")
    left.refused(2, "edit", entry["id"], "--score", "3")
    changed = left.done("edit", entry["id"], "--areas", "heel-back,arch", "--day", "yesterday", "--json").json
    assert changed == {**entry, "areas": ["heel-back", "arch"], "day": "2026-11-21"}
    left.done("edit", entry["id"], "--foot", "right")
    left.done("edit", entry["id"], "--note", "after the stairs")
    assert "hurts at" in left.done("delete", entry["id"]).out
    assert marks(left) == [("2026-11-22", "right", ["ball"])]
    for _ in range(4):
        left.done("undo")
    assert marks(left) == [("2026-11-22", "left", ["arch", "toes"]), ("2026-11-22", "right", ["ball"])]


def test_export_and_import(left: Heeldiary) -> None:
    left.done("mark", "arch", "toes", "--day", "yesterday")
    whole = left.done("export").out
    file = left.home.parent / "whole.jsonl"
    file.write_text(whole, "utf-8")
    other = left.other("other")
    other.done("import", str(file))
    assert other.entries() == left.entries()
    assert other.done("export").out == whole
    other.done("undo")
    assert other.entries() == []


def test_the_review_has_its_line_only_in_a_week_with_marks(left: Heeldiary) -> None:
    left.done("log", "4")
    assert "Sore" not in left.done("review", "--plain").out
    assert left.done("review", "--json").json["logged"]["sore"] == []
    left.done("mark", "arch", "toes", "--day", "2026-11-19")
    left.done("mark", "arch", "--day", "2026-11-20")
    left.done("mark", "ball", "--day", "2026-11-20", "--foot", "right")
    told = left.done("review", "--plain").out
    assert "Sore: toes; arch on 2 days, on Thu, Fri." in told
    assert "ball" not in told
    assert left.done("review", "--json").json["logged"]["sore"] == ["2026-11-19", "2026-11-20"]


def test_a_clock_that_was_set_back_marks_no_day_of_the_past(left: Heeldiary) -> None:
    left.done("log", "4")
    left.clock.set("2025-11-22T09:00:00")
    assert "the clock is before your last entry" in left.refused(2, "mark", "arch").err
    left.done("mark", "arch", "--day", "today")
    assert marks(left) == [("2025-11-22", "left", ["arch"])]


def test_a_day_still_to_come_and_an_unknown_option(left: Heeldiary) -> None:
    left.refused(2, "mark", "arch", "--day", "2026-11-23")
    left.refused(2, "mark", "arch", "--score", "3")
    left.refused(2, "mark")


def test_an_import_of_two_entries_for_one_foot_and_day_is_whole_again(left: Heeldiary) -> None:
    lines = [{"type": "sore", "day": "2026-11-22", "foot": "left", "areas": [area]} for area in ("arch", "toes")]
    left.done("import", "-", stdin="".join(f"{json.dumps(line)}\n" for line in lines))
    left.done("mark", "ball")
    assert sorted(area for _, _, areas in marks(left) for area in areas) == ["arch", "ball", "toes"]


@pytest.mark.parametrize(
    "changed", [("--note", "new shoes"), ("--tag", "rain"), ("--areas", "toes"), ("--foot", "left"), ("--day", "today")]
)
def test_of_two_to_one_place_either_can_be_changed_where_it_is(left: Heeldiary, changed: tuple[str, str]) -> None:
    left.done("mark", "arch")
    shape = {"type": "sore", "day": "2026-11-22", "foot": "left", "areas": ["heel-inner"]}
    left.done("import", "-", stdin=json.dumps(shape))
    for entry in left.entries():
        left.done("edit", entry["id"], *changed)
    assert len(marks(left)) == 2


def test_a_third_is_not_brought_to_a_place_that_is_taken(left: Heeldiary) -> None:
    left.done("mark", "arch")
    left.done("mark", "toes", "--day", "yesterday")
    other = left.done("mark", "ball", "--foot", "right", "--json").json["id"]
    for move in (("--foot", "left"), ("--foot", "left", "--day", "yesterday")):
        assert "already" in left.refused(2, "edit", other, *move).err
