"""The plain session's output, prompts and input, while cues keep playing."""

from contextlib import suppress
from textwrap import wrap
from typing import TextIO

from heeldiary.cli.context import CommandContext
from heeldiary.cli.plain.cues import PlainCues
from heeldiary.cli.plain.typed_lines import Stopped, Waiting
from heeldiary.cli.streams import silence, terminal_columns
from heeldiary.domain.scales import HIGHEST, LOWEST
from heeldiary.domain.text import display_text
from heeldiary.guiding.notices import notice

PLAIN_COLUMNS = 79
"""The widest line on a terminal; a pipe gets unwrapped lines."""

_FEWEST_COLUMNS = 20
"""The narrowest width that lines are wrapped to."""

_PATIENCE_SECONDS = 60.0


class Prompt:
    """Prints to stdout, asks on stderr, and reads typed lines."""

    def __init__(self, context: CommandContext, waiting: Waiting, voice: PlainCues) -> None:
        self._context = context
        self._waiting = waiting
        self.voice = voice
        """The cues to play while waiting."""
        self.input_ended = False
        """Whether the input has ended."""
        self._out_failed = False

    @property
    def can_ask(self) -> bool:
        """Whether a person can be asked."""
        return self._context.interactive and not self.input_ended

    def tell(self, *lines: str) -> None:
        """Print lines to stdout at once. If that fails, the session goes on."""
        if self._out_failed:
            return
        try:
            self._context.print(*(_wrapped(line, self._context.out) for line in lines))
            self._context.out.flush()
        except BrokenPipeError:
            raise
        except OSError:
            self._out_failed = True
            silence(self._context.out)
            self.say("Nothing more can be printed to stdout; the session continues.")

    def say(self, line: str) -> None:
        """Print to stderr."""
        self._context.say(_wrapped(line, self._context.err))

    def line(self, timeout: float) -> str | None:
        """Return a typed line; None after some seconds, or earlier if the bell rings."""
        self.voice.look()
        try:
            return self._waiting.line(min(timeout, self.voice.until_due))
        except EOFError:
            self.input_ended = True
            return None
        except Stopped:
            if self._context.err.isatty():
                self._write("\n")  # after ^C, or an open question
            raise

    def ask(self, question: str) -> str | None:
        """Ask a question; return the answer in lower case, or None if nobody can answer."""
        if not self.can_ask:
            return None
        self._write(f"{display_text(_wrapped(question, self._context.err))} ")
        while not self.input_ended:
            answer = self.line(_PATIENCE_SECONDS)
            if answer is not None:
                return answer.strip().lower()
        self._write("\n")
        return None

    def yes(self, question: str) -> bool | None:
        """Ask until the answer is yes or no; None if nobody can answer."""
        while True:
            answer = self.ask(f"{question} y/n:")
            if answer is None or answer in ("y", "yes", "n", "no"):
                return None if answer is None else answer in ("y", "yes")
            self.say("Answer y for yes or n for no.")

    def score(self, question: str) -> int | None:
        """Ask for a score; None if it is left out."""
        scores = {str(score): score for score in range(LOWEST, HIGHEST + 1)}
        while True:
            answer = self.ask(f"{question}, {LOWEST} to {HIGHEST} (Enter: leave out):")
            if not answer or answer in scores:
                return scores[answer] if answer else None
            self.say(f"Answer with a whole number from {LOWEST} to {HIGHEST}, or press Enter.")

    def show_outside(self, text: str) -> None:
        """Show a text as a desktop notification, where stderr is a terminal that can."""
        if self._context.err.isatty():
            self._write(notice(self._context.environment, text))

    def _write(self, text: str) -> None:
        with suppress(OSError):
            self._context.err.write(text)
            self._context.err.flush()


def _wrapped(text: str, stream: TextIO) -> str:
    if not stream.isatty():
        return text
    columns = (terminal_columns(stream) or PLAIN_COLUMNS + 1) - 1  # a column for the cursor
    columns = max(_FEWEST_COLUMNS, min(PLAIN_COLUMNS, columns))
    return "\n".join(wrap(text, columns, break_long_words=False, break_on_hyphens=False))
