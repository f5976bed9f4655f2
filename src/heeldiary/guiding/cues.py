"""The cues of a session: sounds as patterns of the terminal's bell, and spoken text."""

from collections.abc import Mapping
from typing import Literal, Protocol

from heeldiary.domain.durations import format_seconds
from heeldiary.domain.routine.cue import Cue
from heeldiary.domain.routine.routine import Routine
from heeldiary.domain.scales import Foot
from heeldiary.domain.text import capitalized

HANG_SECONDS = 10.0
"""A cue command that runs longer is killed."""

Sound = Literal["rest", "ready", "switch", "start", "beat", "last", "enough", "finish", "gap"]

BELLS: Mapping[Sound, tuple[float, ...]] = {
    "rest": (0, 1.5),
    "ready": (0, 0.5, 0.75),
    "switch": (0, 0.75),
    "start": (0, 0.25),
    "beat": (0,),
    "last": (0, 1, 2),
    "enough": (0, 0.25, 0.5),
    "finish": (0, 0.25, 0.5, 1.25, 1.5, 1.75),
    "gap": (0, 0.25, 1, 1.25),
}
"""The times of the bells in seconds from the cue; each pattern sounds different."""


class CuePlayer(Protocol):
    """Plays cues without ever delaying the session."""

    def play(self, sound: Sound, words: str, command: str | None) -> None:
        """Play a sound instead of the current one, and pass the text to the person's command."""

    def silence(self) -> None:
        """Stop the current sound."""


class CueSounds:
    """Chooses the sound of a cue; getting ready on the other foot has its own."""

    def __init__(self) -> None:
        self._foot: Foot | None = None

    def of(self, cue: Cue) -> Sound:
        """Return the sound of the next cue."""
        before, self._foot = self._foot, cue.step.foot if cue.step else self._foot
        return "switch" if cue.kind in ("ready", "rest") and before not in (None, self._foot) else cue.kind


def format_cue(sound: Sound, cue: Cue, routine: Routine) -> str:
    """Return a cue as spoken text."""
    place = f"{routine.steps[cue.step.of].description.title}, {cue.step.foot} foot" if cue.step else ""
    other = "Other side. " if sound == "switch" else ""
    match cue.kind:
        case "rest":
            return f"{other}Rest, {format_seconds(round(cue.seconds))}."
        case "ready":
            return f"{other}Get ready: {place}."
        case "start":
            return f"Begin: {cue.word}." if cue.word else "Begin."
        case "beat":
            return f"{capitalized(cue.word)}."
        case "last":
            return "Three seconds."
        case "enough":
            return "Time is up. Keep going as long as it feels good."
        case "finish":
            return "Finished."
        case _:
            return "Paused. Were you still massaging?"
