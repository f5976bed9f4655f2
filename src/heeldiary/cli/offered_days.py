"""Offering the day that a bare number behind --day was perhaps meant as: a number of days ago."""

from datetime import date

from heeldiary.cli.context import CommandContext

_MOST_DAYS_AGO = 14
"""The largest number that is perhaps a number of days."""


def offer_days_ago(context: CommandContext, typed: str, day: date) -> None:
    """Say how a number is read, if that made it a day further back than the number says."""
    with context.reading() as diary:
        days_back = (diary.today() - day).days
    if int(typed) <= _MOST_DAYS_AGO < days_back:
        days = "1 day" if int(typed) == 1 else f"{int(typed)} days"
        context.say(f"{typed} is the {_ordinal(int(typed))} of the month; {days} ago is {int(typed)}d")


def offer_day_of_note(context: CommandContext, note: str) -> None:
    """Say how a note goes to the day that is its last word."""
    from heeldiary.cli.meant_days import DAY_WORDS

    day = note.split()[-1].lower()
    if day in DAY_WORDS and day != "today":
        context.say(f"{day} is part of the note; to move it to that day: heeldiary edit last --day {day}")


def _ordinal(number: int) -> str:
    """Return `1st`, `2nd`, `3rd`, `4th` and so on, up to the `14th`."""
    return f"{number}{('st', 'nd', 'rd')[number - 1] if 1 <= number <= 3 else 'th'}"
