"""A line from a terminal to the app: bytes go in at moments of a clock that the test moves, events come out."""

from collections.abc import Iterable

from textual.events import Key, Paste
from textual.message import Message

from heeldiary.tui.terminal.decoding import TerminalInput

ESCAPE_SECONDS = 0.1
LONG_AFTER = 60.0


class Line:
    """The real chain, from the decoder to Textual's parser, with the driver's manner of calling it."""

    def __init__(self) -> None:
        self.input = TerminalInput(ESCAPE_SECONDS)
        self.now = 1000.0
        self.events: list[Message] = []

    def wait(self, seconds: float) -> None:
        """Let time go by; what becomes due on the way is done when it is due."""
        end = self.now + seconds
        while (due := self.input.deadline) is not None and due <= end:
            self.now = max(self.now, due)
            self.events += self.input.tick(self.now)
        self.now = end

    def send(self, data: bytes) -> None:
        """Bytes come."""
        self.events += self.input.feed(data, self.now)

    @property
    def keys(self) -> list[str]:
        """The keys that have acted."""
        return [event.key for event in self.events if isinstance(event, Key)]

    @property
    def typed(self) -> str:
        """The characters of the keys that have acted."""
        return "".join(event.character or "" for event in self.events if isinstance(event, Key))

    @property
    def pastes(self) -> list[str]:
        """What was pasted."""
        return [event.text for event in self.events if isinstance(event, Paste)]


def sent(*parts: bytes | float) -> Line:
    """A line that received bytes with these gaps in seconds between them, then nothing for a long time."""
    line = Line()
    for part in parts:
        if isinstance(part, bytes):
            line.send(part)
        else:
            line.wait(part)
    line.wait(LONG_AFTER)
    return line


def with_gaps(fragments: Iterable[bytes], gaps: Iterable[float]) -> list[bytes | float]:
    """Fragments with a gap after each but the last."""
    parts: list[bytes | float] = []
    for fragment, gap in zip(fragments, gaps, strict=False):
        parts += [fragment, gap]
    return parts[:-1]
