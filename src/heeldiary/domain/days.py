"""Diary days and ISO weeks: local calendar dates, typed, told and counted."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from heeldiary.errors import BadInput

FIRST_DAY = date(1900, 1, 1)
"""The earliest day that a diary holds."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

LATE = timedelta(hours=36)
"""Written down longer than this after its day began, an entry counts as late."""


def diary_day(local: datetime, day_start: time) -> date:
    """The diary day at a local time: at 00:30, with the day starting at 04:00, it is still yesterday."""
    return local.date() if local.time() >= day_start else local.date() - timedelta(days=1)


def parse_day(text: str, today: date, latest: date | None = None) -> date:
    """A day from `2026-11-22`, `today`, `yesterday`, a weekday's name (its latest, today included) or `3d` (ago).

    `latest` is the last day that may be named, if that is not today: between midnight and the start of the new
    diary day the new date may be named already.
    """
    day = _day(text.strip().lower(), today)
    if day is None:
        raise BadInput("that is no day", "write it like 2026-11-22, today, yesterday, mon or 3d (three days ago)")
    if day > (latest or today):
        raise BadInput("that day is still to come", "name today or a day before it")
    if day < FIRST_DAY:
        raise BadInput("the diary begins at 1900-01-01", "name a later day")
    return day


def _day(text: str, today: date) -> date | None:
    if text in ("today", "yesterday"):
        return today - timedelta(days=text == "yesterday")
    days_ago = text.removesuffix("d")
    if days_ago != text and len(days_ago) <= 4 and days_ago.isascii() and days_ago.isdigit():
        return today - timedelta(days=int(days_ago))
    for number, name in enumerate(WEEKDAYS):
        if text in (name.lower(), name[:3].lower()):
            return today - timedelta(days=(today.weekday() - number) % 7)
    return iso_day(text)


def iso_day(text: str) -> date | None:
    """A day from `2026-11-22` alone; None if it is no such day."""
    try:
        # Python's own reader takes other forms too; the diary has this one.
        day = date.fromisoformat(text) if len(text) == 10 else None
        return day if day and day.isoformat() == text else None
    except ValueError:
        return None


def short_day(day: date) -> str:
    """`Sun 22 Nov 2026`."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def long_day(day: date) -> str:
    """`Sunday 22 November 2026`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def monday(day: date) -> date:
    """The Monday of the day's ISO week."""
    return day - timedelta(days=day.weekday())


def week_name(day: date) -> str:
    """The day's ISO week, as `2026-W48`."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def is_late(at: datetime, day_began: datetime) -> bool:
    """Whether something was written down so long after its day began that memory fades (both aware)."""
    return at - day_began > LATE


class Span(NamedTuple):
    """Days from the first to the last, both included."""

    first: date
    last: date

    def days(self) -> list[date]:
        """Each day in turn."""
        return [self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1)]


def last_weeks(number: int, today: date) -> Span:
    """The last ISO weeks up to the present one, from a Monday to today."""
    return Span(max(FIRST_DAY, monday(today) - timedelta(days=7 * (number - 1))), today)
