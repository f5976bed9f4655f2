"""The text of weeks: every figure of the charts in words, without judging."""

from collections.abc import Mapping
from datetime import date, timedelta

from heeldiary.domain.areas import AREAS
from heeldiary.domain.days import MONTHS, WEEKDAYS, short_day
from heeldiary.domain.durations import format_minutes
from heeldiary.domain.scales import Foot
from heeldiary.domain.weeks.weeks import ENOUGH_MORNINGS, Event, Trends, Week, mean

NOTHING_MARKED = (
    "Nothing marked yet: in the Routine, choose a place with the arrows and press h; in a shell: heeldiary mark left "
    "arch."
)
"""Shown instead of the sore areas."""

HOW_VISITS_READ = (
    "v1 is the first visit of a course, v1-2 the first two, v1+ the first and more, v1,4 visits of two courses."
)
"""Explains the numbers of visits below a chart."""


def format_week(week: Week, band: str = "") -> str:
    """Return a week as one line with all its figures; `band` is its place in the noise band."""
    figures, *others = _figures(week)
    parts = [figures, *([band] if band else []), *others]
    return f"{week.name}, from {short_day(week.start)}: {'; '.join(parts)}"


def load_line(week: Week) -> str:
    """Return what was done in a week as one line, with its mean pain."""
    mean_pain = [] if week.mean is None else [f"mean pain {week.mean:.1f}"]
    done = _load(week) or ["nothing of it logged"]
    return f"{week.name}, from {short_day(week.start)}: {'; '.join([*done, *mean_pain])}"


def _figures(week: Week) -> list[str]:
    return [format_pain(week), *_load(week)]


def _load(week: Week) -> list[str]:
    figures = []
    if week.load.massage_sessions:
        figures.append(
            f"massage {format_minutes(week.massage_minutes)} in {format_sessions(week.load.massage_sessions)}"
        )
    if week.load.activity_minutes is not None:
        figures.append(f"active {format_minutes(week.load.activity_minutes)}")
    if week.load.steps is not None:
        figures.append(f"{week.load.steps:,} steps")
    if week.load.sitting_minutes is not None:
        figures.append(f"sitting {format_minutes(week.load.sitting_minutes)}")
    return figures


def format_pain(week: Week) -> str:
    """Return a week's first-step pain: `6 of 7 mornings, mean 4.7, median 5, from 4 to 6`.

    A single morning has neither a median nor a range.
    """
    if week.mean is None:
        return "no morning logged"
    few = f" (fewer than {ENOUGH_MORNINGS}, so marked)" if not week.enough else ""
    spread = f", median {format_number(week.median)}, {format_range(week)}" if week.mornings > 1 else ""
    return f"{format_mornings(week)}{few}, mean {week.mean:.1f}{spread}"


def format_mornings(week: Week) -> str:
    """Return the mornings with a score of those that have been: `6 of 7 mornings`, `1 of 1 morning`."""
    return f"{week.mornings} of {week.days} morning{'s' * (week.days != 1)}"


def format_range(week: Week) -> str:
    """`from 4 to 6`, or `always 5`."""
    return f"always {week.lowest}" if week.lowest == week.highest else f"from {week.lowest} to {week.highest}"


def format_sessions(sessions: int) -> str:
    """`1 session`, `5 sessions`."""
    return f"{sessions} session{'s' * (sessions != 1)}"


def format_number(figure: float | None) -> str:
    """Return a median: `5` or `5.5`; a dash for none."""
    return "–" if figure is None else f"{figure:g}"


def format_week_span(week: Week) -> str:
    """Return the days of a week: `16 to 22 Nov`, `28 Sep to 4 Oct`."""
    last = week.start + timedelta(days=6)
    month = "" if last.month == week.start.month else f" {MONTHS[week.start.month - 1][:3]}"
    return f"{week.start.day}{month} to {last.day} {MONTHS[last.month - 1][:3]}"


def format_weeks(trends: Trends) -> str:
    """Return a sentence on all weeks of a range."""
    scores = [score for week in trends.weeks for score in week.scores]
    many = len(trends.weeks)
    span = f"{many:,} week{'s' * (many != 1)} from {short_day(trends.span.first).partition(' ')[2]}"
    if not scores:
        return f"{span}: no first steps of the {trends.foot} foot logged."
    mornings = f"{len(scores):,} morning{'s' * (len(scores) != 1)}"
    return f"{span}: {mornings}, mean {mean(scores):.1f}, from {min(scores)} to {max(scores)}."


def heading(foot: Foot) -> str:
    """Return the heading of the charts."""
    return f"{foot.capitalize()} foot, first steps in the morning, 0 (no pain) to 10 (worst)"


def days_line(week: Week, scores: Mapping[date, int], last: date) -> str:
    """Return a week's days up to the last one: `2026-W47, from Mon 16 Nov 2026: Mon 5, Tue 4, Wed not logged`."""
    days = [week.start + timedelta(days=n) for n in range(7)]
    parts = [f"{WEEKDAYS[day.weekday()][:3]} {scores.get(day, 'not logged')}" for day in days if day <= last]
    return f"{week.name}, from {short_day(week.start)}: {', '.join(parts)}"


def format_event(event: Event) -> str:
    """Return the sentence on something the person began."""
    return f"Began on {short_day(event.day)}: {event.name}."


def format_where(weeks: Mapping[date, Mapping[str, int]]) -> str:
    """Return the days of each sore area: `Where it hurt: arch on 3 days.`; "" without a mark.

    `weeks` has the days of each area, by Monday.
    """
    areas = _sore_areas({area: sum(week.get(area, 0) for week in weeks.values()) for area in AREAS})
    return f"Where it hurt: {areas}." if areas else ""


def where_line(week: Week, days: Mapping[str, int]) -> str:
    """Return a week's sore areas as one line; `days` has the days of each."""
    return f"{week.name}, from {short_day(week.start)}: {_sore_areas(days) or 'nothing marked'}"


def _sore_areas(days: Mapping[str, int]) -> str:
    marked = ((area.words, days.get(name, 0)) for name, area in AREAS.items())
    return "; ".join(f"{title} on {count} {'day' if count == 1 else 'days'}" for title, count in marked if count)
