"""The process's three streams in UTF-8, whatever the locale, even if closed."""

import io
import os
import sys
from typing import TextIO, cast


def streams() -> tuple[TextIO, TextIO, TextIO]:
    """Return stdout, stderr and stdin. A closed output fails like a full disk; a closed input is empty."""
    # Python uses None for a closed descriptor.
    out, err, inp = cast("tuple[TextIO | None, ...]", (sys.stdout, sys.stderr, sys.stdin))
    for stream in (out, err):
        if isinstance(stream, io.TextIOWrapper):
            # A file or pipe gets UTF-8, a terminal its own encoding.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    if isinstance(inp, io.TextIOWrapper):
        inp.reconfigure(encoding="utf-8", errors="surrogateescape")
    closed = cast("TextIO", _Closed())
    return out or closed, err or closed, inp or io.StringIO()


def decode_arguments(argv: list[str]) -> list[str]:
    """Return the arguments decoded as UTF-8, whatever the locale."""
    return [os.fsencode(word).decode("utf-8", "surrogateescape") for word in argv]


def fitted(text: str, stream: TextIO, hanging: bool = False, advises: bool = False) -> str:
    """Return text wrapped at spaces to a terminal's width; unchanged for a file or a pipe.

    A line goes on where it began, or deeper if `hanging`, or under its last column if that leaves room. Of a text that
    `advises`, a command that is broken ends its line as a shell has it go on.
    """
    columns = terminal_columns(stream)
    # A character may be two columns wide.
    if not columns or all(len(line) <= (columns if line.isascii() else columns // 2) for line in text.split("\n")):
        return text
    from heeldiary.cli.wrapping import wrapped  # most lines fit

    return "\n".join(part for line in text.split("\n") for part in wrapped(line, columns, hanging, advises))


def terminal_columns(stream: TextIO) -> int:
    """Return the width of a stream's terminal, whatever COLUMNS says; 0 if it is none."""
    try:
        return os.get_terminal_size(stream.fileno()).columns if stream.isatty() else 0
    except OSError:  # no terminal of the system's
        return 0


def silence(stream: TextIO) -> None:
    """Discard what a failed stream has buffered, to stop Python's complaint at exit."""
    try:
        descriptor = stream.fileno()
    except OSError:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


class _Closed(io.TextIOBase):
    """A stream whose descriptor was closed before the command started."""

    def write(self, _: str) -> int:
        """Raise OSError."""
        raise OSError("the stream is closed")
