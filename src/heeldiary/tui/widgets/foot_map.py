"""The foot on the screen, with the present point standing out."""

from collections.abc import Sequence

from heeldiary.charts.foot import Mark, View, foot_picture
from heeldiary.charts.picture import Picture
from heeldiary.domain.scales import Foot
from heeldiary.tui.widgets.drawing import Drawing

PULSE_FRAMES = (0.0, 0.5, 1.0, 0.5)
"""How far the present point has breathed out, frame by frame; one frame a quarter of a second."""


class FootMap(Drawing):
    """Sole or calf, as large as the room allows."""

    DEFAULT_CSS = "FootMap { height: 1fr; }"

    def __init__(self, braille: bool = True) -> None:
        super().__init__()
        self._braille = braille
        self._view: View = "sole"
        self._foot: Foot = "left"
        self._marks: tuple[Mark, ...] = ()
        self._frame = 0

    def show(self, view: View, foot: Foot, marks: Sequence[Mark], frame: int = 0) -> None:
        """Show a view of a foot with its marks; `frame` counts on while the present point is to pulse."""
        frame = 0 if self.app.animation_level == "none" else frame % len(PULSE_FRAMES)
        if (view, foot, tuple(marks), frame) != (self._view, self._foot, self._marks, self._frame):
            self._view, self._foot, self._marks, self._frame = view, foot, tuple(marks), frame
            self.redraw()

    def draw(self, columns: int, rows: int) -> Picture:
        """The picture at that size."""
        pulse = PULSE_FRAMES[self._frame]
        return foot_picture(self._view, self._foot, columns, rows, self._marks, pulse, self._braille)
