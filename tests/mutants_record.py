"""Which tests run which line, for `tests/mutants.py`: recorded once, in `.mutants/`."""

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from coverage import CoverageData

ROOT = Path(__file__).parents[1]
SOURCE = Path("src/heeldiary")
RECORD = ROOT / ".mutants"
MOST_TESTS, MOST_SECONDS = 150, 15.0
"""How many tests are tried against one change, and how long they take by the record."""

FEW_TESTS = 4
"""A line run by no more tests may be one that runs on import."""

WHOLE_TEXTS = re.compile("test_(snapshots|outputs|pictures|wording)")
"""Tests that compare whole screens and outputs; they see most."""

Lines = Mapping[int, list[str]]


class Record:
    """Which tests run which line, and how long each takes."""

    def __init__(self) -> None:
        self._data = CoverageData(str(RECORD / "coverage"))
        self._data.read()
        self._lines = cache(self._data.contexts_by_lineno)
        self._seconds: dict[str, float] = {}
        for case in ET.parse(RECORD / "times.xml").iter("testcase"):
            module, _, group = case.get("classname", "").partition(".Test")
            name = f"{module.replace('.', '/')}.py::{group and f'Test{group}::'}{case.get('name')}"
            if Path(ROOT, name.partition("::")[0]).exists():
                self._seconds[name] = float(case.get("time", 0))

    def tests(self, path: Path, line: int) -> list[str]:
        """Return the tests to try against a change of a line, first those that are quick, near, or compare whole texts.

        Near are those of the same folder, and of a file that names the changed module or imports a helper that does:
        they may run the line without being recorded, on import or behind a cache. A line that few tests run may be run
        on import, recorded for the first test of each process that needs the module: then the other tests of the file
        follow. The first case of a test comes before the second.
        """
        lines: Lines = self._lines(str(ROOT / path))
        folder = "tests" / path.relative_to(SOURCE).parent
        module = ".".join(path.relative_to("src").with_suffix("").parts)
        files = {name.partition("::")[0] for name in self._seconds}
        helpers = [helper for helper, text in _helpers().items() if module in text]
        near_files = {file for file in files if any(one in _text(file) for one in (module, *helpers))}
        naming = {name for name in self._seconds if name.partition("::")[0] in near_files}
        running = self._names(lines.get(line, []))
        of_file = self._names(name for names in lines.values() for name in names) - running - naming
        if len(running) > FEW_TESTS:
            of_file = set()
        names = running | of_file | naming or {name for name in self._seconds if name.startswith(f"{folder}/")}
        cases: Counter[str] = Counter()
        costs: dict[str, float] = {}
        for name in sorted(names, key=lambda name: (self._seconds[name], name)):
            test = name.partition("[")[0]
            cases[test] += 1
            nearness = len(Path(os.path.commonpath([folder, test])).parts) + 2 * (name in running)
            nearness += 2 * (name in naming) + 3 * bool(WHOLE_TEXTS.search(test))
            costs[name] = (self._seconds[name] + 0.01) * cases[test] / 3**nearness
        chosen: list[str] = []
        seconds = 0.0
        for name in sorted(costs, key=lambda name: (name in of_file, costs[name]))[:MOST_TESTS]:
            seconds += self._seconds[name]
            if seconds > MOST_SECONDS and chosen:
                break
            chosen.append(name)
        return chosen

    def _names(self, contexts: Iterable[str]) -> set[str]:
        return {context.rpartition("|")[0] for context in contexts} & self._seconds.keys()


@cache
def _helpers() -> Mapping[str, str]:
    """Return what tests import from each other: the text of each file below `tests`, by its module's name."""
    files = (path.relative_to(ROOT) for path in (ROOT / "tests").rglob("*.py"))
    return {".".join(file.with_suffix("").parts): _text(str(file)) for file in files}


@cache
def _text(file: str) -> str:
    return Path(ROOT, file).read_text()


def record() -> None:
    """Run all tests and record what they run."""
    RECORD.mkdir(exist_ok=True)
    environment = {**os.environ, "COVERAGE_FILE": str(RECORD / "coverage")}
    options = ["--cov=heeldiary", "--cov-context=test", "--cov-report=", f"--junitxml={RECORD / 'times.xml'}"]
    if subprocess.run([sys.executable, "-m", "pytest", *options], cwd=ROOT, env=environment).returncode:
        raise SystemExit("the tests fail before anything is changed")
