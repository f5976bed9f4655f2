"""The focus of the Diary stays with its row, whatever is logged, deleted, shown or hidden around it."""

import pytest

from tests.tui.stage import NORMAL, SMALL, TO_LAST_ROW, Stage

TINY = (46, 19)


def bar(lines: list[str]) -> str:
    """The line with the bar of the focus."""
    return next((line for line in lines if line.lstrip().startswith("▌")), "")


@pytest.mark.parametrize("size", [NORMAL, SMALL, TINY])
async def test_an_entry_keeps_the_focus_when_another_is_added_above(stage: Stage, size: tuple[int, int]) -> None:
    stage.heeldiary.done("log", "activity", "walking", "20")
    stage.heeldiary.done("log", "care", "ice pack")
    async with stage.play(size) as play:
        if size == TINY:
            await play.press("e")
        while "ice pack" not in bar(play.lines):
            await play.press("down")
        await play.press("a", *"cycling", "tab", "2", "0", "enter")
        assert "ice pack" in bar(play.lines)
        await play.press("delete")
        assert play.said.startswith("Deleted: ice pack")


async def test_an_entry_keeps_the_focus_when_one_before_it_is_deleted_elsewhere(stage: Stage) -> None:
    stage.heeldiary.done("log", "activity", "walking", "20")
    stage.heeldiary.done("log", "activity", "rowing", "20")
    stage.heeldiary.done("log", "note", "cold morning")
    async with stage.play(NORMAL) as play:
        await play.press(*TO_LAST_ROW)
        assert "cold morning" in bar(play.lines)
        stage.heeldiary.done("delete", stage.entries("activity")[0]["id"])
        await play.look()
        assert "cold morning" in bar(play.lines)


async def test_an_empty_row_keeps_the_focus_by_its_type(stage: Stage) -> None:
    async with stage.play(NORMAL) as play:
        await play.press(*TO_LAST_ROW, "up")
        assert "Care" in bar(play.lines)
        await play.press("a", *"cycling", "tab", "2", "0", "enter", "a", *"rowing", "tab", "2", "0", "enter")
        assert "Care" in bar(play.lines)
        await play.press("o", *"ice ", "enter")
        assert "ice" in bar(play.lines)


async def test_after_a_deletion_the_focus_stays_with_the_type(stage: Stage) -> None:
    for kind in ("ice", "taping"):
        stage.heeldiary.done("log", "care", kind)
    async with stage.play(NORMAL) as play:
        await play.press(*TO_LAST_ROW, "up")
        below = "ice" if "ice" in bar(play.lines) else "taping"  # written in the same instant
        await play.press("delete")
        assert play.said.startswith(f"Deleted: {below}")
        assert {"ice": "taping", "taping": "ice"}[below] in bar(play.lines)
        await play.press("delete")
        assert "Care" in bar(play.lines)


async def test_hiding_the_row_with_the_focus_says_what_the_next_digit_scores(stage: Stage) -> None:
    stage.heeldiary.done("settings", "affected-foot", "both")
    async with stage.play(TINY) as play:
        await play.press("down", "down", "down")
        assert "R" in bar(play.lines)
        await play.press("e")
        assert "Left" in bar(play.lines)
        assert play.said == "Rows hidden: the next digit is for the left foot's first steps."


@pytest.mark.parametrize("keys", [("down",), ("e",), ("left_square_bracket",)])
async def test_what_is_said_of_hidden_rows_goes_with_the_focus(stage: Stage, keys: tuple[str, ...]) -> None:
    stage.heeldiary.done("settings", "affected-foot", "both")
    async with stage.play(TINY) as play:
        await play.press("e", "e")
        assert play.said.startswith("Rows hidden")
        await play.press(*keys)
        assert play.said == ""


@pytest.mark.parametrize("size", [(40, 12), TINY, SMALL])
async def test_rows_that_come_with_the_focus_are_in_sight(stage: Stage, size: tuple[int, int]) -> None:
    stage.heeldiary.done("settings", "affected-foot", "both")
    async with stage.play(size) as play:
        await play.press("6", "e")
        assert "Average" in bar(play.lines)


