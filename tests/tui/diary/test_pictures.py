"""The parts of the Diary as they are drawn at each size, with all styles, without an app."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest

from heeldiary.domain.entries import Entry, Pain
from heeldiary.domain.experiments.experiment import Experiment
from heeldiary.domain.routine.plan import Pause, Plan, plan_standing
from heeldiary.domain.scales import FEET
from heeldiary.domain.warning_signs import WarningSign
from heeldiary.domain.weeks.next_morning import NextMorning
from heeldiary.domain.weeks.next_morning_text import format_line
from heeldiary.domain.weeks.weeks import Load, weekly_trends
from heeldiary.tui.diary.entry_row import KINDS, EntryRow
from heeldiary.tui.diary.experiment_line import ExperimentLine
from heeldiary.tui.diary.month import Month
from heeldiary.tui.diary.mornings import RecentMornings
from heeldiary.tui.diary.plan_lines import PlanLines
from heeldiary.tui.diary.score_notes import text_beside_score
from heeldiary.tui.diary.warning_lines import SignLines
from heeldiary.tui.diary.week_text import WeekWords
from heeldiary.tui.widgets.score_row import ScoreRow
from tests.tui.pictures import drawn, focused, sized, worded
from tests.tui.tours import FACTS, TODAY, an_entry

Snapshot = Callable[[str, str], None]
SCORES = {TODAY - timedelta(days=ago): score for ago, score in enumerate((3, 10, 0, 7, 1, 9, 4, 2)) if ago != 4}


def test_the_month(snapshot: Snapshot) -> None:
    seen = []
    for day in (TODAY, date(2026, 11, 21), date(2026, 11, 18), date(2025, 2, 3)):
        month = Month()
        month.show(day, TODAY, "left", SCORES, sunday_first=day.year == 2025)
        seen += [drawn(month, columns, rows) for columns, rows in ((44, 14), (44, 13), (30, 9), (26, 8))]
    seen.append(drawn(focused(month), 44, 15))
    snapshot("widget-month", "\n\n".join(seen))


def test_the_last_mornings(snapshot: Snapshot) -> None:
    seen = []
    mornings = RecentMornings()
    for feet in (("left",), FEET):
        right = {day: 10 - score for day, score in SCORES.items()}
        mornings.show(TODAY, TODAY - timedelta(days=2), "left", feet, {"left": SCORES, "right": right})
        seen += [drawn(mornings, columns, rows) for columns, rows in ((44, 12), (44, 10), (43, 9), (30, 8), (30, 7))]
    mornings.show(TODAY, TODAY, "right", ("right",), {"right": {TODAY: 9}})
    snapshot("widget-last-mornings", "\n\n".join([*seen, drawn(mornings, 30, 7), drawn(mornings, 44, 4)]))


def test_rows_of_entries_and_the_hints_of_empty_ones(snapshot: Snapshot) -> None:
    seen = []
    for columns in (66, 56, 55, 30, 12):
        for kind, label in KINDS.items():
            entry = an_entry(FACTS[kind], "a\nthought")._replace(tags=("rain", "long day"))
            for shown in (entry, entry._replace(tags=()), None):
                row = EntryRow()
                row.show(kind, label, shown)
                with sized(columns):
                    seen.append(worded(row.render()))
            with sized(columns):
                seen.append(worded(focused(row).render()))
    snapshot("widget-entry-rows", "\n".join(seen))


def test_a_plan_line(snapshot: Snapshot) -> None:
    plan = Plan("clinic", "daily", 2, date(2026, 11, 1))
    monday = date(2026, 11, 16)
    often = {monday + timedelta(days=number): 2 for number in range(7)}
    pause = Pause(TODAY, TODAY + timedelta(days=3), "flu")
    standings = [
        plan_standing(plan, "The clinic's massage", TODAY, {TODAY: 1}, ()),
        plan_standing(plan._replace(times=1), "Stretch", TODAY, often, ()),
        plan_standing(plan._replace(days="mon"), "Raise", TODAY, {}, ()),
        plan_standing(plan, "Paused", TODAY, {}, [pause]),
    ]
    seen = []
    for columns in (66, 56, 55, 40, 12):
        lines = PlanLines()
        lines.show(standings)
        assert lines.display
        with sized(columns):
            seen.append(worded(lines.render()))
        lines.show(())
        assert not lines.display
    snapshot("widget-plans", "\n\n".join(seen))


def test_a_plan_line_of_an_earlier_day_says_of_which_days_its_counts_are() -> None:
    plan = Plan("clinic", "daily", 2, date(2026, 11, 1))
    lines = PlanLines()
    lines.show([plan_standing(plan, "Massage", TODAY, {TODAY: 1}, ())], is_today=False)
    with sized(66):
        assert "1 of 2 that day · 1 of 14" in worded(lines.render())


def test_the_line_of_an_experiment(snapshot: Snapshot) -> None:
    experiment = Experiment("id", "ice or not", "ice", "no ice", "left", "day", "next-morning", 1, None, TODAY, "00",
                            "HTTH", "yn--", None)  # fmt: skip
    seen = []
    for columns in (66, 56, 55, 40, 30, 12):
        line = ExperimentLine()
        with sized(columns):
            assert worded(line.render()) == ""
        for number in range(4):
            line.show(experiment, number)
            assert line.display
            with sized(columns):
                seen.append(worded(line.render()))
        line.show(None, 0, experiment)
        assert line.display
        with sized(columns):
            seen.append(worded(line.render()))
        line.show(None)
        assert not line.display
    snapshot("widget-coin", "\n".join(seen))


def test_warning_signs(snapshot: Snapshot) -> None:
    lines = SignLines()
    assert worded(lines.render()) == ""
    lines.show([WarningSign("rising", "left", 7.7, 3.0, last=TODAY), WarningSign("high", "right", 18, last=TODAY)])
    assert lines.display
    assert [sign.kind for sign in lines.signs] == ["rising", "high"]
    snapshot("widget-signs", worded(lines.render()))
    lines.show(())
    assert not lines.display


def test_the_week_in_figures(snapshot: Snapshot) -> None:
    week = date(2026, 11, 16)
    loads = (Load(), Load(1200, 2), Load(0, 0, 95), Load(0, 0, None, 12345), Load(60, 1, 0, 0, 390))
    seen = []
    text = WeekWords()
    assert worded(text.render()) == ""
    for load in loads:
        for feet in (FEET[:1], FEET):
            scores = sorted(SCORES.items())
            text.show(
                [weekly_trends(foot, 2, TODAY, scores if foot == "left" else (), {week: load}) for foot in feet], TODAY
            )
            seen.append(worded(text.render()))
    snapshot("widget-week", "\n\n".join(seen))


def test_the_note_below_a_morning(snapshot: Snapshot) -> None:
    note = NextMorning("left", TODAY, (("walking", 2700), ("massage", 480)), True, 5, 6, 4.2)
    seen = []
    for columns, rows in ((66, 7), (66, 5), (57, 5), (56, 5), (55, 4), (47, 4), (46, 2), (30, 2), (14, 2)):
        row = ScoreRow("left", "first-step", big=True)
        for today in (True, False):
            row.show((5,), note=partial(format_line, note, today))
            seen.append(drawn(row, columns, rows))
    seen += [drawn(row, 66, 3), drawn(row, 46, 1)]
    snapshot("widget-morning-after", "\n\n".join(seen))


def scored(*tags: str) -> list[Entry]:
    """A score of this morning with tags."""
    return [an_entry(Pain("left", "first-step", 5))._replace(tags=tags)]


@pytest.mark.parametrize(
    ("scores", "day", "entries", "texts"),
    [
        ((), 0, [], ["press 0–9, or 1 0 for ten", "press 0–9"]),
        ((4,), 0, [], ["press 0–9, or 1 0 for ten", "press 0–9", "yesterday 4"]),
        ((4,), 0, scored(), ["yesterday 4"]),
        ((4,), 3, scored(), ["day before 4"]),
        ((), 0, scored("rain"), ["#rain"]),
        ((4,), 0, scored("rain"), ["#rain · yesterday 4", "#rain", "yesterday 4"]),
        ((4,) * 9, 0, scored(), ["yesterday 4 · usual 4", "yesterday 4"]),
        ((None, *range(1, 10)), 0, scored(), ["usual 3 to 7"]),
    ],
)
def test_the_text_beside_a_score(scores: tuple[int, ...], day: int, entries: list[Entry], texts: list[str]) -> None:
    shown = TODAY - timedelta(days=day)
    known = {shown - timedelta(days=ago): score for ago, score in enumerate(scores, 1) if score is not None}
    assert text_beside_score(known, shown, TODAY, entries) == texts
