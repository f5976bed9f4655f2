"""What all tests share: a clock that stands, seeded bytes, a diary, the command in this process and as a process."""

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
    max_examples=25,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile("thorough", settings.get_profile("house"), max_examples=200)
settings.load_profile("house")


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
    """A HEELDIARY_HOME that is not there yet."""
    return tmp_path / "home"


@pytest.fixture
def heeldiary(home: Path, clock: StandingClock, seeded: SeededBytes) -> Heeldiary:
    """`heeldiary` in this process, run by a script: nobody can be asked."""
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
