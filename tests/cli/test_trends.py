"""`heeldiary trends`: then and now, the trend and the bands; as of a day, and from a baseline set beforehand."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.runner import Heeldiary

TODAY = date(2026, 11, 22)


def mornings(heeldiary: Heeldiary, tmp_path: Path, days: int, until: date = TODAY) -> None:
    """A left foot that falls by 3 points half way."""
    file = tmp_path / "made.jsonl"
    file.write_text(
        "".join(
            json.dumps(
                {
                    "type": "pain",
                    "day": (until - timedelta(days=days - 1 - n)).isoformat(),
                    "foot": "left",
                    "moment": "first-step",
                    "score": 7 - 3 * (n >= days // 2) - n % 2,
                }
            )
            + "\n"
            for n in range(days)
        ),
        "utf-8",
    )
    heeldiary.done("import", str(file))


def test_the_shape(heeldiary: Heeldiary, tmp_path: Path) -> None:
    mornings(heeldiary, tmp_path, 60)
    told = heeldiary.done("trends", "--json", "--foot", "left").json
    change = told["then_and_now"]
    assert change["then"] == {"from": "2026-09-24", "to": "2026-10-21", "mornings": 28, "mean": 6.5}
    assert change["now"] == {"from": "2026-10-26", "to": "2026-11-22", "mornings": 28, "mean": 3.5}
    assert change["difference"] == -3.0
    assert 0 < change["band"] < 3
    assert change["verdict"] == "the size people usually call much better"
    assert change["baseline_from"] is None
    assert told["trend"]["interval"][0] <= told["trend"]["per_4_weeks"] <= told["trend"]["interval"][1] < 0
    assert [week["band"] is not None for week in told["weeks"]][-3:] == [True] * 3


def test_too_early(heeldiary: Heeldiary, tmp_path: Path) -> None:
    mornings(heeldiary, tmp_path, 20)
    told = heeldiary.done("trends", "--json", "--foot", "left").json
    assert told["then_and_now"] is None
    assert told["trend"] is None
    assert {week["band"] for week in told["weeks"]} == {None}
    words = heeldiary.done("trends", "--plain", "--foot", "left").out
    assert "Then and now: 20 of 28 mornings so far; 8 mornings to come." in words
    assert "Trend: too early: week 3 of 6." in words


def test_words_and_picture_say_the_same(heeldiary: Heeldiary, tmp_path: Path) -> None:
    mornings(heeldiary, tmp_path, 60)
    plain = heeldiary.done("trends", "--plain", "--foot", "left").out.splitlines()
    drawn = heeldiary.done("trends", "--view", "change", "--foot", "left").out
    for line in plain:
        if line.startswith(("Then,", "Now", "With", "Diaries", "Trend")):
            assert line in drawn
    assert sum(line.startswith("2026-W") and "band " in line for line in plain) >= 4
    assert "since the 4 weeks before" in "".join(plain)
    assert "▆" in drawn
    assert not set("".join(plain)) & set("▆┄▀─█"), "words alone"


def test_as_of_a_day_is_as_it_was_then(heeldiary: Heeldiary, tmp_path: Path) -> None:
    mornings(heeldiary, tmp_path, 50, until=date(2026, 10, 31))
    before = heeldiary.done("trends", "--json", "--as-of", "2026-10-31", "--foot", "left").out
    for n in range(1, 20):
        heeldiary.done("log", "left", str(n % 11), "--day", (date(2026, 10, 31) + timedelta(days=n)).isoformat())
    assert heeldiary.done("trends", "--json", "--as-of", "2026-10-31", "--foot", "left").out == before
    assert heeldiary.done("trends", "--json", "--foot", "left").out != before
    heeldiary.refused(2, "trends", "--as-of", "2026-11-24")


def test_a_baseline_is_chosen_before_its_days_are_seen(heeldiary: Heeldiary, tmp_path: Path) -> None:
    mornings(heeldiary, tmp_path, 60)
    problem = heeldiary.refused(2, "settings", "baseline-from", "2026-11-21").err
    assert "a baseline cannot start in the past" in problem
    assert "today or a later day" in problem
    heeldiary.done("settings", "baseline-from", "2026-11-22")
    heeldiary.done("settings", "baseline-from", "2026-12-01")
    heeldiary.done("settings", "baseline-from", "2026-11-22")
    counted = (
        "Then and now: 1 of 28 mornings so far, counted from Sun 22 Nov 2026 (baseline-from); 27 mornings to come."
    )
    assert counted in heeldiary.done("trends", "--plain", "--foot", "left").out
    heeldiary.done("settings", "baseline-from", "none")
    assert heeldiary.done("trends", "--json", "--foot", "left").json["then_and_now"] is not None


def test_then_is_counted_from_the_baseline(heeldiary: Heeldiary, tmp_path: Path) -> None:
    heeldiary.done("settings", "baseline-from", "2026-11-22")
    heeldiary.clock.set("2027-01-20T07:00:00")
    mornings(heeldiary, tmp_path, 90, until=date(2027, 1, 20))
    change = heeldiary.done("trends", "--json", "--foot", "left").json["then_and_now"]
    assert change["baseline_from"] == change["then"]["from"] == "2026-11-22"
    assert "from Sun 22 Nov 2026 on, the day you set" in heeldiary.done("trends", "--plain", "--foot", "left").out
    heeldiary.done("settings", "baseline-from", "2026-11-22"), "set again to what it is"


@pytest.mark.parametrize("view", ["weeks", "change", "days", "load", "calendar", "where"])
def test_every_view_is_printed(heeldiary: Heeldiary, tmp_path: Path, view: str) -> None:
    mornings(heeldiary, tmp_path, 60)
    printed = heeldiary.done("trends", "--view", view, "--foot", "left").out
    assert len(printed.splitlines()) >= 6
    assert "\x1b" not in printed


@pytest.mark.parametrize("view", ["days", "calendar"])
def test_the_days_of_a_picture_of_days_are_told_in_words(heeldiary: Heeldiary, tmp_path: Path, view: str) -> None:
    mornings(heeldiary, tmp_path, 5)
    told = heeldiary.done("trends", "--view", view, "--plain", "--foot", "left").out
    assert "Mon not logged, Tue not logged, Wed 7, Thu 6, Fri 4, Sat 3, Sun 4\n" in told


def test_where_nothing_is_marked_it_says_so_in_words(heeldiary: Heeldiary, tmp_path: Path) -> None:
    mornings(heeldiary, tmp_path, 5)
    assert "Nothing marked yet" in heeldiary.done("trends", "--view", "where", "--plain", "--foot", "left").out


def test_a_view_is_named_in_any_case_and_help_says_what_json_prints(heeldiary: Heeldiary) -> None:
    assert heeldiary.done("trends", "--view", "Days").out == heeldiary.done("trends", "--view", "days").out
    assert "--json prints the same for every view" in " ".join(heeldiary.done("trends", "--help").out.split())


def test_there_is_no_such_view(heeldiary: Heeldiary) -> None:
    assert "weeks, change" in heeldiary.refused(2, "trends", "--view", "nose").err


def test_what_began_is_said_with_its_day(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "5", "--day", "40d")
    heeldiary.done("log", "care", "insoles", "--day", "9d")
    assert "Began on Fri 13 Nov 2026: insoles." in heeldiary.done("trends", "--plain", "--foot", "left").out
