"""The weekly chart in cells: every morning at its score, means and bands where they are, gaps as gaps."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.charts.picture import Picture
from heeldiary.charts.views import trends_picture
from heeldiary.charts.weeks.blocks import chart_rows
from heeldiary.charts.weeks.frame import week_columns
from heeldiary.charts.weeks.weeks import draw_level, draw_weeks
from heeldiary.domain.change.change import NoiseBand
from heeldiary.domain.weeks.weeks import CareDay, Load
from tests.charts.quarters import quarters
from tests.charts.weeks_of_scores import START, subject_of

ROWS = 21
"""Two rows a point: 10 is half row 1, each point 4 half rows further down."""
WEEK = st.lists(st.integers(0, 10), max_size=7)


def chart(
    weeks: list[list[int]], columns: int = 88, bands: dict[int, NoiseBand] | None = None, rows: int = ROWS
) -> Picture:
    """The chart of some weeks, the last one selected."""
    subject = subject_of(weeks)
    laid = week_columns(subject.trends.weeks, columns, 4)
    picture = Picture(columns, rows)
    by_monday = {subject.trends.weeks[number].start: band for number, band in (bands or {}).items()}
    draw_weeks(picture, 0, rows, laid, "left", subject.selected, by_monday)
    return picture


def half_row(score: float) -> int:
    return 1 + round(4 * (10 - score) + 1e-9)


@given(st.lists(WEEK, min_size=12, max_size=12))
def test_every_morning_is_a_block_at_its_score(weeks: list[list[int]]) -> None:
    seen = quarters(chart(weeks))
    for number, scores in enumerate(weeks):
        left = 2 * (4 + 7 * number)
        for score, mornings in Counter(scores).items():
            for row in range(half_row(score) - 1, min(half_row(score) + 2, 2 * ROWS)):
                roles = seen[row][left : left + 14]
                cell = seen[row // 2 * 2][left : left + 14] + seen[row // 2 * 2 + 1][left : left + 14]
                if not {"text", "accent"} & {*cell}:  # the mean covers what is beneath, and is one of two colours
                    block = [n for n, role in enumerate(roles) if role == "left-5"]
                    assert len(block) == 2 * mornings, (score, roles)
                    assert abs(block[0] - (13 - block[-1])) <= 1, "it is in the middle"


@given(st.lists(WEEK, min_size=12, max_size=12))
def test_a_mean_is_a_bar_over_all_days_and_of_few_mornings_one_with_gaps(weeks: list[list[int]]) -> None:
    seen = quarters(chart(weeks))
    for number, week in enumerate(subject_of(weeks).trends.weeks):
        left, ink = 2 * (4 + 7 * number), "accent" if number == 11 else "text"
        bars = [row for row in range(2 * ROWS) if ink in seen[row][left : left + 14]]
        if week.mean is None:
            assert not bars
            continue
        (bar,) = bars
        assert abs(bar - (0.5 + 4 * (10 - week.mean))) <= 0.5 + 1e-9, "by the lines at 10, 5 and 0"
        gaps = seen[bar][left : left + 14].count(ink)
        assert gaps == (14 if week.enough else 8)


@given(st.integers(0, 100), st.integers(0, 100))
def test_a_band_is_as_tall_as_it_is_to_half_a_row(one: int, other: int) -> None:
    low, high = sorted((one / 10, other / 10))
    seen = quarters(chart([[]] * 11 + [[5] * 7], bands={3: NoiseBand(low, high, 20)}))
    painted = [row for row in range(2 * ROWS) if seen[row][2 * (4 + 21)] == "band"]
    assert abs(painted[0] - (0.5 + 4 * (10 - high))) <= 0.5 + 1e-9
    assert abs(painted[-1] - (0.5 + 4 * (10 - low))) <= 0.5 + 1e-9
    assert painted == [*range(painted[0], painted[-1] + 1)]


def test_the_selected_week_stands_on_a_lighter_ground() -> None:
    seen = quarters(chart([[]] * 12))
    assert {row[-1] for row in seen} == {"raised"}
    assert {role for row in seen for role in row[8 : 2 * 81]} == {None}


@pytest.mark.parametrize("columns", [40, 52, 72, 88, 112])
@pytest.mark.parametrize("rows", [11, 16, 21, 31])
def test_at_any_size_a_week_of_one_score_is_in_its_row(columns: int, rows: int) -> None:
    for score in range(11):
        picture = chart([[score] * 7] * 12, columns, rows=rows)
        labels = [line[:2].strip() for line in picture.text().split("\n")]
        top, bottom = labels.index("10"), labels.index("0")
        assert (bottom - top + 1, labels.index("5")) == (rows, (rows - 1) // 2)
        bar = next(n for n, row in enumerate(quarters(picture)) if "text" in row)
        assert bar // 2 == pytest.approx(top + (10 - score) / 10 * (rows - 1), abs=1)


def test_the_height_keeps_the_scores_equally_far_apart() -> None:
    assert [chart_rows(room) for room in (1, 10, 11, 15, 16, 23, 31)] == [6, 6, 11, 11, 16, 21, 31]


def test_over_long_ranges_more_mornings_are_a_stronger_shade_however_many_weeks_share_a_column() -> None:
    for each in (1, 4):
        weeks = [[5] * 6 + [8]] * 40 * each
        picture = chart(weeks, 44)
        few, many = (
            next(role for row in range(at - 1, at + 3) for role in (quarters(picture)[row][12],) if role)
            for at in (half_row(8), half_row(5) + 1)
        )
        assert few is not None
        assert many is not None
        assert int(few.rpartition("-")[2]) < int(many.rpartition("-")[2])


def test_a_long_gap_breaks_the_line_of_means() -> None:
    picture = chart([[7] * 7] * 10 + [[]] * 10 + [[3] * 7] * 20, 44)
    for column in range(4 + 10, 4 + 20):
        assert not any(row[column].ink.fore == "text" for row in picture.cells)


def lines(weeks: list[list[int]], care: list[CareDay], columns: int = 88, rows: int = 33) -> list[str]:
    """The view beside its text, row by row."""
    loads = [Load(600 * n, 1, 60 * n, 1000 * n, None) for n in range(len(weeks))]
    subject = subject_of(weeks, loads)._replace(care_days=care)
    return trends_picture("weeks", subject, columns, rows, alone=False).text().split("\n")


def test_beneath_are_means_numbers_months_care_and_loads() -> None:
    visits = [
        CareDay(date(2026, month, day), "acupuncture", "spring", visit, 6)
        for visit, month, day in ((1, 9, 15), (2, 10, 6))
    ]
    care = [CareDay(START, "insoles"), *visits]
    rows = lines([[7] * 7, [], [4, 5, 4], *[[6] * 7] * 9], care)
    means, numbers, months = rows[24:27]
    lane = rows[28]
    assert means.split() == ["7.0", "·", "4.3", *["6.0"] * 9]
    assert numbers.split() == ["wk"] + [str(number) for number in range(36, 48)]
    assert months.split() == ["╵Sep", "╵Oct", "╵Nov"]
    assert months.index("╵Sep") == 4 + 1, "the first of September is a Tuesday"
    assert lane.split() == ["1", "2"], "the text beside has its name"
    assert lane.index("1") == 4 + 2 * 7 + 3
    assert [row.split()[-1] for row in rows[29:32]] == ["2h", "11h", "11k"]
    assert {*rows[32].split()} == {"·"}


@pytest.mark.parametrize(
    ("first", "last", "seen"),
    [
        (0, 60, "stretching ▪"),
        (20, 60, "stretching ▪▪▪"),
        (3, 30, "▪▪▪ stretching"),
    ],
)
def test_the_name_of_care_is_before_its_marks_or_after_them(first: int, last: int, seen: str) -> None:
    care = [CareDay(START + timedelta(days=7 * n), "stretching") for n in range(first, last)]
    lane = next(row for row in lines([[5] * 7] * 60, care, 84) if "▪" in row)
    assert seen in lane
    covered = 7 if first == 0 else 0
    assert lane.count("▪") == last - first - covered


def test_the_months_beside_a_year_have_their_means_and_mornings() -> None:
    rows = lines([[6] * 7] * 26 + [[4] * 7] * 26, [], 88)
    first = next(number for number, row in enumerate(rows) if "By month" in row)
    table = [row[61:].split() for row in rows[first:]]
    assert table[0] == ["By", "month", "mornings"]
    by_month = {(row[0], row[1], row[-1]) for row in table[2:] if len(row) == 4}
    assert {("Sep", "6.0", "30"), ("Feb", "6.0", "28"), ("Apr", "4.0", "30")} <= by_month


@pytest.mark.parametrize(("weeks", "said"), [(80, 4), (160, 4), (320, 4), (2600, 33)])
def test_the_line_is_called_the_mean_of_as_many_weeks_as_it_is(weeks: int, said: int) -> None:
    assert any(f"mean of {said} weeks" in line for line in lines([[5] * 7] * weeks, [], 84)[2:4])


def test_over_long_ranges_visits_are_marks_without_numbers() -> None:
    care = [CareDay(START + timedelta(days=7 * n), "acupuncture", "spring", n + 1, 12) for n in range(9)]
    lane = next(row for row in lines([[5] * 7] * 60, care, 84) if "acupuncture" in row)
    assert "▪" in lane
    assert not any(sign.isdigit() for sign in lane)


def levelled(weeks: list[list[int]], level: float, name: str = "7.2 in May 2026") -> Picture:
    picture = chart(weeks, 88)
    draw_level(picture, 0, 21, week_columns(subject_of(weeks).trends.weeks, 88, 4), level, name)
    return picture


def test_the_level_of_before_is_a_named_line_where_nothing_else_is() -> None:
    rows = levelled([[3, 4, 4, 5, 3]] * 12, 7.2).text().splitlines()
    (row,) = [number for number, line in enumerate(rows) if "7.2 in May 2026 ┈┈┈" in line]
    assert row == half_row(7.2) // 2
    assert rows[row].rstrip().endswith("┈" * 60)
    before, after = chart([[3, 4, 4, 5, 3]] * 12, 88), levelled([[3, 4, 4, 5, 3]] * 12, 4.0)
    changed = [
        (cell.sign, now.sign)
        for line, now_line in zip(before.cells, after.cells, strict=True)
        for cell, now in zip(line, now_line, strict=True)
        if cell != now
    ]
    assert {sign for sign, _ in changed} <= {" ", "┈", "─"}, "no morning and no mean is covered"


def test_the_name_of_the_level_is_beside_the_line_where_a_week_is_in_its_way() -> None:
    rows = levelled([[8, 8, 8, 8]] * 12, 6.6).text().splitlines()
    assert sum("7.2 in May 2026" in line for line in rows) == 1
    full = levelled([[n, n, n, n] for n in (3, 4, 5)] * 4, 4.0, "a name that is longer than the free cells of any row")
    assert "a name" not in full.text()
