"""Errors of SQLite caused by another program's additions to a diary's file.

Another program's trigger, index or column may stop a save: then the message names it and says how to drop it, instead
of calling the file damaged.
"""

import re
import sqlite3

from heeldiary.errors import BadInput, Problem, Refused
from heeldiary.store.file.schema_parts import SchemaPart, built, columns_of, incomplete, parts
from heeldiary.store.problems import damaged

_PLAIN = re.compile(r"[A-Za-z_]\w{0,63}", re.ASCII)
_UNREADABLE = "Could not decode to UTF-8"  # Python's own error, which has no number and quotes the text
_LACKING = re.compile(r"no such (table|column): (?:\w+\.)*(\w+)|has no (column) named (\w+)", re.ASCII)
_MALFORMED = re.compile(r"malformed database schema \((.+?)\) - ", re.DOTALL)
_TAKEN = re.compile(
    r"(table|view|index|trigger) \"?(\w+)\"? already exists|there is already (?:a|an) (\w+) named (\w+)"
)
_REASONS = (
    ("unsafe use of", "it does something that SQLite does not allow a trigger in an untrusted file"),
    ("no such table", "it refers to a table that does not exist"),
    ("no such column", "it refers to a column that does not exist"),
    ("no such function", "it calls a function that does not exist"),
    ("no such module", "it needs a module that does not exist"),
    ("UNIQUE constraint", "it forbids a value that exists already"),
    ("CHECK constraint", "its check refuses what is saved"),
    ("NOT NULL constraint", "it needs a value of its own"),
)


def explain(error: sqlite3.Error, connection: sqlite3.Connection | None) -> Problem:
    """Return what an error means that is neither damage nor the system's: what of another program's stands behind it.

    SQLite's message may quote a value, and so a note: only names of the schema are repeated.
    """
    text = str(error)
    if text.startswith(_UNREADABLE):
        return unreadable_text()
    if connection is None:
        return _of_no_one(error)
    try:
        if match := _MALFORMED.match(text):
            return _not_parsed(match[1], text, connection)
        culprits = _culprits(text, _others(connection), is_bound=_is_bound(error))
        culprit_columns = _columns(text, connection)
        if culprits:
            return _blamed(culprits, text)
        if culprit_columns:
            return _blamed_column(*culprit_columns, text)
        if _is_bound(error) and connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            return damaged()  # values are checked before writing, so they break no constraint of a sound file
        if _is_bound(error) and (half := _half(connection)):
            return half
    except (sqlite3.Error, UnicodeDecodeError):
        return damaged()
    return _of_no_one(error)


def _half(connection: sqlite3.Connection) -> Problem | None:
    """Return what to say where a row without its entry stands in the way, as a deletion without foreign keys leaves."""
    for table in ("pain", "activity", "sitting", "massage", "care", "sore"):
        row = connection.execute(
            f"SELECT id FROM {table} AS own"
            " WHERE NOT EXISTS (SELECT 1 FROM entry WHERE entry.id = own.id AND entry.day = own.day)"
        ).fetchone()
        if row is not None and row[0].isalnum():
            return Refused(
                f"a row of the table {table} has no entry ({row[0]}), and nothing was changed",
                f"drop it with the sqlite3 program: DELETE FROM {table} WHERE id = '{row[0]}';",
            )
    return None


def left_out(connection: sqlite3.Connection) -> Problem:
    """Return why a row was not written although SQLite reported no error."""
    triggers = [part for part in _others(connection) if part.kind == "trigger"]
    return _blamed([part for part in triggers if "ignore" in part.sql.lower()] or triggers, "")


def interfering(triggers: list[SchemaPart]) -> Refused:
    """Other programs' triggers write into the diary's own rows, or leave them out, whenever something is saved."""
    many = len(triggers) > 1
    names = ", ".join(_name(part.name) for part in triggers)
    what = f"triggers {names} in the diary's file change" if many else f"trigger {names} in the diary's file changes"
    return Refused(
        f"another program's {what} or leave{'' if many else 's'} out what is saved; nothing was changed",
        _drops(triggers),
    )


def unreadable_text() -> Refused:
    """A text in the file is not UTF-8."""
    return Refused(
        "a text in the diary's file is not UTF-8 and cannot be read; the file was not changed",
        "`heeldiary list` names the entry; correct it with the program that wrote it, or delete it there",
    )


def _others(connection: sqlite3.Connection) -> list[SchemaPart]:
    """Return what is not the diary's own."""
    with built() as empty:
        ours = {(part.kind, part.name) for part in parts(empty)}
    return [part for part in parts(connection) if (part.kind, part.name) not in ours]


