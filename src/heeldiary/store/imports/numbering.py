"""Numbering imported visits of a course, as if each had been logged in the order of days."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from heeldiary.domain.entries import Care
from heeldiary.errors import BadInput
from heeldiary.store.action import UndoStep
from heeldiary.store.diary import Diary
from heeldiary.store.imports.staging import Fate, Staging, Visit
from heeldiary.store.visits import load_visits

MOST_VISITS = 9_999
"""The highest number of a visit."""


class Numbered(NamedTuple):
    """A visit's number, and the planned number of visits."""

    number: int
    planned: int | None


def number_visits(diary: Diary, action: UndoStep, staging: Staging, fates: Sequence[Fate]) -> dict[str, Numbered]:
    """Return the numbers of the incoming visits by id; later visits of the diary move down."""
    by_id: dict[str, Numbered] = {}
    for course in staging.courses(fates):
        saved = {visit.id: visit for visit in load_visits(diary, course)}
        mine = [Visit(visit.id, visit.day.isoformat(), *_numbers(visit.fact)) for visit in saved.values()]
        theirs = staging.visits(course, fates)
        taken = {visit.number for visit in mine}
        if any(visit.number in taken for visit in theirs if visit.number is not None):
            theirs = [visit._replace(number=None) for visit in theirs]  # two diaries have each counted from 1
        numbered_visits = [*mine, *(visit for visit in theirs if visit.number is not None)]
        for visit_id, numbered in numbers_for(
            numbered_visits, [visit for visit in theirs if visit.number is None]
        ).items():
            entry = saved.get(visit_id)
            if entry is None:
                by_id[visit_id] = numbered
            elif isinstance(entry.fact, Care) and entry.fact.visit != numbered.number:
                action.put(entry._replace(fact=entry.fact._replace(visit=numbered.number)))
    return by_id


def numbers_for(numbered_visits: Sequence[Visit], new: Sequence[Visit]) -> Mapping[str, Numbered]:
    """Return the numbers of visits after new ones, given by day, are inserted.

    Each goes before the visits of later days, which move down by one. Raises BadInput if there are too many.
    """
    ordered = sorted(numbered_visits, key=lambda visit: (visit.number or 0, visit.day))
    latest = list(accumulate((visit.day for visit in ordered), max))
    new_days = [visit.day for visit in new]
    by_id = {
        visit.id: Numbered((visit.number or 0) + bisect_left(new_days, visit.day), visit.planned) for visit in ordered
    }
    last = max((numbered.number for numbered in by_id.values()), default=0)
    planned = ordered[-1].planned if ordered else None
    for before, visit in enumerate(new):
        later = bisect_right(latest, visit.day)
        if later < len(ordered):
            number = (ordered[later].number or 0) + before
        else:
            last += 1
            number = last
            planned = visit.planned or planned
        by_id[visit.id] = Numbered(number, visit.planned or planned)
    if any(numbered.number > MOST_VISITS for numbered in by_id.values()):
        raise BadInput(f"a course would have more than {MOST_VISITS:,} visits", "give the visits the names of courses")
    return by_id


def _numbers(fact: object) -> tuple[int | None, int | None]:
    return (fact.visit, fact.course_visits) if isinstance(fact, Care) else (None, None)
