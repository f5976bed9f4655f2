"""The files of half-typed text: one for each window, locked while the window lives.

A lock ends with its process, however it ends. A file that can be locked was left behind: no window writes to it.
"""

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO, NamedTuple

from heeldiary.atomic_files import remove_leftovers, temporary_name, write_atomically

MOST_BYTES = 32_000_000
"""The largest drafts file that is written or read."""

Tree = dict[str, dict[str, Any]]
"""The contents of a file: for each diary, by path, the text of each form."""

_ENDING = ".json"
_UNREADABLE = ".unreadable"


class WindowFile:
    """The file of one window, created by the first write. It stays if its drafts outlive the window."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._path = os.path.join(folder, f"{os.getpid()}-{os.urandom(6).hex()}{_ENDING}")
        self._held: BinaryIO | None = None

    def write(self, tree: Mapping[str, Mapping[str, Any]]) -> None:
        """Replace the contents; raises OSError and changes nothing. Empty contents remove the file."""
        if not tree:
            self._remove()
            return
        text = _encode(tree)
        _make_folder(self._folder)
        making = temporary_name(self._path)
        # Closed with the window, not here: its lock shows other windows that this one lives.
        held = os.fdopen(os.open(making, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb")
        try:
            _lock(held.fileno())  # before it gets the name other windows look for
            held.write(text)
            held.flush()
            os.fsync(held.fileno())
            os.replace(making, self._path)
        except BaseException:
            with suppress(OSError):
                held.close()
            with suppress(OSError):
                os.unlink(making)
            raise
        self.close()
        self._held = held

    def close(self) -> None:
        """Release the file: another window may take over its drafts."""
        if self._held is not None:
            self._held.close()
            self._held = None

    def _remove(self) -> None:
        with suppress(FileNotFoundError):
            os.unlink(self._path)
        self.close()


class LeftFile(NamedTuple):
    """A file left behind by a window that has ended."""

    path: str
    tree: Tree

    def write(self) -> None:
        """Remove from the file what was taken over; raises OSError."""
        if any(self.tree.values()):
            write_atomically(self.path, [_encode(self.tree)])
        else:
            os.unlink(self.path)


class Left(NamedTuple):
    """The files that ended windows left behind."""

    files: list[LeftFile]
    """The files, latest first."""
    set_aside: list[str]
    """The new names of unreadable files."""


@contextmanager
def left_files(folder: str) -> Iterator[Left]:
    """Yield the files left behind; no other window can take them over meanwhile.

    Earlier versions had one file, named like the folder with `.json`. An unreadable file is renamed and never read
    again.
    """
    left: list[tuple[float, LeftFile]] = []
    aside: list[str] = []
    held: list[int] = []
    try:
        for path in _paths(folder):
            with suppress(OSError):
                descriptor = _claim(path)
                if descriptor is None:
                    continue
                held.append(descriptor)
                try:
                    left.append((os.fstat(descriptor).st_mtime, LeftFile(path, _read(descriptor))))
                except (ValueError, RecursionError):
                    aside.append(_set_aside(path))
        left.sort(key=lambda one: one[0], reverse=True)
        yield Left([file for _, file in left], aside)
    finally:
        for descriptor in held:
            os.close(descriptor)


def _paths(folder: str) -> list[str]:
    """Return the places of drafts. Half-written files of killed windows are removed."""
    try:
        names = os.listdir(folder)
    except OSError:
        names = []
    for name in names:
        if name.startswith("."):
            remove_leftovers(os.path.join(folder, name[1:].partition(_ENDING)[0] + _ENDING))
    return [f"{folder}{_ENDING}", *(os.path.join(folder, name) for name in names if _is_window(name))]


def _is_window(name: str) -> bool:
    return name.endswith(_ENDING) and name.partition("-")[0].isdigit()


def _claim(path: str) -> int | None:
    """Lock a file that no living window holds and return its descriptor; None if it is held or not a file."""
    # A link may point anywhere, and a pipe would block.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        status = os.fstat(descriptor)
        if stat.S_ISREG(status.st_mode):
            locked = _lock(descriptor)
            if locked is None:  # no locks on this file system: the name says whose it is
                locked = not _is_running(os.path.basename(path).partition("-")[0])
            # Its window may have replaced it since it was opened.
            if locked and os.path.samestat(os.stat(path), status):
                return descriptor
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


def _lock(descriptor: int) -> bool | None:
    """Return whether the file could be locked; None if the file system has no locks."""
    try:
        import fcntl
    except ImportError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _is_running(process: str) -> bool:
    if not (process.isascii() and process.isdigit()):
        return False
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _read(descriptor: int) -> Tree:
    """Return the contents of a file; raises ValueError or RecursionError if they are not drafts."""
    if os.fstat(descriptor).st_size > MOST_BYTES:
        raise ValueError("too large for drafts")
    import json  # imported here: most starts find no drafts

    with open(descriptor, "rb", closefd=False) as file:
        tree = json.loads(file.read(MOST_BYTES + 1))
    if not (isinstance(tree, dict) and all(isinstance(drafts, dict) for drafts in tree.values())):
        raise ValueError("no drafts by diary")
    return tree


def _encode(tree: Mapping[str, Mapping[str, Any]]) -> bytes:
    import json

    drafts = {diary: drafts for diary, drafts in tree.items() if drafts}
    text = json.dumps(drafts, ensure_ascii=False).encode("utf-8", "replace")
    if len(text) > MOST_BYTES:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    return text


def _set_aside(path: str) -> str:
    """Rename a file so it is not read as drafts again."""
    name, number = f"{path}{_UNREADABLE}", 1
    while os.path.lexists(name):
        number += 1
        name = f"{path}{_UNREADABLE}-{number}"
    os.rename(path, name)
    return name


def _make_folder(folder: str) -> None:
    """Create a folder and its parents, accessible to the owner only."""
    if os.path.isdir(folder):
        return
    outer = os.path.dirname(folder)
    if outer != folder:
        _make_folder(outer)
    with suppress(FileExistsError):
        os.mkdir(folder, 0o700)
