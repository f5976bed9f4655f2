"""A diary by date is fitted as the same diary written out day by day."""

from datetime import date, timedelta
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.chance.link_days import ScoredPairs
from heeldiary.domain.chance.links import estimate, estimates

FIRST = date(2026, 8, 31)


def days(values: list[int | None]) -> dict[date, int]:
    return {FIRST + timedelta(days=number): value for number, value in enumerate(values) if value is not None}


@given(
    seed=st.integers(0, 2**16),
    length=st.sampled_from((80, 200, 700)),
    begins=st.integers(0, 9),
    ends=st.integers(1, 9),
    left_out=st.sampled_from((0.0, 0.1)),
)
def test_by_date_as_day_by_day(seed: int, length: int, begins: int, ends: int, left_out: float) -> None:
    random = Random(seed)
    scores = [random.randrange(11) if random.random() < 0.9 else None for _ in range(length)]
    scores[0] = scores[-1] = 5
    amounts = [random.randrange(100) if random.random() < 0.9 else None for _ in range(length)]
    last = length - 1 - ends
    without = [number for number in range(length) if random.random() < left_out]
    found = ScoredPairs(days(scores)).estimate(
        days(amounts), 40, (FIRST.toordinal() + begins, FIRST.toordinal() + last),
        {FIRST + timedelta(days=number) for number in without},
    )  # fmt: skip
    shown = slice(begins, last + 2)
    done = [None if amount is None else amount >= 40 for amount in amounts]
    wanted = [number not in without for number in range(begins, last + 1)]
    expected = estimate(scores[shown], done[shown], wanted, FIRST + timedelta(days=begins))
    assert found == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize("length", [58, 90, 400, 5000])
def test_the_pieces_together_are_the_whole(length: int) -> None:
    """The columns of all pieces, put into one matrix and fitted by least squares."""
    random = np.random.default_rng(length)
    scores, done = random.integers(0, 11, length).astype(float), (random.random(length) < 0.4).astype(float)
    scores[random.random(length) < 0.1] = np.nan
    weekend = np.arange(length) % 7 >= 5
    bends = min(100, max(2, round((length - 2) / 42)))
    place = np.arange(length - 1) / (length - 2) * bends
    time = [np.maximum(0, 1 - np.abs(place - knot)) for knot in range(bends + 1)]
    before = np.r_[np.nan, done[:-2]]
    known = np.nonzero(~np.isnan(scores[1:]) & ~np.isnan(scores[:-1]))[0]
    before[0] = done[known].mean()
    columns = [weekend[1:], weekend[:-1], *time, scores[:-1] - 5, before, done[:-1]]
    fitted = np.column_stack(columns).astype(float)[known]
    parts = np.linalg.lstsq(fitted, scores[1:][known] - 5, rcond=None)[0]
    found = estimates(scores[None], done[None], weekend)
    assert found.difference[0] == pytest.approx(parts[-1], abs=1e-5)


@given(
    scored=st.sets(st.integers(0, 30), min_size=2),
    known=st.sets(st.integers(0, 30)),
    ends=st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted),
)
def test_covered_days_are_known_and_next_to_two_scored_mornings(
    scored: set[int], known: set[int], ends: list[int]
) -> None:
    mornings = ScoredPairs(days([5 if number in scored else None for number in range(31)]))
    first, last = (min(max(scored), max(min(scored), end)) for end in ends)
    pairs = {number for number in scored if number + 1 in scored}
    expected = [n for n in range(first, last + 1) if n in known and (n in pairs or n + 1 in pairs)]
    values = days([1 if number in known else None for number in range(31)])
    begins = FIRST.toordinal()
    assert mornings.covered(values, begins + first, begins + last) == len(expected)
