"""A duration that was typed behind the kind, in the same field: `walk 1h 20`."""

from collections.abc import Mapping

from heeldiary.domain.durations import parse_minutes
from heeldiary.errors import Problem


def kind_and_minutes(typed: str) -> Mapping[str, str]:
    """Return the kind and the duration of a text with both; empty if it has no duration."""
    words = typed.split()
    for at in range(1, len(words)):
        duration = " ".join(words[at:])
        if any(sign.isdigit() for sign in words[at]) and _is_duration(duration):
            return {"kind": " ".join(words[:at]), "minutes": duration}
    return {}


def kind_and_named_minutes(typed: str) -> Mapping[str, str]:
    """The same for care, where a bare number may be a dose: `ibuprofen 400`."""
    found = kind_and_minutes(typed)
    return {} if found and found["minutes"].isdigit() else found


def _is_duration(text: str) -> bool:
    try:
        parse_minutes(text)
    except Problem:
        return False
    return True
