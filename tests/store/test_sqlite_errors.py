"""Errors of SQLite and the sentences they become."""

import sqlite3

import pytest

from heeldiary.errors import BadInput, Busy, Refused
from heeldiary.store.sql import explain_sqlite_error

PRIMARY_CODES = sorted(
    {code for name, code in vars(sqlite3).items() if name.startswith("SQLITE_") and isinstance(code, int)}
    & {*range(1, 27)}
)


def error(code: int, text: str = "SECRET words") -> sqlite3.Error:
    """An error as SQLite raises it."""
    raised = sqlite3.OperationalError(text)
    raised.sqlite_errorcode = code
    return raised


@pytest.mark.parametrize("extended", [0, 1 << 8, 13 << 8])
def test_each_is_one_sentence_with_a_remedy_and_quotes_nothing(extended: int) -> None:
    assert len(PRIMARY_CODES) >= 25
    for code in PRIMARY_CODES:
        problem = explain_sqlite_error(error(code | extended))
        for text in (problem.message, problem.remedy):
            assert text.strip(), code
            assert "\n" not in text, code
            assert "SECRET" not in text, code


@pytest.mark.parametrize(
    ("code", "kind", "message", "remedy"),
    [
        (sqlite3.SQLITE_BUSY_SNAPSHOT, Busy, "", "nothing was changed; try again when it is done"),
        (sqlite3.SQLITE_LOCKED, Busy, "", "nothing was changed; try again when it is done"),
        (sqlite3.SQLITE_PROTOCOL, Busy, "", "nothing was changed; try again when it is done"),
        (sqlite3.SQLITE_INTERRUPT, Busy, "reading was interrupted", "it starts again when the change is saved"),
        (sqlite3.SQLITE_FULL, Refused, "the disk is full", "free some space and try again"),
        (sqlite3.SQLITE_IOERR_READ, Refused, "the disk reports an error", "check the disk and try again"),
        (sqlite3.SQLITE_CANTOPEN, Refused, "cannot be opened", "check the permissions of the file and its folder"),
        (sqlite3.SQLITE_READONLY, Refused, "read-only", "make the file and its folder writable"),
        (sqlite3.SQLITE_READONLY_DBMOVED, Refused, "moved or replaced", "put it back, or start heeldiary again"),
        (sqlite3.SQLITE_CONSTRAINT_CHECK, BadInput, "the diary cannot hold that",
         "look at the bounds in `heeldiary log --help`"),
        (sqlite3.SQLITE_MISUSE, Refused, "SQLite could not do that (OperationalError)",
         "try again; if that does not change it, report it with `heeldiary --version`"),
        (sqlite3.SQLITE_CORRUPT, Refused, "damaged", "put a copy of it in its place"),
        (sqlite3.SQLITE_NOTADB, Refused, "damaged", "put a copy of it in its place"),
    ],
)  # fmt: skip
def test_what_the_person_can_do(code: int, kind: type[Exception], message: str, remedy: str) -> None:
    problem = explain_sqlite_error(error(code))
    assert type(problem) is kind
    assert message in problem.message
    assert problem.remedy.startswith(remedy)
