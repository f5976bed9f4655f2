"""The three streams of a process, in UTF-8, whatever the locale and whether they are open or not."""

import io
import os
import sys
from typing import TextIO, cast


def streams() -> tuple[TextIO, TextIO, TextIO]:
    """Out, err and in. A closed one to write to refuses like a full disk, a closed one to read from is empty."""
    # Python has None for a stream whose descriptor is closed.
    out, err, inp = cast("tuple[TextIO | None, ...]", (sys.stdout, sys.stderr, sys.stdin))
    for stream in (out, err):
        if isinstance(stream, io.TextIOWrapper):
            # What is no terminal gets UTF-8, as every file of ours; a terminal what it can show.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    if isinstance(inp, io.TextIOWrapper):
        inp.reconfigure(encoding="utf-8", errors="surrogateescape")
    closed = cast("TextIO", _Closed())
    return out or closed, err or closed, inp or io.StringIO()


def decode_arguments(argv: list[str]) -> list[str]:
    """The words of a command line read as UTF-8, whatever the locale made of them."""
    return [os.fsencode(word).decode("utf-8", "surrogateescape") for word in argv]


def silence(stream: TextIO) -> None:
    """Let a stream that failed swallow what is left in it, so that Python does not complain once more at the end."""
    try:
        descriptor = stream.fileno()
    except OSError:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


class _Closed(io.TextIOBase):
    """A stream whose descriptor was closed before the command began."""

    def write(self, _: str) -> int:
        """Refuse."""
        raise OSError("the stream is closed")
