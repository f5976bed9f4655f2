"""The content of the session view: countdown, steps, text and marks."""

import math
from collections.abc import Collection, Mapping
from typing import Any

from textual.content import Content

from heeldiary.charts.foot.foot import Mark, MarkState, View
from heeldiary.domain.durations import clock_digits, format_seconds, format_times
from heeldiary.domain.routine.built_in import CLINIC
from heeldiary.domain.routine.points import ROUTINE, SHARP, Point
from heeldiary.domain.routine.routine import Step
from heeldiary.domain.routine.session import LAST_SECONDS, Session
from heeldiary.domain.scales import Feeling, Foot
from heeldiary.domain.text import capitalized, separate
from heeldiary.guiding.session_recorder import feet_done
from heeldiary.tui.actions import ANYWHERE, KeyAction
from heeldiary.tui.routine.countdown import Showing
from heeldiary.tui.routine.step_list import StepLine
from heeldiary.tui.widgets.labelled_lines import ROOMY_COLUMNS, labelled

_MARKS: dict[str, MarkState] = {"todo": "todo", "skipped": "todo", "active": "active", "done": "done"}
_NOTHING = "nothing was done"
_NOTE = "nothing was done; its pain before is saved as a note"
_ON_THE_CALF = ("calf", "heel-raise")
_ON_THE_MAP = ("hurts", "turn", "back")
"""Actions that the footer shows first while an area is selected."""


def step_text(session: Session, step: Step) -> Point:
    """Return a step's description for the screen."""
    point = session.routine.steps[step.of].description
    fit: dict[str, Any] = {name: separate(text) for name, text in point._asdict().items() if isinstance(text, str)}
    return point._replace(**fit)


def heading_aside(session: Session) -> tuple[str, str]:
    """Return the header's text: the feet and the time left; and the same with the routine's title."""
    feet = " and ".join(session.feet)
    foot = f"{feet.capitalize()} {'feet' if len(session.feet) > 1 else 'foot'}"
    left = clock_digits(math.ceil(session.remaining_in_all))
    said = f"{foot} · done" if session.phase == "done" else f"{foot} · {left} {'to go' if session.begun else 'in all'}"
    own = session.routine.name != CLINIC
    return (f"{separate(session.routine.title)} · {said[:1].lower()}{said[1:]}" if own else said), said


def offered(action: KeyAction, session: Session, is_closed: bool, is_looking: bool) -> KeyAction | None:
    """Return what the footer shows of an action now, with an area selected or not; None if it has no use."""
    if is_closed:
        return action._replace(rank=1) if action.name == "ask_again" else action if action in ANYWHERE else None
    if is_looking and action.name in _ON_THE_MAP:
        return action._replace(rank=1)
    if action.name == "start":
        label = "pause" if session.running else "go on" if session.begun else "start"
        return action._replace(label=f"{label} again" if session.phase == "done" else label)
    if action.name == "previous" and session.was_finished:
        return action._replace(label="back to it", rank=2)
    if action.name == "finish" and session.paused:  # before "next", which a small terminal has no room for beside it
        return action._replace(rank=1)
    useless = ("undo",) if session.running else () if session.begun else ("next", "previous", "longer", "finish")
    return None if action.name in useless else action


def showing(session: Session, scored: bool) -> Showing:
    """Return the countdown's content; at the end it asks for the pain after until that is `scored`."""
    step, point = session.step, step_text(session, session.step)
    of_foot = [other for other in session.steps if other.foot == step.foot]
    foot = f"{step.foot} foot, " if len(session.feet) > 1 else ""
    shown = Showing(
        title=point.title,
        digits=clock_digits(math.ceil(abs(session.remaining))),
        aside=f"{foot}step {of_foot.index(step) + 1} of {len(of_foot)}",
        hint=_paused(session) if session.paused else "",
        calm=session.paused,
        name=point.meaning.removeprefix(f"{point.title}, "),
    )
    match session.phase:
        case "idle":
            return shown._replace(hint="space starts", calm=True)
        case "done":
            seconds = clock_digits(round(sum(session.credited.values())))
            return Showing(
                "Done",
                seconds,
                hint="0–9: pain after" if feet_done(session) and not scored else "",
                share=1.0,
                calm=True,
            )
        case "ready":
            digits = str(max(1, math.ceil(session.remaining)))
            if session.resting:
                return shown._replace(heading="Rest", beside=f"then {_set_words(session, step)}; n ends the rest")
            switched = session.touched is not None and session.touched.foot != step.foot
            heading = f"Other foot: {step.foot}" if switched else "Get ready"
            beside = "; ".join(filter(None, (point.ready, _ending(session, step))))
            return shown._replace(digits=digits, heading=heading, beside=beside, here=not session.paused)
        case _:
            share = min(1.0, session.elapsed / session.length(step))
            rhythm = session.rhythm
            if rhythm:
                digits = str(max(1, math.ceil(rhythm.left)))
                word = separate(capitalized(rhythm.word))
                often = f"{rhythm.repetition} of {rhythm.repetitions}"
                return shown._replace(digits=digits, share=share, heading=word, beside=often)
            over = session.remaining < 0 and not session.paused
            ending = 0 <= session.remaining <= LAST_SECONDS and not session.paused
            last = clock_digits(session.last_second(step))
            hint = f"Time is up: n goes on, or after {last}" if over else shown.hint
            return shown._replace(share=share, hint=hint, here=over or ending)