def _culprits(text: str, others: list[SchemaPart], is_bound: bool) -> list[SchemaPart]:
    """Return the triggers, indexes and views a message of SQLite can be about."""
    active = [part for part in others if part.kind in ("trigger", "index")]
    named = [part for part in others if re.search(rf"\b{re.escape(part.name)}\b", text)]
    if direct := [part for part in named if f"index '{part.name}'" in text or f"in {part.kind} {part.name}" in text]:
        return direct
    if text.startswith("UNIQUE constraint failed: "):
        columns = {name.partition(".")[2] for name in text.partition(": ")[2].split(", ")}
        return [part for part in active if part.kind == "index" and _indexed(part) == columns]
    if text.startswith(("CHECK", "NOT NULL", "FOREIGN KEY")):
        return []
    words = {word for word in re.findall(r"\w+", text.rpartition(":")[2]) if len(word) > 1}
    speaking = [part for part in active if any(re.search(rf"\b{re.escape(word)}\b", part.sql) for word in words)]
    triggers = [part for part in active if part.kind == "trigger"]
    said = [part for part in triggers if text in part.sql] or triggers if is_bound else []
    return said or ([] if _LACKING.search(text) and not speaking else speaking or active)


def _indexed(part: SchemaPart) -> set[str]:
    """Return an index's column names."""
    inner = re.search(r"\((.*?)\)", part.sql, re.DOTALL)
    return {name.strip(' "`[]\n') for name in inner[1].split(",")} if inner and "UNIQUE" in part.sql.upper() else set()


def _not_parsed(name: str, text: str, connection: sqlite3.Connection) -> Problem:
    """Return what to say where SQLite cannot read the layout for one part of it."""
    connection.execute("PRAGMA writable_schema = ON")  # else SQLite refuses to show it
    try:
        culprit = next((part for part in parts(connection) if part.name == name), None)
    finally:
        connection.execute("PRAGMA writable_schema = OFF")
    with built() as empty:
        ours = next((part for part in parts(empty) if part.name == name), None)
    if culprit is None or "unsafe use of" not in text:
        return damaged()
    if ours is None:
        return _blamed([culprit], text)
    same = next(
        (at for at, (character, other) in enumerate(zip(culprit.sql, ours.sql, strict=False)) if character != other), 0
    )
    added = culprit.sql[same:]
    column = re.match(r'[\s,]*"?(\w+)', added)
    return _blamed_column(name, column[1], text) if column else damaged()


def _columns(text: str, connection: sqlite3.Connection) -> tuple[str, str] | None:
    """Return another program's table and column a message of SQLite can be about."""
    with built() as empty:
        ours = columns_of(empty)
    added = {table: columns - ours[table] for table, columns in columns_of(connection).items() if table in ours}
    if match := re.match(r"NOT NULL constraint failed: (\w+)\.(\w+)", text):
        return (match[1], match[2]) if match[2] in added.get(match[1], ()) else None
    if text.startswith("CHECK constraint failed: "):
        said = text.partition(": ")[2]
        return next(((table, name) for table, names in added.items() for name in sorted(names) if name in said), None)
    return None


def _blamed(culprits: list[SchemaPart], text: str) -> Refused:
    first = culprits[0] if culprits else None
    if first is None:
        return Refused(
            "something in the diary's file prevented a row from being saved", "look at its triggers; no row was"
        )
    many = len(culprits) > 1
    names = ", ".join(_name(part.name) for part in culprits)
    reason = next((why for said, why in _REASONS if said in text), "it refuses what is saved")
    kind = f"{first.kind}{'s' * many}" if len({part.kind for part in culprits}) == 1 else "triggers and indexes"
    return Refused(
        f"another program's {kind} {names} in the diary's file stopped this: {reason}; nothing was changed",
        _drops(culprits),
    )


def _drops(culprits: list[SchemaPart]) -> str:
    return f"drop {'them' if len(culprits) > 1 else 'it'} with the sqlite3 program: " + " ".join(
        f"DROP {part.kind.upper()} {_name(part.name)};" for part in culprits
    )


def _blamed_column(table: str, column: str, text: str) -> Refused:
    reason = next((why for said, why in _REASONS if said in text), "it refuses what is saved")
    return Refused(
        f"another program's column {_name(column)} of the table {table} stopped this: {reason}; nothing was changed",
        f"drop it with the sqlite3 program: ALTER TABLE {table} DROP COLUMN {_name(column)};",
    )


def _of_no_one(error: sqlite3.Error) -> Problem:
    if _is_bound(error):
        return BadInput("the diary cannot hold that", "look at the bounds in `heeldiary log --help`")
    text = str(error)
    if match := _LACKING.search(text):
        return incomplete(f"{match[1] or match[3]} {match[2] or match[4]}")
    if match := _TAKEN.search(text):
        kind, name = (match[1], match[2]) if match[2] else (match[3], match[4])
        return Refused(
            f"another program's {kind} {name} has a name that the diary needs; nothing was changed",
            f"rename or drop {name} with the sqlite3 program",
        )
    code = getattr(error, "sqlite_errorname", "") or type(error).__name__
    return Refused(
        f"SQLite could not do that ({code}), and nothing was changed",
        "try again; if that does not change it, report it with `heeldiary --version`",
    )


def _is_bound(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CONSTRAINT


def _name(name: str) -> str:
    """Return a name quoted for SQL."""
    return name if _PLAIN.fullmatch(name) else '"' + name.replace('"', '""') + '"'
