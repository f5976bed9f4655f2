"""A session is saved step by step: killed, closed, left or undone, nothing is lost and nothing is invented."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from heeldiary.tui.routine.page import RoutinePage
from tests.sampling import sampled
from tests.tui.stage import Play, Stage


@pytest.fixture(autouse=True)
def nothing_against_it(stage: Stage) -> None:
    """There is no reason against a massage: that was asked today."""
    stage.answered()


def kept(stage: Stage) -> list[tuple[dict[str, int], bool]]:
    """The seconds by point of each session in the file, and whether it was finished."""
    told: list[dict[str, Any]] = stage.entries("massage")
    return [({step["point"]: step["seconds"] for step in one["steps"]}, one["finished"]) for one in told]


@asynccontextmanager
async def half_way(stage: Stage, seconds: float = 40, *, end: bool = True) -> AsyncIterator[Play]:
    """A session with this many seconds of Kidney 1."""
    async with stage.play(start="routine", end=end) as play:
        await play.press("space")
        await play.massage(5 + seconds)
        yield play


async def test_killed_it_is_there_as_a_part_session(stage: Stage) -> None:
    async with stage.play(start="routine", end=False) as play:
        await play.press("space")
        await play.massage(5 + 90 + 5 + 35)
        (found,) = kept(stage)
        assert found[0]["ki1"] == 90
        assert 25 <= found[0]["shimian"] <= 35, "within a step it is saved every ten seconds or sooner"
        assert found[1] is False
    assert kept(stage) == [found], "nothing is written any more"
    (entry,) = stage.entries("massage")
    assert entry["ended_at"] is None


async def test_every_step_is_saved_when_it_ends(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("space")
        await play.massage(5 + 90)
        assert kept(stage) == [({"ki1": 90}, False)]
        await play.massage(5 + 7)
        await play.press("n")
        assert kept(stage) == [({"ki1": 90, "shimian": 7}, False)]
        await play.massage(5 + 8)
        await play.press("space")
        assert kept(stage) == [({"ki1": 90, "shimian": 7, "heel": 8}, False)]


async def test_q_keeps_a_part_session(stage: Stage) -> None:
    async with half_way(stage, 43, end=False) as play:
        await play.press("q")
    assert kept(stage) == [({"ki1": 43}, False)]
    assert stage.entries("massage")[0]["ended_at"] is None, "it can still go on"


async def test_a_signal_keeps_a_part_session(stage: Stage) -> None:
    async with half_way(stage, 43, end=False) as play:
        play.app.exit(129, 129)
    assert kept(stage) == [({"ki1": 43}, False)]


@pytest.mark.parametrize("key", sampled(["d", "t", "c", "g", "escape"], ["t", "escape"]))
async def test_going_elsewhere_pauses_and_says_so(stage: Stage, key: str) -> None:
    async with half_way(stage) as play:
        await play.press(key)
        assert "paused" in play.said.lower()
        play.seconds.now += 500
        await play.press("r")
        assert "Paused" in play.text
        assert kept(stage) == [({"ki1": 40}, False)]
        await play.press("space")
        await play.massage(10)
        await play.press("x")
        assert kept(stage) == [({"ki1": 50}, False)]


def ticked(page: RoutinePage, before: int) -> bool:
    """Whether the page's own timer has fired since."""
    return page._frame > before


@pytest.mark.thorough
async def test_the_real_ticks_run_it(stage: Stage) -> None:
    """Not a test's call but the screen's own timer lets it run."""
    async with stage.play(start="routine") as play:
        await play.press("space")
        page = play.app.page
        assert isinstance(page, RoutinePage)
        for _ in range(4):
            before = page._frame
            play.seconds.now += 2.5
            assert await play.until(partial(ticked, page, before))
        await play.press("space")
        assert kept(stage) == [({"ki1": 5}, False)]


async def test_a_session_is_one_undo_step(stage: Stage) -> None:
    steps = stage.steps_back()
    async with half_way(stage, 70) as play:
        await play.press("6", "w", "space", "space", "n")
        await play.massage(5 + 20)
        await play.press("x", "4")
        assert stage.steps_back() == steps + 1
        await play.press("u")
        assert kept(stage) == []
        assert "session of Sun 22 Nov 2026" in play.said
        assert "space starts" in play.text
        await play.press("space")
        await play.massage(5 + 10)
        await play.press("x")
        assert kept(stage) == [({"ki1": 10}, False)]


