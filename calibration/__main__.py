"""Prints how often what heeldiary says about made-up diaries is true.

    python -m calibration [--seed N] [--diaries N] [PART…]

A part is a module beside this one with `cells(seed, diaries)`; all by default.
"""

import argparse
from importlib import import_module

from calibration.cells import table

PARTS = ("change", "links", "experiments", "traps", "signs")


def main() -> None:
    """Run the parts that are named and print a table of each."""
    parser = argparse.ArgumentParser(description="how often what heeldiary says of made-up diaries is true")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one of {', '.join(PARTS)}; all by default")
    parser.add_argument("--seed", type=int, default=20261123)
    parser.add_argument("--diaries", type=int, default=2000, help="in each cell")
    arguments = parser.parse_args()
    for part in arguments.parts or PARTS:
        module = import_module(f"calibration.{part}")
        print(f"\n## {part}, seed {arguments.seed}, {arguments.diaries} diaries a cell\n")
        print(table(module.cells(arguments.seed, arguments.diaries)), flush=True)


if __name__ == "__main__":
    main()
