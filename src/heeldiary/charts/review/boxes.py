"""A week as a box plot on its noise band: mornings as dots on the scale 0-10, range, median and mean."""

from collections.abc import Sequence

from heeldiary.charts.digits import big_digits, digits_width
from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.weeks.frame import GRID, shade
from heeldiary.domain.review.review import Band, FootWeek
from heeldiary.domain.review.text import figures, places
from heeldiary.domain.scales import HIGHEST

LEAST_ROWS = 4
"""The fewest rows of a foot: title, dots, box, scale."""

MOST_ROWS = 12
"""The most rows of a foot."""

_DIGITS = {7: 130, 5: 100, 3: 0}
"""The heights of the mean's digits, with the columns each needs."""

_WIDEST_POINT_COLUMNS = 11
"""The most columns from one score to the next."""

BAND = "band"
"""The role of the band's background."""
EDGE = "┊"

_LEGEND = (
    ("●", "morning"),
    ("━", "range"),
    ("┃", "median"),
    ("█", "mean"),
    (EDGE, "band"),
)


def boxes_picture(feet: Sequence[FootWeek], columns: int, rows: int) -> Picture:
    """Return the boxes of one or two feet, with the legend below; a blank row after each foot if there is room."""
    picture = Picture(columns, rows)
    gap = 1 if rows - 1 > (LEAST_ROWS + 1) * len(feet) else 0
    each = min(MOST_ROWS, max(LEAST_ROWS, (rows - 1) // max(1, len(feet)) - gap))
    for number, foot_week in enumerate(feet):
        _draw_foot(picture, number * (each + gap), each, foot_week)
    _draw_legend(picture, min(rows - 1, len(feet) * (each + gap)), each, feet)
    return picture


class _Scale:
    """The columns of scores on a picture."""

    def __init__(self, columns: int, rows: int) -> None:
        """`rows` are those of a foot."""
        self.digits = next(high for high, least in _DIGITS.items() if columns >= least and (rows > high or high == 3))
        """The height of the mean's digits."""
        self.left = digits_width("8.8", self.digits) + 5
        """The column of 0."""
        self.point = min(_WIDEST_POINT_COLUMNS, max(1, (columns - self.left - 2) // HIGHEST))
        """The columns from one score to the next."""

    def column(self, score: float) -> int:
        """Return the column of a score."""
        return self.left + int(score * self.point + 0.5)


def _draw_foot(picture: Picture, top: int, rows: int, foot_week: FootWeek) -> None:
    scale = _Scale(picture.columns, rows)
    _draw_title(picture, top, foot_week)
    week, box, axis = foot_week.week, top + rows - 2, top + rows - 1
    digits_top = top + 1 + (rows - 1 - scale.digits) // 2
    if week.mean is None:
        picture.write(2, digits_top + scale.digits // 2, "━" * 4, Ink("line"))
    else:
        mean = f"{week.mean:.1f}"
        column = scale.left - 4 - digits_width(mean, scale.digits)
        picture.lay(max(0, column), digits_top, big_digits(mean, scale.digits, Ink(foot_week.foot)))
    picture.write(scale.column(0), box, "┈" * (scale.column(HIGHEST) - scale.column(0) + 1), GRID)
    if isinstance(foot_week.band, Band):
        _draw_band(picture, top + 1, box, scale, foot_week.band)
    _draw_dots(picture, top + 1, box - top - 1, scale, foot_week)
    _draw_box(picture, box, scale, foot_week)
    for score in range(HIGHEST + 1):
        picture.write_centred(scale.column(score) + (score == HIGHEST), axis, str(score), Ink("faint"))


def _draw_title(picture: Picture, top: int, foot_week: FootWeek) -> None:
    """Draw the foot's name and figures and, if there is room, whether the mean is below, inside or above the band."""
    picture.write(0, top, foot_week.foot[0].upper(), Ink(foot_week.foot, bold=True))
    picture.write(2, top, f"{foot_week.foot.capitalize()} foot", Ink("text", bold=True))
    text = next((text for text in figures(foot_week) if 14 + len(text) <= picture.columns), "")
    picture.write(14, top, text, Ink("text"))
    column = 14 + len(text) + 3
    place = next((place for place in places(foot_week) if column + len(place) <= picture.columns), "")
    picture.write(column, top, place, Ink("muted"))


def _draw_band(picture: Picture, top: int, bottom: int, scale: _Scale, band: Band) -> None:
    """Draw the band's background from `top` to `bottom`, with dotted edges that show without colour."""
    first, last = scale.column(band.low), scale.column(band.high)
    for row in range(top, min(bottom + 1, picture.rows)):
        for column in range(first, min(last + 1, picture.columns)):
            sign = EDGE if column in (first, last) else picture.cells[row][column].sign
            picture.put(column, row, sign, Ink("faint", BAND))


def _draw_dots(picture: Picture, top: int, rows: int, scale: _Scale, foot_week: FootWeek) -> None:
    """Draw each morning over its score, stacked from the bottom, beside each other where there are few rows."""
    for score in sorted(set(foot_week.week.scores)):
        number = foot_week.week.scores.count(score)
        across = -(-number // rows)
        for place in range(number):
            row, beside = top + rows - 1 - place // across, place % across
            dots = min(across, number - place // across * across)
            column = scale.column(score) - (dots - 1) // 2 + beside
            picture.put(column, row, "●", Ink(shade(foot_week.foot, score + 5)))


def _draw_box(picture: Picture, row: int, scale: _Scale, foot_week: FootWeek) -> None:
    week = foot_week.week
    if week.lowest is None or week.highest is None or week.mean is None or week.median is None:
        return
    for column in range(scale.column(week.lowest), scale.column(week.highest) + 1):
        picture.put(column, row, "━" if week.enough else "╍", Ink("range", bold=True))
    picture.put(scale.column(week.median), row, "┃", Ink("text", bold=True))
    picture.put(scale.column(week.mean), row, "█" if week.enough else "○", Ink(f"{foot_week.foot}-10", bold=True))


def _draw_legend(picture: Picture, row: int, each: int, feet: Sequence[FootWeek]) -> None:
    """Draw what the signs mean, those that are there: a week of few mornings has lighter ones."""
    enough = [foot_week.week.enough for foot_week in feet if foot_week.week.mean is not None] or [True]
    signs = {"range": {True: "━", False: "╍"}, "mean": {True: "█", False: "○"}}
    items = [("".join(signs[name][one] for one in dict.fromkeys(enough)) if name in signs else sign, name)
             for sign, name in _LEGEND]  # fmt: skip
    if not any(isinstance(foot_week.band, Band) for foot_week in feet):
        items = items[:-1]
    gap, column = 3, _Scale(picture.columns, each).left
    if column + sum(len(sign) + 1 + len(name) + gap for sign, name in items) - gap > picture.columns:
        gap, column = 2, 0
    for sign, name in items:
        if column + len(sign) + 1 + len(name) <= picture.columns:
            picture.write(column, row, sign, Ink("muted", BAND if sign == EDGE else None))
            picture.write(column + len(sign) + 1, row, name, Ink("faint"))
            column += len(sign) + 1 + len(name) + gap
