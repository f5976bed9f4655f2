"""Files that are there whole or not at all: written beside their place, put there in one stroke when on the disk."""

import os
import re
from collections.abc import Iterable
from contextlib import suppress

_ENDING = ".part"


def temporary_name(path: str) -> str:
    """A name for the file while it is made: hidden, in the same folder, telling which process makes it."""
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name[:100]}.{os.getpid()}-{os.urandom(6).hex()}{_ENDING}")


def remove_leftovers(path: str) -> None:
    """Remove what processes that are no more have left half made beside a path, and SQLite's journals of it.

    A first diary may even be in its place already: what is left then is a second, hidden name of it.
    """
    folder, name = os.path.split(path)
    left = re.compile(rf"\.{re.escape(name[:100])}\.(\d+)-[0-9a-f]+{re.escape(_ENDING)}(-journal)?")
    with suppress(OSError):
        for other in os.listdir(folder or "."):
            found = left.fullmatch(other)
            if found and not _lives(int(found[1])):
                os.unlink(os.path.join(folder, other))


def write_atomically(path: str, lines: Iterable[bytes], *, replace: bool = True) -> None:
    """Write a file, readable by its owner alone, in place of the one there; raises OSError and changes nothing.

    Without `replace` a file that is there stays, one that came while this one was written too: FileExistsError.
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
    """Put a file at a path where there is none; raises FileExistsError."""
    try:
        os.link(making, path, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links: the name is taken first, and only this process has it
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        os.replace(making, path)


def sync_folder(path: str) -> None:
    """Bring the name of a file onto the disk, where the system has a way to."""
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
