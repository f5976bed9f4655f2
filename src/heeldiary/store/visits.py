"""Courses of visits: visits are numbered by day."""

from heeldiary.domain.entries import Care, Entry
from heeldiary.store import rows
from heeldiary.store.action import UndoStep
from heeldiary.store.diary import Diary


def used_course_names(diary: Diary) -> list[str]:
    """Return the names of the courses of visits, the one with the latest visit first."""
    query = "SELECT course FROM care WHERE course IS NOT NULL GROUP BY course ORDER BY max(day) DESC, course"
    return [course for (course,) in diary.sql.rows(query)]


def load_visits(diary: Diary, course: str) -> list[Entry]:
    """Return the visits of a course by number."""
    visits = rows.read_entries(
        diary.sql, "entry.id IN (SELECT id FROM care WHERE course = ? AND visit IS NOT NULL)", (course,), ("care",)
    )
    return sorted(visits, key=_visit)


def numbered(diary: Diary, action: UndoStep, entry: Entry, apart_from: str = "") -> Entry:
    """Return an entry with its visit number: it goes before the visits of later days, which move down by one.

    The planned number of visits is the course's latest, unless the visit brings one. `apart_from` is the id of a
    visit that does not count. An entry of no course stays as it is.
    """
    care = entry.fact
    if not isinstance(care, Care) or care.course is None:
        return entry
    so_far = [visit for visit in load_visits(diary, care.course) if visit.id != apart_from]
    later = [visit for visit in so_far if visit.day > entry.day]
    number = _visit(later[0]) if later else max(map(_visit, so_far), default=0) + 1
    for visit in later:
        _move(action, visit, by=1)
    planned = care.course_visits or (_care(so_far[-1]).course_visits if so_far else None)
    return entry._replace(fact=care._replace(visit=number, course_visits=planned))


def renumbered(diary: Diary, action: UndoStep, entry: Entry, changed: Entry) -> Entry:
    """Return a changed entry with its new number, if it moved within a course or to another."""
    if (entry.day, _course(entry)) == (changed.day, _course(changed)):
        return changed
    close_gap(diary, action, entry)
    if isinstance(changed.fact, Care):
        changed = changed._replace(fact=changed.fact._replace(visit=None))
    return numbered(diary, action, changed, apart_from=entry.id)


def close_gap(diary: Diary, action: UndoStep, gone: Entry) -> None:
    """Renumber the later visits of a course after one was removed."""
    if not isinstance(gone.fact, Care) or gone.fact.course is None or gone.fact.visit is None:
        return
    for visit in load_visits(diary, gone.fact.course):
        if _visit(visit) > gone.fact.visit:
            _move(action, visit, by=-1)


def _move(action: UndoStep, visit: Entry, by: int) -> None:
    action.put(visit._replace(fact=_care(visit)._replace(visit=_visit(visit) + by)))


def _course(entry: Entry) -> str | None:
    return entry.fact.course if isinstance(entry.fact, Care) else None


def _care(entry: Entry) -> Care:
    assert isinstance(entry.fact, Care)
    return entry.fact


def _visit(entry: Entry) -> int:
    return _care(entry).visit or 0
