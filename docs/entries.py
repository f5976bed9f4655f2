"""Writes docs/entries.md from the code that reads entries: `python docs/entries.py`; `--check` only compares."""

import sys
from collections.abc import Iterable
from pathlib import Path

from heeldiary.domain.entries import TYPES
from heeldiary.domain.json_keys import Key, keys_of, shared_keys
from heeldiary.interchange.lines import LONGEST_LINE, MOST_BYTES

PAGE = Path(__file__).with_name("entries.md")

_BEGIN = f"""\
<!-- Made by docs/entries.py from the code that reads entries. Change it there. -->
# Entries as JSON Lines

`heeldiary import` reads a file with one JSON object per line: an export from heeldiary, or lines that another
program wrote. `heeldiary export` and `heeldiary list --json` write the same objects. The text is UTF-8. A line has at
most {LONGEST_LINE:,} bytes, a file {MOST_BYTES:,}.

- An optional key may also be `null`. A number such as `6.0` is `6`; `6.5` is refused.
- A key that is not listed here is ignored, and the import says so.
- A missing `id` is derived from the line's content, so importing the same file twice adds nothing.
- A visit of a course without a `visit` is numbered in the order of the days.
- A day is the diary day on which it happened, today at the latest.
- An activity has minutes, steps or both; the longest stretch of a sitting is no longer than its total.
- A visit belongs to a course; `until` is not before `day`; a note has text or tags.
- An invalid line is reported with its number and key, and nothing is imported.

The shortest line:

```json
{{"type": "pain", "day": "2026-11-02", "foot": "left", "moment": "first-step", "score": 6}}
```
"""


def page() -> str:
    """The page as the code has it."""
    shared = shared_keys()
    parts = [
        _BEGIN,
        "## Keys of every entry\n",
        _table([Key("type", f"one of {', '.join(TYPES)}", True, False), *shared]),
    ]
    for kind in TYPES:
        own = [key for key in keys_of(kind) if key not in shared]
        parts += [f"## `{kind}`\n", _table(own) if own else "No other keys: the text is in `note`.\n"]
    return "\n".join(parts)


def _table(keys: Iterable[Key]) -> str:
    rows = [f"| {_name(key.name)} | {_holds(key)} | {'required' if key.needed else 'optional'} |" for key in keys]
    return "\n".join(["| key | what it holds | |", "| --- | --- | --- |", *rows]) + "\n"


def _name(name: str) -> str:
    *within, last = name.split(", ")
    return f"`{last}`" + (f" in `{'`, `'.join(within)}`" if within else "")


def _holds(key: Key) -> str:
    return key.holds.replace("|", "\\|") + (", or null" if key.null and "null" not in key.holds else "")


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(PAGE.read_text("utf-8") != page() and f"{PAGE} is not as the code has it: run python docs/entries.py")
    PAGE.write_text(page(), "utf-8")
