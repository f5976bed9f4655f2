"""The guided session in plain lines: what is printed, what is saved, what the letters do."""

import pytest

from heeldiary.domain.routine.points import SHARP
from heeldiary.store.recording import set_setting
from heeldiary.store.routine.plans import save_plan
from tests.cli.plain.plain_stage import SHORT, TURNS, PlainStage
from tests.runner import Heeldiary

WHOLE = {"ki1": 90, "shimian": 90, "heel": 300, "calf": 300}
"""Nobody presses n: heel and calf count on to their cap."""


@pytest.fixture
def stage(heeldiary: Heeldiary, monkeypatch: pytest.MonkeyPatch) -> PlainStage:
    """Nothing speaks against a massage: that was asked today."""
    made = PlainStage(heeldiary, monkeypatch)
    made.answered()
    return made


def running(text: str) -> str:
    """Lines that were wrapped for a terminal, as running text."""
    return " ".join(text.split())


def test_a_whole_session_by_a_script(stage: PlainStage) -> None:
    ran = stage(terminal=False)
    assert (ran.code, stage.kept()) == (0, [("left", WHOLE, True)])
    lines = ran.out.splitlines()
    assert lines[0] == "The clinic's massage, left foot, 8:00 in all."
    assert lines[3:10] == [
        "Get ready: Kidney 1, left foot. Thumb or knuckle in the hollow behind the ball. 1:30, in 5 seconds.",
        "Begin.", "1:00 left", "0:30 left", "Three seconds.",
        "Shi Mian: As for Kidney 1. The clinic gives none for this point. Knuckle or thumb on the middle of the "
        "heel "
        "pad. Straight down, hold three seconds, let go slowly. Small circles if that is kinder.",
        "Stop if it turns sharp, electric, spreading or numb. Leave it out on a bruised heel, and after an injection "
        "until whoever gave it agrees.",
    ]  # fmt: skip
    assert lines.count("Time is up. Keep going as long as it feels good; n goes on.") == 2
    assert lines[-3:] == [
        "Finished.",
        "Left foot, whole session: Kidney 1 1 min 30 s, Shi Mian 1 min 30 s, Around the heel 5 min, The calf 5 min.",
        "Saved. `heeldiary undo` takes it back.",
    ]
    assert "?" not in ran.out
    assert "\a" not in ran.out + ran.err
    assert "Pain" not in ran.err
    (entry,) = stage.entries()
    assert entry["started_at"].startswith("2026-11-22T07:04:11")
    assert entry["ended_at"].startswith("2026-11-22T07:17:26")


def test_a_person_is_asked_for_the_pain_before_and_after(stage: PlainStage) -> None:
    ran = stage((0, "6"), (0, "eleven"), (0, "10"), (50, "x"), (51, "4"), (52, ""), foot="both")
    assert ran.code == 0
    assert [(one["foot"], one["score_before"], one["score_after"]) for one in stage.entries()] == [("left", 6, 4)]
    assert ran.err.count("Pain before, left foot, 0 to 10 (Enter: leave out):") == 1
    assert ran.err.count("Pain before, right foot") == 2, "what is no score is asked again"
    assert ran.err.count("Answer with a whole number from 0 to 10, or press Enter.") == 1
    assert "Pain after, left foot" in ran.err
    assert "Pain" not in ran.out


def test_undo_takes_it_back_in_one_step(stage: PlainStage) -> None:
    before = stage.heeldiary.done("list", "--json").out
    stage((0, "6"), (0, ""), (40, "n"), (60, "w"), (70, "f"), (90, ""), (95, ""), (100, "x"), (101, "3"), foot="both")
    assert len(stage.entries()) == 2
    assert "session" in stage.heeldiary.done("undo").out
    assert stage.heeldiary.done("list", "--json").out == before


def test_pause_and_go_on(stage: PlainStage) -> None:
    ran = stage((0, ""), (35, ""), (600, ""), (610, "x"))
    assert stage.kept() == [("left", {"ki1": 40}, False)]
    assert "Paused: Kidney 1, left foot, 1:00 left." in ran.out
    assert "Going on: Kidney 1, left foot, 1:00 left." in ran.out


