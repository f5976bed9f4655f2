"""The advice for what is typed in other words is the whole line that does what was meant."""

import re
import shlex

import pytest

from tests.runner import Heeldiary


@pytest.fixture
def left(heeldiary: Heeldiary) -> Heeldiary:
    """A diary of a left foot."""
    heeldiary.done("settings", "affected-foot", "left")
    return heeldiary


def advised(said: str) -> list[str]:
    """The command lines of a remedy."""
    return re.findall(r"(?:`|as in: |\*)heeldiary ([^`,;]*)", said.splitlines()[1])


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("evening 4 3 days ago", 'log 4 --moment average --day "3 days ago"'),
        ("evening 4 22 nov", 'log 4 --moment average --day "22 nov"'),
        ("evening 4 last tuesday", 'log 4 --moment average --day "last tuesday"'),
        ("evening 4 nov 20", 'log 4 --moment average --day "nov 20"'),
        ("6 5 nov 20", 'log 6 5 --day "nov 20"'),
        ("6 5 nov", 'log 6 --day "5 nov"'),
        ("evening 4 the day before yesterday", 'log 4 --moment average --day "the day before yesterday"'),
        ("first-step 5 22 nov", '5 --day "22 nov"'),
        ("log first-steps 6 5 last thursday", 'log 6 5 --day "last thursday"'),
        ("6 5 a week ago", 'log 6 5 --day "a week ago"'),
        ("5 last friday", 'log 5 --day "last friday"'),
        ("6 5 last thursday", 'log 6 5 --day "last thursday"'),
        ("5 this morning", "log 5"),
        ("4 3 this evening", "log 4 3 --moment average"),
        ("4 3 tonight", "log 4 3 --moment night"),
        ("left 5 last friday", 'log left 5 --day "last friday"'),
        ("massage calf 3m", "massage --calf 3m"),
        ("massage 10 left heel", "massage --heel 10 --foot left"),
        ("massage arch 2m heel 90s", "massage --arch 2m --heel 90s"),
        ("massage right 10 yesterday", "massage 10 --foot right --day yesterday"),
        ("running 5k 25m", 'running 25m --note "5k"'),
        ("run 5 km 25m yesterday", 'running 25m --note "5 km" --day yesterday'),
        ("run 5k 22 nov", 'running 45 --note "5k" --day "22 nov"'),
        ("medicine 400mg last friday", 'medicine --note "400mg" --day "last friday"'),
        ("45 min walk", "walk 45"),
        ("2 hours standing", "log activity standing 2h"),
        ("30 walk", "walk 30"),
        ("feet both", "settings affected-foot both"),
        ("settings feet both", "settings affected-foot both"),
        ("settings foot right", "settings affected-foot right"),
        ("footwear sneakers", 'footwear --note "sneakers"'),
        ("care insole gel", 'insoles --note "gel"'),
    ],
)
def test_the_line_says_all_that_was_typed(left: Heeldiary, typed: str, line: str) -> None:
    assert advised(left.refused(2, *typed.split()).err) == [line]
    left.done(*shlex.split(line))


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("log first-step 6 5 --day thursday", "6 5"),
        ("first-step 6 5 --day thursday", "6 5"),
        ("running 5k 25m --day tue", 'running 25m --note "5k"'),
        ("massage calf 3m --day thu", "massage --calf 3m"),
        ("tag work --day thu", 'note "" --tag work'),
        ("30 walk --day thu", "walk 30"),
        ("footwear sneakers --day thu", 'footwear --note "sneakers"'),
    ],
)
def test_the_options_follow(left: Heeldiary, typed: str, line: str) -> None:
    said = left.refused(2, *typed.split()).err
    assert advised(said) == [line]
    assert "and then the options" in said
    left.done(*shlex.split(line), *typed.split()[-2:])


def test_a_tag_goes_on_the_last_entry(left: Heeldiary) -> None:
    left.done("5")
    for typed in ("tag work", "tag last work", "tag #work"):
        (line,) = advised(left.refused(2, *typed.split()).err)
        left.done(*line.split())
    assert left.entries()[0]["tags"] == ["work"]


@pytest.mark.parametrize(
    "typed",
    [
        "5 --day 22 nov", "4 --day 31 oct", "5 --day 3 days ago", "5 --day last friday", "walk 45 --day last friday",
        "walk 45 --day 22 nov", "routine pause --until 2 dec",
    ],
)  # fmt: skip
def test_a_day_of_several_words_needs_quotes(left: Heeldiary, typed: str) -> None:
    said = left.refused(2, *typed.split()).err
    assert "a day of several words needs quotes" in said
    assert 'as in: "22 nov"' in said


@pytest.mark.parametrize(
    ("typed", "option"),
    [
        ("walk 45 last friday", '--day "last friday"'), ("sit 6h last friday", '--day "last friday"'),
        ("ice 10 last friday", '--day "last friday"'), ("ice last friday", '--day "last friday"'),
        ("mark arch yesterday", "--day yesterday"), ("mark arch last friday", '--day "last friday"'),
        ("list last friday", '--from "last friday"'), ("list this week", "--from mon"),
    ],
)  # fmt: skip
def test_a_day_is_an_option(left: Heeldiary, typed: str, option: str) -> None:
    assert f"did you mean {option}?" in left.refused(2, *typed.split()).err
    words = [word for word in typed.split() if word not in ("last", "friday", "yesterday", "this", "week")]
    left.done(*words, *shlex.split(option))


@pytest.mark.parametrize("typed", ["edit left 5", "edit monday 6", "edit walk 50"])
def test_an_edit_needs_an_id(left: Heeldiary, typed: str) -> None:
    said = left.refused(2, *typed.split()).err
    assert said.splitlines()[1] == "an edit needs an id, and `heeldiary show DAY` has them"


def test_a_value_of_two_words_is_no_score(left: Heeldiary) -> None:
    left.done("walk", "20")
    assert "--score" not in left.refused(2, "edit", "last", "--minutes", "5", "0").err


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("list walks", "list --type activity"),
        ("list walking", "list --type activity"),
        ("list icing", "list --type care"),
    ],
)
def test_a_kind_is_listed_by_its_type(left: Heeldiary, typed: str, line: str) -> None:
    left.done("walk", "20")
    left.done("ice")
    lines = advised(left.refused(2, *typed.split()).err)
    assert lines[0] == line
    left.done(*line.split())


def test_several_words_that_may_be_a_note_are_not_repeated(left: Heeldiary) -> None:
    said = left.refused(2, "care", "shoes", "new", "sneakers").err
    assert "heeldiary footwear --note TEXT" in said
    assert "sneakers" not in said


def test_standing_of_few_minutes_gets_the_hint_of_sitting(left: Heeldiary) -> None:
    assert left.done("stand", "2").err == "for 2 hours of standing: heeldiary edit last --minutes 2h\n"
    assert left.done("stand", "45").err == ""
    assert left.done("stand", "2m").err == ""


def test_an_id_in_capitals_is_found(left: Heeldiary) -> None:
    left.done("5")
    (entry,) = left.entries()
    assert left.done("edit", str(entry["id"])[:4].upper(), "--score", "6").code == 0
