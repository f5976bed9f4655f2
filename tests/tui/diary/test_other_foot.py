"""From one foot to the other: where the focus goes by itself, and what says how to go back."""

import pytest

from heeldiary.tui.widgets.score_row import ScoreRow
from tests.tui.stage import SMALL, Play, Stage

TODAY = "2026-11-22"
TINY = (46, 19)


@pytest.fixture
def both(empty: Stage) -> Stage:
    """A stage whose diary knows that both feet hurt."""
    empty.heeldiary.done("settings", "affected-foot", "both")
    return empty


def focused(play: Play) -> tuple[str, str]:
    """The foot and the moment of the row with the focus."""
    row = play.app.screen.focused
    assert isinstance(row, ScoreRow)
    return row.foot, row.moment


async def test_after_the_right_foot_the_focus_does_not_go_back_up(both: Stage) -> None:
    async with both.play() as play:
        await play.press("down", "down", "down", "4")
        assert focused(play) == ("right", "after-sitting")
        assert play.said.endswith("· left is still empty: ↑")
        await play.press("down", "5")
        assert both.scores("right", "after-sitting") == {TODAY: 4}
        await play.press("up", "up", "up", "6")
        assert both.scores("left", "after-sitting") == {TODAY: 6}
        assert "still empty" not in play.said


async def test_with_one_affected_foot_nothing_else_is_empty(both: Stage) -> None:
    both.heeldiary.done("settings", "affected-foot", "right")
    async with both.play() as play:
        await play.press("down", "4")
        assert "empty" not in play.said


async def test_to_clear_an_empty_row_names_the_way_to_the_score_just_typed(both: Stage) -> None:
    async with both.play() as play:
        await play.press("6", "delete")
        assert play.said == "There is no score here to clear. ↑ goes to the left foot."
        await play.press("up", "delete", "delete")
        assert play.said == "There is no score here to clear."
        await play.press("down", "4", "delete")
        assert play.said == "There is no score here to clear. ↓ goes to the right foot."


async def test_an_arrow_towards_the_other_foot_of_a_line_names_the_way_there(both: Stage) -> None:
    async with both.play(SMALL) as play:
        await play.press("down", "down", "right")
        assert play.said.endswith(", Sun 22 Nov 2026 · ↓ goes to the right foot")
        await play.press("right")
        assert play.said.endswith("(was 0), Sun 22 Nov 2026 · ↓ goes to the right foot")
        await play.press("left")
        assert "goes to" not in play.said
        await play.press("down", "5", "left")
        assert play.said.endswith(" · ↑ goes to the left foot")


async def test_where_the_feet_are_below_each_other_an_arrow_names_no_way(both: Stage) -> None:
    async with both.play(SMALL) as play:
        await play.press("right", "right")
        assert "goes to" not in play.said
    async with both.play(TINY) as play:
        await play.press("e", "down", "down", "down", "right")
        assert "goes to" not in play.said


@pytest.mark.parametrize("size", [SMALL, TINY])
async def test_the_first_and_the_last_row_are_the_ends(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.play(size) as play:
        await play.press("up")
        assert focused(play) == ("left", "first-step")
        for _ in range(20):
            await play.press("down")
        last = play.app.screen.focused
        assert last is not None
        await play.press("down")
        assert play.app.screen.focused is last
        assert not isinstance(last, ScoreRow)
