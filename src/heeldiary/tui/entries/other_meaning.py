"""What a new entry was perhaps meant as: said once it is saved, never changed by itself."""

import re
from collections.abc import Sequence

from heeldiary.domain.entries import USUAL_ACTIVITIES, USUAL_CARE, Activity, Care, Fact, usual_activity
from heeldiary.domain.text import display_text

_DOSE = re.compile(r"\d ?(mg|g|ml|mcg|µg|iu)\b|\d{3,}$")
"""The dose behind a medicine's name: `400 mg`, `400`."""
_LEAST_LETTERS = 3
"""The letters of a course from which on it may be part of another one's name."""


def other_meanings(fact: Fact, courses: Sequence[str], going_on: str = "") -> list[str]:
    """Return what a new entry was perhaps meant as; `courses` were there before, one of them is `going_on`."""
    match fact:
        case Activity(kind):
            return _activity(kind)
        case Care(course=None) if going_on:
            return [f"if it was a visit of {display_text(going_on)}, open the entry and give it that Course"]
        case Care(kind, course=course):
            return [*_care(kind), *(_course(course, courses) if course else ())]
        case _:
            return []


def _activity(kind: str) -> list[str]:
    """Compare without endings: `hike` and `hiked` mean hiking."""
    usual = usual_activity(kind.casefold().rstrip("des"))
    return [_in_place_of(usual)] if usual in USUAL_ACTIVITIES and kind.casefold() not in USUAL_ACTIVITIES else []


def _care(kind: str) -> list[str]:
    if kind.casefold() == "massage":
        return ["the minutes of your own massage are logged with m in the Diary; u takes this back"]
    if _DOSE.search(kind):
        return ["a medicine is called medicine, with its name in Note: open the entry"]
    known, _, behind = kind.casefold().partition(" ")
    if behind and known in USUAL_CARE:
        return [f"all of it is the name of a new kind; for {known} with Course, Until or Note, open the entry"]
    return []


def _course(name: str, courses: Sequence[str]) -> list[str]:
    """Compare with the courses whose names begin or end with this one, or this one with theirs."""
    typed = name.casefold()
    known = [course for course in courses if len(min(course, name, key=len)) >= _LEAST_LETTERS]
    if any(course.casefold() == typed for course in courses):
        return []
    near = next((course for course in known if _begins_or_ends(typed, course.casefold())), None)
    return [f"a new course; {_in_place_of(near)}"] if near else []


def _begins_or_ends(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(f"{short} ") or long.endswith(f" {short}")


def _in_place_of(meant: str) -> str:
    return f"if you meant {display_text(meant)}, open the entry and change it"
