"""What is read for then and now, the trend, the bands, the review and the courses gives what the whole diary gives."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from heeldiary.domain.analysis.analysis import analyse, analyse_change
from heeldiary.domain.analysis.observations import first_noise_day, first_recent_day
from heeldiary.domain.chance.change import BAND_WEEKS, BASELINE_DAYS
from heeldiary.domain.chance.noise import NOISE_DAYS, Noise, tolerance
from heeldiary.domain.courses.chance_ranges import courses_by_chance
from heeldiary.domain.days import FIRST_DAY, Span, monday
from heeldiary.domain.entries import Care, Entry, Fact, Pain
from heeldiary.domain.review.band import band
from heeldiary.domain.review.review import foot_week
from heeldiary.store.diary import Diary
from heeldiary.store.weeks.courses import course_scores, load_courses
from heeldiary.store.weeks.observations import load_observations, load_observations_for_change
from heeldiary.store.weeks.review import load_review

TODAY = date(2026, 11, 22)


def put(diary: Diary, facts: list[tuple[int, Fact]]) -> None:
    """Log facts, each this many days ago."""
    with diary.action("made up") as action:
        action.put_new([
            Entry(diary.new_id(), TODAY - timedelta(days=ago), diary.now(), None, False, "typed", (), "", fact)
            for ago, fact in facts
        ])  # fmt: skip


def empty(diary: Diary) -> None:
    """Take all of it back."""
    while diary.sql.value("SELECT count(*) FROM action"):
        diary.undo()


def mornings(seed: int, longest: int, gaps: int, share: float) -> list[tuple[int, Fact]]:
    """Scores of one foot over this many days, with whole stretches missing."""
    random = Random(seed)
    out = set()
    for _ in range(gaps):
        first = random.randrange(longest)
        out |= set(range(first, first + random.choice((20, 200, 700))))
    level = random.uniform(1, 9)
    return [
        (ago, Pain("left", "first-step", min(10, max(0, round(random.gauss(level, 1.5))))))
        for ago in range(longest)
        if ago not in out and random.random() < share
    ]


several = given(
    seed=st.integers(0, 2**16),
    longest=st.sampled_from((1, 27, 60, 400, 800, 1500)),
    gaps=st.integers(0, 3),
    share=st.sampled_from((0.2, 0.6, 1.0)),
    seen=st.sampled_from((0, 1, 13, 100, 500, 1000)),
    baseline=st.sampled_from((None, 10, 100, 900)),
)
in_turn = settings(
    max_examples=settings().max_examples // 3,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@several
@example(seed=1, longest=1500, gaps=0, share=1.0, seen=0, baseline=900)
@in_turn
def test_changes_are_those_of_the_whole_diary(
    diary: Diary, seed: int, longest: int, gaps: int, share: float, seen: int, baseline: int | None
) -> None:
    empty(diary)
    put(diary, mornings(seed, longest, gaps, share))
    if baseline is not None:
        with diary.action("a baseline") as action:
            action.set("baseline-from", (TODAY - timedelta(days=baseline)).isoformat())
    as_of = TODAY - timedelta(days=seen)
    whole, part = (
        analyse(load_observations(diary, "left", as_of)),
        analyse_change(load_observations_for_change(diary, "left", as_of)),
    )
    assert part.then_and_now == whole.then_and_now
    assert part.trend == whole.trend
    assert part.bands == whole.bands
    assert part.observations.scores.items() <= whole.observations.scores.items()
    assert list(part.observations.scores) == sorted(part.observations.scores)


@several
@in_turn
def test_a_review_is_that_of_the_whole_diary(
    diary: Diary, seed: int, longest: int, gaps: int, share: float, seen: int, baseline: int | None
) -> None:
    del baseline
    empty(diary)
    put(diary, mornings(seed, longest, gaps, share))
    as_of = TODAY - timedelta(days=seen // 2)
    start = monday(TODAY - timedelta(days=seen))
    whole = diary.first_steps(Span(FIRST_DAY, as_of))
    for of in load_review(diary, start, as_of).feet:
        assert band(of) == band(foot_week(of.foot, start, whole[of.foot]))


@several
@in_turn
def test_courses_are_those_of_the_whole_diary(
    diary: Diary, seed: int, longest: int, gaps: int, share: float, seen: int, baseline: int | None
) -> None:
    empty(diary)
    random = Random(seed)
    visits = sorted(random.sample(range(1500), 9), reverse=True)
    put(diary, [
        *mornings(seed, longest, gaps, share),
        *((ago, Care("acupuncture", course=f"course {n // 3}", visit=1 + n % 3)) for n, ago in enumerate(visits)),
        (baseline or 0, Care("ice")),
    ])  # fmt: skip
    as_of = TODAY - timedelta(days=seen)
    found = load_courses(diary, as_of)
    whole = diary.first_steps(Span(FIRST_DAY, as_of))["left"]
    part = course_scores(diary, "left", found, as_of)
    assert courses_by_chance(found, part, as_of) == courses_by_chance(found, whole, as_of)


def test_what_is_read_reaches_as_far_back_as_what_is_computed() -> None:
    for number in range(14):
        last = TODAY + timedelta(days=number)
        assert first_recent_day(last) <= monday(last) - timedelta(days=7 * (BAND_WEEKS - 1) + BASELINE_DAYS)
        assert (last - first_noise_day(last)).days == NOISE_DAYS - 1
        assert first_recent_day(last) <= first_noise_day(last)


@pytest.mark.parametrize("persistence", [0.0, 0.6, 0.95])
def test_nothing_persists_over_many_years(persistence: float) -> None:
    """So years between two times are no more than some years, to the last digit."""
    noise = Noise(1.5, persistence, 300)
    then = [TODAY + timedelta(days=number) for number in range(28)]

    def after(days: int) -> float:
        return tolerance(noise, then, [TODAY + timedelta(days=days + number) for number in range(28)])

    assert after(2500) == after(18_000)
    assert round(after(1500), 9) == round(after(2500), 9)
    assert after(29) < after(2500) or persistence == 0.0
