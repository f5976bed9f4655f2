"""A session that was closed or killed is offered again for two hours; then it stays a part session."""

import subprocess
import sys
from datetime import timedelta
from typing import Any

import pytest

from tests.guiding.test_processes import CHILD
from tests.sampling import sampled
from tests.tui.stage import NORMAL, Play, Stage


@pytest.fixture(autouse=True)
def nothing_against_it(stage: Stage) -> None:
    """There is no reason against a massage: that was asked today."""
    stage.answered()


def kept(stage: Stage) -> list[dict[str, int]]:
    """The seconds by point of each session in the file."""
    told: list[dict[str, Any]] = stage.entries("massage")
    return [{step["point"]: step["seconds"] for step in one["steps"]} for one in told]


async def broken_off(stage: Stage, way: str, seconds: float = 5 + 90 + 5 + 40) -> None:
    """A session of the left foot that ended before its end."""
    async with stage.play(start="routine", end=False) as play:
        await play.press("6", "space")
        await play.massage(seconds)
        await play.press("w")
        if way == "q":
            await play.press("q")
        elif way == "signal":
            play.app.exit(143, 143)


WAYS = pytest.mark.parametrize("way", sampled(["q", "signal", "killed"], ["q", "killed"]))


@WAYS
async def test_it_goes_on_as_the_same_session(stage: Stage, way: str) -> None:
    steps = stage.steps_back()
    await broken_off(stage, way)
    stage.clock.forward(timedelta(minutes=119))
    stage.seconds.now += 119 * 60
    async with stage.play(start="routine") as play:
        assert "stopped at 07:04" in play.said
        await play.press("space")
        assert play.dialog == "BrokenOff"
        assert "Shi Mian, left foot" in play.words("#panel")
        await play.press("space")
        await play.massage(5 + 20)
        await play.press("x")
        assert kept(stage) == [{"ki1": 90, "shimian": 60}]
        (entry,) = stage.entries("massage")
        assert entry["score_before"] == 6
        assert entry["ended_at"] is not None
        assert [step["feeling"] for step in entry["steps"]] == [None, "warm"]
        assert stage.steps_back() == steps + 1, "one session, one undo step"
        await play.press("u")
        assert stage.entries() == []


@pytest.mark.parametrize("key", sampled(["1", "y", "enter"], ["enter"]))
async def test_what_is_left_of_the_step_is_left_still(stage: Stage, key: str) -> None:
    await broken_off(stage, "q")
    async with stage.play(start="routine") as play:
        await play.press("space", key)
        await play.massage(5 + 50)
        assert "Around the heel" in play.text, "the 50 seconds that were left, and no more"


async def test_after_two_hours_it_stays_a_part_session(stage: Stage) -> None:
    await broken_off(stage, "q")
    stage.clock.forward(timedelta(minutes=121))
    async with stage.play(start="routine") as play:
        assert "stopped at" not in play.said
        await play.press("space")
        assert play.dialog == ""
        await play.massage(5 + 10)
        await play.press("x")
    assert kept(stage) == [{"ki1": 90, "shimian": 40}, {"ki1": 10}]


@pytest.mark.parametrize("key", sampled(["2", "n"], ["2"]))
async def test_a_new_one_instead(stage: Stage, key: str) -> None:
    await broken_off(stage, "q")
    async with stage.play(start="routine") as play:
        await play.press("space", key)
        await play.massage(5 + 10)
        await play.press("x", "space")
        assert play.dialog == "", "it is asked once"
        await play.massage(5 + 3)
    assert kept(stage) == [{"ki1": 90, "shimian": 40}, {"ki1": 10}, {"ki1": 3}]


async def test_escape_decides_nothing(stage: Stage) -> None:
    await broken_off(stage, "q")
    async with stage.play(start="routine") as play:
        await play.press("space", "escape", "space")
        assert play.dialog == "BrokenOff"


@pytest.mark.parametrize("end", ["x", "s"])
async def test_one_that_was_ended_is_not_offered(stage: Stage, end: str) -> None:
    async with stage.play(start="routine") as play:
        await play.press("space")
        await play.massage(5 + 30)
        await play.press(end)
    await not_offered(stage)


async def test_one_that_was_taken_back_is_not_offered(stage: Stage) -> None:
    await broken_off(stage, "q")
    stage.heeldiary.done("undo")
    await not_offered(stage)


async def test_one_whose_entry_was_deleted_begins_anew(stage: Stage) -> None:
    await broken_off(stage, "q")
    stage.heeldiary.done("delete", stage.entries("massage")[0]["id"])
    await not_offered(stage)


async def not_offered(stage: Stage) -> None:
    """Space begins a new session at once."""
    async with stage.play(start="routine") as play:
        await play.press("space")
        assert play.dialog == ""
        assert "Get ready" in play.text


STATES = ("", "[]", "{}", '{"session": 1}', '{"session": {"points": []}}')


@pytest.mark.parametrize("state", sampled(STATES, (STATES[0], STATES[-1])))
async def test_a_state_that_cannot_be_read_is_passed_over(stage: Stage, state: str) -> None:
    await broken_off(stage, "q")
    stage.change("UPDATE open_session SET state = ?", (state,))
    await not_offered(stage)


async def both_feet(play: Play) -> None:
    """A session of both feet, broken off on the second."""
    await play.press("f", "f", "space")
    await play.massage(5 + 10)
    await play.press("f")
    await play.massage(5 + 20)


async def test_of_two_feet_both_go_on(stage: Stage) -> None:
    async with stage.play(start="routine", end=False) as play:
        await both_feet(play)
    async with stage.play(start="routine") as play:
        await play.press("space", "1")
        await play.massage(5 + 70)
        await play.press("f")
        await play.massage(5 + 6)
        await play.press("x")
    assert sorted((one["foot"], one["seconds"]) for one in stage.entries("massage")) == [("left", 16), ("right", 90)]


async def test_a_session_that_is_open_in_another_window_is_not_offered(stage: Stage) -> None:
    with subprocess.Popen([sys.executable, "-c", CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        theirs = other.stdout.readline().decode().strip()
        async with stage.play(start="routine", end=False) as play:
            await play.press("space")
            await play.massage(5 + 20)
        stage.change("UPDATE open_session SET state = json_set(state, '$.process', ?)", (theirs,))
        async with stage.play(start="routine") as play:
            assert "stopped at" not in play.said
        other.communicate(b"\n")
    async with stage.play(start="routine") as play:
        assert "stopped at" in play.said


async def test_the_answer_new_closes_the_old_session_and_starts_another(stage: Stage) -> None:
    await broken_off(stage, "q", 5 + 10)
    async with stage.play(NORMAL, "routine") as play:
        assert play.said == "Your last session stopped at 07:04 and is saved. Press space to continue it."
        await play.press("space")
        assert (
            "The clinic's massage: your last session stopped at 07:04, during Kidney 1, left foot. 7:50 are left."
            in play.words("#panel")
        )
        await play.press("2")
        await play.massage(5 + 20)
        await play.press("x", "space")
        assert play.dialog == "", "it is asked once"
    assert kept(stage) == [{"ki1": 10}, {"ki1": 20}]
