"""A week's care in words."""

from collections import Counter
from collections.abc import Sequence

from heeldiary.domain.entry_text import format_visit
from heeldiary.domain.text import display_text
from heeldiary.domain.weeks.weeks import CareDay


def format_care(care: Sequence[CareDay]) -> list[str]:
    """Return a week's care: each kind once, with its count or the numbers of its visits."""
    numbered: dict[str, list[CareDay]] = {}
    for entry in care:
        if entry.visit is not None:
            numbered.setdefault(entry.kind, []).append(entry)
    counted = Counter(entry.kind for entry in care if entry.visit is None)
    visits = [
        f"{kind}, {_format_visits(entries)}{f', others ×{counted[kind]}' if counted[kind] else ''}"
        for kind, entries in numbered.items()
    ]
    others = [kind if count == 1 else f"{kind} ×{count}" for kind, count in counted.items() if kind not in numbered]
    return [display_text(words, newline=" ") for words in (*visits, *others)]


def _format_visits(entries: Sequence[CareDay]) -> str:
    numbers = sorted(entry.visit for entry in entries if entry.visit is not None)
    if len(numbers) == 1:
        return format_visit(numbers[0], entries[0].planned)
    if numbers == [*range(numbers[0], numbers[-1] + 1)]:
        return f"visits {numbers[0]} to {numbers[-1]}"
    return f"visits {', '.join(map(str, numbers))}"  # of several courses
