"""The chart of the Trends page; a click picks a week."""

from datetime import date

from textual import events
from textual.message import Message

from heeldiary.charts.picture import Picture
from heeldiary.charts.subject import Subject
from heeldiary.charts.views import ViewName, trends_picture, week_at
from heeldiary.tui.widgets.drawing import Drawing


class TrendChart(Drawing):
    """Draws one of the views."""

    DEFAULT_CSS = "TrendChart { height: 1fr; }"

    class Picked(Message):
        """A week was clicked."""

        def __init__(self, start: date) -> None:
            super().__init__()
            self.start = start

    class Resized(Message):
        """It has another size."""

    _view: ViewName = "weeks"
    _subject: Subject | None = None

    def show(self, view: ViewName, subject: Subject) -> None:
        """Show a view of the weeks."""
        self._view, self._subject = view, subject
        self.redraw()

    @property
    def _is_alone(self) -> bool:
        """Whether there is no room for the week's figures beside it."""
        return self.screen.has_class("-tiny")

    def draw(self, columns: int, rows: int) -> Picture:
        """Return the picture at a size."""
        if self._subject is None:
            return Picture(columns, rows)
        return trends_picture(self._view, self._subject, columns, rows, self._is_alone, inviting=True)

    def on_resize(self) -> None:
        """Post that what stands beside the chart may have to change."""
        self.post_message(self.Resized())

    def on_click(self, event: events.Click) -> None:
        """Post the week that was clicked."""
        start = week_at(self._view, self._subject, self.size.width, event.x, self._is_alone) if self._subject else None
        if start is not None:
            self.post_message(self.Picked(start))