async def test_undo_waits_while_it_runs(stage: Stage) -> None:
    stage.heeldiary.done("log", "4")
    async with half_way(stage) as play:
        await play.press("u")
        assert "Pause the session first" in play.said
        assert len(stage.entries()) == 2
        await play.press("space", "u")
        assert kept(stage) == []
        assert "Undone: the session" in play.said
        assert stage.scores() == {"2026-11-22": 4}


async def test_taken_back_by_a_command_while_paused(stage: Stage) -> None:
    async with half_way(stage) as play:
        await play.press("space")
        stage.heeldiary.done("undo")
        await play.look()
        assert "was undone" in play.said
        assert "space starts" in play.text
        await play.press("d")
        assert kept(stage) == []


async def test_taken_back_by_a_command_while_it_runs(stage: Stage) -> None:
    async with half_way(stage) as play:
        stage.heeldiary.done("undo")
        await play.massage(30)
        await play.press("x")
        assert kept(stage) == [], "what was taken back does not come back by itself"


async def test_another_entry_between_does_not_split_the_session(stage: Stage) -> None:
    steps = stage.steps_back()
    async with half_way(stage) as play:
        stage.heeldiary.done("log", "4")
        await play.massage(30)
        await play.press("x")
        assert kept(stage) == [({"ki1": 70}, False)]
        assert stage.steps_back() == steps + 2


IN_WORDS = {4: "4 s passed", 8 * 60: "8 min passed", 9 * 3600: "9 h passed", -600: "An unknown time"}
GAPS = pytest.mark.parametrize("gap", sampled(IN_WORDS, (4, -600)))


@GAPS
async def test_a_gap_pauses_and_asks(stage: Stage, gap: int) -> None:
    async with half_way(stage) as play:
        play.seconds.now += gap
        await play.massage(0.25)
        assert play.dialog == "Gap"
        assert IN_WORDS[gap] in " ".join(play.text.split())
        await play.massage(100)
        assert kept(stage) == [({"ki1": 40}, False)], "nothing is counted in silence"
        await play.press("n")
        await play.massage(10)
        await play.press("x")
        assert kept(stage) == [({"ki1": 50}, False)]


@GAPS
async def test_what_was_massaged_through_a_gap_counts_to_the_steps_end(stage: Stage, gap: int) -> None:
    async with half_way(stage) as play:
        play.seconds.now += gap
        await play.massage(0.25)
        await play.press("y", "x")
        assert kept(stage) == [({"ki1": min(90, 40 + max(0, gap))}, False)]


async def test_a_gap_can_be_answered_later(stage: Stage) -> None:
    async with half_way(stage) as play:
        play.seconds.now += 20
        await play.massage(0.25)
        await play.press("escape")
        assert "Paused: press space" in " ".join(play.text.split())
        await play.massage(30)
        await play.press("space", "y")
        await play.massage(10)
        await play.press("x")
        assert kept(stage) == [({"ki1": 70}, False)]


async def test_under_an_open_dialog_the_routine_stands_still(stage: Stage) -> None:
    async with half_way(stage) as play:
        await play.press("question_mark")
        await play.massage(500)
        await play.press("escape", "space")
        assert play.dialog == ""
        await play.massage(10)
        await play.press("x")
        assert kept(stage) == [({"ki1": 50}, False)]


async def test_a_session_over_the_start_of_a_day_keeps_its_day(stage: Stage) -> None:
    stage.clock.set("2026-11-23T03:58:00")
    async with half_way(stage) as play:
        stage.clock.set("2026-11-23T04:02:00")
        await play.look()
        await play.massage(30)
        await play.press("x", "3")
        assert [entry["day"] for entry in stage.entries("massage")] == ["2026-11-22"]
        await play.press("space")
        await play.massage(5 + 10)
        await play.press("x")
        assert [entry["day"] for entry in stage.entries("massage")] == ["2026-11-22", "2026-11-23"]


