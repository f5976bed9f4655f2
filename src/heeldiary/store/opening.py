"""Opening a diary: check before touching, create a new one completely or not at all, refuse anything else untouched."""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from functools import partial
from typing import NamedTuple

from heeldiary.atomic_files import remove_leftovers, sync_folder, temporary_name
from heeldiary.errors import BadInput, Busy, Problem, Refused
from heeldiary.store.address import address
from heeldiary.store.header import HEADER_BYTES, check_header, is_cut_short, lacks_marks, uses_write_ahead
from heeldiary.store.layout import check_layout
from heeldiary.store.problems import damaged
from heeldiary.store.sql import Sql, explain_errors
from heeldiary.store.steps import LATEST, OLDEST_SQLITE, create_schema

COMMAND_WAIT_SECONDS = 5.0
"""How long a command waits for another program to release the diary."""

APP_WAIT_SECONDS = 0.2
"""How long the app waits before it says so and retries in the background."""

LONG_BYTES = 20_000_000
"""A larger file takes more than a moment to be brought up to date."""

Announce = Callable[[str], object]
"""Says a line before something that takes long."""

_TRIES = 20  # tries to read a diary between two writes of other programs


class _Found(NamedTuple):
    """An existing diary."""

    path: str
    """The file itself, if the given path is a link."""
    uses_write_ahead: bool
    """Whether another tool has set it to write-ahead logging."""
    names: int = 1
    """The number of hard links; a killed start may have left a second."""


def open_to_write(path: str, wait_seconds: float = COMMAND_WAIT_SECONDS, announce: Announce | None = None) -> Sql:
    """Open the diary at `path`, creating one if there is none.

    Raises BadInput if no file can be there, Refused if the file is not a complete diary.
    """
    _check_sqlite()
    place = _look(path)
    if place is None:
        _create(path)
        place = _Found(path, uses_write_ahead=False)
    if place.names > 1:
        remove_leftovers(place.path)
    sql = _connect(place, wait_seconds, announce)
    try:
        if place.uses_write_ahead:
            _end_write_ahead(sql)
            sql.wait_no_longer_than(wait_seconds)
        check_layout(sql)
    except BaseException:
        sql.close()
        raise
    return sql


def open_to_read(path: str, wait_seconds: float = COMMAND_WAIT_SECONDS, announce: Announce | None = None) -> Sql:
    """Open the diary at `path` to read; an empty one in memory if there is none, so nothing is created.

    If the file needs a migration and cannot be written, return an in-memory copy.
    """
    _check_sqlite()
    place = _look(path)
    if place is None:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        create_schema(connection)
        return Sql(connection)
    try:
        return _connect(place, wait_seconds, announce)
    except Busy:
        raise
    except Refused:
        from heeldiary.store.file.reading_copy import copy_in_memory, may_be_written  # rarely needed

        if may_be_written(place.path):
            raise
        return copy_in_memory(place.path, wait_seconds, place.uses_write_ahead)


def open_to_use(path: str, wait_seconds: float = COMMAND_WAIT_SECONDS, announce: Announce | None = None) -> Sql:
    """Open the diary at `path` as `open_to_write` does, or to read if it is read-only."""
    try:
        return open_to_write(path, wait_seconds, announce)
    except Busy:
        raise
    except Refused:
        sql = open_to_read(path, wait_seconds)
        if sql.refusal is None:
            sql.close()
            raise
        return sql


def open_to_glance(path: str) -> Sql | None:
    """Open the diary at `path` to read, without waiting; None if there is none or another program is writing.

    Nothing is created, migrated or repaired. Raises Problem if the file is not a diary.
    """
    from pathlib import Path  # only completion opens it this way

    if not _look(path) or any(os.path.lexists(f"{path}{end}") for end in ("-journal", "-wal")):
        return None
    with explain_errors():
        return Sql(sqlite3.connect(f"{Path(path).as_uri()}?mode=ro", uri=True, timeout=0, isolation_level=None))


def _check_sqlite() -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise Refused(
            f"this Python comes with SQLite {sqlite3.sqlite_version}, but the diary needs 3.37 or newer",
            "run heeldiary with a newer Python",
        )


def _look(path: str) -> _Found | None:
    """Return the diary at `path`, or None if nothing is there. Anything else raises; the file is only read."""
    try:
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode):
            # SQLite's journals lie beside the file, not beside a link to it.
            path = os.path.realpath(path, strict=True)
            status = os.stat(path)
    except FileNotFoundError:
        if os.path.islink(path):
            raise BadInput("the diary's path is a broken link", "repair the link, or give a file") from None
        return None
    except (OSError, ValueError) as error:
        raise _unreachable(error) from None
    if not stat.S_ISREG(status.st_mode):
        kind = "a folder" if stat.S_ISDIR(status.st_mode) else "not a regular file"
        raise BadInput(f"the diary's path is {kind}", "give a file with --diary PATH")
    try:
        header = _check_file(path)
    except OSError as error:
        raise _unreachable(error) from None
    return _Found(path, uses_write_ahead(header), status.st_nlink)


