"""Trends: what is computed in the background appears, belongs to the foot shown, and agrees with the command."""

from datetime import timedelta

import pytest

from heeldiary.tui.trends.page import TrendsPage
from tests.runner import Process
from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, Stage


def some_mornings(stage: Stage, days: int = 60) -> None:
    """The left foot falls from 7 to 4, the right one stays where it is."""
    today = stage.clock.now().date()
    lines = [
        f'{{"type": "pain", "day": "{today - timedelta(days=day)}", "foot": "{foot}", "moment": "first-step", '
        f'"score": {score}}}'
        for day in range(days)
        for foot, score in (("left", 4 + 3 * (day > days // 2) + day % 2), ("right", 5 - day % 2))
    ]
    file = stage.heeldiary.home / "made.jsonl"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    stage.heeldiary.done("import", str(file))


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL, (200, 60)], [SMALL]))
async def test_the_change_is_the_commands(stage: Stage, size: tuple[int, int]) -> None:
    some_mornings(stage)
    told = stage.heeldiary.done("trends", "--json", "--foot", "left").json
    change, trend = told["then_and_now"], told["trend"]
    async with stage.play(size, "trends") as play:
        await play.press("v")
        words = play.words("TrendChart")
        assert f"{-change['difference']:.1f} lower: {change['verdict']}" in words
        for figure in (f"{change['then']['mean']:.1f}", f"{change['now']['mean']:.1f}", f"±{change['band']:.1f}"):
            assert figure in words
        assert "first 28 mornings" in words
        assert "28 mornings" in words
        assert "People tend to start a diary" in words
        assert f"{-trend['per_4_weeks']:.1f} lower per 4 weeks" in words
        assert "26 52" not in play.text, "there is no range to choose"


async def test_the_band_of_a_week_is_read_out_with_its_comparison(stage: Stage) -> None:
    some_mornings(stage)
    bands = [week["band"] for week in stage.heeldiary.done("trends", "--json", "--foot", "left").json["weeks"]]
    for size in (SMALL, NORMAL):
        async with stage.play(size, "trends") as play:
            low, high = bands[-1]
            assert f"band {low:.1f} to {high:.1f}" in play.words("Readout")
            assert "by the 4 weeks before" in play.words("Readout")


async def test_before_there_is_enough_it_says_what_is_missing(stage: Stage) -> None:
    some_mornings(stage, 20)
    async with stage.play(SMALL, "trends") as play:
        assert "Better or worse? 20 of 28 mornings so far." in play.words("TrendChart")
        assert "band " not in play.words("Readout")
        await play.press("v")
        assert "20 of 28 mornings so far; 8 mornings to come" in play.words("TrendChart")
        assert "Too early: week" in play.words("TrendChart")


async def test_what_comes_late_for_another_foot_is_not_shown(stage: Stage) -> None:
    some_mornings(stage)
    async with stage.play(NORMAL, "trends") as play:
        page = play.app.page
        assert isinstance(page, TrendsPage)
        left, late = page._asked, page._changes
        assert left is not None
        assert late is not None
        await play.press("v")
        assert "much better" in play.words("TrendChart")
        await play.press("f")
        right = play.words("TrendChart")
        assert "no clear change" in right
        page._found(left, late)
        await play.rest()
        assert play.words("TrendChart") == right


async def test_while_it_is_computed_the_weeks_are_there_already(stage: Stage) -> None:
    some_mornings(stage)
    async with stage.play(NORMAL, "trends") as play:
        page = play.app.page
        assert isinstance(page, TrendsPage)
        page._changes = None
        page._show()
        await play.rest()
        assert "▀▀▀ the week's mean" in play.words("TrendChart")
        assert "Computing" in play.words("TrendChart")
        page.view = "change"
        page._show()
        await play.rest()
        assert play.words("TrendChart").strip() == "Computing …"


async def test_a_new_morning_is_computed_anew(stage: Stage) -> None:
    some_mornings(stage, 27)
    stage.heeldiary.done("log", "left", "4", "--day", "27d")
    async with stage.play(NORMAL, "trends") as play:
        await play.press("v")
        assert "28 mornings so far" not in play.words("TrendChart")
        await play.press("u")
        assert "27 of 28 mornings so far; 1 morning to come" in play.words("TrendChart")


def test_numpy_is_not_loaded_before_there_is_something_to_compute(process: Process) -> None:
    """It takes a tenth of a second, and the first paint does not wait for it."""
    script = (
        "import sys, heeldiary.tui.run, heeldiary.tui.app, heeldiary.tui.trends.page, heeldiary.charts.views\n"
        "import heeldiary.charts.change.change, heeldiary.cli.trends, heeldiary.store.weeks.observations\n"
        "print('numpy' in sys.modules)"
    )
    assert process.python(script).out.strip() == "False"
