"""What the views of the Trends page show."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from heeldiary.domain.analysis.results import Analysis, ChangeAnalysis
from heeldiary.domain.weeks.weeks import CareDay, Event, Trends


class Subject(NamedTuple):
    """The content of a view."""

    trends: Trends
    scores: Mapping[date, int]
    """First-step scores by day."""
    care: Collection[date]
    """The Mondays of weeks with care."""
    selected: date
    """The Monday of the selected week."""
    sore: Mapping[date, Mapping[str, int]] = MappingProxyType({})
    """The number of days per sore area, by Monday; weeks with neither a mark nor a guided session are missing."""
    visits: Mapping[date, Sequence[int]] = MappingProxyType({})
    """The visit numbers, by day."""
    findings: ChangeAnalysis | Analysis | None = None
    """The results for the foot; None until computed. Links and Traps need `Analysis`."""
    care_days: Sequence[CareDay] = ()
    """The care in these weeks."""
    events: Sequence[Event] = ()
    """What began in these weeks, in the order of days."""
    panel: int = 0
    """The index of the trap shown if not all fit."""
