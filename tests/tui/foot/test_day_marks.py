"""Marks without a session: saved at once, shown wherever the day is, and none lost or doubled beside a session's."""

import pytest

from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, TO_LAST_ROW, Stage

TODAY = "2026-11-22"


@pytest.fixture(autouse=True)
def nothing_against_it(stage: Stage) -> None:
    """There is no reason against a massage."""
    stage.answered()


def areas(stage: Stage) -> list[tuple[str, str, list[str]]]:
    """The day, foot and areas of each entry that is nothing but marks."""
    return [(entry["day"], entry["foot"], entry["areas"]) for entry in stage.entries("sore")]


def of_sessions(stage: Stage) -> list[list[str]]:
    """The marks of each massage."""
    return [entry["sore"] for entry in stage.entries("massage")]


@pytest.mark.parametrize("end", [True, False])
async def test_a_mark_is_saved_at_once_and_is_there_after_any_end(stage: Stage, end: bool) -> None:
    async with stage.play(NORMAL, "routine", end=end) as play:
        await play.press("up", "h")
        assert play.said == "Hollow behind the ball, left foot: it hurts here today."
        assert areas(stage) == [(TODAY, "left", ["hollow"])]
        await play.press("down", "h")
        assert areas(stage) == [(TODAY, "left", ["hollow", "arch"])], "one entry a foot and day"
    async with stage.play(NORMAL, "routine") as play:
        await play.press("up")
        assert "it hurts here; h removes the mark" in play.words("#words")
        await play.press("h", "down", "h")
        assert areas(stage) == [], "an entry without areas is gone"
        assert "no longer marked" in play.said


async def test_each_mark_is_one_step_back(stage: Stage) -> None:
    async with stage.play(NORMAL, "routine") as play:
        states = [areas(stage)]
        for keys in (("up", "h"), ("down", "h"), ("up", "h"), ("down", "h")):
            await play.press(*keys)
            states.append(areas(stage))
        for state in reversed(states[:-1]):
            await play.press("u")
            assert areas(stage) == state
        assert "hurts here" not in play.words("#words").replace("h marks that it hurts here", "")


async def test_the_other_foot_has_marks_of_its_own(stage: Stage) -> None:
    async with stage.play(NORMAL, "routine") as play:
        await play.press("up", "h", "f", "h")
        assert areas(stage) == [(TODAY, "left", ["hollow"]), (TODAY, "right", ["hollow"])]


async def test_marks_before_a_session_stay_and_are_not_doubled_by_it(stage: Stage) -> None:
    async with stage.play(NORMAL, "routine") as play:
        await play.press("up", "h", "space")
        await play.massage(5 + 20)
        assert (areas(stage), of_sessions(stage)) == ([(TODAY, "left", ["hollow"])], [[]])
        await play.press("down", "h")
        assert (areas(stage), of_sessions(stage)) == ([(TODAY, "left", ["hollow"])], [["arch"]])
        await play.press("up", "h")
        assert (areas(stage), of_sessions(stage)) == ([], [["arch"]]), "the mark of the day is taken away"
        await play.press("h", "x")
        assert (areas(stage), of_sessions(stage)) == ([], [["arch", "hollow"]])


async def test_a_mark_of_the_session_is_the_sessions_after_another_program_wrote(stage: Stage) -> None:
    async with stage.play(NORMAL, "routine") as play:
        await play.press("space")
        await play.massage(5 + 20)
        await play.press("up", "h")
        stage.heeldiary.done("log", "note", "by a script")
        await play.look()
        await play.press("h")
        assert "h marks that it hurts here" in play.words("#words")
        assert (areas(stage), of_sessions(stage)) == ([], [[]])
        await play.press("h")
        assert (areas(stage), of_sessions(stage)) == ([], [["hollow"]])


@pytest.mark.parametrize("seconds", [0, 3, 5.2])
async def test_a_mark_while_nothing_is_done_yet_is_not_lost(stage: Stage, seconds: float) -> None:
    """Getting ready, a session has nothing to save, and broken off there it never will have."""
    async with stage.play(NORMAL, "routine", end=False) as play:
        await play.press("space")
        await play.massage(seconds)
        await play.press("up", "h")
    assert areas(stage) == [(TODAY, "left", ["hollow"])]
    assert of_sessions(stage) == []


