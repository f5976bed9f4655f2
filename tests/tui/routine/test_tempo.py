"""Routines with a tempo in the app: stretches and heel raises run to their end, planned days, and the progression."""

import re
from datetime import date, timedelta
from typing import Any

import pytest

from heeldiary.domain.entries import Care, Guided, GuidedStep
from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from heeldiary.store.recording import log
from heeldiary.tui.diary.plan_lines import PlanLines
from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, Play, Stage

SIZES = pytest.mark.parametrize("size", sampled([SMALL, NORMAL, (160, 50), (200, 60)], [SMALL]))
TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def nothing_against_it(stage: Stage) -> None:
    """There is no reason against it."""
    stage.answered()


def did(stage: Stage, ago: int, name: str = "heel-raise") -> None:
    """Have a routine that counts as care done some days ago."""
    session = Guided("left", name, (GuidedStep("heel-raise", 96, 12),))
    with Diary(open_to_write(str(stage.heeldiary.diary)), stage.clock, stage.random) as diary:
        log(diary, [Care("strengthening", 2, session=session)], day=TODAY - timedelta(days=ago))


async def choose(play: Play, number: int) -> None:
    """Choose a routine by its place in the list."""
    await play.press("l", "home", *["down"] * number, "enter")


def care(stage: Stage) -> dict[str, Any]:
    """The one care entry there is."""
    (entry,) = stage.entries("care")
    return entry


