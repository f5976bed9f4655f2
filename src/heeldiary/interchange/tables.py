"""Routines, plans, pauses, factors and experiments in an export: by table, each row by its key."""

import re
from collections.abc import Mapping
from typing import Any

from heeldiary.domain.days import FIRST_DAY, iso_day
from heeldiary.domain.links.factors import MOST_FACTORS, parse_factor
from heeldiary.domain.routine.built_in import BUILT_IN
from heeldiary.domain.routine.plan import parse_days
from heeldiary.domain.routine.shape import parse_name
from heeldiary.domain.routine.toml_file import read_toml
from heeldiary.domain.text import clean
from heeldiary.errors import BadInput
from heeldiary.interchange.experiments import is_experiment
from heeldiary.store.action import KEPT, KeptRow, KeptTable
from heeldiary.store.diary import Diary

Kept = dict[KeptTable, dict[str, KeptRow]]
"""Rows by table and key, without key and timestamps."""


def saved_rows(diary: Diary) -> Kept:
    """Return all rows of the diary; empty tables are left out."""
    tables: Kept = {}
    for table, (key, *columns) in KEPT.items():
        rows = diary.sql.rows(f"SELECT {key}, {', '.join(columns)} FROM {table} ORDER BY {key}")
        if rows:
            tables[table] = {row[0]: dict(zip(columns, row[1:], strict=True)) for row in rows}
    return tables


def read_saved(values: Mapping[str, Any]) -> Kept:
    """Parse and validate an export's rows; raises BadInput."""
    read: Kept = {}
    for table in KEPT:
        rows = values.get(table, {})
        if not isinstance(rows, dict):
            raise _wrong(table)
        read[table] = {}
        for key, row in rows.items():
            if not isinstance(row, dict) or set(row) != set(KEPT[table][1:]):
                raise _wrong(table)
            _CHECKS[table](key, row)
            read[table][key] = row
    if sum(row["dropped_on"] is None for row in read["factor"].values()) > MOST_FACTORS:
        raise _wrong("factor")
    return read


def _check_routine(key: str, row: Mapping[str, Any]) -> None:
    if not isinstance(row["toml"], str) or clean(row["toml"])[0] != row["toml"].strip() or _name(key) != key:
        raise _wrong("routine")
    if key in BUILT_IN:
        raise _wrong("routine")
    read_toml(row["toml"], key)


def _check_plan(key: str, row: Mapping[str, Any]) -> None:
    if _name(key) != key or type(row["times"]) is not int or not 1 <= row["times"] <= 9:
        raise _wrong("plan")
    if not isinstance(row["days"], str) or parse_days(row["days"]) != (row["days"], 1) or not _is_day(row["since"]):
        raise _wrong("plan")


def _check_pause(key: str, row: Mapping[str, Any]) -> None:
    days = _is_day(key) and _is_day(row["last_day"]) and key <= row["last_day"]
    reason = row["reason"]
    if not days or not isinstance(reason, str) or clean(reason)[0] != reason or len(reason) > 200:
        raise _wrong("pause")


def _is_day(value: Any) -> bool:
    day = iso_day(value) if isinstance(value, str) else None
    return day is not None and day >= FIRST_DAY


def _wrong(table: str) -> BadInput:
    return BadInput(f"a {table} in it is not valid", "use the original export, or export again")


def _check_factor(key: str, row: Mapping[str, Any]) -> None:
    position, dropped = row["position"], row["dropped_on"]
    placed = type(position) is int and 1 <= position <= MOST_FACTORS
    if parse_factor(key) != key or not placed or not _is_day(row["declared_on"]):
        raise _wrong("factor")
    if dropped is not None and not (_is_day(dropped) and row["declared_on"] <= dropped):
        raise _wrong("factor")


def _check_experiment(key: str, row: Mapping[str, Any]) -> None:
    if not is_experiment(key, row):
        raise _wrong("experiment")


def _check_dismissal(key: str, row: Mapping[str, Any]) -> None:
    if not re.fullmatch(r"[a-z][a-z-]{0,39}", key) or not _is_day(row["dismissed_on"]):
        raise _wrong("dismissal")


_CHECKS = {
    "routine": _check_routine,
    "plan": _check_plan,
    "pause": _check_pause,
    "factor": _check_factor,
    "experiment": _check_experiment,
    "dismissal": _check_dismissal,
}


def _name(key: str) -> str:
    """Return a routine's name as it is saved: a built-in one in small letters."""
    name = parse_name(key)
    return name.lower() if name.lower() in BUILT_IN else name
