"""The rhythm of a step: what it says to do at each moment of a set."""

from collections.abc import Mapping
from typing import NamedTuple

from heeldiary.domain.routine.routine import Step


class Rhythm(NamedTuple):
    """Where a step with a tempo is."""

    word: str
    """What to do."""
    left: float
    """Seconds of that left."""
    repetition: int
    """Which one it is, counted from 1."""
    repetitions: int


def rhythm_at(step: Step, elapsed: float, length: int) -> Rhythm:
    """Where a step with a tempo is after so many of its `length` seconds."""
    repetition, gone = divmod(elapsed, step.cycle_seconds)
    beat = step.tempo[0]
    for beat in step.tempo:
        if gone < beat.seconds:
            break
        gone -= beat.seconds
    repetitions = length // step.cycle_seconds
    return Rhythm(beat.word, beat.seconds - gone, min(repetitions, int(repetition) + 1), repetitions)


def beats_from(step: Step, elapsed: float, length: int) -> Mapping[float, str]:
    """When the tempo changes in the present repetition, up to the next one's begin, and what it says then."""
    beats: dict[float, str] = {}
    at = elapsed // step.cycle_seconds * step.cycle_seconds if step.tempo else 0
    for beat, following in zip(step.tempo, (*step.tempo[1:], *step.tempo[:1]), strict=True):
        at += beat.seconds
        if at < length:
            beats[at] = following.word
    return beats
