"""What a new entry was perhaps meant as: said after saving, and nothing is changed."""

import pytest

from heeldiary.domain.entries import Activity, Care, Fact, Sitting
from heeldiary.tui.entries.other_meaning import other_meanings
from tests.tui.stage import Stage

COURSES = ["Dr. Chen", "Spring"]


@pytest.mark.parametrize(
    ("fact", "meant"),
    [
        (Activity("hike"), "hiking"),
        (Activity("Hiked"), "hiking"),
        (Activity("cycle"), "cycling"),
        (Care("acupuncture", course="Chen"), "Dr. Chen"),
        (Care("acupuncture", course="spring 2026"), "Spring"),
    ],
)
def test_what_it_was_perhaps_meant_as(fact: Fact, meant: str) -> None:
    (said,) = other_meanings(fact, COURSES)
    assert f"if you meant {meant}, open the entry" in said


@pytest.mark.parametrize("kind", ["Ibuprofen 400 mg", "ibuprofen 400", "cream 5g"])
def test_a_kind_with_a_dose_is_a_medicine(kind: str) -> None:
    assert other_meanings(Care(kind), []) == ["a medicine is called medicine, with its name in Note: open the entry"]


@pytest.mark.parametrize(
    "fact",
    [
        Activity("hiking"), Activity("stairs"), Activity("Walking"), Activity("rowing"), Activity("dressage"),
        Care("acupuncture", course="dr. chen"), Care("acupuncture", course="Chenille"), Care("ice", course="Dr"),
        Care("ice"), Care("set 2"), Sitting(60),
    ],
)  # fmt: skip
def test_what_is_plain_is_not_doubted(fact: Fact) -> None:
    assert other_meanings(fact, COURSES) == []


async def test_massage_as_a_kind_of_care_names_the_key_of_ones_own(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("o", *"massage", "enter")
        assert [entry["kind"] for entry in stage.entries()] == ["massage"]
        assert "the minutes of your own massage are logged with m in the Diary; u takes this back" in play.said


async def test_a_course_like_another_is_new_and_said_to_be(stage: Stage) -> None:
    stage.heeldiary.done("log", "care", "acupuncture", "--course", "Dr. Chen")
    async with stage.play() as play:
        await play.press("o", *"acupuncture", "tab", "tab", *"Chen", "enter")
        assert [entry["course"] for entry in stage.entries()] == ["Dr. Chen", "Chen"]
        assert "a new course; if you meant Dr. Chen, open the entry and change it" in play.said
        await play.press("o", *"acupuncture", "tab", "tab", *"Chen ", "enter")
        assert "a new course" not in play.said
