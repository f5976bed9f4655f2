"""`heeldiary log activity`, `sitting`, `massage`, `care` and `note`."""

from typing import Any

import pytest

from tests.runner import Heeldiary

COMMON = ["id", "type", "day", "at", "zone", "late", "source", "tags", "note", "time"]
_ACTIVITY = {"minutes": None, "steps": None, "surface": None}
_CARE = {"minutes": None, "course": None, "visit": None, "course_visits": None, "until": None, "session": None}
_MASSAGE: dict[str, Any] = {
    "routine": None,
    "score_before": None,
    "score_after": None,
    "started_at": None,
    "ended_at": None,
    "sore": [],
}


def step(point: str, seconds: int) -> dict[str, Any]:
    """A step of a massage logged by command."""
    return {"point": point, "seconds": seconds, "pressure": None, "feeling": None, "score": None}


@pytest.mark.parametrize(
    ("argv", "kind", "own"),
    [
        ("activity walking 45", "activity", {"kind": "walking", **_ACTIVITY, "minutes": 45}),
        ("activity walking --steps 8200", "activity", {"kind": "walking", **_ACTIVITY, "steps": 8200}),
        (
            "activity Running 1h30 --steps 0 --surface mixed", "activity",
            {"kind": "running", "minutes": 90, "steps": 0, "surface": "mixed"},
        ),
        ("sitting 7.5h --longest 1h40", "sitting", {"minutes": 450, "longest_minutes": 100}),
        ("sitting 24h00", "sitting", {"minutes": 1440, "longest_minutes": None}),
        ("activity walking 45 minutes", "activity", {"kind": "walking", **_ACTIVITY, "minutes": 45}),
        ("activity walking 1h 20min --tag x", "activity", {"kind": "walking", **_ACTIVITY, "minutes": 80}),
        ("activity walking 1h 20", "activity", {"kind": "walking", **_ACTIVITY, "minutes": 80}),
        ("sitting 5 hours --longest 1h", "sitting", {"minutes": 300, "longest_minutes": 60}),
        ("care ice 1 hour and 5 minutes", "care", {"kind": "ice", **_CARE, "minutes": 65}),
        ("care stretching 10", "care", {"kind": "stretching", **_CARE, "minutes": 10}),
        ("care insoles --until 2w", "care", {"kind": "insoles", **_CARE, "until": "2026-12-06"}),
        ("care night-splint", "care", {"kind": "night-splint", **_CARE}),
        (
            "care acupuncture 40 --course Spring --visits 12", "care",
            {"kind": "acupuncture", "minutes": 40, "course": "Spring", "visit": 1, "course_visits": 12, "until": None,
             "session": None},
        ),
        (
            "massage --foot left --ki1 90s", "massage",
            {"foot": "left", **_MASSAGE, "seconds": 90, "steps": [step("ki1", 90)], "finished": True},
        ),
        (
            "massage -f right --calf 3m --ki1 1m30s --before 0 --after 10", "massage",
            {"foot": "right", **_MASSAGE, "seconds": 270, "steps": [step("calf", 180), step("ki1", 90)],
             "score_before": 0, "score_after": 10, "finished": True},
        ),
        (
            "massage 45 --foot left", "massage",
            {"foot": "left", **_MASSAGE, "seconds": 2700, "steps": [step("massage", 1800), step("massage", 900)],
             "finished": True},
        ),
        ("note hello", "note", {}),
    ],
)  # fmt: skip
def test_what_is_logged(heeldiary: Heeldiary, argv: str, kind: str, own: dict[str, Any]) -> None:
    ran = heeldiary.done("log", *argv.split(), "--json")
    shape = ran.json
    assert (shape["type"], shape["day"], shape["source"]) == (kind, "2026-11-22", "typed")
    assert shape["time"] is None
    assert {key: shape[key] for key in shape if key not in COMMON} == own
    assert heeldiary.entries() == [shape]


@pytest.mark.parametrize(
    ("until", "last"), [("fri", "2026-11-20"), ("20", "2026-11-20"), ("tomorrow", "2026-11-23"), ("2w", "2026-11-30")]
)
def test_the_last_day_counts_from_the_first_one(heeldiary: Heeldiary, until: str, last: str) -> None:
    heeldiary.done("taping", "-d", "mon", "--until", until)
    heeldiary.done("insoles", "-d", "mon")
    heeldiary.done("edit", "last", "--until", until)
    heeldiary.done("ice")
    heeldiary.done("edit", "last", "-d", "mon", "--until", until)
    assert [entry["until"] for entry in heeldiary.entries()] == [last] * 3


def test_what_lasts_takes_its_time_on_each_of_its_days_and_its_last_day_follows_the_first(heeldiary: Heeldiary) -> None:
    said = heeldiary.done("insoles", "6h", "-d", "mon", "--until", "fri", "-n", "soft").out
    assert said == "Saved: insoles, 6 h a day, Mon 16 Nov 2026 until Fri 20 Nov 2026\n"
    assert "insoles, 6 h a day, since Mon 16 Nov 2026, until Fri 20 Nov 2026" in heeldiary.done("show", "18 nov").out
    assert "insoles, 6 h a day, until Fri 20 Nov 2026" in heeldiary.done("show", "mon").out
    assert heeldiary.done("undo").out == "Undone: insoles, 6 h a day, Mon 16 Nov 2026 until Fri 20 Nov 2026\n"


