"""The picture of an experiment: its calendar while it runs, its result afterwards."""

from heeldiary.charts.experiments.calendar import calendar_picture, calendar_rows
from heeldiary.charts.experiments.result import result_picture
from heeldiary.charts.picture import Picture
from heeldiary.domain.experiments.result import Result
from heeldiary.tui.widgets.drawing import Drawing


class ExperimentPicture(Drawing):
    """Draws an experiment."""

    DEFAULT_CSS = "ExperimentPicture { height: 1fr; }"

    _result: Result | None = None

    def show(self, result: Result | None) -> None:
        """Show an experiment, or nothing."""
        self._result = result
        self.redraw()

    def draw(self, columns: int, rows: int) -> Picture:
        """Return the picture at a size."""
        result = self._result
        if result is None:
            return Picture(columns, rows)
        if not result.sealed:
            return result_picture(result, columns, rows)
        drawn = Picture(columns, rows)
        drawn.lay(0, 0, calendar_picture(result, columns, min(rows, calendar_rows(result.experiment, columns, rows))))
        return drawn
