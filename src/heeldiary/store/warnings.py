"""Warning signs in the diary, and their dismissals."""

from collections.abc import Callable
from datetime import date, timedelta

from heeldiary.domain.days import FIRST_DAY, Span
from heeldiary.domain.scales import FEET
from heeldiary.domain.warning_signs import (
    LOOKED_AT_DAYS,
    STALE_DAYS,
    TAG_DAYS,
    WarningSign,
    find_foot_signs,
    find_tag_signs,
    still_holds,
)
from heeldiary.errors import BadInput
from heeldiary.store.diary import Diary

EPISODE_GAP_DAYS = 28
"""A dismissed sign is shown again after it has been absent this long."""
LONGEST_EPISODE_DAYS = 364
"""The longest time a dismissal holds."""

_TAGS = """
    SELECT DISTINCT tag FROM tag JOIN entry ON entry.id = entry_id WHERE day BETWEEN ? AND ? ORDER BY day, tag
"""


def open_warnings(diary: Diary, today: date) -> list[WarningSign]:
    """Return the signs of a day that the person has not dismissed."""
    signs = all_warnings(diary, today)
    if not signs:
        return []
    dismissed = {
        name: date.fromisoformat(day) for name, day in diary.sql.rows("SELECT sign, dismissed_on FROM dismissal")
    }
    return [sign for sign in signs if not _is_dismissed(diary, sign, dismissed.get(sign.name), today)]


def dismiss(diary: Diary, name: str) -> WarningSign:
    """Dismiss a sign as one undo step; raises BadInput if it is not shown today."""
    today = diary.today()
    shown = {sign.name: sign for sign in open_warnings(diary, today)}
    if name not in shown:
        names = ", ".join(shown)
        raise BadInput("there is no such sign today", f"you can dismiss: {names}" if names else "there is none")
    with diary.action(f"putting away the warning sign {name}") as action:
        action.keep("dismissal", name, {"dismissed_on": today.isoformat()})
    return shown[name]


def all_warnings(diary: Diary, today: date) -> list[WarningSign]:
    """Return the signs of a day, including dismissed ones."""
    first = _days_before(today, LOOKED_AT_DAYS + STALE_DAYS)
    scores = diary.first_steps(Span(first, today))
    affected = diary.settings().affected_feet or FEET
    signs = [sign for foot in FEET if foot in affected for sign in find_foot_signs(foot, scores[foot], today)]
    tags = diary.sql.rows(_TAGS, (_days_before(today, TAG_DAYS - 1).isoformat(), today.isoformat()))
    return [*signs, *find_tag_signs(tag for (tag,) in tags)]


def _is_dismissed(diary: Diary, sign: WarningSign, dismissed_on: date | None, today: date) -> bool:
    """Return whether a dismissal is about the current episode: the sign was never absent for four weeks since."""
    if dismissed_on is None or not 0 <= (today - dismissed_on).days < LONGEST_EPISODE_DAYS:
        return False
    if sign.foot is None:
        return (today - dismissed_on).days < EPISODE_GAP_DAYS
    scores = diary.first_steps(Span(_days_before(dismissed_on, LOOKED_AT_DAYS + STALE_DAYS), today))[sign.foot]
    return not was_away(lambda day: still_holds(sign, scores, day), dismissed_on, today)


def was_away(holds: Callable[[date], bool], since: date, today: date) -> bool:
    """Return whether the sign was absent for four weeks in a row between two days.

    Such weeks have one of every fourth week's days in them: only around those is every day looked at.
    """
    for ago in range(0, (today - since).days, EPISODE_GAP_DAYS):
        absent_days = -1  # the day is counted both ways
        for step, end in ((-1, since), (1, today + timedelta(days=1))):
            day = today - timedelta(days=ago)
            while day != end and absent_days < EPISODE_GAP_DAYS and not holds(day):
                absent_days += 1
                day += timedelta(days=step)
        if absent_days >= EPISODE_GAP_DAYS:
            return True
    return False


def _days_before(day: date, days: int) -> date:
    return max(FIRST_DAY, day - timedelta(days=min(days, (day - FIRST_DAY).days)))
