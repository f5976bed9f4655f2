"""Files that lie beside a diary: an unfinished write of its own is SQLite's to undo, another file's must not touch it.

SQLite believes any `-journal` or `-wal` with the right name. One that came there by a copy, a restore or a sync
program would put another file's pages into the diary.
"""

import os

from heeldiary.errors import Refused
from heeldiary.store.header import HEADER_BYTES, changes, is_write_ahead
from heeldiary.store.steps import APPLICATION_ID

_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")


def check_side_files(path: str) -> None:
    """Raise Refused if a file beside the diary is not the diary's own."""
    header = _start(path)
    write_ahead_log = f"{path}-wal"
    if not is_write_ahead(header) and _size(write_ahead_log) > 0:
        raise _foreign(write_ahead_log)
    journal = f"{path}-journal"
    while (first_page := _first_page(journal)) is not None and not _is_before(first_page, header):
        before, header = header, _start(path)
        if changes(header) == changes(before):
            raise _foreign(journal)
        # Another program has committed between the two looks: the journal is that of its next write.


def _start(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read(HEADER_BYTES)


def _first_page(journal: str) -> bytes | None:
    """The beginning of page 1 as a rollback journal has kept it; None if there is none in it.

    The format: a header of one sector, then a page number, the page, and a checksum, again and again.
    """
    try:
        with open(journal, "rb") as file:
            start = file.read(28)
            if not start.startswith(_JOURNAL_MAGIC):
                return None
            sector, page_bytes = (int.from_bytes(start[at : at + 4], "big") for at in (20, 24))
            if not (0 < sector <= 65536 and 512 <= page_bytes <= 65536):
                return None
            file.seek(sector)
            while len(number := file.read(4)) == 4:
                if int.from_bytes(number, "big") == 1:
                    return file.read(HEADER_BYTES)
                file.seek(page_bytes + 4, os.SEEK_CUR)
    except OSError:
        return None
    return None


def _is_before(page: bytes, header: bytes) -> bool:
    """Whether a page 1 can be what this diary's was before a write that was cut off."""
    same_program = int.from_bytes(page[68:72], "big") == APPLICATION_ID
    return same_program and changes(header) - changes(page) in (0, 1)


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except OSError:
        return 0


def _foreign(path: str) -> Refused:
    kind = path.rpartition("-")[2]
    return Refused(
        f"beside the diary lies a -{kind} file that is not its own; both were left as they are",
        f"move the -{kind} file away and try again",
    )
