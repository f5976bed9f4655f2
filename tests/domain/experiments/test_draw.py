"""The coins: balanced in every block, each order equally likely, and reproducible by anyone."""

import subprocess
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.experiments.draw import BLOCK, FAIR, ORDERS, draw, fingerprint, new_seed, redraw_bytes
from heeldiary.domain.experiments.experiment import Unit
from heeldiary.domain.experiments.result_text import procedure
from tests.experiments import experiment

SEEDS = st.binary(min_size=16, max_size=16).map(bytes.hex)


@given(SEEDS, st.integers(4, 28))
def test_every_block_of_four_days_has_two_of_each(seed: str, blocks: int) -> None:
    coins = draw(seed, "day", 4 * blocks)
    assert all(sorted(coins[at : at + 4]) == ["H", "H", "T", "T"] for at in range(0, len(coins), 4))
    assert len(coins) == 4 * blocks


@given(SEEDS, st.integers(6, 26))
def test_every_pair_of_weeks_has_one_of_each(seed: str, pairs: int) -> None:
    coins = draw(seed, "week", 2 * pairs)
    assert all(sorted(coins[at : at + 2]) == ["H", "T"] for at in range(0, len(coins), 2))


def test_a_block_in_days() -> None:
    assert (experiment("day").block_days, experiment("week", 12).block_days) == (4, 14)


@given(SEEDS, st.integers(4, 20))
def test_a_longer_experiment_begins_with_the_coins_of_a_shorter_one(seed: str, blocks: int) -> None:
    assert draw(seed, "day", 112).startswith(draw(seed, "day", 4 * blocks))


@pytest.mark.parametrize("unit", ["day", "week"])
def test_each_order_is_as_likely(unit: Unit) -> None:
    counted: Counter[str] = Counter()
    for number in range(300):
        coins = draw(f"{number:032x}", unit, 20 * BLOCK[unit])
        counted.update(coins[at : at + BLOCK[unit]] for at in range(0, len(coins), BLOCK[unit]))
    assert set(counted) == set(ORDERS[unit])
    expected = 6000 / len(ORDERS[unit])
    assert all(abs(times - expected) < 4.5 * expected**0.5 for times in counted.values())


@pytest.mark.parametrize("unit", ["day", "week"])
def test_the_shell_throws_the_same_coins(unit: Unit) -> None:
    seed = "00112233445566778899aabbccddeeff"
    line = procedure(unit, ORDERS[unit])[-1].removeprefix("In a shell: ").replace("SEED", seed)
    ran = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True, timeout=20)
    assert "".join(ORDERS[unit][int(number)] for number in ran.stdout.split()) == draw(seed, unit, 3 * BLOCK[unit])


def test_the_seed_comes_from_the_source_that_is_given() -> None:
    seed = new_seed(lambda number: bytes(range(number)))
    assert seed == "000102030405060708090a0b0c0d0e0f"
    assert len(fingerprint(seed)) == 16


def test_thrown_again_no_order_is_favoured_and_enough_numbers_are_there() -> None:
    told = redraw_bytes("ab", 4999 * 28)
    numbers = [told[at] << 8 | told[at + 1] for at in range(0, len(told), 2)]
    fair = [number for number in numbers if number < FAIR]
    assert FAIR % 6 == 0
    assert len(fair) >= 4999 * 28
