"""A diary with a year of mornings whose scores are known, brought in as JSON Lines, and what `list` prints of it."""

import json
import os
import subprocess
from datetime import date, timedelta
from typing import NamedTuple

from bench import HEELDIARY, environment
from session import prepare

DAYS = 365
SESSION_STEPS = 40
"""More than any trial lasts, so that a session never ends by itself."""


class Changes(NamedTuple):
    """How many scores, and how many other entries, have changed."""

    scores: int
    others: int


def own_environment(home: str) -> dict[str, str]:
    """The environment of a heeldiary whose files all lie in this folder."""
    return {name: value for name, value in environment(home).items() if name != "HEELDIARY_DIARY"}


def run(home: str, *words: str, given: str | None = None) -> str:
    """Run a heeldiary command; return its output."""
    return subprocess.run(
        [HEELDIARY, *words], env=own_environment(home), input=given, text=True, check=True, stdout=subprocess.PIPE
    ).stdout


def _entries(today: date) -> list[dict[str, object]]:
    """Two scores for each morning up to yesterday, and now and then more."""
    entries: list[dict[str, object]] = []
    for n in range(1, DAYS + 1):
        day = {"day": (today - timedelta(days=n)).isoformat()}
        for foot, factor in (("left", 7), ("right", 5)):
            score = (n * factor + 3) % 8 + 1
            entries.append({**day, "type": "pain", "foot": foot, "moment": "first-step", "score": score})
        entries.append({**day, "type": "activity", "kind": "walking", "minutes": 30 + n % 40})
        if n % 3 == 0:
            entries.append({**day, "type": "note", "note": f"Day {n}, a café, 10 stairs"})
        if n % 4 == 0:
            entries.append({**day, "type": "pain", "foot": "left", "moment": "after-activity", "score": n % 10})
        if n % 7 == 0:
            entries.append({**day, "type": "care", "kind": "ice", "minutes": 10})
    return entries


def make_year(home: str) -> None:
    """Fill a new diary in this folder: the year, the affected foot, and a routine that can be started."""
    os.makedirs(home, mode=0o700)
    today = date.fromisoformat(json.loads(run(home, "status", "--json"))["day"])
    lines = "".join(json.dumps(entry) + "\n" for entry in _entries(today))
    run(home, "import", "-", given=lines)
    prepare(home, SESSION_STEPS)


def listed(home: str) -> list[str]:
    """The lines of `list --json`, those of a running session without what its clock changes."""
    return [line for line in map(_without_clock, run(home, "list", "--json").splitlines()) if line]


def _without_clock(line: str) -> str:
    entry = json.loads(line)
    if entry["type"] != "massage" or entry["source"] != "routine":
        return line
    answers = [entry["score_before"], entry["score_after"]]
    answers += [answer for step in entry["steps"] for answer in (step["feeling"], step["score"])]
    typed = [answer for answer in (*answers, entry["note"], *entry["tags"]) if answer not in (None, "")]
    return json.dumps({"id": "session", "type": "massage", "typed": typed}) if typed else ""


def changes(before: list[str], after: list[str]) -> Changes:
    """Count the entries whose lines differ."""
    if before == after:
        return Changes(0, 0)
    gone, come = set(before) - set(after), set(after) - set(before)
    differing = {(entry["type"] == "pain", entry["id"]) for entry in map(json.loads, gone | come)}
    scores = sum(is_score for is_score, _ in differing)
    return Changes(scores, max(len(differing) - scores, 0 if scores else 1))
