"""The analysis of one foot: its parts agree, and what a running experiment seals stays sealed."""

from datetime import date, timedelta
from random import Random

import pytest

from heeldiary.domain.analysis.analysis import analyse, analyse_change, analyse_traps
from heeldiary.domain.analysis.observations import Observations, first_noise_day, first_recent_day
from heeldiary.domain.chance.noise import NOISE_DAYS, estimate_noise
from heeldiary.domain.links.links import Declared

TODAY = date(2026, 11, 22)
RANDOM = Random(1)
SCORES = {TODAY - timedelta(days=ago): RANDOM.randrange(2, 9) for ago in range(119, -1, -1)}
MASSAGED = frozenset(day for day in SCORES if day.toordinal() % 2)
OBSERVED = Observations("left", TODAY, SCORES, frozenset(), MASSAGED)


@pytest.mark.parametrize(
    ("sealed", "is_sealed"),
    [((), False), (("massage",), True), (("care:ice",), False), (("care:ice", "massage"), True)],
)
def test_traps_say_nothing_of_massage_while_an_experiment_about_it_runs(
    sealed: tuple[str, ...], is_sealed: bool
) -> None:
    observed = OBSERVED._replace(declared=Declared(sealed=frozenset(sealed)))
    reactive = analyse_traps(observed, estimate_noise(SCORES)).reactive
    assert (reactive.sealed, reactive.enough) == (is_sealed, not is_sealed)


def test_the_change_alone_is_as_in_the_whole() -> None:
    whole, change = analyse(OBSERVED), analyse_change(OBSERVED)
    assert whole[: len(change)] == change
    assert whole.traps == analyse_traps(OBSERVED, estimate_noise(SCORES))
    assert whole.traps.worst.chance is not None


def test_a_diary_without_noise_has_traps_without_the_part_of_chance() -> None:
    few = dict([*SCORES.items()][:20])
    traps = analyse(OBSERVED._replace(scores=few)).traps
    assert traps.worst.chance is None
    assert traps.gaps.logged.part == 20


def test_how_far_back_it_reaches() -> None:
    assert first_recent_day(TODAY) == date(2026, 11, 16) - timedelta(weeks=108)
    assert (TODAY - first_noise_day(TODAY)).days + 1 == NOISE_DAYS
