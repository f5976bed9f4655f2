"""What Trends reads of the diary: a range of weeks for the screen, and behind it what is computed."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from heeldiary.charts.views import Subject
from heeldiary.domain.analysis.analysis import changes, findings
from heeldiary.domain.analysis.results import Changes, Findings
from heeldiary.domain.courses.courses import visit_days
from heeldiary.domain.days import monday
from heeldiary.domain.entry_text import visit_words
from heeldiary.domain.scales import Foot
from heeldiary.domain.text import shown
from heeldiary.domain.weeks.weeks import CareDay
from heeldiary.store.diary import Diary
from heeldiary.store.weeks.observations import material, material_for_changes
from heeldiary.store.weeks.weeks import care_days, sore_days, trends


class Asked(NamedTuple):
    """What is computed from: as long as this is the same, so is the result."""

    stamp: tuple[int, int]
    """The diary's."""
    foot: Foot
    today: date


class Range(NamedTuple):
    """What the diary has of a range of weeks."""

    name: str
    """The number of weeks, or `all`."""
    subject: Subject
    care: dict[date, list[CareDay]]
    """By Monday."""


def read_range(diary: Diary, foot: Foot, name: str, weeks: int, today: date) -> Range:
    """Read the last so many weeks of a foot."""
    with diary.snapshot():
        found = trends(diary, (foot,), weeks, today)[0]
        scores = diary.first_steps(found.span)[foot]
        sore = sore_days(diary, found.span, foot)
        care = care_days(diary, found.span, foot)
    by_week: dict[date, list[CareDay]] = {}
    for one in care:
        by_week.setdefault(monday(one.day), []).append(one)
    subject = Subject(found, scores, by_week.keys(), found.weeks[-1].start, sore, visit_days(care))
    return Range(name, subject, by_week)


def read_changes(diary: Diary, foot: Foot, today: date) -> Changes:
    """Read what then and now, the trend and the bands need, and compute them."""
    return changes(material_for_changes(diary, foot, today))


def read_findings(diary: Diary, foot: Foot, today: date) -> Findings:
    """Read a foot's whole diary, and compute everything."""
    return findings(material(diary, foot, today))


def care_words(care: Sequence[CareDay]) -> list[str]:
    """A week's care: each kind once, with how often, and visits with their numbers."""
    visits = [f"{one.kind}, {visit_words(one.visit, one.planned)}" for one in care if one.visit is not None]
    counted = Counter(one.kind for one in care if one.visit is None)
    others = [kind if count == 1 else f"{kind} ×{count}" for kind, count in counted.items()]
    return [shown(words, newline=" ") for words in (*visits, *others)]
