"""A second connection to an open diary, for reading in another thread."""

import sqlite3
from contextlib import suppress

from heeldiary.store.address import address
from heeldiary.store.opening import APP_WAIT_SECONDS
from heeldiary.store.sql import Sql, explain_errors

_STEPS_BETWEEN_CHECKS = 10_000
"""Steps of SQLite's machine between two checks of a `Cancelled`: about a third of a millisecond."""

_CACHE_KIB = 1000


class Cancelled:
    """Cancels a read in another thread: a reader blocks the commit of a change."""

    def __init__(self) -> None:
        self.over = False
        """Whether the read is cancelled."""
        self.connection: sqlite3.Connection | None = None
        """The connection, once open."""

    def now(self) -> None:
        """Cancel this and all later reads: they raise Busy."""
        self.over = True
        if self.connection is not None:
            with suppress(sqlite3.ProgrammingError):  # already closed
                self.connection.interrupt()


def open_reader(path: str, stop: Cancelled) -> Sql:
    """Connect to a diary that this process has already open, to read it in the calling thread.

    Only SQLite may open the file: closing it otherwise would release the first connection's locks.
    """
    with explain_errors():
        connection = sqlite3.connect(address(path, "mode=ro"), uri=True, timeout=APP_WAIT_SECONDS, isolation_level=None)
    # The interrupt ends the current query; the handler ends later ones.
    connection.set_progress_handler(lambda: stop.over, _STEPS_BETWEEN_CHECKS)
    stop.connection = connection
    sql = Sql(connection, path)
    try:
        sql.run("PRAGMA trusted_schema = OFF")
        sql.run(f"PRAGMA cache_size = -{_CACHE_KIB}")
    except BaseException:
        sql.close()
        raise
    return sql
