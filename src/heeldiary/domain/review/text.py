"""The text of the weekly review: the same for a lower and a higher week, without judging."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from heeldiary.domain.days import WEEKDAYS, short_day, week_name
from heeldiary.domain.durations import format_minutes
from heeldiary.domain.entry_text import format_step_count
from heeldiary.domain.review.review import Band, FootWeek, Logged, NoBand, Review
from heeldiary.domain.routine.plan import Standing
from heeldiary.domain.scales import FEET, Foot
from heeldiary.domain.warning_text import WHAT_TO_DO, format_sign
from heeldiary.domain.weeks.text import (
    format_mornings,
    format_number,
    format_pain,
    format_range,
    format_sessions,
    format_week_span,
)
from heeldiary.domain.weeks.weeks import Load, Week

REVIEW_QUESTIONS = (
    "What was different this week?",
    "What was easy, and what got in the way?",
    "What is worth noting for next week?",
)
"""The three questions, the same every week."""

_HOW_TO_ANSWER = "Answer in your own words, or skip it: heeldiary review{week} --note TEXT"

CAPTION_SENTENCES = (
    "Band: where the mean falls 9 weeks in 10 if nothing has changed since the four weeks before.",
    "One week in ten falls outside it by chance.",
)
CAPTION = " ".join(CAPTION_SENTENCES)
"""The explanation of the noise band."""

SHORT_CAPTION = "Band: 9 weeks in 10, if nothing has changed since the four before."
"""The explanation in one line."""

NOT_LOGGED = "not logged"

COMPUTING = "Computing the band …"

REVIEW_NAMES = {
    "massage": "Massage", "activity": "Active", "sitting": "Sitting", "care": "Care", "sore": "Sore", "note": "Notes",
}  # fmt: skip
"""The other types of entry in a review, with their titles."""

_ONLY_LOGGED = ("sore",)  # no mark is not a gap


def title(review: Review) -> str:
    """Return the title: `Week 47, 16 to 22 Nov 2026`, and its progress."""
    start = review.start
    end = start + timedelta(days=6)
    so_far = "" if review.whole else f", so far to {WEEKDAYS[review.last.weekday()]}"
    return f"Week {start.isocalendar().week}, {week_span_of(start)} {end.year}{so_far}"


def week_span_of(start: date) -> str:
    """Return the days: `16 to 22 Nov`."""
    return format_week_span(Week(start, (), Load()))


def foot_title(foot_week: FootWeek) -> str:
    """Return the heading of a foot: `Left foot, first steps`."""
    return f"{foot_week.foot.capitalize()} foot, first steps"


def figures(foot_week: FootWeek) -> Sequence[str]:
    """Return the figures except the mean, longest first: `6 of 7 mornings, median 5, from 4 to 6`."""
    week = foot_week.week
    if week.mean is None:
        return ("no morning logged",)
    if week.mornings == 1:
        return (format_mornings(week),)
    mornings, median = format_mornings(week), f"median {format_number(week.median)}"
    return f"{mornings}, {median}, {format_range(week)}", f"{mornings}, {median}", mornings


def places(foot_week: FootWeek) -> Sequence[str]:
    """Return the mean's place in the band, longest first; empty without a band."""
    if not isinstance(foot_week.band, Band) or foot_week.week.mean is None:
        return ()
    where, band = foot_week.band.place(foot_week.week.mean), f"{foot_week.band.low:.1f} to {foot_week.band.high:.1f}"
    return f"mean {where} the band of {band}", f"{where} {band}"


def format_foot(foot_week: FootWeek) -> str:
    """Return a foot's figures: `Left foot, first steps: 6 of 7 mornings, mean 4.7, median 5, from 4 to 6`."""
    return f"{foot_title(foot_week)}: {format_pain(foot_week.week)}."


def format_band(foot_week: FootWeek) -> str:
    """Return the week's place in its band, or what is missing; "" while it is computed."""
    match foot_week.band:
        case Band() as band if (mean := foot_week.week.mean) is not None:
            return (
                f"Mean {mean:.1f}, {band.place(mean)} the band of {band.low:.1f} to {band.high:.1f}; "
                f"the four weeks before: mean {band.mean:.1f}, {band.mornings} mornings."
            )
        case NoBand("diary", have, need):
            return f"No band yet: {have} of {need} mornings; {need - have} more are needed."
        case NoBand("before", have, need):
            return f"No band: the four weeks before have {have} of the {need} mornings needed."
        case NoBand(_, have, need):
            return f"No band: this week has {have} of the {need} mornings needed."
        case _:
            return ""


def caption_lines(review: Review, short: bool = False) -> list[str]:
    """Return the caption: the explanation of the band, what is missing, and all figures unless `short`."""
    banded = [foot_week for foot_week in review.feet if isinstance(foot_week.band, Band)]
    lines = [SHORT_CAPTION if short else CAPTION] if banded else []
    bands = {
        foot_week.foot: format_band(foot_week) or COMPUTING
        for foot_week in review.feet
        if not (short and foot_week in banded)
    }
    if len(review.feet) == 1 or (len(bands) > 1 and len({*bands.values()}) == 1):
        return [*lines, *[*bands.values()][:1]]
    return [*lines, *(f"{foot.capitalize()} foot. {words}" for foot, words in bands.items())]


