"""Each field of the Diary's forms: saved as typed, and shown again."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from textual.widgets import Input

from heeldiary.domain.entries import Activity, Care, Entry, Fact, Massage, MassageStep, Sitting, Sore
from heeldiary.domain.routine.points import POINTS
from heeldiary.errors import BadInput
from heeldiary.tui.diary.entry_row import entry_row_text
from heeldiary.tui.entries.forms import FormContext, facts, fields
from tests.tui.stage import NORMAL, Stage

EACH_FIELD: dict[str, tuple[str, dict[str, str], dict[str, Any]]] = {
    "a": (
        "Activity",
        {"kind": "rowing", "minutes": "90", "steps": "7200", "surface": "soft", "time": "06:30", "note": "lake"},
        {"kind": "rowing", "minutes": 90, "steps": 7200, "surface": "soft"},
    ),
    "s": (
        "Sitting",
        {"minutes": "400", "longest": "100", "time": "06:30", "note": "train"},
        {"minutes": 400, "longest_minutes": 100},
    ),
    "m": (
        "Massage by hand",
        {"foot": "right", **{point: f"{number}0s" for number, point in enumerate(POINTS, 2)},
         "before": "6", "after": "4", "time": "06:30", "note": "thumb"},
        {"foot": "right", "seconds": 20 + 30 + 40 + 50 + 60, "score_before": 6, "score_after": 4},
    ),
    "o": (
        "Care",
        {"kind": "taping", "minutes": "40", "course": "Spring", "visits": "12", "until": "2026-12-06",
         "time": "06:30", "note": "blue"},
        {"kind": "taping", "minutes": 40, "course": "Spring", "course_visits": 12, "until": "2026-12-06"},
    ),
}  # fmt: skip
"""By key: a form's title, what is written into its fields, and what of it is saved."""


LABELS = {
    "a": ("What", "How long", "Steps", "Ground", "Time of day", "Note"),
    "s": ("In all", "Longest stretch", "Time of day", "Note"),
    "m": (
        "Foot",
        "In all",
        *(point.title for point in POINTS.values()),
        "Pain before",
        "Pain after",
        "Time of day",
        "Note",
    ),
    "o": ("What", "How long", "Course", "Visits planned", "Until", "Time of day", "Note"),
}


@pytest.mark.parametrize("key", EACH_FIELD)
async def test_each_field_is_saved_as_typed_and_shown_again(stage: Stage, key: str) -> None:
    title, typed, saved = EACH_FIELD[key]
    async with stage.play(NORMAL) as play:
        await play.press(key)
        assert f"{title}, Sun 22 Nov 2026" in play.text
        assert {str(field.id) for field in play.app.screen.query(Input)} - {"field-all"} == {
            f"field-{name}" for name in typed
        }
        assert [str(label.render()) for label in play.app.screen.query(".label")] == [*LABELS[key]]
        for name, text in typed.items():
            play.app.screen.query_one(f"#field-{name}", Input).value = text
        await play.press("enter")
        (entry,) = stage.entries()
        assert {name: entry[name] for name in saved} == saved
        assert (entry["time"], entry["note"]) == ("06:30", typed["note"])
        await play.click("06:30")
        assert f"{title}, Sun 22 Nov 2026" in play.text
        for name, text in typed.items():
            assert play.app.screen.query_one(f"#field-{name}", Input).value == text, name
        await play.press("enter")
        assert stage.entries() == [entry], "nothing was changed"


@pytest.mark.parametrize(("typed", "seconds"), [("5", 300), ("5m", 300), ("90s", 90), (" 90s ", 90), ("1h30", 5400)])
def test_a_massage_in_all_takes_minutes_and_seconds(typed: str, seconds: int) -> None:
    at = datetime(2026, 11, 22, tzinfo=UTC)
    fields_by_name = {
        field.name: field for field in fields("massage", None, FormContext([], [], "left", at.date(), at))
    }
    assert fields_by_name["all"].parse(typed) == seconds


FACTS: dict[str, Fact] = {
    "activity": Activity("walking", 45, 5200, "hard"),
    "sitting": Sitting(390, 100),
    "massage": Massage("left", (MassageStep("ki1", 90), MassageStep("calf", 60)), score_before=0, score_after=0),
    "care": Care("acupuncture", 40, "spring", None, 12, date(2026, 12, 6)),
    "sore": Sore("right", ("heel-inner", "arch")),
}


@pytest.mark.parametrize("kind", FACTS)
def test_what_a_form_shows_is_the_entry_and_nothing_else(kind: str) -> None:
    at = datetime(2026, 11, 22, 7, tzinfo=UTC)
    entry = Entry("abcd", at.date(), at, None, False, "typed", (), "a thought", FACTS[kind], time(6, 30))
    context = FormContext([], [], "left", at.date(), at)
    shown = fields(kind, entry, context)
    parsed = {field.name: field.parse(field.typed) if field.typed else None for field in shown}
    assert facts(kind, parsed, entry) == [FACTS[kind]]
    assert (parsed["time"], parsed["note"]) == (time(6, 30), "a thought")
    empty = {field.name: field.typed for field in fields(kind, None, context) if field.typed}
    assert empty == ({"foot": "left"} if "foot" in parsed else {}), "a new one begins empty, but for the foot"


@pytest.mark.parametrize(
    ("times", "said"),
    [
        ({}, "A massage needs a time: give it in all, or at one of the points."),
        ({"all": 300, "ki1": 90}, "A massage has one time in all, or points: leave out one or the other."),
    ],
)
def test_a_massage_without_a_time_or_with_two_is_refused_in_words(times: dict[str, int], said: str) -> None:
    parsed = {"foot": ["left"], "all": None, "before": None, "after": None, **dict.fromkeys(POINTS), **times}
    with pytest.raises(BadInput) as refused:
        facts("massage", parsed, None)
    assert refused.value.sentence == said


ROWS = {
    "activity": ("06:30 walking, 5,200 steps, hard ground, “a thought”", "45 min"),
    "sitting": ("06:30 longest 1 h 40, “a thought”", "6 h 30"),
    "massage": ("06:30 left, pain 0, then 0, KI1 calf, “a thought”", "3 min"),
    "care": ("06:30 acupuncture, spring, “a thought”", "40 min"),
    "sore": ("06:30 right, heel, inner side and arch, “a thought”", ""),
}
"""What the Diary's row shows of each, at the left and at the right."""


@pytest.mark.parametrize("kind", FACTS)
def test_a_row_shows_all_of_an_entry(kind: str) -> None:
    at = datetime(2026, 11, 22, 7, tzinfo=UTC)
    entry = Entry("abcd", at.date(), at, None, False, "typed", (), "a thought", FACTS[kind], time(6, 30))
    assert entry_row_text(entry) == ROWS[kind]
    later = entry._replace(time_of_day=None, note="")
    assert entry_row_text(later)[0] == ROWS[kind][0].removeprefix("06:30 ").removesuffix(", “a thought”")
