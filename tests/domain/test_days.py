"""Diary days, their names, and ISO weeks."""

import calendar
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.days import MONTHS, WEEKDAYS, diary_day, iso_day, last_weeks, monday, week_name
from tests.standing_clock import StandingClock

SUNDAY = date(2026, 11, 22)


def test_the_names_of_months_and_weekdays() -> None:
    assert list(MONTHS) == list(calendar.month_name)[1:]
    assert list(WEEKDAYS) == list(calendar.day_name)


@given(st.dates(date(1900, 1, 1), SUNDAY))
def test_every_day_is_written_in_one_way(day: date) -> None:
    assert iso_day(day.isoformat()) == day


@pytest.mark.parametrize(
    ("day", "week"),
    [
        ("2026-12-27", "2026-W52"), ("2026-12-28", "2026-W53"), ("2026-12-31", "2026-W53"), ("2027-01-01", "2026-W53"),
        ("2027-01-03", "2026-W53"), ("2027-01-04", "2027-W01"), ("2021-01-03", "2020-W53"), ("2024-12-30", "2025-W01"),
        ("2026-11-22", "2026-W47"), ("2026-01-01", "2026-W01"), ("1900-01-01", "1900-W01"),
    ],
)  # fmt: skip
def test_the_name_of_a_week_is_its_iso_week(day: str, week: str) -> None:
    assert week_name(date.fromisoformat(day)) == week


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_a_week_begins_on_monday_and_keeps_its_name(day: date) -> None:
    start = monday(day)
    assert start.weekday() == 0
    assert 0 <= (day - start).days <= 6
    assert week_name(start) == week_name(day)


def test_the_last_weeks_end_today() -> None:
    assert last_weeks(1, SUNDAY) == (date(2026, 11, 16), SUNDAY)
    assert last_weeks(12, SUNDAY) == (date(2026, 8, 31), SUNDAY)
    assert last_weeks(1040, SUNDAY).first == date(2026, 11, 16) - timedelta(weeks=1039)


@pytest.mark.parametrize(
    ("local", "start", "day"),
    [
        ("2026-11-23T00:30", "04:00", "2026-11-22"), ("2026-11-23T03:59:59.999", "04:00", "2026-11-22"),
        ("2026-11-23T04:00", "04:00", "2026-11-23"), ("2026-11-23T23:59", "04:00", "2026-11-23"),
        ("2026-11-23T00:00", "00:00", "2026-11-23"), ("2026-11-23T11:59", "12:00", "2026-11-22"),
        ("2027-01-01T01:00", "04:00", "2026-12-31"), ("2028-03-01T02:00", "04:00", "2028-02-29"),
        ("2026-03-29T03:30", "04:00", "2026-03-28"),  # the night of the change of clocks
    ],
)  # fmt: skip
def test_the_diary_day_starts_at_day_start(local: str, start: str, day: str) -> None:
    shown = StandingClock(local).now().replace(tzinfo=None)
    assert diary_day(shown, time.fromisoformat(start)) == date.fromisoformat(day)


@pytest.mark.parametrize("text", ["2026-W47-7", "20261122", "2026-11-22T00:00", "2026-11-2", "", "２０２６-11-22"])
def test_a_file_names_a_day_in_one_way(text: str) -> None:
    """Python's own reader takes weeks, and days without hyphens."""
    assert iso_day(text) is None
