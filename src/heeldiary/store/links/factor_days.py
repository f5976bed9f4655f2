"""The values of each factor, by day."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from heeldiary.domain.scales import Foot
from heeldiary.store.diary import Diary
from heeldiary.store.spelling import Spelling

if TYPE_CHECKING:
    from heeldiary.domain.chance.day_values import DayNumbers, DayValues

# Most rows are needed: the plus makes SQLite scan the table instead of using the index on the day.
_ACTIVITY = """
    SELECT group_concat(day), group_concat(ifnull(minutes, -1)), group_concat(ifnull(steps, -1))
    FROM activity WHERE +day <= ?
"""
_HARD = "SELECT group_concat(day) FROM activity WHERE surface = 'hard' AND +day <= ?"
_SITTING = """
    SELECT group_concat(day), group_concat(minutes), group_concat(ifnull(longest_minutes, -1))
    FROM sitting WHERE +day <= ?
"""
_STEPS = """
    SELECT group_concat(day), group_concat(steps) FROM (
        SELECT activity.day AS day, sum(steps) AS steps FROM activity JOIN entry USING (id)
        WHERE activity.day BETWEEN ? AND ? AND steps IS NOT NULL GROUP BY activity.day, source
    )
"""  # two sources count the same walk, as in the view steps_by_day
_MASSAGE = "SELECT group_concat(day) FROM massage WHERE day <= ? AND foot = ?"
_TAG = "SELECT group_concat(day) FROM tag CROSS JOIN entry ON entry.id = entry_id WHERE day <= ? AND tag = ?"
# A guided session belongs to one foot, other care to both.
_CARE = """
    SELECT group_concat(day), group_concat(CASE WHEN until > day THEN day || until END)
    FROM care LEFT JOIN care_session ON care_id = care.id
    WHERE +day <= ? AND kind = ? AND (care_id IS NULL OR foot = ?)
"""
# Each in a query of its own: only then does SQLite read it from the end of the index.
_ENDS = "SELECT (SELECT min(day) FROM entry WHERE day <= ?1), (SELECT max(day) FROM entry WHERE day <= ?1)"
_LOGGED = "SELECT group_concat(day) FROM (SELECT DISTINCT day FROM entry WHERE {which})"
_MOST_ASKED = 5_000
"""Above this number of days, reading the day of every entry is faster."""


class FactorDays:
    """The values of one foot's factors up to a day; each table is read once."""

    def __init__(self, diary: Diary, foot: Foot, as_of: date, scored: Collection[date] = ()) -> None:
        """`scored` are days up to `as_of` already known to have an entry."""
        self._sql = diary.sql
        self._foot = foot
        self._as_of = as_of
        self._last = as_of.isoformat()
        self._scored = scored
        self._spelling = Spelling(diary.sql)

    def of(self, names: Iterable[str]) -> dict[str, Mapping[date, int]]:
        """Return each factor's values by name; unknown days are missing."""
        return {name: self._known(name) for name in names}

    def care(self, kind: str) -> set[date]:
        """Return the days of a kind of care, including those it lasted."""
        kind = self._spelling.word("care", kind)
        texts, lasting = self._sql.columns(_CARE, (self._last, kind, self._foot))
        days = {*map(date.fromisoformat, texts)}
        for text in lasting:
            day, end = date.fromisoformat(text[:10]), min(self._as_of, date.fromisoformat(text[10:]))
            days |= {day + timedelta(days=number) for number in range((end - day).days + 1)}
        return days

    def _known(self, name: str) -> "DayValues":
        from heeldiary.domain.chance.day_values import DayValues, numbers_of

        match name:
            case "activity-minutes":
                days, minutes, _ = self._activity
                return DayValues.total(days, minutes)
            case "steps":
                return self._steps()
            case "sitting-minutes":
                days, minutes, _ = self._sitting
                return DayValues.total(days, minutes)
            case "longest-sitting":
                days, _, longest = self._sitting
                return DayValues.largest(days, longest)
            case "hard-surface":
                return DayValues.marks(self._activity[0], self._days(_HARD))
            case "massage":
                return DayValues.marks(self._logged, self._days(_MASSAGE, self._foot))
        kind, _, word = name.partition(":")
        if kind == "care":
            return DayValues.marks(self._logged, numbers_of(self.care(word)))
        return DayValues.marks(self._logged, self._days(_TAG, self._spelling.word("tag", word)))

    def _steps(self) -> "DayValues":
        from heeldiary.domain.chance.day_values import DayValues, repeated

        days, _, steps = self._activity
        twice = repeated(days[steps >= 0])
        if twice is None:
            return DayValues.largest(days, steps)
        first, last = (day.isoformat() for day in twice)
        by_source, walked = self._columns(_STEPS, first, last)
        return DayValues.largest(days, steps).replaced(DayValues.largest(by_source, walked))

    @cached_property
    def _activity(self) -> "tuple[DayNumbers, ...]":
        """The days, minutes and steps of all activities; -1 for unknown values."""
        return self._columns(_ACTIVITY, self._last)

    @cached_property
    def _sitting(self) -> "tuple[DayNumbers, ...]":
        """The days, minutes and longest stretches of sitting; -1 for unknown values."""
        return self._columns(_SITTING, self._last)

    @cached_property
    def _logged(self) -> "DayNumbers":
        """Every day with an entry: what is not logged there was not done."""
        from heeldiary.domain.chance.day_values import between, joined, numbers_of

        first, end = self._sql.row(_ENDS, (self._last,)) or (None, None)
        read = joined(numbers_of(self._scored), self._activity[0])
        unknown = between(first, end, read) if first else []
        asked = f"day IN ({', '.join('?' * len(unknown))})" if len(unknown) <= _MOST_ASKED else "day <= ?"
        values = unknown if len(unknown) <= _MOST_ASKED else [self._last]
        return joined(read, *self._columns(_LOGGED.format(which=asked), *values))

    def _columns(self, query: str, *values: str) -> "tuple[DayNumbers, ...]":
        """Return the days and numbers a query joins with `group_concat`, the days first."""
        from heeldiary.domain.chance.day_values import day_numbers, whole_numbers

        days, *others = self._sql.row(query, values) or (None,)
        return (day_numbers(days), *map(whole_numbers, others))

    def _days(self, query: str, *values: str) -> "DayNumbers":
        return self._columns(query, self._last, *values)[0]


def massaged(diary: Diary, foot: Foot, as_of: date) -> set[date]:
    """Return the days, up to a day, on which a foot was massaged."""
    (texts,) = diary.sql.columns(_MASSAGE, (as_of.isoformat(), foot))
    return {*map(date.fromisoformat, texts)}
