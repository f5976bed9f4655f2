"""The Diary on a wide screen: twelve weeks beside the day, and edges that meet."""

from datetime import date, timedelta

import pytest

from heeldiary.domain.entries import Pain
from heeldiary.store.recording import log
from heeldiary.tui.actions import SCREENS
from heeldiary.tui.diary.recent_weeks import RecentWeeks
from heeldiary.tui.page import Page
from heeldiary.tui.widgets.footer import Footer
from heeldiary.tui.widgets.header import Header
from tests.tui.stage import NORMAL, Stage
from tests.tui.tours import opened

WIDE, WIDER = (160, 50), (200, 60)
TODAY = date(2026, 11, 22)


def log_weeks(stage: Stage) -> None:
    """Left mornings of twelve weeks, 2 in the first week up to 5 in the last, and a 9 on the right foot."""
    with opened(stage) as diary:
        for day in range(84):
            log(diary, [Pain("left", "first-step", 2 + day // 21)], day=TODAY - timedelta(days=83 - day))
        log(diary, [Pain("right", "first-step", 9)])


async def test_twelve_weeks_stand_beside_the_day_with_its_week_in_the_accent(stage: Stage) -> None:
    log_weeks(stage)
    async with stage.play(WIDE) as play:
        chart = play.app.screen.query_one(RecentWeeks)
        picture = chart.draw(chart.size.width, chart.size.height)
        text = picture.text().splitlines()
        assert text[0].split() == ["Twelve", "weeks", "left,", "mornings", "and", "weekly", "mean"]
        means = next(row for row, line in enumerate(text) if "2.0" in line)
        assert text[means].split() == [f"{score}.0" for score in (2, 3, 4, 5) for _ in range(3)]
        assert text[means + 1].split() == ["wk"] + [str(week) for week in range(36, 48)]
        accents = {cell.sign for cell in picture.cells[means] if cell.ink.fore == "accent"}
        assert accents == {"5", ".", "0"}
        await play.press("down")
        assert chart.draw(78, 20).text().splitlines()[0].split()[2] == "right,"


async def test_a_day_of_an_earlier_week_marks_its_week(stage: Stage) -> None:
    log_weeks(stage)
    async with stage.play(WIDE) as play:
        await play.press("[", "[", "[", "[", "[", "[", "[")
        chart = play.app.screen.query_one(RecentWeeks)
        numbers = chart.draw(chart.size.width, chart.size.height)
        marked = [
            "".join(cell.sign for cell in row if cell.ink.fore == "accent" and cell.sign.isdigit())
            for row in numbers.cells
        ]
        assert "46" in marked


async def test_they_are_not_shown_where_there_is_no_room(stage: Stage) -> None:
    async with stage.play(NORMAL) as play:
        assert "Twelve weeks" not in play.text
        assert "Last 14 mornings" in play.text
    async with stage.play(WIDE) as play:
        assert "Last 14 mornings" not in play.text


@pytest.mark.parametrize("size", [(150, 46), WIDE, WIDER])
async def test_header_body_and_footer_end_at_one_column(stage: Stage, size: tuple[int, int]) -> None:
    log_weeks(stage)
    async with stage.play(size) as play:
        for key in SCREENS:
            await play.press(key)
            page = play.app.page
            assert isinstance(page, Page)
            edges = {page.query_one(kind).region.right for kind in (Header, Footer)}
            assert edges == {page.query_one("#body").region.right}, key


async def test_at_the_narrowest_wide_size_nothing_of_the_week_is_cut(stage: Stage) -> None:
    log_weeks(stage)
    async with stage.play((150, 46)) as play:
        assert "7 of 7  1 of 7" in play.text
        assert "Su" in play.text
