"""The picture of both published courses: how many of 100 people still have it after some years."""

from heeldiary.charts.layers import Layers
from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.traps.axis import AXIS_COLUMNS, GRID, Axis, Point, paint_line, paint_mark, write_beside
from heeldiary.domain.traps.natural_course import GENERAL_PRACTICE, HOSPITAL, YEARS

_CAPTION = "of 100, how many still have it"
_UNIT_COLUMNS = len(" years")
_HOSPITAL = "hospital: "
_PRACTICE = "general practice: about 20"


def draw_courses(picture: Picture) -> int:
    """Draw both courses: marks are published figures, lines join them. Return the rows used."""
    axis = Axis(0, 100, max(1, picture.rows - 1 - picture.rows % 2))
    columns = max(2, picture.columns - AXIS_COLUMNS - _UNIT_COLUMNS - 2)
    for of_100 in (100, 50, 0):
        picture.write_right(AXIS_COLUMNS - 1, round(axis.at(of_100)) // 2, str(of_100), Ink("muted"))
    picture.write(AXIS_COLUMNS, axis.rows - 1, "─" * (columns + 1), GRID)

    def column(year: float) -> int:
        return AXIS_COLUMNS + round(year / YEARS * (columns - 1))

    def place(year: float, share: float) -> Point:
        return 2 * column(year) + 1.0, axis.at(share)

    layers = Layers(picture.columns, axis.rows, ())
    for course, role in ((HOSPITAL, "muted"), (GENERAL_PRACTICE, "bars")):
        paint_line(layers, role, [place(*point) for point in course])
    for point in (*HOSPITAL[1:], *GENERAL_PRACTICE[1:]):
        paint_mark(layers, "text", column(point[0]), axis.half_row(point[1]))
    layers.draw_on(picture, 0, 0)

    for mark in (0, 1, 5, 10, YEARS):
        label = f"{mark} years" if mark == YEARS else str(mark)
        picture.write(column(mark) - len(str(mark)) // 2, axis.rows, label, Ink("muted"))
    for year, share in HOSPITAL[1:]:
        text, at, row = f"{_HOSPITAL * (year == HOSPITAL[1][0])}{share:g}", column(year), axis.row(share)
        spots = [(at + 2, row - 1), (at + 2, row - 2), (at - 1, row - 1), (at - 1, row - 2), (at + 2, row),
                 (at - 1, row + 1)]  # fmt: skip
        write_beside(picture, axis.rows, text, Ink("text"), spots if year < YEARS else [(at + 2, row), *spots])
    end, still = GENERAL_PRACTICE[-1]
    at, row = column(end), axis.row(still)
    write_beside(picture, axis.rows, _PRACTICE, Ink("text"), [(at + 3, row), (at + 3, row + 1)])
    start = AXIS_COLUMNS + columns - len(_CAPTION)
    if all(cell.sign == " " for cell in picture.cells[0][max(0, start - 2) :]):
        picture.write(start, 0, _CAPTION, Ink("faint"))
    return min(picture.rows, axis.rows + 1)
