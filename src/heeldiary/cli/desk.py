"""What a command works with: its streams, the clock, where the diary is, and the options common to all."""

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, NamedTuple, TextIO

from heeldiary.clock import Clock, SystemClock
from heeldiary.domain.days import parse_day
from heeldiary.domain.text import shown
from heeldiary.errors import BadInput
from heeldiary.paths import Places, places
from heeldiary.store.diary import Diary, Random
from heeldiary.store.opening import open_to_read, open_to_write


class Options(NamedTuple):
    """The options that every command takes, wherever they stand."""

    diary: str | None = None
    json: bool = False
    plain: bool = False


class Desk:
    """Hands a command its diary and takes what it has to say."""

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
    def of_the_system(cls) -> "Desk":
        """The desk of a command run by a person or a script."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                # What is no terminal gets UTF-8, as every file of ours; a terminal what it can show.
                plain_file = not stream.isatty()
                stream.reconfigure(encoding="utf-8" if plain_file else None, errors="backslashreplace")
        return cls(sys.stdout, sys.stderr, sys.stdin, os.environ, SystemClock(), os.urandom)

    @property
    def places(self) -> Places:
        """Where things are."""
        return places(self.options.diary, self.environment)

    @property
    def interactive(self) -> bool:
        """Whether a person can be asked."""
        return self.inp.isatty() and self.err.isatty()

    @property
    def colour(self) -> bool:
        """Whether what is printed may be coloured."""
        return self.out.isatty() and not self.environment.get("NO_COLOR") and not self.options.plain

    @contextmanager
    def reading(self) -> Iterator[Diary]:
        """The diary to read; an empty one if there is none, and none is made."""
        with Diary(open_to_read(self.places.diary), self.clock, self.random) as diary:
            yield diary

    @contextmanager
    def writing(self) -> Iterator[Diary]:
        """The diary to write in; made if there is none."""
        with Diary(open_to_write(self.places.diary), self.clock, self.random) as diary:
            yield diary

    def day(self, diary: Diary, typed: str | None) -> date | None:
        """The day that was typed behind --day, --from or --to; None if none was."""
        if typed is None:
            return None
        return parse_day(typed, diary.today(), latest=max(diary.today(), self.clock.now().date()))

    def text(self, typed: str) -> str:
        """TEXT as it was given: one argument, or all of stdin if that is `-`."""
        if typed != "-":
            return typed
        if self.interactive:
            self.say("Write the text; Ctrl+D on a line of its own ends it.")
        try:
            return self.inp.read()
        except UnicodeDecodeError:
            raise BadInput("the text on stdin is not UTF-8", "convert it first, with iconv for example") from None

    def print(self, *lines: str) -> None:
        """Data, to stdout. Every line is made fit for a terminal."""
        self.out.write("".join(f"{shown(line)}\n" for line in lines))

    def print_json(self, value: Any) -> None:
        """Pure JSON, on one line of stdout."""
        self.out.write(json.dumps(value, ensure_ascii=False) + "\n")

    def say(self, line: str) -> None:
        """Talk, to stderr."""
        self.err.write(f"{shown(line)}\n")
        self.err.flush()

    def ask(self, question: str, choices: Sequence[str]) -> str | None:
        """Ask the person to choose by a choice's first letter, twice if need be; None if they will not."""
        letters = {choice[0]: choice for choice in choices}
        offered = ", ".join(f"[{choice[0]}]{choice[1:]}" for choice in choices)
        for _ in range(2):
            self.err.write(f"{shown(question)} {offered}: ")
            self.err.flush()
            answer = self.inp.readline().strip().lower()
            for letter, choice in letters.items():
                if answer in (letter, choice):
                    return choice
            if not answer:
                break
        return None
