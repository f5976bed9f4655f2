"""What a session tells the person as it goes."""

from typing import Literal, NamedTuple

from heeldiary.domain.routine.routine import Step


class Cue(NamedTuple):
    """A cue to play and show."""

    kind: Literal["rest", "ready", "start", "beat", "last", "enough", "finish", "gap"]
    step: Step | None = None
    seconds: float = 0
    """The length of a gap or rest."""
    word: str = ""
    """The tempo's instruction at a start or beat."""
