"""The next morning: what was done the day before, and this morning beside one's own mean. A single case, no verdict."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from heeldiary.domain.entries import Activity, Care, Entry, Massage
from heeldiary.domain.scales import Foot
from heeldiary.domain.weeks.weeks import ENOUGH_MORNINGS, mean

MEAN_DAYS = 7
"""The mean is of the mornings of so many days before."""
USUAL_DAYS = 28
"""What is a usual activity is taken from so many days before."""
ENOUGH_ACTIVE = 8
"""With fewer days of activity among them nothing is called usual."""


class NextMorning(NamedTuple):
    """One foot's morning after something was done."""

    foot: Foot
    day: date
    """The morning's."""
    done: tuple[tuple[str, int], ...]
    """What was done the day before, with its seconds in all; 0 where the time is not known."""
    more_than_usual: bool
    """Whether there were more minutes of activity than on nearly all active days of the four weeks before."""
    score: int
    mornings: int
    """How many the mean is of."""
    mean: float


def next_morning(
    foot: Foot, day: date, before: Iterable[Entry], scores: Mapping[date, int], active: Mapping[date, int]
) -> NextMorning | None:
    """The morning of a day after what was logged the day before; None if there is nothing to say.

    Nothing is said without a score, without activity, massage or care, or with fewer than 4 mornings in the 7 days
    before. `before` are the entries of the day before, `active` the minutes of activity by day.
    """
    earlier = [scores[day - timedelta(days=n)] for n in range(1, MEAN_DAYS + 1) if day - timedelta(days=n) in scores]
    level = mean(earlier)
    if day not in scores or len(earlier) < ENOUGH_MORNINGS or level is None:
        return None
    done: dict[str, int] = {}
    for entry in before:
        found = _done(entry, foot)
        if found is not None:
            done[found[0]] = done.get(found[0], 0) + found[1]
    if not done:
        return None
    return NextMorning(foot, day, tuple(done.items()), _more(day, active), scores[day], len(earlier), level)


def _done(entry: Entry, foot: Foot) -> tuple[str, int] | None:
    """What an entry says was done with the foot, and for how many seconds; None if it was something else."""
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
        active[there] for n in range(1, USUAL_DAYS + 1) if (there := yesterday - timedelta(days=n)) in active
    )
    if len(others) < ENOUGH_ACTIVE:
        return False
    return active.get(yesterday, 0) > others[-1 - len(others) // 10]
