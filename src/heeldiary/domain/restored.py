"""What an undo or a redo changed, and the text that reports it."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from heeldiary.domain.days import short_day
from heeldiary.domain.entries import Entry, Pain
from heeldiary.domain.entry_text import format_facts
from heeldiary.domain.scales import ONCE_A_DAY
from heeldiary.domain.tag_text import format_tags

_DAY = re.compile(r"\b\d{1,2} [A-Z][a-z]{2} \d{4}\b")


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

    def present_on(self, day: date) -> list[Entry]:
        """Return the touched entries of a day that exist now."""
        return [entry for entry in self.entries if entry.day == day and entry.id in self.present]


def format_present(restored: Restored) -> str:
    """Return what is in the diary now, as in `Now: left foot, first steps, 4/10`.

    It is empty if nothing was restored, or too much to name, or if the day may have more of what was taken back.
    """
    if restored.entries and not restored.present:
        are_alone = all(isinstance(entry.fact, Pain) and entry.fact.moment in ONCE_A_DAY for entry in restored.entries)
        return "Now: not logged" if are_alone else ""
    present = [entry for entry in restored.entries if entry.id in restored.present]
    match present, [*restored.settings.items()]:
        case (([_] | [_, _]), []):
            return f"Now: {'; '.join(_format(entry, restored.what) for entry in present)}"
        case [_, *_], []:
            return f"Now: {len(present):,} entries"
        case [], [(name, None)]:
            return f"Now: {name} has its default value"
        case [], [(name, value)]:
            return f"Now: {name} is {value}"
        case [], []:
            return ""
    return ""


def _format(entry: Entry, what: str) -> str:
    """Return an entry's facts, and its day if the step's description has another one."""
    facts, day = f"{format_facts(entry.fact)} {format_tags(entry.tags)}".rstrip(), short_day(entry.day)
    return facts if day in what or not _DAY.search(what) else f"{facts}, {day}"
