"""The Trends page by keys and clicks as it is seen, and what it says."""

from collections.abc import Callable
from datetime import timedelta

from heeldiary.domain.entries import Care, Massage, MassageStep, Pain
from heeldiary.store.recording import log
from heeldiary.tui.trends.page import TrendsPage
from tests.tui.stage import NORMAL, SMALL, Play, Stage
from tests.tui.tours import TODAY, heard, opened, plain, styled, tour

Snapshot = Callable[[str, str], None]


def weeks(stage: Stage, number: int) -> None:
    """Log some weeks of mornings, and care and massage in the last two."""
    with opened(stage) as diary:
        for ago in range(7 * (number - 1) + 7):
            log(diary, [Pain("left", "first-step", ago * 3 % 10)], day=TODAY - timedelta(days=ago))
        for ago, kind in enumerate(("ice", "tape", "ice", "needles", "stretching")):
            log(diary, [Care(kind, 10)], day=TODAY - timedelta(days=ago))
        log(diary, [Massage("left", (MassageStep("ki1", 90),))], day=TODAY)


def state(play: Play) -> str:
    """What of Trends is open."""
    page = play.app.page
    assert isinstance(page, TrendsPage)
    return f"{page.view} {page.weeks} {page.foot} {page.selected} {page._panel} | {heard(play)}"


async def test_four_weeks_and_five_have_different_ranges(stage: Stage) -> None:
    weeks(stage, 4)
    async with stage.play(SMALL, "trends") as play:
        assert state(play).startswith("weeks 4 left")
    with opened(stage) as diary:
        log(diary, [Pain("left", "first-step", 1)], day=TODAY - timedelta(days=28))
    async with stage.play(SMALL, "trends") as play:
        assert state(play).startswith("weeks 12 left")


async def test_by_keys_and_by_clicks(stage: Stage, snapshot: Snapshot) -> None:
    weeks(stage, 6)
    async with stage.play(NORMAL, "trends") as play:
        seen = [styled(play)]
        keys = [
            "left",
            "left",
            "right",
            "right",
            "right",
            "left_square_bracket",
            "left_square_bracket",
            "right_square_bracket",
            "f",
            "f",
            "w",
            "escape",
        ]
        seen.append(await tour(play, keys, state))
        for name in ("Load", "Where", "Days", "Calendar", "all", "Weeks", "26"):
            row = 3
            await play.click_at(play.lines[row].index(name), row)
            seen.append(state(play))
        row = next(number for number, line in enumerate(play.lines) if " 45 " in line and " 46 " in line)
        for column in (play.lines[row].index("45"), play.lines[row].index("46"), 1):
            await play.click_at(column, row - 3)
            seen.append(state(play))
        await play.resize(*SMALL)
        seen.append(await tour(play, ["v", "v", "v", "right", "right", "left", "v", "left"], state))
        snapshot("trends-by-hand", "\n".join(seen))


async def test_the_factors_are_chosen(stage: Stage, snapshot: Snapshot) -> None:
    weeks(stage, 5)
    async with stage.play(SMALL, "trends") as play:
        seen = [await tour(play, ["l"], styled)]
        keys = [
            "space",
            "space",
            "x",
            *["space down"] * 5,
            "space",
            "up",
            "enter",
            "l enter",
            "l escape",
            "u",
            "l",
            "end",
            "home",
        ]
        seen.append(await tour(play, keys, state))
        snapshot("trends-factors", "\n\n".join([*seen, plain(play)]))
