"""The state of a session as JSON values, to continue it after the program was closed or killed."""

from collections.abc import Mapping
from typing import Any

from heeldiary.domain.routine.routine import session_steps
from heeldiary.domain.routine.session import Session
from heeldiary.domain.routine.shape import routine_from_shape, routine_shape
from heeldiary.domain.scales import FEET


def session_state(session: Session) -> dict[str, Any]:
    """Return the state to continue a session."""
    return {
        "routine": {"name": session.routine.name, **routine_shape(session.routine)},
        "ready_seconds": session.ready_seconds,
        "steps": [[step.foot, step.place] for step in session.steps],
        "extra": [[*named, seconds] for named, seconds in session.extra.items()],
        "credited": [[*named, seconds] for named, seconds in session.credited.items()],
        "left": sorted(session.left),
        "number": session.number,
        "touched": session.touched and session.touched.key,
        "rest": session.rest_seconds - session.elapsed if session.resting else 0,
        "gone": session.elapsed if session.phase == "running" else session.carried,
    }


def session_from_state(state: Mapping[str, Any]) -> Session:
    """Return the paused session of a state. Raises LookupError, TypeError, ValueError or BadInput if it is invalid."""
    session = Session(routine_from_shape(state["routine"]), (), state["ready_seconds"])
    steps = {step.key: step for step in session_steps(session.routine, FEET)}
    session.steps = tuple(steps[foot, place] for foot, place in state["steps"])
    session.extra = {(foot, place): seconds for foot, place, seconds in state["extra"]}
    session.credited = {(foot, place): seconds for foot, place, seconds in state["credited"]}
    session.left = set(state["left"])
    session.number, session.carried = state["number"], float(state["gone"])
    session.rest_seconds = float(state.get("rest", 0))
    touched = state.get("touched")
    session.touched = steps[touched[0], touched[1]] if touched else None
    session.phase, session.paused = "ready", True
    return session
