"""Warning signs read from the diary: of the affected feet, until put away, and again with a new episode."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.entries import Note, Pain
from heeldiary.domain.scales import Foot
from heeldiary.errors import BadInput
from heeldiary.store.diary import Diary
from heeldiary.store.recording import log, set_setting
from heeldiary.store.warnings import EPISODE_GAP_DAYS, dismiss, open_warnings, was_away
from tests.standing_clock import StandingClock

TODAY = date(2026, 11, 22)


def fill(diary: Diary, *scores: int | None, last: date = TODAY, foot: Foot = "left") -> None:
    """Log scores day by day up to `last`."""
    for ago, score in enumerate(reversed(scores)):
        if score is not None:
            log(diary, [Pain(foot, "first-step", score)], day=last - timedelta(days=ago))


def names(diary: Diary, today: date = TODAY) -> list[str]:
    """The signs that are shown."""
    return [sign.name for sign in open_warnings(diary, today)]


@pytest.fixture
def rising(diary: Diary) -> Diary:
    """A diary whose left foot has risen."""
    set_setting(diary, "affected-foot", "left")
    fill(diary, *[3] * 50, *[9] * 11)
    return diary


def test_only_the_affected_feet_count(rising: Diary) -> None:
    assert names(rising) == ["rising-left"]
    set_setting(rising, "affected-foot", "right")
    assert names(rising) == []
    set_setting(rising, "affected-foot", "both")
    assert names(rising) == ["rising-left"]


def test_reading_writes_nothing(rising: Diary) -> None:
    before = rising.sql.value("SELECT max(number) FROM action")
    names(rising)
    assert rising.sql.value("SELECT max(number) FROM action") == before
    assert rising.sql.rows("SELECT * FROM dismissal") == []


def test_put_away_and_brought_back(rising: Diary) -> None:
    dismiss(rising, "rising-left")
    assert names(rising) == []
    assert rising.undo().what == "putting away the warning sign rising-left"
    assert names(rising) == ["rising-left"]


def test_what_is_not_shown_cannot_be_put_away(rising: Diary) -> None:
    with pytest.raises(BadInput, match="no such sign") as caught:
        dismiss(rising, "high-left")
    assert "rising-left" in caught.value.remedy
    dismiss(rising, "rising-left")
    with pytest.raises(BadInput, match="no such sign"):
        dismiss(rising, "rising-left")


def test_an_episode_that_goes_on_stays_put_away(diary: Diary, clock: StandingClock) -> None:
    fill(diary, *[9] * 20)
    dismiss(diary, "high-left")
    for day in range(1, 100):
        clock.forward(timedelta(days=1))
        fill(diary, 9, last=TODAY + timedelta(days=day))
        assert names(diary, TODAY + timedelta(days=day)) == [], day


def test_a_new_episode_is_shown(diary: Diary) -> None:
    fill(diary, *[9] * 20, last=TODAY - timedelta(days=120))
    fill(diary, *[2] * 100, last=TODAY - timedelta(days=20))
    with diary.action("") as action:
        action.keep("dismissal", "high-left", {"dismissed_on": (TODAY - timedelta(days=120)).isoformat()})
    fill(diary, *[9] * 20)
    (sign,) = names(diary)
    assert sign in ("high-left", "rising-left")


def test_absent_for_four_weeks_and_not_less(diary: Diary) -> None:
    """High until `gone`, low for a while, high again: the sign is new only if it was away for four weeks."""
    for away, shown in ((EPISODE_GAP_DAYS // 2, []), (EPISODE_GAP_DAYS + 14, ["high-left"])):
        with diary.action("anew") as action:
            for entry in diary.entries():
                action.remove(entry)
        start = TODAY - timedelta(days=20 + away)
        fill(diary, *[9] * 20, last=start)
        fill(diary, *[None] * away, *[9] * 20)
        with diary.action("") as action:
            action.keep("dismissal", "high-left", {"dismissed_on": start.isoformat()})
        assert names(diary) == shown, away


def test_a_tag_of_the_last_week(diary: Diary) -> None:
    log(diary, [Note()], day=TODAY - timedelta(days=6), tags=("numbness", "rain"))
    assert names(diary) == ["tag-numbness"]
    assert names(diary, TODAY + timedelta(days=1)) == []
    dismiss(diary, "tag-numbness")
    assert names(diary) == []


def test_the_first_days_of_the_calendar(diary: Diary) -> None:
    assert names(diary, date(1900, 1, 1)) == []
    assert names(diary, date(1900, 3, 1)) == []


def test_high_stays_put_away_while_a_rise_hides_it(diary: Diary) -> None:
    """Always high; for some weeks the scores rise, and only that is shown."""
    fill(diary, *[8] * 210, *[10] * 45)
    with diary.action("") as action:
        action.keep("dismissal", "high-left", {"dismissed_on": (TODAY - timedelta(days=100)).isoformat()})
    shown = [names(diary, TODAY - timedelta(days=ago)) for ago in range(100, -1, -1)]
    assert ["rising-left"] in shown
    assert ["high-left"] not in shown


@given(st.lists(st.tuples(st.integers(1, 40), st.booleans()), max_size=12), st.integers(0, 364))
def test_absent_for_four_weeks_is_that_to_the_day(stretches: list[tuple[int, bool]], since_ago: int) -> None:
    held = [there for days, there in stretches for _ in range(days)]
    on = {TODAY - timedelta(days=ago): there for ago, there in enumerate(held)}
    longest = run = 0
    for ago in range(since_ago):
        run = 0 if on.get(TODAY - timedelta(days=ago), True) else run + 1
        longest = max(longest, run)
    asked: list[date] = []

    def holds(day: date) -> bool:
        asked.append(day)
        return on.get(day, True)

    assert was_away(holds, TODAY - timedelta(days=since_ago), TODAY) == (longest >= EPISODE_GAP_DAYS)
    assert all(TODAY - timedelta(days=since_ago) < day <= TODAY for day in asked)


@pytest.mark.parametrize("tag", ["Numbness", "NUMBNESS", "numbness"])
def test_a_tag_with_capitals_is_put_away_by_its_plain_name(diary: Diary, tag: str) -> None:
    log(diary, [Note()], day=TODAY, tags=(tag,))
    assert names(diary) == ["tag-numbness"]
    assert dismiss(diary, "tag-numbness").tag == tag
    assert names(diary) == []
