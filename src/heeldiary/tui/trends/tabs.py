"""The tabs of the Trends page: views and ranges; a click selects one."""

from collections.abc import Sequence

from textual import events
from textual.message import Message

from heeldiary.charts.picture import Ink, Picture
from heeldiary.tui.widgets.drawing import Drawing

_HERE = Ink("accent", bold=True, underline=True)


class TrendTabs(Drawing):
    """Views on the left, ranges in weeks on the right."""

    DEFAULT_CSS = "TrendTabs { height: 1; max-width: 150; }"

    class Chosen(Message):
        """A view or a range was clicked."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, views: Sequence[str], ranges: Sequence[str]) -> None:
        super().__init__()
        self._views = views
        self._ranges = ranges
        self._here: tuple[str, str | None] = (views[0], ranges[0])
        self._places: list[tuple[int, int, str]] = []

    def show(self, view: str, weeks: str | None) -> None:
        """Mark a view and a range; `weeks` is None if the view has no ranges."""
        self._here = (view, weeks)
        self.redraw()

    def draw(self, columns: int, rows: int) -> Picture:
        """Render all names in a row."""
        picture = Picture(columns, rows)
        self._places = []
        ranges = self._ranges if self._here[1] is not None else ()
        names = (*self._views, *ranges)
        gap = 2 if sum(len(name) + 2 for name in names) - 2 <= columns else 1
        column = 0
        for name in self._views:
            column = self._write(picture, column, gap, name, name.capitalize())
        column = max(column, columns - sum(len(name) + gap for name in ranges) + gap)
        for name in ranges:
            column = self._write(picture, column, gap, name, name)
        return picture

    def _write(self, picture: Picture, column: int, gap: int, name: str, shown: str) -> int:
        picture.write(column, 0, shown, _HERE if name in self._here else Ink("muted"))
        self._places.append((column, column + len(shown), name))
        return column + len(shown) + gap

    def on_click(self, event: events.Click) -> None:
        """Post what was chosen."""
        for first, last, name in self._places:
            if first <= event.x < last:
                self.post_message(self.Chosen(name))
