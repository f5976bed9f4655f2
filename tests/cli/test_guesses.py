"""A refusal says how to write what was meant."""

import shlex

import pytest

from heeldiary.cli.guesses import command_line
from tests.runner import Heeldiary


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("both 6", "`heeldiary log both 6`"),
        ("pause", "`heeldiary routine pause`"),
        ("help night", "`heeldiary log 4 --moment night`"),
        ("log walk 45", "`heeldiary log activity walking`"),
        ("log acupuncture --course x", "`heeldiary log care acupuncture`"),
        ("log night 4 at 3:15", "heeldiary log 4 --moment night"),
        ("log 4 night", "heeldiary log 4 --moment night"),
        ("log 4 after sitting", "heeldiary log 4 --moment after-sitting"),
        ("5 yesterday", "heeldiary log 5 --day yesterday"),
        ("log right 3 yesterday", "heeldiary log 5 --day yesterday"),
        ("log 6 -d 26 nov", 'as in: "22 nov"'),
        ("show 25 november", 'as in: "22 nov"'),
        ("show yesteday", "did you mean yesterday?"),
        ("routine pause --until tomorow", "did you mean tomorrow?"),
        ("show 2 days ago", 'as in: "22 nov"'),
        ("log activity walking 45 min", "a duration is one word"),
        ("log activity walking 45 6200 steps", "did you mean --steps?"),
        ("log activity 45 walking", "heeldiary log activity walking 45"),
        ("log activity walking 1:30", "(1:30 can be hours or minutes)"),
        ("log activity walking 45 --surface asphalt", "write hard for asphalt"),
        ("log sitting 6h30 longest 1h40", "did you mean --longest?"),
        ("log massage arch 5", "heeldiary log massage --arch 90s"),
        ("log massage 5 heel", "did you mean --heel?"),
        ("mark left arch", "heeldiary mark heel-inner --foot left"),
        ("trends 4", "its options are --weeks N,"),
        ("status yesterday", "its options are --short;"),
        ("list --type walking", "heeldiary search walking"),
        ("log care insoles --until gestern", "tomorrow, mon or 2w"),
    ],
)
def test_the_remedy(heeldiary: Heeldiary, typed: str, remedy: str) -> None:
    heeldiary("settings", "affected-foot", "left")
    ran = heeldiary(*shlex.split(typed))
    assert ran.code == 2
    assert remedy in ran.err.splitlines()[1]


@pytest.mark.parametrize(("typed", "line"), [("sta", "status"), ("stauts", "status"), ("xyzzy", None)])
def test_a_command_goes_before_a_word_of_the_diary(typed: str, line: str | None) -> None:
    assert command_line(typed) == (line and f"heeldiary {line}")


@pytest.mark.parametrize("remedy", ["as in: heeldiary log 4 --moment night", "as in: heeldiary log 5 --day yesterday"])
def test_the_other_scores_still_mean_themselves(heeldiary: Heeldiary, remedy: str) -> None:
    ran = heeldiary("log", "left", "6", "right", "4", *remedy.split()[-2:])
    assert ran.code == 0, ran.err


def test_a_word_that_may_be_a_note_is_not_repeated(heeldiary: Heeldiary) -> None:
    ran = heeldiary("log", "left", "6", "wonderful", "yesterday")
    assert "wonderful" not in ran.err


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("log activity walking 45min --steps 6,200", "walking, 45 min, 6,200 steps"),
        ("log activity standing '2 h 30'", "standing, 2 h 30"),
        ("log 6/10 -f left", "6/10"),
        ("mark -f left heel-inner,arch", "hurts at heel, inner side and arch"),
    ],
)
def test_what_is_shown_can_be_typed(heeldiary: Heeldiary, typed: str, shown: str) -> None:
    assert shown in heeldiary.done(*shlex.split(typed)).out


@pytest.mark.parametrize("steps", ["62,00", "6,2000", ",200", "6,200,", "6.200"])
def test_commas_stand_between_thousands(heeldiary: Heeldiary, steps: str) -> None:
    assert heeldiary("log", "activity", "walking", "--steps", steps).code == 2


@pytest.mark.parametrize(
    ("typed", "usual"),
    [("care acupunture", "acupuncture"), ("activity walkin 45", "walking"), ("care icing", None), ("care ice", None)],
)
def test_a_kind_that_looks_mistyped_is_saved_and_the_usual_one_offered(
    heeldiary: Heeldiary, typed: str, usual: str | None
) -> None:
    offered = heeldiary.done("log", *typed.split()).err
    assert bool(offered) == bool(usual)
    if usual:
        heeldiary.done(*shlex.split(offered.partition(": heeldiary ")[2]))
        assert [entry["kind"] for entry in heeldiary.entries()] == [usual]


def test_ids_with_commas(heeldiary: Heeldiary) -> None:
    heeldiary("log", "left", "6", "right", "4")
    one, two = (entry["id"][:4] for entry in heeldiary("list", "--json").jsonl)
    assert heeldiary("delete", f"{one},{two}").code == 0
    assert heeldiary("list", "--json").jsonl == []


def test_a_tag_is_found_by_its_sign(heeldiary: Heeldiary) -> None:
    heeldiary("log", "left", "6", "--tag", "rain")
    assert "#rain" in heeldiary("search", "#rain").out
    assert "#rain" in heeldiary("search", "rain").out


def test_status_shows_the_other_foot_too(heeldiary: Heeldiary) -> None:
    heeldiary("settings", "affected-foot", "left")
    heeldiary("log", "6", "4")
    assert "right foot, first steps: 4" in heeldiary("status").out
