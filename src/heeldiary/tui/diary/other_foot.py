"""Two feet, one digit after the other: once a foot's first steps are scored, the focus goes on to the other foot."""

from collections.abc import Collection
from datetime import date

from textual.timer import Timer

from heeldiary.domain.scales import FEET
from heeldiary.domain.ten_typing import TEN_SECONDS
from heeldiary.tui.diary.day_page import DayPage
from heeldiary.tui.widgets.score_row import ScoreRow


class OtherFoot:
    """Moves the focus on; after a 1 only when no 0 can make it a ten any more."""

    def __init__(self, page: DayPage, waiting: Collection[ScoreRow]) -> None:
        """`waiting` are the rows whose score is typed and not saved yet: they are not empty."""
        self._page = page
        self._waiting = waiting
        self._pending: tuple[ScoreRow, date] | None = None  # the row of a 1 that may become a ten, and its day
        self._timer: Timer | None = None
        self._affected = page.settings.affected_feet

    def follow_feet(self) -> None:
        """Go on to a foot that is affected from now on: a digit over the other one's score would replace it."""
        feet, row = self._page.settings.affected_feet, self._page.focused
        changed, self._affected = feet != self._affected, feet
        if changed and isinstance(row, ScoreRow) and row.moment == "first-step" and self._has_score(row):
            rows = (one for one in self._page.query(ScoreRow) if one.moment == row.moment and one.foot in feet)
            empty = next((one for one in rows if not self._has_score(one)), None)
            if empty is not None:
                empty.focus()

    def after(self, row: ScoreRow) -> ScoreRow | None:
        """The row that the next digit is for: the other affected foot's first steps, if they have no score yet."""
        feet = self._page.settings.affected_feet or FEET  # while unknown, both are shown and asked for
        if row.moment != "first-step" or row.foot not in feet:
            return None
        rows = (one for one in self._page.query(ScoreRow) if one.moment == "first-step" and one.foot in feet)
        return next((one for one in rows if one.foot != row.foot and not self._has_score(one)), None)

    def typed_at(self, row: ScoreRow) -> ScoreRow:
        """The row that a digit typed at `row` is for: the other one where only a 1 kept the focus from going on."""
        pending, self._pending = self._pending, None
        if pending != (row, self._page.day) or not self._has_score(row):
            return row
        other = self.after(row)
        if other is not None:
            other.focus()
        return other or row

    def scored(self, row: ScoreRow, score: int) -> None:
        """A digit has scored a row: go on at once, or after a 1 when its second is over."""
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
        """The second of a 1 is over: go on, unless the person has gone elsewhere meanwhile."""
        if self._pending is not None and self._page.focused is self._pending[0]:
            self.typed_at(self._pending[0])
        self._pending = None

    def _has_score(self, row: ScoreRow) -> bool:
        return row.score is not None or row in self._waiting
