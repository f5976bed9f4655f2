"""Offering the usual kind beside one that looks mistyped."""

from collections.abc import Sequence
from difflib import get_close_matches

from heeldiary.cli.context import CommandContext
from heeldiary.cli.offered_edit import edit_command
from heeldiary.domain.entries import Activity, Care, Entry

_LEAST_LIKENESS = 0.85  # one or two letters of a word: `acupunture`, not `icing` beside `ice`


def offer_kind(context: CommandContext, entry: Entry, usual: Sequence[str]) -> None:
    """Say which usual kind was perhaps meant, and how to change to it."""
    assert isinstance(entry.fact, Activity | Care)
    for near in get_close_matches(entry.fact.kind.casefold(), usual, 1, _LEAST_LIKENESS):
        context.say(f"If you meant {near}: {edit_command(entry, f'--kind {near}')}")
