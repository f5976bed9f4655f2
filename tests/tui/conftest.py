"""The app on a stage, and snapshots of its screens as text."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen
from textual.widgets import Input, TextArea

from tests.runner import Heeldiary
from tests.snapshots import compare
from tests.standing_clock import SeededBytes, StandingClock
from tests.tui.settling import paint_at_rest
from tests.tui.stage import Stage
from tests.tui.stylesheets import parsed_once

HOUR_SECONDS = 3600.0
SNAPSHOTS = Path(__file__).with_name("snapshots")


@pytest.fixture(scope="session", autouse=True)
def _cheap_starts() -> Iterator[None]:
    """Has Textual do once what each start of the app needs, and paint once it is at rest; no cursor blinks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parsed_once(Stylesheet._parse_rules))
        patch.setattr(Screen, "_compositor_refresh", paint_at_rest)
        patch.setattr("textual.screen.UPDATE_PERIOD", HOUR_SECONDS)
        patch.setattr(Input.cursor_blink, "_default", False)
        patch.setattr(TextArea.cursor_blink, "_default", False)
        yield


@pytest.fixture
def empty(heeldiary: Heeldiary, clock: StandingClock, seeded: SeededBytes) -> Stage:
    """A stage without a diary: the first start."""
    return Stage(heeldiary, clock, seeded)


@pytest.fixture(scope="session")
def left_foot(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SeededBytes]:
    """The home of a diary that knows that the left foot hurts, and the random bytes as they are after that."""
    seeded = SeededBytes()
    heeldiary = Heeldiary(tmp_path_factory.mktemp("left-foot") / "home", StandingClock(), seeded)
    heeldiary.done("settings", "affected-foot", "left")
    return heeldiary.home, seeded


@pytest.fixture
def stage(empty: Stage, left_foot: tuple[Path, SeededBytes]) -> Stage:
    """A stage whose diary knows that the left foot hurts, and nothing else."""
    home, seeded = left_foot
    shutil.copytree(home, empty.heeldiary.home)
    empty.random.source.setstate(seeded.source.getstate())
    return empty


@pytest.fixture
def snapshot() -> Callable[[str, str], None]:
    """Compares a screen's text with the snapshot of that name."""
    return lambda name, text: compare(SNAPSHOTS / f"{name}.txt", text)
