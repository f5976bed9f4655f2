"""Two affected feet at the command line: one score is never taken for both, and two are left and right."""

from itertools import product

import pytest

from tests.runner import Heeldiary

MOMENTS = ("first-step", "average", "worst", "night", "after-sitting", "after-activity")


def scores(heeldiary: Heeldiary) -> dict[str, int]:
    """The score of each foot."""
    return {entry["foot"]: entry["score"] for entry in heeldiary.entries()}


@pytest.fixture
def both(heeldiary: Heeldiary) -> Heeldiary:
    """A diary that knows that both feet hurt."""
    heeldiary.done("settings", "affected-foot", "both")
    return heeldiary


@pytest.mark.grid(4)
@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("options", [(), ("--day", "yesterday"), ("--replace",), ("--note", "x"), ("--json",)])
def test_one_score_is_refused_and_the_remedy_names_three_ways(
    both: Heeldiary, moment: str, options: tuple[str, ...]
) -> None:
    both.done("log", "left", "3", "right", "2", "--moment", moment)
    told = both.refused(2, "log", "6", "--moment", moment, *options).err
    for way in ("log left 6", "log 6 4", "log both 6"):
        assert f"heeldiary {way}" in told


def test_a_person_at_a_terminal_is_refused_as_well(both: Heeldiary, at_terminal: Heeldiary) -> None:
    at_terminal.refused(2, "log", "6", stdin="left\n")


@pytest.mark.parametrize("affected", ["left", "right", "both", None])
def test_two_scores_are_left_then_right_whatever_is_set(heeldiary: Heeldiary, affected: str | None) -> None:
    if affected:
        heeldiary.done("settings", "affected-foot", affected)
    ran = heeldiary.done("log", "6", "4")
    assert [line.partition(",")[0] for line in ran.out.splitlines()] == ["Saved: left foot", "Saved: right foot"]
    assert scores(heeldiary) == {"left": 6, "right": 4}
    heeldiary.done("undo")
    assert scores(heeldiary) == {}, "one command is one step"


@pytest.mark.parametrize("word", ["both", "Both", "B", "b"])
def test_the_same_for_both(both: Heeldiary, word: str) -> None:
    assert [entry["score"] for entry in both.done("log", word, "6", "--json").json] == [6, 6]
    both.done("log", "5", "--foot", word)
    assert scores(both) == {"left": 5, "right": 5}


@pytest.mark.grid(4)
@pytest.mark.parametrize(("left", "right"), product(["left", "Left", "LEFT", "l", "L"], ["right", "Right", "r", "R"]))
def test_the_foot_in_any_case(heeldiary: Heeldiary, left: str, right: str) -> None:
    heeldiary.done("log", right, "2", left, "6")
    assert scores(heeldiary) == {"left": 6, "right": 2}
    entry = heeldiary.done("log", "3", "--foot", left, "--moment", "after-sitting", "--json").json
    assert entry["foot"] == "left"
    assert heeldiary.done("edit", entry["id"], "--foot", right, "--json").json["foot"] == "right"
    assert heeldiary.done("log", "massage", "--foot", right, "--ki1", "90s", "--json").json["foot"] == "right"
    assert heeldiary.done("trends", "--foot", left, "--json").json["foot"] == "left"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("L", "left"), ("Left", "left"), ("RIGHT", "right"), ("b", "both"), ("Both", "both"), ("NONE", None)],
)
def test_the_setting_in_any_case_is_kept_as_one_word(heeldiary: Heeldiary, typed: str, kept: str | None) -> None:
    heeldiary.done("settings", "affected-foot", typed)
    assert heeldiary.done("settings", "--json").json["affected-foot"] == kept
    if kept:
        assert f'"{kept}"' in heeldiary.done("export").out


@pytest.mark.grid(4)
@pytest.mark.parametrize(
    "words",
    ["6 4 2", "6 walking", "6 left", "left", "left 6 right", "left 6 left 4", "both 6 left 4", "left 6 both 4",
     "left 6 4", "left right 6", "both", "both 6 4", "6 4 --foot left", "left 6 --foot left", "6 11", "11 6", "x 6"],
)  # fmt: skip
def test_what_names_no_foot_clearly_is_refused(both: Heeldiary, words: str) -> None:
    both.refused(2, "log", *words.split())


def test_the_hint_for_two_feet_can_be_followed(both: Heeldiary) -> None:
    hint = both.done("nudge").out
    assert "heeldiary log SCORE SCORE" in hint
    assert both.done("status").out.endswith(hint)
    both.done("log", "left", "6")
    assert "heeldiary log right SCORE" in both.done("nudge").out
