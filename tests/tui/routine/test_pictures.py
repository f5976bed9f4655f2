"""The Routine page's parts as they are drawn at each size and in each phase, with all styles, without an app."""

from collections.abc import Callable

import pytest

from heeldiary.domain.routine.built_in import FASCIA_STRETCH, HEEL_RAISE, clinic
from heeldiary.domain.routine.routine import Routine, RoutineStep
from heeldiary.domain.routine.session import Session
from heeldiary.domain.routine.shape import routine_from_shape, routine_shape
from heeldiary.domain.scales import FEET, Feeling, Foot
from heeldiary.domain.settings import Settings
from heeldiary.errors import BadInput
from heeldiary.tui.dialogs.field import Field
from heeldiary.tui.routine.before_after import PainBeforeAfter, Scores
from heeldiary.tui.routine.countdown import Countdown, Showing
from heeldiary.tui.routine.forms import routine_fields, step_fields, step_shape, whole_shape
from heeldiary.tui.routine.step_list import StepLine, StepList
from heeldiary.tui.routine.view import heading_aside, marks, present_step_text, present_view, showing, step_lines
from tests.tui.pictures import drawn, worded

Snapshot = Callable[[str, str], None]
BALL = Routine(
    "ball",
    "Ball",
    (
        RoutineStep("ki1", 30, rest_seconds=40, sets=2),
        RoutineStep("calf", 90, soft=True, cap_seconds=120),
        RoutineStep("foot bath", 60),
    ),
)


def test_the_countdown(snapshot: Snapshot) -> None:
    contents = [
        Showing("Kidney 1", "1:30", "step 1 of 4", share=0.3),
        Showing("Kidney 1", "0:03", "step 1 of 4", share=0.97, here=True),
        Showing("Kidney 1", "1:30", "step 1 of 4", hint="Paused: space continues", calm=True, share=0.5),
        Showing("Shi Mian", "5", heading="Get ready", beside="a ball under the middle of the heel, sitting down"),
        Showing("Done", "10:00", hint="0–9: pain after", share=1.0, calm=True),
    ]
    seen = []
    for content in contents:
        countdown = Countdown()
        countdown.show(content)
        seen += [drawn(countdown, columns, rows) for columns, rows in ((58, 15), (58, 11), (36, 8), (30, 5), (18, 5))]
    countdown._set_flash(True)
    countdown.show(contents[0])
    snapshot("widget-countdown", "\n\n".join([*seen, drawn(countdown, 58, 13)]))


def test_the_steps(snapshot: Snapshot) -> None:
    lines = [
        StepLine("KI1", "the sole", "1:30", "done", "left"),
        StepLine("Shi Mian", "the heel", "0:20", "skipped", "left"),
        StepLine("Heel", "around", "2:00", "active", "left"),
        *(StepLine(f"Step {number}", f"place {number}", "3:00", "todo", "left") for number in range(4, 8)),
    ]
    seen = []
    for shown in (lines[2:3], lines[:4], lines, [*lines[3:], lines[2]]):
        steps = StepList()
        steps.show(shown)
        seen += [
            drawn(steps, columns, rows) for columns, rows in ((28, 27), (28, 20), (28, 15), (28, 8), (58, 7), (58, 3))
        ]
    snapshot("widget-steps", "\n\n".join(seen))


def test_pain_before_and_after(snapshot: Snapshot) -> None:
    seen = []
    for feet in (FEET[:1], FEET):
        scored: Scores = {(feet[0], "before"): 6, (feet[-1], "after"): 10}
        none: Scores = {}
        for scores in (none, scored):
            for focus in ((feet[0], "before"), (feet[-1], "after")):
                pain = PainBeforeAfter()
                pain.show(feet, scores, focus)
                seen += [drawn(pain, columns, rows) for columns, rows in ((28, 4), (58, 3), (58, 2), (58, 1))]
    snapshot("widget-before-after", "\n\n".join(seen))


def at(routine: Routine, feet: tuple[Foot, ...], seconds: float) -> Session:
    """A session after some seconds."""
    session = Session(routine, feet, 5)
    session.start(100.0)
    now = 100.0
    while now < 100.0 + seconds:
        now = min(now + 1, 100.0 + seconds)
        session.advance(now)
    return session


def sessions() -> list[Session]:
    """Sessions in every phase."""
    idle = Session(clinic(Settings({})), FEET, 5)
    paused = at(clinic(Settings({})), ("left",), 40)
    paused.pause(140.0)
    gone = at(clinic(Settings({})), ("left",), 40)
    gone.advance(300.0)
    done = at(clinic(Settings({})), FEET, 40)
    done.finish(140.0)
    nothing = at(BALL, ("left",), 0)
    nothing.finish(100.0)
    skipped = at(BALL, FEET, 20)
    skipped.next(120.0)
    switched = at(BALL, FEET, 20)
    switched.other_foot(120.0)
    waits = at(BALL, ("left",), 2)
    waits.pause(102.0)
    stretch, raised = at(FASCIA_STRETCH, ("right",), 5 + 11.4), at(HEEL_RAISE, ("left",), 5 + 96 + 10)
    return [idle, at(BALL, FEET, 2), waits, at(BALL, ("left",), 30), at(BALL, ("left",), 32.5), at(BALL, ("left",), 45),
            at(BALL, FEET, 5 + 30 + 45 + 30 + 5 + 100), skipped, switched, paused, gone, done, nothing, stretch, raised,
            at(BALL, ("left",), 600)]  # fmt: skip


