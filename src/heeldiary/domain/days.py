"""Diary days and ISO weeks: parsing, formatting and counting."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from heeldiary.errors import BadInput

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


def parse_day(text: str, today: date, latest: date | None = None) -> date:
    """Parse a past day: `2026-11-22`, `yesterday`, a weekday (the latest), `3d` (ago), `25 nov` or as in written_days.

    `latest` is the last allowed day, if not today: between midnight and the start of the diary day, the new date is
    already allowed.
    """
    last = latest or today
    day = _day(text, today, last, ahead=False)
    if day is None:
        raise BadInput("that is not a day", "write it like 2026-11-22, 22 nov, yesterday, mon or 3d (three days ago)")
    if day > last:
        raise BadInput("that day is still to come", "give today or an earlier day")
    if day < FIRST_DAY:
        raise BadInput("the diary begins at 1900-01-01", "give a later day")
    return day


def parse_coming_day(text: str, today: date) -> date:
    """Parse a day to come: `tomorrow`, a weekday (the next, including today), `2w` (from today), `25 dec` or the like.

    A date in full may be a past one.
    """
    day = _day(text, today, today, ahead=True)
    if day is None:
        raise BadInput("that is not a day", "write it like 2026-12-01, 1 dec, tomorrow, mon or 2w (in two weeks)")
    return day


def _day(text: str, today: date, last: date, ahead: bool) -> date | None:
    """Parse a day that counts from `today`, or a date; what a date leaves out is chosen up to `last`."""
    words, way = " ".join(text.lower().split()), 1 if ahead else -1
    by_name = {"today": 0, "yesterday": -1, "tomorrow": 1}.get(words)
    if by_name is not None:
        return _moved(today, by_name)
    number = words.removesuffix("d")
    if number != words and len(number) <= 4 and number.isascii() and number.isdigit():
        return _moved(today, way * int(number))
    for weekday, name in enumerate(WEEKDAYS):
        if words in (name.lower(), name[:3].lower()):
            return _moved(today, way * ((weekday - today.weekday()) * way % 7))
    return iso_day(words) or _written(words, last, ahead)


def _written(words: str, today: date, ahead: bool) -> date | None:
    from heeldiary.domain.written_days import written_days

    days = written_days(words, today, ahead)
    if len(days) == 2:
        ways = " or ".join(f"{day.isoformat()} for {short_day(day)}" for day in days)
        raise BadInput("that can be two days", f"write {ways}")
    return days[0] if days else None


def _moved(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


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
