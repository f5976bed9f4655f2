"""A look is what counting day by day makes of it."""

from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.chance.link_days import ScoredPairs
from heeldiary.domain.links.analysis_points import (
    ENOUGH_COVERAGE,
    ENOUGH_EACH,
    ENOUGH_PAIRS,
    analysis_point,
    next_analysis_at,
)
from heeldiary.domain.links.factors import Factor

FIRST = date(2026, 8, 31)
DAY = timedelta(days=1)


@given(
    seed=st.integers(0, 2**16),
    length=st.sampled_from((40, 60, 130, 400, 1500)),
    scored=st.sampled_from((0.3, 0.75, 0.9, 1.0)),
    known=st.sampled_from((0.2, 0.7, 0.9, 1.0)),
    share=st.sampled_from((0.01, 0.1, 0.5, 0.99)),
    name=st.sampled_from(("massage", "steps")),
    dropped=st.none() | st.integers(0, 1500),
)
def test_a_look_counts_its_days(
    seed: int, length: int, scored: float, known: float, share: float, name: str, dropped: int | None
) -> None:
    random = Random(seed)
    every = [FIRST + number * DAY for number in range(length)]
    scores = {day for day in every if random.random() < scored}
    mornings = [day for day in every if day in scores and day + DAY in scores]
    days = {day: random.randrange(90) if name == "steps" else int(random.random() < share) for day in every}
    days = {day: value for day, value in days.items() if random.random() < known}
    factor = Factor(name, FIRST, None if dropped is None else FIRST + dropped * DAY, days)
    taken = analysis_point(factor, ScoredPairs(dict.fromkeys(sorted(scores), 5)))

    pairs = [day for day in mornings if day in days and (factor.dropped_on is None or day < factor.dropped_on)]
    taken_pairs = [*map(date.fromordinal, taken.pairs)]
    assert taken_pairs == pairs[: len(taken_pairs)]
    assert taken.with_it == sum(days[day] >= taken.at_least for day in taken_pairs)
    assert len(pairs) < taken.next_look, "the latest look that there is"
    if taken.reason == "pairs":
        assert (len(taken.pairs), taken.next_look) == (len(pairs), ENOUGH_PAIRS)
        return
    few = min(taken.with_it, len(taken.pairs) - taken.with_it) < ENOUGH_EACH
    assert (taken.reason == "groups") == few
    if taken.next_look == len(pairs) + 1 and len(taken.pairs) == len(pairs) and few:
        return  # there never were enough with it and without it
    assert taken.next_look == next_analysis_at(len(taken.pairs))
    span = [day for day in every if taken_pairs[0] <= day <= taken_pairs[-1]]
    covered = sum(day in days and day + DAY in scores and {day, day + 2 * DAY} & scores != set() for day in span)
    assert few or (taken.reason == "coverage") == (covered < ENOUGH_COVERAGE * len(span))
