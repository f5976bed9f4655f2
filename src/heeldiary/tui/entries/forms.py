"""The forms of a day's entries: their fields and the facts read from them."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import NamedTuple

from heeldiary.domain import text
from heeldiary.domain.areas import AREAS, parse_areas
from heeldiary.domain.durations import DAY_MINUTES, may_be_hours, parse_minutes
from heeldiary.domain.entries import (
    MOST_WALKED_STEPS,
    USUAL_ACTIVITIES,
    USUAL_CARE,
    Activity,
    Care,
    Entry,
    Fact,
    Sitting,
    Sore,
    format_time,
    usual_activity,
)
from heeldiary.domain.scales import FEET, SURFACES, parse_foot, parse_surface
from heeldiary.domain.typed_days import parse_coming_day
from heeldiary.domain.typed_times import parse_time
from heeldiary.domain.whole_numbers import parse_whole_number
from heeldiary.errors import BadInput
from heeldiary.tui.dialogs.field import Field, Parsed, typed_or_empty
from heeldiary.tui.entries.day_field import day_field
from heeldiary.tui.entries.massage_form import massage_facts, massage_fields
from heeldiary.tui.entries.one_line import is_distance, kind_and_amounts, kind_and_named_minutes, suggestions
from heeldiary.tui.widgets.completed_input import among


def _parse_count(typed: str, what: str, lowest: int, highest: int) -> int:
    """Parse a number of things, with or without their name: `10`, `10 visits`, `1 visit`."""
    number = typed.lower().removesuffix(what).removesuffix(what.removesuffix("s")).strip()
    return parse_whole_number(number, lowest, highest, what)


def _parse_steps(typed: str) -> int:
    """Parse steps, also with a point between thousands, or in thousands: `6.000`, `6k`, `6.5k`."""
    if not typed.lower().endswith("k"):
        _refuse_distance(typed)
    plain = re.sub(r"(?<=\d)\.(?=\d{3}(\D|$))", "", typed)
    if thousands := re.match(r"(\d{1,3})(?:[.,](\d))?k(?![a-z])", plain, re.IGNORECASE | re.ASCII):
        plain = f"{thousands[1]}{thousands[2] or 0}00{plain[thousands.end() :]}"
    return _parse_count(plain, "steps", 0, MOST_WALKED_STEPS)


def _refuse_distance(typed: str) -> None:
    if is_distance(typed):
        raise BadInput("a distance has no field of its own", "write it into Note")


_parse_visits = partial(_parse_count, what="visits", lowest=1, highest=999)

TITLES = {"activity": "Activity", "sitting": "Sitting", "massage": "Massage by hand", "care": "Care",
          "sore": "Where it hurts"}  # fmt: skip


class FormContext(NamedTuple):
    """The inputs of a form."""

    used: Sequence[str]
    """The kinds in the diary."""
    courses: Sequence[str]
    """The courses in the diary."""
    foot: str
    day: date
    """The day of the entry."""
    today: date
    now: datetime


def fields(kind: str, entry: Entry | None, context: FormContext) -> list[Field]:
    """Return the fields of a form, filled from an entry if one is changed."""
    return [
        *_FIELDS[kind](entry, context),
        Field(
            "time",
            "Time of day",
            "18:30, if it matters",
            lambda typed: parse_time(typed, context.now),
            format_time(entry.time_of_day) if entry and entry.time_of_day else "",
        ),
        Field("note", "Note", "a few words", text.clean_note, entry.note if entry else ""),
        day_field(context.day, context.today),
    ]


def facts(kind: str, parsed: Parsed, entry: Entry | None) -> list[Fact]:
    """Return the facts of a filled form: one, or one for each foot."""
    return _FACTS[kind](parsed, entry)


def _activity_fields(entry: Entry | None, context: FormContext) -> list[Field]:
    fact = entry.fact if entry else None
    given = fact if isinstance(fact, Activity) else Activity("")
    return [
        Field(
            "kind",
            "What",
            "walking, running, standing, or your own word",
            lambda typed: given.kind if typed == given.kind else usual_activity(_activity(typed)),
            given.kind,
            True,
            suggestions(context.used, USUAL_ACTIVITIES),
            spread=lambda typed: kind_and_amounts(typed, (*USUAL_ACTIVITIES, *context.used, given.kind)),
            missing="walking (also for steps alone), running, or your own word",
        ),
        Field("minutes", "How long", "45, 1h30 or 7.5h", _minutes_of_activity, typed_or_empty(given.minutes)),
        Field("steps", "Steps", "if you know them", _parse_steps, typed_or_empty(given.steps)),
        Field(
            "surface",
            "Ground",
            "soft, hard or mixed",
            parse_surface,
            typed_or_empty(given.surface),
            choices=SURFACES,
        ),
    ]


def _sitting_fields(entry: Entry | None, _: FormContext) -> list[Field]:
    fact = entry.fact if entry else None
    given = fact if isinstance(fact, Sitting) else None
    return [
        Field("minutes", "In all", "6h30 or 390", parse_minutes, typed_or_empty(given and given.minutes), True),
        Field("longest", "Longest stretch", "1h40, without standing up", parse_minutes,
              typed_or_empty(given and given.longest_minutes)),
    ]  # fmt: skip


def hours_doubts(typed: Mapping[str, str]) -> list[str]:
    """Return how to write hours, for each time of sitting that was typed as a small bare number."""
    numbers = [typed[name].strip() for name in ("minutes", "longest") if may_be_hours(typed[name])]
    return [f"if you meant {number} hours, write {number}h" for number in numbers]


def _care_fields(entry: Entry | None, context: FormContext) -> list[Field]:
    fact = entry.fact if entry else None
    given = fact if isinstance(fact, Care) else Care("")
    return [
        Field(
            "kind",
            "What",
            "acupuncture, medicine, insoles, or your own word",
            _word,
            given.kind,
            True,
            suggestions(context.used, USUAL_CARE),
            spread=lambda typed: kind_and_named_minutes(typed, (*USUAL_CARE, *context.used, given.kind)),
        ),
        Field("minutes", "How long", "40, if you like", parse_minutes, typed_or_empty(given.minutes)),
        Field(
            "course",
            "Course",
            "one name for all visits",
            lambda typed: given.course if typed == given.course else _course(typed),
            typed_or_empty(given.course),
            words=context.courses,
        ),
        Field("visits", "Visits planned", "such as 12", _parse_visits, typed_or_empty(given.course_visits)),
        Field(
            "until",
            "Until",
            "2026-12-31 or 2w, if it lasts",
            lambda typed: _until(typed, context),
            typed_or_empty(given.until),
        ),
    ]


def _sore_fields(entry: Entry | None, context: FormContext) -> list[Field]:
    fact = entry.fact if entry else None
    given = fact if isinstance(fact, Sore) else None
    return [
        Field("foot", "Foot", ", ".join(FEET), parse_foot, given.foot if given else context.foot, True,
              choices=FEET),
        Field("areas", "Areas", ", ".join(AREAS), parse_areas, ", ".join(given.areas if given else ()), True,
              complete=among(AREAS, ",")),
    ]  # fmt: skip


def _activity(typed: str) -> str:
    """Return an activity; raises BadInput if it holds a time that is not understood, or more than one."""
    if re.search(r"\d:\d\d|\d\s?(?:m|min|minutes?|h|hours?)\b", typed, re.IGNORECASE):
        raise BadInput("how long it took is not understood", "write one time, such as 45, 45m or 1h30, into How long")
    return _word(typed)


def _course(typed: str) -> str:
    """Return a course's name; raises BadInput for the number of a visit."""
    if re.fullmatch(r"(?:visit )?#?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?", typed.strip(), re.IGNORECASE):
        raise BadInput("visits number themselves", "give all of them one name, such as dr li, and how many are planned")
    return _word(typed)


