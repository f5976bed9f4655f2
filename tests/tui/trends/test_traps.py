"""Traps in Trends, one by one or all at once; courses in Care, their figures computed beside the screen."""

import pytest

from heeldiary.domain.courses.text import STANDING
from heeldiary.domain.traps.text import SHORT_TITLES, TITLES
from tests.tui.stage import NORMAL, SMALL, Play, Stage


async def to_traps(play: Play) -> None:
    """Switch to the view and wait for its result."""
    while getattr(play.app.page, "view", "") != "traps":
        await play.press("v")
    assert await play.until(lambda: "Computing" not in play.text)


def a_diary(stage: Stage) -> None:
    lines = [
        f'{{"type": "pain", "day": "2026-{9 + n // 30:02}-{n % 30 + 1:02}", "foot": "left", "moment": "first-step",'
        f' "score": {3 + n * 7 % 5}}}'
        for n in range(80)
        if n % 9
    ]
    path = stage.heeldiary.home.parent / "in.jsonl"
    path.write_text("\n".join(lines))
    stage.heeldiary.done("import", str(path))


@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_one_by_one(stage: Stage, size: tuple[int, int]) -> None:
    a_diary(stage)
    async with stage.play(size, "trends") as play:
        await to_traps(play)
        seen = []
        for _ in TITLES:
            seen.append(play.words("TrendChart"))
            assert all(title in seen[-1] for title in SHORT_TITLES)
            await play.press("right")
        assert len(set(seen)) == 4
        assert play.words("TrendChart") == seen[0]
        await play.press("left")
        assert play.words("TrendChart") == seen[3]
        for words, told in zip(seen, ("The worst of your", "Too early", "Hansen 2018", "mornings logged"), strict=True):
            assert told in words


async def test_all_at_once(stage: Stage) -> None:
    a_diary(stage)
    async with stage.play((200, 60), "trends") as play:
        await to_traps(play)
        assert all(title in play.text for title in TITLES)


@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_a_course_and_its_figures(stage: Stage, size: tuple[int, int]) -> None:
    a_diary(stage)
    for day in ("2026-10-01", "2026-10-15", "2026-10-30"):
        stage.heeldiary.done("log", "care", "acupuncture", "--course", "autumn", "--visits", "3", "--day", day)
    async with stage.play(size, "care") as play:
        assert "visit 3 of 3" in play.line("autumn"), "at once"
        await play.app.workers.wait_for_complete()
        assert await play.until(lambda: "chance ±" in play.text)
        assert "no clear change" in play.text
        assert STANDING in " ".join(play.text.split())
        stage.heeldiary.done("undo")
        await play.look()
        await play.app.workers.wait_for_complete()
        assert "visit 2 of 3" in play.line("autumn")
