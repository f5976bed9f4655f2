"""The text of entries, for messages, lists and undo."""

from collections.abc import Iterable, Sequence
from datetime import date

from heeldiary.domain.areas import AREAS
from heeldiary.domain.days import short_day
from heeldiary.domain.durations import DAY_MINUTES, format_minutes, format_seconds, format_times
from heeldiary.domain.entries import (
    Activity,
    Care,
    Entry,
    Fact,
    Guided,
    GuidedStep,
    Massage,
    Note,
    Pain,
    Sitting,
    Sore,
    format_time,
)
from heeldiary.domain.scales import MOMENT_WORDS, Feeling

MEDICINE = "medicine"
"""The kind of care whose note names what was taken."""

_MOST_QUOTED = 40
"""The most characters of a note in a message."""

POINT_WORDS = {"ki1": "KI1", "shimian": "Shi Mian", "heel": "heel", "calf": "calf", "arch": "arch"}


def format_step_count(steps: int) -> str:
    """Format steps walked: `6,200 steps`, `1 step`."""
    return f"{steps:,} step{'s' * (steps != 1)}"


def format_facts(fact: Fact) -> str:
    """Return an entry's facts, without day and note: `left foot, first steps, 6/10`."""
    match fact:
        case Pain(foot, moment, score):
            return f"{foot} foot, {MOMENT_WORDS[moment]}, {score}/10"
        case Activity(kind, minutes, steps, surface):
            return _joined(
                kind,
                None if minutes is None else format_minutes(minutes),
                None if steps is None else format_step_count(steps),
                None if surface is None else f"{surface} ground",
            )
        case Sitting(minutes, longest):
            return _joined(
                f"sitting {format_minutes(minutes)}", longest is not None and f"longest {format_minutes(longest or 0)}"
            )
        case Massage():
            return _joined(
                f"massage of the {fact.foot} foot, {format_seconds(fact.seconds)}",
                not fact.is_whole
                and " + ".join(
                    f"{format_point(step.point)} {format_seconds(step.seconds)}{_felt(step.feeling)}"
                    for step in fact.steps
                ),
                format_before_and_after(fact),
                format_sore(fact.sore),
                not fact.finished and "part session",
            )
        case Care():
            return _joined(_care(fact), _until(fact.until))
        case Sore(foot, areas):
            return _joined(f"{foot} foot", format_sore(areas))
        case _:
            return "note"


def format_entry(entry: Entry) -> str:
    """Return an entry as one line without its note: `left foot, first steps, 6/10, Sun 22 Nov 2026`."""
    return f"{_facts_without_end(entry.fact)}, {format_when(entry)}"


def format_just_typed(entry: Entry) -> str:
    """Return an entry without its days: said once, right after typing, never of an undo.

    What only its note names has the note's first words.
    """
    return f"{_facts_without_end(entry.fact)}{quote_note(entry) if is_named_by_note(entry) else ''}"


def is_named_by_note(entry: Entry) -> bool:
    """Return whether only the note says what an entry is: a note by itself, or medicine."""
    return isinstance(entry.fact, Note) or getattr(entry.fact, "kind", "") == MEDICINE


def quote_note(entry: Entry) -> str:
    """Return the first words of an entry's note in quotes, after a space; nothing without a note."""
    return f' "{_first_words(entry.note)}"' if entry.note else ""


def format_lasting(entry: Entry) -> str:
    """Return care on a later day that it lasts into: `taping, since Thu 26 Nov 2026, until Sat 28 Nov 2026`."""
    care = entry.fact
    assert isinstance(care, Care)
    return _joined(care.kind, format_took(care), care.course, f"since {short_day(entry.day)}", _until(care.until))


def _facts_without_end(fact: Fact) -> str:
    """Return an entry's facts without the last day of what lasts, which follows the first one."""
    return _care(fact) if isinstance(fact, Care) else format_facts(fact)


def _care(care: Care) -> str:
    return _joined(
        care.kind,
        format_took(care),
        care.course,
        care.visit is not None and format_visit(care.visit, care.course_visits),
        care.session and _session_words(care.session),
    )


