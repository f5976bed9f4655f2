"""`heeldiary review`: the week in a picture, in words and in JSON, and its answer as a note."""

import json
import re
from datetime import timedelta

import pytest

from tests.cli.routine.test_plans import did
from tests.runner import Heeldiary
from tests.standing_clock import StandingClock


def five_weeks(heeldiary: Heeldiary) -> None:
    """35 mornings of the left foot up to Sunday 22 November, the last Thursday left out, and load in the last week."""
    heeldiary.done("settings", "affected-foot", "left")
    lines = [
        json.dumps({"type": "pain", "day": f"{day}", "foot": "left", "moment": "first-step", "score": 4 + n % 3})
        for n in range(35)
        if n != 3 and (day := (StandingClock().now() - timedelta(days=n)).date())
    ]
    (heeldiary.home.parent / "in.jsonl").write_text("\n".join(lines))
    heeldiary.done("import", str(heeldiary.home.parent / "in.jsonl"))
    heeldiary.done("log", "massage", "-f", "left", "--ki1", "90s", "--calf", "3m", "--day", "2d")
    heeldiary.done("log", "activity", "walking", "45", "--steps", "6200", "--day", "2d")
    heeldiary.done("log", "activity", "walking", "30", "--steps", "4000", "--day", "1d")
    heeldiary.done("log", "sitting", "6h30", "--day", "mon")
    heeldiary.done("log", "care", "stretching", "10")


def test_the_figures_are_those_of_trends(heeldiary: Heeldiary) -> None:
    five_weeks(heeldiary)
    found = heeldiary.done("review", "--json").json
    week = heeldiary.done("trends", "--json", "--weeks", "1").json["weeks"][0]
    foot = found["feet"][0]
    assert [found["week"], found["start"], found["to"]] == [week["week"], week["start"], "2026-11-22"]
    for key in ("mornings", "mean", "median", "lowest", "highest", "enough"):
        assert foot[key] == week[key], key
    logged = found["logged"]
    for key in ("activity_minutes", "steps", "sitting_minutes"):
        assert logged[key] == week[key], key
    assert logged["massages"]["left"] == {"sessions": week["massage_sessions"], "seconds": 270}
    assert logged["empty_days"] == ["2026-11-19"]
    assert foot["days"][3] is None
    assert foot["band"]["before"]["mornings"] == 28
    assert foot["band"]["low"] < foot["mean"] < foot["band"]["high"]
    assert foot["band"]["place"] == "inside"
    assert len(found["questions"]) == 3


def test_the_picture_and_the_words_tell_the_same(heeldiary: Heeldiary) -> None:
    five_weeks(heeldiary)
    drawn, told = heeldiary.done("review").out, heeldiary.done("review", "--plain").out
    for words in ("Week 47, 16 to 22 Nov 2026", "6 of 7 mornings", "median 5", "1 session", "stretching", "not logged",
                  "Nothing logged on Thu", "What was different this week?", "four weeks before: mean"):  # fmt: skip
        assert words in " ".join(drawn.split()), words
        assert words in told, words
    assert drawn.count("┊") > 5
    assert drawn.count("●") == 6 + 1
    assert told.isascii() or not re.search("[─-◿]", told)


def test_as_of_looks_at_nothing_after(heeldiary: Heeldiary, clock: StandingClock) -> None:
    five_weeks(heeldiary)
    heeldiary.done("review", "--note", "long after")
    seen = heeldiary.done("review", "--as-of", "2026-11-20", "--json").json
    assert (seen["to"], seen["whole"]) == ("2026-11-20", False)
    assert seen["feet"][0]["mornings"] == 4
    assert seen["logged"]["activity_minutes"] == 45
    assert seen["answers"] == []
    clock.forward(timedelta(days=400))
    assert heeldiary.done("review", "--as-of", "2026-11-20", "--json").json == seen
    for day, week in (("2026-11-18", "2026-W46"), ("2026-11-19", "2026-W47")):
        assert heeldiary.done("review", "--as-of", day, "--json").json["week"] == week


