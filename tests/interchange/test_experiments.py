"""Experiments of an export: checked against their bounds before anything is saved."""

import pytest

from heeldiary.interchange.experiments import is_experiment
from tests.runner import Heeldiary

GOOD = {
    "question": "massage or not", "heads": "massage", "tails": "no massage", "foot": "left", "unit": "day",
    "outcome": "next-morning", "worth": 1, "factor": None, "first_day": "2026-11-22", "seed": "0f" * 16,
    "draw": "HTTH" * 7, "done": "-" * 28, "stopped_on": None,
}  # fmt: skip


def test_a_good_experiment_of_an_export_is_taken() -> None:
    assert is_experiment("kx3fabcd", GOOD)
    assert is_experiment("kx3f", GOOD | {"unit": "week", "draw": "HT" * 8, "done": "y" * 112, "factor": "care:ice"})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("question", ""), ("question", "x" * 201), ("question", "a\nb"), ("question", None), ("heads", 5),
        ("tails", " x"), ("foot", "both"), ("unit", "month"), ("outcome", "evening"), ("worth", 0), ("worth", True),
        ("worth", "1"),
        ("factor", "mood"), ("factor", 3), ("first_day", "2026-02-30"), ("first_day", 20261122), ("first_day", None),
        ("seed", "x"), ("seed", "0F" * 16), ("seed", None), ("draw", "HTTH"), ("draw", "HTTX" * 7), ("draw", ["H"]),
        ("draw", "HTTH" * 6 + "HT"), ("done", "-" * 27), ("done", "x" * 28), ("done", None), ("stopped_on", "soon"),
        ("stopped_on", 5), ("foot", ["left"]), ("unit", None),
    ],
)  # fmt: skip
def test_a_bad_experiment_of_an_export_is_not(name: str, value: object) -> None:
    assert not is_experiment("kx3fabcd", {**GOOD, name: value})


def test_a_bad_export_changes_nothing(heeldiary: Heeldiary) -> None:
    heeldiary.done("experiment", "new", "ice or not", "--foot", "left", "--days", "28", "--asked", "--yes")
    text = heeldiary.done("export").out
    other = heeldiary.other("other")
    other.done("where")
    path = heeldiary.home.parent / "bad.jsonl"
    path.write_text(text.replace('"unit": "day"', '"unit": "hour"').replace('"unit":"day"', '"unit":"hour"'))
    other.refused(2, "import", str(path))
