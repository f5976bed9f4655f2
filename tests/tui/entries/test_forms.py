"""The Diary's forms: what is typed is in the diary once they close, and nothing else happens meanwhile."""

from datetime import UTC, datetime
from typing import Any

import pytest
from textual.widgets import Input, TextArea

from heeldiary.domain.entries import Entry, Massage, MassageStep, whole_massage
from heeldiary.domain.routine.points import POINTS
from heeldiary.errors import BadInput
from heeldiary.tui.entries.forms import FormContext, facts, fields
from heeldiary.tui.widgets.choice_input import ChoiceInput
from tests.sampling import sampled
from tests.tui.stage import NORMAL, TO_LAST_ROW, Stage

AT = datetime(2026, 11, 22, 7, tzinfo=UTC)
CONTEXT = FormContext([], [], "left", AT.date(), AT.date(), AT)


async def test_an_activity(stage: Stage) -> None:
    async with stage.play(NORMAL) as play:
        await play.press("a")
        await play.type("Walking")
        await play.press("tab")
        await play.type("1h30")
        await play.press("down")
        await play.type("7,200")
        await play.press("down")
        await play.type("hard")
        await play.press("tab", "tab")
        await play.type("to the lake")
        await play.press("enter")
        (entry,) = stage.entries()
        assert {key: entry[key] for key in ("type", "kind", "minutes", "steps", "surface", "note")} == {
            "type": "activity", "kind": "walking", "minutes": 90, "steps": 7200, "surface": "hard",
            "note": "to the lake",
        }  # fmt: skip
        assert play.said.startswith("Saved: walking, 1 h 30, 7,200 steps, hard ground")
        assert "walking, 7,200 steps, hard" in play.line("Activity")


