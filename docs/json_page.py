"""Writes docs/json.md from what the commands print with --json: `python docs/json_page.py`; `--check` only compares."""

import json
import shlex
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.runner import Heeldiary  # noqa: E402
from tests.standing_clock import SeededBytes, StandingClock  # noqa: E402

PAGE = ROOT / "docs" / "json.md"
DAYS = 70
MOST_SHOWN = 2

_BEGIN = """\
<!-- Made by docs/json_page.py from what the commands print. Change it there. -->
# What the commands print with `--json`

Each shape below was printed by the command above it, on a made-up diary. Of a long list the first two items are shown.
stdout holds JSON and nothing else; messages go to stderr. `list` and `search` print JSON Lines: one entry a line, with
the keys of [entries.md](entries.md). An object that may be absent is `null`. New keys may be added; keys that are here
stay. With two affected feet, or with `--list`, `trends` and `links` print a list with one object for each foot.
"""

COMMANDS = (
    "log 6", "log left 6 right 4", "mark heel-inner", "show", "list --last 1", "search insoles",
    "edit ID --note stiff", "delete ID", "undo", "redo", "status", "trends --weeks 2", "trends --weeks 1 --list",
    "links declare massage tag:rain", "links", "review", 'review --note "two long days"', "signs",
    "signs --dismiss tag-numbness", "courses", "tags", "tags rename rain wet", "tags merge wet numbness",
    "tags delete numbness", "guide privacy", "routine list", "routine show clinic",
    'experiment new "evening massage or not" --foot left --days 28 --asked --yes', "experiment today",
    "experiment done", "experiment status", "experiment check", "experiment result", "experiment list",
    "experiment stop --yes", "settings affected-foot", "where", "import FILE --dry-run",
)  # fmt: skip


def page() -> str:
    """Return the page."""
    with tempfile.TemporaryDirectory() as place:
        heeldiary = Heeldiary(Path(place) / "home", StandingClock(), SeededBytes())
        _fill(heeldiary)
        parts = [_BEGIN]
        for command in COMMANDS:
            _prepare(command, heeldiary)
            words = [_filled_in(word, heeldiary, Path(place)) for word in shlex.split(command)]
            printed = heeldiary.done(*words, "--json").out.replace(place, "/home/you")
            shapes = [
                json.dumps(_shortened(json.loads(line)), indent=2, ensure_ascii=False) for line in printed.splitlines()
            ]
            parts.append(f"## `heeldiary {command}`\n\n```json\n" + "\n".join(shapes) + "\n```\n")
    return "\n".join(parts)


def _fill(heeldiary: Heeldiary) -> None:
    """Fill the diary with some weeks, without chance."""
    heeldiary.done("settings", "affected-foot", "left")
    heeldiary.done("routine", "plan", "clinic", "daily")
    first = date(2026, 11, 21) - timedelta(days=DAYS - 1)
    lines: list[dict[str, Any]] = []
    for number in range(DAYS):
        day = (first + timedelta(days=number)).isoformat()
        score = 6 - number // 20 + number * 7 % 3
        lines.append({"type": "pain", "day": day, "foot": "left", "moment": "first-step", "score": score})
        if number % 3 == 0:
            point = {"point": "ki1", "seconds": 90}
            lines.append({"type": "massage", "day": day, "foot": "left", "steps": [point], "finished": True})
        if number % 4 == 0:
            lines.append({"type": "note", "day": day, "tags": ["rain"], "note": "new insoles" if number == 8 else ""})
        if number in (20, 27):
            lines.append({"type": "care", "day": day, "kind": "acupuncture", "course": "spring"})
    heeldiary.done("import", "-", stdin="".join(f"{json.dumps(line)}\n" for line in lines))


def _prepare(command: str, heeldiary: Heeldiary) -> None:
    """Do what a command needs before it has something to print."""
    if command == "signs":
        heeldiary.done("log", "note", "", "--tag", "numbness")
    elif command == "experiment result":
        for number in range(29):
            heeldiary.clock.forward(timedelta(days=1))
            heeldiary.done("log", "left", str(3 + number * 7 % 3))
    elif command == "experiment stop --yes":
        heeldiary.done("experiment", "new", "ice or not", "--foot", "left", "--days", "28", "--asked", "--yes")


def _filled_in(word: str, heeldiary: Heeldiary, place: Path) -> str:
    if word == "ID":
        return str(heeldiary.done("list", "--last", "1", "--json").json["id"])
    if word == "FILE":
        path = place / "diary.jsonl"
        path.write_text(json.dumps({"type": "note", "day": "2026-11-02", "note": "hello"}) + "\n")
        return str(path)
    return word


def _shortened(value: Any) -> Any:
    """Return a value with the first items of each list."""
    if isinstance(value, list):
        return [_shortened(item) for item in value[:MOST_SHOWN]]
    if isinstance(value, dict):
        return {key: _shortened(item) for key, item in value.items()}
    return value


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(PAGE.read_text("utf-8") != page() and f"{PAGE} is not up to date: run python docs/json_page.py")
    PAGE.write_text(page(), "utf-8")
