"""The four views: true to the figures, gaps as gaps, and never an exception, whatever the diary and the size."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heeldiary.charts.picture import Picture
from heeldiary.charts.views import VIEWS, ViewName, trends_picture, week_at
from heeldiary.charts.weeks.frame import CHART_MARGIN_COLUMNS, MARGIN_COLUMNS, pixel, week_columns
from heeldiary.domain.change.text import COMPUTING
from heeldiary.domain.weeks.weeks import Load
from tests.charts.weeks_of_scores import START, subject_of

SCORES = st.lists(st.lists(st.integers(0, 10), max_size=7), min_size=1, max_size=60)
LOADS = st.lists(
    st.builds(
        Load,
        st.integers(0, 90_000),
        st.integers(0, 20),
        st.none() | st.integers(0, 10_080),
        st.none() | st.integers(0, 1_400_000),
        st.none() | st.integers(0, 10_080),
    ),
    max_size=60,
)


@settings(deadline=None)
@given(SCORES, LOADS, st.sampled_from(VIEWS), st.integers(1, 200), st.integers(1, 60))
def test_any_weeks_at_any_size(
    weeks: list[list[int]], loads: list[Load], view: ViewName, columns: int, rows: int
) -> None:
    picture = trends_picture(view, subject_of(weeks, loads), columns, rows)
    assert len(picture.cells) == rows
    assert {len(row) for row in picture.cells} == {columns}
    assert all(len(cell.sign) == 1 and cell.sign.isprintable() for row in picture.cells for cell in row)


def rows_of(picture: Picture) -> list[str]:
    return picture.text().split("\n")


def test_the_axis_is_always_0_to_10() -> None:
    alike: list[list[list[int]]] = [[[5] * 7] * 12, [[0] * 7] * 12, [[10] * 7] * 12, [[]] * 12]
    for weeks in alike:
        labels = [
            row[: MARGIN_COLUMNS - 1].strip() for row in rows_of(trends_picture("weeks", subject_of(weeks), 80, 31))
        ]
        assert [label for label in labels if label in ("10", "5", "0")] == ["10", "5", "0"]


def test_a_gap_is_never_bridged() -> None:
    subject = subject_of([[7] * 7, [7] * 7, [], [3] * 7, [3] * 7])
    picture = trends_picture("weeks", subject, 80, 31)
    gap = week_columns(subject.trends.weeks, 80)[2]
    line = "▀▄█▌▐▖▗▘▝▚▞▛▜▙▟"
    # The week's own columns hold no line; the lines of its neighbours end at their middles.
    for column in range(gap.column, gap.column + gap.width):
        assert not any(picture.cells[row][column].sign in line for row in range(2, 15)), column


@given(st.integers(0, 100).map(lambda tenths: tenths / 10), st.integers(2, 20).map(lambda n: 2 * n + 1))
def test_a_mean_is_drawn_where_it_is(mean: float, rows: int) -> None:
    at = pixel(mean, rows)
    exact = (10 - mean) / 10 * (2 * rows - 2)
    assert abs(at - exact) <= 0.5
    assert 0 <= at <= 2 * rows - 2


def test_a_bar_is_as_high_as_its_share() -> None:
    loads = [Load(activity_minutes=minutes) for minutes in (0, 30, 60, 120)]
    picture = trends_picture("load", subject_of([[5] * 7] * 4, loads), 60, 34)
    heights = [
        sum(1 for row in picture.cells[8:16] if row[slot.column].ink.back or row[slot.column].sign in "▁▂▃▄▅▆▇")
        for slot in week_columns(subject_of([[5] * 7] * 4).trends.weeks, 60)
    ]
    assert heights == sorted(heights)
    assert heights[-1] >= 1.5 * heights[1]


def test_more_weeks_than_columns_share_one() -> None:
    subject = subject_of([[5] * 7] * 200)
    laid = week_columns(subject.trends.weeks, 60)
    assert laid[-1].column + laid[-1].width <= 60
    assert sum(len(slot.weeks) for slot in laid) == 200
    assert {slot.width for slot in laid} == {1}


def test_a_click_finds_its_week() -> None:
    subject = subject_of([[5] * 7] * 12)
    for number, slot in enumerate(week_columns(subject.trends.weeks, 80, CHART_MARGIN_COLUMNS)):
        start = week_at("weeks", subject, 80, slot.middle)
        assert start is not None
        assert (start - START).days == 7 * number
    assert week_at("weeks", subject, 80, 0) is None


def test_the_calendar_has_every_morning() -> None:
    subject = subject_of([[0, 1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 0, 1, 2]])
    rows = rows_of(trends_picture("calendar", subject, 60, 20))
    assert [row.split()[1:] for row in rows if row[:3] in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")] == [
        [str(first), str(second)] for first, second in zip(range(7), (7, 8, 9, 10, 0, 1, 2), strict=True)
    ]


@pytest.mark.parametrize("view", ["weeks", "load", "days"])
@pytest.mark.parametrize("columns", [49, 80, 120])
def test_over_many_years_the_axis_tells_years(view: ViewName, columns: int) -> None:
    subject = subject_of([[5] * 7] * 52 * 20)
    said = re.findall(r"\b\d{4}\b", " ".join(rows_of(trends_picture(view, subject, columns, 22))))
    last = subject.trends.weeks[-1].start.year
    assert len(said) >= 3
    assert said == sorted(said)
    assert said[-1] == str(last)


def test_weeks_that_share_a_place_are_told_by_their_mean() -> None:
    """Else the last place, of fewer weeks, would look like a fall."""
    laid = week_columns(subject_of([[5] * 7] * 101, [Load(1200, 4, 300, 40_000, 900)] * 101).trends.weeks, 50)
    assert len({len(slot.weeks) for slot in laid}) > 1
    assert {slot.week.load for slot in laid} == {Load(1200, 4, 300, 40_000, 900)}


def test_what_was_not_logged_in_some_of_them_is_not_nought() -> None:
    (slot,) = week_columns(subject_of([[5] * 7] * 2, [Load(600, 1, 100), Load(0, 0, None)]).trends.weeks, 9)
    assert slot.week.load == Load(300, 0, 100)


@pytest.mark.parametrize("view", ["weeks", "days", "load", "calendar"])
@pytest.mark.parametrize(("columns", "rows"), [(44, 18), (84, 31), (12, 6)])
def test_with_nothing_logged_the_page_invites(view: ViewName, columns: int, rows: int) -> None:
    empty = subject_of([[], [], []])
    invited = " ".join(trends_picture(view, empty, columns, rows, alone=False, inviting=True).text().split())
    if columns > 12:
        assert "The left foot has no morning scores in these weeks. Press d and type" in invited
        assert (COMPUTING in invited) == (view == "weeks"), "what Change says stands above the weeks"
    assert "no morning scores" not in " ".join(rows_of(trends_picture(view, empty, columns, rows))), (
        "printed it has no keys"
    )
    loads = subject_of([[], [], []], [Load(), Load(600, 1), Load()])
    assert "Press d" not in trends_picture(view, loads, columns, rows, alone=False).text(), "a massage is something"


@pytest.mark.parametrize("rows", range(8, 24))
def test_the_loads_are_drawn_below_the_weeks_or_not_at_all(rows: int) -> None:
    subject = subject_of([[5] * 7] * 12, [Load(1200, 4, 300, 40_000, 900)] * 12)
    lines = rows_of(trends_picture("weeks", subject, 40, rows))
    zero = next(number for number, line in enumerate(lines) if line.split()[:1] == ["0"])
    loads = [number for number, line in enumerate(lines) if line.startswith(("Massage", "Active", "Steps", "Sitting"))]
    assert len(loads) in (0, 4)
    assert len(loads) == 4 or rows < 14
    assert all(number > zero + 1 for number in loads)


def test_sore_areas_are_drawn_at_any_width_and_height() -> None:
    weeks = subject_of([[5]] * 4)
    subject = weeks._replace(sore={week.start: {"arch": 2, "heel-inner": 1} for week in weeks.trends.weeks})
    for columns in (*range(1, 12), 35, 36, 37, 71, 72, 200):
        for rows in (1, 2, 18, 19, 20, 60):
            picture = trends_picture("where", subject, columns, rows)
            assert (len(picture.cells[0]), len(picture.cells)) == (columns, rows)


@pytest.mark.parametrize(("columns", "key"), [(60, "v1: the first visit of a course"), (40, "v1: first visit")])
def test_the_key_of_days_is_never_cut(columns: int, key: str) -> None:
    subject = subject_of([[5, 4]] * 4)
    picture = trends_picture("days", subject._replace(visits={subject.selected: (1,)}), columns, 20)
    assert f"· not logged   {key}" in picture.text()
