"""The routine by its keys: the clock, the points, both feet, and the resulting entries."""

from typing import Any

import pytest

from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, Play, Stage

CLINIC = {"ki1": 90, "shimian": 90, "heel": 120, "calf": 180}


@pytest.fixture(autouse=True)
def nothing_against_it(stage: Stage) -> None:
    """There is no reason against a massage; test_routine_ask_first.py is about the questions."""
    stage.answered()


def sessions(stage: Stage) -> list[dict[str, Any]]:
    return stage.entries("massage")


def seconds(entry: dict[str, Any]) -> dict[str, int]:
    return {step["point"]: step["seconds"] for step in entry["steps"]}


async def run_clinic(play: Play, feet: int = 1) -> None:
    """The whole routine at the clinic's times, the soft steps ended by `n`."""
    for _ in range(feet):
        for point, length in CLINIC.items():
            await play.massage(5 + length)
            if point in ("heel", "calf"):
                await play.press("n")


@pytest.mark.slow
@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_a_whole_session(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.play(size, "routine") as play:
        assert sessions(stage) == []
        await play.press("6", "space")
        assert "Get ready" in play.text
        await run_clinic(play)
        assert "Done" in play.text
        await play.press("4")
        (entry,) = sessions(stage)
        assert seconds(entry) == CLINIC
        assert (entry["foot"], entry["routine"], entry["seconds"], entry["finished"]) == ("left", "clinic", 480, True)
        assert (entry["score_before"], entry["score_after"], entry["source"]) == (6, 4, "routine")
        assert entry["started_at"] is not None
        assert entry["ended_at"] is not None
        await play.press("d")
        assert "6 then 4" in play.text.replace("6, then", "6 then")
        await play.press("t")
        assert "8 min" in play.words("Readout")


async def test_it_begins_by_itself_after_getting_ready(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        assert "space starts" in play.text
        await play.press("space")
        assert "thumb or knuckle in the hollow" in " ".join(play.text.split())
        await play.massage(4.9)
        assert "Get ready" in play.text
        await play.massage(0.2)
        assert "Get ready" not in play.text


async def test_the_seconds_of_the_settings(stage: Stage) -> None:
    for name, value in (("ki1-seconds", "60"), ("shimian-seconds", "120"), ("ready-seconds", "3")):
        stage.heeldiary.done("settings", name, value)
    async with stage.play(start="routine") as play:
        await play.press("space")
        await play.massage(3 + 60 + 3 + 120)
        await play.press("x")
        assert seconds(sessions(stage)[0]) == {"ki1": 60, "shimian": 120}


async def test_settings_changed_meanwhile_hold_from_the_next_session(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        stage.heeldiary.done("settings", "ki1-seconds", "60")
        await play.look()
        assert "1:00" in play.text
        await play.press("space")
        stage.heeldiary.done("settings", "ki1-seconds", "120")
        await play.massage(5 + 60)
        await play.look()
        await play.massage(5 + 10)
        await play.press("x")
        assert seconds(sessions(stage)[0]) == {"ki1": 60, "shimian": 10}


async def test_pause_and_go_on(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("space")
        await play.massage(5 + 20)
        await play.press("space")
        assert "Paused" in play.text
        await play.massage(600)
        await play.press("space")
        assert "Paused" not in play.text
        await play.massage(10)
        await play.press("x")
        assert seconds(sessions(stage)[0]) == {"ki1": 30}


async def test_next_back_and_longer(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("space")
        await play.massage(5 + 20)
        await play.press("n")
        assert "Shi Mian" in play.text
        await play.massage(5 + 10)
        await play.press("b", "plus")
        assert "2:00" in play.text
        await play.massage(5 + 120)
        assert "Get ready" in play.text
        await play.press("x")
        (entry,) = sessions(stage)
        assert seconds(entry) == {"ki1": 140, "shimian": 10}
        assert entry["finished"] is False


async def test_heel_and_calf_count_on_until_n_and_five_minutes_at_most(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("space")
        assert "ends by itself" not in play.text
        await play.press("n", "n")
        assert "ends by itself after 5:00, sooner with n" in play.words("Countdown")
        await play.massage(5 + 120 + 30)
        assert "Time is up: n goes on, or after 5:00" in play.text
        await play.press("n")
        await play.massage(5 + 400)
        assert "Done" in play.text
        assert seconds(sessions(stage)[0]) == {"heel": 150, "calf": 300}


async def test_both_feet_each_in_full(stage: Stage) -> None:
    stage.heeldiary.done("settings", "affected-foot", "both")
    async with stage.play(start="routine") as play:
        steps = stage.steps_back()
        assert "16:00" in play.text
        await play.press("6", "space")
        await run_clinic(play)
        assert "Right" in play.text or "right" in play.text
        await play.press("5")
        await run_clinic(play)
        await play.press("4", "2", "3", "f", "f")
        left, right = sorted(sessions(stage), key=lambda entry: str(entry["foot"]))
        assert (left["foot"], right["foot"]) == ("left", "right")
        for entry in (left, right):
            assert seconds(entry) == CLINIC
            assert entry["finished"] is True
        assert (left["score_before"], left["score_after"]) == (6, 3)
        assert (right["score_before"], right["score_after"]) == (5, 2)
        assert stage.steps_back() == steps + 1
        await play.press("u")
        assert sessions(stage) == []


@pytest.mark.parametrize(("presses", "feet"), [(0, ["left"]), (1, ["right"]), (2, ["left", "right"]), (3, ["left"])])
async def test_the_feet_before_the_start(stage: Stage, presses: int, feet: list[str]) -> None:
    async with stage.play(start="routine") as play:
        await play.press(*["f"] * presses, "space")
        await play.massage(5 + 10)
        await play.press("x")
        assert [entry["foot"] for entry in sessions(stage)] == feet[:1]
        assert ("right foot" in play.text.lower()) == (feet == ["right"]) or len(feet) == 2


async def test_the_feet_of_the_command_line(stage: Stage) -> None:
    async with stage.play(start="routine", feet=("right",)) as play:
        await play.press("space")
        await play.massage(5 + 10)
        await play.press("x")
        assert sessions(stage)[0]["foot"] == "right"


async def test_the_other_foot_on_the_way(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("space")
        await play.massage(5 + 90)
        await play.press("f")
        await play.massage(5 + 40)
        await play.press("f")
        await play.massage(5 + 30)
        await play.press("x")
        assert {entry["foot"]: seconds(entry) for entry in sessions(stage)} == {
            "left": {"ki1": 90, "shimian": 30}, "right": {"ki1": 40},
        }  # fmt: skip


async def test_finish_here_keeps_what_was_done_and_space_begins_anew(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        for times in (1, 2):
            await play.press("space")
            await play.massage(5 + 50)
            await play.press("x")
            assert [seconds(entry) for entry in sessions(stage)] == [{"ki1": 50}] * times
            assert "part session" in " ".join(play.text.split())
        assert len({entry["id"] for entry in sessions(stage)}) == 2


async def test_finished_before_anything_was_done_keeps_nothing(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        steps = stage.steps_back()
        await play.press("x", "n", "b", "plus", "space", "x", "4")
        assert sessions(stage) == []
        assert stage.steps_back() == steps


async def test_keys_before_and_after_a_session_do_no_harm(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("n", "b", "plus", "x", "p", "e", "w", "o", "s")
        assert "space starts" in play.text
        assert sessions(stage) == []
        await play.press("space")
        await play.massage(5 + 50)
        await play.press("x")
        before = sessions(stage)
        await play.press("n", "b", "plus", "x")
        assert sessions(stage) == before
        assert play.app.is_running


FEELINGS = {"p": "painful", "e": "easing", "w": "warm", "o": "nothing"}


@pytest.mark.parametrize("key", sampled(FEELINGS, ("e", "o")))
async def test_what_a_point_felt_like(stage: Stage, key: str) -> None:
    feeling = FEELINGS[key]
    async with stage.play(start="routine") as play:
        await play.press("space")
        await play.massage(5 + 20)
        await play.press(key)
        await play.press("n")
        await play.massage(5 + 20)
        await play.press("x")
        assert [step["feeling"] for step in sessions(stage)[0]["steps"]] == [feeling, None]


@pytest.mark.parametrize("left_by", sampled(["n", "b", "f"], ["n", "f"]))
async def test_while_getting_ready_a_feeling_is_that_of_the_point_just_left(stage: Stage, left_by: str) -> None:
    async with stage.play(start="routine") as play:
        await play.press("space", "n")
        await play.massage(5 + 20)
        await play.press(left_by, "w")
        await play.massage(5 + 20)
        await play.press("x")
        felt = {(entry["foot"], step["point"]): step["feeling"] for entry in sessions(stage) for step in entry["steps"]}
        assert felt.pop(("left", "shimian")) == "warm"
        assert set(felt.values()) == {None}


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL], [SMALL]))
async def test_sharp_ends_the_session_and_says_why(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.play(size, "routine") as play:
        await play.press("space")
        await play.massage(5 + 20)
        await play.press("s")
        (entry,) = sessions(stage)
        assert [(step["point"], step["feeling"]) for step in entry["steps"]] == [("ki1", "sharp")]
        assert entry["finished"] is False
        assert "Done" in play.text
        read = play.words("#words")
        assert "sharp, electric or numb" in read
        assert "see a clinician" in read, "all of it can be read"
        await play.massage(60)
        assert seconds(sessions(stage)[0]) == {"ki1": 20}


async def test_mute_is_kept(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("M")
        assert stage.heeldiary.done("settings", "sound", "--json").json == {"sound": "off"}
        await play.press("M")
        assert stage.heeldiary.done("settings", "sound", "--json").json == {"sound": "on"}


@pytest.mark.parametrize("between", sampled(["M", "t", "question_mark", "comma", "look"], ["M", "comma", "look"]))
async def test_pain_before_is_not_lost_on_the_way_to_the_start(stage: Stage, between: str) -> None:
    async with stage.play(start="routine") as play:
        await play.press("1", "0")
        if between == "look":
            stage.heeldiary.done("log", "3")
            await play.look()
        else:
            await play.press(between, *(() if between == "M" else ("r",) if between == "t" else ("escape",)))
        await play.press("space")
        await play.massage(5 + 10)
        await play.press("x")
        assert sessions(stage)[0]["score_before"] == 10


async def test_pain_never_has_to_be_given(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("space")
        await play.massage(5 + 10)
        await play.press("x", "d")
        (entry,) = sessions(stage)
        assert (entry["score_before"], entry["score_after"]) == (None, None)


async def test_before_a_start_there_is_no_step_to_leave(stage: Stage) -> None:
    async with stage.play(NORMAL, "routine") as play:
        await play.press("n")
        assert play.said == "There is no step to leave yet: space starts the first one."


async def test_after_a_session_the_diary_shows_today(stage: Stage) -> None:
    stage.answered()
    async with stage.play() as play:
        await play.press("left_square_bracket", "r", "space")
        await play.massage(30)
        await play.press("d")
        assert "21 Nov" in play.text, "it has not ended"
        await play.press("r", "x", "d")
        assert play.said == "Back to today, Sun 22 Nov 2026: your session is there."
        await play.press("left_square_bracket")
        assert play.said == ""
        await play.press("right_square_bracket", "4")
        assert stage.scores() == {"2026-11-22": 4}
        await play.press("r", "space")
        await play.massage(30)
        await play.press("x", "d")
        assert "today" not in play.said, "today was shown before"


async def test_the_end_names_the_points_that_were_painful(stage: Stage) -> None:
    stage.answered()
    async with stage.play(start="routine") as play:
        await play.press("space")
        await play.massage(20)
        await play.press("p", "n")
        await play.massage(20)
        await play.press("w", "x")
        assert "Painful KI1" in play.words("#words")
        assert "Shi Mian" not in play.words("#words").partition("Painful")[2]
