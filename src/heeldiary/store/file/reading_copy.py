"""An in-memory copy of a diary, to read a file that cannot be migrated or written."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager

from heeldiary.store.address import address
from heeldiary.store.file.journal_files import ENDINGS
from heeldiary.store.file.migration import migrate
from heeldiary.store.problems import only_readable
from heeldiary.store.sql import Sql, explain_errors
from heeldiary.store.steps import LATEST


def may_be_written(path: str) -> bool:
    """Return whether the file and a journal beside it can be written."""
    return os.access(path, os.W_OK) and os.access(os.path.dirname(path), os.W_OK)


def copy_in_memory(path: str, wait_seconds: float, uses_write_ahead: bool) -> Sql:
    """Return a migrated copy of the diary in memory; writing to it is refused."""
    needs_writing = uses_write_ahead or any(os.path.lexists(f"{path}{ending}") for ending in ENDINGS[:2])
    memory = sqlite3.connect(":memory:", isolation_level=None)
    sql = Sql(memory)
    try:
        with _own_folder(path) if needs_writing else _as_it_is(path) as source, explain_errors():
            with closing(sqlite3.connect(source, uri=True, timeout=wait_seconds)) as connection:
                connection.backup(memory)
            memory.execute("PRAGMA foreign_keys = ON")
            memory.execute("PRAGMA trusted_schema = OFF")
        if sql.value("PRAGMA user_version") < LATEST:
            migrate(sql)
    except BaseException:
        sql.close()
        raise
    sql.stop_writing(only_readable())
    return sql


@contextmanager
def _as_it_is(path: str) -> Iterator[str]:
    yield address(path, "mode=ro")


@contextmanager
def _own_folder(path: str) -> Iterator[str]:
    """Copy the file and its journals to a place where SQLite can finish or undo an unfinished write."""
    with tempfile.TemporaryDirectory(prefix="heeldiary-") as folder:
        copy = os.path.join(folder, "diary.db")
        for ending in ("", *ENDINGS[:2]):
            if os.path.lexists(f"{path}{ending}"):
                shutil.copyfile(f"{path}{ending}", f"{copy}{ending}")
        os.chmod(copy, 0o600)
        yield address(copy, "mode=rw")
