"""Shared fixtures: a fixed clock, seeded bytes, a diary, the command in this process and as its own process."""

import gc
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from tests.runner import Heeldiary, Process
from tests.standing_clock import SeededBytes, StandingClock

settings.register_profile(
    "house",
    max_examples=12,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile("many", settings.get_profile("house"), max_examples=60)
settings.load_profile("house")

SLOWEST = {
    line for line in Path(__file__).with_name("slowest.txt").read_text().splitlines() if not line.startswith("#")
}
"""Left to `make thorough`: each as `tests/…/test_file.py::test_name`."""

STARTERS = {"stage", "empty", "process"}
"""The fixtures by which a test starts the app or a process."""

SLOW_ROOMS = ("calibration", "faults", "store/file")
"""Where diaries are simulated by the hundred, or killed, torn and filled up."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort the tests into quick, slow and thorough ones.

    What starts the app or a process is slow, and so are some rooms. What slowest.txt names is thorough. Of a test
    marked `grid(n)` n cases, spread evenly, are for `make test`; the others become thorough.
    """
    grids: dict[tuple[Path, str], list[pytest.Item]] = {}
    for item in items:
        room = str(item.path.parent.relative_to(Path(__file__).parent))
        if room.startswith(SLOW_ROOMS) or {*getattr(item, "fixturenames", ())} & STARTERS:
            item.add_marker(pytest.mark.slow)
        if f"{item.path.relative_to(item.config.rootpath)}::{item.name.partition('[')[0]}" in SLOWEST:
            item.add_marker(pytest.mark.thorough)
        if item.get_closest_marker("grid"):
            grids.setdefault((item.path, item.name.partition("[")[0]), []).append(item)
    for cases in grids.values():
        marker = cases[0].get_closest_marker("grid")
        keep = marker.args[0] if marker else len(cases)
        kept = {(2 * n + 1) * len(cases) // (2 * keep) for n in range(keep)}
        for number, item in enumerate(cases):
            if number not in kept:
                item.add_marker(pytest.mark.thorough)


def pytest_configure(config: pytest.Config) -> None:
    """Put temporary files into memory, where there is a place for it: every commit of a diary waits for its disk."""
    memory = Path("/dev/shm")
    os.environ |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}  # as most terminals; tests of others say so
    if config.option.basetemp is None and "TMPDIR" not in os.environ and os.access(memory, os.W_OK):
        os.environ["TMPDIR"] = str(memory)  # also for the workers and for what the tests start
        tempfile.tempdir = None


@pytest.fixture(scope="session", autouse=True)
def _seldom_collected() -> Iterator[None]:
    """Exempt imported modules from garbage collection, which otherwise takes a fifth of the time."""
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)
    yield
    gc.set_threshold(*before)


@pytest.fixture
def clock() -> StandingClock:
    """Sunday 22 November 2026, 07:04:05.123 in Berlin."""
    return StandingClock()


@pytest.fixture
def seeded() -> SeededBytes:
    """Random bytes that are the same in each run."""
    return SeededBytes()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A HEELDIARY_HOME that does not exist yet."""
    return tmp_path / "home"


@pytest.fixture
def heeldiary(home: Path, clock: StandingClock, seeded: SeededBytes) -> Heeldiary:
    """`heeldiary` in this process, run by a script: no one can be asked."""
    return Heeldiary(home, clock, seeded)


@pytest.fixture
def at_terminal(home: Path, clock: StandingClock, seeded: SeededBytes) -> Heeldiary:
    """`heeldiary` in this process, run by a person at a terminal; the same home as `heeldiary`."""
    return Heeldiary(home, clock, seeded, terminal=True)


@pytest.fixture
def process(home: Path) -> Process:
    """The real command as a process, in the same home."""
    return Process(home)


@pytest.fixture
def diary(home: Path, clock: StandingClock, seeded: SeededBytes) -> Iterator[Diary]:
    """An open, empty diary in the same home."""
    home.mkdir(mode=0o700)
    with Diary(open_to_write(str(home / "diary.db")), clock, seeded) as opened:
        yield opened
