"""Days as people write them, past and to come: one meaning, or a refusal that names both."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.days import FIRST_DAY
from heeldiary.domain.typed_days import parse_coming_day, parse_day, written_days
from heeldiary.errors import BadInput

SATURDAY, SUNDAY = date(2026, 11, 28), date(2026, 11, 22)
PAST = st.dates(FIRST_DAY, SATURDAY)
FORMS = (
    "{d} {mon}", "{d}. {mon}", "{mon} {d}", "{d}{mon} {y}", "{d} {month} {y}", "{month} {d}, {y}", "{y}-{m}-{d}",
    "{y}/{m}/{d}",
    "{d}.{m}.", "{d}.{m}", "{d}.{m}.{y}", "{d:02}.{m:02}.{y}", "{d}/{m}/{y}", "{m}/{d}/{y}", "{d}-{m}-{y}", "{d}/{m}",
)  # fmt: skip


def written(form: str, day: date) -> str:
    return form.format(d=day.day, m=day.month, y=day.year, mon=day.strftime("%b"), month=day.strftime("%B"))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("25", "2026-11-25"), ("28", "2026-11-28"), ("29", "2026-10-29"), ("31", "2026-10-31"), ("1", "2026-11-01"),
        ("25 nov", "2026-11-25"), ("Nov 25", "2026-11-25"), ("30 dec", "2025-12-30"), ("28 nov", "2026-11-28"),
        ("25  NOVEMBER  2025", "2025-11-25"), ("november 25, 2025", "2025-11-25"), ("3sept", "2026-09-03"),
        ("2026-11-5", "2026-11-05"), ("25.11.", "2026-11-25"), ("30.12.", "2025-12-30"), ("5.6.2026", "2026-06-05"),
        ("25/11/2026", "2026-11-25"), ("11/25/2026", "2026-11-25"), ("6/6/2026", "2026-06-06"), ("25-11", "2026-11-25"),
        ("25th", "2026-11-25"), ("the 1st", "2026-11-01"), ("22nd nov", "2026-11-22"),
        ("Nov 25th, 2025", "2025-11-25"), ("the 3rd of sept", "2026-09-03"),
        ("1w", "2026-11-21"), ("0w", "2026-11-28"), ("52w", "2025-11-29"), ("29 feb", "2024-02-29"),
        ("1 week ago", "2026-11-21"), ("a week ago", "2026-11-21"), ("3 weeks ago", "2026-11-07"),
        ("tues", "2026-11-24"), ("thur", "2026-11-26"), ("Thurs", "2026-11-26"), ("last tues", "2026-11-24"),
        ("day before yesterday", "2026-11-26"), ("the day  before yesterday", "2026-11-26"),
        ("last mon", "2026-11-23"), ("last friday", "2026-11-27"), ("last sat", "2026-11-21"), ("sat", "2026-11-28"),
    ],
)  # fmt: skip
def test_a_past_day(typed: str, day: str) -> None:
    assert parse_day(typed, SATURDAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("28", "2026-11-28"), ("27", "2026-12-27"), ("31", "2026-12-31"), ("today", "2026-11-28"), ("tomorrow",
        "2026-11-29"),
        ("sun", "2026-11-29"), ("sat", "2026-11-28"), ("fri", "2026-12-04"), ("3d", "2026-12-01"), ("2w", "2026-12-12"),
        ("1 dec", "2026-12-01"), ("27 nov", "2027-11-27"), ("28.11.", "2026-11-28"), ("25/12", "2026-12-25"),
        ("2 weeks", "2026-12-12"), ("in a week", "2026-12-05"), ("in 3 days", "2026-12-01"), ("1 day", "2026-11-29"),
        ("29 feb", "2028-02-29"), ("2026-01-01", "2026-01-01"), ("yesterday", "2026-11-27"),
    ],
)  # fmt: skip
def test_a_day_to_come(typed: str, day: str) -> None:
    assert parse_coming_day(typed, SATURDAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("fri", "2026-11-20"), ("mon", "2026-11-16"), ("sun", "2026-11-22"), ("20", "2026-11-20"), ("15", "2026-12-15"),
        ("20 nov", "2026-11-20"), ("today", "2026-11-28"), ("tomorrow", "2026-11-29"), ("3d", "2026-11-19"),
        ("2w", "2026-11-30"), ("2 weeks", "2026-11-30"), ("in 2 weeks", "2026-12-12"), ("2026-11-19", "2026-11-19"),
    ],
)  # fmt: skip
def test_the_last_day_of_what_began_earlier(typed: str, day: str) -> None:
    assert parse_coming_day(typed, SATURDAY, date(2026, 11, 16)) == date.fromisoformat(day)


@pytest.mark.parametrize(("typed", "day"), [("15 nov", None), ("1 jun", None), ("16 may", "2027-05-16")])
def test_a_date_before_the_first_day_is_rather_a_slip_than_next_year(typed: str, day: str | None) -> None:
    if day:
        assert parse_coming_day(typed, SATURDAY, date(2026, 11, 16)) == date.fromisoformat(day)
        return
    with pytest.raises(BadInput, match="is before the first day, Mon 16 Nov 2026"):
        parse_coming_day(typed, SATURDAY, date(2026, 11, 16))


@pytest.mark.parametrize("typed", ["Tue 24 Nov 2026", "tuesday, 24 nov", "tue 24.11.", "Tues. Nov 24", "tue 24/11"])
def test_a_weekday_before_its_date(typed: str) -> None:
    assert parse_day(typed, SATURDAY) == date(2026, 11, 24)
    assert parse_coming_day(typed, SATURDAY, date(2026, 11, 23)) == date(2026, 11, 24)


def test_a_weekday_tells_two_days_apart() -> None:
    assert parse_day("thu 5/11", SATURDAY) == date(2026, 11, 5)
    assert parse_day("mon 5/11", SATURDAY) == date(2026, 5, 11)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [("mon 24 nov", "not one day"), ("tue 32 nov", "not one day"), ("sun 29 nov", "Sun 29 Nov 2026 is still to come")],
)
def test_a_weekday_that_is_not_that_of_its_date(typed: str, wrong: str) -> None:
    with pytest.raises(BadInput, match=wrong):
        parse_day(typed, SATURDAY)


@pytest.mark.parametrize(
    "typed",
    [
        "", "0", "32", "99", "123", "30.2.", "29.2.2025", "25/", "25-", "13/13/2026", "0/5/2026",
        "25.11.26", "1/2/3",
        "25 nov 26", "25 xyz", "nov", "nov 2026", "last", "last week", "w", "-1w", "10000w", "٢٥", "25\u200b",
        "25/11.2026", "2026-11",
        "25.11.2026.", "25 11", "2026-13-01", "20261125", "today 2026", "next", "next x", "mon next", "x last week",
    ],
)  # fmt: skip
def test_no_day_at_all(typed: str) -> None:
    for parse in (parse_day, parse_coming_day):
        with pytest.raises(BadInput, match="that is not a day"):
            parse(typed, SATURDAY)


@pytest.mark.parametrize(
    ("typed", "day"),
    [("tuesday last week", "2026-11-17"), ("sat last week", "2026-11-21"), ("Sun last week", "2026-11-22")],
)
def test_a_day_of_last_week(typed: str, day: str) -> None:
    assert parse_day(typed, SATURDAY) == date.fromisoformat(day)
    with pytest.raises(BadInput, match="that is not a day"):
        parse_coming_day(typed, SATURDAY)


@pytest.mark.parametrize(
    ("typed", "day"),
    [("next friday", "2026-12-04"), ("next sat", "2026-12-05"), ("fri next week", "2026-12-04")],
)
def test_a_day_of_next_week(typed: str, day: str) -> None:
    assert parse_coming_day(typed, SATURDAY) == date.fromisoformat(day)
    with pytest.raises(BadInput, match="that is not a day"):
        parse_day(typed, SATURDAY)


def test_a_next_day_that_can_be_of_two_weeks_is_refused_with_both() -> None:
    with pytest.raises(BadInput) as refused:
        parse_coming_day("next sun", SATURDAY)
    assert refused.value.remedy == "write 2026-11-29 for Sun 29 Nov 2026 or 2026-12-06 for Sun 6 Dec 2026"


@pytest.mark.parametrize("typed", ["last week", "this week"])
def test_a_week_is_told_to_name_its_day(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_day(typed, SATURDAY)
    assert refused.value.remedy == "name a day of the week, as in: last mon, or 1w"
    with pytest.raises(BadInput, match="that is not a day"):
        parse_coming_day("1 week ago", SATURDAY)


@pytest.mark.parametrize(
    ("typed", "day"),
    [("31 feb", "31 February"), ("Nov 31", "31 November"), ("30. feb 2025", "30 February 2025"), ("0 may", "0 May")],
)
def test_a_day_that_its_month_does_not_have(typed: str, day: str) -> None:
    for parse in (parse_day, parse_coming_day):
        with pytest.raises(BadInput, match=f"^there is no {day}$"):
            parse(typed, SATURDAY)


@pytest.mark.parametrize("typed", ["5/6/2026", "6/5/2026", "5-6-2026", "5/6", "12/11/2026"])
def test_what_can_be_two_days_is_refused_and_both_are_named(typed: str) -> None:
    with pytest.raises(BadInput, match="that can be two days") as refused:
        parse_day(typed, SATURDAY)
    first, second = written_days(typed, SATURDAY)
    assert first < second
    assert first.isoformat() in refused.value.remedy
    assert second.isoformat() in refused.value.remedy


@pytest.mark.parametrize("typed", ["tomorrow", "29.11.2026", "1 jan 2027", "2026-12-01"])
def test_a_past_day_is_not_still_to_come(typed: str) -> None:
    with pytest.raises(BadInput, match="still to come"):
        parse_day(typed, SATURDAY)


@pytest.mark.parametrize("typed", ["29 nov", "29.11.", "29/11", "Dec 1", "29 dec"])
def test_a_date_without_its_year_that_comes_within_a_month_is_not_taken_for_a_year_ago(typed: str) -> None:
    with pytest.raises(BadInput, match="2026 is still to come") as refused:
        parse_day(typed, SATURDAY)
    year_ago = written_days(typed.lower(), SATURDAY)[0]
    assert year_ago.isoformat() in refused.value.remedy
    assert parse_day(year_ago.isoformat(), SATURDAY) == year_ago
    assert parse_day("30 dec", SATURDAY) == date(2025, 12, 30)


@given(PAST, st.sampled_from(FORMS))
def test_a_day_written_in_any_way_is_that_day_or_is_asked_about(day: date, form: str) -> None:
    days = written_days(written(form, day).lower(), SATURDAY)
    assert day in days or ("{y}" not in form and days)
    assert len(days) == 1 or (len(days) == 2 and max(day.day, day.month) <= 12 and day.day != day.month)


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.integers(1, 31), st.booleans())
def test_the_day_of_a_month_is_the_nearest(today: date, number: int, ahead: bool) -> None:
    for day in written_days(str(number), today, ahead):
        assert day.day == number
        assert timedelta(0) <= (day - today if ahead else today - day) <= timedelta(days=61)


@given(st.text(max_size=12) | st.from_regex(r"[0-9./ a-z-]{1,12}", fullmatch=True), PAST)
def test_whatever_is_typed_is_a_day_or_a_refusal(typed: str, today: date) -> None:
    for parse in (parse_day, parse_coming_day):
        try:
            day = parse(typed, today)
        except BadInput:
            continue
        assert parse(day.isoformat(), today) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-22", "2026-11-22"), ("today", "2026-11-22"), ("yesterday", "2026-11-21"),
        ("sun", "2026-11-22"), ("sunday", "2026-11-22"),  # today included
        ("mon", "2026-11-16"), ("monday", "2026-11-16"), ("tue", "2026-11-17"), ("tuesday", "2026-11-17"),
        ("wed", "2026-11-18"), ("wednesday", "2026-11-18"), ("thu", "2026-11-19"), ("thursday", "2026-11-19"),
        ("fri", "2026-11-20"), ("friday", "2026-11-20"), ("sat", "2026-11-21"), ("saturday", "2026-11-21"),
        ("0d", "2026-11-22"), ("3d", "2026-11-19"), ("3 days ago", "2026-11-19"),
        ("1 day ago", "2026-11-21"), ("9999d", "1999-07-08"),
        ("1900-01-01", "1900-01-01"), ("2024-02-29", "2024-02-29"), ("2000-02-29", "2000-02-29"),
    ],
)  # fmt: skip
def test_a_plain_form(typed: str, day: str) -> None:
    assert parse_day(typed, SUNDAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-11-23", "9999-12-31", "2028-02-29",  # to come
        "1899-12-31", "0001-01-01", "1900-02-29", "2026-02-29", "2026-13-01", "2026-00-10", "2026-11-31",
        "2026-W53-1", "2026-W47-7", "2026-W47", "20261122", "2026-326", "2026-11", "26-11-22",
        "2026-11-22T07:00", " ", "", "tomorrow", "d", "-3d", "+3d", "10000d", "3.5d", "٣d", "³d",
        "٢٠٢٦-١١-٢٢", "２０２６-11-22", "m", "mo", "mond", "\udcff\udcff\udcff\udcff-\udcff\udcff-\udcff\udcff",
    ],
)  # fmt: skip
def test_no_plain_form(typed: str) -> None:
    with pytest.raises(BadInput):
        parse_day(typed, SUNDAY)


@given(st.text(st.sampled_from("0123456789-WdTZ"), max_size=10))
def test_a_day_is_past_or_refused(typed: str) -> None:
    try:
        day = parse_day(typed, SUNDAY)
    except BadInput:
        return
    assert date(1900, 1, 1) <= day <= SUNDAY


@given(st.dates(date(1930, 1, 1), SUNDAY), st.integers(0, 6))
def test_a_weekday_is_its_latest_one(today: date, number: int) -> None:
    name = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[number]
    day = parse_day(name, today)
    assert day.weekday() == number
    assert timedelta(0) <= today - day < timedelta(days=7)


@pytest.mark.parametrize("typed", ['"22 nov"', "'22 nov'", '"yesterday"'])
def test_quotes_that_a_shell_would_take_away_are_no_part_of_a_day(typed: str) -> None:
    assert parse_day(typed, date(2026, 11, 29)) == parse_day(typed[1:-1], date(2026, 11, 29))
