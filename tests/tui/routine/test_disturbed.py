"""A session in the app that is disturbed: a held file, another window, a key after a gap, a list opened and closed."""

import pytest

from tests.tui.routine.test_recording import half_way, kept
from tests.tui.stage import Stage


@pytest.fixture(autouse=True)
def nothing_against_it(request: pytest.FixtureRequest, stage: Stage) -> None:
    """Nothing speaks against a massage, except where the questions themselves are tested."""
    if "questions" not in request.node.name:
        stage.answered()


async def test_finished_while_the_file_is_held_it_is_saved_as_soon_as_it_can_be(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("space")
        await play.massage(5 + 3)
        with stage.held():
            await play.massage(60)
            await play.press("x")
        await play.look()
        assert kept(stage)[0][0]["ki1"] == 63


async def test_a_key_after_a_gap_is_not_done_and_the_gap_is_asked_about(stage: Stage) -> None:
    async with half_way(stage) as play:
        play.seconds.now += 480
        await play.press("n")
        assert play.dialog == "Gap"
        assert "8 min" in play.text
        await play.press("y")
        assert kept(stage)[0][0] == {"ki1": 90}


async def test_the_list_opened_and_closed_takes_no_score(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("6", "l", "escape", "space")
        await play.massage(5 + 20)
        await play.press("x", "l", "escape", "3")
        (entry,) = stage.entries("massage")
        assert (entry["score_before"], entry["score_after"]) == (6, 3)


async def test_a_score_edited_after_the_end_holds(stage: Stage) -> None:
    async with half_way(stage) as play:
        await play.press("6", "x")
        stage.heeldiary.done("edit", stage.entries("massage")[0]["id"], "--before", "2")
        await play.look()
        await play.press("4")
        (entry,) = stage.entries("massage")
        assert (entry["score_before"], entry["score_after"]) == (2, 4)


@pytest.mark.thorough
async def test_it_does_not_begin_behind_another_page_once_the_questions_are_saved(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("space")
        with stage.held():
            await play.press(*("n",) * 7)
            await play.press("d")
        assert await play.until(lambda: not play.app.changes.waiting)
        await play.press("r")
        assert "space starts" in play.text


async def test_two_windows_never_overwrite_each_other(stage: Stage) -> None:
    async with half_way(stage) as one:
        await one.press("space")
        async with stage.play(start="routine") as other:
            await other.press("space", "1")
            await other.massage(5 + 40)
            await other.press("x")
        finished = kept(stage)
        await one.look()
        await one.press("space")
        await one.massage(10)
        assert kept(stage)[0] == finished[0]


async def test_two_feet_are_scored_by_two_digits(stage: Stage) -> None:
    async with stage.play(start="routine", feet=("left", "right")) as play:
        await play.press("5", "1", "0", "space")
        await play.massage(5 + 20)
        await play.press("f")
        await play.massage(5 + 20)
        await play.press("x", "3", "2")
        told = {entry["foot"]: (entry["score_before"], entry["score_after"]) for entry in stage.entries("massage")}
        assert told == {"left": (5, 3), "right": (10, 2)}


async def test_where_nothing_was_done_no_score_is_taken(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("space", "x", "4")
        assert "Nothing was done" in play.said
        assert "nothing is saved" in play.text
    assert stage.entries() == []


async def test_what_a_point_felt_like_is_said_in_a_small_terminal_too(stage: Stage) -> None:
    async with half_way(stage) as play:
        await play.press("w")
        assert play.said == "Kidney 1: warm."
        await play.press("x")
    assert "(warm)" in stage.heeldiary.done("show").out


async def test_that_it_is_paused_is_said_on_other_screens_alone(stage: Stage) -> None:
    async with half_way(stage) as play:
        await play.press("question_mark", "escape")
        assert play.app.page is not None
        assert play.app.page.PAGE == "routine"
        assert play.said == ""
        assert "Paused: space continues" in play.text
        await play.press("space", "t")
        assert play.said == "The routine is paused; r returns to it."
        await play.press("r")
        assert play.said == ""
