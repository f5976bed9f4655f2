"""Other keyboards: capitals, digits of any script, number rows, letters by their place; else a line says why not."""

from unicodedata import decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key

from heeldiary.tui.actions import ANYWHERE, SCREENS
from heeldiary.tui.keyboard import CAPITALS_OF_THEIR_OWN, NOT_BY_PLACE, Meaning, language_of, meaning, stand_in
from tests.tui.stage import Stage

TODAY = "2026-11-22"


@pytest.mark.parametrize(
    ("typed", "language", "key"),
    [
        ("D", "", "d"), ("Q", "", "q"), ("M", "", None), ("U", "", None),
        ("６", "", "6"), ("٧", "", "7"), ("४", "", "4"), ("²", "", None), ("½", "", None),
        ("è", "", "7"), ("ç", "", "9"), ("à", "", "0"), ("§", "", "6"), ("ř", "", "5"),
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


@given(st.characters(), st.sampled_from([*SCREENS]))
def test_nothing_by_place_ends_or_deletes_anything(character: str, screen: str) -> None:
    bound = {key: action.name for action in (*SCREENS[screen], *ANYWHERE) for key in action.keys.split(",")}
    event = Key("some_key", character)
    stand_in(event, bound)
    if event.key != "some_key":
        meant = meaning(character)
        assert meant is not None
        assert event.key not in CAPITALS_OF_THEIR_OWN
        if meant.by_place:
            assert bound[event.key] not in (*NOT_BY_PLACE, "clear", "delete")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"), ({"LC_ALL": "cs_CZ", "LANG": "fr_FR"}, "cs"),
        ({"LC_ALL": "", "LANG": "C"}, "c"), ({}, ""),
    ],
)  # fmt: skip
def test_the_language_is_the_locales(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


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


async def test_the_number_row_scores_and_says_so(stage: Stage) -> None:
    async with stage.play() as play:
        await play.type("è")
        assert stage.scores() == {TODAY: 7}
        assert await play.toast() == "è was taken as 7"
        await play.type("é")
        assert stage.scores() == {TODAY: 7}
        assert play.said == "é is on the number row of several keyboards: hold shift for the digit."


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


async def test_keys_that_print_nothing_say_nothing(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("f5", "space", "ctrl+b")
        assert play.said == ""
