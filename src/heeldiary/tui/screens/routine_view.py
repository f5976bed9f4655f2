"""What the Routine shows of a session: digits, steps, words and marks."""

import math
from collections.abc import Mapping
from textwrap import wrap

from textual.content import Content

from heeldiary.charts.foot import Mark, MarkState, View
from heeldiary.domain.durations import clock_digits, seconds_words
from heeldiary.domain.points import POINTS
from heeldiary.domain.scales import Feeling, Foot
from heeldiary.domain.session import Session, Step
from heeldiary.tui.widgets.countdown import Showing
from heeldiary.tui.widgets.step_list import StepLine

_LABEL = 8
_SHARP = (
    "A sharp, electric or numb feeling: leave the foot alone for today. If it stays or comes back, see a clinician."
)
_MARKS: dict[str, MarkState] = {"todo": "todo", "skipped": "todo", "active": "active", "done": "done"}


def aside(session: Session) -> str:
    """At the right of the screens' names: the feet, and what is left."""
    feet = " and ".join(session.feet)
    foot = f"{feet.capitalize()} {'feet' if len(session.feet) > 1 else 'foot'}"
    left = clock_digits(math.ceil(session.remaining_in_all))
    return f"{foot} · done" if session.phase == "done" else f"{foot} · {left} {'left' if session.begun else 'in all'}"


def showing(session: Session, scored: bool) -> Showing:
    """The countdown of the session as it is; at its end it asks for the pain after until that is `scored`."""
    step, point = session.step, POINTS[session.step.point]
    of_foot = [one for one in session.steps if one.foot == step.foot]
    foot = f"{step.foot} foot, " if len(session.feet) > 1 else ""
    shown = Showing(
        title=point.title,
        digits=clock_digits(math.ceil(abs(session.remaining))),
        aside=f"{foot}step {of_foot.index(step) + 1} of {len(of_foot)}",
        hint=_paused(session) if session.paused else "",
        calm=session.paused,
    )
    match session.phase:
        case "idle":
            return shown._replace(hint="space starts", calm=True)
        case "done":
            seconds = clock_digits(round(sum(session.credited.values())))
            return Showing("Done", seconds, hint="" if scored else "0–9: pain after", share=1.0, calm=True)
        case "ready":
            digits = str(max(1, math.ceil(session.remaining)))
            return shown._replace(digits=digits, ready=point.ready, here=not session.paused)
        case _:
            share = min(1.0, session.elapsed / session.length(step))
            over = session.remaining < 0 and not session.paused
            return shown._replace(share=share, hint="Beyond its time: n goes on" if over else shown.hint, here=over)


def _paused(session: Session) -> str:
    return "Paused: space goes on" if session.gap is None else "Paused: space asks what happened"


def step_lines(session: Session) -> list[StepLine]:
    """The steps of the present foot."""
    lines = []
    for number, step in enumerate(session.steps):
        if step.foot == session.step.foot:
            done = session.credited.get((step.foot, step.point), 0)
            state = session.step_state(number)
            told = clock_digits(round(done) if state in ("done", "skipped") else session.length(step))
            point = POINTS[step.point]
            lines.append(StepLine(point.short, point.place, told, state, step.foot))
    return lines


def marks(session: Session) -> tuple[View, list[Mark]]:
    """Which view of the foot to show, and the state of its points."""
    here = session.step.point
    view: View = "calf" if here == "calf" else "sole"
    shown = [
        Mark(step.point, "active" if session.phase == "idle" and number == 0 else _MARKS[session.step_state(number)])
        for number, step in enumerate(session.steps)
        if step.foot == session.step.foot and (step.point == "calf") == (view == "calf")
    ]
    return view, shown


def words(session: Session, feelings: Mapping[tuple[Foot, str], Feeling], short: bool) -> Content:
    """How to press the present point, what to expect and what comes next."""
    if session.phase == "done":
        return _summary(session, "sharp" in feelings.values(), short)
    step = session.step
    point = POINTS[step.point]
    parts = [("Press", point.press), ("How", point.how)]
    if not short:
        parts += [("Expect", point.expect), ("Next", _next(session)), ("Felt", _felt(feelings, step))]
    return _labelled(parts, short)


def _summary(session: Session, sharp: bool, short: bool) -> Content:
    lines = [("Stopped", _SHARP)] if sharp else []
    for foot in session.feet:
        done = [
            f"{POINTS[point].short} {seconds_words(round(seconds))}"
            for (on, point), seconds in session.credited.items()
            if on == foot and round(seconds)
        ]
        whole = "whole session" if session.finished(foot) else "part session"
        lines.append((foot.capitalize(), f"{whole}: {', '.join(done)}" if done else "nothing yet"))
    if not sharp:
        lines.append(("Next", "space begins a new session; u takes this one back"))
    return _labelled(lines, short)


def _labelled(parts: list[tuple[str, str]], short: bool) -> Content:
    between = "\n" if short else "\n\n"
    lines = [
        Content.assemble((label.ljust(_LABEL), "$text-muted"), _indented(text, 48 if short else 50))
        for label, text in parts
    ]
    return Content(between).join(lines)


def _indented(text: str, columns: int) -> str:
    """Text wrapped beside its label."""
    return ("\n" + " " * _LABEL).join(wrap(text, columns))


def _next(session: Session) -> str:
    later = session.steps[session.number + 1 :]
    if not later:
        return "done; then 0–9 for the pain after"
    step: Step = later[0]
    other = f", {step.foot} foot" if step.foot != session.step.foot else ""
    return f"{POINTS[step.point].title}{other}, {clock_digits(session.length(step))}"


def _felt(feelings: Mapping[tuple[Foot, str], Feeling], step: Step) -> str:
    felt = feelings.get((step.foot, step.point))
    return felt or "p painful · e easing · w warm · o nothing · s sharp"
