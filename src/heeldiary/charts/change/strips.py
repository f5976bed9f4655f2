"""Then and now as two strips of mornings on one axis 0-10, with the tolerance between them."""

from collections import Counter

from heeldiary.charts.picture import Ink, Picture
from heeldiary.domain.change.change import Period, ThenAndNow
from heeldiary.domain.change.text import labels
from heeldiary.domain.days import MONTHS
from heeldiary.domain.scales import HIGHEST, Foot

_MARGIN_COLUMNS = 8
_FIGURE_COLUMNS = 20
"""The width of the labels at the right."""
_EIGHTHS = "▁▂▃▄▅▆▇█"
_WIDEST_SCORE_COLUMNS = 8
_WIDEST_TILE_COLUMNS = 5


def draw_strips(
    picture: Picture, top: int, columns: int, rows: int, then_and_now: ThenAndNow, foot: Foot, roomy: bool
) -> int:
    """Draw both strips; return the next row."""
    each = min(_WIDEST_SCORE_COLUMNS, (columns - _MARGIN_COLUMNS - _FIGURE_COLUMNS) // (HIGHEST + 1))
    most = max(_most(then_and_now.then), _most(then_and_now.now))
    first, last, mornings, chance = labels(then_and_now)
    present = then_and_now.now.last.year
    row = _draw_strip(picture, top, rows, each, "Then", then_and_now.then, Ink("range"), most)
    _figures(picture, row - 3, each, [first, _dates(then_and_now.then, present)])
    _draw_chance(picture, row, rows + 1, each, then_and_now)
    _figures(picture, row, each, [chance], quiet=True)
    row = _draw_strip(picture, row + 1, rows, each, "Now", then_and_now.now, Ink(foot), most)
    _figures(picture, row - 3, each, [last, _dates(then_and_now.now, present), mornings])
    if roomy:
        for score in range(HIGHEST + 1):
            picture.write_centred(_column(score, each), row, str(score), Ink("muted"))
        row += 1
    return row


def _draw_strip(
    picture: Picture, top: int, rows: int, each: int, name: str, window: Period, ink: Ink, most: float
) -> int:
    """Draw a bar for each score's share of the mornings, with the axis and the mean below."""
    picture.write(0, top + rows - 1, name, Ink("text", bold=True))
    axis = top + rows
    picture.write(_column(0, each) - 1, axis, "─" * (_column(HIGHEST, each) - _column(0, each) + 3), Ink("line"))
    counts = Counter(window.scores.values())
    tile = min(_WIDEST_TILE_COLUMNS, max(1, each - 1))
    for score in range(HIGHEST + 1):
        left = _column(score, each) - tile // 2
        if not counts[score]:
            picture.put(_column(score, each), axis, "┴", Ink("line"))
            continue
        # Leave the last eighth free, to separate the highest bar from what is above.
        eighths = max(1, round((8 * rows - 1) * counts[score] / len(window.scores) / most))
        for row in range(rows):
            filled = min(8, eighths - 8 * (rows - 1 - row))
            if filled > 0:
                picture.write(left, top + row, _EIGHTHS[filled - 1] * tile, ink)
    mean = _column(window.mean, each)
    picture.put(mean, axis, "┃", Ink("accent", bold=True))
    figure = f"{window.mean:.1f}"
    picture.write(
        mean + 2 if window.mean < HIGHEST - 1 else mean - len(figure) - 1, axis, figure, Ink("accent", bold=True)
    )
    return axis + 1


def _draw_chance(picture: Picture, row: int, rows: int, each: int, then_and_now: ThenAndNow) -> None:
    """Draw the tolerance around the mean of then: where the mean of now falls 9 times in 10 if nothing has changed."""
    first = _column(max(0.0, then_and_now.then.mean - then_and_now.band), each)
    last = _column(min(float(HIGHEST), then_and_now.then.mean + then_and_now.band), each)
    picture.write(0, row, "Chance", Ink("muted"))
    for column in range(first, last + 1):
        picture.put(column, row, "┄", Ink("faint", "band"))
        for below in range(row + 1, row + 1 + rows):
            picture.put(column, below, "┊" if column in (first, last) else " ", Ink("faint", "band"))
    picture.put(first, row, "├", Ink("muted", "band"))
    picture.put(last, row, "┤", Ink("muted", "band"))


def _figures(picture: Picture, top: int, each: int, lines: list[str], quiet: bool = False) -> None:
    """Draw the labels of a strip: its title, dates and number of mornings."""
    for row, words in enumerate(lines):
        picture.write(_column(HIGHEST, each) + 3, top + row, words, Ink("muted" if row or quiet else "text"))


def _dates(window: Period, present: int) -> str:
    """Return the dates of a period, with the year if it is not this year."""
    first, last = window.first, window.last
    ends = f"{last.day} {MONTHS[last.month - 1][:3]}" + ("" if last.year == present else f" {last.year}")
    return f"{first.day} {MONTHS[first.month - 1][:3]} – {ends}"


def _most(window: Period) -> float:
    return max(Counter(window.scores.values()).values()) / len(window.scores)


def _column(score: float, each: int) -> int:
    return int(_MARGIN_COLUMNS + each / 2 + score * each)
