"""The next morning: what was done the day before, and its score next to the person's own mean, without judging."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from heeldiary.domain.entries import Activity, Care, Entry, Massage
from heeldiary.domain.scales import Foot
from heeldiary.domain.weeks.weeks import ENOUGH_MORNINGS, mean

MEAN_DAYS = 7
"""How many days before the morning the mean covers."""
USUAL_DAYS = 28
"""How many earlier days usual activity is estimated from."""
ENOUGH_ACTIVE = 8
"""The fewest active days needed to say what is usual."""


class NextMorning(NamedTuple):
    """A foot's morning after something was done."""

    foot: Foot
    day: date
    """The morning's day."""
    done: tuple[tuple[str, int], ...]
    """What was done the day before, with its total seconds; 0 if unknown."""
    more_than_usual: bool
    """Whether there was more activity than on nearly all active days of the four weeks before."""
    score: int
    mornings: int
    """The number of mornings in the mean."""
    mean: float


def next_morning(
    foot: Foot, day: date, before: Iterable[Entry], scores: Mapping[date, int], active: Mapping[date, int]
) -> NextMorning | None:
    """Return the note on a day's morning; None if there is nothing to say.

    There is none without a score, without activity, massage or care, or with fewer than 4 mornings in the 7 days
    before.
    `before` are the entries of the day before, `active` the minutes of activity by day.
    """
    earlier = [scores[day - timedelta(days=n)] for n in range(1, MEAN_DAYS + 1) if day - timedelta(days=n) in scores]
    level = mean(earlier)
    if day not in scores or len(earlier) < ENOUGH_MORNINGS or level is None:
        return None
    done: dict[str, int] = {}
    for entry in before:
        what = _done(entry, foot)
        if what is not None:
            done[what[0]] = done.get(what[0], 0) + what[1]
    if not done:
        return None
    return NextMorning(foot, day, tuple(done.items()), _more(day, active), scores[day], len(earlier), level)


def _done(entry: Entry, foot: Foot) -> tuple[str, int] | None:
    """Return the activity, massage or care that an entry logs for the foot, and its seconds; None for others."""
    match entry.fact:
        case Massage(foot=massaged) if massaged == foot:
            return "massage", entry.fact.seconds
        case Activity(kind, minutes):
            return kind, 60 * (minutes or 0)
        case Care(kind, minutes, session=session) if session is None or session.foot == foot:
            return kind, session.seconds if session else 60 * (minutes or 0)
        case _:
            return None


def _more(day: date, active: Mapping[date, int]) -> bool:
    yesterday = day - timedelta(days=1)
    others: Sequence[int] = sorted(
        active[earlier] for n in range(1, USUAL_DAYS + 1) if (earlier := yesterday - timedelta(days=n)) in active
    )
    if len(others) < ENOUGH_ACTIVE:
        return False
    return active.get(yesterday, 0) > others[-1 - len(others) // 10]
