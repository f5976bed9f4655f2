"""One day of the diary, sorted as it is read: scores by moment and foot, then everything else by type."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from heeldiary.domain.entries import Entry, Pain
from heeldiary.domain.scales import Foot, Moment

ENOUGH_FOR_USUAL = 7
"""With fewer mornings nothing is called usual."""


class Day(NamedTuple):
    """A day's entries, each kind in the order written."""

    scores: dict[tuple[Moment, Foot], tuple[Entry, ...]]
    others: dict[str, tuple[Entry, ...]]
    """By type: activity, sitting, massage, care, sore, note."""

    def scored(self, moment: Moment, foot: Foot) -> tuple[Entry, ...]:
        """The scores of one foot at one moment: one at most where it comes once a day."""
        return self.scores.get((moment, foot), ())

    def scores_at(self, moment: Moment, foot: Foot) -> tuple[int, ...]:
        """The figures of those scores."""
        return tuple(entry.fact.score for entry in self.scored(moment, foot) if isinstance(entry.fact, Pain))

    def of(self, kind: str) -> tuple[Entry, ...]:
        """The entries of one type."""
        return self.others.get(kind, ())


def collect_day(entries: Iterable[Entry]) -> Day:
    """The entries of one day, sorted."""
    scores: dict[tuple[Moment, Foot], list[Entry]] = {}
    others: dict[str, list[Entry]] = {}
    for entry in entries:
        if isinstance(entry.fact, Pain):
            scores.setdefault((entry.fact.moment, entry.fact.foot), []).append(entry)
        else:
            others.setdefault(entry.type, []).append(entry)
    return Day({key: tuple(of) for key, of in scores.items()}, {key: tuple(of) for key, of in others.items()})


def usual(scores: Sequence[int]) -> tuple[int, int] | None:
    """The middle half of some mornings, from its lowest to its highest score; None for fewer than seven."""
    if len(scores) < ENOUGH_FOR_USUAL:
        return None
    ordered = sorted(scores)
    cut = len(ordered) // 4
    return ordered[cut], ordered[-1 - cut]