def _check_file(path: str) -> bytes:
    """Return the header of a diary; raises Refused if it is not a complete diary or has a foreign journal."""
    for _ in range(_TRIES):
        with open(path, "rb") as file:
            header = file.read(HEADER_BYTES)
            beside_it = _has_side_files(path)
            # The size is read last: another program may be extending the file.
            size = os.fstat(file.fileno()).st_size
        if lacks_marks(header):
            from heeldiary.store.file.header_numbers import explain_lost_marks  # hardly ever there

            raise explain_lost_marks(path, header)
        check_header(header, size, unfinished=beside_it)
        if not beside_it or _check_side_files(path) or not is_cut_short(header, size):
            return header
        # No unfinished write: either one has just finished, or the file is truncated.
    raise damaged()


def _has_side_files(path: str) -> bool:
    return any(os.path.lexists(f"{path}{ending}") for ending in ("-journal", "-wal", "-shm"))


def _check_side_files(path: str) -> bool:
    from heeldiary.store.file.journal_files import check_side_files  # hardly ever there

    return check_side_files(path)


def _guard(path: str) -> None:
    """Check the files beside the diary before SQLite sees them."""
    try:
        if _has_side_files(path):
            _check_side_files(path)
    except FileNotFoundError:
        return  # the diary was moved: SQLite reports it where it matters
    except OSError as error:
        raise _unreachable(error) from None


def _unreachable(error: OSError | ValueError) -> Problem:
    reason = getattr(error, "strerror", None) or "no file can have that path"
    if isinstance(error, PermissionError):
        return Refused(
            "the diary cannot be read: permission denied", "look at the permissions of the file and its folder"
        )
    return BadInput(f"the diary's path is not a file ({reason.lower()})", "give a file with --diary PATH")


def _create(path: str) -> None:
    """Create a new diary under a temporary name, then link it to `path`: no program ever sees half a diary."""
    building = temporary_name(path)
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        remove_leftovers(path)
        os.close(os.open(building, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise _no_place(error) from None
    try:
        with explain_errors():
            connection = sqlite3.connect(building, isolation_level=None)
            try:
                connection.execute("PRAGMA synchronous = FULL")
                create_schema(connection)
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
        return  # another heeldiary was first; its diary is just as good
    except OSError:  # a file system without hard links
        if os.path.lexists(path):
            return
        os.rename(building, path)
    sync_folder(path)


def _no_place(error: OSError) -> Problem:
    if isinstance(error, (NotADirectoryError, FileExistsError)):
        return BadInput("the diary's folder is not a folder", "give a file in a folder with --diary PATH")
    reason = (error.strerror or "the system refused").lower()
    return Refused(f"no diary can be created there ({reason})", "give a file in a folder of yours with --diary PATH")


def _connect(place: _Found, wait_seconds: float, announce: Announce | None) -> Sql:
    """Connect to an existing diary; never create one."""
    with explain_errors():
        connection = sqlite3.connect(
            address(place.path, "mode=rw"), uri=True, timeout=wait_seconds, isolation_level=None
        )
    sql = Sql(connection, place.path, partial(_guard, place.path))
    try:
        sql.run("PRAGMA foreign_keys = ON")
        sql.run("PRAGMA trusted_schema = OFF")
        sql.run("PRAGMA synchronous = EXTRA")
        if sql.value("PRAGMA user_version") < LATEST:
            if announce is not None and os.path.getsize(place.path) > LONG_BYTES:
                announce("Updating the diary for this version of heeldiary. It is large, so this takes a while.")
            from heeldiary.store.file.migration import migrate

            migrate(sql)
        sql.schema = LATEST
        sql.watch_triggers = _watch_triggers
    except BaseException:
        sql.close()
        raise
    return sql


def _watch_triggers(sql: Sql) -> AbstractContextManager[None]:
    from heeldiary.store.file.foreign_triggers import guard  # few files have other programs' triggers

    return guard(sql)


def _end_write_ahead(sql: Sql) -> None:
    """Switch the file back to the rollback journal, unless another program has it open."""
    with suppress(Busy):
        sql.wait_no_longer_than(0)
        sql.value("PRAGMA journal_mode = DELETE")