@pytest.mark.slow
@SIZES
async def test_a_heel_raise_to_its_end(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.play(size, "routine") as play:
        await choose(play, 2)
        assert "Heel raise on one leg" in play.text
        await play.press("6", "space")
        await play.massage(5 + 1)
        assert "Up" in play.words("Countdown")
        assert "1 of 12" in play.words("Countdown")
        await play.massage(8 + 3)
        assert "Hold" in play.words("Countdown")
        assert "2 of 12" in play.words("Countdown")
        await play.massage(96 - 12 + 1)
        assert "Rest" in play.words("Countdown")
        assert "then set 2 of 3; n ends the rest" in play.words("Countdown")
        await play.massage(119)
        assert "2 of 3" in play.words("StepList" if size[1] < 40 else "#steps") or size == SMALL
        await play.massage(96)
        await play.press("n")
        assert "Get ready" in play.words("Countdown")
        await play.massage(5 + 96)
        assert "Done" in play.text
        await play.press("4")
        entry = care(stage)
        session = entry.pop("session")
        assert (entry["kind"], entry["minutes"], entry["source"]) == ("strengthening", 5, "routine")
        assert [(step["point"], step["seconds"], step["repetitions"]) for step in session["steps"]] == [
            ("heel-raise", 96, 12)
        ] * 3
        assert (session["foot"], session["routine"], session["finished"]) == ("left", "heel-raise", True)
        assert (session["score_before"], session["score_after"]) == (6, 4)
        assert session["started_at"]
        assert session["ended_at"]
        assert stage.entries("massage") == []
        await play.press("c")
        assert "strengthening" in play.text
        await play.press("u")
        assert stage.entries() == []


@SIZES
async def test_a_stretch_to_its_end(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.play(size, "routine") as play:
        await choose(play, 1)
        await play.press("space")
        await play.massage(5 + 9)
        assert "Pull" in play.words("Countdown")
        await play.massage(2)
        assert "Let go" in play.words("Countdown")
        await play.massage(130 - 11)
        assert "Done" in play.text
        entry = care(stage)
        assert (entry["kind"], entry["minutes"]) == ("stretching", 2)
        assert entry["session"]["steps"] == [{"point": "fascia", "seconds": 130, "repetitions": 10, "feeling": None}]
        assert entry["session"]["finished"] is True


async def test_part_of_a_set_counts_whole_repetitions(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await choose(play, 2)
        await play.press("space")
        await play.massage(5 + 39)
        await play.press("w", "x")
        session = care(stage)["session"]
        assert session["steps"] == [{"point": "heel-raise", "seconds": 39, "repetitions": 4, "feeling": "warm"}]
        assert session["finished"] is False
        assert care(stage)["minutes"] == 1


async def test_more_of_a_set_by_whole_repetitions(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await choose(play, 2)
        await play.press("space")
        await play.massage(5 + 8)
        await play.press("plus")
        assert "2 of 16" in play.words("Countdown")


@pytest.mark.slow
async def test_broken_off_in_a_set_it_goes_on_there(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await choose(play, 2)
        await play.press("space")
        await play.massage(5 + 96 + 120 + 20)
    async with stage.play(start="routine") as play:
        await play.press("space")
        assert "Heel raise on one leg, left foot" in play.words("#panel")
        await play.press("1")
        await play.massage(5 + 76 + 120 + 96)
        assert "Done" in play.text
        assert [step["repetitions"] for step in care(stage)["session"]["steps"]] == [12, 12, 12]


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("ago", "sets", "repetitions"), [(13, 3, 12), (14, 4, 10), pytest.param(27, 4, 10, marks=pytest.mark.thorough),
                                     pytest.param(None, 3, 12, marks=pytest.mark.thorough), (28, 5, 8)]
)  # fmt: skip
async def test_the_progression(stage: Stage, ago: int | None, sets: int, repetitions: int) -> None:
    if ago is not None:
        did(stage, ago)
    async with stage.play(NORMAL, "routine") as play:
        await choose(play, 2)
        assert f"set 1 of {sets}, {repetitions} times" in play.words("StepList")
        await play.press("space")
        await play.massage(5 + repetitions * 8)
        assert f"then set 2 of {sets}" in play.words("Countdown")
        (step,) = max(stage.entries("care"), key=lambda entry: str(entry["day"]))["session"]["steps"]
        assert step["repetitions"] == repetitions
        await play.press("x")
    told = stage.heeldiary.done("routine", "show", "heel-raise").out
    assert f"{sets} sets of {repetitions}: up 3 s" in told


async def test_the_planned_routine_is_the_one_that_is_open(stage: Stage) -> None:
    stage.heeldiary.done("routine", "plan", "fascia-stretch", "daily, 2 times")
    async with stage.play(start="routine") as play:
        assert "Toes to the shin" in play.text
        for done in (1, 2):
            await play.press("space")
            await play.massage(5 + 130)
            await play.press("d")
            assert (
                play.words("PlanLines").strip() == f"Plan Plantar fascia stretch {'✓ ' if done == 2 else ''}{done} of 2"
            )
            await play.press("r")
            await play.look()
    async with stage.play(start="routine") as play:
        assert "Kidney 1" in play.text, "what is done for today makes room"
        await choose(play, 2)
        assert "Heel raise" in play.text, "what is chosen goes before what is planned"


async def test_not_planned_for_today_it_is_not_opened(stage: Stage) -> None:
    stage.heeldiary.done("routine", "plan", "fascia-stretch", "mon")
    async with stage.play(start="routine") as play:
        assert "Kidney 1" in play.text


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL], [SMALL]))
async def test_the_diary_tells_the_week_against_its_plans(stage: Stage, size: tuple[int, int]) -> None:
    stage.clock.set("2026-11-16T08:00:00")
    stage.heeldiary.done("routine", "plan", "heel-raise", "daily")
    stage.heeldiary.done("routine", "plan", "fascia-stretch", "mon wed fri")
    stage.clock.set("2026-11-22T08:00:00")
    for ago in (6, 5, 4, 2, 0):
        did(stage, ago)
    async with stage.play(size) as play:
        assert re.search(r"High-load heel raise ✓ (done today · )?5 of 7", play.words("PlanLines"))
        assert "0 of 3" in play.words("PlanLines")
        assert play.text.count("✓") == 1, "what is not meant for today is not ticked"
        assert ("done today" in play.text) == (size == NORMAL)
        assert ("not today" in play.text) == (size == NORMAL)
        for word in ("streak", "missed", "failed"):
            assert word not in play.text.lower()
        await play.press("u")
        assert "4 of 7" in play.words("PlanLines")
        assert "✓" not in play.text


async def test_without_a_plan_there_is_no_line(stage: Stage) -> None:
    async with stage.play() as play:
        assert not play.app.screen.query_one(PlanLines).display
        stage.heeldiary.done("routine", "plan", "clinic", "daily")
        await play.look()
        assert "The clinic's massage 0 of 1" in play.words("PlanLines")


async def test_a_pause_is_told_with_its_end(stage: Stage) -> None:
    stage.heeldiary.done("routine", "plan", "clinic", "daily")
    stage.heeldiary.done("routine", "pause", "--until", "2026-12-01", "--note", "flu")
    for size in (SMALL, NORMAL):
        async with stage.play(size) as play:
            assert "paused until Tue 1 Dec 2026" in play.words("PlanLines")


async def test_a_strip_says_that_there_are_more_steps(stage: Stage) -> None:
    steps = "".join(f'[[step]]\npoint = "spot {number}"\nseconds = 60\n' for number in range(1, 8))
    stage.heeldiary.done("routine", "new", "-", stdin=f'name = "mine"\n{steps}')
    async with stage.play(start="routine") as play:
        await choose(play, 3)
        await play.press("space")
        for number in range(1, 8):
            rows = play.rows("#steps-row StepList")
            assert f"Spot {number}" in rows[0]
            assert rows[1].startswith("…") == ("Spot 1" not in rows[0])
            assert rows[1].endswith("…") == ("Spot 7" not in rows[0])
            await play.press("n")


async def test_four_steps_are_all_there_are(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        assert "…" not in play.rows("#steps-row StepList")[1]
