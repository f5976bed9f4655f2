"""Fields of a form: known words are completed, and what has few values is chosen."""

import pytest
from textual.events import Paste

from heeldiary.tui.widgets.choice_input import ChoiceInput
from heeldiary.tui.widgets.completed_input import among, completions
from tests.tui.stage import Play, Stage

WORDS = ["walking", "water", "running"]


def test_a_text_is_completed_by_the_words_that_begin_like_it() -> None:
    assert among(WORDS)("wa") == ["walking", "water"]
    assert among(WORDS)("RU") == ["running"]
    assert among(WORDS)("") == among(WORDS)("x") == among(WORDS)("run ") == []
    assert among(WORDS, ",")("water, r") == ["water, running"]
    assert among(WORDS, ",")("water, ") == []


def test_a_known_word_is_complete() -> None:
    assert completions("rain", among(["rain", "rainbow"])) == []
    assert completions("Rain", among(["rain", "rainbow"])) == []
    assert completions("rai", among(["rain", "rainbow"])) == ["rain", "rainbow"]


async def activity(play: Play, *keys: str) -> None:
    """Type a kind of activity, end it with some keys, and log 20 minutes of it."""
    await play.press("a")
    await play.type(keys[0])
    await play.press(*(keys[1:] or ["tab"]))
    await play.type("20")
    await play.press("enter")


@pytest.mark.parametrize("taking", ["tab", "right"])
async def test_tab_and_the_arrow_take_the_suggestion(stage: Stage, taking: str) -> None:
    async with stage.play() as play:
        await activity(play, "wal", *([taking] if taking == "tab" else [taking, "tab"]))
        assert [entry["kind"] for entry in stage.entries("activity")] == ["walking"]


async def test_without_a_suggestion_tab_goes_on(stage: Stage) -> None:
    async with stage.play() as play:
        await activity(play, "tai chi")
        await activity(play, "walking")
        assert [entry["kind"] for entry in stage.entries("activity")] == ["tai chi", "walking"]


async def test_enter_takes_the_only_one_and_says_so(stage: Stage) -> None:
    stage.heeldiary.done("log", "note", "x", "--tag", "rain", "--day", "3d")
    async with stage.play() as play:
        await play.press("4", "number_sign")
        await play.type("ra")
        await play.press("enter")
        assert stage.entries("pain")[0]["tags"] == ["rain"]
        assert play.said.endswith('"ra" became "rain"; with a space after it, it stays as typed')


async def test_where_only_known_words_are_valid_no_other_is_offered(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("j", *"mo", "enter")
        assert "Mon 16 Nov" in play.text
        assert play.said == '"mo" became "monday"'


async def test_nothing_is_said_of_a_usual_activity_that_a_space_does_not_keep(stage: Stage) -> None:
    """`walk` is walking with a space behind it too."""
    async with stage.play() as play:
        await play.press("a", *"walk", "tab", *"20", "enter")
        assert stage.entries("activity")[0]["kind"] == "walking"
        await play.press("a", *"hik", "tab", "shift+tab", "enter")
        assert "stays as typed" not in play.said
        await play.press("escape", "a", *"runn", "enter")
        assert "stays as typed" not in play.text


@pytest.mark.parametrize(("typed", "tag"), [("r", "r"), ("rain", "rain"), ("rai ", "rai"), ("rainb ", "rainb")])
async def test_enter_keeps_what_could_be_two_is_known_or_ended_by_a_space(stage: Stage, typed: str, tag: str) -> None:
    stage.heeldiary.done("log", "note", "x", "--tag", "rain, rest, rainbow", "--day", "3d")
    async with stage.play() as play:
        await play.press("4", "number_sign")
        await play.type(typed)
        await play.press("enter")
        assert stage.entries("pain")[0]["tags"] == [tag]


async def test_courses_are_completed(stage: Stage) -> None:
    stage.heeldiary.done("log", "care", "acupuncture", "--course", "Dr Li", "--day", "3d")
    async with stage.play() as play:
        await play.press("o")
        await play.type("acupuncture")
        await play.press("tab", "tab")
        await play.type("dr")
        await play.press("tab", "enter")
        assert [entry["visit"] for entry in stage.entries("care")] == [1, 2]


@pytest.mark.parametrize(
    ("keys", "surface"),
    [
        (("h",), "hard"),
        (("m", "i", "x"), "mixed"),
        (("right",), "soft"),
        (("right", "right"), "hard"),
        (("left",), "mixed"),
        (("space",), "soft"),
        (("h", "backspace"), None),
        (("h", "s"), "soft"),
    ],
)
async def test_the_ground_is_chosen(stage: Stage, keys: tuple[str, ...], surface: str | None) -> None:
    async with stage.play() as play:
        await play.press("a")
        await play.type("walking")
        await play.press("down")
        await play.type("20")
        await play.press("down", "down", *keys, "enter")
        assert stage.entries("activity")[0]["surface"] == surface


async def test_all_values_are_in_sight_and_a_wrong_letter_is_answered(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("a", "down", "down", "down")
        assert "–  soft  hard  mixed" in play.text
        await play.press("x")
        assert "One of: soft, hard, mixed." in play.text


async def test_a_click_chooses(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("m")
        choice = play.app.screen.query_one(ChoiceInput)
        await play.click("both")
        assert choice.value == "both"


async def test_a_word_that_is_no_value_changes_nothing_and_says_what_there_is(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("a")
        await play.type("walking")
        await play.press("down")
        await play.type("20")
        await play.press("down", "down", "h")
        await play.press("right", *"sport")
        assert "One of: soft, hard, mixed." in play.text
        await play.press("enter")
        assert stage.entries("activity")[0]["surface"] == "mixed"


async def test_after_a_word_that_is_no_value_a_click_still_chooses(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("m", "x")
        choice = play.app.screen.query_one(ChoiceInput)
        await play.click("both")
        assert choice.value == "both"


async def test_blanks_and_editing_keys_leave_a_value_whole(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("m")
        choice = play.app.screen.query_one(ChoiceInput)
        before = choice.value
        choice.post_message(Paste("   "))
        await play.press("home", "ctrl+d", "ctrl+k", "ctrl+w")
        assert choice.value == before


async def test_another_tag_is_typed_behind_those_there_are(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("4", "number_sign", *"rain", "enter", "number_sign", *"wet", "enter")
        assert stage.entries("pain")[0]["tags"] == ["rain", "wet"]
        await play.press("number_sign", "escape", "number_sign", "enter")
        assert stage.entries("pain")[0]["tags"] == ["rain", "wet"], "nothing was typed"


async def test_tags_that_were_only_looked_at_leave_no_draft(stage: Stage) -> None:
    stage.heeldiary.done("log", "5", "--tag", "rain")
    async with stage.play() as play:
        await play.press("number_sign", "escape")
        await play.press("q")
    async with stage.play() as play:
        assert "Typed but not saved" not in play.text
