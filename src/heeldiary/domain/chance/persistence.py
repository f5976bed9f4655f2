"""How likely a diary's scores are for each persistence of the day-to-day noise; many diaries at a time."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Days = NDArray[np.int64]
There = NDArray[np.bool_]

PERSISTENCES: Numbers = np.arange(20) / 20
"""The correlations from one day to the next that are tried: 0 to .95."""

_ROUNDING = 0.04
"""Of the variance, in points squared, what whole scores add that does not persist: half of 1/12, as the spread within
a block, to which it is compared, falls short of the whole. Chosen by simulation."""
_LEAST_SPREAD = 0.5
"""In points. Scores that are all alike do not mean that nothing varies: they are whole numbers."""


class ScoredMornings(NamedTuple):
    """The mornings of many diaries, one diary a row; rows are filled from the left and padded."""

    scores: Numbers
    """(diaries, mornings)"""
    days: Days
    """(diaries, mornings): day numbers, rising within a row."""
    blocks: Days
    """(diaries, mornings): from 0; within a block the level is taken to be one."""
    there: There
    """(diaries, mornings): false where a row is padded."""


class Likelihood(NamedTuple):
    """What is left of the scores when each block's level is taken out, told by an AR(1) process with gaps."""

    logarithm: Numbers
    """(diaries, persistences): restricted log likelihood, the spread at its best."""
    spread: Numbers
    """(diaries, persistences): the spread that goes with it, in points."""
    freedom: Numbers
    """(diaries, 1): mornings less blocks."""
    rounding: Numbers
    """(diaries, 1): the share of the variance that does not persist."""


def likelihood(mornings: ScoredMornings) -> Likelihood:
    """The restricted likelihood (REML) over `PERSISTENCES`; exact for gaps of any length, by Kalman's filter."""
    many, number = mornings.scores.shape
    here = mornings.there[..., None]
    levels = (mornings.blocks[..., None] == np.arange(mornings.blocks.max() + 1)) * here.astype(float)
    counts = levels.sum(1)
    means = np.einsum("dmb,dm->db", levels, mornings.scores) / np.maximum(counts, 1)
    rest = (mornings.scores - np.einsum("dmb,db->dm", levels, means)) * mornings.there
    freedom = np.maximum(1.0, mornings.there.sum(1) - (counts > 0).sum(1))[:, None]
    rounding = np.minimum(1 / 3, _ROUNDING / np.maximum((rest**2).sum(1, keepdims=True) / freedom, _LEAST_SPREAD**2))
    columns = np.concatenate([levels, rest[..., None]], axis=2)
    white = np.empty((many, len(PERSISTENCES), number, columns.shape[2]))
    log_variance = np.zeros((many, len(PERSISTENCES)))
    state, variance = np.zeros((many, len(PERSISTENCES), columns.shape[2])), np.zeros((many, len(PERSISTENCES)))
    gaps = np.diff(mornings.days, axis=1, prepend=0)
    for at in range(number):
        there = mornings.there[:, at, None]
        kept = PERSISTENCES ** np.where(there, gaps[:, at, None], 1) if at else np.zeros((many, len(PERSISTENCES)))
        variance = (1 - rounding) * (1 - kept**2) + kept**2 * variance
        whole = variance + rounding
        state = kept[..., None] * state
        surprise = columns[:, None, at] - state
        gain = variance / whole
        state += gain[..., None] * surprise
        variance = variance * (1 - gain)
        white[:, :, at] = surprise * np.where(there, 1 / np.sqrt(whole), 0)[..., None]
        log_variance += np.where(there, np.log(whole), 0)
    products = np.swapaxes(white, 2, 3) @ white
    unused = np.where(counts > 0, 0, 1)[:, None, :, None] * np.eye(counts.shape[1])
    inner, outer = products[..., :-1, :-1] + unused, products[..., :-1, -1]
    levels_found = np.linalg.solve(inner, outer[..., None])[..., 0]
    squares = np.maximum(products[..., -1, -1] - (outer * levels_found).sum(-1), 1e-9)
    logarithm = -0.5 * (log_variance + np.linalg.slogdet(inner)[1] + freedom * np.log(squares))
    return Likelihood(logarithm, np.maximum(np.sqrt(squares / freedom), _LEAST_SPREAD), freedom, rounding)
