"""The keys of Trends: the footer offers only what acts in the view, and a key without use says why."""

import re

import pytest

from heeldiary.charts.views import VIEWS, WEEKLY
from tests.tui.stage import NORMAL, SMALL, Play, Stage
from tests.tui.trends.test_traps import to_traps
from tests.tui.trends.test_trends import some_weeks

TINY = (46, 19)


async def to(play: Play, view: str) -> None:
    """Switch to a view."""
    while getattr(play.app.page, "view", "") != view:
        await play.press("v")


@pytest.mark.parametrize("view", ["change", "links"])
async def test_without_weeks_none_are_offered_and_the_keys_say_why(stage: Stage, view: str) -> None:
    some_weeks(stage)
    async with stage.play(SMALL, "trends") as play:
        footer = play.words("Footer")
        assert "← → week" in footer
        assert "[ ] range" in footer
        await to(play, view)
        footer = play.words("Footer")
        assert "week" not in footer.replace("weekly", "")
        assert "range" not in footer
        await play.press("left")
        assert play.said == f"{view.capitalize()} covers the whole diary, so there is no week to choose."
        await play.press("[")
        assert play.said == f"{view.capitalize()} covers the whole diary, so it has no range."
        await play.press("v")
        assert play.said == ""


async def test_in_traps_the_arrows_are_offered_for_the_traps(stage: Stage) -> None:
    some_weeks(stage)
    async with stage.play(SMALL, "trends") as play:
        await to_traps(play)
        assert "← → trap" in play.words("Footer")
        assert "range" not in play.words("Footer")


async def test_the_ends_of_the_weeks_and_of_the_ranges_are_said(stage: Stage) -> None:
    some_weeks(stage)
    async with stage.play(SMALL, "trends") as play:
        await play.press("right")
        assert play.said == "This is the latest week."
        await play.press("[", "[")
        assert play.said == "This is the shortest range."
        await play.press("left", "left", "left", "left")
        assert play.said == "This is the first week of the range; ] shows a longer one."
        await play.press("]", "]", "]", "]", "]")
        assert play.said == "This is the longest range."


@pytest.mark.parametrize("view", ["weeks", "calendar", "where"])
async def test_without_the_read_out_a_line_has_the_week_and_the_foot(stage: Stage, view: str) -> None:
    some_weeks(stage)
    async with stage.play(TINY, "trends") as play:
        await to(play, view)
        await play.press("left")
        assert play.said.startswith("Week 46: mean ")
        assert play.said.endswith("of 7 mornings")
        await play.press("f")
        assert play.said == "Right foot"
        await play.press("right")
        assert play.said.startswith("Week 47: mean 2.0, 1 of ")
        await play.press("left")
        assert play.said == "Week 46: no morning logged"


async def test_care_beside_the_weeks_hangs_under_its_text(stage: Stage) -> None:
    some_weeks(stage)
    stage.heeldiary.done("log", "care", "ibuprofen 400 mg")
    stage.heeldiary.done("log", "care", "physiotherapy", "--course", "knee", "--visits", "6")
    async with stage.play(NORMAL, "trends") as play:
        care = [line.rstrip() for line in play.rows("#care")]
        assert [line[:8].strip() for line in care] == ["Care", *[""] * (len(care) - 1)]
        assert " ".join(line[8:].strip() for line in care).startswith("physiotherapy, visit 1 of 6")
        assert all(not line[8:].startswith(" ") for line in care)
        assert "physiotherapy," in [line[8:] for line in care]


async def test_the_days_of_a_factor_stay_on_its_line_in_a_small_terminal(stage: Stage) -> None:
    some_weeks(stage)
    async with stage.play(TINY, "trends") as play:
        await play.press("l")
        lines = [line for line in play.lines if line.lstrip(" ▌").startswith(("○", "●"))]
        assert lines != []
        assert all(re.search(r"(\d days?|not logged yet) *$", line) for line in lines), lines


async def test_in_a_small_terminal_the_foot_and_the_range_are_always_named(stage: Stage) -> None:
    stage.heeldiary.done("log", "left", "4")
    async with stage.play(TINY, "trends") as play:
        assert play.rows("TrendTabs")[0].rstrip().endswith("  left, 4 weeks")
        await play.press("f")
        for view in VIEWS:
            await play.later(10)
            shown = "right, 4 weeks" if view in WEEKLY else "right foot"
            (tabs,) = play.rows("TrendTabs")
            assert tabs.rstrip().endswith(f" {shown}")
            assert view.capitalize() in tabs
            await play.press("v")


async def test_loads_are_not_rounded_where_there_is_room(stage: Stage) -> None:
    stage.heeldiary.done("log", "4", "--day", "21d")
    stage.heeldiary.done("log", "activity", "walking", "1h40", "--steps", "6500")
    stage.heeldiary.done("log", "sitting", "8h30")
    for size in (TINY, SMALL):
        async with stage.play(size, "trends") as play:
            for figure in ("1h40", "6.5k", "8h30"):
                assert figure in play.words("TrendChart")
