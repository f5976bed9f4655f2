"""Parsing and formatting durations."""

import re
from collections.abc import Sequence

from heeldiary.errors import BadInput, BadWord

DAY_MINUTES = 24 * 60
"""The minutes of a day."""

_LIKELY_HOURS = range(2, 13)

POINT_SECONDS = range(1, 30 * 60 + 1)
"""The bounds of a massage point, in seconds."""

_SECOND, _MINUTE, _HOUR = "s(?:ecs?|econds?)?", "m(?:ins?|inutes?)?", "h(?:rs?|ours?)?"
_MINUTES = rf"(\d{{1,4}})(?: ?{_MINUTE})?"
_HOURS = rf"(\d{{1,2}}) ?{_HOUR}(?: ?(?:and )?(\d{{1,2}})(?: ?{_MINUTE})?)?"
_DECIMAL_HOURS = rf"(\d{{1,2}})[.,](\d{{1,4}}) ?{_HOUR}"
_MINUTE_WORDS = {
    "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty five": 45, "forty-five": 45,
    "fifty": 50, "sixty": 60, "ninety": 90,
}  # fmt: skip
_HOUR_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_IN_WORDS = {
    "quarter of an hour": 15, "a quarter of an hour": 15, "half an hour": 30, "three quarters of an hour": 45,
    **{f"{word} minutes": minutes for word, minutes in _MINUTE_WORDS.items()},
    **{f"{word} hours": 60 * hours for hours, word in enumerate(_HOUR_WORDS, 2)},
    **{f"{word} and a half hours": 60 * hours + 30 for hours, word in enumerate(_HOUR_WORDS, 2)},
    "an hour": 60, "one hour": 60, "an hour and a quarter": 75, "an hour and a half": 90, "one and a half hours": 90,
}  # fmt: skip
_FIRST_WORDS = {words.partition(" ")[0] for words in _IN_WORDS}
_EACH_DAY = re.compile(r" ?(?:(?:a|per|each|every) day|/ ?d(?:ay)?|daily)$")
"""What is said of care that lasts, and means nothing more: it is logged with the time on each of its days."""
_MOST_WORDS = 5
"""The words of the longest duration with figures: `1 hour and 20 minutes`."""
_POINT_MINUTES = rf"(\d{{1,2}})(?: ?{_MINUTE})?"
_POINT = rf"(?:(\d{{1,2}}) ?{_MINUTE})?(?: ?(?:and )?)?(?:(\d{{1,4}}) ?{_SECOND})?"
_POINT_HALF = rf"(\d{{1,2}})[.,]5 ?{_MINUTE}"
_POINT_IN_WORDS = {
    "half a minute": 30, "a minute": 60, "one minute": 60, "a minute and a half": 90, "one and a half minutes": 90,
    "two minutes": 120, "three minutes": 180, "five minutes": 300,
}  # fmt: skip
_POINT_SHORT = rf"(\d{{1,2}}) ?{_MINUTE} ?(\d{{2}})"


def parse_minutes(text: str) -> int:
    """Parse whole minutes: `45`, `45m`, `1h30`, `1h30m` or `7.5h`, at most 24 h.

    Also as durations are shown or said: `1 h 30`, `45 min`, `2 hours`, `1 hour and 30 minutes`, `half an hour`.
    """
    minutes = _minutes(text.strip().lower().removesuffix("."))
    if minutes is None:
        clock = " (1:30 can be hours or minutes)" if ":" in text else ""
        hours = f"for hours, write {text.strip()}h; else " if _minutes(f"{text.strip()}h") else ""
        wrong = "is not a duration in whole minutes"
        raise BadWord(f"that {wrong}", f"{hours}write it like 45, 45m, 1h30 or 7.5h{clock}", text, f"{{}} {wrong}")
    if minutes > DAY_MINUTES:
        wrong = "a duration is at most 24 hours"
        raise BadWord(wrong, "split it between two days", text, f"{wrong}, not {{}}")
    return minutes


