"""`heeldiary courses`: before and after, in calibrated words, up to a day."""

import shlex

import pytest

from heeldiary.domain.courses.text import STANDING
from tests.runner import Heeldiary


@pytest.fixture
def course(heeldiary: Heeldiary) -> Heeldiary:
    """Sixty mornings of the left foot, 7 before and 4 in a course of three visits that ended ten days ago."""
    heeldiary.done("settings", "affected-foot", "left")
    lines = [
        f'{{"type": "pain", "day": "2026-{9 + n // 30:02}-{n % 30 + 1:02}", "foot": "left", "moment": "first-step",'
        f' "score": {(7 if n < 30 else 4) + n % 2}}}'
        for n in range(60)
    ]
    (heeldiary.home.parent / "in.jsonl").write_text("\n".join(lines))
    heeldiary.done("import", str(heeldiary.home.parent / "in.jsonl"))
    for day in ("2026-10-01", "2026-10-10", "2026-10-28"):
        heeldiary.done("log", "care", "acupuncture", "--course", "autumn", "--visits", "3", "--day", day)
    return heeldiary


def test_in_words(course: Heeldiary) -> None:
    told = course.done("courses").out
    assert "autumn: acupuncture, visit 3 of 3, Thu 1 Oct 2026 to Wed 28 Oct 2026" in told
    assert "14 days before the first visit: mean 7.5 of 14 mornings, 17 Sep to 30 Sep" in told
    assert "Last 14 days of the course: mean 4.5 of 14 mornings, 15 Oct to 28 Oct" in told
    assert "3.0 lower. By chance alone" in told
    assert told.endswith(f"{STANDING}\n")
    assert course.done("courses", "--plain").out == told


def test_as_json(course: Heeldiary) -> None:
    (found,) = course.done("courses", "--json").json
    assert found["before"] == {"from": "2026-09-17", "to": "2026-09-30", "mornings": 14, "mean": 7.5}
    assert (found["foot"], found["difference"], found["goes_on"], found["planned"]) == ("left", -3.0, False, 3)
    assert found["verdict"] in ("no clear change", "noticeable", "the size people usually call much better")


def test_as_of_a_day_looks_no_further(course: Heeldiary) -> None:
    early = course.done("courses", "--as-of", "2026-10-12").out
    assert "visit 2 of 3" in early
    assert "Last 11 days of the course so far" in early
    course.done("log", "left", "10", "--day", "2026-11-20")
    course.done("log", "care", "acupuncture", "--course", "later", "--day", "2026-11-20")
    assert course.done("courses", "--as-of", "2026-10-12").out == early
    assert course.done("courses", "--as-of", "2026-09-12").out == ""
    course.refused(2, "courses", "--as-of", "tomorrow")


def test_too_early_and_none(heeldiary: Heeldiary) -> None:
    ran = heeldiary.done("courses")
    assert (ran.out, "No course" in ran.err) == ("", True)
    assert heeldiary.done("courses", "--json").json == []
    heeldiary.done("log", "care", "acupuncture", "--course", "autumn")
    told = heeldiary.done("courses", "--foot", "both").out
    assert told.count("Too early: 7 mornings of each are needed; so far 0 and 0.") == 2
    assert heeldiary.done("courses", "--json").json[0]["verdict"] == "too-early"


def test_the_next_morning_stands_under_the_day(course: Heeldiary) -> None:
    course.done("log", "massage", "--ki1", "90s", "--heel", "4m", "--day", "2026-10-20")
    told = course.done("show", "2026-10-21").out
    assert "left foot the morning after massage 6 min: 4; 7-day mean 4.6 (7 of 7)" in told
    assert "the morning after" not in course.done("show", "2026-10-20").out


@pytest.mark.parametrize(
    ("own", "typed", "meant"),
    [
        ("spring", "sprin", True),
        ("spring", "sprnig", True),
        ("spring", "winter", False),
        ("dr li 1", "dr li 2", False),
        ("Praxis", "Praxis Mayer", True),
        ("Praxis Mayer", "Praxis", True),
        ("dr li", "dr li 2", False),
        ("spring", "springtime", False),
    ],
)
def test_a_new_course_beside_ones_own_is_offered_that_one(
    heeldiary: Heeldiary, own: str, typed: str, meant: bool
) -> None:
    assert heeldiary.done("care", "acupuncture", "--course", own, "--day", "3d").err == ""
    offered = heeldiary.done("care", "acupuncture", "--course", typed).err
    assert offered.startswith(f"If you meant the course {own}: heeldiary ") if meant else not offered
    if meant:
        heeldiary.done(*shlex.split(offered.partition(": heeldiary ")[2]))
        assert [(entry["course"], entry["visit"]) for entry in heeldiary.entries()] == [(own, 1), (own, 2)]
        assert heeldiary.done("edit", "last", "--course", typed).err == offered


def test_a_visit_of_an_earlier_day_says_how_the_later_ones_are_numbered(heeldiary: Heeldiary) -> None:
    def visit(day: str) -> str:
        return heeldiary.done("care", "acupuncture", "--course", "dr li", "--day", day).err

    assert [visit("9d"), visit("5d"), visit("5d")] == ["", "", ""]
    assert visit("7d") == "Visits are numbered by day: the 2 later visits are now visits 3 to 4.\n"
    assert visit("6d") == "Visits are numbered by day: the 2 later visits are now visits 4 to 5.\n"
    heeldiary.done("undo", "3")
    assert visit("7d") == "Visits are numbered by day: the later visit is now visit 3.\n"


@pytest.mark.parametrize(
    ("before", "typed", "is_offered"),
    [
        ("3d", "acupuncture 40", True), ("3d", "ice", False), ("20d", "acupuncture", False),
        ("3d", "acupuncture --course autumn", False),
    ],
)  # fmt: skip
def test_care_in_the_middle_of_a_course_is_offered_as_its_next_visit(
    heeldiary: Heeldiary, before: str, typed: str, is_offered: bool
) -> None:
    heeldiary.done("care", "acupuncture", "--course", "dr li", "--visits", "2", "--day", before)
    offered = heeldiary.done(*typed.split()).err
    assert offered.startswith("To count it as the next visit of dr li: heeldiary ") if is_offered else not offered
    if is_offered:
        heeldiary.done(*shlex.split(offered.partition(": heeldiary ")[2]))
        assert [entry["visit"] for entry in heeldiary.entries()] == [1, 2]
        assert heeldiary.done(*typed.split()).err == "", "the course has all its visits"