def test_next_and_back(stage: PlainStage) -> None:
    ran = stage((0, ""), (25, "n"), (25 + 5 + 10, "b"), (25 + 5 + 10 + 5 + 7, "x"))
    assert stage.kept() == [("left", {"ki1": 27, "shimian": 10}, False)]
    assert ran.out.count("Get ready: Kidney 1") == 2
    assert ran.out.count("Hold three seconds, let go slowly, and repeat.") == 1, "how it is done is told once"


def test_the_other_foot(stage: PlainStage) -> None:
    ran = stage((0, ""), (25, "f"), (25 + 5 + 30, "x"))
    assert stage.kept() == [("left", {"ki1": 20}, False), ("right", {"ki1": 30}, False)]
    assert "Other side. Get ready: Kidney 1, right foot." in ran.out
    assert "Left foot, part session: Kidney 1 20 s." in ran.out
    assert "Right foot, part session: Kidney 1 30 s." in ran.out


def test_thirty_seconds_more(stage: PlainStage) -> None:
    ran = stage((0, ""), (10, "+"), (10, " + "), (5 + 150 + 2, "x"))
    assert stage.kept() == [("left", {"ki1": 150}, False)]
    assert "30 s more: 2:00 in all." in ran.out
    assert "2:00 left" in ran.out
    ran = stage((0, ""), *[(10, "+")] * 60, (20, "x"))
    assert "A step takes 30 minutes at most." in ran.out


@pytest.mark.parametrize(("letter", "feeling"), [("p", "painful"), ("e", "easing"), ("W", "warm"), ("o", "nothing")])
def test_feelings(stage: PlainStage, letter: str, feeling: str) -> None:
    ran = stage((0, ""), (20, letter), (30, "x"))
    assert f"Noted: {feeling}." in ran.out
    assert stage.entries()[0]["steps"][0]["feeling"] == feeling


def test_sharp_ends_it(stage: PlainStage) -> None:
    ran = stage((0, ""), (20, "s"), (21, "5"))
    assert SHARP in ran.out
    (entry,) = stage.entries()
    assert (entry["steps"][0]["feeling"], entry["seconds"], entry["score_after"]) == ("sharp", 15, 5)


def test_muted_no_bell_rings(stage: PlainStage) -> None:
    ran = stage((0, ""), (1, "M"), (40, "x"))
    assert ran.err.count("\a") == 3, "those of the first cue, before it was muted"
    assert stage.heeldiary.done("settings", "--json").json["sound"] == "off"
    ran = stage((0, ""), (7, "m"), (40, "x"))
    assert ran.err.count("\a") == 6, "those of the end"
    assert stage.heeldiary.done("settings", "--json").json["sound"] == "on"


def test_the_bell_rings_its_patterns_on_a_terminal_alone(stage: PlainStage) -> None:
    stage.own(SHORT)
    assert stage((0, ""), routine="short").err.count("\a") == 3 + 2 + 3 + 2 + 6
    assert "\a" not in stage(routine="short", terminal=False).err


def test_what_can_be_typed_is_told(stage: PlainStage) -> None:
    ran = stage((0, ""), (20, "?"), (21, "what"), (30, "x"))
    assert ran.err.count("? all letters") == 1, "said once at the start"
    assert "Kidney 1, left foot, 1:15 left." in ran.out
    assert "a hollow shows on the sole" in ran.out
    assert "b: one step back" in ran.err
    assert ran.err.count("Not a key.") == 1
    assert "what" not in ran.out
    assert stage.kept() == [("left", {"ki1": 25}, False)]


def test_a_gap_that_was_massage_counts_up_to_the_end_of_the_step(stage: PlainStage) -> None:
    ran = stage((0, ""), *stage.gap(45, 480), (600, "maybe"), (600, "y"), (600 + 5 + 3, "x"))
    assert ran.err.count("Answer y for yes or n for no.") == 1
    assert "Were you still massaging? (gap of 8 min) y/n:" in ran.err
    assert stage.kept() == [("left", {"ki1": 90, "shimian": 3}, False)]


def test_a_gap_that_was_none_counts_nothing(stage: PlainStage) -> None:
    ran = stage((0, ""), *stage.gap(45, 480), (560, "x"), (600, "n"), (610, "x"))
    assert ran.err.count("Were you still massaging?") == 2, "only a y or an n answers it"
    assert "Going on: Kidney 1, left foot, 0:50 left." in ran.out
    assert stage.kept() == [("left", {"ki1": 50}, False)]


