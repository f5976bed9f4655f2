"""What the analysis of one foot's diary comes to."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from heeldiary.domain.analysis.observations import Material
from heeldiary.domain.change.change import Band, ThenAndNow, Trend, Waiting
from heeldiary.domain.links.links import Links
from heeldiary.domain.traps.traps import Traps


class Changes(NamedTuple):
    """What the weekly views and Change show: it needs the first mornings and the last two years of a diary, no more."""

    material: Material
    then_and_now: ThenAndNow | Waiting
    trend: Trend | Waiting
    bands: Mapping[date, Band]
    """By Monday; a week without enough mornings before it has none."""


class Findings(NamedTuple):
    """The same, and what needs the whole diary: Links and Traps."""

    material: Material
    then_and_now: ThenAndNow | Waiting
    trend: Trend | Waiting
    bands: Mapping[date, Band]
    links: Links
    traps: Traps
