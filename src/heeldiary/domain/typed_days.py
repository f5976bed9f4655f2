"""Days as people type them: `yesterday`, `mon`, `3d`, `25 nov`, `25.11.2026`, `last mon`; past and to come."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from heeldiary.domain.days import FIRST_DAY, MONTHS, WEEKDAYS, short_day
from heeldiary.errors import BadInput, BadWord, did_you_mean

_MONTH_NAMES = {name: number for number, month in enumerate(MONTHS, 1) for name in (month.lower(), month[:3].lower())}
_MONTH_NAMES["sept"] = 9
WEEKDAY_NAMES = {
    name: number for number, weekday in enumerate(WEEKDAYS) for name in (weekday.lower(), weekday[:3].lower())
}
_SOON, _LATE = timedelta(days=31), timedelta(days=183)
"""How near a date of another year is the one more likely meant: to come, or behind the first day of what lasts."""
WEEKDAY_NAMES |= {"tues": 1, "thur": 3, "thurs": 3}
_NAMED_DAYS = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "the day before yesterday": -2,
}  # fmt: skip
_WEEKS_AGO = re.compile(r"(\d{1,3}|a|one) weeks? ago", re.ASCII)
_TO_COME = re.compile(r"(?:in )?(\d{1,3}|an?|one) (day|week)s?", re.ASCII)
_IN_A_WEEK = re.compile(rf"({'|'.join(WEEKDAY_NAMES)}) (last|next) week", re.ASCII)
_WEEKDAY_FIRST = re.compile(rf"({'|'.join(WEEKDAY_NAMES)})[.,]* (\d.*|(?:{'|'.join(_MONTH_NAMES)}) .*)", re.ASCII)
_DAYS_AGO = re.compile(r"(?:d| ?days? ago)$")
_WEEKS = re.compile(r"(\d{1,4})w", re.ASCII)
_ORDINAL = re.compile(r"(?:\bthe )?\b(\d{1,2})(?:st|nd|rd|th)\b(?: of\b)?", re.ASCII)
_IN_WORDS = re.compile(r"(?:(\d{1,2})\.? ?([a-z]+)|([a-z]+) ?(\d{1,2}))(?:,? (\d{4}))?", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", re.ASCII)
_IN_DIGITS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4})|\2)?", re.ASCII)


def parse_day(text: str, today: date, latest: date | None = None) -> date:
    """Parse a past day: `2026-11-22`, `yesterday`, a weekday (the latest), `3d` (ago), `25 nov` or the like.

    `latest` is the last allowed day, if not today: between midnight and the start of the diary day, the new date is
    already allowed.
    """
    last = latest or today
    day = _day(text, today, last, ahead=False)
    if (
        day is None
        and _WEEKDAY_FIRST.fullmatch(_plain(text))
        and (coming := written_days(_plain(text), last, ahead=True))
    ):
        raise BadInput(f"{short_day(coming[0])} is still to come", "give today or an earlier day")
    if day is None:
        raise _no_day(text, "yesterday", "write it like 2026-11-22, 22 nov, yesterday, mon or 3d (three days ago)")
    if day > last:
        raise BadWord("that day is still to come", "give today or an earlier day", text, "{} is still to come")
    if (soon := _soon(text, day, last)) is not None:
        raise BadInput(f"{short_day(soon)} is still to come", f"write {day.isoformat()} for {short_day(day)}")
    if day < FIRST_DAY:
        raise BadInput("the diary begins at 1900-01-01", "give a later day")
    return day


def parse_coming_day(text: str, today: date, since: date | None = None) -> date:
    """Parse a day to come: `tomorrow`, a weekday (the next, including today), `2w` (two weeks on), `25 dec` and others.

    `next fri` is refused while it can be the Friday of this week or of the next. A date in full may be a past one. With
    `since`, `2w` is two weeks after that day, and a weekday or a date without its year the first from it on.
    """
    day = _day(text, today, since or today, ahead=True)
    if day is None:
        raise _no_day(text, "tomorrow", "write it like 2026-12-01, 1 dec, tomorrow, mon or 2w (in two weeks)")
    if since and day - since > _LATE:
        for before in written_days(_plain(text), since):
            same_date = (before.month, before.day) == (day.month, day.day)
            if same_date and timedelta() < since - before <= _LATE:
                wrong = f"{short_day(before)} is before the first day, {short_day(since)}"
                raise BadInput(wrong, f"write {day.isoformat()} for {short_day(day)}")
    return day


def _plain(text: str) -> str:
    """Return a typed day in lower case with single spaces and no quotes: `"the 24th of November"` as `24 november`."""
    return _ORDINAL.sub(r"\1", " ".join(text.strip("\"'").lower().split()))


def _no_day(text: str, other: str, remedy: str) -> BadInput:
    """Return the refusal of what is no day, with the nearest name of one."""
    names = ("today", other, *WEEKDAY_NAMES)
    words = _plain(text)
    if words in ("last", "the", "a", "one", "day", *_MONTH_NAMES):
        return BadWord(
            "that is not a day", 'a day of several words needs quotes, as in: "22 nov"', text, "{} is not a day"
        )
    if words in ("last week", "this week", "next week"):
        remedy = f"name a day of the week, as in: {'mon, or 1w' if other == 'tomorrow' else 'last mon, or 1w'}"
        return BadWord("that is not a day", remedy, text, "{} is not a day")
    if _WEEKDAY_FIRST.fullmatch(words):
        return BadInput("that weekday and that date are not one day", "leave one of the two out")
    if (named := _IN_WORDS.fullmatch(words)) and (month := _MONTH_NAMES.get(named[2] or named[3])):
        year = f" {named[5]}" if named[5] else ""
        return BadInput(f"there is no {int(named[1] or named[4])} {MONTHS[month - 1]}{year}", "give another day")
    remedy = did_you_mean(text, names, remedy) if text.isalpha() else remedy
    return BadWord("that is not a day", remedy, text, "{} is not a day")


def _day(text: str, today: date, last: date, ahead: bool) -> date | None:
    """Parse a day that counts from `today`, or a date; what a date leaves out is chosen up to `last`.

    With `ahead`, it is chosen from `last` on, and so is a weekday.
    """
    words, way = _plain(text), 1 if ahead else -1
    if words in _NAMED_DAYS:
        return _moved(today, _NAMED_DAYS[words])
    if not ahead and (weeks := _WEEKS_AGO.fullmatch(words)):
        return _moved(today, -7 * int(weeks[1] if weeks[1].isdigit() else 1))
    if ahead and (coming := _TO_COME.fullmatch(words)):
        start = today if words.startswith("in ") else last
        return _moved(start, (int(coming[1]) if coming[1].isdigit() else 1) * (7 if coming[2] == "week" else 1))
    near = last if ahead else today
    number = words.removesuffix("d") if ahead else _DAYS_AGO.sub("", words)
    if number != words and len(number) <= 4 and number.isascii() and number.isdigit():
        return _moved(near, way * int(number))
    if words in WEEKDAY_NAMES:
        return _moved(near, way * ((WEEKDAY_NAMES[words] - near.weekday()) * way % 7))
    days = written_days(words, near if _WEEKS.fullmatch(words) else last, ahead)
    if len(days) == 2:
        ways = " or ".join(f"{day.isoformat()} for {short_day(day)}" for day in days)
        raise BadWord("that can be two days", f"write {ways}", text, "{} can be two days")
    return days[0] if days else None


def _soon(text: str, day: date, last: date) -> date | None:
    """Return the coming day that a date without its year means more likely than a year ago; None if there is none."""
    coming = written_days(_plain(text), last, ahead=True)
    same_date = (found for found in coming if (found.month, found.day) == (day.month, day.day))
    return next((found for found in same_date if timedelta() < found - last <= _SOON), None)


def _moved(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def written_days(text: str, today: date, ahead: bool = False) -> list[date]:
    """Return every day that a text can mean, earliest first: none, one, or two where day and month can be swapped.

    `text` is in lower case, with single spaces. What is left out (the year, the month) is such that the day is the
    latest up to `today`; with `ahead` the next from `today` on.
    """
    if named := _WEEKDAY_FIRST.fullmatch(text):
        weekday = WEEKDAY_NAMES[named[1]]
        return [day for day in written_days(named[2], today, ahead) if day.weekday() == weekday]
    return sorted({*_readings(text, today, ahead)})


def _readings(text: str, today: date, ahead: bool) -> Iterator[date]:
    if weeks := _WEEKS.fullmatch(text):
        yield today + timedelta(weeks=int(weeks[1]) * (1 if ahead else -1))
    elif (of_week := _IN_A_WEEK.fullmatch(text)) and (of_week[2] == "next") == ahead:
        yield today + timedelta(days=WEEKDAY_NAMES[of_week[1]] - today.weekday() + (7 if ahead else -7))
    elif ahead and (name := text.removeprefix("next ")) != text and name in WEEKDAY_NAMES:
        in_days = (WEEKDAY_NAMES[name] - today.weekday() - 1) % 7 + 1
        yield today + timedelta(days=in_days)
        yield today + timedelta(days=WEEKDAY_NAMES[name] - today.weekday() + 7)
    elif text.removeprefix("last ") in WEEKDAY_NAMES and not ahead:
        yield today - timedelta(days=(today.weekday() - WEEKDAY_NAMES[text.removeprefix("last ")] - 1) % 7 + 1)
    elif text.isascii() and text.isdigit() and len(text) <= 2:
        yield from _in_a_month(int(text), today, ahead)
    elif words := _IN_WORDS.fullmatch(text):
        month = _MONTH_NAMES.get(words[2] or words[3])
        yield from _dates(words[5], month or 0, int(words[1] or words[4]), today, ahead)
    elif first := _YEAR_FIRST.fullmatch(text):
        yield from _dates(first[1], int(first[3]), int(first[4]), today, ahead)
    elif (digits := _IN_DIGITS.fullmatch(text)) and (digits[2] == "." or digits[4] or not text.endswith(digits[2])):
        one, other, year = int(digits[1]), int(digits[3]), digits[4]
        yield from _dates(year, other, one, today, ahead)
        if digits[2] != ".":  # only with dots does the day come first everywhere
            yield from _dates(year, one, other, today, ahead)


def _in_a_month(day: int, today: date, ahead: bool) -> Iterator[date]:
    """Yield that day of this month, or of the one before (with `ahead`: after)."""
    other = (today.replace(day=1) - timedelta(days=1)) if not ahead else (today.replace(day=28) + timedelta(days=4))
    for month in (today, other):
        for candidate in _dates(str(month.year), month.month, day, today, ahead):
            if candidate >= today if ahead else candidate <= today:
                yield candidate
                return


def _dates(year: str | None, month: int, day: int, today: date, ahead: bool) -> Iterator[date]:
    """Yield a date if there is one; without a year the nearest in the last eight years, or the next."""
    step = 1 if ahead else -1
    for candidate in (int(year),) if year else range(today.year, today.year + 9 * step, step):
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if year or (found >= today if ahead else found <= today):
            yield found
            return
