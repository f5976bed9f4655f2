"""The Trends page's tabs, readout and lists as they are drawn at each size, with all styles, without an app."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from textual.content import Content

from heeldiary.charts.views import VIEWS
from heeldiary.domain.change.change import NoiseBand
from heeldiary.domain.weeks.weeks import CareDay, Load, Week
from heeldiary.tui.trends.care_words import format_care
from heeldiary.tui.trends.factors import Factors
from heeldiary.tui.trends.page import RANGES
from heeldiary.tui.trends.readout import Mean, Mornings, _figures, _loads, _span
from heeldiary.tui.trends.tabs import TrendTabs
from tests.tui.pictures import drawn, worded
from tests.tui.tours import TODAY

Snapshot = Callable[[str, str], None]
MONDAY = date(2026, 11, 16)


def test_the_tabs(snapshot: Snapshot) -> None:
    seen = []
    for view in VIEWS:
        for weeks in (None, "12", "all"):
            tabs = TrendTabs(VIEWS, RANGES)
            tabs.show(view, weeks, "right")
            for columns in (100, 78, 70, 60, 50, 36, 30):
                seen.append(f"{drawn(tabs, columns, 1)}\n{tabs._places}")
    snapshot("widget-tabs", "\n\n".join(seen))


def test_a_week_in_digits_and_shades(snapshot: Snapshot) -> None:
    seen = []
    for mean, role in ((None, "left"), (4.3, "right"), (10.0, "muted")):
        shown = Mean()
        shown.show(mean, role)
        seen += [drawn(shown, columns, rows) for columns, rows in ((22, 5), (22, 4), (22, 3), (22, 1))]
    mornings = Mornings()
    mornings.show((None, 0, 3, 10, None, 7, 5), "right")
    snapshot("widget-readout", "\n\n".join([*seen, drawn(mornings, 22, 2)]))


@pytest.mark.parametrize(
    ("monday", "words"),
    [(MONDAY, "16 to 22 Nov"), (date(2026, 10, 26), "26 Oct–1 Nov"), (date(2026, 9, 28), "28 Sep–4 Oct")],
)
def test_the_days_of_a_week_fit_beside_its_number(monday: date, words: str) -> None:
    assert _span(Week(monday, (), Load())) == words
    assert len(f"Week 47  {words}") <= 22


def test_a_week_in_words(snapshot: Snapshot) -> None:
    seen: list[Content] = []
    for scores in ((), (4,), (3, 4, 5), (3, 4, 5, 8), (0, 10) * 3):
        for band in (None, NoiseBand(3.1, 5.9, 20), NoiseBand(6.5, 7.5, 20), NoiseBand(0.0, 1.0, 20)):
            seen.append(_figures(Week(MONDAY, scores, Load()), band, has_name=True))
    for load in (Load(), Load(1200, 2), Load(60, 1, 95, 12345, 390), Load(0, 0, 0, 0, 0)):
        seen.append(_loads(Week(MONDAY, (), load)))
    snapshot("readout-words", "\n\n".join(map(worded, seen)))


@pytest.mark.parametrize(
    ("care", "lines"),
    [
        ([], []),
        ([CareDay(MONDAY, "ice")], ["ice"]),
        ([CareDay(MONDAY, "ice"), CareDay(MONDAY, "tape"), CareDay(TODAY, "ice")], ["ice ×2", "tape"]),
        ([CareDay(MONDAY, "needles", "spring", 3, 12)], ["needles, visit 3 of 12"]),
        (
            [CareDay(MONDAY + timedelta(days=n), "needles", "spring", n + 3, 12) for n in (2, 0)]
            + [CareDay(TODAY, "ice")],
            ["needles, visits 3, 5", "ice"],
        ),
        (
            [
                CareDay(MONDAY, "needles", "spring", 4),
                CareDay(TODAY, "needles", "autumn", 1),
                CareDay(TODAY, "needles"),
            ],
            ["needles, visits 1, 4, others ×1"],
        ),
        ([CareDay(TODAY, "needles", "spring", n) for n in (2, 3, 4)], ["needles, visits 2 to 4"]),
    ],
)
def test_the_care_of_a_week_is_one_line_a_kind(care: list[CareDay], lines: list[str]) -> None:
    assert format_care(care) == lines


def test_the_list_of_factors(snapshot: Snapshot) -> None:
    factors = Factors(["massage", "tag:rain"], {"care:ice": 3, "massage": 1}, lambda name: f"about {name}")
    lines = [worded(line) for line in factors.lines()]
    details = [factors.detail(at) for at in range(len(lines))]
    snapshot("factors", "\n".join([*lines, *details]))
