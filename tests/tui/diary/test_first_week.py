"""What a person of two sore heels meets in the first week: nothing typed goes to another row than it seems to."""

from datetime import date, timedelta

import pytest

from heeldiary.domain.scales import FEET
from heeldiary.tui.diary.month import Month
from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, Stage

TODAY, YESTERDAY = "2026-11-22", "2026-11-21"


@pytest.mark.parametrize("first", [("log", "6", "4"), ("log", "right", "4"), ("log", "note", "two sore heels")])
async def test_while_no_foot_is_set_two_digits_are_left_and_right(empty: Stage, first: tuple[str, ...]) -> None:
    empty.heeldiary.done(*first, "--day", "yesterday")
    async with empty.play() as play:
        await play.press("5")
        assert play.said.endswith("· next: right")
        await play.press("3")
        assert play.said.endswith("· left 5/10")
        assert {foot: empty.scores(foot).get(TODAY) for foot in FEET} == {"left": 5, "right": 3}


@pytest.mark.parametrize(("keys", "asks"), [((), True), (("b",), False), (("r",), False), (("right", "left"), False)])
async def test_a_foot_that_nobody_chose_is_named_with_the_way_to_change_it(
    empty: Stage, keys: tuple[str, ...], asks: bool
) -> None:
    async with empty.play() as play:
        await play.press(*keys, "6")
        named = "That was the left foot. If the other one hurts, or both, press , for Settings."
        assert play.said.endswith(named) is asks, play.said


@pytest.mark.parametrize("right", [None, 3])
@pytest.mark.parametrize("answer", ["2", "3"])
async def test_a_score_that_went_elsewhere_says_nothing_of_this_mornings_other_foot(
    empty: Stage, right: int | None, answer: str
) -> None:
    empty.heeldiary.done("settings", "affected-foot", "both")
    empty.heeldiary.done("log", "left", "6")
    if right is not None:
        empty.heeldiary.done("log", "right", str(right))
    empty.clock.set("2026-11-22T16:00:00")
    async with empty.play() as play:
        focused = play.app.screen.focused
        await play.press("2")
        assert play.dialog == "WhichMorning"
        play.seconds.now += 1
        await play.press(answer)
        assert play.said.startswith("Saved: left foot")
        assert "next" not in play.said
        assert "right" not in play.said
        assert play.app.screen.focused is focused, "the next digit is for the same row"


async def test_the_foot_that_the_session_did_not_come_to_is_named(empty: Stage) -> None:
    empty.heeldiary.done("settings", "affected-foot", "both")
    empty.answered()
    async with empty.play(start="routine") as play:
        await play.press("6", "4", "space")
        await play.massage(5 + 20)
        await play.press("x")
        assert "Right nothing was done; its pain before is saved as a note" in play.words("#words")
    assert [entry["foot"] for entry in empty.entries("massage")] == ["left"]
    assert "right foot: 4/10" in empty.entries("note")[0]["note"]


@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_the_months_picture_always_says_whose_it_is(empty: Stage, size: tuple[int, int]) -> None:
    empty.heeldiary.done("settings", "affected-foot", "both")
    today = date.fromisoformat(TODAY)
    async with empty.play(size) as play:
        month = play.app.screen.query_one(Month)
        for months_ago in range(12):
            for foot in FEET:
                month.show(today - timedelta(days=30 * months_ago), today, foot, {}, False)
                await play.rest()
                heading = play.rows("Month")[0]
                assert foot in heading, months_ago


async def test_no_key_of_the_routines_is_parted_from_what_it_does(empty: Stage) -> None:
    empty.answered()
    async with empty.play(SMALL, start="routine") as play:
        await play.press("l")
        rows = play.rows("#panel")
        assert any("z pause or resume" in row and "escape close" in row for row in rows)


ADDED = [(feet, by) for feet in ("both", "right") for by in ("app", "command")]


@pytest.mark.parametrize("added", sampled(ADDED, (("both", "app"), ("right", "command"))), ids=str)
async def test_a_foot_that_is_added_after_the_first_score_has_the_next_digit(
    empty: Stage, added: tuple[str, str]
) -> None:
    feet, by = added
    async with empty.play() as play:
        await play.press("6")
        if by == "app":
            await play.press("comma", *["backspace"] * 4, *feet, "enter")
        else:
            empty.heeldiary.done("settings", "affected-foot", feet)
            assert play.app.page is not None
            play.app.page.reload()
            await play.rest()
        await play.press("4")
        assert {foot: empty.scores(foot).get(TODAY) for foot in FEET} == {"left": 6, "right": 4}
