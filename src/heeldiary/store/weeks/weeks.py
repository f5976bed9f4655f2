"""Reading weeks: first-step scores and what was logged besides."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from heeldiary.domain.days import FIRST_DAY, Span, last_weeks, monday
from heeldiary.domain.scales import Foot
from heeldiary.domain.weeks.weeks import CareDay, Load, Trends, weekly_trends
from heeldiary.store.diary import Diary
from heeldiary.store.lasting_care import LONGEST

_MASSAGE = """
    SELECT massage.day, count(DISTINCT massage.id), sum(seconds)
    FROM massage LEFT JOIN massage_step ON massage_id = massage.id
    WHERE massage.day BETWEEN ? AND ? AND foot = ? GROUP BY massage.day
"""
_ACTIVITY = "SELECT day, sum(minutes) FROM activity WHERE day BETWEEN ? AND ? GROUP BY day"
_SITTING = "SELECT day, sum(minutes) FROM sitting WHERE day BETWEEN ? AND ? GROUP BY day"
# Two sources count the same walk: a day's steps are the greater of the typed sum and each import's.
_STEPS = """
    SELECT day, max(steps) FROM (
        SELECT activity.day AS day, sum(steps) AS steps FROM activity JOIN entry USING (id)
        WHERE activity.day BETWEEN ? AND ? AND steps IS NOT NULL GROUP BY activity.day, source
    ) GROUP BY day
"""

_DAYS = """
    SELECT day FROM massage WHERE day BETWEEN ?1 AND ?2 AND foot = ?3 AND routine IS NOT NULL
    UNION SELECT day FROM care JOIN care_session ON care_id = care.id WHERE day BETWEEN ?1 AND ?2 AND foot = ?3
"""
_SORE = "SELECT DISTINCT day, spot FROM sore_spots WHERE day BETWEEN ? AND ? AND foot = ?"
_CARE = """
    SELECT care.day, until, kind, course, visit, course_visits
    FROM care JOIN entry USING (id) LEFT JOIN care_session ON care_id = care.id
    WHERE (care.day BETWEEN ?1 AND ?2 OR (care.day BETWEEN ?4 AND ?1 AND care.day < ?1 AND until >= ?1))
    AND (?3 IS NULL OR care_id IS NULL OR foot = ?3)
    ORDER BY care.day, julianday(at), care.id
"""  # a guided session belongs to one foot, other care to both


def load_trends(diary: Diary, feet: Iterable[Foot], number: int, as_of: date | None = None) -> list[Trends]:
    """Return each foot's last weeks up to `as_of` (default today); activity, steps and sitting belong to both feet."""
    with diary.sql.snapshot():
        return _trends(diary, feet, number, as_of or diary.today())


def _trends(diary: Diary, feet: Iterable[Foot], number: int, today: date) -> list[Trends]:
    span = last_weeks(number, today)
    scores = diary.first_steps(span)
    mondays = _mondays(span)
    activity, steps, sitting = (_by_week(diary, query, span, mondays) for query in (_ACTIVITY, _STEPS, _SITTING))
    trends = []
    for foot in feet:
        massage = _massage_by_week(diary, span, foot, mondays)
        loads = {
            start: Load(*massage.get(start, (0, 0)), activity.get(start), steps.get(start), sitting.get(start))
            for start in massage.keys() | activity.keys() | steps.keys() | sitting.keys()
        }
        trends.append(weekly_trends(foot, number, today, scores[foot].items(), loads))
    return trends


def load_care_days(diary: Diary, span: Span, foot: Foot | None = None) -> list[CareDay]:
    """Return the care of some days in the diary's order, on each day that it lasts; a visit is of its first day.

    What lasts is followed for a year, and counts once a day, not at all on a day with an entry of its own. With `foot`,
    the other foot's guided sessions are left out.
    """
    first, last = span.first.isoformat(), span.last.isoformat()
    earliest = (max(span.first, FIRST_DAY + LONGEST) - LONGEST).isoformat()
    logged, lasting = [], []
    for day, until, kind, *visit in diary.sql.rows(_CARE, (first, last, foot, earliest)):
        begun = date.fromisoformat(day)
        if begun >= span.first:
            logged.append(CareDay(begun, kind, *visit))
        if until is not None:
            since = max(span.first, begun + timedelta(days=1))
            days = (min(span.last, date.fromisoformat(until), begun + LONGEST) - since).days + 1
            lasting += [(since + timedelta(days=number), kind) for number in range(days)]
    own = {(entry.day, entry.kind) for entry in logged}
    rest = [CareDay(*each) for each in dict.fromkeys(lasting) if each not in own]
    return sorted([*logged, *rest], key=lambda entry: entry.day)


def load_sore_days(diary: Diary, span: Span, foot: Foot) -> dict[date, dict[str, int]]:
    """Return the number of days each area was marked as sore, by Monday.

    Weeks with neither a mark nor a guided session are missing.
    """
    values = (span.first.isoformat(), span.last.isoformat(), foot)
    mondays = _mondays(span)
    weeks: dict[date, dict[str, int]] = {mondays[day]: {} for (day,) in diary.sql.rows(_DAYS, values)}
    for day, spot in diary.sql.rows(_SORE, values):
        week = weeks.setdefault(mondays[day], {})
        week[spot] = week.get(spot, 0) + 1
    return weeks


def _mondays(span: Span) -> dict[str, date]:
    """Return the Monday of each day of a span, by ISO day: faster than parsing each row's day."""
    start = monday(span.first)
    return {
        (first + timedelta(days=number)).isoformat(): first
        for first in (start + timedelta(days=days) for days in range(0, (span.last - start).days + 1, 7))
        for number in range(7)
    }


def _by_week(diary: Diary, query: str, span: Span, mondays: Mapping[str, date]) -> dict[date, int]:
    """Return sums by Monday; weeks with nothing logged are missing."""
    sums: dict[date, int] = defaultdict(int)
    for day, amount in diary.sql.rows(query, (span.first.isoformat(), span.last.isoformat())):
        if amount is not None:
            sums[mondays[day]] += amount
    return sums


def _massage_by_week(diary: Diary, span: Span, foot: Foot, mondays: Mapping[str, date]) -> dict[date, tuple[int, int]]:
    """Return one foot's seconds and sessions by Monday."""
    weeks: dict[date, tuple[int, int]] = {}
    for day, sessions, seconds in diary.sql.rows(_MASSAGE, (span.first.isoformat(), span.last.isoformat(), foot)):
        start = mondays[day]
        seconds_so_far, sessions_so_far = weeks.get(start, (0, 0))
        weeks[start] = seconds_so_far + (seconds or 0), sessions_so_far + sessions
    return weeks