async def test_steps_alone_and_minutes_alone_but_not_neither(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("a")
        await play.type("running")
        await play.press("enter")
        assert play.dialog == "Form", "it has to say how long or how far"
        await play.press("down", "down")
        await play.type("4000")
        await play.press("enter")
        assert play.dialog == ""
        (entry,) = stage.entries()
        assert (entry["minutes"], entry["steps"]) == (None, 4000)


async def test_sitting(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("s")
        await play.type("7.5h")
        await play.press("tab")
        await play.type("8h")
        await play.press("enter")
        assert play.dialog == "Form", "the longest stretch is part of it all"
        await play.press("ctrl+u")
        await play.type("1h40")
        await play.press("enter")
        (entry,) = stage.entries()
        assert (entry["type"], entry["minutes"], entry["longest_minutes"]) == ("sitting", 450, 100)


async def test_a_massage_by_hand_of_both_feet_is_one_step(empty: Stage) -> None:
    empty.heeldiary.done("settings", "affected-foot", "both")
    async with empty.play() as play:
        before = empty.steps_back()
        await play.press("m", "tab", "tab")
        await play.type("90s")
        await play.press("tab", "tab", "tab", "tab")
        await play.type("2m")
        await play.press("tab")
        await play.type("6")
        await play.press("tab")
        await play.type("4")
        await play.press("enter")
        entries = empty.entries("massage")
        assert [entry["foot"] for entry in entries] == ["left", "right"]
        for entry in entries:
            assert [(step["point"], step["seconds"]) for step in entry["steps"]] == [("ki1", 90), ("arch", 120)]
            assert (entry["seconds"], entry["score_before"], entry["score_after"], entry["routine"]) == (
                210,
                6,
                4,
                None,
            )
        assert empty.steps_back() == before + 1


async def test_care_in_a_course(stage: Stage) -> None:
    async with stage.play() as play:
        for _ in range(2):
            await play.press("o")
            await play.type("acupuncture")
            await play.press("tab")
            await play.type("40")
            await play.press("tab")
            await play.type("Spring Course")
            await play.press("tab")
            await play.type("12")
            await play.press("enter")
        told = [(entry["kind"], entry["course"], entry["visit"], entry["course_visits"]) for entry in stage.entries()]
        assert told == [("acupuncture", "Spring Course", 1, 12), ("acupuncture", "Spring Course", 2, 12)]
        assert "visit 2 of 12" in play.text


async def test_a_last_day_is_judged_by_the_day_of_the_form(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("o")
        await play.type("taping")
        await play.press(*["tab"] * 4)
        await play.type("20 nov")
        await play.press(*["tab"] * 3)
        await play.type("16 nov")
        await play.press("enter")
        assert play.said.startswith("Saved: taping, Mon 16 Nov 2026 until Fri 20 Nov 2026")


async def test_a_sentence_that_becomes_a_kind_is_said_to_be_one(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("o")
        await play.type("acupuncture with Dr Li")
        await play.press("enter")
        assert "all of it is the name of a new kind; for acupuncture with Course, Until or Note, open" in play.said
        await play.press("o")
        await play.type("insoles 6 h a day")
        await play.press("enter")
        assert stage.entries("care")[-1]["minutes"] == 360


async def test_a_hint_is_not_shown_twice(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("a")
        assert play.text.count("walking, running, standing, or your own word") == 1
        await play.type("w")
        assert play.text.count("walking, running, standing, or your own word") == 1, "now beneath"
        await play.press("tab")
        assert play.text.count("45, 1h30 or 7.5h") == 1


async def test_care_that_lasts_until_a_day_to_come(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("o")
        await play.type("night splint")
        await play.press("tab", "tab", "tab", "tab")
        await play.type("2w")
        await play.press("enter")
        assert [entry["until"] for entry in stage.entries()] == ["2026-12-06"]


@pytest.mark.parametrize(
    ("form", "good", "wrong"),
    [
        ("a", ("running", "20"), ((0, ""), (1, "25h"), (1, "-5"), (2, "200001"))),
        ("s", ("6h", "1h"), ((0, "1441"), (0, "7:30"), (1, "7h"))),
        ("m", ("left", "", "90s"), ((1, "1s"), (2, "31m"), (7, "11"), (7, "٧"), (8, "5.5"))),
        ("o", ("ice", "10"), ((0, "x" * 41), (3, "0"), (4, "2026-11-31"))),
    ],
)
async def test_what_makes_no_sense_keeps_the_form_open_with_all_that_was_typed(
    stage: Stage, form: str, good: tuple[str, ...], wrong: tuple[tuple[int, str], ...]
) -> None:
    async with stage.play() as play:
        await play.press(form)
        fields = [*play.app.screen.query(Input)]
        for field, text in zip(fields, good, strict=False):
            field.value = text
        for number, typed in wrong:
            fields[number].focus()
            await play.press("ctrl+u")
            await play.type(typed)
            await play.press("enter")
            assert play.dialog == "Form", typed
            assert stage.entries() == [], typed
            assert all(text in play.text for other, text in enumerate(good) if other != number), typed
            fields[number].value = good[number] if number < len(good) else ""
            if isinstance(fields[number], ChoiceInput):
                await play.press("backspace")
        await play.press("enter")
        assert len(stage.entries()) == 1, "put right, it is saved"


async def test_a_row_is_opened_changed_and_deleted(stage: Stage) -> None:
    stage.heeldiary.done("log", "activity", "walking", "45", "--note", "slow")
    async with stage.play() as play:
        before = stage.entries()[0]
        await play.press("down", "down", "down", "enter", "tab", "ctrl+u")
        await play.type("50")
        await play.press("enter")
        (entry,) = stage.entries()
        assert entry == before | {"minutes": 50}
        assert play.said.startswith("Changed: walking, 50 min")
        await play.press("delete")
        assert stage.entries() == []
        assert "walking, 50 min" in play.said
        await play.press("u", "u")
        assert stage.entries() == [before]


@pytest.mark.slow
async def test_enter_on_an_empty_row_logs_one(stage: Stage) -> None:
    async with stage.play() as play:
        for row, dialog in enumerate(("Activity", "Sitting", "Massage by hand", "Care", "Note")):
            await play.press("full_stop", *["down"] * (3 + row), "enter")
            assert f"{dialog}, Sun 22 Nov 2026" in play.text
            await play.press("escape")
        assert stage.entries() == []


async def test_a_note_is_written_and_gone_on_with(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("n")
        await play.type("Slept badly.")
        await play.press("escape")
        assert [entry["note"] for entry in stage.entries("note")] == ["Slept badly."]
        assert "Slept badly." in play.line("Note")
        await play.press(*TO_LAST_ROW, "enter", "enter")
        await play.type("u 6 q d")
        await play.press("escape")
        assert [entry["note"] for entry in stage.entries()] == ["Slept badly.\nu 6 q d"]
        await play.press("u")
        assert [entry["note"] for entry in stage.entries()] == ["Slept badly."]
        await play.press("enter", "f7", "backspace", "escape")
        assert stage.entries() == [], "emptied, it is deleted"
        await play.press("u", "u")
        assert stage.entries() == []


async def test_a_day_may_have_several_notes(stage: Stage) -> None:
    async with stage.play() as play:
        for words in ("morning", "noon"):
            await play.press("n")
            await play.type(words)
            await play.press("escape")
        assert [entry["note"] for entry in stage.entries("note")] == ["morning", "noon"]
        assert "noon" in play.text


async def test_an_empty_note_is_no_note(stage: Stage) -> None:
    async with stage.play() as play:
        steps = stage.steps_back()
        await play.press("n", "escape", "n")
        await play.type("  ")
        await play.press("escape")
        assert stage.entries() == []
        assert stage.steps_back() == steps


@pytest.mark.parametrize(
    "form", sampled(["a", "s", "m", "o", "n", "slash", "j", "comma"], ["a", "n", "slash", "comma"])
)
async def test_keys_in_a_text_field_are_text(stage: Stage, form: str) -> None:
    """No key of any screen, no digit and no arrow does anything but write and move."""
    stage.heeldiary.done("log", "4")
    async with stage.play() as play:
        before, steps = stage.entries(), stage.steps_back()
        await play.press(form)
        dialog = play.app.screen
        if isinstance(dialog.focused, ChoiceInput):
            await play.press("tab")
        typed = "drtcgu?,q0123456789[].j/nasmoe x+fbMpwv"
        await play.type(typed)
        await play.press("left", "right", "home", "end", "backspace", "delete", "pageup", "pagedown")
        assert play.app.screen is dialog
        field = dialog.focused
        assert isinstance(field, Input | TextArea)
        assert typed[:-1] in (field.value if isinstance(field, Input) else field.text)
        assert stage.entries() == before
        assert stage.steps_back() == steps


async def test_words_used_before_are_offered(stage: Stage) -> None:
    stage.heeldiary.done("log", "activity", "nordic walking", "45")
    async with stage.play() as play:
        await play.press("a")
        await play.type("nor")
        await play.rest()
        await play.press("right", "tab")
        await play.type("30")
        await play.press("enter")
        assert [entry["kind"] for entry in stage.entries()] == ["nordic walking", "nordic walking"]


async def test_enter_twice_saves_once(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("s")
        await play.type("45")
        play.send("enter")
        play.send("enter")
        await play.rest()
        await play.press("escape")
        assert len(stage.entries()) == 1


async def test_paste_of_several_lines_runs_nothing(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("a")
        await play.paste("walking\nq\nu\n6\n")
        assert play.dialog == "Form"
        await play.press("escape")
        await play.paste("6\nq\nu")
        assert stage.entries() == []
        assert play.app.is_running


async def test_keys_faster_than_the_screen_come_in_their_order(stage: Stage) -> None:
    async with stage.play() as play:
        await play.burst("s", *"6h30", "enter")
        await play.burst("a", *"walking", "tab", *"45", "enter")
        await play.burst("n", *"heel", "escape")
        await play.burst("1", "0", "down", "3")
        assert play.dialog == ""
    told = {entry["type"]: entry for entry in stage.entries() if entry["type"] != "pain"}
    assert (told["sitting"]["minutes"], told["activity"]["minutes"], told["note"]["note"]) == (390, 45, "heel")
    assert stage.scores() == {"2026-11-22": 10}
    assert stage.scores("left", "after-sitting") == {"2026-11-22": 3}


async def test_a_massage_in_all_is_logged_and_changed(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("m", "tab")
        await play.type("35")
        await play.press("enter")
        assert [step["seconds"] for step in stage.entries()[0]["steps"]] == [1800, 300]
        await play.press("m", "tab")
        await play.type("5")
        await play.press("tab")
        await play.type("90s")
        await play.press("enter")
        assert "one time in all, or points" in play.text
        await play.press("escape", "escape")


TWICE = (MassageStep("ki1", 1700, feeling="warm"), MassageStep("own", 30), MassageStep("ki1", 1700))
PARSED = {"foot": "left", "all": None, "before": None, "after": None, **dict.fromkeys(POINTS)}


@pytest.mark.parametrize(
    ("changes", "steps"),
    [
        ({"ki1": 3400}, TWICE),
        ({"ki1": 60}, (TWICE[0]._replace(seconds=60), TWICE[1])),
        ({"ki1": None}, (TWICE[1],)),
        ({"ki1": 3400, "calf": 90}, (*TWICE, MassageStep("calf", 90))),
        ({"all": 2400}, whole_massage(2400)),
    ],
)
def test_what_the_form_does_not_change_stays(changes: dict[str, Any], steps: tuple[MassageStep, ...]) -> None:
    at = datetime(2026, 11, 22, tzinfo=UTC)
    entry = Entry("abcd", at.date(), at, None, False, "routine", (), "", Massage("left", TWICE, "mine"))
    (fact,) = facts("massage", {**PARSED, **changes}, entry)
    assert isinstance(fact, Massage)
    assert (fact.steps, fact.routine) == (steps, "mine")


@pytest.mark.parametrize("seconds", [30, 90, 300, 2130])
def test_a_massage_in_all_keeps_its_seconds(seconds: int) -> None:
    at = datetime(2026, 11, 22, tzinfo=UTC)
    fact = Massage("left", whole_massage(seconds))
    entry = Entry("abcd", at.date(), at, None, False, "typed", (), "", fact)
    shown = {
        field.name: field for field in fields("massage", entry, FormContext([], [], "left", at.date(), at.date(), at))
    }["all"]
    assert facts("massage", {**PARSED, "all": shown.parse(shown.typed)}, entry) == [fact]


async def test_what_is_wrong_is_said_when_the_field_is_left(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("a", "tab", *"soon", "tab")
        assert play.dialog == "Form"
        assert "not a duration" in " ".join(play.text.split())
        await play.press("shift+tab", *["backspace"] * 4, "tab")
        assert "not a duration" not in " ".join(play.text.split())


@pytest.mark.parametrize(
    ("typed", "number"), [("10", 10), ("10 visits", 10), ("1 visit", 1), ("12visits", 12), ("999 VISITS", 999)]
)
def test_visits_are_typed_with_or_without_their_name(typed: str, number: int) -> None:
    (field,) = (one for one in fields("care", None, CONTEXT) if one.name == "visits")
    assert field.parse(typed) == number


def test_steps_are_typed_with_or_without_their_name() -> None:
    (field,) = (one for one in fields("activity", None, CONTEXT) if one.name == "steps")
    assert [field.parse(typed) for typed in ("6200", "6,200 steps", "1 step")] == [6200, 6200, 1]
    assert [field.parse(typed) for typed in ("6k", "6.000", "6.5k", "6,5K steps", "12.500 steps", "100.000")] == [
        6000, 6000, 6500, 6500, 12500, 100000,
    ]  # fmt: skip


@pytest.mark.parametrize("typed", ["6.5", "6.00", "1.2.3", "6kg", "k", "6.0000"])
def test_what_is_no_number_of_steps_is_refused(typed: str) -> None:
    (field,) = (one for one in fields("activity", None, CONTEXT) if one.name == "steps")
    with pytest.raises(BadInput):
        field.parse(typed)
    with pytest.raises(BadInput, match="steps are given as a whole number"):
        field.parse("steps")


async def test_both_feet_may_have_a_score_each_and_the_time_is_named_for_each(empty: Stage) -> None:
    empty.heeldiary.done("settings", "affected-foot", "both")
    async with empty.play() as play:
        await play.press("m")
        assert "Each foot" in play.text
        await play.press("l")
        assert "Each foot" not in play.text
        assert "In all" in play.text
        await play.press("b", "tab", *"20", *["tab"] * 6, *"7 4", "tab", *"3", "enter")
        told = [
            (entry["foot"], entry["seconds"], entry["score_before"], entry["score_after"]) for entry in empty.entries()
        ]
        assert told == [("left", 1200, 7, 3), ("right", 1200, 4, 3)]


async def test_two_scores_are_for_two_feet(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("m", "tab", *"20", *["tab"] * 6, *"7 4", "enter")
        assert play.words("#problem") == "Two scores of pain are for two feet: choose both, or give one score."
        assert stage.entries() == []


async def test_without_a_kind_it_says_what_steps_alone_are(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("a", "tab", "tab", *"4000", "enter")
        assert play.words("#problem") == "What is missing: walking (also for steps alone), running, or your own word."


@pytest.mark.parametrize("form", "asmo")
async def test_what_may_be_typed_is_not_cut_in_a_small_terminal(stage: Stage, form: str) -> None:
    async with stage.play((46, 19)) as play:
        await play.press(form)
        for line in play.app.screen.query(Input):
            assert len(line.placeholder) <= line.scrollable_content_region.width
            assert not line.placeholder.endswith((",", ";", ":"))
        await play.resize(120, 40)
        assert "today, yesterday, mon, 3d or 22 nov" in [line.placeholder for line in play.app.screen.query(Input)]


async def test_a_weekday_until_is_counted_from_the_day_in_the_form(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("o", *"taping")
        play.app.screen.query_one("#field-until", Input).focus()
        await play.press(*"fri")
        play.app.screen.query_one("#field-day", Input).focus()
        await play.press(*"mon", "enter")
        [entry] = stage.entries("care")
        assert (entry["day"], entry["until"]) == ("2026-11-16", "2026-11-20")


async def test_an_edit_that_changes_nothing_says_so(stage: Stage) -> None:
    stage.heeldiary.done("walk", "20")
    async with stage.play() as play:
        play.app.screen.query_one("EntryRow").focus()
        await play.press("enter", "enter")
        assert play.said == "Nothing changed: walking, 20 min, Sun 22 Nov 2026"
        await play.press("enter", "tab", *"30", "enter")
        assert play.said == "Changed: walking, 30 min, Sun 22 Nov 2026"


async def test_steps_in_the_field_of_minutes_are_sent_to_their_own(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("a", *"walking", "tab", *"8500", "enter")
        assert "Steps go into the field Steps" in play.words("#problem")


async def test_care_without_its_course_says_which_goes_on(stage: Stage) -> None:
    stage.heeldiary.done("acupuncture", "--course", "Dr Li", "--visits", "6", "--day", "2026-11-20")
    async with stage.play() as play:
        await play.press("o", *"acupuncture", "enter")
        assert play.said.endswith("if it was a visit of Dr Li, open the entry and give it that Course")
        await play.press("o", *"ice", "enter")
        assert "Dr Li" not in play.said


async def test_starting_over_begins_with_the_first_field(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("a", *"walk", "tab", *"20", "tab", "ctrl+r", *"run")
        assert play.app.screen.query_one("#field-kind", Input).value == "run"


async def test_a_massage_shows_its_times_as_they_are_typed(stage: Stage) -> None:
    stage.heeldiary.done("log", "massage", "--ki1", "2m", "--heel", "90s")
    async with stage.play() as play:
        await play.press("m")
        assert "each foot" not in play.text.lower(), "one foot was chosen"
        await play.press("escape", *TO_LAST_ROW, "up", "up", "enter")
        values = {field.id: field.value for field in play.app.screen.query(Input)}
        assert (values["field-ki1"], values["field-heel"]) == ("2m", "90s")


async def test_the_number_of_a_visit_is_no_name_of_a_course(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("o")
        await play.type("acupuncture")
        await play.press("tab", "tab")
        await play.type("visit 1 of 10")
        await play.press("enter")
        assert "visits number themselves" in play.words("#problem")
        assert stage.entries("care") == []
