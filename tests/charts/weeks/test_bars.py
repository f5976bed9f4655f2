"""The figures of loads: as exact as there is room for, and rounded to the nearest where there is not."""

import pytest

from heeldiary.charts.weeks.bars import SERIES

SHORT = {series.name: series.short for series in SERIES}


@pytest.mark.parametrize(
    ("minutes", "columns", "figure"),
    [
        (99, 4, "99m"), (100, 4, "1h40"), (510, 4, "8h30"), (480, 4, "8h"), (485, 4, "8h05"),
        (100, 3, "2h"), (629, 4, "10h"), (630, 4, "11h"), (630, 5, "10h30"), (6000, 4, "100h"),
    ],
)  # fmt: skip
def test_hours(minutes: int, columns: int, figure: str) -> None:
    assert SHORT["Active"](minutes, columns) == figure


@pytest.mark.parametrize(
    ("steps", "columns", "figure"),
    [
        (999, 4, "999"), (1000, 4, "1k"), (6500, 4, "6.5k"), (6540, 4, "6.5k"), (9960, 4, "10k"), (6000, 4, "6k"),
        (6500, 3, "7k"), (12500, 4, "13k"), (12500, 5, "12.5k"), (99_960, 4, "100k"),
    ],
)  # fmt: skip
def test_steps(steps: int, columns: int, figure: str) -> None:
    assert SHORT["Steps"](steps, columns) == figure