def _activity_facts(parsed: Parsed, _: Entry | None) -> list[Fact]:
    return [Activity(parsed["kind"], parsed["minutes"], parsed["steps"], parsed["surface"])]


def _sitting_facts(parsed: Parsed, _: Entry | None) -> list[Fact]:
    return [Sitting(parsed["minutes"], parsed["longest"])]


def _minutes_of_activity(typed: str) -> int:
    """Parse how long an activity took; raises BadInput, which knows where steps and a distance go."""
    _refuse_distance(typed)
    number = typed.replace(",", "")
    if number.isdecimal() and int(number[:6]) > DAY_MINUTES:
        raise BadInput("a day has 1,440 minutes", "steps go into the field Steps")
    return parse_minutes(typed)


def _until(typed: str, context: FormContext) -> Callable[[date | None], date]:
    """Return what makes of a typed last day a day, counted from an entry's; raises BadInput."""
    parse_coming_day(typed, context.today)  # whether it comes before the entry's day, is asked once that is known
    return lambda day: parse_coming_day(typed, context.today, day or context.day)


def _care_facts(parsed: Parsed, entry: Entry | None) -> list[Fact]:
    given = entry.fact if entry and isinstance(entry.fact, Care) else None
    visit = given.visit if given and given.course == parsed["course"] else None
    session = given.session if given else None
    until = parsed["until"] and parsed["until"](parsed["day"])
    values = (parsed["kind"], parsed["minutes"], parsed["course"], visit, parsed["visits"], until)
    return [Care(*values, session=session)]


def _sore_facts(parsed: Parsed, _: Entry | None) -> list[Fact]:
    return [Sore(parsed["foot"], parsed["areas"])]


def _word(typed: str) -> str:
    return text.clean_name(typed, "this")


_FIELDS: dict[str, Callable[[Entry | None, FormContext], list[Field]]] = {
    "activity": _activity_fields,
    "sitting": _sitting_fields,
    "massage": lambda entry, context: massage_fields(entry, context.foot),
    "care": _care_fields,
    "sore": _sore_fields,
}
_FACTS: dict[str, Callable[[Parsed, Entry | None], list[Fact]]] = {
    "activity": _activity_facts,
    "sitting": _sitting_facts,
    "massage": massage_facts,
    "care": _care_facts,
    "sore": _sore_facts,
}
