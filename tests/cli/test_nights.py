"""The small hours and naps at the command line: each answer at the terminal, and days called by their names."""

import pytest

from tests.runner import Heeldiary

SATURDAY, SUNDAY, MONDAY = "2026-11-21", "2026-11-22", "2026-11-23"


def scores(heeldiary: Heeldiary) -> set[tuple[str, str, int]]:
    """Each score's day, moment and value."""
    return {(entry["day"], entry["moment"], entry["score"]) for entry in heeldiary.entries()}


@pytest.mark.parametrize(
    ("now", "other"),
    [("2026-11-22T16:00:00", SATURDAY), ("2026-11-23T00:00:00", MONDAY), ("2026-11-23T03:59:59", MONDAY)],
)
def test_a_person_is_offered_all_that_may_be_meant(
    heeldiary: Heeldiary, at_terminal: Heeldiary, now: str, other: str
) -> None:
    there = (SUNDAY, "first-step", 7)
    for answer, expected in {
        "r": {(SUNDAY, "first-step", 5)},
        "after-sitting": {there, (SUNDAY, "after-sitting", 5)},
        "o": {there, (other, "first-step", 5)},
    }.items():
        heeldiary.clock.set("2026-11-22T07:04:05")
        heeldiary.done("log", "left", "7", "--replace")
        heeldiary.clock.set(now)
        ran = at_terminal.done("log", "left", "5", stdin=f"{answer}\n")
        assert "left foot 7 at 07:04" in ran.err
        assert scores(heeldiary) == expected
        heeldiary.done("undo")
        heeldiary.done("undo")
    heeldiary.clock.set("2026-11-22T07:04:05")
    heeldiary.done("log", "left", "7", "--replace")
    heeldiary.clock.set(now)
    at_terminal.refused(2, "log", "left", "5", stdin="n\n")


def test_a_nap_while_the_day_before_is_taken_says_what_it_would_replace(
    heeldiary: Heeldiary, at_terminal: Heeldiary
) -> None:
    heeldiary.done("log", "left", "3", "--day", "yesterday")
    heeldiary.done("log", "left", "7")
    heeldiary.clock.set("2026-11-22T16:00:00")
    ran = at_terminal.done("log", "left", "5", stdin="o\n")
    assert "Sat 21 Nov 2026 (replacing its 3)" in ran.err
    assert "(was 3)" in ran.out


@pytest.mark.parametrize(
    "remedy", [("--replace",), ("--day", "today"), ("--day", "yesterday"), ("-m", "after-sitting")]
)
def test_what_the_remedy_names_works(heeldiary: Heeldiary, remedy: tuple[str, ...]) -> None:
    heeldiary.done("log", "left", "7")
    heeldiary.clock.set("2026-11-22T16:00:00")
    heeldiary.refused(2, "log", "left", "5")
    heeldiary.done("log", "left", "5", *remedy)


def test_a_night_that_has_no_score_is_not_asked_about(heeldiary: Heeldiary) -> None:
    heeldiary.clock.set("2026-11-23T03:00:00")
    assert "Sun 22 Nov 2026" in heeldiary.done("log", "left", "7", "-m", "night").out
    heeldiary.clock.set("2026-11-23T03:02:00")
    heeldiary.done("log", "left", "6", "-m", "night")
    heeldiary.clock.set("2026-11-23T03:30:00")
    heeldiary.refused(2, "log", "left", "5", "-m", "night")


def test_the_hint_of_the_small_hours_names_the_day(heeldiary: Heeldiary) -> None:
    heeldiary.done("settings", "affected-foot", "left")
    heeldiary.clock.set("2026-11-23T01:00:00")
    for command in ("nudge", "status"):
        told = heeldiary.done(command).out
        assert "this morning" not in told
        assert "first steps of Sun 22 Nov 2026" in told
    heeldiary.clock.set("2026-11-23T04:00:00")
    assert "The left foot's first steps this morning" in heeldiary.done("nudge").out


@pytest.mark.parametrize("back", ["2026-11-22T06:04:05", "2025-11-22T07:04:05", "1970-01-02T00:30:00"])
def test_a_clock_set_back_is_said_and_asked(heeldiary: Heeldiary, at_terminal: Heeldiary, back: str) -> None:
    heeldiary.done("log", "left", "5")
    heeldiary.clock.set(back)
    told = heeldiary.refused(2, "log", "left", "3").err
    assert "the clock is before your last entry, of Sun 22 Nov 2026, 07:04" in told
    assert "--day" in told
    at_terminal.refused(2, "log", "left", "3", stdin="n\n")
    at_terminal.done("log", "left", "3", stdin="r\n" if back.startswith("2026") else "y\n")
    assert len(heeldiary.entries()) == (1 if back.startswith("2026") else 2)


@pytest.mark.parametrize(
    "argv", [("activity", "walking", "30"), ("sitting", "1h"), ("massage", "-f", "left", "--ki1", "90s"),
             ("care", "ice"), ("note", "x"), ("left", "3", "-m", "after-sitting")],
)  # fmt: skip
def test_nothing_at_all_is_logged_into_the_past_unasked(heeldiary: Heeldiary, argv: tuple[str, ...]) -> None:
    heeldiary.done("log", "left", "5")
    heeldiary.clock.set("2025-11-22T07:04:05")
    assert "--day" in heeldiary.refused(2, "log", *argv).err
    heeldiary.done("log", *argv, "--day", "today")


def test_in_the_small_hours_it_may_be_the_pain_of_the_night(at_terminal: Heeldiary) -> None:
    at_terminal.done("log", "left", "6")
    at_terminal.clock.set("2026-11-23T03:00:00")
    ran = at_terminal.done("log", "left", "7", stdin="t\n")
    assert "or is it tonight's pain?" in " ".join(ran.err.split())
    ran = at_terminal.done("log", "left", "8", stdin="tonight\n")
    assert "or is it tonight's pain (replacing its 7)?" in " ".join(ran.err.split())
    scores = {entry["moment"]: (entry["score"], entry["day"]) for entry in at_terminal.entries()}
    assert scores == {"first-step": (6, "2026-11-22"), "night": (8, "2026-11-22")}


def test_the_remedy_names_the_night_only_in_the_small_hours(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "6")
    heeldiary.clock.set("2026-11-22T16:00:00")
    assert "night" not in heeldiary.refused(2, "log", "left", "7").err
    heeldiary.clock.set("2026-11-23T00:00:00")
    assert "--moment night for pain at night" in heeldiary.refused(2, "log", "left", "7").err
    heeldiary.done("log", "left", "7", "--moment", "night")
    heeldiary.clock.set("2026-11-23T00:10:00")
    assert "--moment night" not in heeldiary.refused(2, "log", "left", "8", "--moment", "night").err
    heeldiary.clock.set("2026-11-23T04:00:00")
    heeldiary.done("log", "left", "7")
