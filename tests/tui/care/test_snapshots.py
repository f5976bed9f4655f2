"""The Care page by keys and clicks, and what it says."""

from collections.abc import Callable
from datetime import timedelta

from heeldiary.domain.entries import Care, Pain
from heeldiary.store.recording import log
from tests.tui.stage import SMALL, Stage
from tests.tui.tours import TODAY, heard, opened, plain, styled, tour

Snapshot = Callable[[str, str], None]


async def test_the_courses_and_the_last_year(stage: Stage, snapshot: Snapshot) -> None:
    with opened(stage) as diary:
        for ago in range(40):
            log(diary, [Pain("left", "first-step", 3 + ago // 10)], day=TODAY - timedelta(days=ago))
        for ago in (20, 10, 3):
            log(diary, [Care("needles", 30, "spring", None, 12)], day=TODAY - timedelta(days=ago))
        for ago in (0, 365, 366, 367):
            log(diary, [Care("ice", 10)], day=TODAY - timedelta(days=ago), note="a\nb", tags=("rain",))
    async with stage.play(SMALL, "care") as play:
        seen = [styled(play)]
        seen.append(
            await tour(play, ["down", "enter", "escape", "up", "up", "delete", "u", "o", '"tape', "enter"], heard)
        )
        await play.click("30 min")
        seen += [heard(play), plain(play)]
        await play.press("escape")
        snapshot("care", "\n\n".join(seen))


async def test_nothing_in_the_last_year(stage: Stage, snapshot: Snapshot) -> None:
    async with stage.play(SMALL, "care") as play:
        snapshot("care-empty", f"{styled(play)}\n\n{await tour(play, ['enter', 'delete', 'down', 'up'], heard)}")
