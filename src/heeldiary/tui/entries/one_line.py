"""The first field of a form: the kind as it is typed, and amounts behind it: `walk 1h 20 6000 steps`."""

import re
from collections.abc import Mapping, Sequence

from heeldiary.domain.durations import parse_minutes
from heeldiary.domain.entries import usual_activity
from heeldiary.errors import Problem

_DISTANCE = re.compile(
    r"(?<!\S)(\d[\d.,]{0,6}\s?(?:k|km|kms|kilomet(?:er|re)s?|miles?|met(?:er|re)s?))(?=\s|,|$)", re.IGNORECASE
)
_MORE = re.compile(r"\d\s?(?:m|min|mins|minutes?|h|hours?)\b|\s(?:and|\+|&|x)$", re.IGNORECASE)
"""Before a duration: another one, or a word between the two."""
_BEFORE_TIME = re.compile(r"\s(?:in|for)(?=\s+\d)", re.IGNORECASE)
_STEPS = re.compile(r"\s,?(\d[\d.,]*k?)\s?steps?(?=\s|,|$)", re.IGNORECASE)


def kind_and_amounts(typed: str, kinds: Sequence[str]) -> Mapping[str, str]:
    """Return the kind, the duration, the steps and the distance of a text with the kind and one of them; else empty.

    A distance goes into the note.
    """
    if typed.casefold() in {kind.casefold() for kind in kinds}:
        return {}
    amounts, rest = {}, typed
    for name, pattern in (("steps", _STEPS), ("note", _DISTANCE)):
        if found := pattern.search(rest):
            amounts[name] = found[1]
            rest = f"{rest[: found.start()]} {rest[found.end() :]}".replace(",", " ").strip()
    if not amounts:
        return kind_and_minutes(typed, kinds)
    rest = _BEFORE_TIME.sub("", rest)
    return {**(kind_and_minutes(rest, kinds) or {"kind": rest}), **amounts} if rest else {}


def is_distance(typed: str) -> bool:
    """Return whether a text is a distance, as `5 km`."""
    return _DISTANCE.fullmatch(typed.strip()) is not None


def kind_and_minutes(typed: str, kinds: Sequence[str]) -> Mapping[str, str]:
    """Return the kind and the duration of a text with both; empty if it has no duration or is one of the `kinds`.

    A bare number of one digit is a duration only behind one of the `kinds`, for it may belong to a name: `zone 2`.
    """
    known = {kind.casefold() for kind in kinds}
    words = typed.split()
    for at in range(1, len(words)):
        kind, duration = " ".join(words[:at]), " ".join(words[at:])
        may_be_name = duration.isdigit() and len(duration) == 1 and usual_activity(kind).casefold() not in known
        is_more = _MORE.search(kind) is not None
        if any(sign.isdigit() for sign in words[at]) and _is_duration(duration) and not may_be_name and not is_more:
            return {} if " ".join(words).casefold() in known else {"kind": kind, "minutes": duration}
    return {}


def kind_and_named_minutes(typed: str, kinds: Sequence[str]) -> Mapping[str, str]:
    """The same for care, where a bare number may be a dose: `ibuprofen 400`."""
    found = kind_and_minutes(typed, kinds)
    return {} if found and found["minutes"].isdigit() else found


def _is_duration(text: str) -> bool:
    try:
        parse_minutes(text)
    except Problem:
        return False
    return True


def suggestions(used: Sequence[str], common: Sequence[str]) -> list[str]:
    """Return suggestions for a kind: the usual ones, those in use first, then those of one's own."""
    usual = [word for word in used if word in common]
    return [*usual, *(word for word in common if word not in used), *(word for word in used if word not in common)]
