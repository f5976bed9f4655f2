"""The forms for a person's own routine: their fields and the plain values read from them."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from heeldiary.domain.durations import parse_point_seconds
from heeldiary.domain.routine.points import POINTS
from heeldiary.domain.routine.routine import COUNTS_AS, Routine
from heeldiary.domain.routine.shape import ORDERS, WORDS, routine_shape
from heeldiary.errors import BadInput
from heeldiary.tui.dialogs.field import Field, Parsed

Shape = dict[str, Any]

_YES = {"yes": True, "y": True, "no": False, "n": False}


def step_fields(shape: Mapping[str, Any]) -> list[Field]:
    """Return the fields of a step, filled from its values."""
    known = ", ".join(POINTS)
    return [
        Field("point", "What", f"{known}, or your own word", str, str(shape.get("point", "")), True, tuple(POINTS)),
        _whole(shape, "seconds", "Seconds", "how long; a tempo sets this by itself"),
        Field("keep-going", "Keep going", "yes: it keeps counting until you press n", _yes,
              "yes" if shape.get("keep-going") else "no", True, choices=("yes", "no")),
        Field("tempo", "Tempo", "up 3, hold 2, down 3", str, str(shape.get("tempo", ""))),
        _whole(shape, "repetitions", "Repetitions", "how many times the tempo repeats"),
        _whole(shape, "sets", "Sets", "1"),
        _whole(shape, "rest-seconds", "Rest, seconds", "between two sets"),
        *(Field(key, key.capitalize(), f"your own words, up to {most} characters", str, str(shape.get(key, "")))
          for key, most in WORDS.items() if key in ("title", "press", "how", "beware")),
    ]  # fmt: skip


def step_shape(parsed: Parsed, before: Mapping[str, Any]) -> Shape:
    """Return a step's values from a filled form; values the form does not show stay."""
    shape = _written(parsed)
    unchanged = {key: value for key, value in before.items() if key not in parsed}
    if "keep-going" not in shape:
        unchanged.pop("up-to-seconds", None)
    if shape.get("tempo"):
        shape.pop("seconds", None)
    else:
        shape.pop("repetitions", None)
    if shape.get("sets", 1) == 1:
        shape.pop("rest-seconds", None)
        shape.pop("sets", None)
    return {**shape, **unchanged}


def routine_fields(routine: Routine) -> list[Field]:
    """Return the fields of a routine as a whole."""
    shape = routine_shape(routine)
    return [
        Field("title", "Title", "up to 40 characters", str, routine.title, True),
        Field("about", "About", "what it is, in a sentence or two", str, routine.about),
        Field("source", "From", "where it comes from", str, routine.source),
        Field("counts-as", "Counts as", ", ".join(COUNTS_AS), str, routine.counts_as, True, choices=COUNTS_AS),
        Field("order", "Feet", " or ".join(ORDERS), str, ORDERS[routine.alternate], True, choices=ORDERS),
        _whole(shape, "ready-seconds", "Get ready", "seconds; empty for the setting"),
        Field("load-rule", "Load rule", "yes: a worse morning means less of it", _yes,
              "yes" if routine.load_rule else "no", True, choices=("yes", "no")),
    ]  # fmt: skip


def whole_shape(routine: Routine, parsed: Parsed) -> Shape:
    """Return a routine's values updated from a filled form."""
    shape = _written(parsed)
    unchanged = {key: value for key, value in routine_shape(routine).items() if key not in parsed}
    return {**shape, **unchanged}


def _written(parsed: Parsed) -> Shape:
    """Return the filled-in values; 0 counts as filled in."""
    return {key: value for key, value in parsed.items() if value is not None and value is not False and value != ""}


def _whole(shape: Mapping[str, Any], key: str, label: str, hint: str) -> Field:
    parse: Callable[[str], int] = partial(_seconds if key.endswith("seconds") else _number, label)
    return Field(key, label, hint, parse, str(shape.get(key, "")))


def _number(label: str, typed: str) -> int:
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 4):
        raise BadInput(f"{label.lower()} is a whole number", "write it in plain digits")
    return int(typed)


def _seconds(label: str, typed: str) -> int:
    """Parse seconds in plain digits, or as durations are written elsewhere: `2 min`, `1m30s`."""
    if typed.isdigit():
        return _number(label, typed)
    try:
        return parse_point_seconds(typed)
    except BadInput:
        raise BadInput(f"{label.lower()} is a whole number", "write it like 90, 90s, 1m30s or 2 min") from None


def _yes(typed: str) -> bool:
    if typed.lower() not in _YES:
        raise BadInput("that is neither yes nor no", "write yes or no")
    return _YES[typed.lower()]
