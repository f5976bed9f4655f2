"""The field for the day of an entry, by which it is moved to another."""

from datetime import date

from heeldiary.domain.typed_days import parse_day
from heeldiary.tui.dialogs.field import Field


def day_field(day: date, today: date) -> Field:
    """Return the field, filled with the entry's day."""
    hint = "today, yesterday, mon, 3d or 22 nov"
    return Field("day", "Day", hint, lambda typed: parse_day(typed, max(today, day)), day.isoformat())