def test_every_phase_in_words(snapshot: Snapshot) -> None:
    seen = []
    for session in sessions():
        warm: dict[tuple[Foot, int], Feeling] = {session.step.key: "warm"}
        sharp: dict[tuple[Foot, int], Feeling] = {session.step.key: "sharp"}
        feelings = warm if session.phase == "running" else {}
        shown = [
            " | ".join(heading_aside(session)),
            str(showing(session, scored=False)),
            str(showing(session, scored=True)),
            present_view(session),
            *(str(marks(session, view)) for view in ("sole", "calf")),
            *map(str, step_lines(session)),
            worded(present_step_text(session, feelings, (), "your note", 50)),
            worded(present_step_text(session, {}, FEET[:1], "", 50)),
            worded(present_step_text(session, sharp, FEET[1:], "your note", 49)),
        ]
        seen.append("\n".join(shown))
    snapshot("routine-phases", "\n\n".join(seen))


def field_text(field: Field) -> str:
    """All of a field that can be seen."""
    shown = (field.name, field.label, field.hint, field.typed, field.needed, field.words, field.choices)
    return " | ".join(map(str, shown))


def test_the_fields_of_routines_and_steps(snapshot: Snapshot) -> None:
    ball = routine_from_shape({**routine_shape(BALL), "load-rule": True, "order": "taking turns", "ready-seconds": 9})
    shapes = [{}, *routine_shape(BALL)["step"], *routine_shape(HEEL_RAISE)["step"]]
    seen = ["\n".join(map(field_text, step_fields(shape))) for shape in shapes]
    seen += ["\n".join(map(field_text, routine_fields(routine))) for routine in (BALL, ball, HEEL_RAISE)]
    snapshot("routine-fields", "\n\n".join(seen))


def test_a_step_as_it_is_filled_in() -> None:
    empty = {field.name: None for field in step_fields({})}
    filled = {**empty, "point": "ball", "seconds": 60, "keep-going": False, "sets": 3, "rest-seconds": 20}
    before = {"point": "x", "pressure": "firm", "up-to-seconds": 90}
    assert step_shape(filled, {}) == {"point": "ball", "seconds": 60, "sets": 3, "rest-seconds": 20}
    assert step_shape({**filled, "sets": 1}, {}) == {"point": "ball", "seconds": 60}
    assert step_shape({**filled, "sets": None}, before) == {"point": "ball", "seconds": 60, "pressure": "firm"}
    assert step_shape({**filled, "repetitions": 4, "keep-going": True}, before) == {
        "point": "ball", "seconds": 60, "keep-going": True, "sets": 3, "rest-seconds": 20, "pressure": "firm",
        "up-to-seconds": 90,
    }  # fmt: skip
    assert step_shape({**filled, "tempo": "up 3", "repetitions": 4, "sets": 1}, {}) == {
        "point": "ball", "tempo": "up 3", "repetitions": 4,
    }  # fmt: skip


def test_a_routine_as_it_is_filled_in() -> None:
    parsed = {field.name: field.parse(field.typed) if field.typed else None for field in routine_fields(BALL)}
    assert routine_from_shape(whole_shape(BALL, parsed)) == BALL
    changed = routine_from_shape(whole_shape(BALL, {**parsed, "load-rule": True, "about": "for me"}))
    assert changed == BALL._replace(load_rule=True, about="for me")


@pytest.mark.parametrize(
    ("name", "typed", "parsed"),
    [("seconds", "0", 0), ("seconds", "9999", 9999), ("keep-going", "yes", True), ("keep-going", "Y", True),
     ("keep-going", "no", False), ("keep-going", "n", False)],
)  # fmt: skip
def test_a_field_of_a_step_is_read(name: str, typed: str, parsed: object) -> None:
    (field,) = (field for field in step_fields({}) if field.name == name)
    assert field.parse(typed) == parsed


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("seconds", "10000", "Seconds is a whole number: write it in plain digits."),
        ("sets", "-1", "Sets is a whole number: write it in plain digits."),
        ("rest-seconds", "٣", "Rest, seconds is a whole number: write it in plain digits."),
        ("keep-going", "perhaps", "That is neither yes nor no: write yes or no."),
    ],
)
def test_a_field_of_a_step_is_refused_in_words(name: str, typed: str, said: str) -> None:
    (field,) = (field for field in step_fields({}) if field.name == name)
    with pytest.raises(BadInput) as refused:
        field.parse(typed)
    assert refused.value.sentence == said