def format_days(foot_week: FootWeek, review: Review) -> str:
    """Return a foot's mornings: `Mon 4, Tue 5, Wed not logged`."""
    return ", ".join(
        f"{weekday(day)} {NOT_LOGGED if score is None else score}"
        for day, score in zip(review.days, foot_week.days, strict=False)
    )


def weekday(day: date) -> str:
    """Return a weekday: `Mon`."""
    return WEEKDAYS[day.weekday()][:3]


class ReviewLine(NamedTuple):
    """What was logged of a type."""

    name: str
    foot: Foot | None
    """The foot, if the review has two."""
    days: frozenset[date]
    text: str
    """The week's sum; "" if there is nothing to sum."""


def kind_lines(review: Review) -> list[ReviewLine]:
    """Return a line for each type of entry, logged or not; for massage one for each foot."""
    logged, lines = review.logged, []
    for kind, name in REVIEW_NAMES.items():
        days = logged.days.get(kind, frozenset()) | (review.lasting_days if kind == "care" else frozenset())
        if kind == "massage" and days:
            feet = [foot for foot in FEET if foot in logged.massage]
            lines += [
                ReviewLine(
                    name, foot if len(review.feet) > 1 else None, logged.massage[foot].days, _massages(logged, foot)
                )
                for foot in feet
            ]
        elif days or kind not in _ONLY_LOGGED:
            lines.append(ReviewLine(name, None, days, _sums(kind, logged)))
    return lines


def _massages(logged: Logged, foot: Foot) -> str:
    massage = logged.massage[foot]
    return f"{format_sessions(massage.sessions)}, {format_minutes((massage.seconds + 30) // 60)}"


def _sums(kind: str, logged: Logged) -> str:
    match kind:
        case "activity":
            steps = None if logged.steps is None else format_step_count(logged.steps)
            return _joined(_minutes(logged.activity_minutes), steps)
        case "sitting":
            return _minutes(logged.sitting_minutes) or ""
        case "care":
            return "; ".join((*logged.care, *logged.lasting))
        case "sore":
            return "; ".join(logged.sore)
        case _:
            return ""


def _minutes(minutes: int | None) -> str | None:
    return None if minutes is None else format_minutes(minutes)


def format_plan(plan: Standing) -> str:
    """Return `3 of 5 planned`; more than planned without a fraction."""
    if plan.planned == 0:
        return f"{plan.done}, none planned"
    return f"{plan.done}{' of' if plan.done <= plan.planned else ' done,'} {plan.planned} planned"


def format_empty_days(review: Review) -> str:
    """Return the empty days: `Nothing logged on Thu, Sat`."""
    days = review.empty_days
    if not days:
        by_span = "Every day has an entry or care that lasts."
        return by_span if review.days_without_entries else "Something logged every day."
    if len(days) == len(review.days):
        return "Nothing logged this week." if review.whole else "Nothing logged so far."
    return f"Nothing logged on {_days(days)}."


def logged_lines(review: Review) -> list[str]:
    """Return a line for each type and each plan."""
    lines = [f"First steps, {foot_week.foot}: {format_days(foot_week, review)}." for foot_week in review.feet]
    for line in kind_lines(review):
        text = _joined(line.text or None, f"on {_days(sorted(line.days))}") if line.days else NOT_LOGGED
        lines.append(f"{line.name}{f', {line.foot}' if line.foot else ''}: {text}.")
    lines += [f"Plan, {plan.title}: {format_plan(plan)}." for plan in review.plans]
    return [*lines, format_empty_days(review)]


def answer_lines(review: Review) -> list[str]:
    """Return the answers."""
    return [f"{short_day(answer.day)}: {answer.note}" for answer in review.answers]


def how_to_answer(review: Review) -> str:
    """Return how to answer by command; a week that is over is named, since without it another may be meant."""
    return _HOW_TO_ANSWER.format(week=f" --week {week_name(review.start)}" if review.whole else "")


def sign_lines(review: Review) -> list[str]:
    """Return the warning signs at the week's end, and what to do; usually empty."""
    if not review.signs:
        return []
    return [*(format_sign(sign) for sign in review.signs), WHAT_TO_DO, "When to see someone: heeldiary guide clinician"]


def all_lines(review: Review) -> list[str]:
    """Return the whole review as lines."""
    feet = [format_foot(foot_week) for foot_week in review.feet]
    head = [f"Weekly review: {title(review)}", *feet, *caption_lines(review)]
    return [
        *head,
        *logged_lines(review),
        *sign_lines(review),
        *REVIEW_QUESTIONS,
        *(answer_lines(review) or [how_to_answer(review)]),
    ]


def _days(days: Iterable[date]) -> str:
    return ", ".join(weekday(day) for day in days)


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)


def question_lines() -> Sequence[str]:
    """Return the three questions, numbered."""
    return [f"{place} {question}" for place, question in enumerate(REVIEW_QUESTIONS, 1)]
