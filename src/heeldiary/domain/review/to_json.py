"""The weekly review as JSON."""

from heeldiary.domain.days import week_name
from heeldiary.domain.review.review import Band, FootWeek, NoBand, Review
from heeldiary.domain.review.text import REVIEW_NAMES, REVIEW_QUESTIONS
from heeldiary.domain.warning_text import sign_to_json


def review_to_json(review: Review) -> dict[str, object]:
    """`{"week", "start", "to", "whole", "feet", "logged", "plans", "questions", "answers"}`.

    A foot is `{"foot", "mornings", "mean", "median", "lowest", "highest", "enough", "days", "band", "missing"}`: `days`
    are seven scores or nulls; `band` is null or `{"low", "high", "before": {"mornings", "mean"}, "place"}`, the place
    `below`, `inside` or `above`; `missing` is null or `{"where", "have", "need"}`, in mornings. `logged` has for each
    type of entry the days that have one, with the sums of the week (null if nothing was logged), the `empty_days`
    without any entry, and `lasting_days`, on which care of several days lasts. A plan is
    `{"routine", "done", "planned"}`, an answer `{"id", "day", "note"}`, a warning sign
    `{"sign", "kind", "foot", "text"}`.
    """
    logged = review.logged
    return {
        "week": week_name(review.start),
        "start": review.start.isoformat(),
        "to": review.last.isoformat(),
        "whole": review.whole,
        "feet": [_foot_json(foot_week) for foot_week in review.feet],
        "logged": {
            **{kind: [day.isoformat() for day in sorted(logged.days.get(kind, ()))] for kind in REVIEW_NAMES},
            "massages": {
                foot: {"sessions": foot_week.sessions, "seconds": foot_week.seconds}
                for foot, foot_week in logged.massage.items()
            },
            "activity_minutes": logged.activity_minutes,
            "steps": logged.steps,
            "sitting_minutes": logged.sitting_minutes,
            "cares": list(logged.care),
            "empty_days": [day.isoformat() for day in review.days_without_entries],
            "lasting_days": [day.isoformat() for day in sorted(review.lasting_days)],
        },
        "plans": [{"routine": plan.plan.routine, "done": plan.done, "planned": plan.planned} for plan in review.plans],
        "questions": list(REVIEW_QUESTIONS),
        "answers": [{"id": answer.id, "day": answer.day.isoformat(), "note": answer.note} for answer in review.answers],
        "signs": [sign_to_json(sign) for sign in review.signs],
    }


def _foot_json(foot_week: FootWeek) -> dict[str, object]:
    week, band = foot_week.week, foot_week.band
    return {
        "foot": foot_week.foot,
        "mornings": week.mornings,
        "mean": week.mean,
        "median": week.median,
        "lowest": week.lowest,
        "highest": week.highest,
        "enough": week.enough,
        "days": list(foot_week.days),
        "band": _band_json(band, week.mean) if isinstance(band, Band) else None,
        "missing": band._asdict() if isinstance(band, NoBand) else None,
    }


def _band_json(band: Band, mean: float | None) -> dict[str, object]:
    return {
        "low": band.low,
        "high": band.high,
        "before": {"mornings": band.mornings, "mean": band.mean},
        "place": None if mean is None else band.place(mean),
    }
