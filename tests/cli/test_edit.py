"""`heeldiary edit ID`: what each type accepts, what stays, what is refused."""

from typing import Any

import pytest

from tests.runner import Heeldiary

MADE = {
    "pain": ("left", "6"),
    "activity": ("activity", "walking", "45", "--steps", "100"),
    "sitting": ("sitting", "6h30", "--longest", "1h"),
    "massage": ("massage", "--foot", "left", "--ki1", "90s", "--before", "6"),
    "care": ("care", "taping", "10"),
    "note": ("note", "first words"),
}
VALUES: dict[str, tuple[str, Any]] = {
    "score": ("3", 3), "foot": ("right", "right"), "moment": ("night", "night"), "kind": ("Tai Chi", "Tai Chi"),
    "minutes": ("1h40", 100), "steps": ("5000", 5000), "surface": ("hard", "hard"), "longest": ("30", 30),
    "until": ("2026-12-24", "2026-12-24"), "before": ("2", 2), "after": ("1", 1), "day": ("2026-11-20", "2026-11-20"),
    "note": ("new words", "new words"),
}  # fmt: skip
FITTING = {
    "pain": {"score": "score", "foot": "foot", "moment": "moment"},
    "activity": {"kind": "kind", "minutes": "minutes", "steps": "steps", "surface": "surface"},
    "sitting": {"minutes": "minutes", "longest": "longest_minutes"},
    "massage": {"foot": "foot", "before": "score_before", "after": "score_after"},
    "care": {"kind": "kind", "minutes": "minutes", "until": "until"},
    "note": {},
}  # fmt: skip
ALWAYS = {"day": "day", "note": "note"}
GOOD = [
    (kind, option, key) for kind, fitting in FITTING.items() for option, key in {**fitting, **ALWAYS}.items()
]  # fmt: skip
FOREIGN = [(kind, option) for kind in MADE for option in VALUES if option not in {**FITTING[kind], **ALWAYS}]


def made(heeldiary: Heeldiary, kind: str) -> Any:
    """One entry of the type."""
    return heeldiary.done("log", *MADE[kind], "--json").json


@pytest.mark.grid(4)
@pytest.mark.parametrize(("kind", "option", "key"), GOOD)
def test_one_thing_changes_and_all_else_stays(heeldiary: Heeldiary, kind: str, option: str, key: str) -> None:
    entry = made(heeldiary, kind)
    heeldiary.clock.set("2026-11-24T18:00:00")
    typed, value = VALUES[option]
    ran = heeldiary.done("edit", entry["id"], f"--{option}", typed, "--json")
    assert ran.json == {**entry, key: value}  # `at` and `late` among what stays
    assert heeldiary.entries() == [ran.json]
    heeldiary.done("undo")
    assert heeldiary.entries() == [entry]


@pytest.mark.grid(4)
@pytest.mark.parametrize(("kind", "option"), FOREIGN)
def test_an_option_foreign_to_the_type(heeldiary: Heeldiary, kind: str, option: str) -> None:
    entry = made(heeldiary, kind)
    heeldiary.refused(2, "edit", entry["id"], f"--{option}", VALUES[option][0])
    heeldiary.refused(2, "edit", entry["id"], f"--{option}", VALUES[option][0], "--note", "along")


@pytest.mark.parametrize("kind", MADE)
def test_nothing_to_change(heeldiary: Heeldiary, kind: str) -> None:
    heeldiary.refused(2, "edit", made(heeldiary, kind)["id"])


def test_several_at_once(heeldiary: Heeldiary) -> None:
    entry = made(heeldiary, "pain")
    argv = ["--score", "2", "--foot", "right", "--moment", "worst", "-d", "mon", "-n", "all"]
    shape = heeldiary.done("edit", entry["id"], *argv, "--json").json
    assert shape == {**entry, "score": 2, "foot": "right", "moment": "worst", "day": "2026-11-16", "note": "all"}


def test_it_says_what_it_is_now(heeldiary: Heeldiary) -> None:
    ran = heeldiary.done("edit", made(heeldiary, "pain")["id"], "--score", "2")
    assert "left foot, first steps, 2/10" in ran.out
    assert "Sun 22 Nov 2026" in ran.out


def test_an_empty_note_clears(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "6", "--note", "stiff")
    (entry,) = heeldiary.entries()
    assert heeldiary.done("edit", entry["id"], "--note", "", "--json").json["note"] == ""


def test_a_note_from_stdin(heeldiary: Heeldiary) -> None:
    entry = made(heeldiary, "pain")
    heeldiary.done("edit", entry["id"], "--note", "-", stdin="out of the history\n")
    assert heeldiary.entries()[0]["note"] == "out of the history"


def test_a_score_does_not_move_onto_a_taken_day(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "6", "--day", "yesterday")
    heeldiary.done("log", "left", "5", "--moment", "night")
    entry = made(heeldiary, "pain")
    heeldiary.done("log", "right", "1")
    heeldiary.refused(2, "edit", entry["id"], "--day", "yesterday")
    heeldiary.refused(2, "edit", entry["id"], "--moment", "night")
    heeldiary.refused(2, "edit", entry["id"], "--foot", "right")
    heeldiary.done("edit", entry["id"], "--day", "2d")
    heeldiary.done("edit", entry["id"], "--moment", "after-sitting", "--day", "yesterday")


