"""Lengths of time as they are typed: `45`, `45m`, `1h30`, `1h30m`, `7.5h`; of a point `90s`, `1m30s`, `2m`."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.durations import format_gap, format_times, join_durations, parse_minutes, parse_point_seconds
from heeldiary.errors import BadInput


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("45", 45), ("45m", 45), ("1h30", 90), ("1h30m", 90), ("7.5h", 450), ("0.5h", 30), ("7.25h", 435),
        ("1", 1), ("1440", 1440), ("1440m", 1440), ("24h00", 1440), ("24.0h", 1440), ("23h59", 1439), ("0.05h", 3),
        ("45min", 45), ("45 min", 45), ("2 mins", 2), ("1 h 30", 90), ("1h30min", 90), ("2,5h", 150), ("2.5 h", 150),
        ("45 min.", 45),
    ],
)  # fmt: skip
def test_minutes(typed: str, minutes: int) -> None:
    assert parse_minutes(typed) == minutes


@pytest.mark.parametrize(
    "typed",
    [
        "1441", "1441m", "24h01", "24.5h", "25h00", "99h59", "9999", "100000",  # more than a day
        "7.51h", "0.001h", "7.33h",  # no whole minutes
        "", " ", "h", "m", "-5", "+5", "1e2", "45s", "1:30", "1,5", "1h30s", "1.5", "1.5m", "NaN",
        "٤٥", "４５", "0x10", "1_0", "1h-5", "1h3.5", "²", "999999999999999999999999",
    ],
)  # fmt: skip
def test_no_duration(typed: str) -> None:
    with pytest.raises(BadInput):
        parse_minutes(typed)


@given(st.integers(0, 1440))
def test_every_whole_minute_of_a_day_can_be_typed(minutes: int) -> None:
    assert parse_minutes(str(minutes)) == minutes
    assert parse_minutes(f"{minutes}m") == minutes
    assert parse_minutes(f"{minutes // 60}h{minutes % 60:02}") == minutes
    assert parse_minutes(f"{minutes // 60}h{minutes % 60:02}m") == minutes


@given(st.text(st.sampled_from("0123456789hms.-+ e_"), max_size=8))
def test_a_duration_is_within_a_day_or_refused(typed: str) -> None:
    try:
        minutes = parse_minutes(typed)
    except BadInput:
        return
    assert isinstance(minutes, int)
    assert 0 <= minutes <= 1440


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [("90s", 90), ("1m30s", 90), ("2m", 120), ("1s", 1), ("30m", 1800), ("1800s", 1800), ("2", 120), ("30", 1800),
     ("5 minutes", 300), ("5min", 300), ("1 min", 60), ("90 seconds", 90), ("45 sec", 45), ("1 min 30 s", 90),
     ("2 minutes and 30 seconds", 150), ("1m 30s", 90), ("1m30", 90), ("1 min 05", 65), ("90 sec.", 90),
     ("1.5m", 90), ("0,5 min", 30), ("half a minute", 30), ("A minute and a half", 90)],
)  # fmt: skip
def test_seconds_of_a_point(typed: str, seconds: int) -> None:
    assert parse_point_seconds(typed) == seconds


@pytest.mark.parametrize(
    "typed",
    [
        "90",
        "31",
        "0",
        "1m60s",
        "2m99s",
        "",
        "0s",
        "0m",
        "0m0s",
        "1801s",
        "30m1s",
        "31m",
        "1h",
        "-90s",
        "٩s",
        "and",
        " and ",
        "m",
        "1 m and",
    ],
)
def test_no_seconds_of_a_point(typed: str) -> None:
    with pytest.raises(BadInput):
        parse_point_seconds(typed)


@given(st.integers(1, 1800))
def test_every_second_up_to_half_an_hour_can_be_typed(seconds: int) -> None:
    assert parse_point_seconds(f"{seconds}s") == seconds
    assert parse_point_seconds(f"{seconds // 60}m{seconds % 60}s") == seconds


def test_how_often() -> None:
    assert [format_times(times) for times in (0, 1, 2, 3, 12)] == ["0 times", "once", "twice", "3 times", "12 times"]


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("30 minutes", 30),
        ("2 hours", 120),
        ("1 hour", 60),
        ("1 hour and 30 minutes", 90),
        ("1 hr 5 min", 65),
        ("1.5 hours", 90),
        ("half an hour", 30),
        ("An hour and a half", 90),
        ("a quarter of an hour", 15),
        ("6 h a day", 360),
        ("6h/day", 360),
        ("half an hour each day", 30),
    ],
)
def test_durations_are_typed_as_they_are_said(typed: str, minutes: int) -> None:
    assert parse_minutes(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "joined"),
    [
        (["walking", "45", "minutes"], ["walking", "45 minutes"]),
        (["1", "hour", "and", "20", "min", "--note", "5", "min"], ["1 hour and 20 min", "--note", "5", "min"]),
        (["1h", "20", "30"], ["1h 20", "30"]),
        (["walking", "45", "30"], ["walking", "45", "30"]),
        (["45", "steps"], ["45", "steps"]),
        ([], []),
        (["walking", "half", "an", "hour", "--note", "x"], ["walking", "half an hour", "--note", "x"]),
        (["An", "hour", "and", "a", "half"], ["An hour and a half"]),
        (["half", "a", "mile"], ["half", "a", "mile"]),
    ],
)
def test_a_duration_of_several_words_is_joined(typed: list[str], joined: list[str]) -> None:
    assert join_durations(typed) == joined


@pytest.mark.parametrize(
    ("seconds", "written"),
    [
        (-5, "an unknown time"), (0.9, "an unknown time"), (1, "1 s"), (59.6, "1 min"), (61, "1 min 1 s"),
        (3599, "59 min 59 s"), (3600, "1 h"), (3 * 3600 + 29, "3 h"), (3 * 3600 + 31, "3 h 01"),
    ],
)  # fmt: skip
def test_the_length_of_a_gap(seconds: float, written: str) -> None:
    assert format_gap(seconds) == written


@pytest.mark.parametrize(
    ("parse", "typed", "message", "remedy"),
    [
        (parse_minutes, "1441", "a duration is at most 24 hours", "split it between two days"),
        (parse_minutes, "x", "that is not a duration in whole minutes", "write it like 45, 45m, 1h30 or 7.5h"),
        (parse_minutes, "1.5", "that is not a duration in whole minutes",
         "for hours, write 1.5h; else write it like 45, 45m, 1h30 or 7.5h"),
        (parse_minutes, "1:30", "that is not a duration in whole minutes",
         "write it like 45, 45m, 1h30 or 7.5h (1:30 can be hours or minutes)"),
        (parse_point_seconds, "0s", "a point is massaged for 1 second to 30 minutes",
         "write 90s for seconds, 1m30s, or 2 for minutes"),
        (parse_point_seconds, "1m60s", "a minute has 60 seconds", "write it like 90s, 1m30s or 2m"),
    ],
)  # fmt: skip
def test_what_is_refused_says_how_to_write_it(
    parse: Callable[[str], int], typed: str, message: str, remedy: str
) -> None:
    with pytest.raises(BadInput) as caught:
        parse(typed)
    assert (caught.value.message, caught.value.remedy) == (message, remedy)
