"""What a refused massage was meant to log: its points, their times and the foot; imported for refusals alone."""

import re
from collections.abc import Sequence
from contextlib import suppress

from heeldiary.cli.meant_amounts import WITH_OPTIONS, before_options, is_duration
from heeldiary.cli.meant_days import TIME_OF_DAY, day_of
from heeldiary.domain.durations import parse_minutes, parse_point_seconds
from heeldiary.domain.entry_text import POINT_WORDS
from heeldiary.domain.scales import FEET, feet_of, the_one_starting
from heeldiary.errors import BadInput

OTHER_POINTS = dict.fromkeys(("kidney", "kidney1", "kidney-1", "kid1", "k1", "yongquan"), "ki1")
"""Other names of a point."""

_KIDNEY = ("kidney", "kid", "ki", "k")
"""Words that are a point with a 1 behind them."""

_SHI_MIAN = POINT_WORDS["shimian"].lower()
"""A point's name of two words."""

_ANY_TIME, _ANY_MINUTES = "90s", "10"
"""The time of a point, and the minutes of a whole massage, in an example without one."""

_UNITS = {
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), "m"),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), "s"),
}

_BESIDE = ("foot", "feet", "the", "and", "on", "for", "of", "my")
"""Words that change nothing."""


def point_of(word: str) -> str | None:
    """Return the point that a word names or begins."""
    return the_one_starting(word, POINT_WORDS) or OTHER_POINTS.get(word.lower())


def meant_massage(words: Sequence[str], known: Sequence[str]) -> BadInput | None:
    """Return the refusal of a massage that holds nothing but points, times, a foot and a day; None for others."""
    if "--before" not in known or "--score" in known:  # what takes a score too is `edit`
        return None
    points: list[str] = []
    times: list[str] = []
    timed: dict[str, str] = {}
    foot = day = at = point_before = ""
    rest = " ".join(before_options(words)).split()  # `2 min` is one word by now
    known_points = 0
    while rest:
        word, count = rest[0], 1
        if feet_of(word) and not foot:
            foot = f" --foot {the_one_starting(word, (*FEET, 'both'))}"
        elif rest[1:2] == ["1"] and word.lower() in _KIDNEY:
            points.append("ki1")
            count = 2
        elif " ".join(rest[:2]).lower() == _SHI_MIAN:
            points.append("shimian")
            count = 2
        elif point := point_of(word):
            points.append(point)
        elif not day and (dated := day_of(rest)):
            day, count = f" --day {dated[0]}", dated[1]
        elif not at and re.fullmatch(TIME_OF_DAY, word, re.ASCII):
            at = f" --time {word}"
        elif word[:1].isdigit() and (_is_point_time(word) or is_duration(word)):
            unit = _UNITS.get(rest[1].lower(), "") if len(rest) > 1 and word.isdecimal() else ""
            times.append(f"{word}{unit}")
            count = 1 + bool(unit)
            timed |= {point_before: times[-1]} if point_before else {}
        elif word.lower() not in _BESIDE:
            return None
        point_before = "" if len(points) == known_points else points[-1]
        known_points = len(points)
        del rest[:count]
    options = words[len(before_options(words)) :]
    has_points = any(option.partition("=")[0][2:] in POINT_WORDS for option in options)
    without = [point for point in points if point not in timed] if 1 < len(timed) == len(times) < len(points) else []
    times = [timed.get(point, _ANY_TIME) for point in points] if without else times
    line = "" if has_points and not points and not times else f" {_line(points, times)}"
    if line == " " or not (points or foot):
        return None
    wrong = "a point is an option" if points else "a foot is an option"
    if len(times) < len(points) > 1 or without:
        wrong = "each point is an option, with a time of its own"
    needed = f"with the time of {' and '.join(without)}, " if without else ""
    return BadInput(wrong, f"{needed}as in: heeldiary massage{line}{foot}{day}{at}{WITH_OPTIONS * bool(options)}")


def _line(points: Sequence[str], times: Sequence[str]) -> str:
    """Return how long the points, or the whole massage, took; empty if that is unclear.

    Several points share a single time; without any, the times are examples.
    """
    if not points:
        times = times or [_ANY_MINUTES]
        return times[0] if len(times) == 1 and is_duration(times[0]) else ""
    if not times or len(points) > 1 == len(times):
        times = [_share(times[0], len(points)) if times else _ANY_TIME] * len(points)
    times = [_in_seconds(time) for time in times]
    if len(points) != len(times) or len({*points}) < len(points) or not all(map(_is_point_time, times)):
        return ""
    return " ".join(f"--{point} {time}" for point, time in zip(points, times, strict=True))


def _share(time: str, count: int) -> str:
    """Return the part of each of some points in a time, as it is typed: `5m`, `3m20s`."""
    total = parse_minutes(time) * 60 if is_duration(time) else parse_point_seconds(time)
    minutes, seconds = divmod(total // count, 60)
    return f"{minutes}m" * (minutes > 0) + f"{seconds}s" * (seconds > 0)


def _in_seconds(time: str) -> str:
    """Return a bare number that is too long for the minutes of a point as seconds: `90` is `90s`."""
    return f"{time}s" if time.isdecimal() and not _is_point_time(time) else time


def seconds_without_point(typed: str) -> BadInput | None:
    """Return the refusal of a whole massage in seconds; None if it is no duration at all."""
    if not _is_point_time(typed):
        return None
    minutes = -(-parse_point_seconds(typed) // 60)
    remedy = f"as in: heeldiary massage --ki1 {typed}, heeldiary massage --heel {typed}, or heeldiary massage {minutes}"
    return BadInput("seconds are for one point; a whole massage takes minutes", remedy)


def _is_point_time(word: str) -> bool:
    with suppress(BadInput):
        return parse_point_seconds(word) > 0
    return False
