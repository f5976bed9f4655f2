"""Trends: its views, five ranges, one foot or the other; the figures beside the picture are those of the command."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from heeldiary.charts.views import VIEWS
from heeldiary.domain.weeks.weeks import CareDay
from heeldiary.tui.trends.care_words import format_care
from heeldiary.tui.trends.readout import Mean
from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, Play, Stage

RANGES = (4, 12, 26, 52)


def some_weeks(stage: Stage) -> None:
    """Eight weeks of the left foot with a gap, a week of three mornings, and load beside them."""
    for day in range(56):
        if 20 <= day < 30 or day % 5 == 3:
            continue
        stage.heeldiary.done("log", "left", str((day * 7) % 11), "--day", f"{day}d")
        if day % 3 == 0:
            stage.heeldiary.done("log", "activity", "walking", "40", "--steps", "5000", "--day", f"{day}d")
    stage.heeldiary.done("log", "right", "2")
    stage.heeldiary.done("log", "sitting", "6h30", "--day", "3d")
    stage.heeldiary.done("log", "massage", "--foot", "left", "--ki1", "90s", "--heel", "2m", "--day", "2d")
    stage.heeldiary.done("log", "care", "acupuncture", "--course", "spring", "--visits", "12", "--day", "1d")


def told(stage: Stage, weeks: int, foot: str = "left") -> list[dict[str, Any]]:
    """The weeks that `trends --json` prints, the latest first."""
    found: list[dict[str, Any]] = stage.heeldiary.done("trends", "--json", "--weeks", str(weeks), "--foot", foot).json[
        "weeks"
    ]
    return found[::-1]


def minutes(figure: int) -> str:
    return f"{figure} min" if figure < 60 else f"{figure // 60} h" + (f" {figure % 60:02}" if figure % 60 else "")


def figures(week: dict[str, Any]) -> Iterator[str]:
    """What the words beside the picture have to hold of a week."""
    yield f"Week {int(week['week'][-2:])}"
    yield f"{week['mornings']} of 7 mornings"
    if week["mornings"] > 1:
        yield f"median {week['median']:g}"
        low, high = week["lowest"], week["highest"]
        yield f"always {low}" if low == high else f", {low} to {high}"
    if week["mornings"] and not week["enough"]:
        yield "too few to compare"
    if week["massage_sessions"]:
        yield f"Massage {minutes(week['massage_minutes'])}, ×{week['massage_sessions']}"
    if week["activity_minutes"] is not None:
        yield f"Active {minutes(week['activity_minutes'])}"
    if week["steps"] is not None:
        yield f"Steps {week['steps']:,}"
    if week["sitting_minutes"] is not None:
        yield f"Sitting {minutes(week['sitting_minutes'])}"


@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_the_words_of_each_week_are_the_commands(stage: Stage, size: tuple[int, int]) -> None:
    some_weeks(stage)
    async with stage.play(size, "trends") as play:
        for week in told(stage, 12):
            words = play.words("Readout")
            for figure in figures(week):
                assert figure in words, week
            assert str(play.app.screen.query_one(Mean)._mean) == str(week["mean"])
            await play.press("left")
        await play.press(*["right"] * 20)
        assert "Week 47" in play.words("Readout")


async def test_the_care_of_a_week_is_named(stage: Stage) -> None:
    some_weeks(stage)
    async with stage.play(NORMAL, "trends") as play:
        assert "acupuncture, visit 1" in play.words("Readout")
        assert any(line.split()[:3] == ["1", "acupuncture,", "visit"] for line in play.lines), "the lane has its name"


async def test_a_lane_has_its_name_beside_it_at_each_size_and_in_each_week(stage: Stage) -> None:
    some_weeks(stage)
    async with stage.play(SMALL, "trends") as play:
        assert "Care acupuncture," in play.words("Readout")
        await play.resize(*NORMAL)
        assert "Care " not in play.words("Readout"), "its line is beside its marks"
        await play.press("left")
        assert any(line.split() == ["1", "acupuncture", "–"] for line in play.lines), "not in this week"
        await play.press(*"vvvv")
        assert "acupuncture" not in play.words("Readout"), "Days has no lanes"


async def test_what_began_has_a_line_with_its_name(stage: Stage) -> None:
    some_weeks(stage)
    async with stage.play(SMALL, "trends") as play:
        assert any("spring┊" in line for line in play.rows("TrendChart"))


async def test_ranges(stage: Stage) -> None:
    some_weeks(stage)
    async with stage.play(SMALL, "trends") as play:
        await play.press(*["left_square_bracket"] * 4)
        for weeks in RANGES:
            assert f"{weeks} weeks from" in play.words("Readout")
            await play.press("right_square_bracket")
        assert re.match(r".*\b[89] weeks from", play.words("Readout")), "all: from the first day"
        await play.press("right_square_bracket")
        assert "12 weeks" not in play.words("Readout")


async def test_views_and_back_to_the_first(stage: Stage) -> None:
    some_weeks(stage)
    async with stage.play(NORMAL, "trends") as play:
        seen = {}
        for view in VIEWS:
            seen[view] = play.words("TrendChart")
            await play.press("v")
        assert len({*seen.values()}) == len(VIEWS)
        assert play.words("TrendChart") == seen["weeks"]
        assert "Massage" in play.words("Readout")
        assert "Massage" in seen["load"]
        assert "Mon" in seen["calendar"]


async def test_the_other_foot_is_named_and_shown(stage: Stage) -> None:
    """Colour is never the only sign: the foot is named at every size."""
    some_weeks(stage)
    for size in (SMALL, NORMAL):
        async with stage.play(size, "trends") as play:
            assert "left" in play.text.lower()
            await play.press("f")
            words = play.words("Readout")
            for figure in figures(told(stage, 12, "right")[0]):
                assert figure in words
            assert "right" in play.text.lower()


async def test_gaps_are_gaps_and_few_mornings_stand_apart(stage: Stage) -> None:
    for day in (*range(7, 14), 21, 22, 23):
        stage.heeldiary.done("log", "5", "--day", f"{day}d")
    async with stage.play(NORMAL, "trends") as play:
        weeks = told(stage, 4)
        assert [week["mornings"] for week in weeks] == [0, 7, 0, 3]
        await play.press("left_square_bracket")
        assert any(row.split() == ["5.0", "·", "5.0", "·"] for row in play.rows("TrendChart"))
        await play.press("left", "left", "left")
        assert "too few to compare" in play.words("Readout")
        await play.press("right")
        assert "0 of 7 mornings" in play.words("Readout")
        assert "median" not in play.words("Readout")


@pytest.mark.thorough
@pytest.mark.parametrize("score", [0, 5, 10])
async def test_the_axis_is_always_nought_to_ten(stage: Stage, score: int) -> None:
    """All mornings equal: readable, and where the figure says."""
    for day in range(30):
        stage.heeldiary.done("log", str(score), "--day", f"{day}d")
    async with stage.play(NORMAL, "trends") as play:
        for view in VIEWS:
            if view in ("weeks", "days"):
                rows = [line.split()[0] for line in play.rows("TrendChart") if line.split()[:1]]
                assert [row for row in rows if row in ("10", "5", "0")][:3] == ["10", "5", "0"]
                assert f"always {score}" in play.words("Readout")
            await play.press("v")
        assert f"{score}.0" in stage.heeldiary.done("trends", "--plain", "--foot", "left").out


async def through_everything(play: Play) -> None:
    """Every view at every range, with every week looked at; nothing breaks and all rows are whole."""
    for _ in range(5):
        for _ in VIEWS:
            await play.press("v", "left")
            assert play.app.is_running
            assert {strip.cell_length for strip in play.strips} == {play.app.size.width}
        await play.press("right_square_bracket")


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL, (200, 60)], [SMALL, (200, 60)]))
async def test_an_empty_diary(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.play(size, "trends") as play:
        await play.press("left_square_bracket")
        assert "0 of 7 mornings" in play.words("Readout")
        assert "no first steps" not in play.words("Readout"), "the chart says so"
        await through_everything(play)


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL], [SMALL]))
async def test_one_day(stage: Stage, size: tuple[int, int]) -> None:
    stage.heeldiary.done("log", "7")
    async with stage.play(size, "trends") as play:
        await play.press("left_square_bracket")
        assert "1 of 7 mornings" in play.words("Readout")
        await through_everything(play)
        assert "1 week from" in play.words("Readout")


@pytest.mark.thorough
@pytest.mark.parametrize("size", sampled([SMALL, (160, 50)], [SMALL]))
async def test_twelve_years(stage: Stage, size: tuple[int, int]) -> None:
    for year in range(2014, 2027):
        for month in range(1, 12, 2):
            stage.heeldiary.done("log", "left", str((year + month) % 11), "--day", f"{year}-{month:02}-15")
    async with stage.play(size, "trends") as play:
        await play.press(*["right_square_bracket"] * 3)
        assert "mornings, mean" in play.words("Readout")
        assert "Jan 2014" in play.words("Readout")
        await through_everything(play)


async def test_the_years_turn_by_iso_weeks(stage: Stage) -> None:
    """31 December 2026 and 1 January 2027 are in one week, 2026-W53."""
    stage.clock.set("2027-01-02T07:00:00")
    for day, score in (("2026-12-28", 2), ("2026-12-31", 4), ("2027-01-01", 6)):
        stage.heeldiary.done("log", str(score), "--day", day)
    async with stage.play(NORMAL, "trends") as play:
        assert "Week 53" in play.words("Readout")
        assert "3 of 6 mornings" in play.words("Readout")
        assert "from 2 to 6" in play.words("Readout")


async def test_a_clock_set_back_before_the_first_entry(stage: Stage) -> None:
    stage.heeldiary.done("log", "7")
    stage.clock.set("2025-03-01T07:00:00")
    async with stage.play(start="trends") as play:
        await through_everything(play)


async def test_a_new_week_begins_while_trends_are_open(stage: Stage) -> None:
    stage.heeldiary.done("log", "7")
    async with stage.play(start="trends") as play:
        assert "Week 47" in play.words("Readout")
        stage.clock.set("2026-11-23T07:00:00")
        await play.look()
        assert "Week 48" in play.words("Readout")


async def test_the_summary_is_the_commands(stage: Stage) -> None:
    some_weeks(stage)
    async with stage.play(NORMAL, "trends") as play:
        summary = stage.heeldiary.done("trends", "--plain", "--foot", "left").out.splitlines()[-1]
        assert summary.removesuffix(".") in play.words("Readout")


@pytest.mark.parametrize(
    ("care", "told"),
    [
        ([("ice", None), ("ice", None), ("taping", None)], ["ice ×2", "taping"]),
        ([("acupuncture", 3)], ["acupuncture, visit 3 of 12"]),
        ([("acupuncture", 4), ("ice", None), ("acupuncture", 3)], ["acupuncture, visits 3 to 4", "ice"]),
    ],
)
def test_the_care_of_a_week_in_words(care: list[tuple[str, int | None]], told: list[str]) -> None:
    day = date(2026, 11, 18)
    assert format_care([CareDay(day, kind, "spring" if visit else None, visit, 12) for kind, visit in care]) == told
