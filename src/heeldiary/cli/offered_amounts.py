"""Offering what a bare number was perhaps meant as: hours of sitting, steps, a dose, seconds of a point."""

import re
from collections.abc import Sequence
from shlex import quote

from heeldiary.cli.context import CommandContext
from heeldiary.cli.kind_words import MEDICINES
from heeldiary.cli.offered_kinds import other_type
from heeldiary.domain.entries import Activity, Care, Entry, Massage, Sitting

_WORN = ("insoles", "night-splint", "footwear")
"""Kinds of care that are worn for hours."""

_FOR_HOURS = ("standing", "taping", *_WORN)
"""Kinds that often last for hours."""

_FEW_HOURS = 12
"""The most hours that a bare number is taken for."""

_FEW = 10
"""A smaller number counts tablets more often than milligrams."""

_SAME_OPTIONS = ", with the same options"


def offer_amount(context: CommandContext, entry: Entry, minutes: int, argv: Sequence[str]) -> None:
    """Say what a number of minutes, bare or with an m, was perhaps meant as, and how to change it."""
    fact, is_bare = entry.fact, str(minutes) in argv
    match fact:
        case Activity() | Care() if other_type(fact, fact.kind.casefold()):
            return  # that hint alone
        case Activity() if not is_bare and fact.kind != "standing":
            note = _longer_note(entry, argv, f"{minutes} m")
            line = f"heeldiary edit last --minutes 15 --note {note or 'TEXT, your note and the metres in quotes'}"
            context.say(f"m is minutes; for {minutes} metres, with how long it took: {line}")
        case _ if not is_bare:
            return
        case Activity(kind="standing") if 1 < minutes <= _FEW_HOURS:
            context.say(f"for {minutes} hours of standing: heeldiary edit last --minutes {minutes}h")
        case Care(kind=kind) if kind in _WORN and 1 < minutes <= _FEW_HOURS:
            context.say(f"for {minutes} hours: heeldiary edit last --minutes {minutes}h")
        case Activity() | Care() if fact.kind in _FOR_HOURS or fact.kind in MEDICINES:
            return
        case Sitting() if minutes > 1:
            context.say(f"for {minutes} hours of sitting: heeldiary edit last --minutes {minutes}h")
        case Activity(steps=None):
            context.say(f"for {minutes} steps: heeldiary edit last --minutes 0 --steps {minutes}")
        case Massage():
            options = _SAME_OPTIONS * any(word.startswith("-") for word in argv)
            line = f"heeldiary massage --ki1 {minutes}s{options}"
            context.say(f"{minutes} is minutes; for {minutes} seconds of a point: heeldiary undo, then {line}")
        case Care():
            context.say(f"for a dose instead of minutes: heeldiary undo, then {_with_dose(entry, minutes, argv)}")
        case _:
            pass


def _with_dose(entry: Entry, minutes: int, argv: Sequence[str]) -> str:
    """Return the line that logs care with a dose behind what its note says already."""
    assert isinstance(entry.fact, Care)
    note = _longer_note(entry, argv, f"{minutes} mg" if minutes >= _FEW else str(minutes))
    if note is None:
        return "again with the dose in the note"
    others = (word for word in argv if word.startswith("-") and word.partition("=")[0] not in ("-n", "--note"))
    return f"heeldiary care {quote(entry.fact.kind)} --note {note}{_SAME_OPTIONS * any(others)}"


def _longer_note(entry: Entry, argv: Sequence[str], amount: str) -> str | None:
    """Return an entry's note with an amount behind it, in quotes; None for a long note, or one from stdin."""
    if "-" in argv or not re.fullmatch(r"[\w .,+/()-]{0,60}", entry.note):
        return None
    return f'"{f"{entry.note} {amount}".strip()}"'