def format_took(care: Care) -> str | None:
    """Return how long care took, on each of its days if it lasts: `6 h a day`."""
    each = " a day" if care.until else ""
    return None if care.minutes is None else f"{format_minutes(care.minutes)}{each}"


def _until(last: date | None) -> str | None:
    return None if last is None else f"until {short_day(last)}"


def format_sat_in_all(entry: Entry, of_the_day: Iterable[Entry]) -> str:
    """Return `; 12 h in all that day` if more sitting than the entry's is among `of_the_day`, else nothing.

    The minutes of a day add up, and a day's total is easily logged twice.
    """
    minutes = [other.fact.minutes for other in of_the_day if isinstance(other.fact, Sitting)]
    is_part = isinstance(entry.fact, Sitting) and sum(minutes) > entry.fact.minutes
    too_much = ", more than a day has" if sum(minutes) > DAY_MINUTES else ""
    return f"; {format_minutes(sum(minutes))} in all that day{too_much}" if is_part else ""


def _first_words(note: str) -> str:
    line = " ".join(note.split())
    if len(line) <= _MOST_QUOTED:
        return line
    return f"{line[:_MOST_QUOTED].rpartition(' ')[0] or line[:_MOST_QUOTED]}..."


def format_when(entry: Entry) -> str:
    """Return an entry's day, with its time of day and last day if given: `Sun 22 Nov 2026 at 18:30`."""
    time = f" at {format_time(entry.time_of_day)}" if entry.time_of_day else ""
    until = entry.fact.until if isinstance(entry.fact, Care) else None
    return f"{short_day(entry.day)}{time}{f' {_until(until)}' if until else ''}"


def format_before_and_after(session: Massage | Guided) -> str | None:
    """Return pain before and after a session: `pain 6, then 4`, `pain 6 before`; None if neither is set."""
    before, after = session.score_before, session.score_after
    if before is None and after is None:
        return None
    if before is None or after is None:
        return f"pain {after} after" if before is None else f"pain {before} before"
    return f"pain {before}, then {after}"


def _felt(feeling: Feeling | None) -> str:
    return f" ({feeling})" if feeling else ""


def format_sore(spots: Sequence[str]) -> str | None:
    """Return the sore areas: `hurts at arch and inner heel`; None without any."""
    return f"hurts at {format_areas(spots)}" if spots else None


def format_areas(spots: Sequence[str]) -> str:
    """Return some areas in words: `arch, inner heel and back of the heel`."""
    *before, last = (AREAS[spot].words if spot in AREAS else spot for spot in spots)
    return f"{', '.join(before)} and {last}" if before else last


def _session_words(session: Guided) -> str:
    """Return a guided session of care: `left foot, heel-raise 12 + 12 + 12 times`."""
    done: dict[str, list[GuidedStep]] = {}
    for step in session.steps:
        done.setdefault(step.point, []).append(step)
    sets = [
        f"{format_point(point)} {_repetitions(steps)}"
        if all(step.repetitions is not None for step in steps)
        else f"{format_point(point)} {format_seconds(sum(step.seconds for step in steps))}"
        for point, steps in done.items()
    ]
    return _joined(
        f"{session.foot} foot",
        " + ".join(sets),
        format_before_and_after(session),
        format_sore(session.sore),
        not session.finished and "part session",
    )


def _repetitions(steps: Sequence[GuidedStep]) -> str:
    """Return the repetitions of its sets: `12 + 12 + 10 times`, `once`, `twice`."""
    sets = [step.repetitions or 0 for step in steps]
    return format_times(sets[0]) if len(sets) == 1 else f"{' + '.join(map(str, sets))} times"


def format_visit(visit: int, planned: int | None) -> str:
    """`visit 4 of 12`, or `visit 4` where no number was planned."""
    return f"visit {visit}" if planned is None else f"visit {visit} of {planned}"


def format_point(point: str) -> str:
    """Return a point's name for the person: `ki1` as `KI1`."""
    return POINT_WORDS.get(point, point)


def _joined(*parts: str | bool | None) -> str:
    return ", ".join(part for part in parts if isinstance(part, str) and part)
