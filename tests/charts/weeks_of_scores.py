"""Weeks for charts, from lists of scores."""

from collections.abc import Sequence
from datetime import date, timedelta

from heeldiary.charts.subject import Subject
from heeldiary.domain.days import Span
from heeldiary.domain.weeks.weeks import Load, Trends, Week

START = date(2026, 8, 31)
"""A Monday."""


def subject_of(weeks: Sequence[Sequence[int]], loads: Sequence[Load] = (), selected: int = -1) -> Subject:
    """Weeks from a Monday on, each with its scores on its first days; the last one is selected."""
    made = tuple(
        Week(START + timedelta(days=7 * n), tuple(scores), loads[n] if n < len(loads) else Load())
        for n, scores in enumerate(weeks)
    )
    scores = {week.start + timedelta(days=n): score for week in made for n, score in enumerate(week.scores)}
    span = Span(START, START + timedelta(days=7 * len(weeks) - 1))
    return Subject(Trends("left", span, made), scores, {made[0].start}, made[selected].start)
