"""The picture of a result: every morning a dot on 0-10, heads above the scale, tails below; then the difference."""

from math import ceil

from heeldiary.charts.picture import Ink, Picture, cut
from heeldiary.charts.ruler import Difference, Ruler
from heeldiary.domain.experiments.result import Figures, Result
from heeldiary.domain.experiments.result_text import format_signed, plausible_range, short_difference, short_verdict
from heeldiary.domain.scales import HIGHEST
from heeldiary.domain.text import separate

_DOT = {"H": "●", "T": "○"}
RESULT_ROWS = 22
"""The height for printing."""
_AXIS_ROWS = 6
"""The height of the difference."""


def result_picture(result: Result, columns: int, rows: int) -> Picture:
    """Return the picture at a size; 14 rows or more show everything."""
    picture = Picture(columns, rows)
    figures = result.figures
    dots = rows - (_AXIS_ROWS + 1 if figures else 0)
    _draw_mornings(picture, result, max(5, dots))
    if figures:
        _draw_difference(picture, result, figures, rows - _AXIS_ROWS)
    return picture


def _draw_mornings(picture: Picture, result: Result, rows: int) -> None:
    """Draw dots stacked away from the scale, and each side's mean as a stroke at the scale."""
    experiment = result.experiment
    slot = max(3, (picture.columns - 1) // (HIGHEST + 1))
    middle = rows // 2
    room = max(1, min(middle - 2, rows - middle - 3))
    for score in range(HIGHEST + 1):
        label = str(score)
        picture.write(score * slot, middle, "─" * slot, Ink("line"))
        picture.write_centred(score * slot + slot // 2, middle, label, Ink("muted"))
    counts = {coin: [result.of(coin).count(score) for score in range(HIGHEST + 1)] for coin in "HT"}
    most = max(max(column) for column in counts.values())
    across = min(slot - 1, max(1, ceil(most / room)))
    each = max(1, ceil(most / (room * across)))
    for coin, step in (("H", -1), ("T", 1)):
        ink = Ink(experiment.foot, bold=True) if coin == "H" else Ink("text")
        for score, count in enumerate(counts[coin]):
            _stack(picture, score * slot + slot // 2, middle, step, ceil(count / each), across, _DOT[coin], ink)
        _mean(picture, result, coin, slot, middle + step, ink)
    for coin, row, (name, figure) in zip("HT", (0, rows - 1), _legends(result, each, picture.columns - 2), strict=True):
        picture.write(0, row, _DOT[coin], Ink(experiment.foot if coin == "H" else "text", bold=True))
        picture.write(2, row, name, Ink("text", bold=True))
        picture.write_right(picture.columns, row, figure, Ink("muted"))


def _legends(result: Result, each: int, columns: int) -> list[tuple[str, str]]:
    """Return the names and figures of both sides: in full, or with the words that fit into the columns."""
    sides = [("H", separate(result.experiment.heads), " (heads)"), ("T", separate(result.experiment.tails), " (tails)")]
    units = (f", each dot {each} mornings", f", a dot: {each}") if each > 1 else ("",)
    ways = [
        [(arm + side * with_side, _figure(result, coin, unit)) for coin, arm, side in sides]
        for with_side in (True, False)
        for unit in units
    ]
    for way in ways:
        if all(len(name) + 2 + len(figure) <= columns for name, figure in way):
            return way
    return [(cut(name, columns - 2 - len(figure)), figure) for name, figure in ways[-1]]


def _figure(result: Result, coin: str, unit: str) -> str:
    mornings = len(result.of(coin))
    return f"{mornings or 'no'} morning{'s' * (mornings > 1)}{unit}"


def _stack(picture: Picture, middle: int, axis: int, step: int, count: int, across: int, sign: str, ink: Ink) -> None:
    """Draw dots in centred rows of `across`, from the stroke outwards."""
    for first in range(0, count, across):
        dots = min(across, count - first)
        row = axis + step * (2 + first // across)
        picture.write_centred(middle, row, sign * dots, ink)


def _mean(picture: Picture, result: Result, coin: str, slot: int, row: int, ink: Ink) -> None:
    """Draw a side's mean as a stroke between its dots and the scale, with its name beside it."""
    mean = result.mean(coin)
    if mean is not None:
        column = min(picture.columns - 1, round((mean + 0.5) * slot - 0.5 + (slot % 2 == 0) * 0.5))
        name = f"mean {mean:.1f}"
        picture.put(column, row, "┃", ink)
        is_right = column + 2 + len(name) <= picture.columns
        picture.write(column + 2 if is_right else column - 1 - len(name), row, name, ink._replace(bold=False))


def _draw_difference(picture: Picture, result: Result, figures: Figures, top: int) -> None:
    """Draw the interval on an axis in points around zero, with ticks at what would be worth the trouble."""
    experiment = result.experiment
    reach = max(abs(figures.low), abs(figures.high), experiment.worth)
    half = min(10, max(2, ceil(reach + 0.25)))
    width = picture.columns - 2
    ruler = Ruler(1, width - (width % 2 == 0), half)
    clear = figures.low > 0 or figures.high < 0
    title, verdict = "Difference in points, heads minus tails", short_verdict(figures)
    bar, axis = top + 2, top + 3
    if len(title) + len(verdict) + 2 <= picture.columns:
        picture.write(0, top, title, Ink("text", bold=True))
        picture.write_right(picture.columns, top, verdict, Ink("muted"))
    elif len(verdict) <= picture.columns:
        picture.write(0, top, verdict, Ink("text", bold=True))
    else:
        picture.write(0, top, f"{short_difference(figures)},", Ink("text", bold=True))
        picture.write(0, top + 1, plausible_range(figures), Ink("text", bold=True))
    picture.write(ruler.column, axis, "─" * ruler.width, Ink("line"))
    for row in range(bar - (len(verdict) <= picture.columns), axis):
        picture.put(ruler.at(0), row, "│", Ink("muted"))
    difference = Difference(figures.low, figures.difference, figures.high, clear)
    ruler.draw_range(picture, bar, difference, Ink(experiment.foot, bold=clear))
    for points in ruler.ticks:
        worth = abs(points) == experiment.worth
        picture.put(
            ruler.at(points), axis, "┼" if points == 0 else "┬" if not worth else "╂", Ink("muted" if worth else "line")
        )
        if half <= 5 or points % 2 == 0:
            label = format_signed(points).removesuffix(".0") if points else "0"
            picture.write_centred(ruler.at(points), axis + 1, label, Ink("muted", bold=worth or points == 0))
    less, more = (
        ("less pain with heads", "more pain with heads") if width > 42 else ("less with heads", "more with heads")
    )
    picture.write(1, axis + 2, less, Ink("faint"))
    picture.write_right(picture.columns, axis + 2, more, Ink("faint"))
    key = "╂ worth the trouble"
    if len(less) + len(key) + len(more) + 7 <= picture.columns:
        picture.write_centred(ruler.at(0), axis + 2, key, Ink("muted"))
