"""Print first-step scores as CSV, one morning per row: `python mornings_to_csv.py > mornings.csv`."""

import argparse
import csv
import json
import subprocess
import sys


def main() -> None:
    """Read the diary with `heeldiary list --json` and write the table to stdout."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="first", help="the first day, for example 2026-11-02")
    first = parser.parse_args().first
    command = ["heeldiary", "list", "--json", "--type", "pain", *(["--from", first] if first else [])]
    printed = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(["day", "foot", "score", "late"])
    for line in printed.splitlines():
        entry = json.loads(line)
        if entry["moment"] == "first-step":
            table.writerow([entry["day"], entry["foot"], entry["score"], "yes" if entry["late"] else "no"])


if __name__ == "__main__":
    main()
