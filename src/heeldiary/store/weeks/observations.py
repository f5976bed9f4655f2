"""Reading the observations of an analysis in one snapshot."""

from datetime import date

from heeldiary.domain.analysis.observations import EARLIEST_MORNINGS, Observations, first_recent_day
from heeldiary.domain.days import FIRST_DAY
from heeldiary.domain.links.links import Declared
from heeldiary.domain.scales import Foot
from heeldiary.store.diary import Diary
from heeldiary.store.experiments import sealed_factors
from heeldiary.store.links.factor_days import massaged
from heeldiary.store.links.links import declared_factors
from heeldiary.store.sql import Row

_MORNINGS = "SELECT day, score FROM pain WHERE foot = ? AND moment = 'first-step' AND day BETWEEN ? AND ?"
_SCORES = f"{_MORNINGS} ORDER BY day"
_ALL_SCORES = f"SELECT group_concat(day), group_concat(score) FROM ({_SCORES})"
_EARLIEST = f"{_MORNINGS} ORDER BY day LIMIT {EARLIEST_MORNINGS}"
_LATEST = f"{_MORNINGS} ORDER BY day DESC LIMIT 1"
# Few entries are late: find them first, then check whether they are mornings.
_LATE = """
    SELECT pain.day FROM entry CROSS JOIN pain USING (id)
    WHERE late AND type = 'pain' AND foot = ? AND moment = 'first-step' AND pain.day <= ?
"""


def load_observations(
    diary: Diary, foot: Foot, as_of: date | None = None, factors: bool = True, massages: bool = True
) -> Observations:
    """Return one foot's observations up to a day (default today).

    `factors`: with what was named for Links; `massages`: with the days of massages, which Links alone does not need.
    """
    with diary.snapshot():
        settings = diary.settings()
        last = as_of or diary.today(settings)
        texts, values = diary.sql.columns(_ALL_SCORES, (foot, FIRST_DAY.isoformat(), last.isoformat()))
        scores = dict(zip(map(date.fromisoformat, texts), map(int, values), strict=True))
        late = diary.sql.rows(_LATE, (foot, last.isoformat()))
        return Observations(
            foot,
            last,
            scores,
            frozenset(date.fromisoformat(day) for (day,) in late),
            massaged=frozenset(massaged(diary, foot, last)) if massages else frozenset(),
            baseline_from=settings.baseline_from,
            declared=declared_factors(diary, foot, last, scores)
            if factors
            else Declared(sealed=sealed_factors(diary, last)),
        )


def load_observations_for_change(diary: Diary, foot: Foot, as_of: date | None = None) -> Observations:
    """Return the observations `analyse_change` needs up to a day (default today): a few hundred rows of any diary."""
    with diary.snapshot():
        settings = diary.settings()
        last = as_of or diary.today(settings)
        scores = _by_day(diary.sql.rows(_EARLIEST, (foot, FIRST_DAY.isoformat(), last.isoformat())))
        if settings.baseline_from:
            scores |= _by_day(diary.sql.rows(_EARLIEST, (foot, settings.baseline_from.isoformat(), last.isoformat())))
        latest = latest_morning(diary, foot, last)
        if latest is not None:
            scores |= morning_scores(diary, foot, first_recent_day(latest), last)
        by_day = {day: scores[day] for day in sorted(scores)}
        return Observations(foot, last, by_day, frozenset(), baseline_from=settings.baseline_from)


def latest_morning(diary: Diary, foot: Foot, as_of: date) -> date | None:
    """Return the day of a foot's latest first-step score up to a day; None without one."""
    day = diary.sql.value(_LATEST, (foot, FIRST_DAY.isoformat(), as_of.isoformat()))
    return day and date.fromisoformat(day)


def morning_scores(diary: Diary, foot: Foot, first: date, last: date) -> dict[date, int]:
    """Return one foot's first-step scores by day, oldest first, both days included."""
    return _by_day(diary.sql.rows(_SCORES, (foot, first.isoformat(), last.isoformat())))


def _by_day(rows: list[Row]) -> dict[date, int]:
    return {date.fromisoformat(day): score for day, score in rows}
