"""The two header numbers that mark a file as a diary, and how to restore them in a copy.

`.dump` and sqlite-utils do not copy `application_id` and `user_version`: such a copy is complete but not recognised.
"""

import os
import shlex
import sqlite3
from contextlib import closing

from heeldiary.errors import Problem, Refused
from heeldiary.store.address import address
from heeldiary.store.file.schema_parts import columns_of, columns_of_schema, missing
from heeldiary.store.header import HEADER_BYTES, lacks_marks, program
from heeldiary.store.problems import damaged
from heeldiary.store.sql import explain_errors
from heeldiary.store.steps import APPLICATION_ID, LATEST


def explain_lost_marks(path: str, header: bytes) -> Problem:
    """Return the problem of a file whose header lacks one of the two numbers."""
    schema = schema_by_tables(path)
    if schema is None:
        if program(header) == APPLICATION_ID:
            return damaged()
        return Refused(
            "the file belongs to another program; it was not changed", "give the diary's path with --diary PATH"
        )
    return Refused(
        "the file has a diary's tables but not the two numbers that mark it as one, as happens after `.dump`;"
        " it was not changed",
        f"set them: sqlite3 {shlex.quote(path)} {shlex.quote('; '.join(_settings(schema)))}",
    )


def schema_by_tables(path: str) -> int | None:
    """Return the highest schema whose tables and columns are all in the file; None if there is none.

    The file is only read; files beside it are ignored.
    """
    if any(os.path.lexists(f"{path}{ending}") for ending in ("-journal", "-wal")):
        return None
    try:
        with closing(sqlite3.connect(address(path, "mode=ro&immutable=1"), uri=True)) as connection:
            columns = columns_of(connection)
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    for number in range(LATEST, 0, -1):
        if missing(columns, columns_of_schema(number)) is None:
            return number
    return None


def unmarked_schema(path: str) -> int | None:
    """Return the schema of a diary that has lost its numbers; None if that is not the problem."""
    try:
        with open(path, "rb") as file:
            header = file.read(HEADER_BYTES)
    except OSError:
        return None
    return schema_by_tables(path) if lacks_marks(header) else None


def set_marks(path: str, schema: int) -> None:
    """Write the two numbers into the file."""
    with (
        explain_errors(),
        closing(sqlite3.connect(address(path, "mode=rw"), uri=True, isolation_level=None)) as connection,
    ):
        connection.execute("BEGIN IMMEDIATE")
        for statement in _settings(schema):
            connection.execute(statement)
        connection.execute("COMMIT")


def _settings(schema: int) -> tuple[str, str]:
    return f"PRAGMA application_id = {APPLICATION_ID}", f"PRAGMA user_version = {schema}"
