"""The settings: name, type, default and bounds of each."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any, NamedTuple

from heeldiary.domain import text
from heeldiary.domain.days import FIRST_DAY, iso_day
from heeldiary.domain.scales import FEET, Foot, feet_of, the_one_starting
from heeldiary.errors import BadInput, BadWord, did_you_mean

THEMES = (
    "dusk", "paper",
    "textual-dark", "textual-light", "nord", "gruvbox", "catppuccin-mocha", "dracula", "tokyo-night", "monokai",
    "flexoki", "catppuccin-latte", "catppuccin-frappe", "catppuccin-macchiato", "solarized-light", "solarized-dark",
    "rose-pine", "rose-pine-moon", "rose-pine-dawn", "atom-one-dark", "atom-one-light", "ansi-dark", "ansi-light",
)  # fmt: skip
"""The app's two own themes, dark and light, then Textual's."""


class Setting(NamedTuple):
    """A setting."""

    name: str
    meaning: str
    bounds: str
    """The possible values, as text."""
    default: Any
    parse: Callable[[str], Any]
    """Parses a typed value; raises ValueError."""
    typed: Callable[[Any], str | None] = str
    """Formats a value as typed, also for JSON unless it is a number."""
    choices: tuple[str, ...] = ()
    """All possible values, if they are few."""
    runs: bool = False
    """Whether its value is run as a program: imports skip it unless asked."""


def _words(*words: str) -> Callable[[str], str]:
    def parse(typed: str) -> str:
        word = the_one_starting(typed, words)
        if word is None:
            raise ValueError
        return word

    return parse


def _seconds(lowest: int, highest: int) -> Callable[[str], int]:
    def parse(typed: str) -> int:
        match = re.fullmatch(r"(\d{1,4})s?", typed, re.ASCII)
        if not match or not lowest <= int(match[1]) <= highest:
            raise ValueError
        return int(match[1])

    return parse


def _foot(typed: str) -> str | None:
    if typed.lower() == "none":
        return None
    feet = feet_of(typed)
    if not feet:
        raise ValueError
    return feet[0] if len(feet) == 1 else "both"


def _time(typed: str) -> time:
    if re.fullmatch(r"\d|1[0-2]", typed, re.ASCII):
        typed = f"{int(typed):02}:00"
    if not re.fullmatch(r"\d{2}:\d{2}", typed, re.ASCII):
        if not re.search(r"[:.hm]", typed):
            raise ValueError  # 045 is a slip rather than a time
        from heeldiary.domain.typed_times import parse_time  # the saved one is always written in full

        try:
            typed = f"{parse_time(typed, datetime.max):%H:%M}"
        except BadInput:
            raise ValueError from None
    if typed > "12:00":
        raise ValueError
    return time.fromisoformat(typed)


def _day(typed: str) -> date | None:
    if typed == "none":
        return None
    day = iso_day(typed)
    if day is None or day < FIRST_DAY:
        raise ValueError
    return day


def _on_off(typed: str) -> bool:
    return _words("on", "off")(typed) == "on"


def _command(typed: str) -> str | None:
    cleaned = " ".join(text.clean(typed)[0].split("\n"))
    if len(cleaned) > 500:
        raise ValueError
    return None if cleaned in ("", "none") else cleaned


BASELINE = "baseline-from"
"""A baseline must be chosen before its days are logged: chosen afterwards, it could be a chance high or low."""

SETTINGS: tuple[Setting, ...] = (
    Setting("affected-foot", "the foot that hurts", "left, right, both, or none", None, _foot,
            choices=("left", "right", "both", "none")),
    Setting("day-start", "when a new day begins", "00:00 to 12:00", time(4), _time, lambda at: f"{at:%H:%M}"),
    Setting("week-start", "the first day of the week", "monday or sunday", "monday", _words("monday", "sunday"),
            choices=("monday", "sunday")),
    Setting(BASELINE, "first day of the baseline", "a day like 2026-12-01, today or later, or none", None, _day),
    Setting("ki1-seconds", "time on Kidney 1 in the routine", "60 to 120 seconds", 90, _seconds(60, 120)),
    Setting("shimian-seconds", "time on Shi Mian in the routine", "60 to 120 seconds", 90, _seconds(60, 120)),
    Setting("heel-seconds", "around the heel; the time keeps counting up", "30 to 300 seconds", 120, _seconds(30, 300)),
    Setting("calf-seconds", "the calf; the time keeps counting up", "30 to 300 seconds", 180, _seconds(30, 300)),
    Setting("ready-seconds", "time to get ready before each point", "3 to 30 seconds", 5, _seconds(3, 30)),
    Setting("sound", "the bell and the cue command", "on or off", True, _on_off, lambda on: "on" if on else "off",
            choices=("on", "off")),
    Setting("cue-command", "a program that speaks the cues", "a command, or none", None, _command, runs=True),
    Setting("theme", "colours of the app", ", ".join(THEMES), "dusk", _words(*THEMES)),
)  # fmt: skip

BY_NAME: Mapping[str, Setting] = {setting.name: setting for setting in SETTINGS}


def find(name: str) -> Setting:
    """Return a setting by name; raises BadInput if there is none."""
    if name not in BY_NAME:
        remedy = did_you_mean(name, BY_NAME, "`heeldiary settings` lists them all")
        raise BadWord("there is no such setting", remedy, name, "there is no setting {}")
    return BY_NAME[name]


def parse(setting: Setting, typed: str) -> Any:
    """Parse a typed value; raises BadInput outside its bounds."""
    try:
        return setting.parse(typed.strip())
    except ValueError:
        known = THEMES if setting.name == "theme" else ()
        remedy = did_you_mean(typed, known, f"it can be {setting.bounds}")
        wrong = f"{setting.name} cannot be set to"
        raise BadWord(f"{wrong} that", remedy, typed, f"{wrong} {{}}") from None


def check_set(name: str, value: str | None, present: str | None, today: date) -> None:
    """Raise BadInput if a new baseline starts in the past."""
    day = iso_day(value) if name == BASELINE and value else None
    if day is not None and day < today and value != present:
        raise BadInput(
            "a baseline cannot start in the past",
            "choose today or a later day, or none to use your first mornings",
        )


def typed(setting: Setting, value: Any) -> str:
    """Return a value as a person would type it."""
    return "none" if value is None else str(setting.typed(value))


def json_value(setting: Setting, value: Any) -> str | int | None:
    """Return a value for JSON: numbers as numbers, unset as null, the rest as typed."""
    return value if value is None or type(value) is int else setting.typed(value)


class Settings:
    """All settings; unset or invalid ones keep their default."""

    def __init__(self, stored: Mapping[str, str]) -> None:
        self.stored = stored
        """The stored values, as typed."""
        self._values: dict[str, Any] = {setting.name: setting.default for setting in SETTINGS}
        for name, value in stored.items():
            if name in BY_NAME:
                try:
                    self._values[name] = BY_NAME[name].parse(value)
                except ValueError:
                    continue

    def __getitem__(self, name: str) -> Any:
        return self._values[name]

    @property
    def day_start(self) -> time:
        """When a diary day begins, in local time."""
        start: time = self._values["day-start"]
        return start

    @property
    def affected_feet(self) -> tuple[Foot, ...]:
        """The affected feet; empty until set."""
        word = self._values["affected-foot"]
        return FEET if word == "both" else tuple(foot for foot in FEET if foot == word)

    @property
    def baseline_from(self) -> date | None:
        """The day "then" starts; None for the first mornings."""
        day: date | None = self._values[BASELINE]
        return day

    def seconds_of(self, point: str) -> int:
        """Return the seconds at a point."""
        seconds: int = self._values[f"{point}-seconds"]
        return seconds
