"""A month of first-step scores: a shade and a digit for each day; days are picked by key or click."""

from calendar import Calendar
from collections.abc import Mapping
from datetime import date, timedelta
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from heeldiary.charts.picture import Ink, Picture
from heeldiary.domain.days import FIRST_DAY, MONTHS, WEEKDAYS
from heeldiary.domain.scales import Foot
from heeldiary.tui.widgets.drawing import Drawing

_HEADING_ROWS = 2
_ROOMY_ROWS = 3 + 6 * 2
"""The least height with a blank row below the heading, and two rows a week."""
_HERE = Ink("accent", bold=True)


class Month(Drawing, can_focus=True):
    """The month of the day shown. Future days are faint and cannot be picked."""

    DEFAULT_CSS = "Month { height: 8; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, f"pick({days})", show=False) for key, days in (("left", -1), ("right", 1), ("up", -7), ("down", 7))
    ]

    class Picked(Message):
        """A day was picked."""

        def __init__(self, day: date) -> None:
            super().__init__()
            self.day = day

    def __init__(self) -> None:
        super().__init__()
        self._day = self._today = FIRST_DAY
        self._foot: Foot = "left"
        self._scores: Mapping[date, int] = {}
        self._sunday_first = False
        self._week_rows = 1
        self._heading_rows = _HEADING_ROWS

    def show(self, day: date, today: date, foot: Foot, scores: Mapping[date, int], sunday_first: bool) -> None:
        """Show the month of `day` with one foot's scores by day."""
        self._day, self._today, self._foot = day, today, foot
        self._scores, self._sunday_first = scores, sunday_first
        self.redraw()

    def draw(self, columns: int, rows: int) -> Picture:
        """Draw two rows a week, dates above scores, if there is room; else one."""
        self._heading_rows = _HEADING_ROWS + (rows >= _ROOMY_ROWS)
        self._week_rows = 2 if rows >= _HEADING_ROWS + 12 else 1
        picture = Picture(columns, rows)
        heading = MONTHS[self._day.month - 1] + (f" {self._day.year}" if self._day.year != self._today.year else "")
        picture.write(self._left, 0, heading, _HERE if self.has_focus else Ink("text", bold=True))
        asides = (f"{self._foot}, first steps", f"{self._foot} foot", self._foot)
        room = columns - self._left - len(heading) - 2
        aside = next((words for words in asides if len(words) <= room), "")
        picture.write_right(columns, 0, aside, Ink("faint"))
        for place, weekday in enumerate(self._calendar.iterweekdays()):
            picture.write_centred(
                self._column(place, columns) + self._tile // 2,
                self._heading_rows - 1,
                WEEKDAYS[weekday][:2],
                Ink("muted"),
            )
        for number, week in enumerate(self._weeks()):
            row = self._heading_rows + number * self._week_rows
            if self._week_rows == 1:
                picture.write_right(self._left - 1, row, str(week[0].day), Ink("bars"))
            for place, day in enumerate(week):
                if day.month == self._day.month:
                    self._draw_day(picture, self._column(place, columns), row, day)
        return picture

    def on_click(self, event: events.Click) -> None:
        """Pick the day under the click."""
        week, place = (event.y - self._heading_rows) // self._week_rows, self._place_at(event.x)
        weeks = self._weeks()
        if event.y >= self._heading_rows and week < len(weeks) and place is not None:
            self._pick(weeks[week][place])

    def action_pick(self, days: int) -> None:
        """Pick the day this many days away."""
        self._pick(self._day + timedelta(days=days))

    def _pick(self, day: date) -> None:
        if FIRST_DAY <= day <= self._today:
            self.post_message(self.Picked(day))

    def _draw_day(self, picture: Picture, column: int, row: int, day: date) -> None:
        score = self._scores.get(day)
        is_selected = day == self._day
        if self._week_rows == 2:
            date_ink = _HERE._replace(underline=is_selected) if is_selected or day == self._today else Ink("muted")
            if day > self._today:
                date_ink = Ink("faint")
            picture.write_centred(column + self._tile // 2, row, f"{day.day:2}", date_ink)
            row += 1
        elif day > self._today:
            picture.write_centred(column + self._tile // 2, row, f"{day.day:2}", Ink("faint"))
            return
        if day > self._today:
            return
        text = "·" if score is None else str(score)
        if is_selected and self._week_rows == 1:
            text = f"[{text}]"
        if score is None:
            picture.write_centred(column + self._tile // 2, row, text, _HERE if is_selected else Ink("muted"))
        else:
            ink = Ink(f"on-{self._foot}-{score}", f"{self._foot}-{score}", bold=True, underline=is_selected)
            # brackets around a 10 begin in the gap before
            picture.write(column - (len(text) > self._tile), row, text.center(self._tile), ink)

    @property
    def _tile(self) -> int:
        return 5 if self._week_rows == 2 else 3

    @property
    def _left(self) -> int:
        """Return the first column of the days, after the margin that may hold each week's first date."""
        return 3

    def _column(self, place: int, columns: int) -> int:
        return self._left + place * (self._tile + 1)

    def _place_at(self, x: int) -> int | None:
        place, offset = divmod(x - self._left, self._tile + 1)
        return place if 0 <= place < 7 and offset < self._tile else None

    def _weeks(self) -> list[list[date]]:
        return self._calendar.monthdatescalendar(self._day.year, self._day.month)

    @property
    def _calendar(self) -> Calendar:
        return Calendar(6 if self._sunday_first else 0)
