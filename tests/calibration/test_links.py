"""Links on made-up diaries, with an untuned seed: how often a false one is claimed, and a true one found."""

import numpy as np
import pytest

from calibration.cells import Cell, Mean
from calibration.links import PEOPLE, null_cells, parted, told
from calibration.people import FACTOR_KINDS, Person, diaries
from heeldiary.domain.links.factors import Factor
from heeldiary.domain.links.links import Declared, links
from tests.domain.links.links_of_days import MONDAY, by_day

SEED = 47_110_815
SOME = ("", "recovering", "recovering to the floor", "weekends worse", "ceiling", "40 % missing", "missing when bad")
ROOM = 0.035
"""More than three standard errors of a share of .08 among 600 diaries."""


@pytest.mark.grid(1)
@pytest.mark.parametrize("persistence", [0.0, 0.3, 0.8])
def test_nothing_is_claimed_where_nothing_is(persistence: float) -> None:
    random = np.random.default_rng(SEED)
    people = {name: PEOPLE[name] for name in SOME}
    made = [
        *null_cells(random, 600, (56,), people, (persistence,)),
        *null_cells(random, 600, (84,), people, (persistence,)),
    ]
    shares = [cell for cell in made if isinstance(cell, Cell)]
    assert len(shares) == 2 * len(SOME)
    for cell in shares:
        assert cell.diaries > 450, cell
        assert cell.share < 0.10 + ROOM, cell
    assert np.mean([cell.share for cell in shares]) < 0.085
    assert np.mean([cell.share for cell in shares]) > 0.03, "a test that never claims anything is no test"
    for mean in made:
        assert not isinstance(mean, Mean) or abs(mean.mean) < 0.1, mean


@pytest.mark.parametrize(("persistence", "least"), [(0.0, 0.75), (0.3, 0.75), (0.6, 0.75), (0.8, 0.70)])
def test_a_true_point_is_found(persistence: float, least: float) -> None:
    others = FACTOR_KINDS[1:]
    random = np.random.default_rng(SEED)
    made = diaries(Person(persistence=persistence), 85, 800, random, ("coin", *others), (-1.0,))
    said = told(made)
    assert said.link[:, 0].mean() > least - 0.045
    assert said.difference[:, 0].mean() == pytest.approx(-1, abs=0.06)


def test_the_table_is_computed_as_the_product_computes() -> None:
    made = diaries(PEOPLE["20 % missing"], 190, 12, np.random.default_rng(SEED), FACTOR_KINDS, (0.0, 2.0))
    made.scores[:, :2] = np.nan_to_num(made.scores[:, :2], nan=5)  # the first day is a pair's
    said = told(made)
    for diary in range(12):
        use = ~np.isnan(made.scores[diary, 1:]) & ~np.isnan(made.scores[diary, :-1])
        days = int(np.nonzero(np.cumsum(use) == 84)[0][0]) + 2
        at = told(type(made)(made.scores[diary : diary + 1, :days], made.factors[diary : diary + 1, :days]))
        scores = by_day([None if np.isnan(score) else int(score) for score in made.scores[diary, :days]])
        factors = tuple(
            Factor(
                f"tag:{kind}",
                MONDAY,
                None,
                by_day([int(on) for on in parted(made.factors[diary : diary + 1, :days, n])[0]]),
            )
            for n, kind in enumerate(FACTOR_KINDS)
        )
        found = links("left", scores, (), Declared(factors))
        for n, link in enumerate(found.factors):
            assert link.verdict == ("link" if at.link[0, n] else "no-clear-link")
            assert link.difference == pytest.approx(at.difference[0, n], abs=0.051)
    assert said.known.all()
