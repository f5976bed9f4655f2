"""The first start: two questions that can be skipped, and one key that logs the morning at once."""

import pytest

from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, Stage

TODAY = "2026-11-22"


def settings(stage: Stage) -> tuple[object, object]:
    """The affected foot and the start of the day."""
    told = stage.heeldiary.done("settings", "--json").json
    return told["affected-foot"], told["day-start"]


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL], [SMALL]))
async def test_it_asks_which_foot_and_when_the_day_begins(empty: Stage, size: tuple[int, int]) -> None:
    async with empty.play(size) as play:
        assert play.dialog == "Welcome"
        for word in ("Which foot", "Left", "Right", "Both", "04:00", "skip"):
            assert word in play.text
        await play.press("r", "tab", "end", "backspace", "backspace")
        await play.type("30")
        await play.press("enter")
        assert play.dialog == ""
        assert settings(empty) == ("right", "04:30")
        await play.press("6")
        assert empty.scores("right") == {TODAY: 6}
        await play.press("u", "u")
        assert settings(empty) == (None, "04:00"), "both answers are one step"


WAYS = {"": "left", "right": "right", "right right": "both", "left": "both", "b": "both", "b l": "left"}


@pytest.mark.parametrize("way", sampled(WAYS, ("", "left", "b l")))
async def test_a_digit_answers_and_logs_at_once(empty: Stage, way: str) -> None:
    keys, foot = way.split(), WAYS[way]
    async with empty.play() as play:
        await play.press(*keys, "4")
        assert play.dialog == ""
        assert settings(empty)[0] == foot
        assert empty.scores("left" if foot == "both" else foot) == {TODAY: 4}


async def test_ten_at_the_very_first(empty: Stage) -> None:
    async with empty.play() as play:
        await play.press("1", "0")
        assert empty.scores() == {TODAY: 10}


async def test_a_digit_in_the_time_is_the_time(empty: Stage) -> None:
    async with empty.play() as play:
        await play.press("tab", "end", "backspace", "backspace", "backspace")
        await play.type("5")
        await play.press("enter")
        assert play.dialog == "Welcome", "04 5 is no time"
        await play.press("backspace")
        await play.type(":15")
        await play.press("enter")
        assert settings(empty) == ("left", "04:15")
        assert empty.entries() == []


async def test_it_can_be_skipped_and_a_digit_still_logs(empty: Stage) -> None:
    async with empty.play() as play:
        await play.press("escape")
        assert play.dialog == ""
        assert "digit" in play.said
        assert settings(empty) == (None, "04:00")
        assert ("Left foot" in play.text, "Right foot" in play.text) == (True, True)
        await play.press("down", "3")
        assert empty.scores("right") == {TODAY: 3}
    async with empty.play() as play:
        assert play.dialog == "", "not asked again once something was logged"


async def test_it_is_not_asked_of_a_diary_that_has_something(stage: Stage) -> None:
    async with stage.play() as play:
        assert play.dialog == ""
        assert "press 0–9" in play.text


async def test_the_routine_first_then_the_diary(empty: Stage) -> None:
    async with empty.play(start="routine") as play:
        assert play.dialog == ""
        await play.press("d")
        assert play.dialog == "Welcome"


async def test_keys_of_screens_do_nothing_while_it_asks(empty: Stage) -> None:
    async with empty.play() as play:
        await play.press("t", "g", "u", "q", "n", "a", "comma", "slash")
        assert play.dialog == "Welcome"
        assert play.app.is_running
        assert empty.entries() == []


@pytest.mark.parametrize("screen", sampled(["trends", "care", "guide", "routine"], ["trends", "routine"]))
async def test_an_empty_diary_says_what_to_do_on_every_screen(stage: Stage, screen: str) -> None:
    async with stage.play(start=screen) as play:
        said = {
            "trends": "0 of 7 mornings", "care": "Press o to log a visit", "guide": "Kidney 1",
            "routine": "space starts",
        }[screen]  # fmt: skip
        assert said in (play.words("Readout") if screen == "trends" else " ".join(play.text.split()))


async def test_a_sign_that_only_looks_like_a_digit_scores_nothing(empty: Stage) -> None:
    async with empty.play() as play:
        await play.type("²")
        assert play.app.is_running
        assert empty.entries() == []


async def test_a_time_is_typed_over_the_one_there_and_shift_tab_goes_back(empty: Stage) -> None:
    async with empty.play() as play:
        await play.press("shift+tab")
        await play.type("5am")
        await play.press("shift+tab", "r", "enter")
        assert settings(empty) == ("right", "05:00")


async def test_the_foot_left_at_its_default_is_doubted_until_another_key(empty: Stage) -> None:
    doubt = "That was the left foot. If the other one hurts, or both, press , for Settings."
    async with empty.play() as play:
        await play.press("6")
        assert play.said == f"Saved: left foot, first steps, 6/10, Sun 22 Nov 2026. {doubt}"
        await play.press("4")
        assert play.said.endswith(f"4/10 (was 6), Sun 22 Nov 2026. {doubt} u brings back the 6.")
        await play.press("u", "5")
        assert "That was" not in play.said


async def test_a_chosen_foot_is_not_doubted(empty: Stage) -> None:
    async with empty.play() as play:
        await play.press("l", "6", "4")
        assert "That was" not in play.said


async def test_the_help_that_the_bottom_line_offers_opens(empty: Stage) -> None:
    async with empty.play() as play:
        await play.press("question_mark")
        assert play.dialog == "Help"
        await play.press("escape")
        assert play.dialog == "Welcome"
        await play.press("4")
        assert empty.scores("left") == {TODAY: 4}
