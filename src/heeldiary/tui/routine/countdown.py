"""The countdown of the current step, readable across the room, with its title and progress bar."""

from collections.abc import Sequence
from textwrap import wrap
from typing import NamedTuple

from textual.timer import Timer

from heeldiary.charts.digits import HEIGHTS, big_digits, digits_width, tallest
from heeldiary.charts.picture import Ink, Picture
from heeldiary.tui.widgets.drawing import Drawing


class Showing(NamedTuple):
    """What the countdown shows."""

    title: str
    digits: str
    aside: str = ""
    """Right of the title: which step of how many."""
    hint: str = ""
    """Replaces the aside: what the person can do now."""
    heading: str = ""
    """Beside the digits, in the accent: get ready, rest, or the tempo's instruction."""
    beside: str = ""
    """Below that: what to put where, or the repetitions."""
    share: float = 0.0
    """The elapsed share of the step, 0-1."""
    calm: bool = False
    """Whether the digits are grey: the session is paused, not started or done."""
    here: bool = False
    """Whether the digits are in the accent: a step is about to begin or end, or its time is up."""
    name: str = ""
    """After the title, if there is room: the point's Chinese name and its meaning."""


_ROOMY_ROWS, _LOW_ROWS = 13, 8
_FLASH_SECONDS = 0.18
"""How long a flash lasts: shorter than the gap between the quickest bells."""
_BESIDE_COLUMNS = 18
"""The most columns reserved for text beside the digits; the digits shrink to leave them free."""


class Countdown(Drawing):
    """Shows the seconds in large digits."""

    DEFAULT_CSS = "Countdown { height: 10; }"

    def __init__(self) -> None:
        super().__init__()
        self._showing = Showing("", "")
        self._flash = False
        self._flashes: list[Timer] = []

    def show(self, showing: Showing) -> None:
        """Show new content if it differs."""
        if showing != self._showing:
            self._showing = showing
            self.redraw()

    def flash(self, seconds: Sequence[float]) -> None:
        """Flash at these times, in seconds from now, visible with half-closed eyes; not if motion is reduced."""
        for timer in self._flashes:
            timer.stop()
        self._flashes = []
        if self.app.animation_level != "none":
            for at in seconds:
                self._flashes.append(self.set_timer(at + 0.001, lambda: self._set_flash(True)))
                self._flashes.append(self.set_timer(at + _FLASH_SECONDS, lambda: self._set_flash(False)))

    def draw(self, columns: int, rows: int) -> Picture:
        """Draw title, digits and bar."""
        picture = Picture(columns, rows)
        showing = self._showing
        roomy = rows >= _ROOMY_ROWS
        ink = Ink("muted") if showing.calm else Ink("accent") if showing.here or self._flash else Ink("text")
        self._draw_heading(picture)
        beside = min(_BESIDE_COLUMNS, max(len(showing.heading), len(showing.beside))) + 4 if showing.heading else 0
        fitting = [size for size in HEIGHTS if digits_width(showing.digits, size) + beside <= columns]
        height = min(tallest(rows - (5 if roomy else 2)), max(fitting, default=HEIGHTS[0]))
        top = 2 if roomy else 1
        picture.lay(0, top, big_digits(showing.digits, height, ink))
        if showing.heading:
            left, row = digits_width(showing.digits, height) + 4, top + height // 2 - 2
            picture.write(left, row, showing.heading, Ink("accent", bold=True))
            for number, line in enumerate(wrap(showing.beside, max(1, columns - left))):
                picture.write(left, row + 2 + number, line, Ink("text"))
        row = rows - 1 - roomy
        picture.write(0, row, "━" * columns, Ink("accent" if self._flash else "line"))
        picture.write(0, row, "━" * round(showing.share * columns), Ink("accent"))
        return picture

    def _draw_heading(self, picture: Picture) -> None:
        showing, columns = self._showing, picture.columns
        if len(showing.title) + len(showing.hint) < columns:
            picture.write(0, 0, showing.title, Ink("text", bold=True))
        if showing.hint:
            picture.write_right(columns, 0, showing.hint, Ink("accent", bold=True))
        elif len(showing.title) + len(showing.aside) < columns:
            picture.write_right(columns, 0, showing.aside, Ink("faint"))
        name_column = len(showing.title) + 2
        is_low = picture.rows < _LOW_ROWS and showing.heading  # the heading is in the first row, too
        if not is_low and name_column + len(showing.name) + 2 + len(showing.hint or showing.aside) <= columns:
            picture.write(name_column, 0, showing.name, Ink("muted"))

    def _set_flash(self, on: bool) -> None:
        self._flash = on
        self.redraw()