def test_the_score_that_is_in_the_way_is_named(heeldiary: Heeldiary) -> None:
    left = heeldiary.done("log", "left", "6", "--json").json["id"][:8]
    heeldiary.done("log", "right", "4")
    remedy = heeldiary.refused(2, "edit", "last", "--foot", "left").err.splitlines()[1]
    edit, delete = f"edit {left} --score 4", f"delete {left}"
    changes = f"`heeldiary {edit}` changes that one, `heeldiary {delete}` deletes it"
    assert remedy == f"{changes}; `heeldiary undo` takes back what you logged last"
    heeldiary.done("edit", "last", "--note", "stiff")
    assert heeldiary.refused(2, "edit", "last", "--foot", "left").err.splitlines()[1] == changes
    heeldiary.done(*edit.split())
    heeldiary.done(*delete.split())


def test_a_moment_may_be_in_capitals(heeldiary: Heeldiary) -> None:
    entry = made(heeldiary, "pain")
    assert heeldiary.done("edit", entry["id"], "--moment", "WORST", "--json").json["moment"] == "worst"


@pytest.mark.parametrize(
    ("kind", "argv"),
    [
        ("pain", "--score 11"), ("pain", "--score -1"), ("pain", "--score 5.5"), ("pain", "--foot both"),
        ("pain", "--moment noon"), ("pain", "--day tomorrow"), ("pain", "--day 2026-11-23"), ("pain", "--score"),
        ("activity", "--minutes 1441"), ("activity", "--steps 200001"), ("activity", "--steps -1"),
        ("activity", "--surface grass"), ("activity", f"--kind {'x' * 41}"), ("activity", "--steps ٣"),
        ("sitting", "--longest 6h31"), ("sitting", "--minutes 59"), ("massage", "--before 11"),
        ("pain", f"--note {'x' * 20_001}"), ("note", "--day 1899-12-31"),
    ],
)  # fmt: skip
def test_bad_values(heeldiary: Heeldiary, kind: str, argv: str) -> None:
    heeldiary.refused(2, "edit", made(heeldiary, kind)["id"], *argv.split())


def test_it_keeps_what_no_option_reaches(heeldiary: Heeldiary) -> None:
    """Tags, source, zone and a session's points survive an edit of something else."""
    (heeldiary.home.parent / "in.jsonl").write_text(
        '{"type": "massage", "day": "2026-11-02", "foot": "left", "source": "watch", "tags": ["rain", "hills"],'
        ' "zone": "Asia/Tokyo", "at": "2026-11-02T07:00:00+09:00", "finished": false, "routine": "daily",'
        ' "steps": [{"point": "toe", "seconds": 7, "pressure": "firm", "feeling": "sharp", "score": 9}]}'
    )
    heeldiary.done("import", str(heeldiary.home.parent / "in.jsonl"))
    (entry,) = heeldiary.entries()
    shape = heeldiary.done("edit", entry["id"], "--after", "3", "--json").json
    assert shape == {**entry, "score_after": 3}


def test_the_short_options(heeldiary: Heeldiary) -> None:
    entry = made(heeldiary, "pain")
    shape = heeldiary.done("edit", entry["id"], "-f", "right", "-m", "worst", "--json").json
    assert (shape["foot"], shape["moment"]) == ("right", "worst")


def test_a_course_is_given_changed_and_cleared(heeldiary: Heeldiary) -> None:
    first, second, third = (
        heeldiary.done("log", "care", "acupuncture", "--course", course, "--day", day, "--json").json["id"]
        for course, day in (("spring", "mon"), ("spring", "tue"), ("autumn", "wed"))
    )

    def visits() -> dict[str, tuple[str | None, int | None, int | None]]:
        return {entry["id"]: (entry["course"], entry["visit"], entry["course_visits"]) for entry in heeldiary.entries()}

    heeldiary.done("edit", third, "--course", "Spring", "--visits", "12")
    assert visits() == {first: ("spring", 1, None), second: ("spring", 2, None), third: ("spring", 3, 12)}
    heeldiary.done("edit", first, "--course", "")
    assert visits() == {first: (None, None, None), second: ("spring", 1, None), third: ("spring", 2, 12)}
    heeldiary.done("edit", third, "--course", "")
    assert visits()[third] == (None, None, None)
    heeldiary.refused(2, "edit", first, "--visits", "3")
    heeldiary.done("edit", first, "--until", "2w")
    assert heeldiary.entries()[0]["until"] == "2026-11-30"
    heeldiary.done("edit", first, "--until", "")
    assert heeldiary.entries()[0]["until"] is None
    heeldiary.done("edit", first, "--until", "2w")
    heeldiary.done("edit", first, "--until", "None")
    assert heeldiary.entries()[0]["until"] is None
    heeldiary.refused(2, "edit", first, "--until", "2026-11-01")
    heeldiary.refused(2, "edit", first, "--until", "soon")


def test_the_points_of_a_massage(heeldiary: Heeldiary) -> None:
    entry = heeldiary.done("log", "massage", "-f", "left", "--calf", "3", "--ki1", "90s", "--json").json

    def points(*argv: str) -> list[tuple[str, int]]:
        return [
            (step["point"], step["seconds"])
            for step in heeldiary.done("edit", entry["id"], *argv, "--json").json["steps"]
        ]

    assert points("--ki1", "2m") == [("calf", 180), ("ki1", 120)]
    assert points("--heel", "1", "--calf", "") == [("ki1", 120), ("heel", 60)]
    assert points("--arch", "") == [("ki1", 120), ("heel", 60)]
    heeldiary.refused(2, "edit", entry["id"], "--ki1", "", "--heel", "")
    heeldiary.refused(2, "edit", entry["id"], "--ki1", "31")
    heeldiary.refused(2, "edit", made(heeldiary, "pain")["id"], "--ki1", "1")
    entry = heeldiary.done("log", "massage", "5m", "-f", "left", "--json").json
    assert points("--after", "3") == [("massage", 300)]
    assert points("--ki1", "90s", "--heel", "60s") == [("ki1", 90), ("heel", 60)]
