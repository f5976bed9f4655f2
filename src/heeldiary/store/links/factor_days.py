"""What the diary has of each factor, by day."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import compress
from operator import itemgetter
from typing import NamedTuple

from heeldiary.domain.scales import Foot
from heeldiary.store.diary import Diary
from heeldiary.store.links.entry_days import EntryDays

_FIRST_ACTIVITY = "SELECT min(day) FROM activity WHERE day <= ?"
_ACTIVITY = """
    SELECT group_concat(day), group_concat(ifnull(minutes, '')), group_concat(ifnull(steps, ''))
    FROM activity WHERE day BETWEEN ? AND ?
"""
# Most rows are wanted: the plus lets SQLite read them as they lie, without going to each by the index on the day.
_HARD = "SELECT group_concat(day) FROM activity WHERE surface = 'hard' AND +day <= ?"
_SITTING = """
    SELECT group_concat(day), group_concat(minutes), group_concat(ifnull(longest_minutes, ''))
    FROM sitting WHERE +day <= ?
"""
_STEPS = """
    SELECT day, max(steps) FROM (
        SELECT activity.day AS day, sum(steps) AS steps FROM activity JOIN entry USING (id)
        WHERE activity.day BETWEEN ? AND ? AND steps IS NOT NULL GROUP BY activity.day, source
    ) GROUP BY day
"""  # two sources count the same walk: as the view steps_by_day
_MASSAGE = "SELECT group_concat(day) FROM massage WHERE day <= ? AND foot = ?"
_TAG = "SELECT group_concat(day) FROM tag CROSS JOIN entry ON entry.id = entry_id WHERE day <= ? AND tag = ?"
# A guided session belongs to one foot, anything else of care to both.
_CARE = """
    SELECT day, until FROM care LEFT JOIN care_session ON care_id = care.id
    WHERE +day <= ? AND kind = ? AND (care_id IS NULL OR foot = ?)
"""


class _Activity(NamedTuple):
    minutes: dict[date, int]
    steps: dict[date, int]
    hard: dict[date, int]


class _Sitting(NamedTuple):
    minutes: dict[date, int]
    longest: dict[date, int]


class FactorDays:
    """What the diary has of one foot's factors up to a day; each table is read once."""

    def __init__(self, diary: Diary, foot: Foot, as_of: date, entry_days: EntryDays) -> None:
        """`entry_days` takes in every day that is read here; all of them are up to `as_of`."""
        self._diary = diary
        self._sql = diary.sql
        self._foot = foot
        self._as_of = as_of
        self._last = as_of.isoformat()
        self._entry_days = entry_days

    def of(self, names: Iterable[str]) -> dict[str, Mapping[date, int]]:
        """By name what is known of each factor; a day on which that is not known is missing."""
        found = {name: self._known(name) for name in names}
        if all(isinstance(known, dict) for known in found.values()):
            return {name: known for name, known in found.items() if isinstance(known, dict)}
        not_done = dict.fromkeys(self._entry_days.all(self._sql, self._last), 0)
        return {
            name: known if isinstance(known, dict) else {**not_done, **dict.fromkeys(known, 1)}
            for name, known in found.items()
        }

    def care(self, kind: str) -> set[date]:
        """The days of a kind of care, those included up to which it lasted."""
        found = set()
        for text, until in self._sql.rows(_CARE, (self._last, kind, self._foot)):
            day = self._entry_days[text]
            found.add(day)
            if until and until > text:
                end = min(self._as_of, date.fromisoformat(until))
                found |= {day + timedelta(days=number) for number in range((end - day).days + 1)}
        return found

    def _known(self, name: str) -> dict[date, int] | set[date]:
        """Its figure by day; or the days with it, where every other day with an entry is one without."""
        match name:
            case "activity-minutes":
                return self._activity.minutes
            case "steps":
                return self._activity.steps
            case "hard-surface":
                return self._activity.hard
            case "sitting-minutes":
                return self._sitting.minutes
            case "longest-sitting":
                return self._sitting.longest
            case "massage":
                return massaged(self._diary, self._foot, self._as_of, self._entry_days)
        kind, _, word = name.partition(":")
        return self.care(word) if kind == "care" else self._days(_TAG, word)

    def _days(self, query: str, value: str) -> set[date]:
        (texts,) = self._sql.columns(query, (self._last, value))
        return set(self._entry_days.dates(texts))

    @cached_property
    def _activity(self) -> _Activity:
        minutes: dict[date, int] = {}
        steps: dict[date, int] = {}
        every: list[date] = []
        twice: list[date] = []
        for first, last in self._years():
            texts, lasted, walked = self._sql.columns(_ACTIVITY, (first, last))
            days = self._entry_days.dates(texts)
            every += days
            minutes |= _sums(*_known(days, lasted))
            walks, numbers = _known(days, walked)
            steps |= zip(walks, numbers, strict=True)
            twice += _twice(walks)
        if twice:
            by_source = self._sql.rows(_STEPS, (min(twice).isoformat(), max(twice).isoformat()))
            steps |= {self._entry_days[text]: number for text, number in by_source}
        return _Activity(minutes, steps, dict.fromkeys(every, 0) | dict.fromkeys(self._hard, 1))

    def _years(self) -> list[tuple[str, str]]:
        """The years with an activity, from day to day: of a diary with very many no more than one is held at once."""
        earliest = self._sql.value(_FIRST_ACTIVITY, (self._last,))
        years = range(int(earliest[:4]), self._as_of.year + 1) if earliest else ()
        return [(f"{year}-01-01", min(f"{year}-12-31", self._last)) for year in years]

    @property
    def _hard(self) -> list[date]:
        (texts,) = self._sql.columns(_HARD, (self._last,))
        return self._entry_days.dates(texts)

    @cached_property
    def _sitting(self) -> _Sitting:
        texts, lasted, stretches = self._sql.columns(_SITTING, (self._last,))
        days = self._entry_days.dates(texts)
        known, lengths = _known(days, stretches)
        longest = dict(zip(known, lengths, strict=True))
        if len(longest) < len(known):
            # Of a day's the longest comes last, and stays.
            longest = dict(sorted(zip(known, lengths, strict=True), key=itemgetter(1)))
        return _Sitting(_sums(*_known(days, lasted)), longest)


def _known(days: Sequence[date], texts: Sequence[str]) -> tuple[list[date], list[int]]:
    """The days that have an amount, and those amounts."""
    return [*compress(days, texts)], [*map(int, filter(None, texts))]


def _twice(days: Collection[date]) -> list[date]:
    """Those that come more than once."""
    return [day for day, times in Counter(days).items() if times > 1] if len({*days}) < len(days) else []


def _sums(days: Sequence[date], amounts: Sequence[int]) -> dict[date, int]:
    """What comes together of each day."""
    sums = dict(zip(days, amounts, strict=True))
    if len(sums) < len(days):
        sums = dict.fromkeys(sums, 0)
        for day, amount in zip(days, amounts, strict=True):
            sums[day] += amount
    return sums


def massaged(diary: Diary, foot: Foot, as_of: date, entry_days: EntryDays) -> set[date]:
    """The days up to one on which a foot was massaged."""
    (texts,) = diary.sql.columns(_MASSAGE, (as_of.isoformat(), foot))
    return set(entry_days.dates(texts))
