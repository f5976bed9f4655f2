"""The two pictures of the weekly review: box plots with noise bands, and what was logged."""

from collections.abc import Sequence

from textual.geometry import Size

from heeldiary.charts.picture import Picture
from heeldiary.charts.review.boxes import LEAST_ROWS, MOST_ROWS, boxes_picture
from heeldiary.charts.review.days import days_picture, days_rows
from heeldiary.domain.review.review import FootWeek, Review
from heeldiary.tui.widgets.drawing import Drawing


class ReviewBoxes(Drawing):
    """Each foot's mornings on the scale, with box and noise band."""

    _feet: Sequence[FootWeek] = ()

    def show(self, feet: Sequence[FootWeek]) -> None:
        """Show the feet of a week."""
        self._feet = feet
        self.styles.min_height = LEAST_ROWS * len(feet) + 1
        self.styles.max_height = (MOST_ROWS + 1) * len(feet) + 1
        self.redraw()

    def draw(self, columns: int, rows: int) -> Picture:
        """Return the picture at a size."""
        return boxes_picture(self._feet, columns, rows)


class ReviewDays(Drawing):
    """A row for each kind of entry, a column for each day."""

    DEFAULT_CSS = "ReviewDays { width: 2fr; min-width: 49; max-width: 90; }"

    _review: Review | None = None

    def show(self, review: Review) -> None:
        """Show a week."""
        self._review = review
        self.refresh(layout=True)
        self.redraw()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows that it needs at a width."""
        return days_rows(self._review, width, is_whole=True) if self._review else 0

    def draw(self, columns: int, rows: int) -> Picture:
        """Return the grid, in as many rows as it has before its height is laid out."""
        picture = Picture(columns, rows)
        if self._review:
            picture.lay(0, 0, days_picture(self._review, columns, is_whole=True))
        return picture