async def test_a_session_begun_in_the_morning_on_a_screen_left_open_is_the_mornings(stage: Stage) -> None:
    stage.clock.set("2026-11-22T22:00:00")
    async with stage.play(start="routine") as play:
        stage.clock.set("2026-11-23T07:30:00")
        await play.look()
        await play.press("space")
        await play.massage(5 + 10)
        await play.press("x")
        assert [entry["day"] for entry in stage.entries("massage")] == ["2026-11-23"]


async def test_started_and_ended_by_the_diarys_clock(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("space")
        stage.clock.forward(timedelta(seconds=5))
        await play.massage(5)
        stage.clock.forward(timedelta(seconds=60))
        await play.massage(60)
        await play.press("x")
        (entry,) = stage.entries("massage")
        assert entry["started_at"].startswith("2026-11-22T07:04:10")
        assert entry["ended_at"].startswith("2026-11-22T07:05:10")
        stage.clock.forward(timedelta(hours=1))
        await play.press("5")
        assert stage.entries("massage")[0]["ended_at"] == entry["ended_at"]


async def test_no_point_is_ever_kept_with_more_than_half_an_hour(stage: Stage) -> None:
    """The file would refuse it: going back again and again adds up."""
    async with stage.play(start="routine") as play:
        await play.press("space", *["plus"] * 60)
        await play.massage(5 + 1790)
        await play.press("b")
        await play.massage(5 + 60)
        assert kept(stage)[0][0]["ki1"] == 1800
        await play.press("x")
        assert kept(stage) == [({"ki1": 1800}, False)]
        assert "hold" not in play.said, "nothing was refused"


@pytest.mark.parametrize("end", ["x", "s"])
async def test_back_to_a_session_that_a_key_ended(stage: Stage, end: str) -> None:
    async with stage.play(start="routine") as play:
        await play.press("space")
        await play.massage(5 + 20)
        await play.press(end)
        assert "b back to it" in play.text
        assert stage.entries("massage")[0]["steps"][0]["feeling"] == ("sharp" if end == "s" else None)
        await play.press("b")
        assert play.said == "Back in the session: space continues."
        assert stage.entries("massage")[0]["steps"][0]["feeling"] is None
        await play.massage(30)
        await play.press("space")
        await play.massage(10)
        await play.press("x")
        assert stage.entries("massage")[0]["seconds"] == 30
        await play.press("u")
        assert stage.entries() == []


async def test_no_way_back_from_an_end_of_its_own_accord(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("space", *"nnnn")
        assert "back to it" not in play.text
        await play.press("b")
        assert "Back in the session" not in play.said


async def test_a_digit_says_whose_pain_it_is_and_the_next_goes_to_the_empty_foot(stage: Stage) -> None:
    stage.heeldiary.done("settings", "affected-foot", "both")
    async with stage.play((46, 19), start="routine") as play:
        await play.press("space")
        await play.massage(5 + 20)
        await play.press("7")
        assert play.said == "Pain before, left foot: 7/10"
        await play.press("4")
        assert play.said == "Pain before, right foot: 4/10"
        await play.press("6")
        assert play.said == "Pain before, left foot: 6/10 (was 7)"
        await play.press("f")
        await play.massage(5 + 20)
        await play.press("x", "3", "1")
        assert "Before L  6  R  4" in play.text
        assert "After L  3  R  1" in play.text
        scores = {one["foot"]: (one["score_before"], one["score_after"]) for one in stage.entries("massage")}
        assert scores == {"left": (6, 3), "right": (4, 1)}


async def test_the_other_foot_of_a_paused_session_waits(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("space")
        await play.massage(5 + 20)
        await play.press("space", "f")
        await play.massage(60)
        assert "Paused" in play.text
        assert [one["foot"] for one in stage.entries("massage")] == ["left"]
        await play.press("space")
        await play.massage(5 + 20)
        await play.press("x")
        assert sorted(one["foot"] for one in stage.entries("massage")) == ["left", "right"]


async def test_after_a_session_of_one_foot_a_second_digit_says_what_it_replaces(stage: Stage) -> None:
    stage.heeldiary.done("settings", "affected-foot", "both")
    async with stage.play(start="routine") as play:
        await play.press("5", "4", "space")
        await play.massage(5 + 20)
        await play.press("x", "3")
        assert "R  –" not in play.text
        await play.press("2")
        assert play.said == "Pain after, left foot: 2/10 (was 3)"
        await play.press("1", "0")
        assert play.said == "Pain after, left foot: 10/10"
