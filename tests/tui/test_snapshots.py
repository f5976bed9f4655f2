"""A few screens as text: anything that moved or vanished shows, whatever caused it."""

from collections.abc import Callable

import pytest

from tests.tui.stage import NORMAL, SMALL, Stage
from tests.tui.test_frame import a_demo


@pytest.mark.grid(4)
@pytest.mark.parametrize("size", [SMALL, NORMAL])
@pytest.mark.parametrize("screen", ["diary", "routine", "trends", "care", "guide"])
async def test_screens(stage: Stage, snapshot: Callable[[str, str], None], screen: str, size: tuple[int, int]) -> None:
    a_demo(stage)
    async with stage.play(size, screen) as play:
        snapshot(f"{screen}-{size[0]}", play.text)


async def test_the_first_start(empty: Stage, snapshot: Callable[[str, str], None]) -> None:
    async with empty.play() as play:
        snapshot("welcome-80", play.whole_text)


async def test_hands_on_the_foot(stage: Stage, snapshot: Callable[[str, str], None]) -> None:
    stage.answered()
    async with stage.play(NORMAL, "routine") as play:
        await play.press("6", "space")
        snapshot("routine-ready-120", play.text)
        await play.massage(5 + 48)
        snapshot("routine-running-120", play.text)
        await play.press("x")
        snapshot("routine-done-120", play.text)
