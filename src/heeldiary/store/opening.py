"""Opening a diary: look before touching, build a new one whole or not at all, refuse anything else untouched."""

import os
import sqlite3
import stat

from heeldiary.errors import BadInput, Problem, Refused
from heeldiary.store.header import HEADER_BYTES, check_header
from heeldiary.store.sql import Sql, speaking
from heeldiary.store.steps import LATEST, OLDEST_SQLITE, bring_up, build
from heeldiary.whole_files import beside, sweep, sync_folder

COMMAND_WAIT_SECONDS = 5.0
"""How long a command waits for another program to let go of the diary."""

APP_WAIT_SECONDS = 0.2
"""How long the app waits before it says so and tries again in the background."""


def open_to_write(path: str, wait_seconds: float = COMMAND_WAIT_SECONDS) -> Sql:
    """Open the diary at `path`, making a new one if there is none.

    Raises BadInput if the path is no place for a file, Refused if what is there is no diary, or not whole.
    """
    _check_sqlite()
    if not _look(path):
        _create(path)
    return _connect(path, wait_seconds)


def open_to_read(path: str, wait_seconds: float = COMMAND_WAIT_SECONDS) -> Sql:
    """Open the diary at `path`; if there is none, an empty one in memory, so that nothing is created."""
    _check_sqlite()
    if _look(path):
        return _connect(path, wait_seconds)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    build(connection)
    return Sql(connection)


def open_to_glance(path: str) -> Sql | None:
    """Open the diary at `path` to read, without waiting; None if there is none, or if another program is writing to it.

    Nothing is created, brought up to date or repaired. Raises Problem if what is there is no diary.
    """
    from pathlib import Path  # only what a shell completes glances

    if not _look(path) or any(os.path.lexists(f"{path}{end}") for end in ("-journal", "-wal")):
        return None
    with speaking():
        return Sql(sqlite3.connect(f"{Path(path).as_uri()}?mode=ro", uri=True, timeout=0, isolation_level=None))


def _check_sqlite() -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise Refused(
            f"this Python comes with SQLite {sqlite3.sqlite_version}, and the diary needs 3.37 or newer",
            "run heeldiary with a newer Python",
        )


def _look(path: str) -> bool:
    """Whether there is a diary at `path`. Anything else there raises; the file is only read."""
    try:
        mode = os.stat(path).st_mode
    except FileNotFoundError:
        if os.path.islink(path):
            raise BadInput("the diary's path is a link that leads nowhere", "mend the link, or name a file") from None
        return False
    except (OSError, ValueError) as error:
        raise _unreachable(error) from None
    if not stat.S_ISREG(mode):
        kind = "a folder" if stat.S_ISDIR(mode) else "no ordinary file"
        raise BadInput(f"the diary's path is {kind}", "name a file with --diary PATH")
    try:
        with open(path, "rb") as file:
            header = file.read(HEADER_BYTES)
            unfinished = os.path.exists(f"{path}-journal")
            # The size is read last: another program may be making the file longer just now.
            size = os.fstat(file.fileno()).st_size
        check_header(header, size, unfinished)
        if unfinished or os.path.exists(f"{path}-wal"):
            from heeldiary.store.side_files import check_side_files  # hardly ever there

            check_side_files(path)
    except OSError as error:
        raise _unreachable(error) from None
    return True


def _unreachable(error: OSError | ValueError) -> Problem:
    reason = getattr(error, "strerror", None) or "no such path can be"
    if isinstance(error, PermissionError):
        return Refused("the diary may not be read", "look at the permissions of the file and its folder")
    return BadInput(f"the diary's path leads to no file ({reason.lower()})", "name a file with --diary PATH")


def _create(path: str) -> None:
    """Build a new diary beside `path` and put it there in one stroke: no other program ever sees a half one."""
    building = beside(path)
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        sweep(path)
        os.close(os.open(building, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise _no_place(error) from None
    try:
        with speaking():
            connection = sqlite3.connect(building, isolation_level=None)
            try:
                connection.execute("PRAGMA synchronous = FULL")
                build(connection)
            finally:
                connection.close()
        _put_in_place(building, path)
    except OSError as error:
        raise _no_place(error) from None
    finally:
        for leftover in (building, f"{building}-journal"):
            if os.path.lexists(leftover):
                os.unlink(leftover)


def _put_in_place(building: str, path: str) -> None:
    try:
        os.link(building, path)
    except FileExistsError:
        return  # another heeldiary was first; its diary is as good
    except OSError:  # a file system without hard links
        if os.path.lexists(path):
            return
        os.rename(building, path)
    sync_folder(path)


def _no_place(error: OSError) -> Problem:
    if isinstance(error, (NotADirectoryError, FileExistsError)):
        return BadInput("the diary's folder is no folder", "name a file in a folder with --diary PATH")
    reason = (error.strerror or "the system refused").lower()
    return Refused(f"no diary can be made there ({reason})", "name a file in a folder of yours with --diary PATH")


def _connect(path: str, wait_seconds: float) -> Sql:
    """Connect to a diary that is there; never creates one in its place."""
    address = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    with speaking():
        connection = sqlite3.connect(f"file:{address}?mode=rw", uri=True, timeout=wait_seconds, isolation_level=None)
    sql = Sql(connection)
    try:
        sql.run("PRAGMA foreign_keys = ON")
        sql.run("PRAGMA trusted_schema = OFF")
        sql.run("PRAGMA synchronous = EXTRA")
        if sql.value("PRAGMA user_version") < LATEST:
            bring_up(sql)
    except BaseException:
        sql.close()
        raise
    return sql
