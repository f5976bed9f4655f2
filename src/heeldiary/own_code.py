"""An upgrade may replace heeldiary's files while it runs: what it loads from then on belongs to another version."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType

from heeldiary.errors import Refused

FOLDER = os.path.dirname(__file__)
"""Where this heeldiary was loaded from."""


class OwnCode:
    """Knows whether the files of the package are still those that the program started with."""

    def __init__(self, folder: str = FOLDER) -> None:
        self._file = os.path.join(folder, "__init__.py")  # it holds the version: every upgrade writes it anew
        self._before = self._state()

    @property
    def is_replaced(self) -> bool:
        """Whether an upgrade has put other files in their place, or taken them away."""
        return self._state() != self._before

    @contextmanager
    def guarded(self) -> "Iterator[OwnCode]":
        """Within this nothing more of heeldiary's is loaded once its files were replaced: that raises Refused."""
        sys.meta_path.insert(0, self)
        try:
            yield self
        finally:
            sys.meta_path.remove(self)

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> None:
        """Find no module; raise Refused where the one that is asked for would be another version's."""
        if name.startswith("heeldiary.") and self.is_replaced:
            raise updated()

    def _state(self) -> tuple[int, int, int] | None:
        try:
            status = os.stat(self._file)
        except OSError:
            return None
        return status.st_ino, status.st_mtime_ns, status.st_size


def updated() -> Refused:
    """Another version of heeldiary was installed while this one runs."""
    return Refused(
        "another version of heeldiary was installed while this one was running, and nothing more is written",
        "end this one and start heeldiary again; what is half typed stays as a draft",
    )
