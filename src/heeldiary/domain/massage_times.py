"""The time spent at each point of a massage, and changing it."""

from collections.abc import Mapping, Sequence

from heeldiary.domain.entries import MassageStep


def seconds_by_point(steps: Sequence[MassageStep]) -> dict[str, int]:
    """Return the seconds at each point; a routine can have pressed one several times."""
    seconds: dict[str, int] = {}
    for step in steps:
        seconds[step.point] = seconds.get(step.point, 0) + step.seconds
    return seconds


def changed_steps(steps: Sequence[MassageStep], seconds: Mapping[str, int | None]) -> tuple[MassageStep, ...]:
    """Return the steps with the time at some points changed; 0 or None takes a point out.

    What was felt stays. A point pressed several times keeps its first step, with all of the new time.
    """
    before = seconds_by_point(steps)
    changed = {point: time for point, time in seconds.items() if (time or 0) != before.get(point, 0)}
    firsts = {step.point: step for step in reversed(steps)}
    kept = [
        step._replace(seconds=changed.get(step.point) or step.seconds)
        for step in steps
        if step.point not in changed or (changed[step.point] and step is firsts[step.point])
    ]
    added = [MassageStep(point, time) for point, time in changed.items() if time and point not in before]
    return (*kept, *added)