def test_an_answer_is_one_note_of_the_week_and_one_undo_step(heeldiary: Heeldiary, clock: StandingClock) -> None:
    five_weeks(heeldiary)
    before = heeldiary.done("list", "--json").out
    ran = heeldiary.done("review", "--note", "two long days\non my feet")
    assert ran.out == "Saved: note, the review of week 47, Sun 22 Nov 2026\n"
    note = heeldiary.done("list", "--json", "--type", "note").json
    assert (note["day"], note["tags"], note["note"]) == ("2026-11-22", ["review"], "two long days\non my feet")
    assert "two long days" in heeldiary.done("review").out
    found = heeldiary.done("review", "--json").json
    assert found["answers"][0]["id"] == note["id"]
    assert found["logged"]["note"] == [], "the week's notes are others"
    assert "review of 2026-W47" in heeldiary.done("undo").out
    assert heeldiary.done("list", "--json").out == before
    clock.forward(timedelta(days=2))  # a Tuesday: the last whole week is answered on its Sunday
    assert heeldiary.done("review", "--note", "-", stdin="later").out.endswith("Sun 22 Nov 2026\n")
    heeldiary.done("undo")
    named = heeldiary.done("review", "--week", "2026-W46", "--note", "x", "--json").json
    assert (named["day"], named["late"]) == ("2026-11-15", True)


def test_before_21_mornings_it_says_how_many_are_missing(heeldiary: Heeldiary) -> None:
    for day in range(5):
        heeldiary.done("log", "left", "5", "--day", f"{day}d")
    told = heeldiary.done("review").out
    assert "No band yet: 5 of 21 mornings; 16 more are needed." in told
    assert "░" not in told
    assert heeldiary.done("review", "--json").json["feet"][0]["missing"] == {"where": "diary", "have": 5, "need": 21}


def test_of_plans_it_tells_what_was_done_of_what_was_planned(heeldiary: Heeldiary, clock: StandingClock) -> None:
    heeldiary.done("routine", "plan", "clinic", "daily")
    assert "Plan, The clinic's massage: 0 of 1 planned." in heeldiary.done("review", "--plain").out
    clock.forward(timedelta(days=4))
    assert "0 of 7 planned" in heeldiary.done("review", "--plain").out
    assert "Plan" not in heeldiary.done("review", "--week", "2026-W46", "--plain").out


def test_of_plans_nothing_after_as_of_is_counted(heeldiary: Heeldiary) -> None:
    heeldiary.clock.set("2026-11-16T08:00:00")
    heeldiary.done("routine", "plan", "clinic", "mon", "wed", "fri", "sat")
    heeldiary.done("routine", "pause", "--from", "2026-11-21", "--until", "2026-11-25")
    did(heeldiary, "clinic", 16, 20)
    heeldiary.clock.set("2026-11-22T08:00:00")
    assert heeldiary.done("review", "--json").json["plans"] == [{"routine": "clinic", "done": 2, "planned": 3}]
    seen = heeldiary.done("review", "--as-of", "2026-11-19", "--json").json
    assert seen["plans"] == [{"routine": "clinic", "done": 1, "planned": 3}]


def test_a_hostile_kind_and_note_stay_data(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "5")
    heeldiary.done("log", "care", "[bold]\u202e界")
    heeldiary.done("review", "--note", "a\x1b[31mb[red]c")
    for option in ((), ("--plain",)):
        told = heeldiary.done("review", *option).out
        assert "\x1b" not in told
        assert "\u202e" not in told
        assert "[bold]" in told
        assert "[red]c" in told


def test_without_a_diary_it_prints_an_empty_week_and_makes_none(heeldiary: Heeldiary) -> None:
    assert "Nothing logged this week." in heeldiary.done("review", "--plain").out
    assert heeldiary.done("review", "--json").json["feet"][0]["mornings"] == 0
    assert not heeldiary.home.exists()


@pytest.mark.parametrize(
    "argv",
    ["--week 2026-W48", "--week now", "--as-of 2026-11-23", "--note", "--as-of mon --note x", "--foot left"],
)
def test_what_it_cannot_take_is_refused(heeldiary: Heeldiary, argv: str) -> None:
    ran = heeldiary("review", *argv.split())
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 2
    assert not heeldiary.home.exists()
    assert heeldiary("review", "--note", " ").code == 2


def test_care_that_lasts_is_of_each_of_its_days(heeldiary: Heeldiary) -> None:
    heeldiary.done("settings", "affected-foot", "left")
    heeldiary.done("care", "insoles", "--day", "2026-11-02", "--until", "2026-11-17")
    heeldiary.done("care", "taping", "--day", "2026-11-19", "--until", "2026-11-25")
    said = heeldiary.done("review", "--week", "week 47", "--plain").out.splitlines()
    insoles = "insoles, since Mon 2 Nov 2026, until Tue 17 Nov 2026"
    assert f"Care: taping; {insoles}, on Mon, Tue, Thu, Fri, Sat, Sun." in said
    assert "Nothing logged on Wed." in said
    assert re.search(r"^Care +■  ■  ·  ■  ■  ■  ■  taping; insoles", heeldiary.done("review").out, re.MULTILINE)
