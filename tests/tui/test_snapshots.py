"""Screens as text, with their colours: anything that moved, vanished or changed shows, whatever caused it."""

from collections.abc import Callable

import pytest

from tests.tui.stage import NORMAL, SMALL, Stage
from tests.tui.test_frame import a_demo


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


TOUR = {
    "diary": "n a s m o j slash comma question_mark number_sign ctrl+p down down e down full_stop left_square_bracket",
    "routine": "6 v v v down right h l question_mark a",
    "trends": "left v v v v v v v w l f left_square_bracket right_square_bracket",
    "care": "down question_mark",
    "guide": "down down down down down down down down down down",
    "experiments": "b b,n left",
}
"""The keys of a tour of each screen; a comma joins keys that are pressed at once. Dialogs are closed by escape."""


@pytest.mark.slow
@pytest.mark.parametrize("size", [SMALL, NORMAL])
@pytest.mark.parametrize("screen", TOUR)
async def test_a_tour_in_colour(
    stage: Stage, snapshot: Callable[[str, str], None], screen: str, size: tuple[int, int]
) -> None:
    """Every screen and what its keys open, at both sizes, with all colours."""
    a_demo(stage, 90)
    async with stage.play(size, screen) as play:
        await play.computed()
        seen = [f"{screen}\n{play.styled_text}"]
        for key in TOUR[screen].split():
            before = len(play.app.screen_stack)
            await play.press(*key.split(","))
            await play.computed()
            seen.append(f"{key}\n{play.styled_text}")
            while len(play.app.screen_stack) > before:
                await play.press("escape")
        snapshot(f"tour-{screen}-{size[0]}", "\n\n".join(seen))
