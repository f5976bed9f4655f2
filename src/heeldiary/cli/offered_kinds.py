"""Offering the kind, or the type of entry, that a kind of one's own was perhaps meant as."""

from difflib import get_close_matches
from shlex import quote

from heeldiary.cli.context import CommandContext
from heeldiary.cli.kind_words import ACTIVITY_WORDS, CARE_WORDS, MEDICINES, OTHER_TYPES
from heeldiary.cli.offered_edit import edit_command
from heeldiary.domain.entries import USUAL_ACTIVITIES, USUAL_CARE, Activity, Care, Entry
from heeldiary.domain.text import display_text
from heeldiary.errors import count_edits

_LEAST_LIKENESS = 0.85  # one or two letters of a word: `acupunture`, not `cupping` beside `taping`
_LEAST_LETTERS = 4
"""The letters of a kind of one's own from which on another one may be a typing error."""


def offer_kind(context: CommandContext, entry: Entry, back: str, rest: str) -> None:
    """Say which kind was perhaps meant, and how to change to it; for another type, how to log it again.

    `back` is the command that takes the entry back; `rest` ends the line that logs it again.
    """
    assert isinstance(entry.fact, Activity | Care)
    kind = entry.fact.kind.casefold()
    if kind in (USUAL_CARE if isinstance(entry.fact, Care) else USUAL_ACTIVITIES):
        return
    if kind in MEDICINES:
        context.say(f"The name of a medicine goes into its note: {_as_medicine(entry, back, rest)}")
    elif line := other_type(entry.fact, kind):
        context.say(f"If you meant {_meant(kind)}: {back}, then {line}{rest}")
    elif near := _usual(entry, kind) or _own(context, entry, kind):
        context.say(f"If you meant {near}: {edit_command(entry, f'--kind {quote(near)}')}")


def _as_medicine(entry: Entry, back: str, rest: str) -> str:
    """Return the line that makes a kind that is a medicine's name the note of a medicine."""
    assert isinstance(entry.fact, Activity | Care)
    name, minutes = display_text(entry.fact.kind), entry.fact.minutes
    if isinstance(entry.fact, Care) and minutes is None and not entry.note:
        return edit_command(entry, f'--kind medicine --note "{name}"')
    if entry.note:
        return f"{back}, then heeldiary medicine with {name} in its note{rest}"
    dose = "" if minutes is None else f" {minutes}"
    return f'{back}, then heeldiary medicine --note "{name}{dose}"{rest}'


def _meant(kind: str) -> str:
    """Return what a word of another type means, in one word."""
    word = OTHER_TYPES.get(kind, kind)
    return "sitting" if word == "sit" else CARE_WORDS.get(word) or ACTIVITY_WORDS.get(word) or word


def other_type(fact: Activity | Care, kind: str) -> str | None:
    """Return the line that logs a kind of another type; None if the kind is of no other type."""
    words, usual = (CARE_WORDS, USUAL_CARE) if isinstance(fact, Activity) else (ACTIVITY_WORDS, USUAL_ACTIVITIES)
    name = OTHER_TYPES.get(kind) or words.get(kind) or (kind if kind in usual else None)
    if name is None:
        return None
    is_short = isinstance(fact, Activity) and name in USUAL_CARE and fact.minutes is None
    return f"heeldiary {name}" if is_short else f"heeldiary {name} {_typed(fact.minutes)}"


def _typed(minutes: int | None) -> str:
    """Return minutes as they are typed: `45`, `2h`, `1h30`."""
    if minutes is None:
        return "DURATION"
    hours, rest = divmod(minutes, 60)
    return str(minutes) if not hours else f"{hours}h{rest:02}" if rest else f"{hours}h"


def _usual(entry: Entry, kind: str) -> str | None:
    """Return the usual kind that an everyday word or a mistyped one means."""
    is_care = isinstance(entry.fact, Care)
    words, usual = (CARE_WORDS, USUAL_CARE) if is_care else (ACTIVITY_WORDS, USUAL_ACTIVITIES)
    return words.get(kind) or next(iter(get_close_matches(kind, usual, 1, _LEAST_LIKENESS)), None)


def _own(context: CommandContext, entry: Entry, kind: str) -> str | None:
    """Return the kind of one's own that a new kind differs from by one typing error."""
    from heeldiary.store.entries.notes import kind_counts  # usual kinds are the most common

    if len(kind) < _LEAST_LETTERS:
        return None
    with context.reading() as diary:
        counts = kind_counts(diary, entry.type)
    if any(times > 1 for name, times in counts if name.casefold() == kind):
        return None
    return next((name for name, _ in counts if count_edits(name.casefold(), kind) == 1), None)
