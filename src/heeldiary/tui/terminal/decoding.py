"""From the terminal's bytes to Textual's events; the driver and the tests use the same chain."""

from codecs import getincrementaldecoder

from textual import constants
from textual._xterm_parser import XTermParser
from textual.message import Message

from heeldiary.tui.terminal.meaning import Meaning
from heeldiary.tui.terminal.splitting import Splitter


class TerminalInput:
    """Turns bytes into events. Times are seconds of a monotonic clock.

    Bytes that are no UTF-8 become surrogates, which no terminal can send otherwise, so a U+FFFD that the person pasted
    stays theirs. Textual 8.2.8 decodes strictly, and one such byte ends its thread (Textualize/textual 6456).
    """

    def __init__(self, escape_seconds: float = constants.ESCAPE_DELAY) -> None:
        self._decode = getincrementaldecoder("utf-8")("surrogateescape").decode
        self._splitter = Splitter(escape_seconds)
        self._meaning = Meaning(XTermParser())

    def feed(self, data: bytes, now: float) -> list[Message]:
        """Return the events of some bytes; an incomplete character waits for its rest."""
        return list(self._meaning.events(self._splitter.feed(self._decode(data), now)))

    def tick(self, now: float) -> list[Message]:
        """Return the events that are complete because nothing more came."""
        return list(self._meaning.events(self._splitter.tick(now)))

    @property
    def deadline(self) -> float | None:
        """When to call `tick` if nothing comes; None if nothing is pending."""
        return self._splitter.deadline
