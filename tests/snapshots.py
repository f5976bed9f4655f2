"""Texts kept as files, to be compared with what the program prints or paints now."""

import os
from pathlib import Path

WRITE = "HEELDIARY_WRITE_SNAPSHOTS"
"""Set to 1, this variable writes the snapshots anew; without it they are only compared."""


def compare(snapshot: Path, text: str) -> None:
    """Compare a text with its snapshot, or write it."""
    if os.environ.get(WRITE) == "1":
        snapshot.parent.mkdir(exist_ok=True)
        snapshot.write_text(f"{text}\n", "utf-8")
    assert snapshot.is_file(), f"there is no snapshot {snapshot.stem}: look at the text, then run with {WRITE}=1"
    is_same = f"{text}\n" == snapshot.read_text("utf-8")
    assert is_same, f"{snapshot.stem} has changed: if that is meant, run with {WRITE}=1, and read the difference"
