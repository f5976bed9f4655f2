"""Care by kind: a square for each day on which it was done or worn."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.entries import Care, Entry
from heeldiary.tui.care.strips import CareStrips, days_by_kind
from heeldiary.tui.widgets.rows import Rows
from tests.entry_strategies import diaries
from tests.tui.stage import NORMAL, SMALL, Stage

TODAY = date(2026, 11, 22)


def line_of(text: str, kind: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(kind))


async def test_each_kind_has_its_days_and_its_count(stage: Stage) -> None:
    for day in ("2026-11-16", "2026-11-18", "2026-11-22"):
        stage.heeldiary.done("log", "care", "stretching", "--day", day)
    stage.heeldiary.done("log", "care", "ice", "--day", "2026-11-17")
    async with stage.play(SMALL, "care") as play:
        strips = play.app.screen.query_one(CareStrips)
        text = strips.draw(76, strips.size.height).text()
        assert line_of(text, "stretching").split()[-5:] == ["■·■···■", "3", "of", "35", "days"]
        assert line_of(text, "ice").split()[-5:] == ["·■·····", "1", "of", "35", "days"]
        assert text.index("stretching") < text.index("ice"), "the most frequent kind first"
        assert "16 Nov" in text.splitlines()[1]
        assert line_of(text, "stretching").index("■·■") == text.splitlines()[1].index("16 Nov")


async def test_what_is_worn_has_all_its_days_up_to_today(stage: Stage) -> None:
    stage.heeldiary.done("log", "care", "splint", "--day", "2026-11-19", "--until", "2026-12-01")
    async with stage.play(SMALL, "care") as play:
        assert "···■■■■ 4 of 35 days" in " ".join(play.line("splint").split())


async def test_capitals_make_no_other_kind(stage: Stage) -> None:
    stage.heeldiary.done("log", "care", "Ice", "--day", "2026-11-20")
    stage.heeldiary.done("log", "care", "ice", "--day", "2026-11-21")
    async with stage.play(SMALL, "care") as play:
        assert "2 of 35 days" in play.text


async def test_without_care_and_on_a_tiny_screen_there_are_none(stage: Stage) -> None:
    async with stage.play(NORMAL, "care") as play:
        assert "weeks" not in play.text
    stage.heeldiary.done("log", "care", "ice")
    async with stage.play((46, 19), "care") as play:
        assert "This week" not in play.text
        assert "ice" in play.text


async def test_the_year_stands_where_it_changes(stage: Stage) -> None:
    for day in ("2026-11-20", "2026-01-02", "2025-12-31", "2025-12-30"):
        stage.heeldiary.done("log", "care", "ice", "--day", day)
    async with stage.play(NORMAL, "care") as play:
        days = [line.split("ice")[0].strip(" ▌") for line in play.lines if line.rstrip().endswith("ice")]
        assert days == ["Fri 20 Nov", "Fri  2 Jan", "Wed 31 Dec 2025", "Tue 30 Dec"]


@given(diaries(), st.integers(0, 400))
def test_days_are_those_of_the_entries_and_never_to_come(entries: list[Entry], later: int) -> None:
    today = TODAY + timedelta(days=later)
    found = days_by_kind(entries, today)
    for kind, days in found.items():
        assert days
        assert max(days) <= today
        assert any(isinstance(e.fact, Care) and e.fact.kind == kind and e.day <= max(days) for e in entries)
    assert [len(days) for days in found.values()] == sorted((len(days) for days in found.values()), reverse=True)


async def test_more_kinds_than_fit_are_counted_and_a_long_name_is_cut_visibly(stage: Stage) -> None:
    kinds = ["ice", "heat", "taping", "insoles", "stretching", "a visit to the podiatrist"]
    for number, kind in enumerate(kinds):
        for day in range(number + 1):
            stage.heeldiary.done("log", "care", kind, "--day", f"{day}d")
    async with stage.play(NORMAL, "care") as play:
        assert "and 1 more kind, in the list below" in play.text
        assert "a visit to the podiat…" in play.text
    async with stage.play(SMALL, "care") as play:
        assert "a visit to the…" in play.text


def test_at_any_size_it_is_drawn() -> None:
    strips = CareStrips()
    for columns in range(1, 160, 7):
        for rows in range(1, 9):
            assert strips.draw(columns, rows).columns == columns


@pytest.mark.parametrize("size", [SMALL, NORMAL, (160, 50)])
async def test_blocks_are_parted_and_the_squares_stand_above_the_kinds(stage: Stage, size: tuple[int, int]) -> None:
    for day in range(60):
        stage.heeldiary.done("log", "care", "ice", "--course", "spring", "--day", f"{day}d")
    async with stage.play(size, "care") as play:
        lines = play.lines
        for heading in ("The last ", "The last year"):
            row = next(row for row, line in enumerate(lines) if line.strip().startswith(heading))
            assert not lines[row - 1].strip()
            assert lines[row - 2].strip()
        strip = next(line for line in lines if line.strip().startswith("ice  "))
        entry = next(line for line in lines if line.lstrip(" ▌").startswith("Sat 21 Nov"))
        assert min(strip.index(sign) for sign in "■·" if sign in strip) == entry.index("ice")
        rows, around = play.app.screen.query_one(Rows), play.app.screen.query_one("#list")
        assert rows.max_scroll_y
        assert rows.region.right == around.content_region.right, "the scroll bar is at the page's edge"
