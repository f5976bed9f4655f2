"""Candidates that are days, each with its date, and weeks."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise

from heeldiary.cli.completion.candidate import Candidate, CompletionContext
from heeldiary.cli.completion.diary_candidates import glance
from heeldiary.domain.days import diary_day, monday, short_day, week_name
from heeldiary.domain.settings import Settings
from heeldiary.domain.typed_days import parse_coming_day, parse_day
from heeldiary.errors import BadInput

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_MOST_WEEKS = 12
_DATED_DAYS = 14
"""How many days are offered as dates, once a digit is typed."""
_DAY_START = Settings({}).day_start


def past_days(context: CompletionContext) -> list[Candidate]:
    """Return today, yesterday and the weekdays before; once a digit is typed, the last dates."""
    today = _today(context)
    return _named(("today", "yesterday", *WEEKDAYS), parse_day, today) + _dated(context, today, -1)


def coming_days(context: CompletionContext) -> list[Candidate]:
    """Return today, tomorrow, the weekdays to come and two weeks; once a digit is typed, the next dates."""
    today = _today(context)
    since = _first_day(context, today)
    names = ("today", "tomorrow", *WEEKDAYS, "1w", "2w")
    return _named(names, lambda name, today: parse_coming_day(name, today, since), today) + _dated(context, since, 1)


def _first_day(context: CompletionContext, today: date) -> date:
    """Return the day that --day names already, from which --until counts; else today."""
    for option, value in pairwise(part for word in context.words for part in word.split("=", 1)):
        if option in ("-d", "--day"):
            with suppress(BadInput):
                return parse_day(value, today)
    return today


def dates_to_come(context: CompletionContext) -> list[Candidate]:
    """Return the next days as dates alone."""
    return _dates(_today(context), 1)


def weeks(context: CompletionContext) -> list[Candidate]:
    """Return this week and those before it."""
    days = [_today(context) - timedelta(weeks=back) for back in range(_MOST_WEEKS)]
    return [Candidate(week_name(day), f"from {short_day(monday(day))}") for day in days]


def _today(context: CompletionContext) -> date:
    with glance(context) as diary:
        return diary.today() if diary else diary_day(context.context.clock.now().replace(tzinfo=None), _DAY_START)


def _named(names: Iterable[str], parse: Callable[[str, date], date], today: date) -> list[Candidate]:
    return [Candidate(name, short_day(parse(name, today))) for name in names]


def _dated(context: CompletionContext, today: date, way: int) -> list[Candidate]:
    return _dates(today, way) if context.typed[:1].isdigit() else []


def _dates(today: date, way: int) -> list[Candidate]:
    days = [today + way * timedelta(days=away) for away in range(_DATED_DAYS)]
    return [Candidate(day.isoformat(), short_day(day)) for day in days]


def times(context: CompletionContext) -> list[Candidate]:
    """Return the present time, and the hours before it, latest first."""
    now = context.context.clock.now()
    hours = [
        Candidate(f"{now.hour - ago:02}:00", f"{ago} h ago" if ago else "this hour") for ago in range(now.hour + 1)
    ]
    return [Candidate("now", f"{now:%H:%M}"), *hours]
