"""The points: they fit where they are shown, and agree with the commands, the settings and the drawn foot."""

import json
import re
from importlib.resources import files

import pytest

from heeldiary.domain.entry_text import POINT_WORDS, format_point
from heeldiary.domain.routine.points import POINTS, ROUTINE, Point
from heeldiary.domain.settings import BY_NAME

LONGEST = {"short": 9, "place": 22, "press": 60, "how": 160, "ready": 48, "expect": 70, "pressure": 40}
"""Characters that there is room for."""

MOST_SENTENCES = {"find": 3, "how": 3, "beware": 2}

each = pytest.mark.parametrize("point", POINTS.values(), ids=POINTS)


def sentences(text: str) -> int:
    return len(re.findall(r"\.(?:\s|$)", text))


def test_the_routine_keeps_the_clinics_order() -> None:
    assert ROUTINE == ("ki1", "shimian", "heel", "calf")


def test_they_are_the_points_that_a_massage_can_be_logged_with() -> None:
    assert list(POINTS) == list(POINT_WORDS)
    assert [point.name for point in POINTS.values()] == list(POINTS)


def test_every_point_of_the_routine_has_its_seconds() -> None:
    assert all(f"{name}-seconds" in BY_NAME for name in ROUTINE)


@each
def test_every_field_fits(point: Point) -> None:
    for field, longest in LONGEST.items():
        assert 0 < len(getattr(point, field)) <= longest, field
    for field, most in MOST_SENTENCES.items():
        assert 1 <= sentences(getattr(point, field)) <= most, field


@each
def test_nothing_is_empty_or_untidy(point: Point) -> None:
    for field in Point._fields:
        value = getattr(point, field)
        for text in value if isinstance(value, tuple) else (value,):
            assert text, field
            assert text == " ".join(text.split()), field


@each
def test_sentences_end_and_mere_words_do_not(point: Point) -> None:
    for field in ("find", "press", "how", "expect", "beware"):
        assert getattr(point, field).endswith("."), field
    for field in ("short", "place", "ready", "pressure", "minutes_said", "source"):
        assert not getattr(point, field).endswith("."), field
    assert point.pressure == point.pressure.lower()
    assert point.ready[0].islower()


@each
def test_a_row_of_steps_and_a_line_of_the_list_name_it_alike(point: Point) -> None:
    assert point.short.lower() == format_point(point.name).lower()


def test_the_pressure_differs_by_step() -> None:
    assert POINTS["ki1"].pressure == "moderate to strong"
    assert POINTS["ki1"].minutes_said == "1 to 2 minutes"
    assert POINTS["heel"].pressure == POINTS["calf"].pressure == "gentle to moderate"
    assert "strong" not in POINTS["heel"].press + POINTS["calf"].press


def test_shi_mian_owns_that_the_clinic_gives_it_no_pressure_and_no_place() -> None:
    shimian = POINTS["shimian"]
    assert "gives none" in shimian.press
    assert "does not say where" in shimian.find
    assert "Reaves 2011" in shimian.source


def test_the_arch_is_marked_as_no_part_of_the_clinics_routine() -> None:
    arch = POINTS["arch"]
    assert "not part of the clinic's routine" in arch.find
    assert "clinic" not in arch.source


@pytest.mark.parametrize("name", ["ki1", "shimian", "heel", "arch"])
def test_every_point_of_the_foot_says_when_to_stop(name: str) -> None:
    assert all(word in POINTS[name].beware for word in ("sharp", "electric", "spreading", "numb"))


def test_the_calf_says_when_it_may_be_a_clot_and_kidney_1_asks_in_pregnancy() -> None:
    assert "hot, swollen" in POINTS["calf"].beware
    assert "medical help today" in POINTS["calf"].beware
    assert "pregnant" in POINTS["ki1"].beware


def test_the_points_of_the_routine_are_on_the_drawn_foot() -> None:
    drawn = json.loads((files("heeldiary.charts.foot") / "outlines.json").read_text("utf-8"))
    targets = {name for view in drawn["views"].values() for name in view["targets"]}
    assert set(ROUTINE) <= targets | set(drawn["groups"])
