"""What the Trends page reads: a range of weeks for the screen, and the analyses computed in the background."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from heeldiary.charts.views import Subject
from heeldiary.domain.analysis.analysis import analyse, analyse_change
from heeldiary.domain.analysis.results import Analysis, ChangeAnalysis
from heeldiary.domain.courses.courses import days_with_visits
from heeldiary.domain.days import monday
from heeldiary.domain.entry_text import format_visit
from heeldiary.domain.scales import Foot
from heeldiary.domain.text import display_text
from heeldiary.domain.weeks.weeks import CareDay
from heeldiary.store.diary import Diary
from heeldiary.store.weeks.observations import load_observations, load_observations_for_change
from heeldiary.store.weeks.weeks import load_care_days, load_sore_days, load_trends


class AnalysisRequest(NamedTuple):
    """The inputs of an analysis: while they are equal, so is the result."""

    stamp: tuple[int, int]
    """The diary's."""
    foot: Foot
    today: date


class Range(NamedTuple):
    """A range of weeks as read from the diary."""

    name: str
    """The number of weeks, or `all`."""
    subject: Subject
    care: dict[date, list[CareDay]]
    """By Monday."""


def read_range(diary: Diary, foot: Foot, name: str, weeks: int, today: date) -> Range:
    """Read the last weeks of a foot."""
    with diary.snapshot():
        trends = load_trends(diary, (foot,), weeks, today)[0]
        scores = diary.first_steps(trends.span)[foot]
        sore = load_sore_days(diary, trends.span, foot)
        care = load_care_days(diary, trends.span, foot)
    by_week: dict[date, list[CareDay]] = {}
    for entry in care:
        by_week.setdefault(monday(entry.day), []).append(entry)
    subject = Subject(
        trends, scores, by_week.keys(), trends.weeks[-1].start, sore, days_with_visits(care), care_days=care
    )
    return Range(name, subject, by_week)


def read_changes(diary: Diary, foot: Foot, today: date) -> ChangeAnalysis:
    """Read the observations for then and now, the trend and the noise bands, and compute them."""
    return analyse_change(load_observations_for_change(diary, foot, today))


def read_analysis(diary: Diary, foot: Foot, today: date) -> Analysis:
    """Read a foot's whole diary and run every analysis."""
    return analyse(load_observations(diary, foot, today))


def format_care(care: Sequence[CareDay]) -> list[str]:
    """Return a week's care: each kind once, with its count or the numbers of its visits."""
    numbered: dict[str, list[CareDay]] = {}
    for entry in care:
        if entry.visit is not None:
            numbered.setdefault(entry.kind, []).append(entry)
    visits = [f"{kind}, {_format_visits(entries)}" for kind, entries in numbered.items()]
    counted = Counter(entry.kind for entry in care if entry.visit is None)
    others = [kind if count == 1 else f"{kind} ×{count}" for kind, count in counted.items()]
    return [display_text(words, newline=" ") for words in (*visits, *others)]


def _format_visits(entries: Sequence[CareDay]) -> str:
    numbers = [entry.visit for entry in entries if entry.visit is not None]
    if len(numbers) == 1:
        return format_visit(numbers[0], entries[0].planned)
    return f"visits {min(numbers)} to {max(numbers)}"
