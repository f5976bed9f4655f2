"""A day of the diary: scores by moment and foot, and the other entries by type."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from heeldiary.domain.entries import Entry, Pain
from heeldiary.domain.scales import Foot, Moment

ENOUGH_FOR_USUAL = 7
"""The fewest mornings for a usual range."""


class Day(NamedTuple):
    """A day's entries, each type in the order written."""

    scores: dict[tuple[Moment, Foot], tuple[Entry, ...]]
    others: dict[str, tuple[Entry, ...]]
    """The other entries by type: activity, sitting, massage, care, sore, note."""
    lasting: tuple[Entry, ...] = ()
    """Care that began on an earlier day and lasts into this one."""

    def scored(self, moment: Moment, foot: Foot) -> tuple[Entry, ...]:
        """Return the entries of a foot at a moment; at most one for a once-a-day moment."""
        return self.scores.get((moment, foot), ())

    def scores_at(self, moment: Moment, foot: Foot) -> tuple[int, ...]:
        """Return the scores of a foot at a moment."""
        return tuple(entry.fact.score for entry in self.scored(moment, foot) if isinstance(entry.fact, Pain))

    def of(self, kind: str) -> tuple[Entry, ...]:
        """Return the entries of a type."""
        return self.others.get(kind, ())


def collect_day(entries: Iterable[Entry]) -> Day:
    """Return the sorted entries of a day."""
    scores: dict[tuple[Moment, Foot], list[Entry]] = {}
    others: dict[str, list[Entry]] = {}
    for entry in entries:
        if isinstance(entry.fact, Pain):
            scores.setdefault((entry.fact.moment, entry.fact.foot), []).append(entry)
        else:
            others.setdefault(entry.type, []).append(entry)
    return Day(
        {key: tuple(group) for key, group in scores.items()}, {key: tuple(group) for key, group in others.items()}
    )


def usual(scores: Sequence[int]) -> tuple[int, int] | None:
    """Return the usual range: the middle half of some mornings; None for fewer than seven."""
    if len(scores) < ENOUGH_FOR_USUAL:
        return None
    ordered = sorted(scores)
    cut = len(ordered) // 4
    return ordered[cut], ordered[-1 - cut]
