"""`heeldiary links`: what it prints before anything is named, while it is too early, and later."""

import json
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from tests.interchange.test_round_trip import machine, there_and_back
from tests.runner import Heeldiary

TODAY = date(2026, 11, 22)


def a_diary(heeldiary: Heeldiary, days: int, points: float = 0.0, feet: tuple[str, ...] = ("left",)) -> None:
    """So many days up to today, with ice on half of them and massage on others."""
    random, lines, ice = Random(3), [], False
    for back in range(days - 1, -1, -1):
        day = (TODAY - timedelta(days=back)).isoformat()
        for foot in feet:
            score = round(min(10, max(0, 5 + random.gauss(0, 1.2) + points * ice)))
            lines.append({"type": "pain", "day": day, "foot": foot, "moment": "first-step", "score": score})
        ice = random.random() < 0.5
        if ice:
            lines.append({"type": "care", "day": day, "kind": "ice"})
        if random.random() < 0.4:
            lines.append({"type": "note", "day": day, "note": "x", "tags": ["rain"]})
    heeldiary.done("import", "-", stdin="\n".join(map(json.dumps, lines)))
    heeldiary.done("settings", "affected-foot", feet[0] if len(feet) == 1 else "both")


def test_without_a_diary_it_says_how_to_begin_and_makes_none(heeldiary: Heeldiary) -> None:
    ran = heeldiary.done("links")
    assert (ran.out, ran.err.count("No factor is chosen yet")) == ("", 1)
    assert heeldiary.done("links", "--foot", "left", "--json").json == {
        "foot": "left", "pairs": 0, "gate": {"have": 0, "need": 56}, "factors": [],
    }  # fmt: skip
    assert heeldiary.done("links", "declare", "none").out == "Named: nothing\n"
    assert not heeldiary.home.exists()


def test_before_anything_is_named_no_figure_is_shown(heeldiary: Heeldiary) -> None:
    a_diary(heeldiary, 100, -3)
    for argv in (("links",), ("links", "--plain")):
        out = heeldiary.done(*argv).err
        assert "care:ice" in out
        assert "days" in out
        assert not any(word in out for word in ("lower", "higher", "link.", "range")), out


def test_the_shape_of_the_json(heeldiary: Heeldiary) -> None:
    a_diary(heeldiary, 90, -3)
    assert heeldiary.done("links", "declare", "care:ice", "tag:rain", "steps").out == (
        "Named: care:ice, tag:rain, steps\n"
    )
    told = heeldiary.done("links", "--json").json
    assert {key: told[key] for key in ("foot", "pairs", "gate")} == {
        "foot": "left", "pairs": 89, "gate": {"have": 89, "need": 56},
    }  # fmt: skip
    ice, rain, steps = told["factors"]
    assert {*ice} == {"name", "lag_days", "pairs", "verdict", "difference", "interval", "reason"}
    assert (ice["name"], ice["lag_days"], ice["pairs"], ice["verdict"], ice["reason"]) == (
        "care:ice", 1, 84, "link", None,
    )  # fmt: skip
    assert ice["interval"][0] < ice["difference"] < ice["interval"][1] < 0
    assert rain["verdict"] == "no-clear-link"
    assert rain["interval"][0] < 0 < rain["interval"][1]
    assert steps == {
        "name": "steps", "lag_days": 1, "pairs": 0, "verdict": "too-early", "difference": None, "interval": None,
        "reason": "0 of 56 days",
    }  # fmt: skip


def test_both_feet_are_a_list(heeldiary: Heeldiary) -> None:
    a_diary(heeldiary, 60, -3, ("left", "right"))
    heeldiary.done("links", "declare", "care:ice")
    assert [one["foot"] for one in heeldiary.done("links", "--json").json] == ["left", "right"]
    assert heeldiary.done("links", "--json", "--foot", "right").json["foot"] == "right"
    plain = heeldiary.done("links", "--plain").out
    assert "Left foot" in plain
    assert "Right foot" in plain


