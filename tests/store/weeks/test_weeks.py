"""The views `weeks` and `first_step_mornings`, and the code behind `trends --json`, tell the same figures."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.days import FIRST_DAY, Span
from heeldiary.domain.entries import Care, Entry, Pain
from heeldiary.domain.scales import FEET
from heeldiary.domain.weeks.weeks import trends_to_json
from heeldiary.store.diary import Diary
from heeldiary.store.lasting_care import LASTING, load_lasting_care
from heeldiary.store.recording import log
from heeldiary.store.sql import Sql
from heeldiary.store.steps import create_schema
from heeldiary.store.weeks.weeks import load_care_days, load_trends
from tests.entry_strategies import ACTIVITIES, MASSAGES, PAINS, SITTINGS, diaries
from tests.standing_clock import SeededBytes, StandingClock
from tests.store import hand_diary
from tests.store.connections import in_memory

COLUMNS = ", ".join(hand_diary.KEYS)


def filled(entries: Iterable[Entry], now: str) -> Diary:
    """A diary in memory that holds these entries."""
    connection = in_memory()
    create_schema(connection)
    diary = Diary(Sql(connection), StandingClock(now), SeededBytes())
    with diary.action("filled by a test") as action:
        for entry in entries:
            action.put(entry)
    return diary


def of_view(diary: Diary, foot: str) -> list[dict[str, Any]]:
    """The view's rows of one foot, as JSON would have them."""
    rows = diary.sql.rows(f"SELECT {COLUMNS} FROM weeks WHERE foot = ? ORDER BY start", (foot,))
    return [{**dict(zip(hand_diary.KEYS, row, strict=True)), "enough": bool(row[7])} for row in rows]


def of_code(diary: Diary, number: int) -> list[Any]:
    """What `trends --json` would tell of both feet."""
    return [trends_to_json(told) for told in load_trends(diary, FEET, number)]


def by_hand(rows: Iterable[tuple[object, ...]]) -> list[dict[str, object]]:
    """The figures worked out by hand, with their keys."""
    return [dict(zip(hand_diary.KEYS, row, strict=True)) for row in rows]


@pytest.fixture
def hand() -> Diary:
    """The diary worked out by hand."""
    return filled(hand_diary.ENTRIES, hand_diary.NOW)


def test_the_code_tells_what_was_worked_out_by_hand(hand: Diary) -> None:
    left, right = of_code(hand, 4)
    assert left == {
        "foot": "left", "moment": "first-step", "from": "2026-12-14", "to": "2027-01-05",
        "weeks": by_hand(hand_diary.LEFT), "then_and_now": None, "trend": None,
    }  # fmt: skip
    assert right["foot"] == "right"
    assert right["weeks"] == by_hand(hand_diary.RIGHT)


def test_the_view_tells_what_was_worked_out_by_hand(hand: Diary) -> None:
    assert of_view(hand, "left") == by_hand(hand_diary.LEFT)
    assert of_view(hand, "right") == by_hand(hand_diary.RIGHT)


def test_the_view_of_mornings(hand: Diary) -> None:
    assert tuple(hand.sql.rows("SELECT day, left, right FROM first_step_mornings ORDER BY day")) == hand_diary.MORNINGS


def test_fewer_weeks_are_the_last_of_them(hand: Diary) -> None:
    left, right = of_code(hand, 2)
    assert left["weeks"] == by_hand(hand_diary.LEFT)[2:]
    assert right["weeks"] == by_hand(hand_diary.RIGHT)[2:]
    assert left["from"] == "2026-12-28"


def test_weeks_before_the_first_entry_are_empty(hand: Diary) -> None:
    left, _ = of_code(hand, 12)
    assert [week["mornings"] for week in left["weeks"]] == [0] * 8 + [3, 0, 4, 2]


def test_one_foot_alone(hand: Diary) -> None:
    assert [told.foot for told in load_trends(hand, ("right",), 4)] == ["right"]


def test_an_empty_diary_has_no_weeks_in_the_view_and_empty_ones_in_the_code() -> None:
    diary = filled((), hand_diary.NOW)
    assert of_view(diary, "left") == []
    assert [week["mornings"] for week in of_code(diary, 3)[0]["weeks"]] == [0, 0, 0]


