"""Routines as TOML files, with line and key in every error."""

import json
import re
import tomllib
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any

from heeldiary.domain.routine.routine import Routine
from heeldiary.domain.routine.shape import routine_from_shape, routine_shape
from heeldiary.domain.routine.shape_reader import BadValue, Path, format_path
from heeldiary.errors import BadInput

_BEGINS = re.compile(r"""\s*(\[|#|$|["'\w-]+\s*=)""")
_MOST_TRIES = 300

LONGEST_TEXT = 100_000
"""The longest file, in characters."""


def read_toml(text: str, name: str = "") -> Routine:
    """Parse a routine; `name` is used if the text has none.

    Raises BadInput with the line and key of the first error.
    """
    if len(text) > LONGEST_TEXT:
        raise BadInput("that is too long for a routine", f"a routine has at most {LONGEST_TEXT:,} characters")
    text = text.removeprefix("\ufeff")
    try:
        shape = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{_where(str(error), text)}: it is not TOML", _syntax(str(error))) from None
    except (ValueError, RecursionError):
        raise BadInput(f"line {_too_much(text)}: a routine cannot hold such a value", "shorten it") from None
    try:
        return routine_from_shape(shape, name)
    except BadValue as problem:
        key = f", {format_path(problem.path)}" if problem.path else ""
        raise BadInput(f"line {_line(text, problem.path)}{key}: {problem.message}", problem.remedy) from None


def read_toml_of(name: str, text: str) -> Routine:
    """Parse a changed routine; raises BadInput as `read_toml` does, and for another name."""
    routine = read_toml(text, name)
    if routine.name != name:
        raise BadInput(
            f"line {_line(text, ('name',))}, name: the name of this routine is {name} and cannot change",
            "to use another name, copy it",
        )
    return routine


def write_toml(routine: Routine) -> str:
    """Return a routine as TOML; parsing it gives the same routine."""
    shape = routine_shape(routine)
    lines = [f"{key} = {_value(value)}" for key, value in shape.items() if not isinstance(value, list)]
    for key, tables in shape.items():
        for table in tables if isinstance(tables, list) else ():
            lines += ["", f"[[{key}]]", *(f"{name} = {_value(value)}" for name, value in table.items())]
    return "\n".join(lines) + "\n"


def _value(value: str | int | bool) -> str:
    """Return a value as TOML; strings are written as in JSON."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f") if isinstance(value, str) else str(value)


def _line(text: str, path: Path) -> int:
    """Return the line of the value at a path, or of the table it is missing from.

    Found by parsing prefixes of the text: the first line that brings the value.
    """
    # As TOML counts them: other line ends may stand within a value.
    lines = text.split("\n")
    # Only where a line begins a key or a table may a value have ended before it; and so often is enough.
    ends = [number for number in range(1, len(lines) + 1) if number == len(lines) or _BEGINS.match(lines[number])]
    tries = iter(range(_MOST_TRIES))
    without, before = 0, len(lines)
    while without + 1 < before:
        middle = (without + before) // 2
        within = ends[bisect_left(ends, middle) : bisect_left(ends, before)]
        readable = next(
            (number for number, _ in zip(within, tries, strict=False) if _begin(lines, number) is not None), None
        )
        if readable is None or _has(_begin(lines, readable), path):
            before = middle
        else:
            without = readable
    return without + 1


def _begin(lines: Sequence[str], number: int) -> dict[str, Any] | None:
    """Parse the first lines of a text; None if they end within a value."""
    try:
        return tomllib.loads("\n".join(lines[:number]) + "\n")
    except (ValueError, RecursionError):
        return None


def _too_much(text: str) -> int:
    """The line of a number of thousands of digits, or of lists within lists within lists."""
    lines = text.split("\n")

    def has_it(number: int) -> bool:
        try:
            tomllib.loads("\n".join(lines[:number]))
        except tomllib.TOMLDecodeError:
            return False
        except (ValueError, RecursionError):
            return True
        return False

    return bisect_left(range(1, len(lines) + 1), True, key=has_it) + 1


def _has(shape: Any, path: Path) -> bool:
    for part in path:
        if isinstance(part, int):
            if not isinstance(shape, list) or part >= len(shape):
                return False
        elif not isinstance(shape, Mapping) or part not in shape:
            return False
        shape = shape[part]
    return True


def _where(error: str, text: str) -> str:
    """The line of a mistake, out of what the reader of TOML says: `... (at line 3, column 7)`."""
    number = error.rpartition("(at line ")[2].partition(",")[0]
    return f"line {number if number.isdigit() else max(1, text.rstrip().count(chr(10)) + 1)}"


def _syntax(error: str) -> str:
    """What the reader of TOML found, without the words it found."""
    if "overwrite" in error:
        return "a key is in it twice; remove one"
    if any(phrase in error for phrase in ("Invalid value", "Illegal", "Unterminated", "string", "Expected \"'")):
        return 'a value is a number, true or false, or text in quotes: seconds = 90, title = "Evening"'
    return "each line is key = value, or begins a step with [[step]]; `heeldiary routine show clinic --toml` shows how"
