"""Reading a file's lines, of limited length and number, as text."""

from collections.abc import Iterator
from typing import BinaryIO

from heeldiary.domain.encoding import is_utf_16
from heeldiary.errors import BadInput

LONGEST_LINE = 2_000_000
"""In bytes: enough for the longest note and the most massage steps, every character escaped as `\\ud83d\\ude00`."""

MOST_BYTES = 1_000_000_000
"""The limit of a file or stdin: about five million entries."""

_UTF_8 = b"\xef\xbb\xbf"
_SIGNATURES = (
    (30, b"[Content_Types].xml", "a file of Excel or Word", "heeldiary reads JSON Lines"),
    (0, b"PK\x03\x04", "a zip archive", "unpack it first"),
    (0, b"\x1f\x8b", "a gzip archive", "unpack it first: gunzip -c FILE | heeldiary import -"),
    (
        0, b"SQLite format 3\x00", "a SQLite database",
        "if it is a diary, export it first: heeldiary --diary FILE export | heeldiary import -",
    ),
    (8, b".FIT", "a FIT file of a watch", "heeldiary reads JSON Lines"),
    (0, b"%PDF", "a PDF", "heeldiary reads JSON Lines"),
    (0, b"<?xml", "XML", "heeldiary reads JSON Lines"),
    (0, b"<!DOCTYPE", "a web page", "heeldiary reads JSON Lines"),
    (0, b"<!doctype", "a web page", "heeldiary reads JSON Lines"),
    (0, b"\x89PNG", "a picture", "heeldiary reads JSON Lines"),
    (0, b"\xff\xd8\xff", "a picture", "heeldiary reads JSON Lines"),
)  # fmt: skip
_TO_LINES = "put each entry on a line of its own: jq -c {} FILE | heeldiary import -"
TO_UTF_8 = "save it as UTF-8, or: iconv -f {} -t utf-8 FILE | heeldiary import -"
"""How to convert another encoding to UTF-8."""


class UnreadableFile(BadInput):
    """The input is not lines of text; reading stops. `line` is None if it is the file as a whole."""

    def __init__(self, line: int | None, message: str, remedy: str) -> None:
        super().__init__(message, remedy)
        self.line = line


def text_lines(file: BinaryIO, most_bytes: int = MOST_BYTES) -> Iterator[bytes]:
    """Yield each line with its end, the first without a byte order mark; raises UnreadableFile.

    Reading stops at a line that is too long, and beyond `most_bytes`.
    """
    number = total = 0
    while True:
        try:
            line = file.readline(LONGEST_LINE + 1)
        except OSError as error:
            reason = (error.strerror or "the system refused").lower()
            raise UnreadableFile(None, f"the input cannot be read ({reason})", "name a file to import") from None
        if not line:
            return
        number += 1
        if number == 1:
            _check_text(line)
            line = line.removeprefix(_UTF_8)
        total += len(line)
        if len(line) > LONGEST_LINE:
            remedy = f"a line has at most {LONGEST_LINE:,} bytes"
            raise UnreadableFile(number, "it is too long for an entry", remedy)
        if total > most_bytes:
            raise UnreadableFile(number, f"more than {most_bytes:,} bytes have been read by here", "import it in parts")
        yield line


def _check_text(start: bytes) -> None:
    """Refuse a known other format by name."""
    for offset, signature, name, remedy in _SIGNATURES:
        if start.startswith(signature, offset):
            raise UnreadableFile(None, f"the file is {name}, not JSON Lines", remedy)
    begin = start.removeprefix(_UTF_8).strip()
    if begin.startswith(b"["):
        raise UnreadableFile(None, "the file is one JSON list, not JSON Lines", _TO_LINES.format("'.[]'"))
    if begin == b"{":
        raise UnreadableFile(None, "the file has JSON over several lines, not one entry a line", _TO_LINES.format("."))
    if is_utf_16(start[:8]):
        raise UnreadableFile(None, "the file is UTF-16, not UTF-8", TO_UTF_8.format("utf-16"))
