"""Write a dated export and keep the newest: `python dated_export.py ~/exports --keep 30`, for example from cron."""

import argparse
import json
import subprocess
from pathlib import Path


def run(*words: str) -> str:
    """Run a command and return what it prints."""
    return subprocess.run(["heeldiary", *words], stdout=subprocess.PIPE, text=True, check=True).stdout


def main() -> None:
    """Export, check that the export can be imported, then delete the oldest exports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the exports go")
    parser.add_argument("--keep", type=int, default=30, help="how many exports to keep (default: 30)")
    wanted = parser.parse_args()
    day = json.loads(run("status", "--json"))["day"]
    wanted.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = wanted.folder / f"heeldiary-{day}.jsonl"
    run("export", "--force", "-o", str(file))
    run("import", "--dry-run", str(file))  # reads all of it and changes nothing
    for old in sorted(wanted.folder.glob("heeldiary-????-??-??.jsonl"))[: -max(1, wanted.keep)]:
        old.unlink()
    print(file)


if __name__ == "__main__":
    main()
