"""The text beside a row of first steps."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from heeldiary.domain.day import usual
from heeldiary.domain.entries import Entry
from heeldiary.domain.tag_text import format_tags
from heeldiary.domain.text import separate


def text_beside_score(scores: Mapping[date, int], day: date, today: date, scored: Sequence[Entry]) -> list[str]:
    """Return the texts beside a first-steps row, longest first: tags, the day before, the usual range, or a hint."""
    before, middle = scores.get(day - timedelta(days=1)), usual([*scores.values()])
    asides = []
    if before is not None:
        asides.append(f"{'yesterday' if day == today else 'day before'} {before}")
    if middle:
        low, high = middle
        words = f"usual {low}" if low == high else f"usual {low} to {high}"
        asides.insert(0, " · ".join((*asides, words)))
    if not scored:
        return ["press 0–9, or 1 0 for ten", "press 0–9", *asides]
    tags = tags_of_last(scored)
    return [*(f"{tags} · {aside}" for aside in asides if tags), *([tags] if tags else ()), *asides]


def tags_of_last(scored: Sequence[Entry]) -> str:
    """Return the tags of the last of some scores."""
    return separate(format_tags(scored[-1].tags)) if scored else ""
