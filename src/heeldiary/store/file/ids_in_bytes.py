"""Find entry ids in raw pages: ids are random, so two files that share one come from the same diary."""

import re
from collections.abc import Iterator
from typing import BinaryIO

_WORD = re.compile(rb"[a-z][a-z0-9]{15}")  # the pattern of `Diary.new_id`
_CHUNK_BYTES = 1 << 20
_OVERLAP_BYTES = 64
_FEW = 8


def find_ids(data: bytes) -> set[bytes]:
    """Return everything that looks like an entry id. Almost every id has a digit; words of the schema have none."""
    return {word for word in _WORD.findall(data) if not word.isalpha()}


def has_any(file: BinaryIO, ids: frozenset[bytes]) -> bool:
    """Return whether a file contains one of these ids."""
    for data in _chunks(file):
        if any(entry_id in data for entry_id in ids) if len(ids) < _FEW else not ids.isdisjoint(find_ids(data)):
            return True
    return False


def has_none_at_all(file: BinaryIO) -> bool:
    """Return whether a file contains nothing like an id: a diary without entries."""
    return not any(find_ids(data) for data in _chunks(file))


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    """Yield the file in overlapping chunks."""
    file.seek(0)
    tail = b""
    while chunk := file.read(_CHUNK_BYTES):
        yield tail + chunk
        tail = chunk[-_OVERLAP_BYTES:]
