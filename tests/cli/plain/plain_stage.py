"""A stage for the plain session: its clock goes on only by waiting, and somebody types at given seconds."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest

from heeldiary.cli import run
from heeldiary.cli.context import CommandContext
from heeldiary.cli.plain.session import run_plain
from heeldiary.domain.routine.ask_first import SAFETY_QUESTIONS
from heeldiary.domain.routine.routine import Beat, Routine, RoutineStep
from heeldiary.domain.scales import Foot
from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from heeldiary.store.routine.ask_first import save_answers
from heeldiary.store.routine.routines import save_routine
from tests.runner import Heeldiary, Ran, Stream
from tests.standing_clock import SeededBytes, StandingClock

Typed = tuple[float, str | BaseException | Callable[[], str | None]]
"""When, in seconds from the command's begin, and what: a line, what the waiting raises, or what happens then; that may
be a line, too."""

SHORT = Routine("short", "Short", (RoutineStep("ball", 2), RoutineStep("arch", 1)), ready_seconds=3)
"""Two steps of one's own that take a few seconds."""

TURNS = Routine(
    "turns",
    "Turns",
    (RoutineStep("raise", 12, tempo=(Beat("up", 2), Beat("down", 1)), repetitions=4, sets=2, rest_seconds=40),),
    counts_as="strengthening",
    alternate=True,
)
"""A tempo of one's own, the feet taking turns."""


class Typist:
    """Types lines when it is time to; when there is nothing left to type, the input ends."""

    def __init__(self, clock: StandingClock, typed: Sequence[Typed]) -> None:
        self.now = 0.0
        self._clock = clock
        self._typed = list(typed)
        self._ended = False
        self._waits = 0

    def seconds(self) -> float:
        """The clock of the session."""
        return 1000.0 + self.now

    def forward(self, seconds: float) -> None:
        """Let time go by, for the session's clock and the diary's."""
        self.now += seconds
        self._clock.forward(timedelta(seconds=seconds))

    def line(self, timeout: float) -> str | None:
        """What is typed within the time, as `Waiting` has it."""
        self._waits += 1
        assert self._waits < 20_000, "it waits without end"
        assert timeout >= 0
        if not self._typed:
            if not self._ended:
                self._ended = True
                raise EOFError
            self.forward(timeout)
            return None
        at, what = self._typed[0]
        if at > self.now + timeout:
            self.forward(timeout)
            return None
        self.forward(max(0.0, at - self.now))
        del self._typed[0]
        if isinstance(what, BaseException):
            raise what
        return what if isinstance(what, str) else what()


class PlainStage:
    """A diary, and the command at a terminal or run by a script."""

    def __init__(self, heeldiary: Heeldiary, monkeypatch: pytest.MonkeyPatch) -> None:
        self.heeldiary = heeldiary
        self.clock = heeldiary.clock
        self.typist = Typist(self.clock, ())
        self.out, self.err = Stream(), Stream()
        self._monkeypatch = monkeypatch

    def __call__(
        self, *typed: Typed, foot: str | None = "left", routine: str | None = None, terminal: bool = True
    ) -> Ran:
        """Run the command to its end."""
        self.clock.forward(timedelta(seconds=1))
        self.typist = Typist(self.clock, typed)
        self.out, self.err = Stream(terminal=False), Stream(terminal=terminal)
        inp = Stream(terminal=terminal)
        context = CommandContext(self.out, self.err, inp, self.heeldiary.environment, self.clock, self.heeldiary.random)

        def with_the_typist(context: CommandContext, _: str | None, feet: tuple[Foot, ...]) -> None:
            run_plain(context, routine, feet, self.typist.seconds, self.typist)

        self._monkeypatch.setattr("heeldiary.cli.plain.session.run_plain", with_the_typist)
        code = run(["routine", "--plain", *(["--foot", foot] if foot else [])], context)
        return Ran(code, self.out.getvalue(), self.err.getvalue())

    def gap(self, at: float, seconds: float) -> tuple[Typed, Typed]:
        """Time that goes by unseen, right after the session has looked: the machine sleeps, the program is stopped."""
        return (at, lambda: None), (at, lambda: self.typist.forward(seconds))

    @contextmanager
    def diary(self) -> Iterator[Diary]:
        """The diary, open to write."""
        with Diary(open_to_write(str(self.heeldiary.diary)), self.clock, SeededBytes(2)) as opened:
            yield opened

    def answered(self, **yes: bool) -> None:
        """Have "ask first" answered: no to everything, but for what is named."""
        with self.diary() as diary:
            save_answers(diary, {question.name: False for question in SAFETY_QUESTIONS} | yes)

    def own(self, routine: Routine) -> None:
        """Keep a routine of the person's own."""
        with self.diary() as diary:
            save_routine(diary, routine)

    def entries(self, kind: str = "massage") -> list[dict[str, Any]]:
        """The entries of a kind."""
        return [entry for entry in self.heeldiary.entries() if entry["type"] == kind]

    def kept(self) -> list[tuple[str, dict[str, int], bool]]:
        """Foot, seconds by point and whether it is a whole session, of each massage in the diary."""
        return [
            (one["foot"], {step["point"]: step["seconds"] for step in one["steps"]}, one["finished"])
            for one in self.entries()
        ]