def _paused(session: Session) -> str:
    return "Paused: space continues" if session.gap is None else "Paused: press space"


def _ending(session: Session, step: Step) -> str:
    """Return when a step ends that counts past its time; "" for the others."""
    return f"ends by itself after {clock_digits(session.last_second(step))}, sooner with n" if step.soft else ""


def _set_words(session: Session, step: Step) -> str:
    """`set 2 of 3`."""
    return f"set {step.set + 1} of {session.routine.steps[step.of].sets}"


def step_lines(session: Session) -> list[StepLine]:
    """Return the steps of the current foot."""
    lines = []
    for number, step in enumerate(session.steps):
        if step.foot == session.step.foot:
            done = session.credited.get(step.key, 0)
            state = session.step_state(number)
            length = clock_digits(round(done) if state in ("done", "skipped") else session.length(step))
            point, routine_step = step_text(session, step), session.routine.steps[step.of]
            below = (
                f"{_set_words(session, step)}, {format_times(routine_step.repetitions)}"
                if routine_step.sets > 1
                else point.place
            )
            lines.append(StepLine(point.short, below, length, state, step.foot))
    return lines


def present_view(session: Session) -> View:
    """Return the view of the foot for the current step."""
    return "calf" if session.step.point in _ON_THE_CALF else "sole"


def marks(session: Session, view: View) -> list[Mark]:
    """Return the state of the points in a view."""
    states: dict[str, MarkState] = {}
    for number, step in enumerate(session.steps):
        if step.foot == session.step.foot and step.point in ROUTINE and (step.point == "calf") == (view == "calf"):
            is_current = session.phase == "idle" and number == session.number
            state = "active" if is_current else _MARKS[session.step_state(number)]
            if states.get(step.point) != "active":
                states[step.point] = state
    return [Mark(point, state) for point, state in states.items()]


def present_step_text(
    session: Session,
    feelings: Mapping[tuple[Foot, int], Feeling],
    left_over: Collection[Foot],
    note: str,
    columns: int,
) -> Content:
    """Return how to press the current point, what to expect and what comes next, in lines `columns` wide.

    Before the session it begins with its `note`. `left_over` are the feet with a pain before on which nothing was done.
    """
    short = columns < ROOMY_COLUMNS
    if session.phase == "done":
        return _summary(session, feelings, left_over, columns)
    step = session.step
    point = step_text(session, step)
    noted = session.phase == "idle" and bool(note)
    parts = [("Note", note)] if noted else []
    parts += [] if noted and short else [("Press", point.press), ("How", point.how)]
    if not short:
        parts += [("Ends", _ending(session, step).removeprefix("ends "))]
        parts += [("Expect", point.expect), ("Next", _next(session))]
        parts += [("Felt", _felt(feelings, step))] if session.phase != "idle" else []
    return labelled([(label, text) for label, text in parts if text], columns)


def _summary(
    session: Session, feelings: Mapping[tuple[Foot, int], Feeling], left_over: Collection[Foot], columns: int
) -> Content:
    sharp = "sharp" in feelings.values()
    lines = [("Stopped", SHARP)] if sharp else []
    for foot in session.feet:
        seconds: dict[str, float] = {}
        for step in session.steps:
            if step.foot == foot:
                name = step_text(session, step).short
                seconds[name] = seconds.get(name, 0) + session.credited.get(step.key, 0)
        done = [f"{name} {format_seconds(round(spent))}" for name, spent in seconds.items() if round(spent)]
        whole = "whole session" if session.finished(foot) else "part session"
        nothing = _NOTE if foot in left_over else _NOTHING
        lines.append((foot.capitalize(), f"{whole}: {', '.join(done)}" if done else nothing))
    if hurt := _painful(session, feelings):
        lines.append(("Painful", hurt))
    if not feet_done(session) and not left_over:
        lines = [("Nothing", "was done, and nothing is saved"), ("Next", "space starts a new session")]
    elif not sharp:
        back = ", b goes back to this one, and" if session.was_finished else ";"
        lines.append(("Next", f"space starts a new session{back} u undoes this one"))
    return labelled(lines, columns)


def _painful(session: Session, feelings: Mapping[tuple[Foot, int], Feeling]) -> str:
    """Return the points that were painful, each once: `KI1, heel`; of two feet also of which."""
    points = [
        step_text(session, step).short + (f" ({step.foot})" if len(session.feet) > 1 else "")
        for step in session.steps
        if feelings.get(step.key) == "painful"
    ]
    return ", ".join(dict.fromkeys(points))


def _next(session: Session) -> str:
    later = session.steps[session.number + 1 :]
    if not later:
        return "done; then 0–9 for the pain after"
    step = later[0]
    other = f", {step.foot} foot" if step.foot != session.step.foot else ""
    rest = f"rest {clock_digits(step.rest_seconds)}, then " if step.rest_seconds and not other else ""
    what = _set_words(session, step) if step.rest_seconds else step_text(session, step).title
    return f"{rest}{what}{other}, {clock_digits(session.length(step))}"


def _felt(feelings: Mapping[tuple[Foot, int], Feeling], step: Step) -> str:
    return feelings.get(step.key) or "p painful, e easing, w warm, o nothing, s sharp"
