"""Visits on the charts: a line where each was, its number beneath, and nothing else covered."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heeldiary.charts.picture import Picture
from heeldiary.charts.views import trends_picture
from heeldiary.charts.weeks.frame import CHART_MARGIN_COLUMNS, WeekColumn
from heeldiary.charts.weeks.visits import visit_labels, week_number
from heeldiary.domain.weeks.weeks import Load, Week
from tests.charts.weeks_of_scores import START, subject_of

WEEKS = [[5, 6, 4, 5, 5, 6, 4]] * 12
VISITS = {START + timedelta(days=n): (number,) for number, n in enumerate(range(28, 56, 4), 1)}


@pytest.mark.parametrize(("columns", "rows"), [(52, 20), (80, 31), (140, 50)])
def test_days_with_visits_have_a_line_and_a_number(columns: int, rows: int) -> None:
    picture = trends_picture("days", subject_of(WEEKS)._replace(visits=VISITS), columns, rows)
    row = next(line for line in picture.text().split("\n") if line.strip().startswith("v1")).replace("v", " ")
    numbers = row.split()
    assert numbers[0] == "1"
    assert numbers == sorted(numbers, key=int)
    for number in numbers:
        column = row.index(f" {number}", CHART_MARGIN_COLUMNS - 1) + 1
        lined = {at for at in (column - 1, column) if any(cells[at].sign == "╎" for cells in picture.cells)}
        assert lined, number


@pytest.mark.parametrize(
    ("numbers", "width", "label"),
    [
        ((1, 2), 9, "v1-2"), ((1, 2), 5, "v1-2"), ((1, 2), 4, "v1+"), ((1, 2), 3, "1+"), ((1, 2), 2, ""),
        ((1, 2), 1, ""),
        ((2,), 3, "v2"), ((2,), 2, "2"), ((2,), 1, ""), ((12, 13), 4, "12+"), ((12, 13), 3, ""),
        ((1, 2, 3), 9, "v1-3"),
        ((5, 2), 9, "v2,5"), ((4, 1), 3, "1+"), ((3, 3), 9, "v3"),
    ],
)  # fmt: skip
def test_a_week_names_its_first_visit_and_claims_none_between(numbers: tuple[int, ...], width: int, label: str) -> None:
    slot = WeekColumn((Week(START, (), Load()),), 0, width)
    assert week_number(slot, {START + timedelta(days=at): (number,) for at, number in enumerate(numbers)}) == label


def test_the_numbers_of_neighbours_do_not_touch() -> None:
    """`12+4+` would read as visits 12 and 4."""
    slots = [WeekColumn((Week(START + timedelta(weeks=week), (), Load()),), 4 * week, 4) for week in range(8)]
    visits = {START + timedelta(days=3 * number): (number + 1,) for number in range(18)}
    line = Picture(32, 1)
    for slot in slots:
        line.write(slot.column, 0, week_number(slot, visits))
    assert all(len(label) < 4 for label in line.text().split())


def test_visits_of_two_courses_on_one_day_are_two_numbers() -> None:
    visits = {START + timedelta(days=1): (5, 2), START + timedelta(days=9): (3, 4)}
    text = trends_picture("days", subject_of([[5] * 7] * 4)._replace(visits=visits), 80, 31).text()
    assert "v2,5" in text
    assert "3-4" in text


@settings(deadline=None)
@given(
    st.dictionaries(st.integers(-30, 500), st.integers(1, 9999), max_size=40),
    st.sampled_from(["weeks", "days"]),
    st.integers(1, 200),
    st.integers(1, 60),
)
def test_any_visits_at_any_size(numbers: dict[int, int], view: str, columns: int, rows: int) -> None:
    visits = {START + timedelta(days=n): (number,) for n, number in numbers.items()}
    subject = subject_of([[5] * 7] * 60)._replace(visits=visits)
    picture = trends_picture("weeks" if view == "weeks" else "days", subject, columns, rows)
    assert {len(row) for row in picture.cells} == {columns}


@pytest.mark.parametrize(
    ("marks", "labels"),
    [
        ({4: (1,), 7: (2,), 10: (3,)}, {4: "v1", 7: "2", 10: "3"}),
        ({4: (1,), 6: (2,), 8: (3,)}, {3: "v1", 6: "2", 8: "3"}),
        ({4: (1,), 7: (1,), 10: (4,)}, {4: "v1", 7: "1", 10: "4"}),
        ({at: (at - 3,) for at in range(4, 16)}, {4: "v1", 15: "12"}),
        ({4: (1,), 5: (1,), 6: (4,)}, {3: "v1", 6: "4"}),
        ({4: (2,), 5: (1,), 6: (3,)}, {4: "v1-3"}),
        ({4: (1,), 5: (2,)}, {4: "v1-2"}),
        ({37: (10,), 39: (11,)}, {34: "v10-11"}),
        ({}, {}),
    ],
)  # fmt: skip
def test_each_number_stands_at_its_day_or_a_run_has_its_ends(
    marks: dict[int, tuple[int, ...]], labels: dict[int, str]
) -> None:
    assert dict(visit_labels(marks, 40)) == labels


@given(st.dictionaries(st.integers(4, 79), st.integers(1, 30), max_size=30))
def test_labels_never_touch(numbers: dict[int, int]) -> None:
    labels = visit_labels({at: (numbers[at],) for at in sorted(numbers)}, 80)
    assert all(column + len(text) < after for (column, text), (after, _) in pairwise(labels))
    assert bool(labels) == bool(numbers)
