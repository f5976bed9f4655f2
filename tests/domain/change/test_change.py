"""Then and now, the trend and the bands: the same rules for better and for worse, and words that claim nothing."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.chance.change import noise_bands, then_and_now, trend
from heeldiary.domain.chance.noise import Noise, estimate_noise
from heeldiary.domain.change import text as change_words
from heeldiary.domain.change.change import NoiseBand, Period, ThenAndNow, TooEarly, Trend, compare_periods, judge_change
from heeldiary.domain.change.text import BEGINNING, IMPORTANT, format_then_and_now
from heeldiary.domain.weeks.weeks import Load, Week

FIRST = date(2026, 3, 2)
TENTHS = st.integers(0, 100).map(lambda tenths: tenths / 10)
SCORES = st.dictionaries(st.integers(0, 120), st.integers(0, 10), max_size=121)
FORBIDDEN = re.compile(
    r"help|caus|works|worked|because|proven|prove|significant|%|per ?cent|forecast|will be|diagnos|should|improv|"
    r"recover|better than|best|heal|cure|[↑↓↗↘▲▼→←!]",
    re.IGNORECASE,
)


def by_day(scores: dict[int, int]) -> dict[date, int]:
    return {FIRST + timedelta(days=day): scores[day] for day in sorted(scores)}


@pytest.mark.parametrize(
    ("then", "now", "band", "said"),
    [
        (6.0, 5.0, 1.0, "no clear change"),
        (6.0, 5.2, 0.7, "small"),
        (6.0, 5.0, 0.9, "noticeable"),
        (6.0, 4.1, 1.0, "noticeable"),
        (6.1, 4.1, 1.0, "noticeable"),
        (6.0, 4.0, 1.0, "the size people usually call much better"),
        (4.0, 6.0, 1.0, "the size people usually call much worse"),
        (7.0, 5.0, 1.0, "noticeable"),
        (5.0, 7.0, 1.0, "noticeable"),
        (9.0, 6.0, 3.1, "no clear change"),
        (0.0, 0.0, 0.0, "no clear change"),
    ],
)
def test_what_people_call_it(then: float, now: float, band: float, said: str) -> None:
    assert judge_change(then, now, band) == said


@given(then=TENTHS, now=TENTHS, band=TENTHS)
def test_the_same_for_better_and_for_worse(then: float, now: float, band: float) -> None:
    there, back = judge_change(then, now, band), judge_change(now, then, band)
    assert there.replace("better", "worse") == back.replace("better", "worse")
    assert (there == back) == ("much" not in there)


@given(scores=SCORES, since=st.none() | st.integers(0, 60))
def test_the_windows_are_the_calendars(scores: dict[int, int], since: int | None) -> None:
    days = by_day(scores)
    start = None if since is None else FIRST + timedelta(days=since)
    as_of = max(days, default=FIRST)
    found = compare_periods(days, as_of, start)
    counted = [day for day in days if start is None or day >= start]
    if isinstance(found, TooEarly):
        assert found.what == ("mornings" if len(counted) < 28 else "recent mornings")
        assert found.have < found.need
        return
    then, now = found
    size = 28 if len(counted) >= 56 else 14
    assert [*then.scores] == counted[:size]
    assert {*now.scores} == {day for day in counted if as_of - day < timedelta(days=size)}
    assert now.last == as_of
    assert not then.scores.keys() & now.scores.keys()
    assert len(now.scores) >= size // 2


@given(scores=SCORES)
def test_nothing_of_it_before_28_mornings(scores: dict[int, int]) -> None:
    days = by_day(scores)
    told = then_and_now(days, max(days, default=FIRST), estimate_noise(days))
    if len(days) < 28:
        assert told == TooEarly(len(days), 28, "mornings")
    else:
        assert isinstance(told, TooEarly) == (told.__class__ is TooEarly)


def test_a_diary_of_long_ago_with_few_mornings_now() -> None:
    days = by_day({**dict.fromkeys(range(28), 5), **dict.fromkeys(range(800, 808), 5)})
    assert then_and_now(days, max(days), estimate_noise(days)) == TooEarly(8, 21, "mornings of a year")


@given(scores=SCORES)
def test_a_band_needs_mornings_before_it_and_lies_around_their_mean(scores: dict[int, int]) -> None:
    days = by_day(scores)
    found = noise_bands(days, estimate_noise(days))
    assert noise_bands(days, None) == {}
    for start, band in found.items():
        before = [score for day, score in days.items() if timedelta(0) < start - day <= timedelta(days=28)]
        assert band.mornings == len(before) >= 12
        assert 0 <= band.low <= round(sum(before) / len(before) + 0.05, 1)
        assert 10 >= band.high >= round(sum(before) / len(before) - 0.05, 1)


def test_two_years_of_weeks_have_a_band_from_the_first_on() -> None:
    days = dict.fromkeys((FIRST + timedelta(days=n) for n in range(7 * 115)), 5)
    bands = noise_bands(days, Noise(1.0, 0.0, 364))
    assert [*bands] == [FIRST + timedelta(weeks=week) for week in range(115 - 104, 115)]
    assert {band.mornings for band in bands.values()} == {28}


def test_a_trend_waits_for_six_weeks_and_then_tells_the_steady_fall() -> None:
    falling = {day: 8 - day // 14 for day in range(84)}
    early = by_day({day: score for day, score in falling.items() if day < 34})
    assert trend(early, max(early)) == TooEarly(5, 6, "weeks")
    told = trend(by_day(falling), FIRST + timedelta(days=83))
    assert isinstance(told, Trend)
    assert (told.per_four_weeks, told.clear, len(told.means)) == (-2.0, True, 12)
    later = by_day({**falling, **dict.fromkeys(range(300, 307), 5)})
    assert trend(later, max(later)) == TooEarly(1, 6, "recent weeks")


def everything_said() -> Iterator[str]:
    """All sentences of `change_words`, of figures on every side of every rule."""
    now = FIRST + timedelta(days=120)
    for first, last in ((6, 6), (6, 5), (5, 6), (9, 4), (4, 9), (7, 5), (0, 0), (10, 10)):
        for band in (0.3, 1.5, 6.0):
            for since in (None, FIRST):
                then_window = Period(
                    FIRST, FIRST + timedelta(days=30), {FIRST + timedelta(days=n): first for n in range(28)}
                )
                now_window = Period(now - timedelta(days=27), now, {now - timedelta(days=n): last for n in range(20)})
                told_of = ThenAndNow(then_window, now_window, band, since)
                yield from format_then_and_now(told_of)
                yield from change_words.labels(told_of)
    for waiting in (
        TooEarly(0, 28, "mornings"),
        TooEarly(27, 28, "mornings"),
        TooEarly(0, 28, "mornings", FIRST),
        TooEarly(5, 7, "recent mornings"),
        TooEarly(8, 21, "mornings of a year"),
        TooEarly(4, 6, "weeks"),
        TooEarly(4, 6, "recent weeks"),
    ):
        yield from format_then_and_now(waiting)
        yield change_words.format_trend(waiting)
    for value, low, high in ((-0.9, -1.5, -0.2), (0.9, 0.2, 1.5), (0.0, -0.5, 0.5), (0.2, 0.0, 0.4)):
        told = Trend(value, low, high, {FIRST: 5.0}, FIRST)
        yield change_words.format_trend(told)
        yield change_words.format_trend_briefly(told)
    week = Week(FIRST, (5, 5, 5, 5), Load())
    for band_of_week in (None, NoiseBand(4.0, 6.0, 20), NoiseBand(1.0, 2.0, 20), NoiseBand(7.0, 8.0, 20)):
        yield change_words.format_band_place(week, band_of_week)
    yield from (change_words.band_caption(True), change_words.band_caption(False))
    yield from (*change_words.BAND_CAPTIONS, change_words.NO_BAND, BEGINNING, IMPORTANT)
    yield from (change_words.IMPORTANT_BRIEF, change_words.COMPUTING)


def test_no_sentence_claims_what_a_diary_cannot_know() -> None:
    said = {*everything_said()}
    assert len(said) > 60
    for sentence in said:
        assert not FORBIDDEN.search(sentence), sentence


def test_what_every_then_and_now_says() -> None:
    now = FIRST + timedelta(days=120)
    for last in (6, 5, 2):
        told = ThenAndNow(
            Period(FIRST, FIRST + timedelta(days=30), {FIRST + timedelta(days=n): 6 for n in range(28)}),
            Period(now - timedelta(days=27), now, {now - timedelta(days=n): last for n in range(20)}),
            0.8,
        )
        words = " ".join(format_then_and_now(told))
        for figure in (
            "28 mornings",
            "mean 6.0",
            "20 mornings",
            f"mean {last}.0",
            "differ by up to 0.8",
            told.verdict,
            BEGINNING,
        ):
            assert figure in words
        assert (IMPORTANT in words) == ("much" not in words), "a least difference never stands beside much better"


def test_a_brief_line_fits_80_columns() -> None:
    for sentence in (BEGINNING, change_words.IMPORTANT_BRIEF):
        assert len(sentence) <= 76
    longest = Trend(-10.0, -10.0, 10.0, dict.fromkeys((FIRST + timedelta(days=7 * n) for n in range(12)), 5.0), FIRST)
    assert len(change_words.format_trend_briefly(longest)) <= 76


def test_a_known_noise_makes_the_band_that_it_should() -> None:
    days = dict.fromkeys((FIRST + timedelta(days=n) for n in range(35)), 5)
    (band,) = (
        band for start, band in noise_bands(days, Noise(1.0, 0.0, 35)).items() if start == FIRST + timedelta(days=28)
    )
    assert (band.low, band.high) == (4.3, 5.7)  # 5 and 1.645 times the root of 1/28 + 1/7


def steady(then: int, now: int, band: float = 0.6, first: date = date(2025, 11, 23)) -> ThenAndNow:
    """Two periods of 28 mornings, each with the same score."""
    days = [timedelta(days=number) for number in range(28)]
    before = {first + day: then for day in days}
    after = {date(2026, 10, 26) + day: now for day in days}
    first_mornings, last_days = (Period(min(scores), max(scores), scores) for scores in (before, after))
    return ThenAndNow(first_mornings, last_days, band)


@pytest.mark.parametrize(
    ("then", "now", "briefest"),
    [
        (7, 4, "Now 4.0, Nov/Dec 2025 7.0: called much better."),
        (4, 7, "Now 7.0, Nov/Dec 2025 4.0: called much worse."),
        (4, 5, "Now 5.0, Nov/Dec 2025 4.0: noticeably higher."),
        (5, 4, "Now 4.0, Nov/Dec 2025 5.0: noticeably lower."),
        (5, 5, "Now 5.0, Nov/Dec 2025 5.0: no clear change."),
    ],
)
def test_every_answer_dates_the_first_mornings_and_says_lower_or_higher(then: int, now: int, briefest: str) -> None:
    answers = change_words.answers_of_change(steady(then, now))
    assert answers[-1] == briefest
    assert all(f"{now}.0" in answer and f"{then}.0" in answer and "Nov/Dec 2025" in answer for answer in answers)
    assert [len(answer) for answer in answers] == sorted((len(answer) for answer in answers), reverse=True)
    assert all("chance ±0.6" in answer for answer in answers[:2])
    assert not any(FORBIDDEN.search(answer) for answer in answers)


def test_a_little_is_said_as_such_and_one_month_is_named_once() -> None:
    scores = {FIRST + timedelta(days=number): 5 + (number % 2) for number in range(28)}
    then = Period(FIRST, FIRST + timedelta(days=27), scores)
    now = steady(5, 5).now
    assert change_words.answers_of_change(ThenAndNow(then, now, 0.1))[-1] == "Now 5.0, Mar 2026 5.5: a little lower."


def test_the_answer_about_the_last_weeks_has_its_interval_and_none_before_it_can_say() -> None:
    means = {FIRST + timedelta(weeks=number): 5.0 for number in range(12)}
    unclear, falling = Trend(-0.1, -0.4, 0.2, means, FIRST), Trend(-0.5, -0.8, -0.2, means, FIRST)
    said = "The last 12 weeks: no clear rise or fall (0.4 lower to 0.2 higher per 4 weeks)."
    assert change_words.answer_of_trend(unclear) == said
    assert change_words.answer_of_trend(falling) == "The last 12 weeks: 0.5 lower per 4 weeks (0.8 lower to 0.2 lower)."
    assert change_words.answer_of_trend(TooEarly(3, 6, "weeks")) == ""
