"""The steps of a session: done, present, to come."""

from collections.abc import Sequence
from typing import NamedTuple

from heeldiary.charts.picture import Ink, Picture
from heeldiary.domain.routine.session import StepState
from heeldiary.domain.scales import Foot
from heeldiary.tui.widgets.drawing import Drawing
from heeldiary.tui.widgets.score_row import INDENT_COLUMNS

_ACROSS = 4
"""The most steps in a row."""


class StepLine(NamedTuple):
    """A step as listed."""

    name: str
    place: str
    text: str
    """Its length, or the time done."""
    state: StepState
    foot: Foot


class StepList(Drawing):
    """A column if there is room, else a row of four."""

    DEFAULT_CSS = "StepList { height: 20; }"

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[StepLine, ...] = ()

    def show(self, lines: Sequence[StepLine]) -> None:
        """Show the steps of one foot."""
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self.redraw()

    def draw(self, columns: int, rows: int) -> Picture:
        """Render number or tick, name and length; a sign before the current step. Of many, those around it."""
        picture = Picture(columns, rows)
        across = rows < 8
        every = 4 if rows >= 4 * len(self._lines) - 1 else 3
        fits = _ACROSS if across else max(1, (rows + 1) // every)
        width = columns // max(1, min(fits, len(self._lines))) if across else columns
        first = self._first_shown(fits)
        for place, line in enumerate(self._lines[first : first + fits]):
            left, top = (place * width, 0) if across else (0, place * every)
            self._draw_step(picture, left, top, width, first + place, line, across)
        if across:
            for column, more in ((0, first > 0), (columns - 1, first + fits < len(self._lines))):
                picture.put(column, 1, "…" if more else picture.cells[1][column].sign, Ink("muted"))
        return picture

    def _first_shown(self, fits: int) -> int:
        """The first step shown if not all fit."""
        active = next((number for number, line in enumerate(self._lines) if line.state == "active"), 0)
        return max(0, min(active - fits // 2, len(self._lines) - fits))

    def _draw_step(
        self, picture: Picture, left: int, top: int, width: int, number: int, line: StepLine, across: bool
    ) -> None:
        is_active = line.state == "active"
        sign = {"done": "✓", "skipped": "–", "active": "›"}.get(line.state, str(number + 1))
        name = Ink("text", bold=True) if is_active else Ink("muted" if line.state == "done" else "faint")
        sign_ink = {"done": Ink(line.foot), "active": Ink("accent", bold=True)}.get(line.state, Ink("faint"))
        picture.put(left + INDENT_COLUMNS, top, sign, sign_ink)
        picture.write(left + INDENT_COLUMNS + 2, top, line.name, name)
        if across:
            picture.write(left + INDENT_COLUMNS + 2, top + 1, line.text, Ink("text") if is_active else Ink("faint"))
        else:
            picture.write_right(left + width, top, line.text, name)
            picture.write(left + INDENT_COLUMNS + 2, top + 1, line.place, Ink("muted") if is_active else Ink("faint"))
