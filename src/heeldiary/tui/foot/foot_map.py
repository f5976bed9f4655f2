"""The picture of the foot, with the current point highlighted."""

import os
from collections.abc import Sequence

from textual import events
from textual.message import Message

from heeldiary.charts.foot.areas import area_at
from heeldiary.charts.foot.foot import Mark, View, foot_picture
from heeldiary.charts.picture import Picture
from heeldiary.domain.scales import Foot
from heeldiary.tui.widgets.drawing import Drawing

PULSE_FRAMES = (0.0, 0.5, 1.0, 0.5)
"""The radius of the pulsing current point, frame by frame; a frame is half a second."""


class FootMap(Drawing):
    """Draws a view of the foot as large as fits."""

    DEFAULT_CSS = "FootMap { height: 1fr; }"

    class Picked(Message):
        """An area was clicked."""

        def __init__(self, spot: str) -> None:
            super().__init__()
            self.spot = spot

    def __init__(self) -> None:
        super().__init__()
        self._braille = os.environ.get("TERM", "") != "linux"  # the Linux console cannot show it
        self._view: View = "sole"
        self._foot: Foot = "left"
        self._marks: tuple[Mark, ...] = ()
        self._frame = 0
        self._sore: tuple[str, ...] = ()
        self._cursor: str | None = None

    def show(
        self,
        view: View,
        foot: Foot,
        marks: Sequence[Mark],
        frame: int = 0,
        sore: Sequence[str] = (),
        cursor: str | None = None,
    ) -> None:
        """Show a view of a foot with its marks, the sore areas and the selected one.

        `frame` counts up while the current point pulses.
        """
        frame = 0 if self.app.animation_level == "none" else frame % len(PULSE_FRAMES)
        shown = (view, foot, tuple(marks), frame, tuple(sore), cursor)
        if shown != (self._view, self._foot, self._marks, self._frame, self._sore, self._cursor):
            self._view, self._foot, self._marks, self._frame, self._sore, self._cursor = shown
            self.redraw()

    def draw(self, columns: int, rows: int) -> Picture:
        """Return the picture at a size."""
        pulse = PULSE_FRAMES[self._frame]
        return foot_picture(
            self._view,
            self._foot,
            columns,
            rows,
            self._marks,
            pulse,
            self._braille,
            sore=self._sore,
            cursor=self._cursor,
        )

    def on_click(self, event: events.Click) -> None:
        """Post the area that was clicked."""
        spot = area_at(self._view, self._foot, *self.size, event.x, event.y)
        if spot is not None:
            self.post_message(self.Picked(spot))
