"""Every view of Trends in every state, whole, as in 80 and in 120 columns: signs, and inks by their roles.

A stroke, a shade or a place that changes is seen in `looks/views`; read the difference before it is accepted.
"""

from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from heeldiary.charts.subject import Subject
from heeldiary.charts.views import ViewName, trends_picture
from heeldiary.demo import fill
from heeldiary.domain.entries import Pain
from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from heeldiary.store.recording import log
from heeldiary.tui.trends.data import read_analysis, read_range
from tests.charts.test_pictures import LOOKS, look
from tests.snapshots import compare
from tests.standing_clock import SeededBytes, StandingClock

SIZES = ((52, 20), (89, 34))
"""The chart's place in 80x24 and in 120x40."""

YOUNG = (7, 6, 7, 8, 6, 7, 5, 6, 7, 6, 5, 6, 4, 5)
"""The first two weeks, oldest last."""


class State(NamedTuple):
    """Which diary a view shows, how many of its weeks, and which trap."""

    view: ViewName
    diary: str = "year"
    weeks: int = 12
    panel: int = 0


STATES: dict[str, State] = {
    "weeks": State("weeks"),
    "weeks-of-a-month": State("weeks", weeks=4),
    "weeks-of-a-year": State("weeks", weeks=52),
    "weeks-too-early": State("weeks", "young", 4),
    "weeks-empty": State("weeks", "empty", 4),
    "change": State("change"),
    "change-too-early": State("change", "young", 4),
    "links": State("links"),
    "links-too-early": State("links", "young", 4),
    **{f"traps-{number + 1}": State("traps", panel=number) for number in range(4)},
    "days": State("days"),
    "days-of-a-year": State("days", weeks=52),
    "load": State("load"),
    "calendar": State("calendar"),
    "calendar-of-a-year": State("calendar", weeks=52),
    "where": State("where"),
}


@pytest.fixture(scope="module")
def subjects(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Subject]:
    """What each state shows, with all that is computed from its diary."""
    found: dict[str, Subject] = {}
    for name in ("year", "young", "empty"):
        path = tmp_path_factory.mktemp(name) / "diary.db"
        with Diary(open_to_write(str(path)), StandingClock(), SeededBytes()) as diary:
            today = diary.today()
            if name == "year":
                fill(diary)
            for ago, score in enumerate(YOUNG if name == "young" else ()):
                log(diary, [Pain("left", "first-step", score)], day=today - timedelta(days=ago))
            analysis = read_analysis(diary, "left", today)
            for state, wanted in STATES.items():
                if wanted.diary == name:
                    shown = read_range(diary, "left", str(wanted.weeks), wanted.weeks, today).subject
                    found[state] = shown._replace(findings=analysis, panel=wanted.panel)
    return found


@pytest.mark.parametrize("state", STATES)
def test_a_view_as_it_looks(subjects: dict[str, Subject], state: str) -> None:
    pictures = [
        trends_picture(STATES[state].view, subjects[state], *size, alone=False, inviting=True) for size in SIZES
    ]
    compare(Path(LOOKS, "views", f"{state}.txt"), "\n\n".join(map(look, pictures)))
