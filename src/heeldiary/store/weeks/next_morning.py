"""Reading the notes on the next morning."""

from datetime import date, timedelta

from heeldiary.domain.days import FIRST_DAY, Span
from heeldiary.domain.scales import FEET
from heeldiary.domain.weeks.next_morning import MEAN_DAYS, USUAL_DAYS, NextMorning, next_morning
from heeldiary.store.diary import Diary

_ACTIVE = "SELECT day, sum(minutes) FROM activity WHERE day BETWEEN ? AND ? AND minutes IS NOT NULL GROUP BY day"


def load_next_mornings(diary: Diary, day: date) -> list[NextMorning]:
    """Return each foot's note on a day's morning, if there is one."""
    yesterday = day - timedelta(days=1)
    if yesterday < FIRST_DAY:
        return []
    scores = diary.first_steps(Span(max(FIRST_DAY, day - timedelta(days=MEAN_DAYS)), day))
    if not any(day in of_foot for of_foot in scores.values()):
        return []
    before = diary.entries(Span(yesterday, yesterday), ("activity", "massage", "care"))
    first = max(FIRST_DAY, yesterday - timedelta(days=USUAL_DAYS))
    values = (first.isoformat(), yesterday.isoformat())
    active = {date.fromisoformat(on): minutes for on, minutes in diary.sql.rows(_ACTIVE, values)} if before else {}
    mornings = (next_morning(foot, day, before, scores[foot], active) for foot in FEET)
    return [morning for morning in mornings if morning is not None]
