"""The randomisation test is what brute force finds, its interval what a search finds; of pairs scipy says the same."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import permutation_test

from heeldiary.domain.chance.randomisation import (
    WIDEST_POINTS,
    Design,
    RandomisationResult,
    day_design,
    pair_design,
    randomisation_test,
)
from heeldiary.domain.experiments.draw import ORDERS
from tests.experiments import ended, experiment, mornings

SCORES = st.lists(st.integers(0, 10), min_size=16, max_size=16)
BLOCKS = st.lists(st.sampled_from(ORDERS["day"]), min_size=4, max_size=4).map("".join)
KEPT = st.sets(st.integers(0, 15), min_size=10, max_size=16).map(sorted)


def halves(coins: str) -> list[float]:
    return [0.5 if coin == "H" else -0.5 for coin in coins]


def small(scores: list[int], coins: str, kept: list[int]) -> tuple[Design, RandomisationResult, np.ndarray, np.ndarray]:
    """The verdict of a small experiment, all of whose draws are looked at."""
    design = day_design("ab", 16, np.array(kept))
    outcomes = np.array([[float(scores[day]) for day in kept]])
    own = np.array([halves(coins)])[:, kept]
    return design, randomisation_test(design, outcomes, own, 1), outcomes[0], own[0]


def brute_p(
    design: Design, outcomes: np.ndarray, own: np.ndarray, kept: list[int], shift: float
) -> tuple[float, float]:
    """The shares of all draws that are at least as far up, and as far down, by plain loops."""
    left = outcomes - shift * own

    def figure(coins: np.ndarray) -> float:
        size = float(coins @ design.weights @ coins)
        return float(coins @ design.weights @ left) / (size**0.5 if size > 1e-9 else 1.0)

    happened = figure(own)
    drawn = [figure(np.array(halves("".join(blocks)))[kept]) for blocks in product(ORDERS["day"], repeat=4)]
    up = sum(one >= happened - 1e-9 for one in drawn) / len(drawn)
    down = sum(one <= happened + 1e-9 for one in drawn) / len(drawn)
    return up, down


@given(SCORES, BLOCKS, KEPT)
def test_p_is_what_brute_force_finds(scores: list[int], coins: str, kept: list[int]) -> None:
    design, said, outcomes, own = small(scores, coins, kept)
    assert design.exact
    assert len(design.draws) == 6**4
    up, down = brute_p(design, outcomes, own, kept, 0.0)
    assert said.p_value[0] == pytest.approx(min(1, 2 * min(up, down)))


@given(SCORES, BLOCKS, KEPT)
def test_the_interval_is_what_is_not_refused(scores: list[int], coins: str, kept: list[int]) -> None:
    design, said, outcomes, own = small(scores, coins, kept)
    low, high = said.low[0], said.high[0]
    assert low <= said.difference[0] + 1e-6
    assert said.difference[0] <= high + 1e-6
    ends = [end for end in (low, high) if abs(end) < WIDEST_POINTS]
    for shift in (end + beside for end in ends for beside in (-1e-4, 1e-4) if high - low > 1e-3):
        up, down = brute_p(design, outcomes, own, kept, float(shift))
        assert (low < shift < high) == (2 * min(up, down) > 0.05), shift


@given(SCORES, BLOCKS, KEPT)
def test_p_and_interval_agree_and_the_chances_follow_the_size(scores: list[int], coins: str, kept: list[int]) -> None:
    _, said, outcomes, own = small(scores, coins, kept)
    if said.p_value[0] <= 0.05:
        assert not said.low[0] < -1e-6 or not said.high[0] > 1e-6
    else:
        assert said.low[0] <= 1e-6
        assert said.high[0] >= -1e-6
    design = day_design("ab", 16, np.array(kept))
    below = [float(randomisation_test(design, outcomes[None], own[None], worth).below[0]) for worth in (1, 2, 3)]
    assert below == sorted(below, reverse=True)
    assert 0 < below[0] < 1
    assert said.below[0] + said.above[0] <= 1


@given(SCORES, BLOCKS, KEPT, st.floats(-5, 5))
def test_more_pain_on_all_heads_days_shifts_difference_and_interval(
    scores: list[int], coins: str, kept: list[int], shift: float
) -> None:
    design, said, outcomes, own = small(scores, coins, kept)
    shifted = randomisation_test(design, (outcomes + shift * own)[None], own[None], 1)
    assert shifted.difference[0] == pytest.approx(said.difference[0] + shift, abs=1e-6)
    if abs(said.low[0]) < 4.9 and abs(said.high[0]) < 4.9:
        assert shifted.low[0] == pytest.approx(said.low[0] + shift, abs=1e-6)
        assert shifted.high[0] == pytest.approx(said.high[0] + shift, abs=1e-6)


@given(SCORES, BLOCKS, KEPT)
def test_heads_and_tails_changed_about_change_the_sign_alone(scores: list[int], coins: str, kept: list[int]) -> None:
    design, said, outcomes, own = small(scores, coins, kept)
    turned = randomisation_test(design, outcomes[None], -own[None], 1)
    assert turned.difference[0] == pytest.approx(-said.difference[0], abs=1e-6)
    assert turned.p_value[0] == pytest.approx(said.p_value[0])
    assert (turned.low[0], turned.high[0]) == pytest.approx((-said.high[0], -said.low[0]), abs=1e-6)


@given(st.lists(st.integers(-40, 40), min_size=6, max_size=9), st.integers(0, 511))
def test_pairs_of_weeks_agree_with_scipy(tenths: list[int], flips: int) -> None:
    pairs = len(tenths)
    outcomes = np.array(tenths, dtype=float)  # whole numbers: scipy has no room for ties that rounding parts
    signs = np.array([1.0 if flips >> n & 1 else -1.0 for n in range(pairs)])
    said = randomisation_test(pair_design("ab", pairs, np.arange(pairs)), outcomes[None], signs[None], 1)
    found = permutation_test(
        (outcomes * signs,), lambda x, axis: np.sum(x, axis=axis), permutation_type="samples", vectorized=True,
        n_resamples=np.inf,
    )  # fmt: skip
    assert said.p_value[0] == pytest.approx(found.pvalue)
    assert said.difference[0] == pytest.approx(np.mean(outcomes * signs))


def test_five_pairs_cannot_reach_p_05_and_six_can() -> None:
    for pairs, least in ((5, 0.0625), (6, 0.03125)):
        said = randomisation_test(
            pair_design("ab", pairs, np.arange(pairs)), np.full((1, pairs), 3.0), np.ones((1, pairs)), 1
        )
        assert said.p_value[0] == pytest.approx(least)


def test_a_longer_experiment_is_looked_at_by_draws_that_its_seed_decides() -> None:
    one = experiment(length=28)
    first, again = ended(one, mornings(one, -1.5)), ended(one, mornings(one, -1.5))
    assert first == again
    assert first.figures is not None
    assert (first.figures.exact, first.figures.draws) == (False, 4999)
    assert first.figures.p_value >= 2 / 5000


@given(st.integers(0, 10_000))
def test_the_difference_is_near_the_difference_of_means(seed: int) -> None:
    one = experiment(length=56, seed=seed)
    found = ended(one, mornings(one, -1.0, seed))
    heads, tails = found.mean("H"), found.mean("T")
    assert found.figures is not None
    assert heads is not None
    assert tails is not None
    assert abs(found.figures.difference - (heads - tails)) < 1.2
    assert found.figures.low < found.figures.difference < found.figures.high


def test_an_interval_without_an_end_ends_where_the_scale_does() -> None:
    design = pair_design("any seed", 4, np.arange(4))
    result = randomisation_test(design, np.array([[-2.0, 1.0, -2.0, 3.0]]), np.array([[1.0, -1.0, 1.0, -1.0]]), 1.0)
    assert (result.low[0], result.high[0]) == (-10, 10), "four pairs refuse no difference at all"
