"""The app on a stage, and snapshots of its screens as text."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.runner import Heeldiary
from tests.standing_clock import SeededBytes, StandingClock
from tests.tui.stage import Stage

SNAPSHOTS = Path(__file__).with_name("snapshots")
WRITE = "HEELDIARY_WRITE_SNAPSHOTS"
"""Set to 1, this variable writes the snapshots anew; without it they are only compared."""


@pytest.fixture
def empty(heeldiary: Heeldiary, clock: StandingClock, seeded: SeededBytes) -> Stage:
    """A stage without a diary: the first start."""
    return Stage(heeldiary, clock, seeded)


@pytest.fixture
def stage(empty: Stage) -> Stage:
    """A stage whose diary knows that the left foot hurts, and nothing else."""
    empty.heeldiary.done("settings", "affected-foot", "left")
    return empty


@pytest.fixture
def snapshot() -> Callable[[str, str], None]:
    """Compares a screen's text with the one kept under a name."""

    def compare(name: str, text: str) -> None:
        kept = SNAPSHOTS / f"{name}.txt"
        if os.environ.get(WRITE) == "1":
            kept.write_text(f"{text}\n", "utf-8")
        assert kept.is_file(), f"there is no snapshot {name}: look at the screen, then run with {WRITE}=1"
        assert f"{text}\n" == kept.read_text("utf-8"), f"{name} looks different: if that is meant, run with {WRITE}=1"

    return compare
