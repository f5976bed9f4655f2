"""Changes lines of the source on purpose, one at a time, and counts how many of the changes the tests notice.

    python -m tests.mutants LAYER... [--count 400] [--seed 20261123] [--jobs 2] [--again]

The changes are those of mutmut; they are drawn by chance, the same ones for a seed. Each is made in a copy of the tree.
Then the tests that run the changed line (or, of a line that runs on import, its file or folder) are tried, quick ones
and those of the same feature first, until one fails: in a fork of this process, which has imported what all tests need.
Which tests run which line is recorded once in `.mutants/` (ten minutes), and again with `--again`.
`equivalent_mutants.txt` has the changes that change nothing, with the reason; they are not counted.
"""

import argparse
import compileall
import os
import re
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from functools import cache, partial
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import NamedTuple, NoReturn

import libcst as cst
import pytest
from hypothesis import HealthCheck, Phase, settings
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

from tests.mutants_record import RECORD, ROOT, SOURCE, Record, record

COPIED = ("src", "tests", "docs", "examples", "benchmarks", "calibration")
WANTED = {"domain": 0.90, "store": 0.90, "charts": 0.75, "tui": 0.75}
"""The least share of noticed changes."""
SECONDS = 180
"""A change that makes its tests run longer than this is noticed."""
IMPORTED = ("numpy", "plotext", "scipy.stats", "sqlite_utils", "textual.pilot", "textual.widgets", "pytest_asyncio")
"""What most tests need and no change touches."""
OPTIONS = (
    *("-x", "-q", "--tb=no", "--assert=plain", "--hypothesis-profile=mutants", "--override-ini=addopts="),
    *("-pno:cacheprovider", "-pno:xdist", "-pno:pytest_cov"),
)

MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
"""Where the copies are."""

_ONLY_CHECKED = re.compile(r",? *strict=\w+|, *$")
"""What changes nothing as long as two lists are of one length."""
_SQL = re.compile(r""""(SELECT|INSERT|UPDATE|DELETE|PRAGMA|FROM|WHERE|ORDER BY) """, re.IGNORECASE)
_TYPES = re.compile(r"(Literal|NDArray)\[")
"""What mypy alone sees."""


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
        trees.append((path.relative_to(ROOT), tree.module, tree.module.code))
        places += [(len(trees) - 1, *place) for place in visitor.places]
    for number, line, node, changes in chance.sample(places, min(count, len(places))):
        path, module, original = trees[number]
        source = cst.ensure_type(module.deep_replace(node, chance.choice(changes)), cst.Module).code
        before, after = _difference(original, source)
        if _plain(before) != _plain(after) and not _TYPES.search(before):
            yield Mutant(path, line, before, after, source)


def _plain(line: str) -> str:
    """Return a line without what changes nothing: None is as good as False, and SQL has no case."""
    return (line.lower() if _SQL.search(line) else _ONLY_CHECKED.sub("", line)).replace("None", "False")


def _difference(before: str, after: str) -> tuple[str, str]:
    pairs = zip(before.splitlines(), after.splitlines(), strict=False)
    return next(((old.strip(), new.strip()) for old, new in pairs if old != new), ("", ""))


def is_noticed(mutant: Mutant, tests: list[str], folder: Path) -> bool:
    """Make a change in this process's copy of the tree below a folder, and run the tests in a fork until one fails."""
    place = folder / str(os.getpid())
    if not place.exists():
        copy_tree(place)
    changed = place / mutant.path
    original = changed.rename(changed.with_suffix(".original"))
    changed.write_text(mutant.source)
    process = os.fork() or run_tests(place, tests)
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    with suppress(ProcessLookupError):
        os.killpg(process, signal.SIGKILL)  # what the tests started
    original.rename(changed)
    if status < 0 and -status != signal.SIGALRM:
        raise SystemExit(f"{mutant}\nThe tests ended with {signal.Signals(-status).name}.")
    return status not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)


def copy_tree(place: Path) -> None:
    """Copy what the tests need to a new folder."""
    for name in COPIED:
        shutil.copytree(ROOT / name, place / name)
    for file in (*ROOT.glob("*.*"), ROOT / "Makefile"):
        if file.is_file():
            shutil.copy2(file, place)
    compileall.compile_dir(place, quiet=2)


class Selection:
    """A plugin that leaves the tests named, in their order."""

    def __init__(self, names: list[str]) -> None:
        self._names = names

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Pick the tests from all of their files; where a case has another name now, all cases of its test."""
        collected = {item.nodeid: item for item in items}
        renamed = {name.partition("[")[0] for name in self._names if name not in collected}
        cases = (name for name in collected if name.partition("[")[0] in renamed)
        items[:] = [collected[name] for name in dict.fromkeys((*self._names, *cases)) if name in collected]


def run_tests(place: Path, tests: list[str]) -> NoReturn:
    """Run tests in a copy of the tree until one fails, and end this process with pytest's exit status."""
    os.setsid()
    signal.alarm(SECONDS)
    os.chdir(place)
    os.environ |= {"PYTHONPATH": f"{place}/src", "PYTHONDONTWRITEBYTECODE": "1"}
    sys.dont_write_bytecode = True
    sys.path = [f"{place}/src", *(path for path in sys.path if Path(path) != ROOT)]
    sys.modules.pop("tests", None)  # the original's
    output = os.open("output.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(output, 1)
    os.dup2(output, 2)
    files = dict.fromkeys(name.partition("::")[0] for name in tests)
    status = int(pytest.ExitCode.INTERNAL_ERROR)
    try:
        status = pytest.main([*OPTIONS, f"--basetemp={place}/temporary", *files], [Selection(tests)])
        sys.stdout.flush()
    finally:
        os._exit(status)


def equivalent() -> set[tuple[str, str, str]]:
    """Return the changes that change nothing: path, line before, line after."""
    text = (ROOT / "tests" / "equivalent_mutants.txt").read_text()
    blocks = (block.splitlines() for block in text.split("\n\n") if block.startswith("src/"))
    return {(path.strip(), before[2:].strip(), after[2:].strip()) for path, before, after, *_ in blocks}


@cache
def recorded() -> Record:
    """Return the record, opened by each process for itself."""
    return Record()


def tried(mutant: Mutant, folder: Path) -> bool:
    """Return whether a change is noticed, and print it if not."""
    tests = recorded().tests(mutant.path, mutant.line)
    noticed = bool(tests) and is_noticed(mutant, tests, folder)
    print("." if noticed else f"\n{mutant}{'' if tests else ' (no test runs it)'}\n", end="", flush=True)
    return noticed


def measure(layer: str, count: int, seed: int, jobs: int) -> bool:
    """Try a layer's changes; print the score and what nobody noticed."""
    same = equivalent()
    drawn = [*mutants(layer, count, Random(f"{seed} {layer}"))]
    left = [one for one in drawn if (str(one.path), one.before, one.after) not in same]
    with (
        tempfile.TemporaryDirectory(prefix="mutants-", dir=MEMORY) as folder,
        ProcessPoolExecutor(jobs, get_context("fork")) as pool,
    ):
        noticed = [*pool.map(partial(tried, folder=Path(folder)), left)]
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
    settings.register_profile(
        "mutants",
        max_examples=15,
        deadline=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=[*HealthCheck],
    )
    for name in IMPORTED:
        import_module(name)
    enough = [measure(layer, arguments.count, arguments.seed, arguments.jobs) for layer in arguments.layers]
    sys.exit(not all(enough))


if __name__ == "__main__":
    main()
