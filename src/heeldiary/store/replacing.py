"""Questions to ask before logging: the score would replace one from another time, or the clock is wrong.

First steps after a nap are not the morning's, and a score logged at 03:40 is rarely meant for the day before.
If the clock was set back, old scores look new.
"""

from collections.abc import Iterable, Sequence
from datetime import MAXYEAR, date, datetime, timedelta
from typing import Literal, NamedTuple

from heeldiary.domain.days import diary_day, short_day
from heeldiary.domain.entries import Entry, Fact, Pain
from heeldiary.domain.scales import MOMENT_WORDS, Moment
from heeldiary.domain.settings import Settings
from heeldiary.errors import BadInput
from heeldiary.store.diary import Diary

NAP = timedelta(hours=3)
"""First steps felt longer ago than this are replaced only after asking."""

HALF_DAY = timedelta(hours=12)
"""The same for the other once-a-day moments."""

CORRECTION = timedelta(minutes=5)
"""A new score within this time corrects the last one. Clocks may also differ by this much."""

_LAST = """
    SELECT at FROM action WHERE EXISTS (SELECT 1 FROM change WHERE action = number AND thing = 'entry')
    ORDER BY number DESC LIMIT 1
"""

Reason = Literal["older", "night", "clock"]
"""Why the question is asked: an old score, a time between midnight and `day-start`, or a clock set back."""

Answer = Literal["replace", "after-sitting", "other", "night"]
"""What may be meant: replace the score, add one after sitting, log it on the other day, or log night pain."""


