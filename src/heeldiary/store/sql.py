"""A connection to a diary; every SQLite error becomes a `Problem` with a remedy."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from heeldiary.errors import HELD, Busy, Problem, Refused
from heeldiary.store.problems import damaged, only_readable, other_schema

Row = tuple[Any, ...]


class Sql:
    """Runs statements on one connection. It belongs to the thread that opened it."""

    def __init__(self, connection: sqlite3.Connection, path: str = "", guard: Callable[[], None] | None = None) -> None:
        """`guard` is called before SQLite reads the file again; it raises Problem if SQLite must not."""
        self.connection = connection
        self.path = path
        """The file's path; "" for a diary in memory."""
        self.schema: int | None = None
        """The schema version the file must still have when written; None skips the check."""
        self.watch_triggers: Callable[[Sql], AbstractContextManager[None]] | None = None
        """Watches a transaction in a layout that is not trusted: see `file/foreign_triggers.py`."""
        self.trusted_layout: int | None = None
        """The `layout_cookie` of a layout without other programs' triggers; None if unknown."""
        self._guard = guard
        self._refusal: Problem | None = None

    def run(self, statement: str, values: Sequence[Any] = ()) -> None:
        """Run one statement for its effect."""
        with explain_errors(self.connection):
            self.connection.execute(statement, values)

    def insert(self, statement: str, values: Sequence[Any]) -> None:
        """Write one row; raises Refused if something in the file silently drops it."""
        with explain_errors(self.connection):
            written = self.connection.execute(statement, values).rowcount
        if written != 1:
            from heeldiary.store.file.foreign import left_out

            raise left_out(self.connection)

    def many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement for each row of values."""
        with explain_errors(self.connection):
            self.connection.executemany(statement, rows)

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return all rows of a query."""
        with explain_errors(self.connection):
            return self.connection.execute(query, values).fetchall()

    def columns(self, query: str, values: Sequence[Any] = ()) -> list[list[str]]:
        """Return the columns of a query that joins each with `group_concat`: several times faster than rows."""
        return [text.split(",") if text is not None else [] for text in self.row(query, values) or ()]

    def row(self, query: str, values: Sequence[Any] = ()) -> Row | None:
        """Return the first row of a query, if any."""
        with explain_errors(self.connection):
            row: Row | None = self.connection.execute(query, values).fetchone()
            return row

    def value(self, query: str, values: Sequence[Any] = ()) -> Any:
        """Return the first column of a query's first row; None without a row."""
        row = self.row(query, values)
        return row[0] if row else None

    def wait_no_longer_than(self, seconds: float) -> None:
        """Set how long to wait for another program before raising Busy."""
        self.run(f"PRAGMA busy_timeout = {round(seconds * 1000)}")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Run a transaction: everything inside is committed together or not at all.

        Raises Refused, before anything is written, where the file must not be: see `stop_writing`, or another
        schema than the one it was opened with. Raises it at the end where another program's trigger took part in what
        was written.
        """
        if self._refusal is not None:
            raise self._refusal.with_traceback(None)
        self.refuse_foreign_side_files()
        self.run("BEGIN IMMEDIATE")
        try:
            self._check_schema()
            with self._without_interference():
                yield
            self.run("COMMIT")
        except BaseException:
            # On a full disk SQLite rolls back by itself.
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read a consistent snapshot; other programs' commits wait until its end."""
        begins = not self.connection.in_transaction
        if begins:
            self.refuse_foreign_side_files()
            self.run("BEGIN")
        try:
            yield
        finally:
            if begins:
                self.connection.rollback()  # nothing was written

    def refuse_foreign_side_files(self) -> None:
        """Raise Problem if SQLite would mistake a foreign file next to this one for its own."""
        if self._guard is not None and not self.connection.in_transaction:
            self._guard()

    def stop_writing(self, problem: Problem) -> None:
        """Refuse every transaction with this problem from now on; reading still works."""
        self._refusal = problem

    @property
    def refusal(self) -> Problem | None:
        """Why writing has stopped; None if it has not."""
        return self._refusal

    @property
    def has_its_schema(self) -> bool:
        """Return whether the file still has the schema it was opened with."""
        return self.schema is None or self.value("PRAGMA user_version") == self.schema

    def layout_cookie(self) -> int:
        """A number that changes with the file's layout, whoever changes it."""
        cookie: int = self.value("PRAGMA schema_version")
        return cookie

    def _without_interference(self) -> AbstractContextManager[None]:
        if self.watch_triggers is None or self.layout_cookie() == self.trusted_layout:
            return nullcontext()
        return self.watch_triggers(self)

    def _check_schema(self) -> None:
        if not self.has_its_schema:
            self.stop_writing(other_schema())
            raise other_schema()

    def close(self) -> None:
        """Close the connection."""
        self.connection.close()


@contextmanager
def explain_errors(connection: sqlite3.Connection | None = None) -> Iterator[None]:
    """Turn SQLite's errors into problems with remedies; with the connection, name the other program's part at fault."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain_sqlite_error(error, connection) from error
    except UnicodeDecodeError as error:  # in a damaged file even the names in an error may not be text
        raise damaged() from error


def explain_sqlite_error(error: sqlite3.Error, connection: sqlite3.Connection | None = None) -> Problem:
    """Return the problem that an SQLite error stands for."""
    code = getattr(error, "sqlite_errorcode", 0)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return Refused(
            "the diary's file was moved or replaced while it was open",
            "put it back, or start heeldiary again; nothing was written",
        )
    match code & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED | sqlite3.SQLITE_PROTOCOL:
            return Busy(HELD, "nothing was changed; try again when it is done")
        case sqlite3.SQLITE_INTERRUPT:
            return Busy("reading was interrupted to let a change go first", "it starts again when the change is saved")
        case sqlite3.SQLITE_FULL:
            return Refused("the disk is full, and nothing was lost", "free some space and try again")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return only_readable()
        case sqlite3.SQLITE_CANTOPEN:
            return Refused("the diary cannot be opened", "check the permissions of the file and its folder")
        case sqlite3.SQLITE_IOERR:
            return Refused("the disk reports an error, and nothing was changed", "check the disk and try again")
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB if "malformed database schema" not in str(error):
            return damaged()
        case _:
            from heeldiary.store.file.foreign import explain

            return explain(error, connection)
