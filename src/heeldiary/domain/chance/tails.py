"""How likely chance alone goes so far: tails of the normal and of Student's distribution."""

import numpy as np

from heeldiary.domain.chance.persistence import Numbers


def two_sided(t: Numbers, freedom: Numbers) -> Numbers:
    """How likely Student's t lies further from 0 than `t` (0 or more), on either side.

    Wallace's approximation (1959), within .001 from 10 degrees of freedom on, over Abramowitz and Stegun's 7.1.26.
    """
    z = (8 * freedom + 1) / (8 * freedom + 3) * np.sqrt(freedom * np.log1p(t * t / freedom))
    return normal_two_sided(z)


def normal_two_sided(z: Numbers) -> Numbers:
    """How likely a standard normal lies further from 0 than `z` (0 or more), on either side; within .0000002."""
    x = np.asarray(z) / np.sqrt(2)
    t = 1 / (1 + 0.3275911 * x)
    series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return np.asarray(series * np.exp(-x * x))
