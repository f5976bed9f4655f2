"""The canvas of quarter cells: what is painted later covers, two colours a cell, nothing outside."""

from hypothesis import given
from hypothesis import strategies as st

from heeldiary.charts.layers import Layers
from heeldiary.charts.picture import Cell, Ink, Picture
from tests.charts.quarters import quarters

COLUMNS, ROWS = 6, 4
ENDS = st.integers(-3, 15)
PAINTS = st.lists(st.tuples(st.sampled_from(["band", "left-5", "text"]), ENDS, ENDS, ENDS, ENDS), max_size=6)


def drawn(paints: list[tuple[str, int, int, int, int]]) -> Picture:
    """A picture of rectangles: role, columns from and to, rows from and to, in quarter cells."""
    layers = Layers(COLUMNS, ROWS, ("band",))
    for role, left, right, top, bottom in paints:
        layers.paint(role, range(left, right), range(top, bottom))
    picture = Picture(COLUMNS, ROWS)
    layers.draw_on(picture, 0, 0)
    return picture


@given(PAINTS)
def test_the_last_that_was_painted_is_seen_where_a_cell_has_two_colours(
    paints: list[tuple[str, int, int, int, int]],
) -> None:
    seen = quarters(drawn(paints))
    for row in range(0, 2 * ROWS, 2):
        for column in range(0, 2 * COLUMNS, 2):
            places = [(row, column), (row, column + 1), (row + 1, column), (row + 1, column + 1)]
            wanted = [
                next((role for role, a, b, c, d in reversed(paints) if a <= x < b and c <= y < d), None)
                for y, x in places
            ]
            if len({*wanted}) <= 2:
                assert [seen[y][x] for y, x in places] == wanted
            else:  # a mark is never lost; the ground is
                assert "text" not in wanted or "text" in [seen[y][x] for y, x in places]


def test_a_whole_cell_of_a_surface_is_a_background_that_lets_a_grid_through() -> None:
    layers = Layers(2, 1, ("band",))
    layers.paint("band", range(2), range(2))
    layers.paint("text", range(2, 4), range(2))
    picture = Picture(2, 1)
    picture.write(0, 0, "┈┈", Ink("line"))
    layers.draw_on(picture, 0, 0)
    assert picture.cells[0] == [Cell("┈", Ink("line", "band")), Cell("█", Ink("text"))]


def test_outside_of_the_picture_nothing_is_drawn() -> None:
    layers = Layers(4, 3, ())
    layers.paint("text", range(-5, 50), range(-5, 50))
    picture = Picture(2, 2)
    layers.draw_on(picture, 1, 1)
    assert picture.text() == "\n █"
