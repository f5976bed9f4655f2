"""Tail probabilities of the normal and Student's t distribution."""

import numpy as np

from heeldiary.domain.chance.persistence import Numbers


def two_sided(t: Numbers, freedom: Numbers) -> Numbers:
    """Return the two-sided tail probability of Student's t beyond `t` (0 or more).

    Within .001 from 10 degrees of freedom on. References: Wallace 1959, Annals of Mathematical Statistics 30:1121.

    >>> two_sided(np.array([2.228]), np.array([10.0])).round(3)
    array([0.05])
    """
    z = (8 * freedom + 1) / (8 * freedom + 3) * np.sqrt(freedom * np.log1p(t * t / freedom))
    return normal_two_sided(z)


def normal_two_sided(z: Numbers) -> Numbers:
    """Return the two-sided tail probability of a standard normal beyond `z` (0 or more); within .0000002.

    References: Abramowitz and Stegun 1964, Handbook of Mathematical Functions, 7.1.26.

    >>> normal_two_sided(np.array([1.96])).round(3)
    array([0.05])
    """
    x = np.asarray(z) / np.sqrt(2)
    t = 1 / (1 + 0.3275911 * x)
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return np.asarray(series * np.exp(-x * x))
