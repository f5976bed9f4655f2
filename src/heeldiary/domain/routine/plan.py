"""Plans: which routine on which days, and a week's progress: counts, never a streak."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from heeldiary.domain.days import monday, short_day
from heeldiary.domain.durations import format_times
from heeldiary.domain.text import clean
from heeldiary.errors import BadInput, BadWord

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_EVERY = re.compile(r"every (\d{1,2}) days?", re.ASCII)
_TIMES = re.compile(r"(.*?),? *(once|twice|[1-9] times)(?: a day)?", re.ASCII)
_REMEDY = "write it like daily, mon wed fri, every 2 days; and how often on such a day: daily, 3 times"

LONGEST_PAUSE = timedelta(days=366)
LONGEST_REASON = 200
"""The longest reason of a pause, in characters."""


class Plan(NamedTuple):
    """A routine planned for some days."""

    routine: str
    days: str
    """`daily`, weekdays such as `mon wed fri`, or `every 2 days`."""
    times: int
    """The number of times on such a day."""
    since: date
    """The first day of the plan."""

    def is_meant_for(self, day: date) -> bool:
        """Return whether a day is one of its days, ignoring pauses."""
        if day < self.since:
            return False
        every = _EVERY.fullmatch(self.days)
        if every:
            return (day - self.since).days % int(every[1]) == 0
        return self.days == "daily" or _DAYS[day.weekday()] in self.days.split()

    @property
    def words(self) -> str:
        """The plan as typed: `daily, 3 times`."""
        return self.days if self.times == 1 else f"{self.days}, {format_times(self.times)}"


class Pause(NamedTuple):
    """Days without plans."""

    first: date
    last: date
    reason: str = ""

    @property
    def words(self) -> str:
        """`a pause from Sun 22 Nov 2026 to Tue 24 Nov 2026: flu`."""
        days = (
            short_day(self.first) if self.first == self.last else f"{short_day(self.first)} to {short_day(self.last)}"
        )
        return f"a pause, {days}{': ' if self.reason else ''}{self.reason}"


def make_pause(first: date, last: date, typed: str) -> Pause:
    """Return a pause with a validated reason; raises BadInput."""
    reason = " ".join(clean(typed)[0].split())
    if len(reason) > LONGEST_REASON:
        raise BadInput(f"the reason has more than {LONGEST_REASON} characters", "shorten it")
    if not timedelta() <= last - first <= LONGEST_PAUSE:
        raise BadInput("the pause ends before it begins, or after more than a year", "give its last day again")
    return Pause(first, last, reason)


class Standing(NamedTuple):
    """The progress of a plan in a week."""

    plan: Plan
    title: str
    """The routine's title."""
    done: int
    """The times done in the week, since the plan began."""
    planned: int
    """The times planned in the week, without pauses."""
    today_planned: int
    today_done: int
    pause: Pause | None
    """Today's pause; of several the longest."""

    @property
    def words(self) -> str:
        """`4 of 5 this week`."""
        if not self.planned and not self.done:
            return "nothing planned this week"
        return f"{self.done} of {self.planned} this week"

    @property
    def summary(self) -> str:
        """`4 of 5 this week, for today`."""
        if not self.planned and not self.done and not self.today_done:
            return self.today_words if self.pause else self.words
        return f"{self.words}, {self.today_words}"

    @property
    def today_words(self) -> str:
        """Today's state as text."""
        if self.pause:
            return f"paused until {short_day(self.pause.last)}"
        if self.today_planned > 1:
            return f"{self.today_done} of {self.today_planned} today"
        if self.today_done:
            return "done today"
        return "for today" if self.today_planned else "not today"


def parse_days(typed: str) -> tuple[str, int]:
    """Parse a plan's days and times a day; raises BadInput."""
    text = " ".join(typed.lower().replace(";", ",").split())
    times = 1
    counted = _TIMES.fullmatch(text)
    if counted:
        text, times = (
            counted[1].strip(" ,"),
            next(n for n in range(1, 10) if counted[2] in (format_times(n), f"{n} times")),
        )
    every = _EVERY.fullmatch(text)
    if text in ("daily", "every day"):
        return "daily", times
    if text in ("every second day", "every other day"):
        return "every 2 days", times
    if every and 2 <= int(every[1]) <= 30:
        return f"every {int(every[1])} days", times
    names = [word for word in re.split(r"[ ,]+", text) if word and word != "and"]
    wrong = next((word for word in names if word[:3] not in _DAYS or not _is_day(word)), None)
    if not names or wrong is not None:
        raise BadWord("those days cannot be read", _REMEDY, wrong or "", "{} is not a day of the week")
    words = {word[:3] for word in names}
    return " ".join(day for day in _DAYS if day in words), times


def _is_day(word: str) -> bool:
    full = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    return any(name.startswith(word) for name in full)


def plan_standing(plan: Plan, title: str, today: date, done: Mapping[date, int], pauses: Sequence[Pause]) -> Standing:
    """Return a plan's progress in the week of `today`; `done` are sessions by day, on either foot."""
    week = [monday(today) + timedelta(days=number) for number in range(7)]
    held = [day for day in week if plan.is_meant_for(day) and not any(p.first <= day <= p.last for p in pauses)]
    return Standing(
        plan,
        title,
        sum(done.get(day, 0) for day in week if day >= plan.since),
        len(held) * plan.times,
        plan.times if today in held else 0,
        done.get(today, 0),
        max((pause for pause in pauses if pause.first <= today <= pause.last), key=lambda p: p.last, default=None),
    )


def next_planned(standings: Collection[Standing]) -> str | None:
    """Return the routine planned for today and not done yet, if any."""
    return next((standing.plan.routine for standing in standings if standing.today_planned > standing.today_done), None)
