"""The next morning beside one's own mean: when something is said, and what."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.entries import Activity, Care, Entry, Fact, Guided, GuidedStep, Massage, MassageStep, Sitting
from heeldiary.domain.weeks.next_morning import next_morning
from heeldiary.domain.weeks.next_morning_text import format_line, format_note
from tests.entry_strategies import FACTS

TODAY = date(2026, 11, 22)
YESTERDAY = TODAY - timedelta(days=1)
SCORES = {TODAY - timedelta(days=n): 6 if n == 0 else 5 for n in range(8)}
MASSAGE = Massage("left", (MassageStep("ki1", 90), MassageStep("heel", 210)))


def entries(*facts: Fact) -> list[Entry]:
    at = datetime(2026, 11, 21, 12, tzinfo=UTC)
    return [Entry(f"e{n:04}", YESTERDAY, at, None, False, "typed", (), "", fact) for n, fact in enumerate(facts)]


def test_a_massage_and_a_walk() -> None:
    found = next_morning("left", TODAY, entries(MASSAGE, Activity("walking", 45)), SCORES, {})
    assert found is not None
    assert (found.score, found.mean, found.mornings) == (6, 5.0, 7)
    whole = "Yesterday: massage 5 min, walking 45 min; this morning 6, 7-day mean 5.0 (7 of 7)"
    assert format_line(found, True, 200) == whole
    assert format_line(found, True, 70) == "Yesterday: massage 5 min, walking 45 min; 7-day mean 5.0 (7 of 7)"
    assert format_line(found, True, 60) == "Yesterday: massage 5 min, walking 45 min; 7-day mean 5.0 (7)"
    assert format_line(found, True, 55) == "Yesterday: massage, walking; 7-day mean 5.0 (7 of 7)"
    assert format_line(found, True, 43) == "Yesterday: massage, wa…; 7-day mean 5.0 (7)"
    assert format_line(found, True, 40) == "Yesterday: massage…; 7-day mean 5.0 (7)"
    assert format_line(found, False, 200).startswith("The day before: massage 5 min")
    assert "the morning after massage 5 min, walking 45 min: 6" in format_note(found)


def test_less_than_a_minute_is_in_seconds() -> None:
    for seconds, done in ((59, "massage 59 s; "), (60, "massage 1 min; ")):
        found = next_morning("left", TODAY, entries(Massage("left", (MassageStep("heel", seconds),))), SCORES, {})
        assert found is not None
        assert done in format_line(found, True, 200)


def test_both_the_days_before_and_the_mean_leave_this_morning_out() -> None:
    found = next_morning("left", TODAY, entries(MASSAGE), {**SCORES, TODAY: 10}, {})
    assert found is not None
    assert found.mean == 5.0


def test_nothing_is_said_without_four_mornings_a_score_or_something_done() -> None:
    few = {day: score for day, score in SCORES.items() if (TODAY - day).days <= 3}
    assert next_morning("left", TODAY, entries(MASSAGE), few, {}) is None
    assert next_morning("left", TODAY, entries(MASSAGE), {**few, TODAY - timedelta(days=4): 4}, {}) is not None
    unscored = {day: score for day, score in SCORES.items() if day != TODAY}
    assert next_morning("left", TODAY, entries(MASSAGE), unscored, {}) is None
    assert next_morning("left", TODAY, entries(Sitting(300)), SCORES, {}) is None
    assert next_morning("left", TODAY, [], SCORES, {}) is None


def test_the_other_foots_massage_is_not_this_foots() -> None:
    assert next_morning("right", TODAY, entries(MASSAGE), SCORES, {}) is None
    stretch = Care("stretching", session=Guided("left", "fascia-stretch", (GuidedStep("stretch", 100),)))
    assert next_morning("right", TODAY, entries(stretch), SCORES, {}) is None
    assert next_morning("left", TODAY, entries(stretch), SCORES, {}) is not None


def test_more_activity_than_usual() -> None:
    active = {YESTERDAY - timedelta(days=n): 45 for n in range(1, 12)}
    much = next_morning("left", TODAY, entries(Activity("walking", 120)), SCORES, active | {YESTERDAY: 120})
    usual = next_morning("left", TODAY, entries(Activity("walking", 45)), SCORES, active | {YESTERDAY: 45})
    first = next_morning("left", TODAY, entries(Activity("walking", 120)), SCORES, {YESTERDAY: 120})
    assert much is not None
    assert usual is not None
    assert first is not None
    assert (much.more_than_usual, usual.more_than_usual, first.more_than_usual) == (True, False, False)
    assert "more activity than usual" in format_note(much)


@given(st.lists(FACTS, max_size=5))
def test_any_day_gives_a_line_or_none(facts: list[Fact]) -> None:
    for foot in ("left", "right"):
        found = next_morning("left" if foot == "left" else "right", TODAY, entries(*facts), SCORES, {})
        if found is not None:
            assert len(format_line(found, False, 60)) <= 60
            assert "\n" not in format_note(found) + format_line(found, False, 60)
