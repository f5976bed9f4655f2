"""Diary days and ISO weeks: formatting and counting."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

FIRST_DAY = date(1900, 1, 1)
"""The earliest day of a diary."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

LATE = timedelta(hours=36)
"""An entry written later than this after its day began is late."""


def diary_day(local: datetime, day_start: time) -> date:
    """Return the diary day at a local time: at 00:30, with the day starting at 04:00, still yesterday."""
    return local.date() if local.time() >= day_start else local.date() - timedelta(days=1)


def iso_day(text: str) -> date | None:
    """Parse a day written as `2026-11-22`; None if it is not valid."""
    try:
        # Python's own parser accepts other forms too.
        day = date.fromisoformat(text) if len(text) == 10 else None
        return day if day and day.isoformat() == text else None
    except ValueError:
        return None


def short_day(day: date) -> str:
    """Return a day as `Sun 22 Nov 2026`."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def long_day(day: date) -> str:
    """Return a day as `Sunday 22 November 2026`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def monday(day: date) -> date:
    """Return the Monday of a day's ISO week."""
    return day - timedelta(days=day.weekday())


def week_name(day: date) -> str:
    """Return a day's ISO week, as `2026-W48`."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def is_late(at: datetime, day_began: datetime) -> bool:
    """Return whether something was written long after its day began (both aware)."""
    return at - day_began > LATE


class Span(NamedTuple):
    """Days from the first to the last, both included."""

    first: date
    last: date

    def days(self) -> list[date]:
        """Yield each day."""
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]


def last_weeks(number: int, today: date) -> Span:
    """Return the span of the last ISO weeks, from a Monday to today."""
    return Span(max(FIRST_DAY, monday(today) - timedelta(days=7 * (number - 1))), today)
