"""The picture of a result: every morning a dot on 0-10, heads above the scale, tails below; then the difference."""

from math import ceil

from heeldiary.charts.picture import Ink, Picture
from heeldiary.domain.experiments.result import Figures, Result
from heeldiary.domain.experiments.result_text import format_signed, short_verdict
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
        _mean(picture, result, coin, slot, middle + step, "┃")
    unit = f", each dot {each} mornings" if each > 1 else ""
    for coin, arm, row in (("H", experiment.heads, 0), ("T", experiment.tails, rows - 1)):
        mean, mornings = result.mean(coin), len(result.of(coin))
        figure = "no morning" if mean is None else f"mean {mean:.1f} of {mornings}{unit}"
        name = separate(arm)[: max(4, picture.columns - len(figure) - 12)]
        side = "heads" if coin == "H" else "tails"
        picture.write(0, row, _DOT[coin], Ink(experiment.foot if coin == "H" else "text", bold=True))
        picture.write(2, row, f"{name} ({side})", Ink("text", bold=True))
        picture.write_right(picture.columns, row, figure, Ink("muted"))


def _stack(picture: Picture, middle: int, axis: int, step: int, count: int, across: int, sign: str, ink: Ink) -> None:
    """Draw dots in centred rows of `across`, from the stroke outwards."""
    for first in range(0, count, across):
        dots = min(across, count - first)
        row = axis + step * (2 + first // across)
        picture.write_centred(middle, row, sign * dots, ink)


def _mean(picture: Picture, result: Result, coin: str, slot: int, row: int, sign: str) -> None:
    mean = result.mean(coin)
    if mean is not None:
        column = min(picture.columns - 1, round((mean + 0.5) * slot - 0.5 + (slot % 2 == 0) * 0.5))
        picture.put(column, row, sign, Ink("accent", bold=True))


def _draw_difference(picture: Picture, result: Result, figures: Figures, top: int) -> None:
    """Draw the interval on an axis in points around zero, with ticks at what would be worth the trouble."""
    experiment = result.experiment
    reach = max(abs(figures.low), abs(figures.high), experiment.worth)
    half = min(10, max(2, ceil(reach + 0.25)))
    width = picture.columns - 2

    def at(points: float) -> int:
        return 1 + round((min(half, max(-half, points)) + half) / (2 * half) * (width - 1))

    title, verdict = "Difference in points, heads minus tails", short_verdict(figures)
    both = len(title) + len(verdict) + 2 <= picture.columns
    picture.write(0, top, title if both else verdict, Ink("text", bold=True))
    if both:
        picture.write_right(picture.columns, top, verdict, Ink("muted"))
    bar, axis = top + 2, top + 3
    picture.write(1, axis, "─" * width, Ink("line"))
    for column in range(at(figures.low), at(figures.high) + 1):
        picture.put(column, bar, "━", Ink(experiment.foot))
    picture.put(at(0), bar - 1, "│", Ink("muted"))
    if picture.cells[bar][at(0)].sign == " ":
        picture.put(at(0), bar, "│", Ink("muted"))
    picture.put(at(figures.low), bar, "┣", Ink(experiment.foot))
    picture.put(at(figures.high), bar, "┫", Ink(experiment.foot))
    picture.put(at(figures.difference), bar, "◆", Ink("accent", bold=True))
    for points in range(-half, half + 1):
        worth = abs(points) == experiment.worth
        picture.put(
            at(points), axis, "┼" if points == 0 else "┬" if not worth else "╂", Ink("muted" if worth else "line")
        )
        if half <= 5 or points % 2 == 0:
            label = format_signed(points).removesuffix(".0") if points else "0"
            picture.write_centred(at(points), axis + 1, label, Ink("muted", bold=worth or points == 0))
    picture.write(1, axis + 2, "less pain with heads", Ink("faint"))
    picture.write_right(picture.columns, axis + 2, "more pain with heads", Ink("faint"))
