"""Detecting an upgrade of heeldiary's files while it runs, to avoid mixing versions."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType

from heeldiary.errors import Refused

FOLDER = os.path.dirname(__file__)
"""The folder this heeldiary was loaded from."""


class OwnCode:
    """Checks whether the package's files are still those the program started with."""

    def __init__(self, folder: str = FOLDER) -> None:
        self._file = os.path.join(folder, "__init__.py")  # it contains the version: every upgrade rewrites it
        self._before = self._state()

    @property
    def is_replaced(self) -> bool:
        """Return whether an upgrade has replaced or removed the files."""
        return self._state() != self._before

    @contextmanager
    def guarded(self) -> "Iterator[OwnCode]":
        """Inside this context, importing another of heeldiary's modules after an upgrade raises Refused."""
        sys.meta_path.insert(0, self)
        try:
            yield self
        finally:
            sys.meta_path.remove(self)

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> None:
        """Raise Refused if the module would come from another version; otherwise find nothing."""
        if name.startswith("heeldiary.") and self.is_replaced:
            raise updated()

    def _state(self) -> tuple[int, int, int] | None:
        try:
            status = os.stat(self._file)
        except OSError:
            return None
        return status.st_ino, status.st_mtime_ns, status.st_size


def updated() -> Refused:
    """Return the problem that another version was installed meanwhile."""
    return Refused(
        "another version of heeldiary was installed while this one was running, and nothing more is written",
        "quit and start heeldiary again; unsaved text stays as a draft",
    )
