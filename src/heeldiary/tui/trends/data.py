"""What the Trends page reads: a range of weeks for the screen, and the analyses computed in the background."""

from datetime import date
from typing import NamedTuple

from heeldiary.charts.subject import Subject
from heeldiary.domain.analysis.analysis import analyse, analyse_change
from heeldiary.domain.analysis.results import Analysis, ChangeAnalysis
from heeldiary.domain.courses.courses import days_with_visits
from heeldiary.domain.days import monday
from heeldiary.domain.scales import Foot
from heeldiary.domain.weeks.weeks import CareDay
from heeldiary.store.diary import Diary
from heeldiary.store.weeks.events import load_events
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
        events = load_events(diary, trends.span, foot)
    by_week: dict[date, list[CareDay]] = {}
    for entry in care:
        by_week.setdefault(monday(entry.day), []).append(entry)
    subject = Subject(
        trends,
        scores,
        by_week.keys(),
        trends.weeks[-1].start,
        sore,
        days_with_visits(care),
        care_days=care,
        events=events,
    )
    return Range(name, subject, by_week)


def read_changes(diary: Diary, foot: Foot, today: date) -> ChangeAnalysis:
    """Read the observations for then and now, the trend and the noise bands, and compute them."""
    return analyse_change(load_observations_for_change(diary, foot, today))


def read_analysis(diary: Diary, foot: Foot, today: date) -> Analysis:
    """Read a foot's whole diary and run every analysis."""
    return analyse(load_observations(diary, foot, today))
