"""`--as-of DAY`: entries of later days never change the output."""

import json
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.runner import Heeldiary
from tests.sampling import fewer
from tests.standing_clock import SeededBytes, StandingClock

AS_OF = date(2026, 9, 17)
"""A Thursday: the days after it in its week are the ones that are easily looked at."""
TODAY = "2026-11-22T07:04:05"
VIEWS = ("weeks", "change", "links", "traps", "days", "load", "calendar", "where")
COMMANDS = (
    ("links", "--json"), ("links",), ("review", "--plain"), ("review",), ("courses",), ("courses", "--json"),
    ("experiment", "status"), ("experiment", "list", "--json"), ("trends", "--json"), ("trends", "--plain"),
    *(("trends", "--view", view) for view in VIEWS),
)  # fmt: skip
HEEL = [{"point": "heel", "seconds": 60}]
SCORES, FEET = st.integers(0, 10), st.sampled_from(("left", "right"))
ONE: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.builds(lambda f, s: {"type": "pain", "foot": f, "moment": "first-step", "score": s}, FEET, SCORES),
    st.builds(lambda f: {"type": "massage", "foot": f, "finished": True, "steps": HEEL}, FEET),
    st.builds(lambda m: {"type": "activity", "kind": "walking", "minutes": m, "surface": "hard"}, st.integers(1, 99)),
    st.builds(lambda m: {"type": "sitting", "minutes": m}, st.integers(1, 99)),
    st.builds(lambda v: {"type": "care", "kind": "acupuncture", "course": "c", "visit": v}, st.integers(1, 9)),
    st.just({"type": "note", "note": "wet", "tags": ["rain"]}),
)


def kept(heeldiary: Heeldiary, entries: list[tuple[int, dict[str, Any]]], first: date) -> None:
    """Import entries by the number of their day; of two scores of a morning the first."""
    lines: dict[tuple[Any, ...], str] = {}
    for number, entry in entries:
        slot = (number, entry["foot"]) if entry["type"] == "pain" else (number, len(lines), "")
        lines.setdefault(slot, json.dumps({**entry, "day": str(first + timedelta(days=number))}))
    heeldiary.done("import", "-", stdin="\n".join(lines.values()))


def seen(heeldiary: Heeldiary) -> dict[tuple[str, ...], tuple[str, str]]:
    return {argv: heeldiary.done(*argv, "--as-of", AS_OF.isoformat())[1:] for argv in COMMANDS}


@fewer(4)
@given(
    st.sampled_from((1, 14, 28, 60)),
    st.lists(st.tuples(st.integers(0, 59), ONE), max_size=40),
    st.lists(st.tuples(st.integers(1, 40), ONE), min_size=1, max_size=40),
)
def test_what_comes_after_changes_nothing(
    mornings: int, before: list[tuple[int, dict[str, Any]]], after: list[tuple[int, dict[str, Any]]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        clock = StandingClock(f"{AS_OF}T20:00:00")
        heeldiary = Heeldiary(Path(folder) / "home", clock, SeededBytes())
        heeldiary.done("settings", "affected-foot", "left")
        steady = {"type": "pain", "foot": "left", "moment": "first-step"}
        each = [(60 - n, {**steady, "score": 3 + n * 7 % 5}) for n in range(mornings)]
        kept(heeldiary, [*each, *before], AS_OF - timedelta(days=60))
        heeldiary.done("links", "declare", "massage", "sitting-minutes", "care:acupuncture")
        then = seen(heeldiary)
        clock.set(TODAY)
        kept(heeldiary, after, AS_OF)
        assert seen(heeldiary) == then


@pytest.mark.thorough
def test_nor_does_an_experiment_or_a_plan_that_begins_after(heeldiary: Heeldiary) -> None:
    heeldiary.clock.set(f"{AS_OF}T20:00:00")
    heeldiary.done("settings", "affected-foot", "left")
    for days in range(60):
        heeldiary.done("log", str(3 + days * 7 % 5), "--day", f"{days}d")
    heeldiary.done("links", "declare", "massage")
    then = seen(heeldiary)
    heeldiary.clock.forward(timedelta(days=1))
    heeldiary.done("routine", "plan", "clinic", "daily")
    heeldiary.done("experiment", "new", "evening massage or not", "--days", "16", "--asked", "--yes")
    assert seen(heeldiary) == then


@pytest.mark.parametrize("argv", [("links", "--json"), ("trends", "--view", "traps", "--plain")])
def test_on_its_first_day_an_experiment_seals(heeldiary: Heeldiary, argv: tuple[str, ...]) -> None:
    heeldiary.done("settings", "affected-foot", "left")
    heeldiary.done("links", "declare", "massage")
    heeldiary.done("experiment", "new", "massage or not", "--days", "16", "--asked", "--yes", "--from", "tomorrow")
    assert "ealed" not in heeldiary.done(*argv).out
    heeldiary.clock.forward(timedelta(days=1))
    assert "ealed until the experiment" in heeldiary.done(*argv).out
