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
from tests.tui.stage import NORMAL, SMALL, Stage

EACH_FIELD: dict[str, tuple[str, dict[str, str], dict[str, Any]]] = {
    "a": (
        "Activity",
        {"kind": "rowing", "minutes": "90", "steps": "7200", "surface": "soft", "day": "2026-11-22", "time": "06:30",
         "note": "lake"},
        {"kind": "rowing", "minutes": 90, "steps": 7200, "surface": "soft"},
    ),
    "s": (
        "Sitting",
        {"minutes": "400", "longest": "100", "day": "2026-11-22", "time": "06:30", "note": "train"},
        {"minutes": 400, "longest_minutes": 100},
    ),
    "m": (
        "Massage by hand",
        {"foot": "right", **{point: f"{number}0s" for number, point in enumerate(POINTS, 1)},
         "before": "6", "after": "4", "day": "2026-11-22", "time": "06:30", "note": "thumb"},
        {"foot": "right", "seconds": 10 + 20 + 30 + 40 + 50, "score_before": 6, "score_after": 4},
    ),
    "o": (
        "Care",
        {"kind": "taping", "minutes": "40", "course": "Spring", "visits": "12", "until": "2026-12-06",
         "day": "2026-11-22", "time": "06:30", "note": "blue"},
        {"kind": "taping", "minutes": 40, "course": "Spring", "course_visits": 12, "until": "2026-12-06"},
    ),
}  # fmt: skip
"""By key: a form's title, what is written into its fields, and what of it is saved."""


LABELS = {
    "a": ("What", "How long", "Steps", "Ground", "Time of day", "Note", "Day"),
    "s": ("In all", "Longest stretch", "Time of day", "Note", "Day"),
    "m": (
        "Foot",
        "In all",
        *(point.title for point in POINTS.values()),
        "Pain before",
        "Pain after",
        "Time of day",
        "Note",
        "Day",
    ),
    "o": ("What", "How long", "Course", "Visits planned", "Until", "Time of day", "Note", "Day"),
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
        assert f"{title.removesuffix(' by hand')}, Sun 22 Nov 2026" in play.text
        for name, text in typed.items():
            assert play.app.screen.query_one(f"#field-{name}", Input).value == text, name
        await play.press("enter")
        assert stage.entries() == [entry], "nothing was changed"


@pytest.mark.parametrize(("typed", "seconds"), [("5", 300), ("5m", 300), ("90s", 90), (" 90s ", 90), ("1h30", 5400)])
def test_a_massage_in_all_takes_minutes_and_seconds(typed: str, seconds: int) -> None:
    at = datetime(2026, 11, 22, tzinfo=UTC)
    fields_by_name = {
        field.name: field for field in fields("massage", None, FormContext([], [], "left", at.date(), at.date(), at))
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
    context = FormContext([], [], "left", at.date(), at.date(), at)
    shown = fields(kind, entry, context)
    parsed = {field.name: field.parse(field.typed) if field.typed else None for field in shown}
    assert facts(kind, parsed, entry) == [FACTS[kind]]
    assert (parsed["time"], parsed["note"]) == (time(6, 30), "a thought")
    empty = {field.name: field.typed for field in fields(kind, None, context) if field.typed}
    given = {"day": "2026-11-22"} | ({"foot": "left"} if "foot" in parsed else {})
    assert empty == given, "a new one begins empty, but for the day and the foot"


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
    "massage": ("06:30 left, pain 0, then 0, KI1 calf, “a thought”", "2 min 30 s"),
    "care": ("06:30 acupuncture, spring, until 6 Dec, “a thought”", "40 min"),
    "sore": ("06:30 right, inner heel and arch, “a thought”", ""),
}
"""What the Diary's row shows of each, at the left and at the right."""


@pytest.mark.parametrize("kind", FACTS)
def test_a_row_shows_all_of_an_entry(kind: str) -> None:
    at = datetime(2026, 11, 22, 7, tzinfo=UTC)
    entry = Entry("abcd", at.date(), at, None, False, "typed", (), "a thought", FACTS[kind], time(6, 30))
    assert entry_row_text(entry) == ROWS[kind]
    later = entry._replace(time_of_day=None, note="")
    assert entry_row_text(later)[0] == ROWS[kind][0].removeprefix("06:30 ").removesuffix(", “a thought”")


async def test_rows_are_shorter_where_they_would_be_cut_and_a_note_has_a_second_line(stage: Stage) -> None:
    note = "a long walk on the beach without shoes, then a nap"
    stage.heeldiary.done("log", "activity", "walking", "55", "--steps", "8909", "--surface", "soft")
    stage.heeldiary.done(
        "log",
        "massage",
        "--foot",
        "left",
        "--before",
        "1",
        "--after",
        "0",
        "--ki1",
        "90s",
        "--shimian",
        "90s",
        "--heel",
        "2m",
        "--calf",
        "3m",
    )
    stage.heeldiary.done("log", "note", note)
    async with stage.play(SMALL) as play:
        assert "walking, 8,909 steps, soft 55 min" in play.text
        assert "left, 1 then 0, all four" in play.text
        assert note in " ".join(play.text.split())
    async with stage.play(NORMAL) as play:
        assert "walking, 8,909 steps, soft ground" in play.text
        assert "left, pain 1, then 0, all four points" in play.text


async def test_a_tag_is_shown_once_in_a_row(stage: Stage) -> None:
    stage.heeldiary.done("log", "note", "wet #Rain", "--tag", "rain, long day")
    async with stage.play(NORMAL) as play:
        assert 'wet #Rain #"long day"' in play.text


async def test_an_entry_is_logged_on_another_day_and_moved_to_a_third(stage: Stage) -> None:
    async with stage.play(NORMAL) as play:
        await play.press("s", *"60")
        play.app.screen.query_one("#field-day", Input).value = "yesterday"
        await play.press("enter")
        assert play.said.startswith("Saved: sitting 1 h")
        assert "Sat 21 Nov 2026" in play.said
        assert [entry["day"] for entry in stage.entries()] == ["2026-11-21"]
        await play.press("[")
        await play.click("1 h")
        play.app.screen.query_one("#field-day", Input).value = "mon"
        await play.press("enter")
        assert [entry["day"] for entry in stage.entries()] == ["2026-11-16"]
        await play.press("u")
        assert [entry["day"] for entry in stage.entries()] == ["2026-11-21"]


async def test_a_day_to_come_is_refused_by_the_form(stage: Stage) -> None:
    async with stage.play(NORMAL) as play:
        await play.press("s", *"60")
        play.app.screen.query_one("#field-day", Input).value = "23 nov"
        await play.press("enter")
        assert "Mon 23 Nov 2026 is still to come" in play.text
        assert stage.entries() == []
