"""The tabs of the Trends page: views and ranges; a click selects one."""

from collections.abc import Sequence

from textual import events
from textual.message import Message

from heeldiary.charts.picture import Ink, Picture
from heeldiary.tui.widgets.drawing import Drawing

_HERE = Ink("accent", bold=True, underline=True)


class TrendTabs(Drawing):
    """Views on the left, ranges in weeks on the right; in a narrow terminal, the foot and the range chosen."""

    DEFAULT_CSS = "TrendTabs { height: 1; max-width: 148; }"

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
        self._foot = ""
        self._places: list[tuple[int, int, str]] = []

    def show(self, view: str, weeks: str | None, foot: str) -> None:
        """Mark a view and a range; `weeks` is None if the view has no ranges. `foot` is the one shown."""
        self._here, self._foot = (view, weeks), foot
        self.redraw()

    def draw(self, columns: int, rows: int) -> Picture:
        """Render all names in a row; in a narrow terminal what is shown, and as many views as fit around the one."""
        picture = Picture(columns, rows)
        self._places = []
        view, weeks = self._here
        ranges = self._ranges if weeks is not None else ()
        names = (*self._views, *ranges)
        gap = 2 if _width(names, 2) <= columns else 1
        right = columns - _width(ranges, gap)
        if _width(names, gap) > columns:
            shown = f"{self._foot} foot" if weeks is None else f"{self._foot}, {weeks} weeks"
            ranges, right = (), columns - len(shown)
            picture.write(right, 0, shown, Ink("text"))
        first, last = self._window(self._views.index(view), right - 2, gap)
        column = self._write(picture, 0, 0, self._views[first - 1], "‹") if first else 0
        for name in self._views[first:last]:
            column = self._write(picture, column, gap, name, name.capitalize())
        if last < len(self._views):
            self._write(picture, column - gap, 0, self._views[last], "›")
        column = max(column, right)
        for name in ranges:
            column = self._write(picture, column, gap, name, name)
        return picture

    def _window(self, at: int, columns: int, gap: int) -> tuple[int, int]:
        """Return the first of the views that fit around one of them, and the one after the last."""
        first, last = at, at + 1
        while True:
            if first and _width(self._views[first - 1 : last], gap) <= columns:
                first -= 1
            elif last < len(self._views) and _width(self._views[first : last + 1], gap) <= columns:
                last += 1
            else:
                return first, last

    def _write(self, picture: Picture, column: int, gap: int, name: str, shown: str) -> int:
        picture.write(column, 0, shown, _HERE if name in self._here else Ink("muted"))
        self._places.append((column, column + len(shown), name))
        return column + len(shown) + gap

    def on_click(self, event: events.Click) -> None:
        """Post what was chosen."""
        for first, last, name in self._places:
            if first <= event.x < last:
                self.post_message(self.Chosen(name))


def _width(names: Sequence[str], gap: int) -> int:
    """Return the columns of names in a row."""
    return sum(len(name) + gap for name in names) - (gap if names else 0)