@pytest.mark.parametrize(
    ("first", "last", "before"), [("20.11.", "16.11.", "Mon 16 Nov 2026"), ("today", "20 nov", "Fri 20 Nov 2026")]
)
def test_a_last_day_before_the_first_one_is_not_that_of_the_next_year(
    heeldiary: Heeldiary, first: str, last: str, before: str
) -> None:
    day = () if first == "today" else ("--day", first)
    said = heeldiary.refused(2, "insoles", *day, "--until", last).err
    assert f"{before} is before the first day" in said
    year = said.split("write ")[1].split()[0]
    heeldiary.done("insoles", *day, "--until", year)
    assert heeldiary.entries()[0]["until"] == year


@pytest.mark.parametrize(
    "argv",
    ["activity walking 45 --steps 100", "sitting 6h30", "massage -f left --heel 2m", "care taping", "note hello"],
)
def test_an_echo_with_the_day_and_the_common_options(heeldiary: Heeldiary, argv: str) -> None:
    note = [] if argv.startswith("note") else ["-n", "with words"]
    ran = heeldiary.done("log", *argv.split(), "--day", "yesterday", *note)
    assert ran.out.startswith("Saved: ")
    assert ran.out.endswith("Sat 21 Nov 2026\n")
    assert ran.out.count("\n") == 1
    (entry,) = heeldiary.entries()
    assert (entry["day"], entry["note"]) == ("2026-11-21", "with words" if note else "hello")


def test_a_massage_of_both_feet_is_one_record_each_and_one_undo_step(heeldiary: Heeldiary) -> None:
    shapes = heeldiary.done("log", "massage", "--foot", "both", "--shimian", "2m", "--json").json
    assert [(shape["foot"], shape["seconds"]) for shape in shapes] == [("left", 120), ("right", 120)]
    heeldiary.done("undo")
    assert heeldiary.entries() == []


def test_a_massage_takes_the_affected_foot(heeldiary: Heeldiary) -> None:
    heeldiary.refused(2, "log", "massage", "--ki1", "90s")
    heeldiary.done("settings", "affected-foot", "right")
    assert heeldiary.done("log", "massage", "--ki1", "90s", "--json").json["foot"] == "right"


def test_all_five_points(heeldiary: Heeldiary) -> None:
    points = {"ki1": 90, "shimian": 60, "heel": 120, "calf": 180, "arch": 1}
    argv = [word for point, seconds in points.items() for word in (f"--{point}", f"{seconds}s")]
    shape = heeldiary.done("log", "massage", "-f", "left", *argv, "--json").json
    assert {one["point"]: one["seconds"] for one in shape["steps"]} == points
    assert shape["seconds"] == sum(points.values())


def test_a_kind_of_ones_own_keeps_its_capitals(heeldiary: Heeldiary) -> None:
    assert heeldiary.done("log", "activity", "Nordic  Walking", "1h", "--json").json["kind"] == "Nordic Walking"
    assert heeldiary.done("log", "care", "X" * 40, "--json").json["kind"] == "X" * 40


def test_as_many_as_happen(heeldiary: Heeldiary) -> None:
    for _ in range(3):
        heeldiary.done("log", "activity", "walking", "45")
        heeldiary.done("log", "left", "6", "--moment", "after-sitting")
        heeldiary.done("log", "note", "again")
    assert len(heeldiary.entries()) == 9


def test_visits_of_a_course_are_counted(heeldiary: Heeldiary) -> None:
    for number in (1, 2, 3):
        shape = heeldiary.done("log", "care", "acupuncture", "--course", "spring", "--json").json
        assert shape["visit"] == number
    assert heeldiary.done("log", "care", "acupuncture", "--course", "autumn", "--json").json["visit"] == 1


@pytest.mark.parametrize("argv", [("note", "-"), ("left", "6", "--note", "-"), ("care", "ice", "-n", "-")])
def test_text_from_stdin(heeldiary: Heeldiary, argv: tuple[str, ...]) -> None:
    heeldiary.done("log", *argv, stdin="two lines\nof words, ☃\n")
    assert heeldiary.entries()[0]["note"] == "two lines\nof words, ☃"


def test_a_note_may_have_20000_characters(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "note", "😀" * 20_000)
    heeldiary.done("log", "note", "-", stdin="ü" * 20_000)
    assert {entry["note"] for entry in heeldiary.entries()} == {"😀" * 20_000, "ü" * 20_000}
    heeldiary.refused(2, "log", "note", "😀" * 20_001)
    heeldiary.refused(2, "log", "note", "-", stdin="ü" * 20_001)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("", "needs a duration"), ("0", "needs a duration"), ("5m --ki1 2", "one duration or points"),
        ("--ki1 1 --heel 1 --ki1 2", "given twice"), ("25h", "at most 24 hours"), ("--calf 1m60s", "60 seconds"),
    ],
)  # fmt: skip
def test_a_massage_is_given_in_all_or_point_by_point(heeldiary: Heeldiary, words: str, why: str) -> None:
    heeldiary.done("settings", "affected-foot", "left")
    assert why in heeldiary.refused(2, "log", "massage", *words.split()).err


def test_a_massage_in_all_is_shown_without_points(heeldiary: Heeldiary) -> None:
    ran = heeldiary.done("log", "massage", "45", "-f", "left", "--before", "6", "--after", "4")
    assert ran.out == "Saved: massage of the left foot, 45 min, pain 6, then 4, Sun 22 Nov 2026\n"
    assert "massage of the left foot, 45 min, pain 6" in heeldiary.done("show").out
