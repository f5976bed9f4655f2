"""The factors of Links: what was named, what the diary has of it, naming anew."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from heeldiary.domain.factors import AMOUNTS, NAMES, USUAL_CARE, Factor, is_amount, parse_factors, unknown_factor
from heeldiary.domain.link_words import action_words
from heeldiary.domain.links import MEDICINE, Declared
from heeldiary.domain.scales import Foot
from heeldiary.store.action import KeptRow
from heeldiary.store.diary import Diary
from heeldiary.store.experiments import sealed_factors
from heeldiary.store.sql import Row

_STEPS = """
    SELECT day, max(steps) FROM (
        SELECT activity.day AS day, sum(steps) AS steps FROM activity JOIN entry USING (id)
        WHERE activity.day <= ? AND steps IS NOT NULL GROUP BY activity.day, source
    ) GROUP BY day
"""  # two sources count the same walk: as the view steps_by_day
_AMOUNTS = {
    "activity-minutes": "SELECT day, sum(minutes) FROM activity WHERE day <= ? AND minutes IS NOT NULL GROUP BY day",
    "steps": _STEPS,
    "sitting-minutes": "SELECT day, sum(minutes) FROM sitting WHERE day <= ? GROUP BY day",
    "longest-sitting": "SELECT day, max(longest_minutes) FROM sitting"
    " WHERE day <= ? AND longest_minutes IS NOT NULL GROUP BY day",
}
_HARD = "SELECT day, max(surface IS 'hard') FROM activity WHERE day <= ? GROUP BY day"
_AMOUNT_DAYS = {
    name: f"SELECT count(DISTINCT day) FROM {table} WHERE day <= ? AND {column} IS NOT NULL"
    for name, table, column in (
        ("activity-minutes", "activity", "minutes"),
        ("steps", "activity", "steps"),
        ("sitting-minutes", "sitting", "minutes"),
        ("longest-sitting", "sitting", "longest_minutes"),
    )
}
_HARD_DAYS = "SELECT count(DISTINCT day) FROM activity WHERE day <= ? AND surface = 'hard'"
_LOGGED = "SELECT DISTINCT day FROM entry WHERE day <= ?"
_MASSAGE = "SELECT DISTINCT day FROM massage WHERE day <= ? AND foot = ?"
_TAG = "SELECT DISTINCT day FROM tag JOIN entry ON entry.id = entry_id WHERE day <= ? AND tag = ?"
# A guided session belongs to one foot, anything else of care to both.
_CARE = """
    SELECT day, until FROM care LEFT JOIN care_session ON care_id = care.id
    WHERE day <= ? AND kind = ? AND (care_id IS NULL OR foot = ?)
"""
_OWN = "SELECT DISTINCT 'care:' || kind FROM care UNION SELECT DISTINCT 'tag:' || tag FROM tag"
_CARE_KINDS = """
    SELECT kind, count(DISTINCT day) FROM care LEFT JOIN care_session ON care_id = care.id
    WHERE day <= ? AND (care_id IS NULL OR foot = ?) GROUP BY kind ORDER BY 2 DESC, 1
"""
_TAGS = """
    SELECT tag, count(DISTINCT day) FROM tag JOIN entry ON entry.id = entry_id WHERE day <= ? GROUP BY tag
    ORDER BY 2 DESC, 1