def test_as_of_a_day_nothing_later_is_looked_at(heeldiary: Heeldiary) -> None:
    a_diary(heeldiary, 90, -3)
    heeldiary.done("links", "declare", "care:ice", "tag:rain")
    then = heeldiary.done("links", "--json", "--as-of", "40d").json
    assert then["pairs"] == 49
    assert then["factors"][0]["reason"] == "49 of 56 days"
    before = heeldiary.done("links", "--as-of", "10d").out
    heeldiary.done("log", "left", "10", "--day", "3d", "--replace")
    heeldiary.done("log", "care", "ice", "--day", "2d")
    assert heeldiary.done("links", "--as-of", "10d").out == before
    heeldiary.refused(2, "links", "--as-of", "2026-12-01")


def test_the_picture_has_the_figures_of_the_words(heeldiary: Heeldiary) -> None:
    a_diary(heeldiary, 90, -3)
    heeldiary.done("links", "declare", "care:ice", "steps")
    picture, plain = heeldiary.done("links").out, heeldiary.done("links", "--plain").out
    ice = heeldiary.done("links", "--json").json["factors"][0]
    for out in (picture, plain):
        assert f"{-ice['difference']:.1f} lower" in out
        assert "0 of 56 days" in out
        assert "a false link" in out
        assert "chance or another cause" in out
    assert "●" in picture
    assert not set("●○─━│┊▬") & set(plain)


def test_a_redeclaration_keeps_what_was_tested(heeldiary: Heeldiary) -> None:
    a_diary(heeldiary, 90)
    heeldiary.done("links", "declare", "care:ice", "steps")
    heeldiary.done("links", "declare", "tag:rain")
    plain = heeldiary.done("links", "--plain").out.splitlines()
    at = plain.index("Tested before:")
    assert plain[at + 1].startswith("Ice: ")
    assert "Steps" not in "".join(plain), "it never had a verdict"
    assert [one["name"] for one in heeldiary.done("links", "--json").json["factors"]] == ["tag:rain"]
    assert heeldiary.done("undo").out == "Undone: the factors of Links (tag:rain)\n"
    assert "Tested before:" not in heeldiary.done("links", "--plain").out
    assert heeldiary.done("links", "declare", "none").out == "Named: nothing (was care:ice, steps)\n"


@pytest.mark.parametrize(
    "argv",
    [
        ("declare",), ("declare", "masage"), ("declare", "care:"), ("declare", "tag:"),
        ("declare", "massage", "steps", "hard-surface", "care:ice", "care:taping", "sitting-minutes"),
        ("undeclare", "massage"), ("--foot", "middle"), ("--as-of", "soon"),
    ],
)  # fmt: skip
def test_bad_input_changes_nothing(heeldiary: Heeldiary, argv: tuple[str, ...]) -> None:
    heeldiary.done("log", "left", "5")
    heeldiary.refused(2, "links", *argv)


def test_the_nearest_name_is_named(heeldiary: Heeldiary) -> None:
    assert "did you mean massage?" in heeldiary.refused(2, "links", "declare", "masage").err
    assert "did you mean care:taping?" in heeldiary.done("links", "declare", "care:tapping").err


def test_one_foot_as_a_list_and_what_was_declared_as_json(heeldiary: Heeldiary) -> None:
    heeldiary.done("settings", "affected-foot", "left")
    declared = heeldiary.done("links", "declare", "massage", "tag:rain", "--json")
    assert declared.json == {"factors": ["massage", "tag:rain"], "unused": ["tag:rain"]}
    assert heeldiary.done("links", "declare", "none", "--json").json == {"factors": [], "unused": []}
    for command in ("links", "trends"):
        alone = heeldiary.done(command, "--json").json
        assert isinstance(alone, dict)
        assert heeldiary.done(command, "--json", "--list").json == [alone]
        heeldiary.done("settings", "affected-foot", "both")
        assert heeldiary.done(command, "--json").json == heeldiary.done(command, "--json", "--list").json
        heeldiary.done("settings", "affected-foot", "left")


def test_factors_in_an_export_there_and_back(tmp_path: Path) -> None:
    first = machine(tmp_path, "first", 1)
    a_diary(first, 60)
    first.done("links", "declare", "care:ice", "tag:rain")
    first.done("links", "declare", "steps", "tag:rain")
    there_and_back(tmp_path, first)
    second = machine(tmp_path, "third", 3)
    second.done("import", str(tmp_path / "out.jsonl"))
    assert second.done("links", "--json", "--foot", "left").out == first.done("links", "--json", "--foot", "left").out
