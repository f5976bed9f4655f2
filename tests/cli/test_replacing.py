"""One score a day and foot: a new one replaces; an older one only if the person says which morning is meant."""

import pytest

from tests.runner import Heeldiary


def scores(heeldiary: Heeldiary) -> list[tuple[str, str, int]]:
    """Each score's day, foot and value."""
    return [(entry["day"], entry["foot"], entry["score"]) for entry in heeldiary.entries()]


def test_a_replaced_score_keeps_its_id_and_note_and_takes_the_new_time(heeldiary: Heeldiary) -> None:
    first = heeldiary.done("log", "left", "4", "--note", "stiff", "--json").json
    heeldiary.clock.set("2026-11-22T09:00:00")
    ran = heeldiary.done("log", "left", "6")
    assert "(was 4)" in ran.out
    assert ran.out.startswith("Saved: left foot, first steps, 6/10")
    (entry,) = heeldiary.entries()
    assert entry == {**first, "score": 6, "at": "2026-11-22T09:00:00.000+01:00"}


def test_a_new_note_replaces_the_old_one(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "4", "--note", "stiff")
    heeldiary.done("log", "left", "6", "--note", "better words")
    assert heeldiary.entries()[0]["note"] == "better words"


def test_both_feet_say_what_each_was(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "4", "right", "1")
    heeldiary.clock.set("2026-11-22T07:30:00")
    told = heeldiary.done("log", "left", "6", "right", "2").out.splitlines()
    assert "(was 4)" in told[0]
    assert "(was 1)" in told[1]
    heeldiary.done("undo")
    assert scores(heeldiary) == [("2026-11-22", "left", 4), ("2026-11-22", "right", 1)]


@pytest.mark.parametrize("moment", ["first-step", "average", "worst", "night"])
def test_these_moments_replace(heeldiary: Heeldiary, moment: str) -> None:
    heeldiary.done("log", "left", "4", "-m", moment)
    heeldiary.done("log", "left", "5", "-m", moment)
    heeldiary.done("log", "right", "6", "-m", moment)
    assert scores(heeldiary) == [("2026-11-22", "left", 5), ("2026-11-22", "right", 6)]


@pytest.mark.parametrize("moment", ["after-sitting", "after-activity"])
def test_these_moments_add(heeldiary: Heeldiary, moment: str) -> None:
    heeldiary.done("log", "left", "4", "-m", moment)
    heeldiary.clock.set("2026-11-22T23:00:00")
    assert "was" not in heeldiary.done("log", "left", "5", "-m", moment).out
    assert scores(heeldiary) == [("2026-11-22", "left", 4), ("2026-11-22", "left", 5)]


def test_a_score_is_as_old_as_the_time_given_with_it(heeldiary: Heeldiary) -> None:
    heeldiary.clock.set("2026-11-22T12:30:00")
    heeldiary.done("log", "left", "4", "--time", "07:00")
    assert "(was 4)" in heeldiary.done("log", "left", "5").out, "a correction"
    heeldiary.clock.set("2026-11-22T12:40:00")
    assert "already has first steps" in heeldiary.refused(2, "log", "left", "9").err
    heeldiary.done("log", "right", "4", "--time", "12:30")
    heeldiary.clock.set("2026-11-22T13:30:00")
    assert "(was 4)" in heeldiary.done("log", "right", "5").out


@pytest.mark.parametrize(
    ("moment", "later"),
    [("first-step", "2026-11-22T10:04:05.123"), ("average", "2026-11-22T19:04:05.123"),
     ("worst", "2026-11-22T19:04:05.123"), ("night", "2026-11-22T19:04:05.123")],
)  # fmt: skip
def test_within_its_hours_it_replaces(heeldiary: Heeldiary, moment: str, later: str) -> None:
    heeldiary.done("log", "left", "4", "-m", moment)
    heeldiary.clock.set(later)
    heeldiary.done("log", "left", "5", "-m", moment)
    assert scores(heeldiary) == [("2026-11-22", "left", 5)]


