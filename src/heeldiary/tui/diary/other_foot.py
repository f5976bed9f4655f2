"""Scoring two feet with two digits: after one foot's score the focus moves to the other foot."""

from collections.abc import Collection
from datetime import date

from textual.timer import Timer

from heeldiary.domain.scales import FEET
from heeldiary.domain.ten_typing import TEN_SECONDS
from heeldiary.tui.diary.day_page import DayPage
from heeldiary.tui.widgets.score_row import ScoreRow


class OtherFoot:
    """Moves the focus; after a 1 it waits until no 0 can make it a ten."""

    def __init__(self, page: DayPage, waiting: Collection[ScoreRow]) -> None:
        """`waiting` are the rows with a typed but unsaved score; they do not count as empty."""
        self._page = page
        self._waiting = waiting
        self._pending: tuple[ScoreRow, date] | None = None  # the row and day of a 1 that may become a ten
        self._timer: Timer | None = None
        self._affected = page.settings.affected_feet

    def follow_feet(self) -> None:
        """Move to a foot that is newly affected; otherwise the next digit would replace the other foot's score."""
        feet, row = self._page.settings.affected_feet, self._page.focused
        changed, self._affected = feet != self._affected, feet
        if changed and isinstance(row, ScoreRow) and row.moment == "first-step" and self._has_score(row):
            rows = (
                score_row
                for score_row in self._page.query(ScoreRow)
                if score_row.moment == row.moment and score_row.foot in feet
            )
            empty = next((score_row for score_row in rows if not self._has_score(score_row)), None)
            if empty is not None:
                empty.focus()

    def after(self, row: ScoreRow) -> ScoreRow | None:
        """Return the row for the next digit: the same moment of the other affected foot, if not scored yet.

        Only first steps go back to a foot above; later in the day the focus goes down.
        """
        other = self._empty_other(row)
        return None if other is not None and row.moment != "first-step" and self._is_above(other, row) else other

    def passed_over(self, row: ScoreRow) -> ScoreRow | None:
        """Return the row above that the focus does not go back to: the same moment of the other affected foot."""
        other = self._empty_other(row)
        return other if self.after(row) is None else None

    def way_to_scored(self, row: ScoreRow) -> str:
        """Return how to reach the other foot's score of the same moment from an empty row; "" if it has none."""
        other = self._other(row)
        return f" {self._way(row, other)}." if other is not None and other.score is not None else ""

    def way_across(self, row: ScoreRow, step: int) -> str:
        """Return how to reach the other foot's row, if it stands to the side of `step` on the same line."""
        other = self._other(row)
        is_there = other is not None and row.shares_line and self._is_above(other, row) == (step < 0)
        return f" · {self._way(row, other)}" if other is not None and is_there else ""

    def _way(self, row: ScoreRow, other: ScoreRow) -> str:
        return f"{'↑' if self._is_above(other, row) else '↓'} goes to the {other.foot} foot"

    def _is_above(self, row: ScoreRow, other: ScoreRow) -> bool:
        return FEET.index(row.foot) < FEET.index(other.foot)

    def _other(self, row: ScoreRow) -> ScoreRow | None:
        """Return the row of the same moment of the other foot, if it is shown."""
        rows = (other for other in self._page.query(ScoreRow) if other.display and other.moment == row.moment)
        return next((other for other in rows if other.foot != row.foot), None)

    def _empty_other(self, row: ScoreRow) -> ScoreRow | None:
        """Return the row of the same moment of the other affected foot, if not scored yet."""
        feet = self._page.settings.affected_feet or FEET  # while unknown, both are shown
        other = self._other(row)
        is_next = other is not None and row.foot in feet and other.foot in feet and not self._has_score(other)
        return other if is_next else None

    def typed_at(self, row: ScoreRow) -> ScoreRow:
        """Return the row a digit typed at `row` is for: the other foot's if only a pending 1 held the focus."""
        pending, self._pending = self._pending, None
        if pending != (row, self._page.day) or not self._has_score(row):
            return row
        other = self.after(row)
        if other is not None:
            other.focus()
        return other or row

    def scored(self, row: ScoreRow, score: int) -> None:
        """Move on after a digit: at once, or after a 1 when its second is over."""
        self._pending = None
        if self._timer is not None:
            self._timer.stop()
        other = self.after(row)
        if other is None:
            return
        if score == 1:
            self._pending = row, self._page.day
            self._timer = self._page.set_timer(TEN_SECONDS, self._go_on)
        else:
            other.focus()

    def _go_on(self) -> None:
        """Move on after a 1, unless the person has gone elsewhere."""
        if self._pending is not None and self._page.focused is self._pending[0]:
            self.typed_at(self._pending[0])
        self._pending = None

    def _has_score(self, row: ScoreRow) -> bool:
        return row.score is not None or row in self._waiting
