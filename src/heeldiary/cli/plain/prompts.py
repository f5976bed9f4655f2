"""What the plain session tells, asks and hears; the bell goes on ringing meanwhile."""

from contextlib import suppress
from textwrap import wrap
from typing import TextIO

from heeldiary.cli.context import CommandContext
from heeldiary.cli.plain.cues import PlainCues
from heeldiary.cli.plain.typed_lines import Stopped, Waiting
from heeldiary.cli.streams import silence
from heeldiary.domain.scales import HIGHEST, LOWEST
from heeldiary.domain.text import display_text
from heeldiary.guiding.notices import notice

PLAIN_COLUMNS = 79
"""The widest line on a terminal; a pipe gets each line whole."""

_PATIENCE_SECONDS = 60.0


class Prompt:
    """Tells on stdout, talks and asks on stderr, hears what is typed."""

    def __init__(self, context: CommandContext, waiting: Waiting, voice: PlainCues) -> None:
        self._context = context
        self._waiting = waiting
        self.voice = voice
        """Rings and speaks."""
        self.input_ended = False
        """Whether nothing can be typed any more."""
        self._out_failed = False

    @property
    def can_ask(self) -> bool:
        """Whether there is somebody to ask."""
        return self._context.interactive and not self.input_ended

    def tell(self, *lines: str) -> None:
        """Lines of the session, to stdout at once. Where it cannot be told, the session goes on all the same."""
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
            self.say("Nothing more can be told on stdout; the session goes on.")

    def say(self, line: str) -> None:
        """Write to stderr."""
        self._context.say(_wrapped(line, self._context.err))

    def line(self, timeout: float) -> str | None:
        """A typed line; None after so many seconds, or earlier if the bell rings."""
        self.voice.look()
        try:
            return self._waiting.line(min(timeout, self.voice.until_due))
        except EOFError:
            self.input_ended = True
            return None
        except Stopped:
            if self._context.err.isatty():
                self._write("\n")  # behind ^C, or an open question
            raise

    def ask(self, question: str) -> str | None:
        """What is answered to a question, in lower case; None if nobody is there to answer."""
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
        """Whether the answer is yes; asked until it is yes or no. None if nobody is there to answer."""
        while True:
            answer = self.ask(f"{question} y/n:")
            if answer is None or answer in ("y", "yes", "n", "no"):
                return None if answer is None else answer in ("y", "yes")

    def score(self, question: str) -> int | None:
        """A score, or None if it is left out."""
        scores = {str(score): score for score in range(LOWEST, HIGHEST + 1)}
        while True:
            answer = self.ask(f"{question}, {LOWEST} to {HIGHEST} (Enter: leave out):")
            if not answer or answer in scores:
                return scores[answer] if answer else None

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
    return "\n".join(wrap(text, PLAIN_COLUMNS, break_long_words=False, break_on_hyphens=False))
