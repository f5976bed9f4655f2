"""Entries on the first and the last day that a calendar has, as another tool may have written: no command fails."""

from datetime import date, datetime, timedelta, timezone

import pytest

from heeldiary.domain.entries import (
    TYPES,
    Activity,
    Care,
    Entry,
    Fact,
    Guided,
    GuidedStep,
    Massage,
    MassageStep,
    Note,
    Pain,
    Sitting,
    Sore,
)
from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from tests.runner import Heeldiary

ENDS = (date(1900, 1, 1), date(1900, 1, 7), date(9999, 12, 27), date(9999, 12, 31))
AT = datetime(2026, 11, 22, 7, tzinfo=timezone(timedelta(hours=1)))
FACTS: tuple[Fact, ...] = (
    Pain("left", "first-step", 6),
    Pain("right", "night", 3),
    Activity("walking", 45, 6_000, "hard"),
    Sitting(300, 60),
    Massage("left", (MassageStep("ki1", 90),), "clinic", 6, 4, sore=("arch",)),
    Care("ice", until=date.max),
    Care("acupuncture", 40, "spring", 1, 12),
    Care("stretching", session=Guided("left", "evening", (GuidedStep("calf", 60),))),
    Sore("left", ("arch",)),
    Note(),
)
COMMANDS = (
    "list", "list --json", "list --from 1900-01-01", "show 1900-01-01", "show", "status", "status --short",
    "status --json", "nudge", "trends --plain", "trends --weeks 1040 --json", "trends --view calendar --plain",
    "trends --view links --plain", "trends --view where --plain", "trends --view load --plain", "review --plain",
    "review --json", "courses", "courses --json", "tags", "links", "experiment list", "export", "routine list",
    "trends --as-of 1900-01-01 --plain", "review --week 1900-W01", "courses --as-of 1900-01-01",
)  # fmt: skip


@pytest.fixture
def at_the_ends(heeldiary: Heeldiary) -> Heeldiary:
    """A diary with one of everything on each of these days, and one of everything besides entries."""
    assert {type(fact) for fact in FACTS} == set(TYPES.values())
    with (
        Diary(open_to_write(str(heeldiary.diary)), heeldiary.clock, heeldiary.random) as diary,
        diary.action("x") as action,
    ):
        for day in ENDS:
            for fact in FACTS:
                if isinstance(fact, Care) and fact.course:
                    fact = fact._replace(visit=1 + ENDS.index(day))
                action.put(Entry(diary.new_id(), day, AT, None, False, "typed", ("rain",), "words", fact))
        action.keep("pause", "9999-12-01", {"last_day": "9999-12-31", "reason": ""})
        action.keep("pause", "1900-01-01", {"last_day": "1900-01-02", "reason": ""})
        action.keep("plan", "clinic", {"days": "every 2 days", "times": 1, "since": "1900-01-01"})
        action.keep("plan", "toe-yoga", {"days": "daily", "times": 1, "since": "9999-12-31"})
        for place, (name, since) in enumerate((("massage", "1900-01-01"), ("tag:rain", "9999-12-31")), 1):
            action.keep("factor", name, {"position": place, "declared_on": since, "dropped_on": None})
    return heeldiary


@pytest.mark.grid(6)
@pytest.mark.parametrize("argv", COMMANDS)
def test_no_command_fails(at_the_ends: Heeldiary, argv: str) -> None:
    ran = at_the_ends(*argv.split())
    assert "crashed" not in ran.err, ran
    assert ran.code in (0, 2), ran


def test_all_of_them_are_listed(at_the_ends: Heeldiary) -> None:
    assert [entry["day"] for entry in at_the_ends.entries()] == [str(day) for day in ENDS for _ in FACTS]


@pytest.mark.thorough
def test_each_can_be_edited_deleted_and_brought_back(at_the_ends: Heeldiary) -> None:
    before = at_the_ends.entries()
    for entry in before:
        at_the_ends.done("edit", entry["id"], "--note", "other")
        at_the_ends.done("delete", entry["id"])
    for _ in before:
        at_the_ends.done("undo")
        at_the_ends.done("undo")
    assert at_the_ends.entries() == before


@pytest.mark.thorough
@pytest.mark.parametrize("now", ["1900-01-01T12:00:00", "1900-01-01T00:30:00"])
def test_at_the_beginning_of_time_no_command_fails(at_the_ends: Heeldiary, now: str) -> None:
    at_the_ends.clock.set(now)
    for argv in COMMANDS:
        ran = at_the_ends(*argv.split())
        assert "crashed" not in ran.err, (argv, ran)