def test_what_was_typed_before_a_gap_was_seen_is_dropped(stage: PlainStage) -> None:
    def asleep_while_typed() -> str:
        stage.typist.forward(480)
        return "x"

    stage((0, ""), (45, "?"), (45, asleep_while_typed), (600, "n"), (610, "x"))
    assert stage.kept() == [("left", {"ki1": 50}, False)]


def test_a_script_cannot_answer_a_gap(stage: PlainStage) -> None:
    ran = stage(*stage.gap(45, 480), (500, "n"), (700, "x"), terminal=False)
    assert "A gap of 8 min is not counted." in ran.out
    assert stage.kept()[0][1]["ki1"] == 40


def test_the_end_of_the_input_only_ends_the_typing(stage: PlainStage) -> None:
    assert stage((0, ""), (20, "+")).code == 0
    assert stage.kept() == [("left", WHOLE | {"ki1": 120}, True)]


def test_paused_with_nobody_left_to_go_on_it_is_a_part_session(stage: PlainStage) -> None:
    ran = stage((20, ""), terminal=False)
    assert (ran.code, stage.kept()) == (0, [("left", {"ki1": 15}, False)])
    assert "Stopped. Saved; you can continue it within two hours:" in ran.out


def test_routines_with_a_tempo_are_care(stage: PlainStage) -> None:
    ran = stage(routine="fascia-stretch", terminal=False)
    assert "Toes to the shin, left foot. Foot on the other knee, hand around the toes. 10 times, in" in ran.out
    beats = [line for line in ran.out.splitlines() if line in ("Let go",) or " of 10: " in line]
    assert beats[:3] == ["Begin. 1 of 10: Pull", "Let go", "2 of 10: Pull"]
    assert beats[-2:] == ["10 of 10: Pull", "Let go"]
    (entry,) = stage.entries("care")
    assert entry["kind"] == "stretching"
    assert entry["session"]["steps"] == [{"point": "fascia", "seconds": 130, "repetitions": 10, "feeling": None}]
    assert entry["session"]["finished"] is True
    stage.heeldiary.done("undo")
    assert stage.entries("care") == []


def test_sets_and_rests(stage: PlainStage) -> None:
    ran = stage((5 + 96 + 20, "n"), routine="heel-raise", terminal=False)
    lines = ran.out.splitlines()
    assert lines.count("Rest, 1 min 55 s. n ends it.") == 2
    assert "Set 2 of 3, 12 times, in 5 seconds." in ran.out
    assert lines.count("Begin. 1 of 12: Up") == 3
    (entry,) = stage.entries("care")
    assert [step["repetitions"] for step in entry["session"]["steps"]] == [12, 12, 12]


def test_the_feet_take_turns(stage: PlainStage) -> None:
    stage.own(TURNS)
    lines = stage(foot="both", routine="turns", terminal=False).out.splitlines()
    assert "Other side. Get ready: Raise, right foot. Set 1 of 2, 4 times, in 5 seconds." in lines
    assert "Other side. Rest, 18 s. n ends it." in lines, "40 s without 5 + 12 of the other foot and 5 to get ready"
    assert [one["session"]["foot"] for one in stage.entries("care")] == ["left", "right"]


def test_the_planned_routine_comes_first(stage: PlainStage) -> None:
    with stage.diary() as diary:
        save_plan(diary, "fascia-stretch", "daily", 1)
    assert stage(terminal=False).out.startswith("Plantar fascia stretch, left foot")
    assert stage(terminal=False).out.startswith("The clinic's massage"), "done for today"


def test_a_routine_that_is_not_there(stage: PlainStage) -> None:
    ran = stage(routine="nowhere")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("heeldiary: there is no such routine\n")


def test_which_foot(stage: PlainStage) -> None:
    ran = stage(foot=None, terminal=False)
    assert (ran.code, ran.out) == (2, "")
    assert "--foot" in ran.err
    ran = stage((0, "none"), (0, "right"), (0, ""), (20, "x"), foot=None)
    assert ran.err.count("Which foot?") == 2
    assert ran.err.count("Answer left, right or both, or the first letter.") == 1
    with stage.diary() as diary:
        set_setting(diary, "affected-foot", "left")
    stage((20, "x"), foot=None, terminal=False)
    assert [one[0] for one in stage.kept()] == ["right", "left"]