def join_durations(words: Sequence[str]) -> list[str]:
    """Return words with each duration of several words as one: `45`, `minutes` as `45 minutes`, also `half an hour`.

    Options stay apart.
    """
    joined: list[str] = []
    rest = [*words]
    while rest and not rest[0].startswith("-"):
        may_begin = rest[0][:1].isdigit() or rest[0].lower() in _FIRST_WORDS
        counts = range(_MOST_WORDS, 1, -1) if may_begin else ()
        count = next((count for count in counts if _minutes(" ".join(rest[:count]).lower()) is not None), 1)
        joined.append(" ".join(rest[:count]))
        del rest[:count]
    return joined + rest


def _minutes(text: str) -> int | None:
    text = _EACH_DAY.sub("", text)
    if text in _IN_WORDS:
        return _IN_WORDS[text]
    if match := re.fullmatch(_MINUTES, text, re.ASCII):
        return int(match[1])
    if match := re.fullmatch(_HOURS, text, re.ASCII):
        rest = int(match[2] or 0)
        return int(match[1]) * 60 + rest if rest < 60 else None
    if match := re.fullmatch(_DECIMAL_HOURS, text, re.ASCII):
        scale = 10 ** len(match[2])
        minutes, rest = divmod((int(match[1]) * scale + int(match[2])) * 60, scale)
        return minutes if rest == 0 else None
    return None


def may_be_hours(text: str) -> bool:
    """Whether a bare number of minutes of sitting is so small that hours may have been meant."""
    typed = text.strip()
    return typed.isascii() and typed.isdigit() and int(typed) in _LIKELY_HOURS


def parse_point_seconds(text: str) -> int:
    """Parse the seconds of a massage point: `90s`, `1m30s`, `2m`, or bare minutes, as other durations are written.

    Also as they are shown or said: `1 min 30 s`, `1m30`, `5 minutes`, `90 seconds`, `1.5 min`, `half a minute`.
    """
    typed = text.strip().lower().removesuffix(".")
    if typed in _POINT_IN_WORDS:
        return _POINT_IN_WORDS[typed]
    if half := re.fullmatch(_POINT_HALF, typed, re.ASCII):
        typed = f"{half[1]}m30s"
    minutes = re.fullmatch(_POINT_MINUTES, typed, re.ASCII)
    match = minutes or re.fullmatch(_POINT, typed, re.ASCII) or re.fullmatch(_POINT_SHORT, typed, re.ASCII)
    seconds = int(match[1] or 0) * 60 if match else 0
    if match and not minutes and match[2]:
        if match[1] and int(match[2]) >= 60:
            raise BadInput("a minute has 60 seconds", "write it like 90s, 1m30s or 2m")
        seconds += int(match[2])
    if seconds not in POINT_SECONDS:
        raise BadInput(
            "a point is massaged for 1 second to 30 minutes", "write 90s for seconds, 1m30s, or 2 for minutes"
        )
    return seconds


def format_minutes(minutes: int) -> str:
    """Format minutes: 45 as `45 min`, 100 as `1 h 40`, 420 as `7 h`."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


def format_seconds(seconds: int) -> str:
    """Format seconds: 90 as `1 min 30 s`, 45 as `45 s`, 120 as `2 min`."""
    minutes, rest = divmod(seconds, 60)
    return " ".join(
        part for part in (f"{minutes} min" * bool(minutes), f"{rest} s" * (rest > 0 or not minutes)) if part
    )


def format_gap(seconds: float) -> str:
    """Format the length of a gap: `8 min`, `9 h`; unknown if the clock was set back."""
    if seconds < 1:
        return "an unknown time"
    return format_minutes(round(seconds / 60)) if seconds >= 3600 else format_seconds(round(seconds))


def clock_digits(seconds: int) -> str:
    """Format seconds as `1:30`."""
    return f"{seconds // 60}:{seconds % 60:02}"


def format_times(times: int) -> str:
    """Format a count: 1 as `once`, 2 as `twice`, 12 as `12 times`."""
    return {1: "once", 2: "twice"}.get(times, f"{times} times")
