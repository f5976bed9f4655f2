"""List the days without a first-step score: `python missing_mornings.py --days 28`."""

import argparse
import json
import subprocess
from datetime import date, timedelta


def run(*words: str) -> str:
    """Run a command and return what it prints."""
    return subprocess.run(["heeldiary", *words], stdout=subprocess.PIPE, text=True, check=True).stdout


def main() -> None:
    """Compare the last days with those that have a score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int, default=28, help="how many days to look back (default: 28)")
    days = parser.parse_args().days
    today = date.fromisoformat(json.loads(run("status", "--json"))["day"])  # the diary's day, which ends at day-start
    first = today - timedelta(days - 1)
    entries = [json.loads(line) for line in run("list", "--json", "--from", first.isoformat()).splitlines()]
    logged = {entry["day"] for entry in entries if entry.get("moment") == "first-step"}
    for number in range(days):
        day = (first + timedelta(number)).isoformat()
        if day not in logged:
            print(day)


if __name__ == "__main__":
    main()
