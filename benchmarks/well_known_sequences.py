"""The well-known sequences that terminals send, from `well_known_sequences.txt`: each with its kind and name."""

import re
from pathlib import Path
from typing import NamedTuple

_FILE = Path(__file__).with_name("well_known_sequences.txt")
_REPEATED = re.compile(r"\{([^{}]+)\*(\d+)\}")
PLACES = ("everywhere", "not in text", "whole", "deaf", "diary")


class WellKnown(NamedTuple):
    """One sequence; the file's first lines explain `place`."""

    kind: str
    name: str
    data: bytes
    place: str


def _bytes(notation: str) -> bytes:
    spelled = _REPEATED.sub(lambda found: found[1] * int(found[2]), notation)
    return spelled.replace("\\e", "\\x1b").encode("ascii").decode("unicode_escape").encode("latin-1")


def well_known_sequences() -> list[WellKnown]:
    """Read all of them, in the order of the file."""
    found: list[WellKnown] = []
    kind = place = ""
    for line in _FILE.read_text(encoding="ascii").splitlines():
        if line.startswith("["):
            kind, _, place = line[1:].partition("] ")
            if place not in PLACES:
                raise ValueError(f"{_FILE.name}: [{kind}] is sent in no known place: {place!r}")
        elif line and not line.startswith("#"):
            name, _, notation = line.rpartition(" = ")
            found.append(WellKnown(kind, name, _bytes(notation), place))
    return found
