"""Journal files beside a diary: SQLite may undo the diary's own unfinished write, never apply another file's.

SQLite trusts any `-journal` or `-wal` with the right name. One that a copy, a restore or a sync program put there would
write another file's pages into the diary, and a truncated one would silently lose a change. So they are checked, read
only, before SQLite sees them.
"""

import os
import stat
import struct
import sys
from typing import BinaryIO

from heeldiary.errors import Refused
from heeldiary.store.file.ids_in_bytes import has_any, has_none_at_all
from heeldiary.store.file.rollback_journal import is_hot, read_journal
from heeldiary.store.file.write_ahead_log import read_log
from heeldiary.store.header import HEADER_BYTES, changes, page_size, pages, program, uses_write_ahead
from heeldiary.store.problems import damaged
from heeldiary.store.steps import APPLICATION_ID

ENDINGS = ("-journal", "-wal", "-shm")
"""The endings of SQLite's files beside a database."""

_TRIES = 50
_LOCK_BYTES = (0x40000000, 512)  # the offset and length of SQLite's locks in the file


def check_side_files(path: str) -> bool:
    """Return whether the diary has an unfinished write; raise Refused if a journal beside it is not its own.

    `path` is the file itself, not a link: SQLite looks beside the file. While another program writes, its journal comes
    and goes, so a fault is checked again until nothing changes.
    """
    for _ in range(_TRIES):
        before = _state(path)
        try:
            return _judge(path)
        except FileNotFoundError:
            continue
        except Refused:
            if _is_being_written(path):
                break
            if _state(path) == before:
                raise
    return True


def _judge(path: str) -> bool:
    unfinished = False
    for ending in ENDINGS:
        if not _is_plain_or_missing(f"{path}{ending}"):
            raise Refused(
                f"{_name(path)}{ending} next to the diary is not a regular file; nothing was opened",
                f"move {_name(path)}{ending} away and try again",
            )
    with open(path, "rb") as file:
        if os.path.lexists(f"{path}-journal"):
            with open(f"{path}-journal", "rb") as journal:
                unfinished = _judge_journal(f"{_name(path)}-journal", journal, file)
        if os.path.lexists(f"{path}-wal"):
            with open(f"{path}-wal", "rb") as log:
                unfinished = _judge_log(f"{_name(path)}-wal", log, file) or unfinished
    return unfinished


def _judge_journal(name: str, file: BinaryIO, diary: BinaryIO) -> bool:
    if not is_hot(file):
        return False  # empty or never synced: SQLite ignores it
    journal = read_journal(file)
    header = _start(diary)
    if journal is None or journal.page_bytes != page_size(header):
        raise _foreign(name)
    if not journal.is_intact:
        raise Refused(
            f"the unfinished write in {name} next to the diary is cut short or damaged; neither was changed",
            f"copy both files to a safe place, then move {name} away and try again",
        )
    if journal.first_page is None:
        raise Refused(
            f"nothing in {name} next to the diary shows that it belongs to the diary; neither was changed",
            f"if another program was writing, let it open the diary once; otherwise move {name} away and try again",
        )
    before = journal.first_page
    written = changes(header) - changes(before)
    same_diary = program(before) == APPLICATION_ID and pages(before) in (None, journal.pages)
    if not same_diary or written not in (0, 1) or (written == 0 and before[:HEADER_BYTES] != header):
        raise _foreign(name)
    if journal.ids and not has_any(diary, journal.ids):
        raise _foreign(name)
    if _size(diary) < journal.pages * journal.page_bytes:
        raise damaged()  # an interrupted write never shortens the file: SQLite would fill it with zeros
    return True


def _judge_log(name: str, file: BinaryIO, diary: BinaryIO) -> bool:
    header = _start(diary)
    if not uses_write_ahead(header):
        raise _foreign(name)
    if _size(file) == 0:
        return False
    log = read_log(file)
    if log is None:
        raise Refused(
            f"{name} next to the diary is damaged, and the last changes with it; neither was changed",
            f"copy both files to a safe place, then move {name} away and try again",
        )
    counts = [changes(page) - changes(header) for page in log.first_pages]
    same_diary = all(program(page) == APPLICATION_ID for page in log.first_pages) and log.page_bytes == page_size(
        header
    )
    if not same_diary or (counts and not 0 <= counts[-1] <= log.commits):
        raise _foreign(name)
    if log.ids and not has_any(diary, log.ids) and not has_none_at_all(diary):
        raise _foreign(name)
    if not log.is_intact:
        raise Refused(
            f"the last change in {name} next to the diary cannot be read; neither was changed",
            "let the program that wrote it open the diary; to go on without that change, copy both files to a safe"
            " place, then open the diary once with sqlite3",
        )
    if not log.numbers.issuperset(range(_size(diary) // log.page_bytes + 1, log.pages + 1)):
        raise damaged()
    return log.commits > 0


def _is_plain_or_missing(path: str) -> bool:
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except FileNotFoundError:
        return True


def _state(path: str) -> tuple[object, ...]:
    """Return what changes while another program writes."""
    state: list[object] = []
    for ending in ENDINGS[:2]:
        try:
            status = os.lstat(f"{path}{ending}")
            state.append((status.st_ino, status.st_size, status.st_mtime_ns))
        except OSError:
            state.append(None)
    with open(path, "rb") as file:
        return (*state, _start(file))


def _size(file: BinaryIO) -> int:
    return file.seek(0, os.SEEK_END)


def _start(file: BinaryIO) -> bytes:
    file.seek(0)
    return file.read(HEADER_BYTES)


def _is_being_written(path: str) -> bool:
    """Return whether a running program holds SQLite's write lock: then the journal is its own.

    The lock is only tested, never taken. Closing the file releases this process's own locks on it, so call this only
    while the process holds none.
    """
    if sys.platform not in ("linux", "darwin"):
        return False
    import fcntl

    start, length = _LOCK_BYTES
    if sys.platform == "linux":
        query = struct.pack("@hhqqi4x", fcntl.F_RDLCK, os.SEEK_SET, start, length, 0)
    else:
        query = struct.pack("@qqihh", start, length, 0, fcntl.F_RDLCK, os.SEEK_SET)
    with open(path, "rb") as file:
        try:
            answer = fcntl.fcntl(file, fcntl.F_GETLK, query)
        except OSError:
            return False
    kind: int = struct.unpack("@hhqqi4x", answer)[0] if sys.platform == "linux" else struct.unpack("@qqihh", answer)[3]
    return kind != fcntl.F_UNLCK


def _name(path: str) -> str:
    return os.path.basename(path)


def _foreign(name: str) -> Refused:
    return Refused(
        f"{name} next to the diary does not belong to it; neither was changed",
        f"move {name} away and try again",
    )
