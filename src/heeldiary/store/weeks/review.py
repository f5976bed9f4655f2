"""Reading the weekly review, and saving its answer as a note."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from heeldiary.domain.analysis.observations import first_noise_day
from heeldiary.domain.days import FIRST_DAY, Span, is_late, week_name
from heeldiary.domain.entries import Entry, Note, check
from heeldiary.domain.review.review import TAG, WEEKS_BEFORE, Review, foot_week, logged_in
from heeldiary.domain.routine.plan import Standing, plan_standing
from heeldiary.domain.scales import FEET, Foot
from heeldiary.domain.text import clean_note as clean_note
from heeldiary.store.diary import Diary
from heeldiary.store.lasting_care import load_lasting_care
from heeldiary.store.routine.plans import load_pauses, load_plans
from heeldiary.store.routine.routines import load_routines, sessions_by_day
from heeldiary.store.warnings import all_warnings
from heeldiary.store.weeks.observations import latest_morning, morning_scores

if TYPE_CHECKING:
    from heeldiary.store.file.salvage import Unreadable


def load_review(diary: Diary, start: date, as_of: date, unreadable: "list[Unreadable] | None" = None) -> Review:
    """Return the week that starts on `start`, as of a day, without its noise bands.

    With `unreadable`, unreadable entries are added to it instead of raising.
    """
    last = min(as_of, start + timedelta(days=6))
    with diary.snapshot():
        entries = diary.within(Span(start, last), unreadable)
        scores = {foot: _scores(diary, foot, start, as_of) for foot in FEET}
        affected = diary.settings().affected_feet
        scored = [foot for foot in FEET if any(start <= day <= last for day in scores[foot])]
        feet = [foot for foot in FEET if foot in affected or foot in scored] or FEET
        answers = tuple(entry for entry in entries if TAG in entry.tags and isinstance(entry.fact, Note))
        return Review(
            start,
            last,
            tuple(foot_week(foot, start, scores[foot], last) for foot in feet),
            logged_in(
                (entry for entry in entries if entry not in answers),
                feet,
                load_lasting_care(diary, Span(start, last)),
            ),
            tuple(_plans(diary, start, last)),
            answers,
            tuple(all_warnings(diary, last)),
        )


def _scores(diary: Diary, foot: Foot, start: date, as_of: date) -> dict[date, int]:
    """Return what a week's noise band needs: its mornings, those of the weeks before, and those that show the noise."""
    latest = latest_morning(diary, foot, as_of)
    if latest is None:
        return {}
    before = start - timedelta(weeks=WEEKS_BEFORE)
    return morning_scores(diary, foot, max(FIRST_DAY, min(before, first_noise_day(latest))), as_of)


def save_answer(diary: Diary, start: date, words: str, new_id: str | None = None) -> Entry:
    """Save the answer to a week's review as one undo step: a note on its last day, or on today in this week.

    `new_id` is the id reserved for it.
    """
    settings = diary.settings()
    day = min(diary.today(settings), start + timedelta(days=6))
    at = diary.now()
    late = is_late(at, diary.day_began(day, settings))
    entry = Entry(
        diary.new_id(new_id), day, at, diary.clock.zone(), late, "typed", (TAG,), clean_note(words), Note()
    )  # fmt: skip
    check(entry.fact, day, entry.note)
    with diary.action(f"the review of {week_name(start)}") as action:
        action.put(entry)
    return entry


def _plans(diary: Diary, start: date, last: date) -> list[Standing]:
    """Return the progress of the week's plans up to its last day."""
    plans = [plan for plan in load_plans(diary) if plan.since <= last] if diary.has_plans() else []
    if not plans:
        return []
    titles = {routine.name: routine.title for routine in load_routines(diary)}
    paused = load_pauses(diary)
    standings = []
    for plan in plans:
        done = {day: times for day, times in sessions_by_day(diary, plan.routine, start).items() if day <= last}
        standings.append(plan_standing(plan, titles.get(plan.routine, plan.routine), last, done, paused))
    return [standing for standing in standings if standing.planned or standing.done]
