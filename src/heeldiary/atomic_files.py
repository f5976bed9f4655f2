"""Atomic writes: a file is written under a temporary name, synced, then moved into place."""

import os
import re
from collections.abc import Iterable
from contextlib import suppress

_ENDING = ".part"


def temporary_name(path: str) -> str:
    """Return a temporary name in the same folder, hidden, with the process id."""
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name[:100]}.{os.getpid()}-{os.urandom(6).hex()}{_ENDING}")


def remove_leftovers(path: str) -> None:
    """Remove temporary files of dead processes beside a path, and their journals.

    A new diary may already be in place: then the leftover is a second, hidden link to it.
    """
    folder, name = os.path.split(path)
    left = re.compile(rf"\.{re.escape(name[:100])}\.(\d+)-[0-9a-f]+{re.escape(_ENDING)}(-journal)?")
    with suppress(OSError):
        for other in os.listdir(folder or "."):
            match = left.fullmatch(other)
            if match and not _lives(int(match[1])):
                os.unlink(os.path.join(folder, other))


def write_atomically(path: str, lines: Iterable[bytes], *, replace: bool = True) -> None:
    """Write a file atomically, readable by its owner alone; raises OSError and changes nothing.

    Without `replace`, an existing file stays, even one created meanwhile: FileExistsError.
    """
    remove_leftovers(path)
    making = temporary_name(path)
    try:
        with open(os.open(making, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.writelines(lines)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            os.replace(making, path)
        else:
            _put_new(making, path)
    finally:
        if os.path.lexists(making):
            os.unlink(making)
    sync_folder(path)


def _put_new(making: str, path: str) -> None:
    """Move a file to a free path; raises FileExistsError."""
    try:
        os.link(making, path, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:  # no hard links on this file system: reserve the name first
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        os.replace(making, path)


def sync_folder(path: str) -> None:
    """Sync a folder, to put a file's name on the disk, if the system supports it."""
    if hasattr(os, "O_DIRECTORY"):
        with suppress(OSError):
            folder = os.open(os.path.dirname(path) or ".", os.O_DIRECTORY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
