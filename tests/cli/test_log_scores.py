"""`heeldiary log SCORE`, `log left SCORE right SCORE` and their options; the echo."""

import pytest

from tests.runner import Heeldiary
from tests.standing_clock import StandingClock


def test_the_echo(heeldiary: Heeldiary) -> None:
    ran = heeldiary.done("log", "left", "6")
    assert ran.out == "Saved: left foot, first steps, 6/10, Sun 22 Nov 2026\n"
    assert ran.err == ""


def test_one_line_per_foot(heeldiary: Heeldiary) -> None:
    ran = heeldiary.done("log", "left", "6", "right", "0")
    assert ran.out.splitlines() == [
        "Saved: left foot, first steps, 6/10, Sun 22 Nov 2026",
        "Saved: right foot, first steps, 0/10, Sun 22 Nov 2026",
    ]


def test_a_bare_score_is_the_affected_foots_first_steps(heeldiary: Heeldiary) -> None:
    heeldiary.done("settings", "affected-foot", "right")
    heeldiary.done("log", "6")
    (entry,) = heeldiary.entries()
    assert (entry["foot"], entry["moment"], entry["score"]) == ("right", "first-step", 6)


def test_where_both_feet_are_affected_it_is_one_record_each(heeldiary: Heeldiary) -> None:
    heeldiary.done("settings", "affected-foot", "both")
    shapes = heeldiary.done("log", "6", "4", "--json").json
    assert [(shape["foot"], shape["score"]) for shape in shapes] == [("left", 6), ("right", 4)]
    assert shapes == heeldiary.entries()


def test_both_in_a_command_is_a_list(heeldiary: Heeldiary) -> None:
    shapes = heeldiary.done("log", "3", "--foot", "both", "--json").json
    assert [(shape["foot"], shape["score"]) for shape in shapes] == [("left", 3), ("right", 3)]


@pytest.mark.parametrize("argv", [("6", "--foot", "left"), ("left", "6")])
def test_one_score_is_one_entry_in_json(heeldiary: Heeldiary, argv: tuple[str, ...]) -> None:
    shape = heeldiary.done("log", *argv, "--json").json
    assert list(shape) == [
        "id", "type", "day", "at", "zone", "late", "source", "tags", "note", "time", "foot", "moment",
        "score",
    ]  # fmt: skip
    assert {key: value for key, value in shape.items() if key != "id"} == {
        "type": "pain", "day": "2026-11-22", "at": "2026-11-22T07:04:05.123+01:00", "zone": "Europe/Berlin",
        "late": False, "source": "typed", "tags": [], "note": "", "time": None, "foot": "left", "moment": "first-step",
        "score": 6,
    }  # fmt: skip


def test_the_feet_in_either_order_and_with_options_between(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "right", "2", "left", "6", "--moment", "worst")
    heeldiary.done("log", "6", "-f", "left", "-m", "night", "-d", "yesterday", "-n", "short forms")
    assert [(e["day"], e["foot"], e["moment"], e["score"], e["note"]) for e in heeldiary.entries()] == [
        ("2026-11-21", "left", "night", 6, "short forms"),
        ("2026-11-22", "left", "worst", 6, ""),
        ("2026-11-22", "right", "worst", 2, ""),
    ]


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("first-step", "first steps"), ("average", "average"), ("worst", "worst"), ("night", "night"),
        ("after-sitting", "after sitting"), ("after-activity", "after activity"),
    ],
)  # fmt: skip
def test_every_moment_and_score(heeldiary: Heeldiary, moment: str, words: str) -> None:
    for score in range(11):
        ran = heeldiary.done("log", "left", str(score), "--moment", moment, "--day", f"{score}d")
        assert f"left foot, {words}, {score}/10" in ran.out
    entries = heeldiary.entries()
    assert [entry["score"] for entry in entries] == list(range(10, -1, -1))
    assert {entry["moment"] for entry in entries} == {moment}


@pytest.mark.parametrize(
    ("day", "kept", "late"),
    [
        ("today", "2026-11-22", False), ("sun", "2026-11-22", False), ("yesterday", "2026-11-21", False),
        ("saturday", "2026-11-21", False), ("2d", "2026-11-20", True), ("mon", "2026-11-16", True),
        ("1900-01-01", "1900-01-01", True), ("2024-02-29", "2024-02-29", True),
    ],
)  # fmt: skip
def test_another_day(heeldiary: Heeldiary, day: str, kept: str, late: bool) -> None:
    shape = heeldiary.done("log", "left", "6", "--day", day, "--json").json
    assert (shape["day"], shape["late"], shape["at"]) == (kept, late, "2026-11-22T07:04:05.123+01:00")


def test_after_midnight_it_is_still_the_day_before(heeldiary: Heeldiary) -> None:
    heeldiary.clock.set("2026-11-23T00:30:00")
    assert heeldiary.done("log", "left", "6", "-m", "night", "--json").json["day"] == "2026-11-22"
    assert heeldiary.done("log", "left", "5", "-d", "yesterday", "--json").json["day"] == "2026-11-21"
    heeldiary.done("settings", "day-start", "00:00")
    assert heeldiary.done("log", "left", "6", "-m", "night", "--json").json["day"] == "2026-11-23"


def test_the_night_in_which_half_past_two_comes_twice(heeldiary: Heeldiary) -> None:
    heeldiary.clock.set("2026-10-25T02:30:00")
    first = heeldiary.done("log", "left", "6", "-m", "after-activity", "--json").json
    heeldiary.clock.at = heeldiary.clock.at.fromisoformat("2026-10-25T01:30:00+00:00")
    second = heeldiary.done("log", "left", "7", "-m", "after-activity", "--json").json
    assert (first["at"], second["at"]) == ("2026-10-25T02:30:00.000+02:00", "2026-10-25T02:30:00.000+01:00")
    assert [entry["score"] for entry in heeldiary.entries()] == [6, 7]


def test_a_journey_does_not_move_a_day(heeldiary: Heeldiary, home_in_tokyo: Heeldiary) -> None:
    heeldiary.done("log", "left", "6")
    before = heeldiary.entries()
    assert home_in_tokyo.entries() == before
    shape = home_in_tokyo.done("log", "right", "2", "--json").json
    assert (shape["day"], shape["at"], shape["zone"]) == ("2026-11-22", "2026-11-22T15:04:05.123+09:00", "Asia/Tokyo")
    assert home_in_tokyo.entries()[0] == before[0]


@pytest.fixture
def home_in_tokyo(heeldiary: Heeldiary) -> Heeldiary:
    """The same diary opened in Tokyo at the same moment."""
    clock = StandingClock("2026-11-22T15:04:05.123", "Asia/Tokyo")
    assert clock.at == heeldiary.clock.at
    return Heeldiary(heeldiary.home, clock, heeldiary.random)
