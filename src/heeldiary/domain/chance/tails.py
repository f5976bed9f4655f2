"""Tail probabilities of the normal and Student's t distribution."""

import numpy as np

from heeldiary.domain.chance.persistence import Numbers


def two_sided(t: Numbers, freedom: Numbers) -> Numbers:
    """Return the two-sided tail probability of Student's t beyond `t` (0 or more).

    Wallace's approximation (1959) with Abramowitz and Stegun's 7.1.26; within .001 from 10 degrees of freedom on.
    """
    z = (8 * freedom + 1) / (8 * freedom + 3) * np.sqrt(freedom * np.log1p(t * t / freedom))
    return normal_two_sided(z)


def normal_two_sided(z: Numbers) -> Numbers:
    """Return the two-sided tail probability of a standard normal beyond `z` (0 or more); within .0000002."""
    x = np.asarray(z) / np.sqrt(2)
    t = 1 / (1 + 0.3275911 * x)
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return np.asarray(series * np.exp(-x * x))
