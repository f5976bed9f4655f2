"""Changes lines of the source on purpose, one at a time, and counts how many of the changes the tests notice.

    python -m tests.mutants LAYER... [--count 400] [--seed 20261123] [--jobs 2] [--again]

The changes are those of mutmut; they are drawn by chance, the same ones for a seed. Each is made in a copy of the tree.
Then the tests that run the changed line (or, of a line that runs on import, its file or folder) are tried, those of the
same feature first, until one fails. Which tests run which line is recorded once in `.mutants/` (20 minutes), and again
with `--again`. `equivalent_mutants.txt` has the changes that change nothing, with the reason; they are not counted.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from typing import NamedTuple

import libcst as cst
from coverage import CoverageData
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

ROOT = Path(__file__).parents[1]
SOURCE = Path("src/heeldiary")
RECORD = ROOT / ".mutants"
COPIED = ("src", "tests", "docs", "examples", "benchmarks", "calibration")
WANTED = {"domain": 0.90, "store": 0.90, "charts": 0.75, "tui": 0.75}
"""The least share of noticed changes."""
MOST_TESTS, MOST_SECONDS = 150, 30.0
"""How many tests are tried against one change, and how long they take by the record."""
SECONDS = 180.0
"""A change that makes its tests run longer than this is noticed."""

WHOLE_TEXTS = re.compile("test_(snapshots|outputs|pictures|wording)")
"""Tests that compare whole screens and outputs; they see most."""

_ONLY_CHECKED = re.compile(r",? *strict=\w+|, *$")
"""What changes nothing as long as two lists are of one length."""

Lines = Mapping[int, list[str]]


class Mutant(NamedTuple):
    """One changed line; `source` is the whole changed file."""

    path: Path
    line: int
    before: str
    after: str
    source: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}\n    - {self.before}\n    + {self.after}"


class _Places(cst.CSTVisitor):
    """Collects the places of a file that can be changed, each with its changes."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self) -> None:
        self.places: list[tuple[int, cst.CSTNode, list[cst.CSTNode]]] = []
        """Line, node, and what can stand in its place."""

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.Annotation | cst.Decorator | cst.Import | cst.ImportFrom):
            return False
        if isinstance(node, cst.If) and isinstance(node.test, cst.Name) and node.test.value == "TYPE_CHECKING":
            return False
        changes = [
            change for kind, change_of in mutation_operators if isinstance(node, kind) for change in change_of(node)
        ]
        if changes:
            position = self.get_metadata(PositionProvider, node, None)
            if position is not None:
                self.places.append((position.start.line, node, changes))
        return True


def mutants(layer: str, count: int, chance: Random) -> Iterator[Mutant]:
    """Draw changes of a layer."""
    trees = []
    places = []
    for path in sorted((ROOT / SOURCE / layer).rglob("*.py")):
        visitor = _Places()
        tree = MetadataWrapper(cst.parse_module(path.read_text()))
        tree.visit(visitor)
        trees.append((path.relative_to(ROOT), tree.module))
        places += [(len(trees) - 1, *place) for place in visitor.places]
    for number, line, node, changes in chance.sample(places, min(count, len(places))):
        path, module = trees[number]
        source = cst.ensure_type(module.deep_replace(node, chance.choice(changes)), cst.Module).code
        before, after = _difference(module.code, source)
        if _ONLY_CHECKED.sub("", before) != _ONLY_CHECKED.sub("", after):
            yield Mutant(path, line, before, after, source)


def _difference(before: str, after: str) -> tuple[str, str]:
    pairs = zip(before.splitlines(), after.splitlines(), strict=False)
    return next(((old.strip(), new.strip()) for old, new in pairs if old != new), ("", ""))


class Record:
    """Which tests run which line, and how long each takes."""

    def __init__(self) -> None:
        self._data = CoverageData(str(RECORD / "coverage"))
        self._data.read()
        self._seconds: dict[str, float] = {}
        for case in ET.parse(RECORD / "times.xml").iter("testcase"):
            name = f"{case.get('classname', '').replace('.', '/')}.py::{case.get('name')}"
            self._seconds[name] = float(case.get("time", 0))

    def tests(self, mutant: Mutant) -> list[str]:
        """Return the tests to try against a change: those of whole texts first, then near ones, then quick ones.

        One case of each comes before the second of any.
        """
        lines: Lines = self._data.contexts_by_lineno(str(ROOT / mutant.path))
        folder = "tests" / mutant.path.relative_to(SOURCE).parent
        names = (
            set(_names(lines.get(mutant.line, [])))
            or set(_names(name for line in lines.values() for name in line))
            or {name for name in self._seconds if name.startswith(f"{folder}/")}
        )
        cases: Counter[str] = Counter()
        ordered: list[tuple[int, bool, int, int, str]] = []
        for name in sorted(names, key=lambda name: (self._seconds.get(name, 1), name)):
            test = name.partition("[")[0]
            distance = -len(os.path.commonpath([folder, Path(test)]))
            ordered.append((cases[test], not WHOLE_TEXTS.search(test), distance, len(ordered), name))
            cases[test] += 1
        chosen: list[str] = []
        seconds = 0.0
        for *_, name in sorted(ordered)[:MOST_TESTS]:
            seconds += self._seconds.get(name, 1)
            if seconds > MOST_SECONDS and chosen:
                break
            chosen.append(name)
        return chosen


