"""Visits of a course that come in: counted by their days, so that the next visit has the right number."""

import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from heeldiary.store.imports.numbering import MOST_VISITS, numbers_for
from heeldiary.store.imports.staging import Visit
from tests.interchange.test_round_trip import machine
from tests.runner import Heeldiary
from tests.sampling import fewer

DAYS = st.lists(st.integers(1, 21), max_size=6)


def visit(day: int, **more: Any) -> dict[str, Any]:
    """A line with a visit of "spring", without a number unless one is given."""
    return {"type": "care", "day": f"2026-11-{day:02}", "kind": "acupuncture", "course": "spring", **more}


def lines(shapes: list[dict[str, Any]]) -> str:
    return "\n".join(json.dumps(shape) for shape in shapes)


def numbers(heeldiary: Heeldiary) -> list[tuple[str, int]]:
    return [(entry["day"][-2:], entry["visit"]) for entry in heeldiary.entries() if entry["type"] == "care"]


@fewer(4)
@given(DAYS, DAYS, st.booleans())
def test_an_import_counts_as_if_each_had_been_logged_by_its_day(mine: list[int], theirs: list[int], null: bool) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        imported, logged = machine(folder, "imported", 3), machine(folder, "logged", 3)
        for one in (imported, logged):
            for day in mine:
                one.done(
                    "log", "care", "acupuncture", "--course", "spring", "--visits", "12", "--day", f"2026-11-{day:02}"
                )
        before = imported.entries()
        for day in sorted(theirs):
            logged.done("log", "care", "acupuncture", "--course", "spring", "--day", f"2026-11-{day:02}")
        if not theirs:
            return
        more = {"visit": None, "course_visits": None} if null else {}
        text = lines([visit(day, **more) for day in theirs])
        imported.done("import", "-", stdin=text)
        assert sorted(numbers(imported)) == sorted(numbers(logged))
        again = imported.done("import", "-", stdin=text).out
        assert "Imported: 0 entries\n" in again
        after = sorted(numbers(imported))
        echo = imported.done("log", "care", "acupuncture", "--course", "spring", "--json").json
        assert echo["visit"] == len(after) + 1
        assert echo["course_visits"] == (12 if mine else None)
        imported.done("undo")
        imported.done("undo")
        assert imported.entries() == before


def test_numbers_that_a_file_gives_are_kept(heeldiary: Heeldiary) -> None:
    heeldiary.done("import", "-", stdin=lines([visit(5, visit=4, course_visits=12), visit(9), visit(2)]))
    assert numbers(heeldiary) == [("02", 4), ("05", 5), ("09", 6)]
    assert {entry["course_visits"] for entry in heeldiary.entries()} == {12}


def test_two_diaries_that_both_counted_from_one_are_one_course(heeldiary: Heeldiary) -> None:
    other = heeldiary.other("other")
    for day in (3, 10, 17):
        heeldiary.done("log", "care", "acupuncture", "--course", "spring", "--day", f"2026-11-{day:02}")
    for day in (5, 12):
        other.done("log", "care", "acupuncture", "--course", "spring", "--day", f"2026-11-{day:02}")
    text, own = other.done("export").out, heeldiary.done("export").out
    heeldiary.done("import", "-", stdin=text)
    assert numbers(heeldiary) == [("03", 1), ("05", 2), ("10", 3), ("12", 4), ("17", 5)]
    assert "Already there: 2 entries" in heeldiary.done("import", "-", stdin=text).out, "the file says 1 and 2"
    assert "Already there: 3 entries" in heeldiary.done("import", "-", stdin=own).out
    assert "visit 6" in heeldiary.done("log", "care", "acupuncture", "--course", "spring").out
    heeldiary.done("undo")
    heeldiary.done("undo")
    assert heeldiary.done("export").out == own


def test_an_export_of_ours_is_taken_as_it_is(heeldiary: Heeldiary) -> None:
    """A visit without a number, as an earlier heeldiary could import it, comes back without one."""
    heeldiary.done("import", "-", stdin=lines([visit(5)]))
    text = heeldiary.done("export").out.replace('"visit": 1', '"visit": null')
    from hashlib import sha256

    *body, _ = text.splitlines(keepends=True)
    end = {"end": {"entries": 1, "sha256": sha256("".join(body).encode()).hexdigest()}}
    text = "".join(body) + json.dumps(end) + "\n"
    other = heeldiary.other("other")
    other.done("import", "-", stdin=text)
    assert other.done("export").out == text


def test_more_visits_than_a_course_can_have_are_refused(heeldiary: Heeldiary) -> None:
    text = lines([visit(1, visit=MOST_VISITS), visit(2)])
    ran = heeldiary("import", "-", stdin=text)
    assert ran.code == 2
    assert "more than 9,999 visits" in ran.err
    assert heeldiary.entries() == []


def test_numbers_that_disagree_with_the_days_stay_in_their_order() -> None:
    there = [Visit("second", "2026-11-02", 2, 9), Visit("first", "2026-11-08", 1, 6)]
    found = numbers_for(there, [Visit("new", "2026-11-10", None, None)])
    assert found == {"first": (1, 6), "second": (2, 9), "new": (3, 9)}


def test_a_very_long_course_is_counted_quickly() -> None:
    """Looked up by halving: five thousand among four thousand."""
    there = [Visit(f"a{n}", f"2026-{1 + n // 400:02}-01", n + 1, None) for n in range(4_000)]
    new = [Visit(f"b{n}", f"2026-{1 + n // 500:02}-02", None, None) for n in range(5_000)]
    found = numbers_for(there, new)
    assert sorted(number for number, _ in found.values()) == list(range(1, 9_001))