"""


def declared(diary: Diary, foot: Foot, as_of: date) -> Declared:
    """What was named by a day, and what the diary has of it up to then; read inside a snapshot."""
    last = as_of.isoformat()
    every = diary.sql.rows("SELECT name, declared_on, dropped_on FROM factor ORDER BY position, name")
    # Of a day before anything was named, what is named now is told.
    rows = [row for row in every if row[1] <= last] or [row for row in every if row[2] is None]
    named = any(dropped is None or dropped > last for _, _, dropped in rows)
    possible = {} if named else possible_factors(diary, foot, as_of)
    sealed = sealed_factors(diary, as_of)
    if not rows:
        return Declared(sealed=sealed, possible=possible)
    logged = [date.fromisoformat(day) for (day,) in diary.sql.rows(_LOGGED, (last,))]
    factors = tuple(
        Factor(
            name,
            date.fromisoformat(first),
            date.fromisoformat(dropped) if dropped and dropped <= last else None,
            _days(diary, name, foot, as_of, logged),
        )
        for name, first, dropped in rows
    )
    medicine = frozenset(_care(diary, MEDICINE.partition(":")[2], foot, as_of))
    feet = max(1, len(diary.settings().affected_feet or ()))
    return Declared(factors, sealed, medicine, feet, possible)


def named_factors(diary: Diary) -> tuple[str, ...]:
    """The names that hold now, in their order."""
    rows = diary.sql.rows("SELECT name FROM factor WHERE dropped_on IS NULL ORDER BY position, name")
    return tuple(name for (name,) in rows)


def checked_factors(diary: Diary, typed: Iterable[str]) -> tuple[str, ...]:
    """Names as they are kept, five at most, of what there is or can be; raises BadInput naming the nearest one.

    `none` alone is no name at all.
    """
    wanted = list(typed)
    names = parse_factors(wanted) if wanted != ["none"] else ()
    own = [name for (name,) in diary.sql.rows(_OWN)]
    for name in names:
        if ":" in name and name not in own and name not in USUAL_CARE:
            raise unknown_factor(name, (*NAMES, *own, *USUAL_CARE))
    return names


def declare(diary: Diary, names: Sequence[str]) -> None:
    """Name these factors and no others from today on, as one undo step."""
    today = diary.today().isoformat()
    columns = ("position", "declared_on", "dropped_on")
    with diary.action(action_words(tuple(names))) as action:
        before = {
            name: dict(zip(columns, rest, strict=True))
            for name, *rest in diary.sql.rows(f"SELECT name, {', '.join(columns)} FROM factor")
        }
        for name, row in before.items():
            if name not in names and row["dropped_on"] is None:
                action.keep("factor", name, dropped(row, today))
        for position, name in enumerate(names, 1):
            first = before[name]["declared_on"] if name in before else today
            action.keep("factor", name, {"position": position, "declared_on": first, "dropped_on": None})


def dropped(row: KeptRow, today: str) -> KeptRow:
    """A factor's row, named no more from today on; if the clock went back meanwhile, from the day it was named."""
    return {**row, "dropped_on": max(today, str(row["declared_on"]))}


def possible_factors(diary: Diary, foot: Foot, as_of: date) -> dict[str, int]:
    """What the diary has that can be named, with the days on which it has it."""
    last = as_of.isoformat()
    found = {"massage": diary.sql.value(f"SELECT count(*) FROM ({_MASSAGE})", (last, foot))}
    found |= {name: diary.sql.value(_AMOUNT_DAYS[name], (last,)) for name in AMOUNTS}
    found["hard-surface"] = diary.sql.value(_HARD_DAYS, (last,))
    found |= {f"care:{kind}": days for kind, days in diary.sql.rows(_CARE_KINDS, (last, foot))}
    found |= {f"tag:{tag}": days for tag, days in diary.sql.rows(_TAGS, (last,))}
    return {name: days for name, days in found.items() if days}


def _days(diary: Diary, name: str, foot: Foot, as_of: date, logged: Sequence[date]) -> dict[date, int]:
    """What the diary has of a factor, by day; a day on which that is not known is missing."""
    last = as_of.isoformat()
    if is_amount(name):
        return _by_day(diary.sql.rows(_AMOUNTS[name], (last,)))
    if name == "hard-surface":
        return _by_day(diary.sql.rows(_HARD, (last,)))
    kind, _, word = name.partition(":")
    if kind == "care":
        done = _care(diary, word, foot, as_of)
    else:
        query, value = (_MASSAGE, foot) if name == "massage" else (_TAG, word)
        done = {date.fromisoformat(day) for (day,) in diary.sql.rows(query, (last, value))}
    return {**dict.fromkeys(logged, 0), **dict.fromkeys(done, 1)}


def _care(diary: Diary, kind: str, foot: Foot, as_of: date) -> set[date]:
    """The days of a kind of care, those included up to which it lasted."""
    days = set()
    for first, until in diary.sql.rows(_CARE, (as_of.isoformat(), kind, foot)):
        day = date.fromisoformat(first)
        end = min(as_of, date.fromisoformat(until)) if until else day
        days |= {day + timedelta(days=number) for number in range((end - day).days + 1)}
    return days


def _by_day(rows: Iterable[Row]) -> dict[date, Any]:
    return {date.fromisoformat(day): amount for day, amount in rows}
