"""First-step pain by week, 0-10: each morning is a block at its score, and the week's mean a bar across its days."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.plot import lines
from heeldiary.charts.weeks.blocks import FEW, MANY, Blocks, columns_of
from heeldiary.charts.weeks.frame import WeekColumn, column_of_week, draw_grid, is_free, pixel, shade
from heeldiary.domain.change.change import NoiseBand
from heeldiary.domain.scales import Foot
from heeldiary.domain.weeks.weeks import ENOUGH_MORNINGS

DENSE_COLUMNS = 3
"""A week narrower than this has no room for blocks: the shade at a score then shows how many mornings had it."""

_HALVES = "▀▄"
_MEAN_WEEKS = 4
"""The number of weeks that the line over long ranges averages."""


def draw_weeks(
    picture: Picture,
    top: int,
    rows: int,
    laid: Sequence[WeekColumn],
    foot: Foot,
    selected: date,
    bands: Mapping[date, NoiseBand],
) -> None:
    """Draw the chart, with a height from `chart_rows`. A week with a column to itself has its noise band behind it."""
    if not laid:
        return
    left, columns = columns_of(laid)
    is_dense = laid[0].width < DENSE_COLUMNS
    blocks = Blocks(left, columns, rows, foot, is_dense)
    selected_column = column_of_week(laid, selected)
    draw_grid(picture, top, rows, left + columns, left)
    if selected_column:
        blocks.paint_ground(selected_column)
    banded = {slot: bands[slot.week.start] for slot in laid if len(slot.weeks) == 1 and slot.week.start in bands}
    for slot, band in banded.items():
        blocks.paint("band", slot, range(blocks.at(band.high), blocks.at(band.low) + 1))
    for slot in laid:
        if is_dense:
            blocks.paint_shades(slot, slot.week.scores, 7 * len(slot.weeks))
        else:
            _paint_mornings(blocks, slot, foot)
    for slot in laid:
        if not is_dense or slot is selected_column:
            _paint_mean(blocks, slot, slot is selected_column)
    blocks.draw_on(picture, top)
    for slot, band in banded.items():
        _dot_edges(picture, top, slot, [blocks.at(band.high) // 2, blocks.at(band.low) // 2])
    if is_dense:
        _draw_line(picture, top, rows, laid)


def draw_level(picture: Picture, top: int, rows: int, laid: Sequence[WeekColumn], level: float, name: str) -> None:
    """Draw a mean of before the weeks shown: a dotted line at its height, and its name on it, below or above it.

    Both are drawn only where nothing else is.
    """
    left, columns = columns_of(laid)
    row = top + Blocks(left, columns, rows, "left", is_dense=False).at(level) // 2
    for column in range(left, left + columns):
        if is_free(picture, column, row):
            picture.put(column, row, "┈", Ink("muted", picture.cells[row][column].ink.back))
    for beside in (row, row + 1, row - 1):
        if top <= beside < top + rows and all(is_free(picture, left + n, beside) for n in range(len(name) + 1)):
            picture.write(left, beside, f"{name} ", Ink("muted"))
            return


def legend(foot: Foot, is_dense: bool, together: int = 1) -> list[tuple[str, Ink, str]]:
    """Return the legend as signs, inks and texts, without the band's; `together` is the number of weeks in a column."""
    if is_dense:
        return [
            ("█", Ink(shade(foot, FEW)), "few"),
            ("█", Ink(shade(foot, MANY)), "many mornings with that score"),
            ("▀▀▀", Ink("text"), f"mean of {_mean_columns(together) * together} weeks"),
        ]
    return [("▌", Ink(shade(foot, 5)), "a morning"), ("▀▀▀", Ink("text"), "the week's mean")]


def _paint_mornings(blocks: Blocks, slot: WeekColumn, foot: Foot) -> None:
    """Paint a block for each score: the more mornings had it, the wider the block."""
    per_morning = min(2.0, 2 * slot.width / 7) / len(slot.weeks)
    for score, mornings in Counter(slot.week.scores).items():
        blocks.paint_block(slot, score, max(1, round(mornings * per_morning)), shade(foot, 5))


def _paint_mean(blocks: Blocks, slot: WeekColumn, is_selected: bool) -> None:
    """Paint the mean across the week's days, dashed if it comes from too few mornings."""
    if slot.week.mean is not None:
        row, role = blocks.at(slot.week.mean), "accent" if is_selected else "text"
        if slot.week.enough:
            blocks.paint(role, slot, range(row, row + 1))
        else:
            blocks.paint_dashes(role, slot, row)


def _dot_edges(picture: Picture, top: int, slot: WeekColumn, rows: Sequence[int]) -> None:
    """Dot the edges of a band in the band's own colour: they are visible only where colours are not shown."""
    for row in rows:
        for column in range(slot.column, slot.column + slot.width):
            if top + row < picture.rows and column < picture.columns:
                cell = picture.cells[top + row][column]
                if cell.sign == " " and cell.ink.back == "band":
                    picture.put(column, top + row, "┄", Ink("band", "band"))


def _mean_columns(together: int) -> int:
    """Return how many columns each point of the line averages, with `together` weeks in a column."""
    return max(1, round(_MEAN_WEEKS / together))


def _draw_line(picture: Picture, top: int, rows: int, laid: Sequence[WeekColumn]) -> None:
    """Draw a line of the mean of four weeks, or of a column if it holds more; it breaks where mornings are too few."""
    left = laid[0].column
    before = _mean_columns(len(laid[0].weeks)) - 1
    runs: list[list[tuple[float, float]]] = [[]]
    for number, slot in enumerate(laid):
        scores = [score for near in laid[max(0, number - before) : number + 1] for score in near.week.scores]
        if slot.week.scores and len(scores) >= ENOUGH_MORNINGS:
            runs[-1].append((2 * (slot.middle - left) + 0.5, pixel(sum(scores) / len(scores), rows)))
        else:
            runs.append([])
    columns = laid[-1].column + laid[-1].width - left
    for row, signs in enumerate(lines(columns, rows, [run for run in runs if len(run) > 1])):
        for column, sign in enumerate(signs):
            if sign != " ":
                if top + row >= picture.rows:
                    return
                beneath = picture.cells[top + row][left + column]
                back = beneath.ink.back or (beneath.ink.fore if beneath.sign in _HALVES else None)
                picture.put(left + column, top + row, sign, Ink("text", back))
