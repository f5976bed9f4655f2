"""Sessions for tests: routines with and without a tempo, and time that goes by in steps that a session trusts."""

from heeldiary.domain.routine.cue import Cue
from heeldiary.domain.routine.routine import Beat, Routine, RoutineStep
from heeldiary.domain.routine.session import GAP_SECONDS, Session
from heeldiary.domain.scales import Foot


def routine(*points: tuple[str, int, bool]) -> Routine:
    """A routine of points with their seconds, and whether each is soft."""
    return Routine("test", "Test", tuple(RoutineStep(*point) for point in points))


UP_AND_DOWN = (Beat("up", 3), Beat("hold", 2), Beat("down", 3))
CLINIC = routine(("ki1", 90, False), ("shimian", 90, False), ("heel", 120, True), ("calf", 180, True))
SHORT = routine(("ki1", 4, False), ("heel", 3, True))
RAISES = Routine(
    "raises", "Raises", (RoutineStep("raise", 24, tempo=UP_AND_DOWN, repetitions=3, sets=3, rest_seconds=40),)
)
TURNS = Routine("turns", "Turns", (*RAISES.steps, RoutineStep("ki1", 10, soft=True, cap_seconds=20)), alternate=True)
READY = 5

SLICE = 1 / 64
"""Every time that is a multiple of this has exact sums."""


class Time:
    """Seconds that a test lets go by, in steps that the session trusts."""

    def __init__(self, session: Session, at: float = 100.0) -> None:
        self.session = session
        self.at = at

    def run(self, seconds: float, step: float = 0.5) -> list[Cue]:
        """Let this many seconds pass."""
        cues, end = [], self.at + seconds
        while self.at < end:
            self.at = min(end, self.at + step)
            cues += self.session.advance(self.at)
        return cues

    def run_by_changes(self) -> list[tuple[float, Cue]]:
        """Let time go by from one announced change to the next, to the session's end: each cue with its time."""
        cues = []
        while self.session.running:
            ahead = self.session.until_change
            assert ahead > 0
            while ahead > 0:
                part = min(ahead, GAP_SECONDS)
                self.at, ahead = self.at + part, ahead - part
                cues += [(self.at, cue) for cue in self.session.advance(self.at)]
        return cues


def started(feet: tuple[Foot, ...] = ("left",), routine: Routine = CLINIC) -> tuple[Session, Time]:
    """A session that has just been started, and its time."""
    session = Session(routine, feet, READY)
    time = Time(session)
    session.start(time.at)
    return session, time


def kinds(cues: list[Cue]) -> list[str]:
    """What kinds of cues they are."""
    return [cue.kind for cue in cues]


def credited(session: Session) -> dict[tuple[Foot, str], float]:
    """The seconds credited, by foot and point."""
    points = {step.key: step.point for step in session.steps}
    return {(key[0], points[key]): round(seconds, 3) for key, seconds in session.credited.items()}
