"""One connection to a diary; whatever SQLite refuses comes out as a `Problem` with a remedy."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from heeldiary.errors import BadInput, Busy, Problem, Refused

Row = tuple[Any, ...]


class Sql:
    """Runs statements on one connection. It belongs to the thread that opened it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def run(self, statement: str, values: Sequence[Any] = ()) -> None:
        """Run one statement for its effect."""
        try:
            with speaking():
                self.connection.execute(statement, values)
        except BadInput:
            if not self._is_whole():  # what is held to its bounds before it is written breaks none of a whole file's
                raise damaged() from None
            raise

    def many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each row of values."""
        with speaking():
            self.connection.executemany(statement, rows)

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query."""
        with speaking():
            return self.connection.execute(query, values).fetchall()

    def row(self, query: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row of a query, if it has one."""
        with speaking():
            row: Row | None = self.connection.execute(query, values).fetchone()
            return row

    def value(self, query: str, values: Sequence[Any] = ()) -> Any:
        """The first column of a query's first row; None without a row."""
        row = self.row(query, values)
        return row[0] if row else None

    def wait_no_longer_than(self, seconds: float) -> None:
        """How long to wait for another program to let go, before that is a problem."""
        self.run(f"PRAGMA busy_timeout = {round(seconds * 1000)}")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: what is run inside is kept together at the end, or not at all."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            # A full disk makes SQLite roll back by itself.
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """What is read inside is of one moment, whatever others write meanwhile; they wait until its end."""
        begins = not self.connection.in_transaction
        if begins:
            self.run("BEGIN")
        try:
            yield
        finally:
            if begins:
                self.connection.rollback()  # nothing was written

    def _is_whole(self) -> bool:
        try:
            return bool(self.value("PRAGMA quick_check(1)") == "ok")
        except Problem:
            return False

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()


@contextmanager
def speaking() -> Iterator[None]:
    """Turn SQLite's errors into problems that say what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise problem_of(error) from error
    except UnicodeDecodeError as error:  # of a damaged file even the names in an error may be no text
        raise damaged() from error


def problem_of(error: sqlite3.Error) -> Problem:
    """What an SQLite error means to the person."""
    code = getattr(error, "sqlite_errorcode", 0)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return Refused(
            "the diary's file was moved or replaced while it was open",
            "put it back, or start heeldiary again; nothing was written",
        )
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return Busy("another program holds the diary", "nothing was changed; try again when it is done")
        case sqlite3.SQLITE_FULL:
            return Refused("the disk is full, and nothing was lost", "free some room and try again")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return Refused("the diary may only be read, not written", "make the file and its folder writable")
        case sqlite3.SQLITE_CANTOPEN:
            return Refused("the diary cannot be opened", "look at the file's and its folder's permissions")
        case sqlite3.SQLITE_IOERR:
            return Refused("the disk reports an error, and nothing was changed", "check the disk and try again")
        case sqlite3.SQLITE_CONSTRAINT:
            return BadInput("the diary cannot hold that", "look at the bounds in `heeldiary log --help`")
        case _:
            return damaged()


def damaged() -> Refused:
    """The file is a diary no longer whole."""
    return Refused(
        "the diary's file is damaged, and it was left as it is",
        "put a copy of it in its place, or name another file with --diary",
    )
