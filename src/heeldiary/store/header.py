"""The header of a file: whether it is a complete diary of a known version."""

from heeldiary.errors import Refused
from heeldiary.store.problems import damaged
from heeldiary.store.steps import APPLICATION_ID, LATEST

HEADER_BYTES = 100
"""SQLite's header."""

_SMALLEST_BYTES = 512
_REMEDY = "give the diary's path with --diary PATH"


def check_header(header: bytes, size: int, unfinished: bool) -> None:
    """Raise Refused unless a file of this size has the header of a complete diary.

    `unfinished` says that a journal lies beside it: SQLite will first undo an interrupted write, so the size may not
    fit yet.
    """
    if size == 0:
        raise Refused(
            "the diary's file is empty (0 bytes): its content was lost; it was not changed",
            "put a copy of the diary in its place, or move the empty file away to start again",
        )
    if size < _SMALLEST_BYTES or not header.startswith(b"SQLite format 3\x00"):
        raise Refused("the file is not a diary, or a damaged one; it was not changed", _REMEDY)
    if program(header) != APPLICATION_ID:
        raise Refused("the file belongs to another program; it was not changed", _REMEDY)
    version = schema_number(header)
    if version > LATEST:
        raise Refused(
            f"the diary was made by a newer heeldiary (schema {version}, this one knows {LATEST})",
            "use that newer heeldiary; the file was not changed",
        )
    if version < 1 or (is_cut_short(header, size) and not unfinished):
        raise damaged()


def is_cut_short(header: bytes, size: int) -> bool:
    """Return whether a file of this size has fewer pages than its header says."""
    return size < (pages(header) or 0) * page_size(header)


def lacks_marks(header: bytes) -> bool:
    """Return whether a number that marks a diary is unset: the file may be a copy of one."""
    is_ours = program(header) == APPLICATION_ID
    return header.startswith(b"SQLite format 3\x00") and (
        (not is_ours and program(header) == 0) or (is_ours and schema_number(header) == 0)
    )


def changes(header: bytes) -> int:
    """Return the header's change counter."""
    return _number(header, 24)


def program(header: bytes) -> int:
    """Return the application id."""
    return _number(header, 68)


def schema_number(header: bytes) -> int:
    """Return the schema version: `user_version`."""
    return int.from_bytes(header[60:64], "big", signed=True)


def page_size(header: bytes) -> int:
    """Return the page size in bytes."""
    size = int.from_bytes(header[16:18], "big")
    return 65536 if size == 1 else size


def pages(header: bytes) -> int | None:
    """Return the size in pages; None if the header's value is not valid."""
    return _number(header, 28) if header[24:28] == header[92:96] else None


def uses_write_ahead(header: bytes) -> bool:
    """Return whether another tool has set the file to write-ahead logging."""
    return header[19:20] == b"\x02"


def _number(header: bytes, at: int) -> int:
    return int.from_bytes(header[at : at + 4], "big")
