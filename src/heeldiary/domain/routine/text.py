"""The text of routines."""

from heeldiary.domain.durations import format_seconds, format_times
from heeldiary.domain.routine.routine import RoutineStep


def format_step(step: RoutineStep) -> str:
    """Return a step's length: `1 min 30 s`, or `3 sets of 12: up 3 s, hold 2 s, down 3 s; rest 2 min`."""
    if not step.tempo:
        once = format_seconds(step.seconds) + (", then until you say stop" if step.soft else "")
        return once if step.sets == 1 else f"{format_times(step.sets)} {once}; rest {format_seconds(step.rest_seconds)}"
    sets = format_times(step.repetitions) if step.sets == 1 else f"{step.sets} sets of {step.repetitions}"
    return f"{sets}: {format_tempo(step)}" + (f"; rest {format_seconds(step.rest_seconds)}" if step.sets > 1 else "")


def format_tempo(step: RoutineStep) -> str:
    """Return a step's tempo: `up 3 s, hold 2 s, down 3 s`; "" without one."""
    return ", ".join(f"{beat.word} {beat.seconds} s" for beat in step.tempo)
