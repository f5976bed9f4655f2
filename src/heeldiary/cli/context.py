"""The context of a command: its streams, the clock, the diary's place and the common options."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, time
from itertools import count
from typing import Any, NamedTuple, TextIO

from heeldiary.cli.streams import fitted, silence, streams
from heeldiary.clock import Clock, SystemClock, unknown_zone
from heeldiary.domain.encoding import check_utf_8
from heeldiary.domain.text import display_text, json_escaped
from heeldiary.errors import BadInput, Problem, Refused
from heeldiary.paths import Places, check_folder, expand_home, places
from heeldiary.store.diary import Diary, Random
from heeldiary.store.opening import COMMAND_WAIT_SECONDS, Announce, open_to_read, open_to_write
from heeldiary.store.sql import Sql

_MOST_TYPED_CHARACTERS = 1_000_000
"""The most characters read from stdin as a text; the longest note is far shorter."""


class Options(NamedTuple):
    """The options every command takes, anywhere on the line."""

    diary: str | None = None
    json: bool = False
    plain: bool = False


class CommandContext:
    """Gives a command its diary and prints its output."""

    def __init__(
        self,
        out: TextIO,
        err: TextIO,
        inp: TextIO,
        environment: Mapping[str, str],
        clock: Clock,
        random: Random,
    ) -> None:
        self.out = out
        self.err = err
        self.inp = inp
        self.environment = environment
        self.clock = clock
        self.random = random
        self.options = Options()

    @classmethod
    def of_the_system(cls) -> "CommandContext":
        """The context of a command run by a person or a script."""
        return cls(*streams(), os.environ, SystemClock(), os.urandom)

    @property
    def places(self) -> Places:
        """The paths of this run."""
        option = self.options.diary
        return places(None if option is None else self.path(option), self.environment)

    @property
    def interactive(self) -> bool:
        """Whether a person can be asked."""
        return self.inp.isatty() and self.err.isatty()

    @property
    def colour(self) -> bool:
        """Whether the output may be coloured."""
        return self.out.isatty() and not self.environment.get("NO_COLOR") and not self.options.plain

    @contextmanager
    def reading(self, wait_seconds: float = COMMAND_WAIT_SECONDS, *, before_writing: bool = False) -> Iterator[Diary]:
        """Open the diary to read; an empty one in memory if there is none."""
        at = self.places
        check_folder(at)
        sql = self._opened(open_to_read) if before_writing else open_to_read(at.diary, wait_seconds, self.say)
        with Diary(sql, self.clock, self.random) as diary:
            yield diary

    def has_two_affected_feet(self) -> bool:
        """Return whether both feet are affected; false if the diary cannot be read."""
        try:
            with self.reading(wait_seconds=0) as diary:
                return len(diary.settings().affected_feet) > 1
        except Problem:
            return False

    @contextmanager
    def writing(self) -> Iterator[Diary]:
        """Open the diary to write; it is created if there is none."""
        check_folder(self.places)
        if (doubt := unknown_zone(self.environment)) is not None:
            self.say(doubt)
        with Diary(self._opened(open_to_write), self.clock, self.random) as diary:
            yield diary

    def _opened(self, opening: Callable[[str, float, Announce], Sql]) -> Sql:
        """Open the file; for a copy without the header numbers of a diary, offer to set them."""
        try:
            return opening(self.places.diary, COMMAND_WAIT_SECONDS, self.say)
        except Refused:
            if not self.marks_set():
                raise
            return opening(self.places.diary, COMMAND_WAIT_SECONDS, self.say)

    def marks_set(self) -> bool:
        """Ask whether to set a copy's header numbers; return whether they were set."""
        if not self.interactive:
            return False
        from heeldiary.store.file.header_numbers import set_marks, unmarked_schema  # rarely needed

        schema = unmarked_schema(self.places.diary)
        if schema is None:
            return False
        self.say("The file has a diary's tables but not the two numbers that mark it as a diary.")
        if self.ask("Set them now?", ("yes", "no")) != "yes":
            return False
        set_marks(self.places.diary, schema)
        return True

    def day(self, diary: Diary, typed: str | None) -> date | None:
        """Parse the day of --day, --from or --to; None if it was not given."""
        if typed is None:
            return None
        from heeldiary.domain.typed_days import parse_day  # most entries are of today

        return parse_day(typed, diary.today(), latest=max(diary.today(), self.clock.now().date()))

    def time(self, typed: str | None) -> time | None:
        """Parse the time of day of --time; None if it was not given."""
        if typed is None:
            return None
        from heeldiary.domain.typed_times import parse_time  # most entries have none

        return parse_time(typed, self.clock.now())

    def path(self, typed: str) -> str:
        """Return a typed path in the system's encoding: arguments are UTF-8, paths may be other bytes."""
        return expand_home(os.fsdecode(typed.encode("utf-8", "surrogateescape")), self.environment)

    def text(self, typed: str) -> str:
        """Return TEXT: the argument, or all of stdin for `-`."""
        if typed != "-":
            return typed
        if self.interactive:
            self.say("Type the text; end it with Ctrl+D on a line of its own.")
        return self.stdin(_MOST_TYPED_CHARACTERS)

    def stdin(self, most: int) -> str:
        """Return all of stdin as text; raises BadInput if it is too long or not UTF-8."""
        text = self.inp.read(most + 1)
        if len(text) > most:
            raise BadInput(f"stdin has more than {most:,} characters", "shorten it")
        return check_utf_8(text, "stdin")

    def print(self, *lines: str, whole: bool = False, hanging: bool = False, advises: bool = False) -> None:
        """Print lines to stdout, escaped for a terminal and wrapped to its width, unless they have to stay `whole`.

        The rest of `hanging` lines stands deeper, so that it is not read as the next of a list. With `advises`, a
        command that is broken can be pasted.
        """
        text = "".join(f"{display_text(line)}\n" for line in lines)
        self.out.write(text if whole else fitted(text, self.out, hanging, advises))

    def print_json(self, value: Any) -> None:
        """Print JSON on one line of stdout."""
        import json  # not needed by a command that prints text

        self.out.write(json_escaped(json.dumps(value, ensure_ascii=False)) + "\n")

    @contextmanager
    def done(self) -> Iterator[None]:
        """Print the echo of a change inside this context: if printing fails, the change is still done."""
        try:
            yield
            self.out.flush()
        except BrokenPipeError:
            raise
        except OSError:
            self.say("The change is saved; only printing it failed.")
            silence(self.out)

    def say(self, line: str) -> None:
        """Print to stderr; a failure is ignored."""
        try:
            self.err.write(fitted(f"{display_text(line)}\n", self.err, advises=True))
            self.err.flush()
        except OSError:
            silence(self.err)

    def ask(self, question: str, choices: Sequence[str], *, until_answered: bool = False) -> str | None:
        """Ask the person to choose by first letter; None without an answer.

        A wrong answer is asked for once more, a missing one not at all. With `until_answered`, only the end of the
        input ends the asking.
        """
        letters = {choice[0]: choice for choice in choices}
        offered = ", ".join(f"[{choice[0]}]{choice[1:]}" for choice in choices)
        for times in count():
            if times:
                self.say(f"The answer is one of {', '.join(choices)}, or its first letter.")
            self.err.write(f"{fitted(display_text(f'{question} {offered}:'), self.err)} ")
            self.err.flush()
            typed = self.inp.readline()
            if not typed:
                self.err.write("\n")  # Ctrl+D leaves the line unfinished
                return None
            answer = typed.strip().lower().removesuffix(" foot").removesuffix(" feet")
            for letter, choice in letters.items():
                if answer in (letter, choice):
                    return choice
            if not until_answered and (times or not answer):
                break
        return None
