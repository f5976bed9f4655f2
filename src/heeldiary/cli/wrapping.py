"""Wrapping lines at spaces, tables under their columns."""

import re
from collections.abc import Iterator
from textwrap import TextWrapper
from unicodedata import east_asian_width

from heeldiary.domain.days import MONTHS

_GAP = re.compile(r"(?<=[^\s.!?]) {2,}(?=\S)")
"""The gap between two columns; behind a sentence two spaces are only somebody's way of typing."""

_LEAST_COLUMNS = 20
"""The width that a column needs, unless two fifths of the line are more."""

_DEEPER = 4
"""How much deeper the rest of a command goes, and a last column that has no room beside the others."""


_TOGETHER = re.compile(rf"\d (?:h \d\d|h|min|s|steps?|{'|'.join(month[:3] for month in MONTHS)})\b")
"""A number and its unit, which stay in one line."""

_JOINED = "\1"
"""Stands for the space between them while a line is wrapped; no line that is printed has one."""

_SECOND_COLUMN = "\0"
"""Stands behind a character of two columns while a line is wrapped; no line that is printed has one."""


_COMMAND = re.compile(r"`heeldiary [^`]+`|(?<=: )heeldiary [^`;,]+")
"""A command in a message, to be copied."""

_INSIDE, _GOES_ON = "\2", " \\"
"""What stands before each further word of a command while a line is wrapped, and ends a line that goes on in one."""


def wrapped(line: str, columns: int, hanging: bool = False, advises: bool = False) -> list[str]:
    """Return a line in lines of at most some columns, the further ones deeper if `hanging`; a longer word stays whole.

    A number and its unit stay together. If the line `advises` commands, one that is broken can be pasted all the same.
    """
    if advises and len(line) > columns and _COMMAND.search(line):
        marked = _COMMAND.sub(lambda found: found[0].replace(" ", f" {_INSIDE}"), line)
        parts = wrapped(marked, columns - len(_GOES_ON), hanging)
        ends = [_GOES_ON * part.lstrip().startswith(_INSIDE) for part in parts[1:]]
        return [part.replace(_INSIDE, "") + end for part, end in zip(parts, [*ends, ""], strict=True)]
    whole = _TOGETHER.sub(lambda found: found[0].replace(" ", _JOINED), line)
    return [part.replace(_JOINED, " ") for part in _by_width(whole, columns, _DEEPER * hanging)]


def _by_width(line: str, columns: int, deeper: int) -> list[str]:
    if line.isascii():
        return _wrapped(line, columns, deeper)
    wide = "".join(sign + _SECOND_COLUMN if east_asian_width(sign) in "WF" else sign for sign in line)
    return [part.replace(_SECOND_COLUMN, "") for part in _wrapped(wide, columns, deeper)]


def _wrapped(line: str, columns: int, deeper: int = 0) -> list[str]:
    if len(line) <= columns:
        return [line]
    indent = len(line) - len(line.lstrip(" "))
    gaps = [gap for gap in _GAP.finditer(line) if gap.start() < columns]
    beside = [gap.end() for gap in gaps if columns - gap.end() >= max(_LEAST_COLUMNS, columns * 2 // 5)]
    if beside:
        return _wrap(line, columns, beside[-1])
    if gaps and indent:
        return [*_parts(line, gaps[-1], columns, indent)]
    is_command = indent and line.lstrip(" ").startswith("heeldiary ")
    return _wrap(line, columns, indent + (_DEEPER if is_command else deeper))


def _parts(line: str, gap: re.Match[str], columns: int, indent: int) -> Iterator[str]:
    """Yield a line with what comes after the gap below the rest."""
    yield from _wrapped(line[: gap.start()], columns)
    yield from _wrap(" " * (indent + _DEEPER) + line[gap.end() :], columns, indent + _DEEPER)


def _wrap(line: str, columns: int, hanging: int) -> list[str]:
    """Wrap a line whose further lines begin at column `hanging`."""
    return TextWrapper(
        columns, subsequent_indent=" " * hanging, break_long_words=False, break_on_hyphens=False, expand_tabs=False
    ).wrap(line)
