"""The likelihood of each persistence of the day-to-day noise, for many diaries at once."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Days = NDArray[np.int64]
Marks = NDArray[np.bool_]

PERSISTENCES: Numbers = np.arange(20) / 20
"""The day-to-day correlations considered: 0 to .95."""

_ROUNDING = 0.04
"""The variance added by rounding to whole scores, in points squared: half of 1/12, because the spread within a block,
which it is compared with, underestimates the whole. Chosen by simulation."""
_LEAST_SPREAD = 0.5
"""The least spread in points: equal scores do not mean no variation, as they are whole numbers."""


class ScoredMornings(NamedTuple):
    """The mornings of many diaries, one diary a row, filled from the left and padded."""

    scores: Numbers
    """(diaries, mornings)"""
    days: Days
    """(diaries, mornings): day numbers, increasing within a row."""
    blocks: Days
    """(diaries, mornings): the block's index; within a block the level is constant."""
    is_scored: Marks
    """(diaries, mornings): false for padding."""


class Likelihood(NamedTuple):
    """The fit of an AR(1) process with gaps to the scores, after removing each block's level."""

    logarithm: Numbers
    """(diaries, persistences): restricted log likelihood, maximised over the spread."""
    spread: Numbers
    """(diaries, persistences): the maximising spread, in points."""
    freedom: Numbers
    """(diaries, 1): mornings minus blocks."""
    rounding: Numbers
    """(diaries, 1): the share of the variance from rounding."""


def likelihood(mornings: ScoredMornings) -> Likelihood:
    """Return the restricted likelihood (REML) over `PERSISTENCES`, exact for any gaps, by the Kalman filter."""
    many, number = mornings.scores.shape
    is_logged = mornings.is_scored[..., None]
    levels = (mornings.blocks[..., None] == np.arange(mornings.blocks.max() + 1)) * is_logged.astype(float)
    counts = levels.sum(1)
    means = np.einsum("dmb,dm->db", levels, mornings.scores) / np.maximum(counts, 1)
    rest = (mornings.scores - np.einsum("dmb,db->dm", levels, means)) * mornings.is_scored
    freedom = np.maximum(1.0, mornings.is_scored.sum(1) - (counts > 0).sum(1))[:, None]
    rounding = np.minimum(1 / 3, _ROUNDING / np.maximum((rest**2).sum(1, keepdims=True) / freedom, _LEAST_SPREAD**2))
    columns = np.concatenate([levels, rest[..., None]], axis=2)
    white = np.empty((many, len(PERSISTENCES), number, columns.shape[2]))
    log_variance = np.zeros((many, len(PERSISTENCES)))
    state, variance = np.zeros((many, len(PERSISTENCES), columns.shape[2])), np.zeros((many, len(PERSISTENCES)))
    gaps = np.diff(mornings.days, axis=1, prepend=0)
    for at in range(number):
        is_scored = mornings.is_scored[:, at, None]
        carried = (
            PERSISTENCES ** np.where(is_scored, gaps[:, at, None], 1) if at else np.zeros((many, len(PERSISTENCES)))
        )
        variance = (1 - rounding) * (1 - carried**2) + carried**2 * variance
        whole = variance + rounding
        state = carried[..., None] * state
        surprise = columns[:, None, at] - state
        gain = variance / whole
        state += gain[..., None] * surprise
        variance = variance * (1 - gain)
        white[:, :, at] = surprise * np.where(is_scored, 1 / np.sqrt(whole), 0)[..., None]
        log_variance += np.where(is_scored, np.log(whole), 0)
    products = np.swapaxes(white, 2, 3) @ white
    unused = np.where(counts > 0, 0, 1)[:, None, :, None] * np.eye(counts.shape[1])
    inner, outer = products[..., :-1, :-1] + unused, products[..., :-1, -1]
    levels_found = np.linalg.solve(inner, outer[..., None])[..., 0]
    squares = np.maximum(products[..., -1, -1] - (outer * levels_found).sum(-1), 1e-9)
    logarithm = -0.5 * (log_variance + np.linalg.slogdet(inner)[1] + freedom * np.log(squares))
    return Likelihood(logarithm, np.maximum(np.sqrt(squares / freedom), _LEAST_SPREAD), freedom, rounding)
