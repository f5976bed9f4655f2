"""First-step pain by week on 0-10: every morning a block at its score, the week's mean a bar over its days."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from heeldiary.charts.layers import Layers
from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.plot import lines
from heeldiary.charts.weeks.frame import WeekColumn, column_of_week, draw_grid, pixel, shade
from heeldiary.domain.change.change import NoiseBand
from heeldiary.domain.scales import HIGHEST, Foot
from heeldiary.domain.weeks.weeks import ENOUGH_MORNINGS

DENSE_COLUMNS = 3
"""Below this width a week is too narrow for blocks: the shade of a score says how many mornings had it."""

_HALVES = "▀▄"
_MEAN_WEEKS = 4
"""The weeks of the mean over long ranges."""
_FAINTEST, _STRONGEST = 1, 8
"""The shades of the fewest and the most mornings."""


def chart_rows(room: int) -> int:
    """Return the height of a chart in at most `room` rows at which the scores are equally far apart."""
    return max(6, (room - 1) // 5 * 5 + 1)


def draw_weeks(
    picture: Picture,
    top: int,
    rows: int,
    laid: Sequence[WeekColumn],
    foot: Foot,
    selected: date,
    bands: Mapping[date, NoiseBand],
) -> None:
    """Draw the chart, `rows` high as by `chart_rows`. A week with its own column has its noise band behind it."""
    if not laid:
        return
    left, end = laid[0].column, laid[-1].column + laid[-1].width
    is_dense = laid[0].width < DENSE_COLUMNS
    surfaces = ("raised", "band", *(shade(foot, score) for score in range(HIGHEST + 1) if is_dense))
    chart = _Chart(Layers(end - left, rows, surfaces), left, rows, foot)
    selected_column = column_of_week(laid, selected)
    draw_grid(picture, top, rows, end, left)
    if selected_column:
        chart.paint("raised", selected_column, range(2 * rows))
    for slot in laid:
        band = bands.get(slot.week.start) if len(slot.weeks) == 1 else None
        if band is not None:
            chart.paint_band(slot, band)
    for slot in laid:
        chart.paint_shades(slot) if is_dense else chart.paint_mornings(slot)
    for slot in laid:
        if not is_dense or slot is selected_column:
            chart.paint_mean(slot, slot is selected_column)
    chart.layers.draw_on(picture, left, top)
    for slot in laid:
        if slot.week.start in bands and len(slot.weeks) == 1:
            _dot_edges(picture, top, slot, [chart.at(end) // 2 for end in bands[slot.week.start][:2]])
    if is_dense:
        _draw_line(picture, top, rows, laid)


def legend(foot: Foot, is_dense: bool) -> list[tuple[str, Ink, str]]:
    """Return the legend, without the band's."""
    if is_dense:
        return [
            ("█", Ink(shade(foot, _FAINTEST + 1)), "few"),
            ("█", Ink(shade(foot, _STRONGEST)), "many mornings at a score"),
            ("▀▀▀", Ink("text"), f"mean of {_MEAN_WEEKS} weeks"),
        ]
    return [("▌", Ink(shade(foot, 5)), "a morning"), ("▀▀▀", Ink("text"), "the week's mean")]


class _Chart:
    """The layers of the chart, in half rows and half columns."""

    def __init__(self, layers: Layers, left: int, rows: int, foot: Foot) -> None:
        self.layers, self.left, self.rows, self.foot = layers, left, rows, foot
        self.step = (2 * rows - 2) / HIGHEST
        """The half rows of a point."""
        self.tall = 3 if self.step >= 4 else 2 if self.step >= 3 else 1
        """The half rows of a block: scores side by side stay apart."""

    def at(self, score: float) -> int:
        """Return the half row of a score's middle."""
        return pixel(score, self.rows) + (self.tall == 3)

    def paint(self, role: str, slot: WeekColumn, rows: range, step: int = 1) -> None:
        """Paint half rows over all columns of a week."""
        first = 2 * (slot.column - self.left)
        self.layers.paint(role, range(first, first + 2 * slot.width, step), rows)

    def paint_band(self, slot: WeekColumn, band: NoiseBand) -> None:
        """Paint where the mean falls nine times in ten."""
        self.paint("band", slot, range(self.at(band.high), self.at(band.low) + 1))

    def paint_mornings(self, slot: WeekColumn) -> None:
        """Paint a block for each score, as wide as it has mornings."""
        per_morning = min(2.0, 2 * slot.width / 7) / len(slot.weeks)
        for score, mornings in Counter(slot.week.scores).items():
            wide = max(1, round(mornings * per_morning))
            first = 2 * (slot.column - self.left) + slot.width - (wide + 1) // 2
            upper = self.at(score) - (self.tall == 3)
            self.layers.paint(shade(self.foot, 5), range(first, first + wide), range(upper, upper + self.tall))

    def paint_shades(self, slot: WeekColumn) -> None:
        """Paint each score in a shade by its share of a week of mornings."""
        scores = slot.week.scores
        for score, mornings in Counter(scores).items():
            share = mornings / max(len(scores), 7 * len(slot.weeks) / 2)
            upper = round(self.at(score) - self.step / 2 + 0.5)
            role = shade(self.foot, _FAINTEST + (_STRONGEST - _FAINTEST) * min(1.0, 2 * share) ** 0.7)
            self.paint(role, slot, range(upper, round(upper + self.step)))

    def paint_mean(self, slot: WeekColumn, is_selected: bool) -> None:
        """Paint the mean over the week's days, with gaps if it is of too few mornings."""
        if slot.week.mean is not None:
            at = self.at(slot.week.mean)
            role = "accent" if is_selected else "text"
            if slot.week.enough:
                self.paint(role, slot, range(at, at + 1))
            else:
                for column in range(0, slot.width, 2):
                    first = 2 * (slot.column - self.left + column)
                    self.layers.paint(role, range(first, first + 2), range(at, at + 1))


def _dot_edges(picture: Picture, top: int, slot: WeekColumn, rows: Sequence[int]) -> None:
    """Dot the edges of a band in its own colour: they show where there is none."""
    for row in rows:
        for column in range(slot.column, slot.column + slot.width):
            if top + row < picture.rows and column < picture.columns:
                cell = picture.cells[top + row][column]
                if cell.sign == " " and cell.ink.back == "band":
                    picture.put(column, top + row, "┄", Ink("band", "band"))


def _draw_line(picture: Picture, top: int, rows: int, laid: Sequence[WeekColumn]) -> None:
    """Draw the mean of each four weeks as a line, broken where they have too few mornings."""
    left = laid[0].column
    runs: list[list[tuple[float, float]]] = [[]]
    for number, slot in enumerate(laid):
        scores = [score for near in laid[max(0, number - _MEAN_WEEKS + 1) : number + 1] for score in near.week.scores]
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
