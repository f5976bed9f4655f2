"""A second connection to a diary that is open, so that another thread can read while the first one goes on."""

import sqlite3
from contextlib import suppress

from heeldiary.store.address import address
from heeldiary.store.opening import APP_WAIT_SECONDS
from heeldiary.store.sql import Sql, explain_errors

_STEPS_BETWEEN_CHECKS = 10_000
"""Steps of SQLite's machine between two checks of a `Cancelled`: about a third of a millisecond."""

_CACHE_KIB = 1000


class Cancelled:
    """Ends a reading in another thread: a reader holds up the commit of a change."""

    def __init__(self) -> None:
        self.over = False
        """Whether nobody waits for it any more."""
        self.connection: sqlite3.Connection | None = None
        """What is read with, once it is open."""

    def now(self) -> None:
        """Break off what is being read, and all that is read afterwards: it raises Busy."""
        self.over = True
        if self.connection is not None:
            with suppress(sqlite3.ProgrammingError):  # it is closed already
                self.connection.interrupt()


def open_reader(path: str, stop: Cancelled) -> Sql:
    """Connect to a diary that this process has open already, to read it in the thread that calls this.

    Only SQLite opens the file: closing it in any other way would release the locks of the first connection.
    """
    with explain_errors():
        connection = sqlite3.connect(address(path, "mode=ro"), uri=True, timeout=APP_WAIT_SECONDS, isolation_level=None)
    # An interruption ends what runs now; the handler ends what is begun later.
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