@st.composite
def recent(draw: st.DrawFn) -> list[Entry]:
    """Entries within the ten weeks about the new year."""
    facts = draw(st.lists(st.one_of(PAINS, PAINS, ACTIVITIES, SITTINGS, MASSAGES), min_size=15, max_size=15))
    days = draw(st.lists(st.dates(date(2026, 11, 1), date(2027, 1, 5)), min_size=15, max_size=15))
    found: list[Entry] = []
    taken = set()
    for entry, fact, day in zip(draw(diaries(15)), facts, days, strict=False):
        if isinstance(fact, Pain):
            if (day, fact.foot) in taken:
                continue
            taken.add((day, fact.foot))
            fact = fact._replace(moment="first-step")
        found.append(entry._replace(fact=fact, day=day))
    return found


@given(recent())
def test_view_and_code_agree_on_any_diary(entries: list[Entry]) -> None:
    diary = filled(entries, hand_diary.NOW)
    for told in of_code(diary, 12):
        weeks = {week["start"]: week for week in told["weeks"]}
        rows = of_view(diary, told["foot"])
        assert rows == [weeks[row["start"]] for row in rows]
        with_entries = {week["start"] for week in told["weeks"] if week["mornings"] or week["massage_sessions"]}
        assert with_entries <= {row["start"] for row in rows}


def test_care_lasts_into_a_span_from_before_it_and_at_most_a_year(diary: Diary) -> None:
    day = date(2026, 11, 10)
    for kind, days_before, until in (("a", 367, day), ("b", 366, day), ("c", 1, day), ("d", 1, day - timedelta(days=1)),
                                     ("e", 0, day), ("f", 9, None)):  # fmt: skip
        log(diary, [Care(kind, until=until)], day=day - timedelta(days=days_before))
    for span in (Span(day, day), Span(day, day + timedelta(days=6))):
        assert [getattr(entry.fact, "kind", "") for entry in load_lasting_care(diary, span)] == ["b", "c"]
    assert load_lasting_care(diary, Span(FIRST_DAY, FIRST_DAY)) == []
    (plan,) = diary.sql.rows(f"EXPLAIN QUERY PLAN {LASTING}", ("", "", ""))
    assert "USING INDEX care_by_day" in plan[-1], "a long diary is not read whole"


def test_care_is_of_each_day_that_it_lasts_and_a_visit_of_its_first(diary: Diary) -> None:
    first = date(2026, 11, 10)
    log(diary, [Care("insoles", until=first + timedelta(days=3))], day=first)
    log(diary, [Care("splint", course="autumn", visit=2, until=first + timedelta(days=90))], day=first)
    days = load_care_days(diary, Span(first + timedelta(days=1), first + timedelta(days=4)))
    assert [(entry.day - first).days for entry in days if entry.kind == "insoles"] == [1, 2, 3]
    assert [(entry.day - first).days for entry in days if entry.kind == "splint"] == [1, 2, 3, 4]
    assert {entry.visit for entry in days} == {None}
    whole = load_care_days(diary, Span(first, first))
    assert {(entry.kind, entry.visit) for entry in whole} == {("insoles", None), ("splint", 1)}


def test_care_that_lasts_counts_once_a_day_and_not_beside_an_entry(diary: Diary) -> None:
    first = date(2026, 11, 10)
    span = Span(first, first + timedelta(days=6))
    log(diary, [Care("insoles", until=first + timedelta(days=20))], day=first - timedelta(days=3))
    log(diary, [Care("insoles", until=first + timedelta(days=5))], day=first - timedelta(days=1))
    log(diary, [Care("insoles", 300)], day=first + timedelta(days=2))
    days = load_care_days(diary, span)
    assert [(entry.day - first).days for entry in days] == [*range(7)]


def test_care_that_lasts_is_followed_for_a_year_whatever_the_range(diary: Diary) -> None:
    first = date(2024, 1, 1)
    log(diary, [Care("insoles", until=first + timedelta(days=900))], day=first)
    spans = [Span(first + timedelta(days=since), first + timedelta(days=369)) for since in (-10, 300, 364, 367)]
    found = [{(entry.day - first).days for entry in load_care_days(diary, span)} for span in spans]
    assert [max(days, default=None) for days in found] == [366, 366, 366, None]