class ReplaceQuestion(NamedTuple):
    """A question to ask before logging."""

    reason: Reason
    day: date
    """The day the score would go to."""
    other: date
    """The other possible day: the new date before `day-start`, otherwise the day before."""
    replaced: tuple[Entry, ...]
    """The scores that would be replaced; empty if only the clock is in doubt."""
    on_other: tuple[Entry, ...]
    """The scores the other day already has."""
    of_night: tuple[Entry, ...]
    """The night scores the day already has."""
    last: datetime | None
    """When the last entry was written, if the clock shows an earlier time."""

    @property
    def moment(self) -> Moment | None:
        """The moment of the scores to be replaced."""
        return next((entry.fact.moment for entry in self.replaced if isinstance(entry.fact, Pain)), None)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The possible answers."""
        if not self.replaced:
            return ("replace",)
        if self.moment != "first-step":
            return ("replace", "other")
        answers: tuple[Answer, ...] = ("replace", "after-sitting", "other")
        return (*answers, "night") if self.reason == "night" else answers


class WhichMorning(BadInput):
    """The person must be asked first; nothing was changed."""

    def __init__(self, question: ReplaceQuestion) -> None:
        super().__init__(format_question(question), _remedy(question))
        self.question = question


def check_replacing(
    diary: Diary, settings: Settings, on: date, at: datetime, facts: Sequence[Fact], scores: Sequence[Entry | None]
) -> None:
    """Raise WhichMorning if the facts, logged at `at` and without a day given, need a question first.

    `scores` holds, for each fact, the score that it would replace, or None.
    """
    replaced = tuple(entry for entry in scores if entry)
    last = _last_written(diary, replaced)
    if last is not None and last - at > CORRECTION:
        last = last.astimezone(at.tzinfo)
        if replaced or on < diary_day(last.replace(tzinfo=None), settings.day_start):
            raise WhichMorning(_question(diary, "clock", on, at, facts, replaced, last))
    for reason in (_reason(entry, on, at) for entry in replaced):
        if reason:
            raise WhichMorning(_question(diary, reason, on, at, facts, replaced, None))


def apply_answer(question: ReplaceQuestion, answer: Answer, facts: Sequence[Fact]) -> tuple[list[Fact], date]:
    """Return the facts and their day according to the answer."""
    if answer in ("after-sitting", "night"):
        facts = [fact._replace(moment=answer) if isinstance(fact, Pain) else fact for fact in facts]
    return [*facts], question.other if answer == "other" else question.day


def is_old(before: Entry, at: datetime) -> bool:
    """Return whether a score was written so long before or after `at` that a new one counts as a separate score."""
    return abs(at - before.at) > NAP


def clock_behind(diary: Diary) -> datetime | None:
    """Return when the last entry was written, in local time, if the clock is earlier; else None."""
    at, last = diary.now(), _last_written(diary, ())
    return last.astimezone(at.tzinfo) if last is not None and last - at > CORRECTION else None


def warn_of_past_day(diary: Diary) -> str:
    """Return the warning that an entry goes to a past day because the clock was set back; else ""."""
    last = clock_behind(diary)
    settings = diary.settings()
    today = diary.today(settings)
    if last is None or today >= diary_day(last.replace(tzinfo=None), settings.day_start):
        return ""
    return f"{clock_text(last)}; it says today is {short_day(today)}"


def clock_text(last: datetime) -> str:
    """`the clock is before your last entry, of Sun 22 Nov 2026, 08:04`."""
    return f"the clock is before your last entry, of {short_day(last.date())}, {last:%H:%M}"


def format_question(question: ReplaceQuestion) -> str:
    """Return what is already logged: `Sun 22 Nov 2026 already has first steps: left foot 7 at 07:04`.

    A warning about the clock comes first.
    """
    clock = f"{clock_text(question.last)}" if question.last else ""
    if not question.replaced:
        return f"{clock}; it says today is {short_day(question.day)}"
    scores = " and ".join(_score_text(entry) for entry in question.replaced)
    words = MOMENT_WORDS[question.moment] if question.moment else "a score"
    return f"{clock and f'{clock}; '}{short_day(question.day)} already has {words}: {scores}"


def _score_text(entry: Entry) -> str:
    assert isinstance(entry.fact, Pain)
    at = f"{entry.at:%H:%M}" if entry.at.date() == entry.day else f"{entry.at:%H:%M} on {short_day(entry.at.date())}"
    return f"{entry.fact.foot} foot {entry.fact.score} at {at}"


def _remedy(question: ReplaceQuestion) -> str:
    if not question.replaced:
        return f"correct the clock, or give the day: --day {question.day}"
    sitting = "; --moment after-sitting to add one after sitting" if "after-sitting" in question.answers else ""
    other = f"--day {question.other} for {'the new day' if question.other > question.day else 'the day before'}"
    if question.reason == "clock":
        return f"correct the clock, or use --replace to replace it; {other}{sitting}"
    night = "; --moment night for pain at night" if "night" in question.answers else ""
    return f"use --replace to replace it; {other}{sitting}{night}"


def _reason(before: Entry, on: date, at: datetime) -> Reason | None:
    """Return why replacing a score needs a question; None if it does not."""
    if abs(at - before.at) <= CORRECTION:
        return None
    if at.date() > on:
        return "night"
    limit = NAP if isinstance(before.fact, Pain) and before.fact.moment == "first-step" else HALF_DAY
    return "older" if abs(at - _scored_at(before)) > limit else None


def _scored_at(entry: Entry) -> datetime:
    """Return when the pain was felt, if the person gave a time of day, else when it was logged."""
    if entry.time_of_day is None:
        return entry.at
    return datetime.combine(entry.day, entry.time_of_day, entry.at.tzinfo)


def _question(
    diary: Diary,
    reason: Reason,
    on: date,
    at: datetime,
    facts: Sequence[Fact],
    replaced: tuple[Entry, ...],
    last: datetime | None,
) -> ReplaceQuestion:
    other = at.date() if at.date() > on else on - timedelta(days=1)
    moments = [(entry.fact.foot, entry.fact.moment) for entry in replaced if isinstance(entry.fact, Pain)]
    on_other = (diary.score(other, *moment) for moment in moments)
    of_night = (diary.score(on, fact.foot, "night") for fact in facts if isinstance(fact, Pain))
    return ReplaceQuestion(reason, on, other, replaced, _those(on_other), _those(of_night), last)


def _those(entries: Iterable[Entry | None]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry)


def _last_written(diary: Diary, replaced: Sequence[Entry]) -> datetime | None:
    """Return when an entry was last written, from the undo journal and the scores to be replaced (time zone set)."""
    stamp = diary.sql.value(_LAST)
    return max((*_moments(stamp), *(entry.at for entry in replaced)), default=None)


def _moments(stamp: str | None) -> tuple[datetime, ...]:
    """Return a timestamp's time in a tuple; empty if there is none or another program wrote an invalid one."""
    try:
        moment = datetime.fromisoformat(stamp) if stamp else None
    except ValueError:
        return ()
    return (moment,) if moment and moment.tzinfo and moment.year < MAXYEAR else ()
