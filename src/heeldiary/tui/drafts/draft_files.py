"""The files of half-typed words: one for each window, locked as long as that window lives.

A lock ends with its process, however that ends. So a file that can be locked was left behind, and nobody writes to it.
"""

import errno
import json
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, BinaryIO, NamedTuple

from heeldiary.atomic_files import remove_leftovers, temporary_name, write_atomically

MOST_BYTES = 32_000_000
"""The largest file of drafts that is written or read."""

Tree = dict[str, dict[str, Any]]
"""What a file holds: for each diary, by its path, what was typed into each form."""

_ENDING = ".json"
_UNREADABLE = ".unreadable"


class WindowFile:
    """The file of one window. It is made by the first write, and stays where its drafts outlive the window."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._path = os.path.join(folder, f"{os.getpid()}-{os.urandom(6).hex()}{_ENDING}")
        self._held: BinaryIO | None = None

    def write(self, tree: Mapping[str, Mapping[str, Any]]) -> None:
        """Put this in place of what the file held; raises OSError and changes nothing. Of nothing, no file is left."""
        if not tree:
            self._remove()
            return
        text = _encode(tree)
        _make_folder(self._folder)
        making = temporary_name(self._path)
        held = open(os.open(making, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb")  # noqa: SIM115
        try:
            _lock(held.fileno())  # before it has the name under which other windows look
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
        """Let go of the file: from now on another window may take over what it holds."""
        if self._held is not None:
            self._held.close()
            self._held = None

    def _remove(self) -> None:
        with suppress(FileNotFoundError):
            os.unlink(self._path)
        self.close()


class LeftFile(NamedTuple):
    """A file that no window writes to any more."""

    path: str
    tree: Tree

    def write(self) -> None:
        """Bring what was taken out of the tree out of the file as well; raises OSError."""
        if any(self.tree.values()):
            write_atomically(self.path, [_encode(self.tree)])
        else:
            os.unlink(self.path)


class Left(NamedTuple):
    """What was found behind the windows that are no more."""

    files: list[LeftFile]
    """Latest first."""
    set_aside: list[str]
    """The new names of files that could not be understood."""


@contextmanager
def left_files(folder: str) -> Iterator[Left]:
    """Give the files that were left behind; until the end no other window can take from them.

    The one file of earlier versions lies beside the folder, by its name with `.json`. What cannot be understood is
    renamed, and is never read again.
    """
    found: list[tuple[float, LeftFile]] = []
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
                    found.append((os.fstat(descriptor).st_mtime, LeftFile(path, _read(descriptor))))
                except (ValueError, RecursionError):
                    aside.append(_set_aside(path))
        found.sort(key=lambda one: one[0], reverse=True)
        yield Left([file for _, file in found], aside)
    finally:
        for descriptor in held:
            os.close(descriptor)


def _paths(folder: str) -> list[str]:
    """Where drafts may lie. What a killed window had half written there is removed."""
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
    """Lock a file that no living window holds, and give its descriptor; None for what is another's, or no file."""
    # A link may lead anywhere, and a pipe would be waited for.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        there = os.fstat(descriptor)
        if stat.S_ISREG(there.st_mode):
            locked = _lock(descriptor)
            if locked is None:  # a file system without locks: its name tells whose it is
                locked = not _is_running(os.path.basename(path).partition("-")[0])
            # Its window may have put a new one in its place since it was opened.
            if locked and os.path.samestat(os.stat(path), there):
                return descriptor
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


def _lock(descriptor: int) -> bool | None:
    """Whether the file could be locked; None where there are no locks."""
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
    """What a file holds; raises ValueError or RecursionError where that is no drafts."""
    if os.fstat(descriptor).st_size > MOST_BYTES:
        raise ValueError("too large for drafts")
    with open(descriptor, "rb", closefd=False) as file:
        tree = json.loads(file.read(MOST_BYTES + 1))
    if not (isinstance(tree, dict) and all(isinstance(drafts, dict) for drafts in tree.values())):
        raise ValueError("no drafts by diary")
    return tree


def _encode(tree: Mapping[str, Mapping[str, Any]]) -> bytes:
    drafts = {diary: drafts for diary, drafts in tree.items() if drafts}
    text = json.dumps(drafts, ensure_ascii=False).encode("utf-8", "replace")
    if len(text) > MOST_BYTES:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    return text


def _set_aside(path: str) -> str:
    """Give a file a name under which nothing looks for drafts."""
    name, number = f"{path}{_UNREADABLE}", 1
    while os.path.lexists(name):
        number += 1
        name = f"{path}{_UNREADABLE}-{number}"
    os.rename(path, name)
    return name


def _make_folder(folder: str) -> None:
    """Make a folder with those it lies in, each for its owner alone."""
    if os.path.isdir(folder):
        return
    outer = os.path.dirname(folder)
    if outer != folder:
        _make_folder(outer)
    with suppress(FileExistsError):
        os.mkdir(folder, 0o700)