def _names(contexts: Iterable[str]) -> Iterator[str]:
    return (name for name, _, _ in (context.rpartition("|") for context in contexts) if name and name.isprintable())


def record() -> None:
    """Run all tests and record what they run."""
    RECORD.mkdir(exist_ok=True)
    environment = {**os.environ, "COVERAGE_FILE": str(RECORD / "coverage")}
    options = ["--cov=heeldiary", "--cov-context=test", "--cov-report=", f"--junitxml={RECORD / 'times.xml'}"]
    if subprocess.run([sys.executable, "-m", "pytest", *options], cwd=ROOT, env=environment).returncode:
        raise SystemExit("the tests fail before anything is changed")


def is_noticed(mutant: Mutant, tests: list[str]) -> bool:
    """Make a change in a copy of the tree, and run the tests until one fails."""
    with tempfile.TemporaryDirectory(prefix="mutant-", ignore_cleanup_errors=True) as place:
        for name in COPIED:
            shutil.copytree(ROOT / name, Path(place, name), copy_function=os.link)
        for file in (*ROOT.glob("*.*"), ROOT / "Makefile"):
            if file.is_file():
                shutil.copy2(file, place)
        changed = Path(place, mutant.path)
        changed.unlink()  # it is the same file as the original
        changed.write_text(mutant.source)
        Path(place, "tests.txt").write_text("\n".join(tests))
        environment = {**os.environ, "PYTHONPATH": f"{place}/src"}
        command = [sys.executable, "-m", "pytest", "-x", "-n", "0", "-m", "", "-p", "no:cacheprovider", "@tests.txt"]
        try:
            ran = subprocess.run(command, cwd=place, env=environment, capture_output=True, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            return True
        if (
            ran.returncode > 1
            and b"ERROR collecting" not in ran.stdout + ran.stderr
            and b"ImportError" not in ran.stderr
        ):
            raise SystemExit(f"{mutant}\n{ran.stdout.decode()[-2000:]}\n{ran.stderr.decode()[-2000:]}")
        return ran.returncode != 0


def equivalent() -> set[tuple[str, str, str]]:
    """Return the changes that change nothing: path, line before, line after."""
    text = (ROOT / "tests" / "equivalent_mutants.txt").read_text()
    blocks = (block.splitlines() for block in text.split("\n\n") if block.startswith("src/"))
    return {(path.strip(), before[2:].strip(), after[2:].strip()) for path, before, after, *_ in blocks}


def measure(layer: str, count: int, seed: int, jobs: int) -> bool:
    """Try a layer's changes; print the score and what nobody noticed."""
    recorded, same = Record(), equivalent()
    drawn = [*mutants(layer, count, Random(f"{seed} {layer}"))]
    left = [one for one in drawn if (str(one.path), one.before, one.after) not in same]

    def tried(mutant: Mutant) -> bool:
        tests = recorded.tests(mutant)
        noticed = bool(tests) and is_noticed(mutant, tests)
        print("." if noticed else f"\n{mutant}{'' if tests else ' (no test runs it)'}\n", end="", flush=True)
        return noticed

    with ThreadPoolExecutor(jobs) as pool:
        noticed = [*pool.map(tried, left)]
    share = sum(noticed) / len(left)
    print(f"\n{layer}: {sum(noticed)} of {len(left)} changes noticed ({share:.0%}, wanted {WANTED[layer]:.0%}); "
          f"{len(drawn) - len(left)} more change nothing")  # fmt: skip
    return share >= WANTED[layer]


def main() -> None:
    """Measure the layers named, all four by default."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("layers", nargs="*", default=[*WANTED], metavar="LAYER", help=", ".join(WANTED))
    parser.add_argument("--count", type=int, default=400, help="how many changes of each layer (default 400)")
    parser.add_argument("--seed", type=int, default=20261123)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--again", action="store_true", help="record anew which tests run which line")
    arguments = parser.parse_args()
    if arguments.again or not (RECORD / "times.xml").exists():
        record()
    enough = [measure(layer, arguments.count, arguments.seed, arguments.jobs) for layer in arguments.layers]
    sys.exit(not all(enough))


if __name__ == "__main__":
    main()
