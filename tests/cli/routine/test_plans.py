"""`heeldiary routine plan`, `pause` and `resume`, and that undo takes back whatever is done to routines."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.entries import Care, Guided, GuidedStep, Massage, MassageStep
from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from heeldiary.store.recording import log
from tests.cli.test_hostile_notes import fit_for_a_terminal
from tests.runner import Heeldiary
from tests.sampling import fewer
from tests.standing_clock import SeededBytes, StandingClock


def listed(heeldiary: Heeldiary) -> dict[str, str]:
    """The lines of the list, by their first word."""
    lines = heeldiary.done("routine", "list").out.splitlines()
    return {line.partition(" ")[0]: line for line in lines}


def did(heeldiary: Heeldiary, routine: str, *days: int) -> None:
    """Have a routine done on days of November 2026, as the app keeps it."""
    with Diary(open_to_write(str(heeldiary.diary)), heeldiary.clock, heeldiary.random) as diary:
        for day in days:
            massage = Massage("left", (MassageStep("ki1", 90),), routine)
            care = Care("strengthening", 5, session=Guided("left", routine, (GuidedStep("x", 90, 3),)))
            log(diary, [massage if routine == "clinic" else care], day=date(2026, 11, day))


def test_a_plan_is_told_and_stands_in_the_list(heeldiary: Heeldiary) -> None:
    assert heeldiary.done("routine", "plan", "clinic", "daily").out == "Saved: clinic, daily, from Sun 22 Nov 2026\n"
    assert listed(heeldiary)["clinic"].endswith("built in, planned daily, 0 of 1 this week, for today")
    heeldiary.done("routine", "plan", "fascia-stretch", "daily,", "3", "times")
    assert listed(heeldiary)["fascia-stretch"].endswith("planned daily, 3 times, 0 of 3 this week, 0 of 3 today")
    heeldiary.done("routine", "plan", "heel-raise", "every 2 days")
    heeldiary.clock.set("2026-11-23T08:00:00")
    assert "planned every 2 days, 0 of 3 this week, not today" in listed(heeldiary)["heel-raise"]
    assert "planned every 2 days" in heeldiary.done("routine", "show", "heel-raise").out


def test_how_the_week_stands(heeldiary: Heeldiary) -> None:
    heeldiary.clock.set("2026-11-16T08:00:00")
    for name in ("clinic", "heel-raise"):
        heeldiary.done("routine", "plan", name, "mon", "tue", "wed", "thu", "sun")
    did(heeldiary, "clinic", 16, 17, 19, 22)
    did(heeldiary, "heel-raise", 15, 18)
    heeldiary.clock.set("2026-11-22T08:00:00")
    assert listed(heeldiary)["clinic"].endswith("4 of 5 this week, done today")
    assert listed(heeldiary)["heel-raise"].endswith("1 of 5 this week, for today")
    heeldiary.done("routine", "pause", "--from", "2026-11-17", "--until", "2026-11-18")
    assert listed(heeldiary)["heel-raise"].endswith("1 of 3 this week, for today")
    told = heeldiary.done("routine", "list").out.lower()
    assert "streak" not in told
    assert "missed" not in told


def test_planned_no_more(heeldiary: Heeldiary) -> None:
    heeldiary.refused(2, "routine", "plan", "clinic", "none")
    assert not heeldiary.home.exists()
    heeldiary.done("routine", "plan", "clinic", "daily")
    assert heeldiary.done("routine", "plan", "clinic", "none").out == "Saved: clinic, no longer planned (was daily)\n"
    assert "planned" not in heeldiary.done("routine", "list").out
    heeldiary.refused(2, "routine", "plan", "clinic", "none")
    heeldiary.done("undo")
    assert "planned daily" in listed(heeldiary)["clinic"]


@pytest.mark.grid(4)
@pytest.mark.parametrize(
    "argv",
    [
        ("plan",), ("plan", "clinic"), ("plan", "clinic", "weekly"), ("plan", "clinic", ""), ("plan", "none", "daily"),
        ("plan", "clinic", "every", "31", "days"), ("plan", "clinic", "daily,", "0", "times"),
        ("plan", "clinic", "daily", "--times", "3"), ("plan", "clinic", "\x1b[2J"), ("plan", "\x1b[2J", "daily"),
        ("pause",), ("pause", "--until", "2026-11-21"), ("pause", "--until", "soon"),
        ("pause", "--until", "2026-02-30"),
        ("pause", "--until", "2027-11-24"), ("pause", "--until", "20261201"), ("pause", "2026-12-01"),
        ("pause", "--from", "2026-12-02", "--until", "2026-12-01"), ("pause", "--from", "x", "--until", "2026-12-01"),
        ("pause", "--from", "1899-12-31", "--until", "1900-01-01"), ("pause", "--until", "9999-12-31"),
        ("pause", "--until", "2026-12-01", "--note", "x" * 201), ("resume",), ("resume", "x"), ("resume", "--json"),
    ],
)  # fmt: skip
def test_bad_ones_are_refused_and_change_nothing(heeldiary: Heeldiary, argv: tuple[str, ...]) -> None:
    heeldiary.refused(2, "routine", *argv)
    assert not heeldiary.home.exists()
    heeldiary.done("routine", "plan", "heel-raise", "daily")
    assert fit_for_a_terminal(heeldiary.refused(2, "routine", *argv).err)


def test_a_pause_and_its_end(heeldiary: Heeldiary) -> None:
    heeldiary.done("routine", "plan", "clinic", "daily")
    told = "a pause, Sun 22 Nov 2026 to Tue 1 Dec 2026: flu"
    ran = heeldiary.done("routine", "pause", "--until", "2026-12-01", "--note", "  flu\n ")
    assert ran.out == f"Saved: {told}\n"
    assert heeldiary.done("routine", "list").out.endswith(f"{told}\n")
    assert "planned daily, paused until Tue 1 Dec 2026" in listed(heeldiary)["clinic"]
    assert heeldiary.done("routine", "resume").out.startswith(f"Ended: {told}.")
    assert "0 of 1 this week, for today" in listed(heeldiary)["clinic"]
    heeldiary.refused(2, "routine", "resume")
    heeldiary.done("undo")
    assert heeldiary.done("routine", "list").out.endswith(f"{told}\n")


def test_the_days_of_a_pause_that_was_ended_stay_paused(heeldiary: Heeldiary) -> None:
    heeldiary.clock.set("2026-11-16T08:00:00")
    heeldiary.done("routine", "plan", "clinic", "daily")
    heeldiary.done("routine", "pause", "--until", "2026-11-29", "-n", "flu")
    heeldiary.clock.set("2026-11-20T08:00:00")
    heeldiary.done("routine", "resume")
    assert "0 of 3 this week, for today" in listed(heeldiary)["clinic"], "ill from Monday to Thursday"
    heeldiary.done("undo")
    assert "planned daily, paused until Sun 29 Nov 2026" in listed(heeldiary)["clinic"]


def test_a_pause_that_is_over_is_not_listed(heeldiary: Heeldiary) -> None:
    heeldiary.done("routine", "pause", "--from", "2026-11-01", "--until", "2026-11-21")
    heeldiary.done("routine", "pause", "--from", "9999-12-31", "--until", "9999-12-31")
    assert heeldiary.done("routine", "list").out.count("a pause") == 1


@pytest.mark.parametrize("words", ["[red]x", "a\x1b[2J\x07b", "\u202egnp.exe", "$(reboot)", "{0}"])
def test_a_reason_is_data(heeldiary: Heeldiary, words: str) -> None:
    told = heeldiary.done("routine", "pause", "--until", "2026-12-01", f"--note={words}").out
    for out in (told, heeldiary.done("routine", "list").out, heeldiary.done("undo").out):
        assert fit_for_a_terminal(out)
        assert "\u202e" not in out


CHANGES = (
    ("routine", "new", "evening"), ("routine", "new", "evening", "--replace", "--from", "heel-raise"),
    ("routine", "new", "raises", "--from", "heel-raise"), ("routine", "new", "raises", "--replace"),
    ("routine", "delete", "evening"), ("routine", "delete", "raises"), ("routine", "plan", "evening", "daily"),
    ("routine", "plan", "evening", "mon"), ("routine", "plan", "evening", "none"),
    ("routine", "plan", "clinic", "daily"), ("routine", "pause", "--until", "2026-12-01"),
    ("routine", "pause", "--until", "2026-12-02", "-n", "flu"),
    ("routine", "pause", "--from", "2026-11-20", "--until", "2026-11-23"), ("routine", "resume"),
    ("log", "left", "6", "--replace"), ("settings", "ki1-seconds", "60"), ("undo",),
)  # fmt: skip
SEEN = (("list", "--json"), ("routine", "list"), ("settings", "--json"), ("export",))


def look(heeldiary: Heeldiary) -> list[str]:
    """All that can be seen of the diary and its routines."""
    return [heeldiary.done(*argv).out for argv in SEEN]


@fewer(5)
@given(st.lists(st.sampled_from(CHANGES), max_size=14))
def test_any_changes_are_undone_one_by_one_to_the_first(changes: list[tuple[str, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        heeldiary = Heeldiary(Path(folder) / "home", StandingClock(), SeededBytes())
        state, before = look(heeldiary), list[list[str]]()
        for change in changes:
            code = heeldiary(*change).code
            now = look(heeldiary)
            if change == ("undo",):
                assert code == (0 if before else 1)
                assert now == (before.pop() if before else state)
            elif now != state:
                assert code == 0
                before.append(state)
            state = now
        while before:
            heeldiary.done("undo")
            assert look(heeldiary) == before.pop()
        assert heeldiary("undo").code == 1


def test_a_pause_still_to_come_is_taken_back_by_its_first_day(heeldiary: Heeldiary) -> None:
    heeldiary.done("routine", "pause", "--until", "2026-11-24")
    heeldiary.done("routine", "pause", "--from", "2026-12-20", "--until", "2026-12-27", "-n", "away")
    before = heeldiary.done("routine", "list").out
    told = "a pause, Sun 20 Dec 2026 to Sun 27 Dec 2026: away"
    assert heeldiary.done("routine", "resume", "--from", "2026-12-20").out == (
        f"Removed: {told}. heeldiary undo brings it back.\n"
    )
    after = heeldiary.done("routine", "list").out
    assert told not in after
    assert "Tue 24 Nov 2026" in after, "the one that holds today stays"
    for day in ("2026-12-20", "2026-12-21", "soon", ""):
        heeldiary.refused(2, "routine", "resume", "--from", day)
    heeldiary.done("undo")
    assert heeldiary.done("routine", "list").out == before


def test_status_tells_plans_and_pauses_where_there_are_any(heeldiary: Heeldiary) -> None:
    heeldiary.done("settings", "affected-foot", "left")
    plain = heeldiary.done("status").out
    assert heeldiary.done("status", "--json").json["plans"] == []
    heeldiary.done("routine", "plan", "clinic", "daily")
    assert "    The clinic's massage: 0 of 1 this week, for today\n" in heeldiary.done("status").out
    assert heeldiary.done("status", "--json").json["plans"] == [{"routine": "clinic", "done": 0, "planned": 1}]
    heeldiary.done("routine", "pause", "--until", "2026-12-01", "-n", "flu")
    assert "    a pause, Sun 22 Nov 2026 to Tue 1 Dec 2026: flu\n" in heeldiary.done("status").out
    assert heeldiary.done("status", "--json").json["paused_until"] == "2026-12-01"
    assert heeldiary.done("status", "--short").out == "L –\n"
    heeldiary.done("routine", "plan", "clinic", "none")
    assert heeldiary.done("status").out == plain


def test_twice_is_read_as_it_is_told(heeldiary: Heeldiary) -> None:
    for typed in ("daily, twice", "daily, 2 times", "daily twice a day"):
        out = heeldiary.done("routine", "plan", "clinic", *typed.split()).out
        assert out.startswith("Saved: clinic, daily, twice,")
    assert heeldiary.done("routine", "plan", "clinic", "daily,", "once").out.startswith("Saved: clinic, daily, from")
