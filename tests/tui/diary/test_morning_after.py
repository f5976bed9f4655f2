"""The morning after something was done: a quiet line in the Diary, or none."""

import pytest

from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, Play, Stage


def shown(play: Play) -> bool:
    return "7-day mean" in play.text


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL, (200, 60)], [SMALL]))
async def test_after_a_massage_and_a_walk(stage: Stage, size: tuple[int, int]) -> None:
    for day in range(1, 8):
        stage.heeldiary.done("log", "left", "5", "--day", f"{day}d")
    stage.heeldiary.done("log", "massage", "--ki1", "5m", "--day", "1d")
    stage.heeldiary.done("log", "activity", "walking", "45", "--day", "1d")
    async with stage.play(size) as play:
        assert not shown(play), "this morning has no score yet"
        await play.press("6")
        words = " ".join(play.text.split())
        assert "Yesterday: " in words
        assert "massage" in words
        assert "7-day mean 5.0 (7" in words
        await play.press("delete")
        assert not shown(play)
        await play.press("left_square_bracket")
        assert not shown(play), "nothing was done the day before"


async def test_nothing_without_four_mornings(stage: Stage) -> None:
    for day in range(1, 4):
        stage.heeldiary.done("log", "left", "5", "--day", f"{day}d")
    stage.heeldiary.done("log", "care", "ice", "--day", "1d")
    async with stage.play() as play:
        await play.press("6")
        assert not shown(play)
        stage.heeldiary.done("log", "left", "5", "--day", "4d")
        await play.look()
        assert "Yesterday: ice; 7-day mean 5.0 (4 of 7)" in " ".join(play.text.split())


def a_massage_of(stage: Stage, foot: str) -> None:
    """Mornings of both feet, and a massage yesterday."""
    stage.heeldiary.done("settings", "affected-foot", "both")
    for day in range(8):
        stage.heeldiary.done("log", "left", "5", "right", "2", "--day", f"{day}d")
    stage.heeldiary.done("log", "massage", "--foot", foot, "--ki1", "5m", "--day", "1d")


async def test_each_foot_has_its_own(stage: Stage) -> None:
    a_massage_of(stage, "right")
    async with stage.play(NORMAL) as play:
        (line,) = [line for line in play.lines if "Yesterday:" in line]
        assert "7-day mean 2.0 (7" in line
        row = play.lines.index(line)
        assert "worst" in play.lines[row - 1], "right beneath the right foot's score"


async def test_a_small_screen_has_the_note_of_the_foot_in_sight(stage: Stage) -> None:
    a_massage_of(stage, "both")
    async with stage.play(SMALL) as play:
        assert "7-day mean 5.0 (7" in play.text
        assert "7-day mean 2.0 (7" not in play.text
        below = play.lines.index(next(line for line in play.lines if "After sitting" in line))
        await play.press("down")
        assert "7-day mean 2.0 (7" in play.text
        assert "7-day mean 5.0 (7" not in play.text
        assert "After sitting" in play.lines[below], "nothing below has moved"
        await play.press("down")
        assert "7-day mean 5.0 (7" in play.text, "the affected foot's, when no first steps have the focus"


async def test_nothing_moves_when_it_speaks(stage: Stage) -> None:
    for day in range(1, 8):
        stage.heeldiary.done("log", "left", "5", "--day", f"{day}d")
    stage.heeldiary.done("log", "massage", "--ki1", "5m", "--day", "1d")
    async with stage.play() as play:
        before = play.lines.index(play.line("After sitting"))
        await play.press("6")
        assert "Yesterday" in play.text
        assert play.lines.index(play.line("After sitting")) == before
