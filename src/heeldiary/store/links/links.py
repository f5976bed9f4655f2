"""The factors of Links: which are declared, their values, and declaring them."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from heeldiary.domain.links.factors import (
    AMOUNTS,
    USUAL_CARE_FACTORS,
    Factor,
    parse_factors,
)
from heeldiary.domain.links.links import MEDICINE, Declared
from heeldiary.domain.links.text import format_undo
from heeldiary.domain.review.review import TAG as REVIEW_TAG
from heeldiary.domain.scales import Foot
from heeldiary.store.action import KeptRow
from heeldiary.store.diary import Diary
from heeldiary.store.experiments import sealed_factors
from heeldiary.store.links.factor_days import FactorDays

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
_MASSAGE = "SELECT DISTINCT day FROM massage WHERE day <= ? AND foot = ?"
_OWN = "SELECT DISTINCT 'care:' || kind FROM care UNION SELECT DISTINCT 'tag:' || tag FROM tag"
_CARE_KINDS = """
    SELECT kind, count(DISTINCT day), max(ifnull(until, '') > day) FROM care LEFT JOIN care_session ON care_id = care.id
    WHERE day <= ? AND (care_id IS NULL OR foot = ?) GROUP BY kind ORDER BY 2 DESC, 1
"""
_TAGS = """
    SELECT tag, count(DISTINCT day) FROM tag JOIN entry ON entry.id = entry_id WHERE day <= ? GROUP BY tag
    ORDER BY 2 DESC, 1
"""


def declared_factors(diary: Diary, foot: Foot, as_of: date, scored: Collection[date] = ()) -> Declared:
    """Return the factors declared by a day with their values up to then; call it inside a snapshot.

    `scored` are days up to then already known to have an entry.
    """
    last = as_of.isoformat()
    every = diary.sql.rows("SELECT name, declared_on, dropped_on FROM factor ORDER BY position, name")
    # As of a day before any declaration, the current factors are used.
    rows = [row for row in every if row[1] <= last] or [row for row in every if row[2] is None]
    named = any(dropped is None or dropped > last for _, _, dropped in rows)
    possible = {} if named else possible_factors(diary, foot, as_of)
    sealed = sealed_factors(diary, as_of)
    if not rows:
        return Declared(sealed=sealed, possible=possible)
    days = FactorDays(diary, foot, as_of, scored)
    by_name = days.of(name for name, _, _ in rows)
    factors = tuple(
        Factor(
            name,
            date.fromisoformat(first),
            date.fromisoformat(dropped) if dropped and dropped <= last else None,
            by_name[name],
        )
        for name, first, dropped in rows
    )
    medicine = frozenset(days.care(MEDICINE.partition(":")[2]))
    feet = max(1, len(diary.settings().affected_feet or ()))
    return Declared(factors, sealed, medicine, feet, possible)


def selected_factors(diary: Diary) -> tuple[str, ...]:
    """Return the declared factors' names, in order."""
    rows = diary.sql.rows("SELECT name FROM factor WHERE dropped_on IS NULL ORDER BY position, name")
    return tuple(name for (name,) in rows)


def checked_factors(diary: Diary, typed: Iterable[str]) -> tuple[str, ...]:
    """Return valid factor names, at most five; raises BadInput naming the nearest one.

    `none` alone stands for no factor. A tag or a kind of care may be named before its first use.
    """
    wanted = list(typed)
    return parse_factors(wanted, _own_factors(diary)) if wanted != ["none"] else ()


def unused_factors(diary: Diary, names: Sequence[str]) -> list[tuple[str, str | None]]:
    """Return the tags and kinds of care the diary does not have yet, each with the nearest known one."""
    from difflib import get_close_matches

    own = _own_factors(diary)
    unused = [name for name in names if ":" in name and name not in own and name not in USUAL_CARE_FACTORS]
    known = [*own, *USUAL_CARE_FACTORS]
    return [(name, next(iter(get_close_matches(name, known, 1, 0.75)), None)) for name in unused]


def _own_factors(diary: Diary) -> list[str]:
    """Return the kinds of care and the tags of the diary, as factors."""
    return [name.lower() for (name,) in diary.sql.rows(_OWN)]


def declare(diary: Diary, names: Sequence[str]) -> None:
    """Declare exactly these factors from today on, as one undo step."""
    today = diary.today().isoformat()
    columns = ("position", "declared_on", "dropped_on")
    with diary.action(format_undo(tuple(names))) as action:
        before = {
            name: dict(zip(columns, rest, strict=True))
            for name, *rest in diary.sql.rows(f"SELECT name, {', '.join(columns)} FROM factor")
        }
        for name, row in before.items():
            if name not in names and row["dropped_on"] is None:
                action.keep("factor", name, removed_factors(row, today))
        for position, name in enumerate(names, 1):
            first = before[name]["declared_on"] if name in before else today
            action.keep("factor", name, {"position": position, "declared_on": first, "dropped_on": None})


def removed_factors(row: KeptRow, today: str) -> KeptRow:
    """Return a factor's row, removed as of today, or as of its declaration if the clock went back."""
    return {**row, "dropped_on": max(today, str(row["declared_on"]))}


def possible_factors(diary: Diary, foot: Foot, as_of: date) -> dict[str, int]:
    """Return the factors the diary has data on, with their number of days."""
    last = as_of.isoformat()
    day_counts = {"massage": diary.sql.value(f"SELECT count(*) FROM ({_MASSAGE})", (last, foot))}
    day_counts |= {name: diary.sql.value(_AMOUNT_DAYS[name], (last,)) for name in AMOUNTS}
    day_counts["hard-surface"] = diary.sql.value(_HARD_DAYS, (last,))
    factor_days = FactorDays(diary, foot, as_of)
    for kind, days, lasts in diary.sql.rows(_CARE_KINDS, (last, foot)):
        day_counts[f"care:{kind.lower()}"] = len(factor_days.care(kind)) if lasts else days
    tags = {tag.lower(): days for tag, days in diary.sql.rows(_TAGS, (last,))}
    day_counts |= {f"tag:{tag}": days for tag, days in tags.items() if tag != REVIEW_TAG}  # which nobody typed
    return {name: days for name, days in day_counts.items() if days}
