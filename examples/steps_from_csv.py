"""Turn a table of days and steps into diary entries: `python steps_from_csv.py steps.csv | heeldiary import -`.

The table has the columns `day` (2026-11-02) and `steps`. Importing the same table twice adds nothing.
"""

import argparse
import csv
import json
import sys


def main() -> None:
    """Write one JSON line per day."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", help="a CSV file with a header")
    with open(parser.parse_args().file, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            entry = {
                "type": "activity",
                "day": row["day"],
                "kind": "walking",
                "steps": int(row["steps"]),
                "source": "csv",
            }
            json.dump(entry, sys.stdout)
            print()


if __name__ == "__main__":
    main()
