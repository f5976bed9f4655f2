"""The tempo of a step: the instruction at each moment of a set."""

from collections.abc import Mapping
from typing import NamedTuple

from heeldiary.domain.routine.routine import Step


class Rhythm(NamedTuple):
    """The position in a tempo."""

    word: str
    """The instruction."""
    left: float
    """The seconds left of it."""
    repetition: int
    """The repetition, from 1."""
    repetitions: int


def rhythm_at(step: Step, elapsed: float, length: int) -> Rhythm:
    """Return the tempo's position after a number of a step's `length` seconds."""
    repetition, gone = divmod(elapsed, step.cycle_seconds)
    beat = step.tempo[0]
    for beat in step.tempo:
        if gone < beat.seconds:
            break
        gone -= beat.seconds
    repetitions = length // step.cycle_seconds
    return Rhythm(beat.word, beat.seconds - gone, min(repetitions, int(repetition) + 1), repetitions)


def beats_from(step: Step, elapsed: float, length: int) -> Mapping[float, str]:
    """Return the tempo's changes in the current repetition, up to the next one's start."""
    beats: dict[float, str] = {}
    if not step.tempo:
        return beats
    at = elapsed // step.cycle_seconds * step.cycle_seconds
    for beat, following in zip(step.tempo, (*step.tempo[1:], *step.tempo[:1]), strict=True):
        at += beat.seconds
        if at < length:
            beats[at] = following.word
    return beats
