"""What an undo or a redo changed, and the text that reports it."""

from collections.abc import Mapping
from typing import NamedTuple

from heeldiary.domain.entries import Entry
from heeldiary.domain.entry_text import format_facts
from heeldiary.domain.tag_text import format_tags


class Restored(NamedTuple):
    """What an undo or a redo changed."""

    what: str
    """The step's description."""
    entries: list[Entry]
    """The entries touched, as they are now; the deleted ones, as they were."""
    present: frozenset[str]
    """The ids of the touched entries that exist now."""
    settings: Mapping[str, str | None]
    """The settings touched, with their values now; None stands for the default."""


def format_present(restored: Restored) -> str:
    """Return what is in the diary now, as in `Now: left foot, first steps, 4/10`.

    It is empty if nothing was restored, or too much to name.
    """
    if restored.entries and not restored.present:
        return "Now: not logged"
    present = [entry for entry in restored.entries if entry.id in restored.present]
    match present, [*restored.settings.items()]:
        case (([_] | [_, _]), []):
            facts = (f"{format_facts(entry.fact)} {format_tags(entry.tags)}".rstrip() for entry in present)
            return f"Now: {'; '.join(facts)}"
        case [_, *_], []:
            return f"Now: {len(present):,} entries"
        case [], [(name, None)]:
            return f"Now: {name} has its default value"
        case [], [(name, value)]:
            return f"Now: {name} is {value}"
        case [], []:
            return ""
    return ""
