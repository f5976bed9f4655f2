"""Courses of visits: each visit has its number, whatever is logged late, moved, deleted or taken back."""

from datetime import date, timedelta

import pytest

from heeldiary.domain.entries import Care, Entry
from heeldiary.store.diary import Diary
from heeldiary.store.recording import delete, edit, log

TODAY = date(2026, 11, 22)


def visit(diary: Diary, ago: int, course: str = "spring", planned: int | None = None) -> Entry:
    """Log a visit some days ago."""
    fact = Care("acupuncture", 40, course, course_visits=planned)
    return log(diary, [fact], day=TODAY - timedelta(days=ago)).entries[0]


def numbers(diary: Diary, course: str = "spring") -> list[int | None]:
    """The visits' numbers by day."""
    cares = [entry.fact for entry in diary.entries(types=["care"])]
    return [care.visit for care in cares if isinstance(care, Care) and care.course == course]


@pytest.fixture
def three(diary: Diary) -> list[Entry]:
    """Three visits of spring and one of autumn."""
    return [visit(diary, 9, planned=12), visit(diary, 6), visit(diary, 6, "autumn"), visit(diary, 3)]


def test_visits_are_counted(three: list[Entry], diary: Diary) -> None:
    assert numbers(diary) == [1, 2, 3]
    assert numbers(diary, "autumn") == [1]
    assert [care.visit for entry in three if isinstance(care := entry.fact, Care)] == [1, 2, 1, 3]


def test_deleting_one_closes_the_gap_and_undo_opens_it(three: list[Entry], diary: Diary) -> None:
    before = diary.entries()
    touched = delete(diary, three[1])
    assert numbers(diary) == [1, 2]
    assert three[1] in touched
    diary.undo()
    assert diary.entries() == before


def test_one_logged_late_goes_between_and_undo_takes_it_out(three: list[Entry], diary: Diary) -> None:
    before = diary.entries()
    visit(diary, 7)
    assert numbers(diary) == [1, 2, 3, 4]
    diary.undo()
    assert diary.entries() == before
    assert len(three) == 4


def test_moving_one_renumbers_and_undo_puts_it_back(three: list[Entry], diary: Diary) -> None:
    before = diary.entries()
    edit(diary, three[0], three[0]._replace(day=TODAY))
    assert numbers(diary) == [1, 2, 3]
    diary.undo()
    assert diary.entries() == before


def test_care_without_a_course_has_no_number(diary: Diary) -> None:
    entry = log(diary, [Care("taping")]).entries[0]
    assert entry.fact == Care("taping")
