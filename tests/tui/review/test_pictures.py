"""The weekly review's pictures and text, with all styles, without an app."""

from collections.abc import Callable
from datetime import date, timedelta

from heeldiary.domain.entries import Note
from heeldiary.domain.review.review import FootWeek, Logged, Massages, Review
from heeldiary.domain.scales import FEET
from heeldiary.domain.warning_signs import WarningSign
from heeldiary.domain.weeks.weeks import Load, Week
from heeldiary.tui.review.pictures import ReviewBoxes, ReviewDays
from heeldiary.tui.review.questions import questions
from heeldiary.tui.review.review import _draft_of
from tests.tui.pictures import drawn, worded
from tests.tui.tours import an_entry

MONDAY = date(2026, 11, 16)


def a_week(feet: int = 1) -> Review:
    """A week with something logged."""
    days = frozenset(MONDAY + timedelta(days=number) for number in (0, 2, 6))
    scores = (5, 6, 4, 5)
    shown = (5, None, 6, 4, None, None, 5)
    return Review(
        MONDAY, MONDAY + timedelta(days=6),
        tuple(FootWeek(foot, Week(MONDAY, scores, Load()), shown, {}) for foot in FEET[:feet]),
        Logged({"pain": days, "activity": days}, {"left": Massages(1, 480, days)}, 95, 12345, 390, ("ice ×2",),
         ("arch",)),
        (), (),
    )  # fmt: skip


def test_the_pictures_and_the_text(snapshot: Callable[[str, str], None]) -> None:
    seen = []
    days = ReviewDays()
    seen.append(drawn(days, 50, 3))
    for feet in (1, 2):
        week = a_week(feet)
        boxes = ReviewBoxes()
        boxes.show(week.feet)
        days.show(week)
        seen += [drawn(boxes, 70, 12), drawn(days, 60, 14)]
        height = days.styles.height
        seen.append(f"{boxes.styles.min_height} {boxes.styles.max_height} {height}")
    answered = week._replace(answers=(an_entry(Note(), "one line\nand another"),))
    signs = (WarningSign("high", "left", 18, last=MONDAY), WarningSign("tag", None, tag="numb"))
    seen += [worded(questions(shown, 0)) for shown in (week, answered, answered._replace(signs=signs))]
    snapshot("review", "\n\n".join(seen))


def test_the_draft_of_an_answer_is_named_after_its_week() -> None:
    new, changed = _draft_of(None, MONDAY), _draft_of(an_entry(Note(), "x"), MONDAY)
    assert (new.form, new.entry, new.is_change) == ("review 2026-W47", "", False)
    assert (changed.form, changed.entry, changed.is_change) == ("review 2026-W47", "abcd", True)