@pytest.mark.parametrize(
    ("moment", "later"),
    [("first-step", "2026-11-22T10:04:05.124"), ("first-step", "2026-11-22T16:00:00"),
     ("first-step", "2026-11-22T23:59:59"), ("first-step", "2026-11-23T03:40:00"),
     ("average", "2026-11-22T19:04:05.124"), ("worst", "2026-11-23T03:40:00"), ("night", "2026-11-23T00:00:00")],
)  # fmt: skip
def test_after_its_hours_a_script_has_to_say_what_is_meant(heeldiary: Heeldiary, moment: str, later: str) -> None:
    heeldiary.done("log", "left", "4", "-m", moment)
    heeldiary.clock.set(later)
    for argv in (("left", "5"), ("left", "5", "right", "3"), ("5", "3"), ("both", "5")):
        told = heeldiary.refused(2, "log", *argv, "-m", moment).err
        assert "--replace" in told
        assert "--day" in told
        assert ("--moment after-sitting" in told) == (moment == "first-step")
    assert scores(heeldiary) == [("2026-11-22", "left", 4)]


@pytest.mark.parametrize("said", [("--day", "today"), ("--day", "2026-11-22"), ("--replace",)])
def test_a_day_or_replace_says_it(heeldiary: Heeldiary, said: tuple[str, ...]) -> None:
    heeldiary.done("log", "left", "4")
    heeldiary.clock.set("2026-11-23T03:40:00")
    assert "(was 4)" in heeldiary.done("log", "left", "5", *said).out
    assert scores(heeldiary) == [("2026-11-22", "left", 5)]


def test_real_time_counts_not_the_clocks_face(heeldiary: Heeldiary) -> None:
    """Over the night in which the clocks go back, 11:30 on their face are 12:30 hours."""
    heeldiary.clock.set("2026-10-24T14:30:00")
    heeldiary.done("log", "left", "4", "-m", "night")
    heeldiary.clock.at = heeldiary.clock.at.fromisoformat("2026-10-25T01:00:00+00:00")
    assert heeldiary.clock.now().isoformat() == "2026-10-25T02:00:00+01:00"
    heeldiary.refused(2, "log", "left", "5", "-m", "night")


def test_a_day_before_may_be_replaced_by_naming_it(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "4")
    heeldiary.clock.set("2026-11-24T07:00:00")
    assert "(was 4)" in heeldiary.done("log", "left", "5", "--day", "2026-11-22").out
    assert heeldiary.entries()[0]["late"] is True


def test_a_person_is_asked_and_means_the_morning_there(heeldiary: Heeldiary, at_terminal: Heeldiary) -> None:
    heeldiary.done("log", "left", "4")
    heeldiary.clock.set("2026-11-23T03:40:00")
    ran = at_terminal.done("log", "left", "5", stdin="replace\n")
    assert "22 Nov 2026" in ran.err
    assert "23 Nov 2026" in ran.err
    assert "(was 4)" in ran.out
    assert scores(heeldiary) == [("2026-11-22", "left", 5)]


def test_a_person_is_asked_and_means_the_new_morning(heeldiary: Heeldiary, at_terminal: Heeldiary) -> None:
    heeldiary.done("log", "left", "4")
    heeldiary.clock.set("2026-11-23T03:40:00")
    assert "Mon 23 Nov 2026" in at_terminal.done("log", "left", "5", stdin="other\n").out
    assert scores(heeldiary) == [("2026-11-22", "left", 4), ("2026-11-23", "left", 5)]


@pytest.mark.parametrize("answer", ["", "\n", "neither\n", "what?\nno\n"])
def test_a_person_who_will_not_say_changes_nothing(heeldiary: Heeldiary, at_terminal: Heeldiary, answer: str) -> None:
    heeldiary.done("log", "left", "4")
    heeldiary.clock.set("2026-11-23T03:40:00")
    at_terminal.refused(2, "log", "left", "5", stdin=answer)


def test_a_wrong_answer_is_told_what_can_be_answered(heeldiary: Heeldiary, at_terminal: Heeldiary) -> None:
    heeldiary.done("log", "left", "4")
    heeldiary.clock.set("2026-11-23T03:40:00")
    said = at_terminal.done("log", "left", "5", stdin="what?\nr\n").err
    assert "The answer is one of replace, " in said
    assert ", neither, or its first letter." in said
    assert "The answer is" not in at_terminal.done("log", "left", "6", stdin="r\n").err


def test_a_clock_set_back_overwrites_nothing_unasked(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "4", "--day", "2026-11-01")
    heeldiary.clock.set("2026-11-01T08:00:00")
    heeldiary.refused(2, "log", "left", "5")
