"""Rules of thumb about pain and load, labelled as such.

The load rule: pain of 0-3 during it is minimal, 4-5 acceptable, more is too much, and the next morning is no worse,
else less (an NHS page, bytespcn.nhs.uk; Silbernagel 2007, on the Achilles tendon). That a massage after which two
mornings were worse wants less pressure is our own caution, unreviewed.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from heeldiary.domain.days import short_day
from heeldiary.domain.routine.routine import Routine

MINIMAL, ACCEPTABLE = 3, 5
"""The highest minimal and acceptable scores."""

_RECENT = timedelta(days=14)


class Worse(NamedTuple):
    """A session with a worse morning after it than before it."""

    day: date
    before: int
    after: int


def pain_note(score: int) -> str:
    """Return what the load rule says of a score, in one line."""
    level = "minimal" if score <= MINIMAL else "acceptable" if score <= ACCEPTABLE else "too much"
    return f"Rule of thumb for load (Silbernagel 2007; untested here): {score} is {level}."


def worse_after(days: Iterable[date], mornings: Mapping[date, int], today: date) -> list[Worse]:
    """Return the latest sessions in a row that had a worse morning after them, newest first.

    `days` are the sessions', `mornings` the first-step scores. A session without both mornings ends the row.
    """
    worse = []
    for day in sorted((day for day in days if today - _RECENT <= day < today), reverse=True):
        before, after = mornings.get(day), mornings.get(day + timedelta(days=1))
        if before is None or after is None or after <= before:
            break
        worse.append(Worse(day, before, after))
    return worse


def worse_note(routine: Routine, worse: list[Worse]) -> str:
    """Return the rules' note before a session; "" without one."""
    needed = 1 if routine.load_rule else 2
    if len(worse) < needed:
        return ""
    last = worse[0]
    sentence = f"The morning after the last time ({short_day(last.day)}) was worse: {last.before}, then {last.after}."
    if routine.load_rule:
        return (
            f"{sentence} The load rule says less today: fewer sets, or one more day of rest. One morning can be chance."
        )
    return f"{sentence} So was the one before. Our own caution: press less, or leave it for a day."
