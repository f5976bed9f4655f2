"""The power of an experiment: none where nothing can be compared, and more with more points and days."""

from datetime import date, timedelta

from heeldiary.domain.chance.noise import Noise
from heeldiary.domain.chance.power import OWN_DAYS, power, power_table
from heeldiary.domain.experiments.experiment import Unit

TODAY = date(2026, 11, 22)
NOISE = Noise(1.3, 0.3, 56)


def test_nothing_is_found_where_nothing_can_be_compared() -> None:
    units: tuple[Unit, ...] = ("day", "week")
    for unit in units:
        assert power(NOISE, unit, 12, 3.0, missing=1.0) == 0
    assert power(NOISE, "day", 4, 3.0) == 0, "four mornings"
    assert power(NOISE, "week", 2, 3.0) == 0, "one pair of weeks"


def test_a_difference_of_nothing_is_found_by_chance_alone_and_a_large_one_nearly_always() -> None:
    assert 0.02 < power(NOISE, "day", 28, 0.0) < 0.08
    assert power(NOISE, "day", 28, 3.0) > 0.98


def test_only_mornings_of_the_last_twelve_weeks_count_as_ones_own() -> None:
    every_third = {TODAY - timedelta(days=days): 5 + days % 2 for days in range(OWN_DAYS - 1, 0, -3)}
    old = {TODAY - timedelta(days=days): 3 for days in range(OWN_DAYS + 200, OWN_DAYS - 1, -1)}
    table = power_table(old | every_third, TODAY, "day", 1, (16,))
    assert (table.own_mornings, table.missing) == (len(every_third), 0.6), "two in three missing, counted as 0.6"
    assert [line.length for line in table.lines] == [16]
    assert power_table(old, TODAY, "day", 1, (16,))[2:] == (None, 0.0)


def test_the_share_of_missing_mornings_is_that_of_the_last_eight_weeks_without_today() -> None:
    days = [days for days in range(1, OWN_DAYS) if days > 56 or days % 5]
    scores = {TODAY - timedelta(days=ago): 4 + ago % 3 for ago in reversed(days)}
    assert power_table(scores, TODAY, "day", 1, (16,)).missing == 0.2
    assert power_table(scores | {TODAY: 5}, TODAY, "day", 1, (16,)).missing == 0.2