@pytest.mark.parametrize("keys", [(), ("e", *TO_LAST_ROW), ("e", *TO_LAST_ROW, "e")])
async def test_a_note_that_was_searched_is_in_sight(stage: Stage, keys: tuple[str, ...]) -> None:
    for minutes in range(1, 9):
        stage.heeldiary.done("log", "activity", "walking", str(minutes), "--day", "1d")
    stage.heeldiary.done("log", "note", "new chair", "--day", "1d")
    for size in ((40, 12), TINY, SMALL):
        async with stage.play(size) as play:
            await play.press(*keys, "slash", *"chair", "enter")
            assert "new chair" in bar(play.lines)


async def test_care_of_an_earlier_day_is_not_deleted_on_a_later_one_and_its_day_is_said(stage: Stage) -> None:
    stage.heeldiary.done("log", "care", "taping", "--day", "2d")
    (taping,) = stage.entries("care")
    stage.heeldiary.done("edit", taping["id"], "--until", "2026-12-31")
    async with stage.play(NORMAL) as play:
        await play.press(*TO_LAST_ROW, "up")
        assert "taping, 20 Nov to 31 Dec" in bar(play.lines)
        await play.press("delete")
        assert play.said == "The care here belongs to Fri 20 Nov 2026: delete it there."
        await play.press("o", *"ice ", "enter")
        marked = [line for line in play.lines if line.lstrip().startswith("▌")]
        assert len(marked) == 1, "the focus is on the entry that delete takes"
        assert "ice" in marked[0]
        await play.press("delete")
        assert play.said.startswith("Deleted: ice")
        assert [entry["kind"] for entry in stage.entries("care")] == ["taping"]


async def test_hiding_rows_keeps_the_focus_on_a_row_that_stays(stage: Stage) -> None:
    async with stage.play(SMALL) as play:
        await play.press("e", "up")
        assert "After activity" in bar(play.lines)
        await play.press("e")
        assert "Average" not in play.text
        assert "After activity" in bar(play.lines)
        assert play.said == ""


async def test_enter_says_which_of_several_scores_the_next_digit_changes(stage: Stage) -> None:
    async with stage.play(SMALL) as play:
        await play.press("down", "down", "4", "enter", "7", "enter")
        assert play.said == "Type one more score, or press enter again to change an earlier one."
        await play.press("enter")
        assert play.said == "Score 1 of 2, 4/10: type another to change it."
        await play.press("enter")
        assert play.said == "Score 2 of 2, 7/10: type another to change it."


async def test_the_hint_of_an_empty_row_is_whole_in_a_small_terminal(stage: Stage) -> None:
    async with stage.play(TINY) as play:
        await play.press("e")
        while "Massage" not in bar(play.lines):
            await play.press("down")
        assert "r: guided · m: by hand" in bar(play.lines)
        await play.press("down")
        assert "o: a visit, medicine, insoles" in bar(play.lines)


async def test_in_a_small_terminal_the_focus_is_in_sight_after_a_dialog_and_another_page(stage: Stage) -> None:
    for minutes in range(1, 9):
        stage.heeldiary.done("log", "activity", "walking", str(minutes))
    async with stage.play(TINY) as play:
        await play.press(*TO_LAST_ROW, *["down"] * 8)
        for keys in (("s", *"60", "enter"), ("o", *"ice ", "enter"), ("t", "d"), ("a", *"run ", "tab", *"9", "enter")):
            await play.press(*keys)
            assert "Note" in bar(play.lines)


async def test_an_entry_that_comes_back_has_the_focus_again(stage: Stage) -> None:
    for kind in ("ice", "taping", "cream"):
        stage.heeldiary.done("log", "care", kind)
    async with stage.play(NORMAL) as play:
        await play.press(*TO_LAST_ROW, "up")
        deleted = bar(play.lines)
        await play.press("delete")
        assert bar(play.lines) != deleted
        await play.press("u")
        assert bar(play.lines) == deleted
