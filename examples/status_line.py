"""Print today's score and this week's mean for a status bar: `python status_line.py`, for example in tmux."""

import json
import subprocess
from typing import Any


def read(*words: str) -> Any:
    """Run a command and return the JSON it prints."""
    printed = subprocess.run(["heeldiary", *words, "--json"], stdout=subprocess.PIPE, text=True, check=True).stdout
    return json.loads(printed)


def main() -> None:
    """Print one line per affected foot."""
    morning = read("status")["morning"]
    trends = read("trends", "--weeks", "1")
    for foot in trends if isinstance(trends, list) else [trends]:
        week = foot["weeks"][-1]
        score = morning[foot["foot"]]
        mean = "no mean yet" if week["mean"] is None else f"week {week['mean']} ({week['mornings']} of 7)"
        print(f"{foot['foot']} {'–' if score is None else score}, {mean}")


if __name__ == "__main__":
    main()
