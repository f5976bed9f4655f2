"""The results of an analysis."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from heeldiary.domain.analysis.observations import Observations
from heeldiary.domain.change.change import NoiseBand, ThenAndNow, TooEarly, Trend
from heeldiary.domain.links.links import Links
from heeldiary.domain.traps.traps import Traps


class ChangeAnalysis(NamedTuple):
    """The results that need only the first mornings and the last two years: the weekly views and Change."""

    observations: Observations
    then_and_now: ThenAndNow | TooEarly
    trend: Trend | TooEarly
    bands: Mapping[date, NoiseBand]
    """The noise band of each week, by Monday; weeks without enough mornings before them have none."""


class Analysis(NamedTuple):
    """All results, including those that need the whole diary: Links and Traps."""

    observations: Observations
    then_and_now: ThenAndNow | TooEarly
    trend: Trend | TooEarly
    bands: Mapping[date, NoiseBand]
    links: Links
    traps: Traps
