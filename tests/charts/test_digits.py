"""Big digits: as high as asked for, and distinguishable at every height."""

import pytest

from heeldiary.charts.digits import HEIGHTS, big_digits, digits_width, tallest
from heeldiary.charts.picture import Ink


def shape(sign: str, rows: int) -> tuple[tuple[str, ...], ...]:
    """What is seen of a sign: painted blanks count as full."""
    picture = big_digits(sign, rows, Ink("text"))
    return tuple(tuple("█" if cell.ink.back else cell.sign for cell in row) for row in picture.cells)


@pytest.mark.parametrize("rows", HEIGHTS)
def test_digits_fill_their_height_and_differ(rows: int) -> None:
    shapes = {sign: shape(sign, rows) for sign in "0123456789"}
    assert len(set(shapes.values())) == 10
    for sign, cells in shapes.items():
        assert len(cells) == rows
        assert set(cells[0]) != {" "}, sign
        assert set(cells[-1]) != {" "}, sign


@pytest.mark.parametrize("rows", HEIGHTS)
@pytest.mark.parametrize("text", ["0:47", "5.2", "10", "12:34"])
def test_the_width_is_as_told(text: str, rows: int) -> None:
    picture = big_digits(text, rows)
    assert picture.columns == digits_width(text, rows)
    assert picture.rows == rows


def test_the_tallest_that_fits() -> None:
    assert [tallest(rows) for rows in (2, 3, 4, 5, 8, 9, 12, 13, 99)] == [0, 3, 3, 5, 7, 9, 9, 13, 13]