async def test_a_mark_on_a_foot_that_is_not_massaged_after_all(stage: Stage) -> None:
    async with stage.play(NORMAL, "routine", feet=("left", "right")) as play:
        await play.press("space")
        await play.massage(5 + 20)
        await play.press("up", "h", "f", "h", "x")
        assert (areas(stage), of_sessions(stage)) == ([(TODAY, "right", ["hollow"])], [["hollow"]])


async def test_a_mark_of_an_earlier_session_is_seen_and_taken_away(stage: Stage) -> None:
    async with stage.play(NORMAL, "routine") as play:
        await play.press("space")
        await play.massage(5 + 20)
        await play.press("up", "h", "x", "space", "x", "up")
        assert of_sessions(stage) == [["hollow"]]
        assert "h removes the mark" in play.words("#words")
        await play.press("h")
        assert (areas(stage), of_sessions(stage)) == ([], [[]])
        await play.press("u")
        assert of_sessions(stage) == [["hollow"]]


async def test_a_broken_off_session_does_not_bring_back_a_mark_that_was_taken_away(stage: Stage) -> None:
    async with stage.play(NORMAL, "routine", end=False) as play:
        await play.press("space")
        await play.massage(5 + 20)
        await play.press("up", "h")
    async with stage.play(NORMAL, "routine") as play:
        await play.press("up", "h")
        assert of_sessions(stage) == [[]]
        await play.press("space", "1")
        await play.massage(5 + 5)
        await play.press("x")
        assert of_sessions(stage) == [[]]


async def test_a_held_diary_gets_the_mark_as_soon_as_it_is_let_go(stage: Stage) -> None:
    async with stage.play(NORMAL, "routine") as play:
        with stage.held():
            await play.press("up", "h")
            assert "Another program is using the diary" in play.said
        assert await play.until(lambda: areas(stage) == [(TODAY, "left", ["hollow"])])


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL], [SMALL]))
async def test_the_diary_has_a_row_only_on_a_day_with_marks(stage: Stage, size: tuple[int, int]) -> None:
    stage.heeldiary.done("mark", "heel-inner", "arch", "--day", "yesterday")
    async with stage.play(size) as play:
        assert "Sore" not in play.text
        await play.press("left_square_bracket")
        assert "left, inner heel" in play.line("Sore")


async def test_in_the_diary_marks_are_changed_and_deleted(stage: Stage) -> None:
    stage.heeldiary.done("mark", "heel-inner", "arch")
    async with stage.play(NORMAL) as play:
        await play.press(*TO_LAST_ROW, "up", "enter")
        assert play.dialog == "Form"
        assert "heel-inner, arch" in play.text
        await play.press("tab", "end")
        await play.type(", achilles")
        await play.press("enter")
        assert areas(stage) == [(TODAY, "left", ["heel-inner", "arch", "achilles"])]
        await play.press("enter", "tab", "end")
        await play.type(", heel")
        await play.press("enter")
        assert play.dialog == "Form"
        assert "say which" in play.words("#problem").lower()
        await play.press("ctrl+r", "escape", "delete")
        assert areas(stage) == []
        await play.press("u")
        assert areas(stage) == [(TODAY, "left", ["heel-inner", "arch", "achilles"])]


async def test_trends_show_a_week_that_has_marks_and_no_session(stage: Stage) -> None:
    stage.heeldiary.done("mark", "arch", "--day", "2026-11-03")
    stage.heeldiary.done("mark", "arch", "--day", "2026-11-05")
    async with stage.play(NORMAL, "trends") as play:
        await play.press(*"v" * 7)
        (line,) = [line for line in play.rows("TrendChart") if line.strip().startswith("Arch")]
        assert line.split() == ["Arch", "2"]
    assert "Where it hurt: arch on 2 days." in stage.heeldiary.done("trends", "--plain").out
