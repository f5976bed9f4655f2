"""Notices about the diary's folder, each shown once."""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from heeldiary.atomic_files import write_atomically
from heeldiary.store.file.synced import conflict_copies, mounted, nextcloud_folders, service


class Notice(NamedTuple):
    """A notice about the folder."""

    key: str
    """The subject; a notice with the same subject is not shown again."""
    text: str


def place_notices(path: str, home: str) -> list[Notice]:
    """Return the notices about a diary's folder; `home` is the person's home folder."""
    real = os.path.realpath(path)
    notices = []
    carrier = service(real, mounted(), nextcloud_folders(home))
    if carrier is not None:
        notices.append(
            Notice(
                carrier,
                f"The diary is in a folder of {carrier}: use it on one machine at a time, and quit heeldiary there"
                " before you start it elsewhere.",
            )
        )
    copies = conflict_copies(real)
    if copies:
        others = f" and {len(copies) - 1} more" if len(copies) > 1 else ""
        notices.append(
            Notice(
                "\n".join(copies),
                f"There is a conflicting copy next to the diary ({copies[0]}{others}): what you logged there is not "
                "here. See it with heeldiary list --diary, then move it away.",
            )
        )
    return notices


def filter_new_notices(notices: Sequence[Notice], path: str, memory: str) -> list[Notice]:
    """Return the notices not yet shown for a diary, and record them in the file `memory`.

    If they cannot be recorded they are shown again.
    """
    said = _read(memory)
    of_this = said.get(path, [])
    new = [notice for notice in notices if notice.key not in of_this]
    if new:
        said[path] = [*of_this, *(notice.key for notice in new)]
        with suppress(OSError):
            write_atomically(memory, [json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogateescape")])
    return new


def _read(memory: str) -> dict[str, list[str]]:
    try:
        with open(memory, encoding="utf-8", errors="surrogateescape") as file:
            said = json.load(file)
    except (OSError, ValueError):
        return {}
    if not isinstance(said, dict):
        return {}
    return {path: keys for path, keys in said.items() if isinstance(keys, list)}
