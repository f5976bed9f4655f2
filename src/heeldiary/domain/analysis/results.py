"""What the analysis of one foot's diary comes to."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from heeldiary.domain.analysis.observations import Observations
from heeldiary.domain.change.change import NoiseBand, ThenAndNow, TooEarly, Trend
from heeldiary.domain.links.links import Links
from heeldiary.domain.traps.traps import Traps


class ChangeAnalysis(NamedTuple):
    """What the weekly views and Change show: it needs the first mornings and the last two years of a diary, no more."""

    observations: Observations
    then_and_now: ThenAndNow | TooEarly
    trend: Trend | TooEarly
    bands: Mapping[date, NoiseBand]
    """By Monday; a week without enough mornings before it has none."""


class Analysis(NamedTuple):
    """The same, and what needs the whole diary: Links and Traps."""

    observations: Observations
    then_and_now: ThenAndNow | TooEarly
    trend: Trend | TooEarly
    bands: Mapping[date, NoiseBand]
    links: Links
    traps: Traps
