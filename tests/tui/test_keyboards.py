"""Other keyboards: capitals, digits of any script, number rows, letters by their place; else a line says why not."""

from unicodedata import decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key

from heeldiary.tui.actions import ANYWHERE, SCREENS
from heeldiary.tui.keyboard import Meaning, locale_of, meaning, stand_in
from tests.tui.stage import Stage

TODAY = "2026-11-22"


@pytest.mark.parametrize(
    ("typed", "language", "key"),
    [
        ("D", "", "d"), ("Q", "", "q"), ("M", "", None), ("U", "", None),
        ("６", "", "6"), ("٧", "", "7"), ("४", "", "4"), ("²", "", None), ("½", "", None),
        ("è", "", None), ("è", "it_it", None), ("§", "de_de", None), ("ž", "hr_hr", None), ("ą", "pl_pl", None),
        ("è", "fr", "7"), ("ç", "fr_fr", "9"), ("à", "fr_be", "0"), ("§", "nl_be", "6"), ("ř", "cs_cz", "5"),
        ("-", "fr_ca", None), ("'", "fr_ch", None), ("İ", "", None), ("ℂ", "", None), ("𝐀", "", None), ("ϒ", "", None),
        ("é", "", None), ("é", "fr", "2"), ("é", "cs", "0"), ("š", "", None), ("š", "cs", "3"), ("š", "lt", "6"),
        ("&", "", None), ("&", "fr", "1"), ("'", "fr", "4"), ("-", "fr", "6"), ("-", "", None), ("-", "en", None),
        ("в", "", "d"), ("В", "", "d"), ("к", "", "r"), ("г", "", "u"), ("Г", "", None), ("Ь", "", None),
        ("х", "", "left_square_bracket"), ("і", "", "s"), ("δ", "", "d"), ("Δ", "", "d"), ("ω", "", "v"),
        (";", "", None), ("ł", "", None), ("☃", "", None),
    ],
)  # fmt: skip
def test_what_a_character_stands_for(typed: str, language: str, key: str | None) -> None:
    meant = meaning(typed, language)
    assert (meant and meant.key) == key


@given(st.characters())
def test_every_digit_of_every_script_is_that_digit(character: str) -> None:
    digit = decimal(character, None)
    meant = meaning(character)
    if digit is not None:
        assert meant == Meaning(str(digit))
    elif meant is not None:
        assert meant.by_place or character.isupper()


@pytest.mark.parametrize("screen", [*SCREENS])
def test_nothing_by_place_ends_or_deletes_anything(screen: str) -> None:
    bound = {key: action.name for action in (*SCREENS[screen], *ANYWHERE) for key in action.keys.split(",")}
    ending = {"quit", "finish", "stop", "clear", "delete", "feeling('sharp')"}
    reached = set()
    for character in map(chr, range(128, 0x600)):
        event = Key("some_key", character)
        stand_in(event, bound)
        if event.key != "some_key" and not character.isupper():
            reached.add(bound[event.key])
    assert reached
    assert not reached & ending


@given(st.characters())
def test_no_character_ends_the_app(character: str) -> None:
    event = Key("some_key", character)
    stand_in(event, {"d": "open('diary')"})
    assert event.key in ("some_key", "d")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr_fr"), ({"LC_ALL": "cs_CZ@euro", "LANG": "fr_FR"}, "cs_cz"),
        ({"LC_ALL": "", "LANG": "C"}, "c"), ({}, ""),
    ],
)  # fmt: skip
def test_the_language_is_the_locales(environment: dict[str, str], language: str) -> None:
    assert locale_of(environment) == language


async def test_capitals_act_as_small_letters(stage: Stage) -> None:
    async with stage.play() as play:
        for key, page in (("T", "trends"), ("C", "care"), ("G", "guide"), ("R", "routine"), ("D", "diary")):
            await play.press(key)
            assert play.app.page is not None
            assert page == play.app.page.PAGE
        await play.press("M")
        assert play.dialog == "", "M is no m"
        assert play.said == "M does nothing here; ? lists the keys."
        await play.press("N")
        assert play.dialog == "NoteDialog"
        await play.type("Left As Typed ６")
        await play.press("escape")
        assert [entry["note"] for entry in stage.entries()] == ["Left As Typed ６"]


async def test_digits_of_any_script_score(stage: Stage) -> None:
    async with stage.play() as play:
        await play.type("７")
        assert stage.scores() == {TODAY: 7}
        await play.type("١٠")
        assert stage.scores() == {TODAY: 10}


async def test_a_sign_of_a_number_row_invents_no_score(stage: Stage) -> None:
    async with stage.play() as play:
        for sign in "è§žąé":
            await play.type(sign)
            assert stage.scores() == {}
            assert play.said == f"{sign} is on the number row of some keyboards: hold shift for the digit."


async def test_the_number_row_of_the_locale_scores_and_says_so(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    async with stage.play() as play:
        await play.type("è")
        assert stage.scores() == {TODAY: 7}
        assert play.said.endswith("è was taken as 7")


async def test_with_a_french_locale_the_whole_row_scores(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    async with stage.play() as play:
        for number, sign in enumerate("é\"'(-è_çà", 2):
            await play.type(sign)
            assert stage.scores() == {TODAY: number % 10}, sign


async def test_letters_act_by_their_place(stage: Stage) -> None:
    async with stage.play() as play:
        await play.type("е")
        assert play.app.page is not None
        assert play.app.page.PAGE == "trends"
        await play.type("δ")
        assert play.app.page.PAGE == "diary"
        await play.press("6")
        await play.type("г")
        assert stage.scores() == {}
        await play.type("й")
        assert play.app.is_running, "quitting needs its own letter"
        assert play.said == "й does nothing here; ? lists the keys."


async def test_in_a_dialog_without_text_a_capital_answers(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("space")
        assert "1 of 7" in play.text
        await play.press("N")
        assert "2 of 7" in play.text


@pytest.mark.parametrize("screen", ["routine", "trends", "guide"])
async def test_enter_says_so_where_it_does_nothing(stage: Stage, screen: str) -> None:
    async with stage.play(start=screen) as play:
        await play.press("enter")
        assert play.said == "enter does nothing here; ? lists the keys."


async def test_keys_that_print_nothing_say_nothing(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("f5", "space", "ctrl+b")
        assert play.said == ""
