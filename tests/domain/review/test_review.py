"""The weekly review: which week, which band, what was logged; and every sentence of it says no more than it may."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.chance.noise import estimate_noise, tolerance
from heeldiary.domain.days import monday
from heeldiary.domain.entries import (
    Activity,
    Care,
    Entry,
    Fact,
    Guided,
    GuidedStep,
    Massage,
    MassageStep,
    Note,
    Pain,
    Sore,
)
from heeldiary.domain.review.band import band, with_bands
from heeldiary.domain.review.review import Band, FootWeek, NoBand, Review, foot_week, logged_in, parse_week, week_for
from heeldiary.domain.review.text import (
    CAPTION,
    REVIEW_QUESTIONS,
    SHORT_CAPTION,
    all_lines,
    caption_lines,
    format_plan,
    places,
)
from heeldiary.domain.review.to_json import review_to_json
from heeldiary.domain.routine.plan import Plan, Standing
from heeldiary.domain.scales import Foot
from heeldiary.errors import BadInput

SUNDAY = date(2026, 11, 22)
START = date(2026, 11, 16)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
FORBIDDEN = re.compile(
    r"\b(help|cause|work|because|proven|significant|improve|improved|better|worse|good|bad|great|streak|should|must|"
    r"forecast|recover|diagnos)|[!%↑↓→]",
    re.I,
)


def entry(fact: Fact, day: date, source: str = "typed") -> Entry:
    return Entry(f"a{day}{fact}", day, datetime(2026, 11, 22, tzinfo=UTC), None, False, source, (), "x", fact)


def mornings(*scores: int | None, last: date = SUNDAY) -> dict[date, int]:
    """Scores by day up to `last`."""
    first = last - timedelta(days=len(scores) - 1)
    return {first + timedelta(days=n): score for n, score in enumerate(scores) if score is not None}


def a_review(*feet: FootWeek, entries: tuple[Entry, ...] = (), last: date = SUNDAY) -> Review:
    return Review(START, last, feet, logged_in(entries, [of.foot for of in feet]), (), ())


@given(DAYS)
def test_the_week_is_one_that_can_have_the_mornings_it_needs(today: date) -> None:
    start = week_for(today, date(1999, 1, 1))
    assert start.weekday() == 0
    assert start == monday(today if today.weekday() >= 3 else today - timedelta(days=7))
    assert (today - start).days + 1 >= 4


@given(DAYS)
def test_a_diary_that_begins_this_week_is_reviewed_at_once(today: date) -> None:
    assert week_for(today, monday(today)) == week_for(today, None) == monday(today)


@given(DAYS)
def test_a_week_is_read_as_it_is_written(day: date) -> None:
    year, week, _ = day.isocalendar()
    assert parse_week(f" {year}-w{week:02}", day) == monday(day)


@pytest.mark.parametrize(
    "typed", ["", "2026-W0", "2026-W00", "2026-W54", "2026-W٤٧", "week", "W53", "2026-W48", "1899-W52"]
)
def test_a_week_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        parse_week(typed, SUNDAY)
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("typed", "start"),
    [
        ("47", START), ("W47", START), ("Week 47", START), ("w 47", START), ("2026-47", START),
        ("48", date(2025, 11, 24)), ("1", date(2025, 12, 29)), ("last", date(2026, 11, 9)),
    ],
)  # fmt: skip
def test_a_week_without_its_year_is_the_latest_one(typed: str, start: date) -> None:
    assert parse_week(typed, SUNDAY) == start


def test_the_band_is_the_noises_around_the_four_weeks_before() -> None:
    scores = mornings(*([4, 6, 5, None, 6, 4, 5] * 5))
    of = foot_week("left", START, scores)
    before = [day for day in scores if START - timedelta(days=28) <= day < START]
    now = [day for day in scores if day >= START]
    noise = estimate_noise(scores)
    found = band(of)
    assert isinstance(found, Band)
    assert noise is not None
    half = tolerance(noise, before, now)
    assert (found.mean, found.mornings) == (5.0, 24)
    assert found.low == pytest.approx(5 - half, abs=0.051)
    assert found.high == pytest.approx(5 + half, abs=0.051)
    assert places(of._replace(band=found))


def test_the_four_weeks_before_are_four() -> None:
    """What came before them moves the noise, perhaps, but never the middle of the band."""
    scores = {**mornings(*[9, 10] * 14, last=START - timedelta(days=29)), **mornings(*([4, 6, 5, 5, 6, 4, 5] * 5))}
    found = band(foot_week("left", START, scores))
    assert isinstance(found, Band)
    assert (found.mean, found.mornings) == (5.0, 28)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        (mornings(*[5] * 20), NoBand("diary", 20, 21)),
        (mornings(), NoBand("diary", 0, 21)),
        (
            {**mornings(*[5, 6] * 10, last=START - timedelta(days=40)), **mornings(5, 5, 5, None, 4, 4, 4, 4, 4, 4)},
            NoBand("before", 3, 12),
        ),
        (mornings(*[5, 6] * 14, None, None, None, None, 5, 5, 5), NoBand("week", 3, 4)),
    ],
)
def test_what_is_missing_for_a_band_is_told_in_mornings(scores: dict[date, int], expected: NoBand) -> None:
    of = with_bands(a_review(foot_week("left", START, scores))).feet[0]
    assert of.band == expected
    told = " ".join(caption_lines(a_review(of)))
    assert str(expected.have) in told
    assert not places(of)
    if expected.where == "diary":
        assert f"{21 - expected.have} more" in told


@given(st.floats(0, 10), st.floats(0, 10), st.floats(0, 10))
def test_lower_and_higher_are_told_in_the_same_words(one: float, other: float, mean: float) -> None:
    low, high = sorted((round(one, 1), round(other, 1)))
    at = Band(low, high, 5.0, 20).place(round(mean, 1))
    assert at == ("below" if round(mean, 1) < low else "above" if round(mean, 1) > high else "inside")
    mirrored = Band(round(10 - high, 1), round(10 - low, 1), 5.0, 20).place(round(10 - round(mean, 1), 1))
    assert {at: mirrored} in ({"inside": "inside"}, {"below": "above"}, {"above": "below"})


@given(st.lists(st.integers(0, 10) | st.none(), min_size=0, max_size=42))
def test_no_score_whatever_lets_it_say_more_than_it_may(scores: list[int | None]) -> None:
    of = band_of(*scores)
    lines = all_lines(a_review(of))
    assert not [line for line in lines if FORBIDDEN.search(line)]
    assert not [words for words in (*places(of), CAPTION, SHORT_CAPTION, *REVIEW_QUESTIONS) if FORBIDDEN.search(words)]
    if isinstance(of.band, Band):
        assert 0 <= of.band.low <= of.band.mean <= of.band.high <= 10


def band_of(*scores: int | None) -> FootWeek:
    of = foot_week("left", START, mornings(*scores))
    return of._replace(band=band(of))


def test_what_was_logged_is_summed_up_and_days_without_anything_are_named() -> None:
    def at(number: int) -> date:
        return START + timedelta(days=number)

    massage = Massage("left", (MassageStep("ki1", 90), MassageStep("calf", 60)))
    entries = (
        entry(Pain("left", "first-step", 5), at(0)),
        entry(massage, at(0)),
        entry(massage._replace(foot="right"), at(5)),
        entry(Activity("walking", 30, 4000), at(1)),
        entry(Activity("walking", None, 5000), at(1), "watch"),
        entry(Activity("walking", 20, 500), at(1)),
        entry(Care("acupuncture", 40, "spring", 4, 12), at(2)),
        entry(Care("stretching"), at(2)),
        entry(Care("stretching"), at(3)),
        entry(Note(), at(3)),
    )
    told = a_review(foot_week("left", START, {at(0): 5}), entries=entries)
    lines = all_lines(told)
    assert "Massage: 1 session, 3 min, on Mon." in lines
    assert "Active: 50 min, 5,000 steps, on Tue." in lines
    assert "Sitting: not logged." in lines
    assert "Care: acupuncture, spring, visit 4 of 12; stretching twice, on Wed, Thu." in lines
    assert "Notes: on Thu." in lines
    assert "Nothing logged on Fri, Sun." in lines, "the right foot's massage is something, too"
    assert "First steps, left: Mon 5, Tue not logged" in " ".join(lines)


def test_the_days_of_care_that_lasts_are_marked_and_not_empty() -> None:
    taping = entry(Care("taping", until=START + timedelta(days=3)), START + timedelta(days=1))
    insoles = entry(Care("insoles", until=START + timedelta(days=5)), START - timedelta(days=9))
    within = a_review(foot_week("left", START, {}), entries=(taping,))
    assert "Care: taping, on Tue, Wed, Thu." in all_lines(within)
    assert "Nothing logged on Mon, Fri, Sat, Sun." in all_lines(within)
    before = within._replace(logged=logged_in((taping,), ("left",), [insoles]))
    said = "insoles, since Sat 7 Nov 2026, until Sat 21 Nov 2026, on Mon, Tue, Wed, Thu, Fri, Sat."
    assert f"Care: taping; {said}" in all_lines(before)
    assert "Nothing logged on Sun." in all_lines(before)
    assert "Every day has an entry or care that lasts." in all_lines(before._replace(last=START + timedelta(days=4)))
    logged = review_to_json(before)["logged"]
    assert isinstance(logged, dict)
    assert (len(logged["care"]), len(logged["empty_days"]), len(logged["lasting_days"])) == (1, 6, 6)


def test_days_to_come_are_neither_logged_nor_missing() -> None:
    thursday = START + timedelta(days=3)
    told = a_review(foot_week("left", START, {START: 5}, thursday), entries=(entry(Note(), START),), last=thursday)
    assert "1 of 4 mornings" in " ".join(all_lines(told))
    assert "Nothing logged on Tue, Wed, Thu." in all_lines(told)
    assert not [line for line in all_lines(told) if "Fri" in line or "Sun" in line.replace("Sunday", "")]


@pytest.mark.parametrize(
    ("done", "planned", "words"),
    [(3, 5, "3 of 5 planned"), (0, 5, "0 of 5 planned"), (6, 5, "6 done, 5 planned"), (2, 0, "2, none planned")],
)
def test_a_plan_is_told_in_numbers(done: int, planned: int, words: str) -> None:
    plan = Plan("clinic", "daily", 1, START)
    assert format_plan(Standing(plan, "x", done, planned, 0, 0, None)) == words


@pytest.mark.parametrize("foot", ["left", "right"])
def test_feet_with_the_same_said_of_them_are_told_once(foot: Foot) -> None:
    other: Foot = "right" if foot == "left" else "left"
    none = NoBand("diary", 3, 21)
    both = [foot_week(one, START, {})._replace(band=none) for one in (foot, other)]
    assert caption_lines(a_review(*both)) == ["No band yet: 3 of 21 mornings; 18 more are needed."]
    both[1] = both[1]._replace(band=NoBand("diary", 4, 21))
    assert caption_lines(a_review(*both))[0].startswith(foot.capitalize())


def test_what_was_done_for_the_other_foot_is_not_counted_as_this_ones() -> None:
    feet: tuple[Foot, ...] = ("left", "right")
    guided = [Care("stretching", session=Guided(foot, "calf stretch", (GuidedStep("calf", 30),))) for foot in feet]
    massage = [Massage(foot, (MassageStep("ki1", 60 * minutes),)) for minutes, foot in enumerate(feet, 1)]
    facts: list[Fact] = [*guided, *massage, *(Sore(foot, ("arch",)) for foot in feet), Care("ice")]
    entries = [entry(fact, START + timedelta(days=n)) for n, fact in enumerate(facts)]
    for foot, other_days in zip(feet, ((1, 3, 5), (0, 2, 4)), strict=True):
        logged = logged_in(entries, (foot,))
        assert logged.care == ("stretching", "ice")
        assert [(one, logged.massage[one].sessions) for one in logged.massage] == [(foot, 1)]
        assert logged.days["other foot"] == {START + timedelta(days=day) for day in other_days}
        assert len(logged.sore) == 1
    assert logged_in(entries, feet).care == ("stretching twice", "ice")
    assert "other foot" not in logged_in(entries, feet).days
