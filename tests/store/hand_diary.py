"""A small diary whose weeks were worked out by hand: the views and the code must give these figures.

Two feet, four ISO weeks: one with three mornings of the left foot, one with nothing, week 53 across new year, and the
present week, two days old. Today is Tuesday 5 January 2027.
"""

from datetime import date, datetime, timedelta, timezone
from itertools import count

from heeldiary.domain.entries import Activity, Care, Entry, Fact, Massage, MassageStep, Note, Pain, Sitting

NOW = "2027-01-05T07:30:00"
"""Local time in Berlin."""

_BERLIN = timezone(timedelta(hours=1))
_NUMBERS = count(1)


def _entry(day: str, fact: Fact, source: str = "typed", note: str = "") -> Entry:
    at = datetime.fromisoformat(f"{day}T20:00:00").replace(tzinfo=_BERLIN)
    return Entry(
        f"hand{next(_NUMBERS):02}", date.fromisoformat(day), at, "Europe/Berlin", False, source, (), note, fact
    )


def _massage(*seconds: int, left: bool) -> Massage:
    points = ("ki1", "shimian", "heel", "calf")
    steps = tuple(MassageStep(point, length) for point, length in zip(points, seconds, strict=False))
    return Massage("left" if left else "right", steps)


ENTRIES: tuple[Entry, ...] = (
    # 2026-W51, Monday 14 to Sunday 20 December: left 5 6 6, right 2 3 3 3
    _entry("2026-12-14", Pain("left", "first-step", 5)),
    _entry("2026-12-17", Pain("left", "first-step", 6)),
    _entry("2026-12-20", Pain("left", "first-step", 6)),
    _entry("2026-12-14", Pain("right", "first-step", 2)),
    _entry("2026-12-15", Pain("right", "first-step", 3)),
    _entry("2026-12-18", Pain("right", "first-step", 3)),
    _entry("2026-12-20", Pain("right", "first-step", 3)),
    # other moments, which are not the first steps
    _entry("2026-12-14", Pain("left", "worst", 10)),
    _entry("2026-12-15", Pain("left", "night", 9)),
    _entry("2026-12-16", Pain("left", "after-sitting", 9)),
    _entry("2026-12-16", Pain("left", "after-sitting", 8)),
    # massage: left 90 + 45 and 80 seconds = 215 s, two sessions; right 60 + 70 = 130 s, one session
    _entry("2026-12-14", _massage(90, 45, left=True)),
    _entry("2026-12-16", _massage(80, left=True), source="routine"),
    _entry("2026-12-16", _massage(60, 70, left=False)),
    # steps on Monday: typed 4,000 + 2,500 = 6,500, watch 7,200, phone 3,000 + 3,000 = 6,000: 7,200
    _entry("2026-12-14", Activity("walking", 45, 4_000)),
    _entry("2026-12-14", Activity("running", 30, 2_500, "hard")),
    _entry("2026-12-14", Activity("walking", None, 7_200), source="watch"),
    _entry("2026-12-14", Activity("walking", None, 3_000), source="phone"),
    _entry("2026-12-14", Activity("walking", None, 3_000), source="phone"),
    # on Wednesday typed 5,000, watch 4,100: 5,000
    _entry("2026-12-16", Activity("walking", None, 5_000)),
    _entry("2026-12-16", Activity("walking", None, 4_100), source="watch"),
    _entry("2026-12-15", Sitting(390, 100)),
    _entry("2026-12-15", Sitting(60)),
    # 2026-W52: nothing
    # 2026-W53, Monday 28 December to Sunday 3 January: left 7 4 5 5, right 4 5
    _entry("2026-12-28", Pain("left", "first-step", 7)),
    _entry("2026-12-31", Pain("left", "first-step", 4)),
    _entry("2027-01-01", Pain("left", "first-step", 5)),
    _entry("2027-01-03", Pain("left", "first-step", 5)),
    _entry("2026-12-31", Pain("right", "first-step", 5)),
    _entry("2027-01-01", Pain("right", "first-step", 4)),
    _entry("2027-01-01", _massage(1800, left=False)),
    _entry("2026-12-31", Activity("standing", 120)),
    _entry("2027-01-02", Activity("walking", 20)),
    _entry("2027-01-02", Sitting(500, 120)),
    _entry("2026-12-30", Care("acupuncture", 40, "spring", 1, 12)),
    # 2027-W01, up to today: left 3 0
    _entry("2027-01-04", Pain("left", "first-step", 3)),
    _entry("2027-01-05", Pain("left", "first-step", 0)),
    _entry("2027-01-05", Note(), note="the insoles came"),
)

KEYS = (
    "week", "start", "mornings", "mean", "median", "lowest", "highest", "enough",
    "massage_minutes", "massage_sessions", "activity_minutes", "steps", "sitting_minutes",
)  # fmt: skip

LEFT: tuple[tuple[object, ...], ...] = (
    # 17 / 3 = 5.67; 215 s are 3.58 min; 7,200 + 5,000 steps; 45 + 30 min; 390 + 60 min
    ("2026-W51", "2026-12-14", 3, 5.7, 6.0, 5, 6, False, 4, 2, 75, 12_200, 450),
    ("2026-W52", "2026-12-21", 0, None, None, None, None, False, 0, 0, None, None, None),
    # 21 / 4 = 5.25, halves up; of 4 5 5 7 the middle is 5
    ("2026-W53", "2026-12-28", 4, 5.3, 5.0, 4, 7, True, 0, 0, 140, None, 500),
    ("2027-W01", "2027-01-04", 2, 1.5, 1.5, 0, 3, False, 0, 0, None, None, None),
)
RIGHT: tuple[tuple[object, ...], ...] = (
    # 11 / 4 = 2.75, halves up; 130 s are 2.17 min
    ("2026-W51", "2026-12-14", 4, 2.8, 3.0, 2, 3, True, 2, 1, 75, 12_200, 450),
    ("2026-W52", "2026-12-21", 0, None, None, None, None, False, 0, 0, None, None, None),
    ("2026-W53", "2026-12-28", 2, 4.5, 4.5, 4, 5, False, 30, 1, 140, None, 500),
    ("2027-W01", "2027-01-04", 0, None, None, None, None, False, 0, 0, None, None, None),
)

MORNINGS = (
    ("2026-12-14", 5, 2), ("2026-12-15", None, 3), ("2026-12-17", 6, None), ("2026-12-18", None, 3),
    ("2026-12-20", 6, 3), ("2026-12-28", 7, None), ("2026-12-31", 4, 5), ("2027-01-01", 5, 4),
    ("2027-01-03", 5, None), ("2027-01-04", 3, None), ("2027-01-05", 0, None),
)  # fmt: skip
"""Day, left, right."""
