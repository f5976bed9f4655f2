"""The countdown is whole at any size: its digits shrink before a stroke of them is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.charts.digits import HEIGHTS, big_digits
from heeldiary.tui.routine.countdown import Countdown, Showing

TIMES = st.sampled_from(["0:53", "3:37", "1:30", "0:00", "10:08", "1:11"])


def drawn(showing: Showing, columns: int, rows: int) -> list[str]:
    """The rows of a countdown that shows something."""
    countdown = Countdown()
    countdown.show(showing)
    return countdown.draw(columns, rows).text().splitlines()


def heights_shown(lines: list[str], digits: str) -> list[int]:
    """The heights at which a text of digits is whole at the left edge."""
    return [
        height
        for height in HEIGHTS
        for top in range(len(lines) - height + 1)
        if all(
            line.startswith(stroke)
            for line, stroke in zip(lines[top:], big_digits(digits, height).text().splitlines(), strict=False)
        )
    ]


@given(TIMES, st.integers(36, 130), st.integers(5, 30), st.booleans())
def test_all_digits_are_there_at_every_size(digits: str, columns: int, rows: int, heading: bool) -> None:
    showing = Showing("Shi Mian", digits, heading="Get ready" if heading else "")
    lines = drawn(showing, columns, rows)
    assert max(map(len, lines)) <= columns
    assert heights_shown(lines, digits)


@pytest.mark.parametrize(("columns", "rows", "height"), [(58, 21, 9), (67, 21, 13), (66, 21, 9), (58, 10, 7)])
def test_they_are_as_tall_as_both_rows_and_columns_let_them(columns: int, rows: int, height: int) -> None:
    assert heights_shown(drawn(Showing("KI1", "0:53"), columns, rows), "0:53")[-1] == height
