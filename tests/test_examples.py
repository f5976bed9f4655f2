"""The scripts in examples/ do what their page says, on a real diary with the real command."""

import csv
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.runner import COMMAND, Process

FOLDER = Path(__file__).parents[1] / "examples"


def run(process: Process, script: str, *words: str) -> str:
    """What a script prints."""
    path = f"{Path(COMMAND).parent}{os.pathsep}{os.environ['PATH']}"
    ended = subprocess.run(
        [sys.executable, FOLDER / script, *words],
        capture_output=True, text=True, env=process.surroundings({"PATH": path}), timeout=60,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def logged(process: Process, *lines: str) -> None:
    """Run commands that log something."""
    for line in lines:
        assert process(*line.split()).code == 0, line


def test_the_page_lists_every_script() -> None:
    listed = re.findall(r"^\| `(\w+\.py)`", (FOLDER / "README.md").read_text("utf-8"), re.M)
    assert sorted(listed) == sorted(path.name for path in FOLDER.glob("*.py"))


def test_mornings_to_csv(process: Process) -> None:
    logged(process, "log 6 --foot left --day 2026-11-02", "log 4 --foot right --day 2026-11-03",
           "log 3 --foot left --moment night --day 2026-11-03")  # fmt: skip
    rows = list(csv.reader(io.StringIO(run(process, "mornings_to_csv.py"))))
    assert rows == [
        ["day", "foot", "score", "late"],
        ["2026-11-02", "left", "6", "yes"],
        ["2026-11-03", "right", "4", "yes"],
    ]
    assert run(process, "mornings_to_csv.py", "--from", "2026-11-03").count("\n") == 2


def test_missing_mornings(process: Process) -> None:
    logged(process, "log 6 --foot left", "log 5 --foot left --day 2d")
    missing = run(process, "missing_mornings.py", "--days", "4").splitlines()
    days = [entry["day"] for entry in process("list", "--json").jsonl]
    assert len(missing) == 2
    assert not set(missing) & set(days)


def test_steps_from_csv(process: Process, tmp_path: Path) -> None:
    table = tmp_path / "steps.csv"
    table.write_text("day,steps\n2026-11-02,4000\n2026-11-03,8200\n", "utf-8")
    lines = run(process, "steps_from_csv.py", str(table)).encode()
    for _ in range(2):
        assert process("import", "-", stdin=lines).code == 0
    assert [(entry["day"], entry["steps"]) for entry in process("list", "--json").jsonl] == [
        ("2026-11-02", 4000),
        ("2026-11-03", 8200),
    ]


def test_dated_export_keeps_the_newest(process: Process, tmp_path: Path) -> None:
    logged(process, "log 6 --foot left")
    folder = tmp_path / "exports"
    folder.mkdir()
    for day in ("2020-01-01", "2020-01-02"):
        (folder / f"heeldiary-{day}.jsonl").touch()
    (folder / "notes.jsonl").touch()
    written = Path(run(process, "dated_export.py", str(folder), "--keep", "2").strip())
    assert sorted(path.name for path in folder.iterdir()) == ["heeldiary-2020-01-02.jsonl", written.name, "notes.jsonl"]
    assert written.read_text("utf-8") == process("export").out


@pytest.mark.parametrize("feet", ["left", "both"])
def test_status_line(process: Process, feet: str) -> None:
    logged(process, f"settings affected-foot {feet}", "log 6 --foot left")
    lines = run(process, "status_line.py").splitlines()
    assert lines[0] == "left 6, week 6.0 (1 of 7)"
    assert lines[1:] == (["right –, no mean yet"] if feet == "both" else [])
