"""The last 14 mornings: bars for the selected foot, digits for both."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from heeldiary.charts.picture import Ink, Picture
from heeldiary.domain.days import FIRST_DAY, WEEKDAYS
from heeldiary.domain.scales import HIGHEST, Foot
from heeldiary.tui.widgets.drawing import Drawing

SHOWN_MORNINGS = 14
_LEFT_COLUMNS = 3
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_TEN = "X: 10"
"""What the sign of a 10 means where a morning has one column."""


_LEAST_SHADE = 4
"""Its height shows a score; a bar in a fainter shade would not be seen."""


class RecentMornings(Drawing):
    """One column a morning, 0 to 10 high; a missing morning is a dot, never a zero."""

    DEFAULT_CSS = "RecentMornings { height: 6; }"

    def __init__(self) -> None:
        super().__init__()
        self._last = FIRST_DAY
        self._day = FIRST_DAY
        self._foot: Foot = "left"
        self._feet: Sequence[Foot] = ()
        self._scores: Mapping[Foot, Mapping[date, int]] = {}

    def show(
        self, last: date, day: date, foot: Foot, feet: Sequence[Foot], scores: Mapping[Foot, Mapping[date, int]]
    ) -> None:
        """Show the mornings up to `last`, with `day` marked: `foot` as bars, all `feet` in digits."""
        self._last, self._day, self._foot, self._feet, self._scores = last, day, foot, feet, scores
        self.redraw()

    def draw(self, columns: int, rows: int) -> Picture:
        """Draw the heading, the bars, a row of digits for each foot, and the weekdays if there is room."""
        picture = Picture(columns, rows)
        step = 3 if columns >= _LEFT_COLUMNS + SHOWN_MORNINGS * 3 - 1 else 2
        shown = (self._last - timedelta(days=number) for number in range(SHOWN_MORNINGS))
        has_ten = step == 2 and any(self._of(foot).get(day) == HIGHEST for day in shown for foot in self._feet)
        legend = _TEN if has_ten else ""
        picture.write_right(columns, 0, legend, Ink("faint"))
        self._write_heading(picture, columns - _LEFT_COLUMNS - len(legend) - 2 * has_ten)
        weekdays = rows >= 8
        bar_rows = max(1, rows - 1 - len(self._feet) - weekdays - (rows >= 9))
        top = 1 + (rows >= 9)
        for number in range(SHOWN_MORNINGS):
            day = self._last - timedelta(days=SHOWN_MORNINGS - 1 - number)
            column = _LEFT_COLUMNS + number * step
            is_selected = day == self._day
            self._draw_bar(picture, column, top, bar_rows, step - 1, self._of(self._foot).get(day))
            for below, foot in enumerate(self._feet):
                score = self._of(foot).get(day)
                ink = Ink("text" if is_selected else foot if score is not None else "faint", bold=is_selected)
                text = "·" if score is None else "X" if score == HIGHEST and step == 2 else str(score)
                picture.write_right(column + step - 1, top + bar_rows + below, text, ink)
            if weekdays:
                ink = Ink("accent", bold=True) if is_selected else Ink("muted")
                picture.write_right(column + step - 1, rows - 1, WEEKDAYS[day.weekday()][0], ink)
        for below, foot in enumerate(self._feet):
            picture.write(0, top + bar_rows + below, foot[0].upper(), Ink(foot, bold=True))
        return picture

    def _write_heading(self, picture: Picture, room: int) -> None:
        """Write the heading; of two feet also whose bars these are."""
        foot = f", {self._foot} foot" if len(self._feet) > 1 else ""
        headings = (f"Last {SHOWN_MORNINGS} mornings", f"{SHOWN_MORNINGS} mornings", "Mornings")
        heading = next((text for text in headings if len(text + foot) <= room), headings[-1])
        picture.write(_LEFT_COLUMNS, 0, heading, Ink("text", bold=True))
        picture.write(_LEFT_COLUMNS + len(heading), 0, foot, Ink(self._foot))

    def _of(self, foot: Foot) -> Mapping[date, int]:
        return self._scores.get(foot, {})

    def _draw_bar(self, picture: Picture, column: int, top: int, rows: int, width: int, score: int | None) -> None:
        """Draw a bar, exact to an eighth of a row; a score of 0 is a thin line at the bottom."""
        if score is None:
            return
        shade = Ink(f"{self._foot}-{max(_LEAST_SHADE, score)}")
        eighths = max(1, round(score * rows * 8 / HIGHEST))
        for row in range(rows):
            filled = min(8, eighths - 8 * (rows - 1 - row))
            for offset in range(width):
                if filled == 8:
                    picture.put(column + offset, top + row, " ", shade._replace(back=shade.fore))
                elif filled > 0:
                    picture.put(column + offset, top + row, _EIGHTHS[filled], shade)
