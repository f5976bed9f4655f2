"""Read the `-journal` beside a diary as SQLite would, to check that it belongs to this file.

The format (sqlite.org/fileformat2.html, "The Rollback Journal"): segments, each a header of one sector and then
records of a page number, the page as it was, and a checksum. A header whose magic is still zero was never synced, and
SQLite stops there.
"""

from typing import BinaryIO, NamedTuple

from heeldiary.store.file.ids_in_bytes import find_ids

MAGIC = bytes.fromhex("d9d505f920a163d7")
"""The start of every synced header."""

_HEADER_BYTES = 28
_LARGEST_SECTOR_BYTES = 65536
_UNCOUNTED = 0xFFFFFFFF  # written without syncing: the records reach to the end of the file


class Journal(NamedTuple):
    """What a journal would restore."""

    pages: int
    """The diary's size in pages before the interrupted write."""
    page_bytes: int
    first_page: bytes | None
    """Page 1 as it was; None if the journal lacks it."""
    ids: frozenset[bytes]
    """The entry ids in the records."""
    is_intact: bool
    """Whether every counted record is there, with the right checksum, within the diary's size."""


def is_hot(file: BinaryIO) -> bool:
    """Return whether SQLite would replay or delete the journal: its first byte is not zero."""
    file.seek(0)
    return file.read(1) not in (b"", b"\x00")


def read_journal(file: BinaryIO) -> Journal | None:
    """Return the contents of a journal; None if the file is not a journal."""
    file.seek(0, 2)
    size = file.tell()
    header = _read(file, 0, _HEADER_BYTES)
    pages, sector, page_bytes = (_number(header, at) for at in (16, 20, 24))
    if not header.startswith(MAGIC) or not _is_power(sector, 32) or not _is_power(page_bytes, 512):
        return None
    first_page: bytes | None = None
    ids: set[bytes] = set()
    seen: set[int] = set()
    intact = True
    at = 0
    while intact and (header := _read(file, at, _HEADER_BYTES)).startswith(MAGIC):
        count, nonce = _number(header, 8), _number(header, 12)
        intact = _number(header, 16) == pages
        start, step = at + sector, page_bytes + 8
        if count == _UNCOUNTED:
            count = max(0, size - start) // step
        for record in range(count):
            content = _read(file, start + record * step, step)
            number, page = _number(content, 0), content[4:-4]
            is_there = len(content) == step and 0 < number <= pages and number not in seen
            if not is_there or _number(content, step - 4) != (nonce + checksum(page)) & 0xFFFFFFFF:
                intact = False
                break
            seen.add(number)
            ids |= find_ids(page)
            first_page = page if number == 1 else first_page
        end = start + count * step
        at = end + -end % sector
    return Journal(pages, page_bytes, first_page, frozenset(ids), intact)


def checksum(page: bytes) -> int:
    """Return the sum that SQLite adds to a segment's nonce: every 200th byte, counted from the page's end."""
    return sum(page[len(page) % 200 :: 200])


def _is_power(number: int, least: int) -> bool:
    return least <= number <= _LARGEST_SECTOR_BYTES and number & (number - 1) == 0


def _read(file: BinaryIO, at: int, count: int) -> bytes:
    file.seek(at)
    return file.read(count)


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")
