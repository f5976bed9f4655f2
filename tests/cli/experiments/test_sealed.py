"""While an experiment runs, no command reveals its result."""

import json
from datetime import timedelta
from typing import Any

import pytest

from heeldiary.domain.experiments.card import plain_factor
from tests.cli.experiments.test_experiments import live
from tests.interchange.test_experiments import GOOD
from tests.runner import Heeldiary
from tests.standing_clock import StandingClock

NEW = ("experiment", "new", "--days", "28", "--asked", "--yes")
TRAPS = ("trends", "--view", "traps")


def massaged(heeldiary: Heeldiary, clock: StandingClock, days: int) -> None:
    """Massage on heads days; the mornings after them hurt 2 less."""
    for _ in range(days):
        if heeldiary.done("experiment", "today", "--json").json["coin"] == "heads":
            heeldiary.done("log", "massage", "--heel", "2m")
        live(heeldiary, clock, 1)


def test_traps_tells_nothing_of_massage_while_coins_decide_it(heeldiary: Heeldiary, clock: StandingClock) -> None:
    heeldiary.done("settings", "affected-foot", "left")
    heeldiary.done(*NEW, "evening massage or not")
    massaged(heeldiary, clock, 27)
    for argv in (TRAPS, (*TRAPS, "--plain"), (*TRAPS, "--foot", "both")):
        told = " ".join(heeldiary.done(*argv).out.split())
        assert "Sealed until the experiment with massage ends" in told
        assert "without massage" not in told
        assert "lower after massage" not in told
    massaged(heeldiary, clock, 1)
    assert "The next mornings, side by side" in heeldiary.done(*TRAPS, "--plain").out


@pytest.mark.parametrize("question", ["massaging the calf or not", "self-massage or not", "two massages or one"])
def test_massage_by_another_word_is_massage(question: str) -> None:
    assert plain_factor(question) == "massage"


def test_all_that_run_are_sealed(heeldiary: Heeldiary) -> None:
    heeldiary.done("settings", "affected-foot", "left")
    first = {**GOOD, "factor": "massage", "first_day": "2026-11-10"}
    second = {**GOOD, "factor": "steps", "first_day": "2026-11-15"}
    named: dict[str, Any] = {"declared_on": "2026-11-01", "dropped_on": None}
    factors = {"massage": {**named, "position": 1}, "steps": {**named, "position": 2}}
    kept = {"kept": {"experiment": {"kaaaaaaa": first, "kbbbbbbb": second}, "factor": factors}}
    heeldiary.done("import", "-", stdin=json.dumps(kept))
    told = heeldiary.done("links", "--json").json["factors"]
    assert [factor["reason"] for factor in told] == ["sealed until the experiment ends"] * 2


@pytest.mark.parametrize("first_day", ["9999-12-31", "9999-12-15", "9999-12-04"])
def test_one_that_outlives_the_calendar_is_not_taken(heeldiary: Heeldiary, first_day: str) -> None:
    kept = {"kept": {"experiment": {"kaaaaaaa": {**GOOD, "first_day": first_day}}}}
    heeldiary.refused(2, "import", "-", stdin=json.dumps(kept))
    heeldiary.done("import", "-", stdin=json.dumps({"kept": {"experiment": {"kaaaaaaa": GOOD}}}))
    heeldiary.done("experiment", "status")


@pytest.mark.parametrize("back", [timedelta(days=1), timedelta(days=40)])
def test_named_and_let_go_with_the_clock_gone_back_the_export_is_taken(
    heeldiary: Heeldiary, clock: StandingClock, back: timedelta
) -> None:
    heeldiary.done("links", "declare", "massage", "steps")
    heeldiary.done("log", "note", "wet", "--tag", "rain")
    clock.forward(-back)
    heeldiary.done("links", "declare", "steps")
    text = heeldiary.done("export").out
    other = heeldiary.other("other")
    other.done("import", "-", stdin=text)
    assert other.done("export").out == text


def test_more_factors_than_are_looked_at_together_are_not_taken(heeldiary: Heeldiary) -> None:
    names = ("massage", "steps", "hard-surface", "sitting-minutes", "longest-sitting", "care:ice")
    row: dict[str, Any] = {"position": 1, "declared_on": "2026-11-01", "dropped_on": None}
    heeldiary.refused(2, "import", "-", stdin=json.dumps({"kept": {"factor": dict.fromkeys(names, row)}}))
    heeldiary.done("links", "declare", *names[:3])
    heeldiary.done("import", "-", stdin=json.dumps({"kept": {"factor": dict.fromkeys(names[3:], row)}}))
    assert len(heeldiary.done("links", "--json").json[0]["factors"]) == 3
