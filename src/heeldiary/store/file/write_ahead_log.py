"""Read the `-wal` beside a diary that another tool has set to write-ahead logging, as SQLite would.

The format (sqlite.org/fileformat2.html, "The Write-Ahead Log"): a header, then frames of a small header and a page.
Salts and a running checksum tie every frame to those before it. SQLite uses the frames up to the last commit and drops
the rest without a word: also where the rest was a commit that a copy has cut off.
"""

import sys
from array import array
from collections.abc import Mapping
from typing import BinaryIO, NamedTuple

from heeldiary.store.file.ids_in_bytes import find_ids

_HEADER_BYTES = 32
_FRAME_BYTES = 24
_VERSION = 3007000
_LARGEST_PAGE_BYTES = 65536
_MASK = 0xFFFFFFFF


class WriteAheadLog(NamedTuple):
    """The contents of a write-ahead log."""

    page_bytes: int
    commits: int = 0
    """The number of complete transactions, which the other fields describe."""
    pages: int = 0
    """The diary's size in pages after the last one."""
    numbers: frozenset[int] = frozenset()
    """The page numbers they write."""
    first_pages: tuple[bytes, ...] = ()
    """The versions of page 1 they write, in order."""
    ids: frozenset[bytes] = frozenset()
    """The entry ids in their pages."""
    is_intact: bool = True
    """Whether only leftovers of an older log follow."""


def read_log(file: BinaryIO) -> WriteAheadLog | None:
    """Return the contents of a log; None if it is not a log or its header is damaged."""
    file.seek(0)
    header = file.read(_HEADER_BYTES)
    numbers = _numbers(header)
    if len(numbers) < 8 or numbers[0] & ~1 != 0x377F0682 or numbers[1] != _VERSION:
        return None
    big, page_bytes, salts = bool(numbers[0] & 1), numbers[2], numbers[4:6]
    running = running_checksum(header[:24], big, (0, 0))
    if list(running) != numbers[6:8] or not 512 <= page_bytes <= _LARGEST_PAGE_BYTES or page_bytes & (page_bytes - 1):
        return None
    log = WriteAheadLog(page_bytes)
    unfinished: dict[int, bytes] = {}
    while frame := file.read(_FRAME_BYTES + page_bytes):
        numbers, page = _numbers(frame[:_FRAME_BYTES]), frame[_FRAME_BYTES:]
        is_next = len(page) == page_bytes and numbers[2:4] == salts and numbers[0] > 0
        if is_next:
            running = running_checksum(page, big, running_checksum(frame[:8], big, running))
        if not is_next or list(running) != numbers[4:6]:
            return log._replace(is_intact=not unfinished and _is_older(frame, file, salts, page_bytes))
        unfinished[numbers[0]] = page
        if numbers[1]:
            log = _committed(log, unfinished, numbers[1])
            unfinished = {}
    return log._replace(is_intact=not unfinished)


def _committed(log: WriteAheadLog, written: Mapping[int, bytes], pages: int) -> WriteAheadLog:
    return log._replace(
        commits=log.commits + 1,
        pages=pages,
        numbers=log.numbers | written.keys(),
        first_pages=(*log.first_pages, *(page for number, page in written.items() if number == 1)),
        ids=log.ids.union(*(find_ids(page) for page in written.values())),
    )


def running_checksum(data: bytes, big: bool, before: tuple[int, int]) -> tuple[int, int]:
    """Return SQLite's running checksum over more bytes, in the log's byte order."""
    words = array("I", data)
    if big != (sys.byteorder == "big"):
        words.byteswap()
    first, second = before
    for at in range(0, len(words), 2):
        first = (first + words[at] + second) & _MASK
        second = (second + words[at + 1] + first) & _MASK
    return first, second


def _is_older(frame: bytes, file: BinaryIO, salts: list[int], page_bytes: int) -> bool:
    """Return whether this frame and all later ones are leftovers of an earlier use, with other salts."""
    while frame:
        first, second = (_numbers(frame[:_FRAME_BYTES]) + [0] * 4)[2:4]
        # Each new use of the file increments the first salt and draws a new second one.
        is_earlier = 0 < (salts[0] - first) & _MASK < 1 << 24 and second != salts[1]
        if not is_earlier or len(frame) < _FRAME_BYTES + page_bytes:
            return False
        frame = file.read(_FRAME_BYTES + page_bytes)
    return True


def _numbers(data: bytes) -> list[int]:
    return [int.from_bytes(data[at : at + 4], "big") for at in range(0, len(data) - 3, 4)]
