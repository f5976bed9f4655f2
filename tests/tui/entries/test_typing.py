"""Typing into the forms' fields: earlier text, wrong letters, and messages that name their field."""

from typing import Any

import pytest
from textual.widgets import Input

from tests.tui.stage import Play, Stage

TINY = (46, 19)


def field(play: Play, name: str) -> Any:
    """A field of the open form."""
    return play.app.screen.query_one(f"#field-{name}", Input)


async def test_what_was_typed_earlier_is_replaced_by_typing(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("o", *"ice", "tab", "5", "tab", "tab", "tab", "tab", "tab", *"cold", "escape")
        await play.press("o", *"tape", "tab", "9", "tab", "tab", "tab", "tab", "tab", *" day", "enter")
        (entry,) = stage.entries()
        assert (entry["kind"], entry["minutes"], entry["note"]) == ("tape", 9, "cold day")


@pytest.mark.parametrize("key", ["right", "end"])
async def test_an_arrow_keeps_what_was_typed_earlier(stage: Stage, key: str) -> None:
    async with stage.play() as play:
        await play.press("o", *"ice", "escape", "o", key, *" bag", "enter")
        (entry,) = stage.entries()
        assert entry["kind"] == "ice bag"


async def test_a_field_with_its_first_text_is_not_selected(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("o", *"ice", "escape", "o")
        assert field(play, "day").selection.is_empty


async def test_a_wrong_letter_leaves_the_choice_as_it_is_shown(empty: Stage) -> None:
    empty.heeldiary.done("settings", "affected-foot", "both")
    async with empty.play(TINY) as play:
        await play.press("m", "x")
        assert play.words("#problem") == "One of: left, right, both."
        await play.press("tab", "5", "enter")
        assert [entry["foot"] for entry in empty.entries("massage")] == ["left", "right"]


async def test_what_there_is_to_choose_is_said_until_something_is_chosen(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("m", "x")
        assert "One of: left, right, both." in play.text
        await play.press("r")
        assert "One of" not in play.text


async def test_of_two_wrong_fields_the_message_is_about_the_one_with_the_cursor(stage: Stage) -> None:
    async with stage.play(TINY) as play:
        await play.press("m", "tab", "tab", *"5 cows")
        while not field(play, "before").has_focus:
            await play.press("tab")
        await play.press(*"44", "enter")
        assert field(play, "ki1").has_focus
        assert play.words("#problem").startswith("Kidney 1: a point is massaged for 1 second to 30 minutes.")
        await play.press("tab")
        assert "Kidney 1: a point" in play.words("#problem"), "it is still wrong"


async def test_what_is_wrong_with_a_field_that_was_left_names_it(stage: Stage) -> None:
    async with stage.play(TINY) as play:
        await play.press("m", "tab", "tab", *"300", "tab")
        assert not field(play, "ki1").has_focus
        assert play.words("#problem").startswith("Kidney 1: a point is massaged for 1 second to 30 minutes.")


@pytest.mark.parametrize(
    ("name", "typed", "seconds"),
    [("ki1", "5 minutes", 300), ("heel", "5min", 300), ("all", "5 minutes", 300), ("all", "90 seconds", 90),
     ("all", "45 mins", 2700)],
)  # fmt: skip
async def test_every_time_of_a_massage_reads_the_same_spellings(
    stage: Stage, name: str, typed: str, seconds: int
) -> None:
    async with stage.play() as play:
        await play.press("m")
        field(play, name).focus()
        await play.press(*typed, "enter")
        assert [entry["seconds"] for entry in stage.entries("massage")] == [seconds]


async def test_a_small_bare_number_of_sitting_says_how_hours_are_written(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("s", *"6 hours", "tab", "2", "enter")
        assert "longest 2 min" in play.said
        assert play.said.endswith(" · if you meant 2 hours, write 2h")
        await play.press("s", *"6", "enter")
        assert "if you meant 6 hours, write 6h" in play.said
        await play.press("s", *"45", "enter")
        assert "if you meant" not in play.said
