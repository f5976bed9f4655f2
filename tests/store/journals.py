"""Rollback journals and write-ahead logs as SQLite leaves them after a kill, and with any fault that a test wants."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from heeldiary.store.file.rollback_journal import MAGIC, checksum

PAGE = 4096
SECTOR = 512


class Cut(NamedTuple):
    """A write that was cut off: the file before it, and after it had it come to its end."""

    before: bytes
    after: bytes

    @property
    def changed(self) -> list[int]:
        """The numbers of the pages that it changed, of those that were there before."""
        return [
            number
            for number in range(1, len(self.before) // PAGE + 1)
            if page(self.before, number) != page(self.after, number)
        ]

    def partly(self, written: Sequence[int]) -> bytes:
        """The file with only some of the changed pages written."""
        whole = bytearray(self.before)
        for number in written:
            whole[(number - 1) * PAGE : number * PAGE] = page(self.after, number)
        return bytes(whole)


def page(data: bytes, number: int) -> bytes:
    """One page of a file, counted from 1."""
    return data[(number - 1) * PAGE : number * PAGE]


def record(number: int, content: bytes, nonce: int) -> bytes:
    """One record of a journal."""
    return number.to_bytes(4, "big") + content + ((nonce + checksum(content)) & 0xFFFFFFFF).to_bytes(4, "big")


def segment(
    before: bytes,
    numbers: Sequence[int],
    *,
    nonce: int = 0x1234567,
    count: int | None = None,
    pages: int | None = None,
    sector: int = SECTOR,
    page_bytes: int = PAGE,
) -> bytes:
    """A header and its records, up to the next sector."""
    values = (
        len(numbers) if count is None else count, nonce, len(before) // PAGE if pages is None else pages, sector,
        page_bytes,
    )  # fmt: skip
    header = MAGIC + b"".join(value.to_bytes(4, "big") for value in values)
    records = b"".join(record(number, page(before, number), nonce) for number in numbers)
    return header.ljust(SECTOR, b"\x00") + records


def journal(before: bytes, *segments: Sequence[int]) -> bytes:
    """A journal of several segments, each with its own nonce."""
    whole = b""
    for turn, numbers in enumerate(segments):
        whole += bytes(-len(whole) % SECTOR) + segment(before, numbers, nonce=0xFFFFFF00 + 77 * turn)
    return whole


class Logged(NamedTuple):
    """A diary in write-ahead mode, as a kill leaves it: the file, the log beside it, and where its commits end."""

    diary: bytes
    log: bytes
    ends: tuple[int, ...]


def write_ahead(path: Path, statements: Sequence[str]) -> Logged:
    """Let another tool set a diary to write-ahead logging and commit each statement; the diary stays as it was."""
    first = path.read_bytes()
    log = path.with_name(f"{path.name}-wal")
    ends = []
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        for statement in statements:
            connection.execute(statement)
            ends.append(log.stat().st_size)
        found = Logged(path.read_bytes(), log.read_bytes(), tuple(ends))
    path.write_bytes(first)
    return found
