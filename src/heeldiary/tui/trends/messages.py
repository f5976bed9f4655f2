"""The message line of the Trends page: the selected week's figures, and why a key does nothing."""

from heeldiary.charts.views import ViewName
from heeldiary.domain.weeks.text import format_mornings
from heeldiary.domain.weeks.weeks import Week

NO_WEEK_AFTER = "This is the latest week."
NO_WEEK_BEFORE = "This is the first week of the range; ] shows a longer one."
ALL_TRAPS = "All traps are on the screen already."


def format_selected(week: Week) -> str:
    """Return a week's first steps in a line: `Week 48: mean 4.5, 6 of 7 mornings`."""
    mean = "no morning logged" if week.mean is None else f"mean {week.mean:.1f}, {format_mornings(week)}"
    return f"Week {week.number}: {mean}"


def explain_no_weeks(view: ViewName) -> str:
    """Return why no week can be selected in a view."""
    return f"{view.capitalize()} covers the whole diary, so there is no week to choose."


def explain_no_range(view: ViewName | None, is_longer: bool) -> str:
    """Return why the range stays as it is; `view` is None in the views that have one."""
    if view is not None:
        return f"{view.capitalize()} covers the whole diary, so it has no range."
    return f"This is the {'longest' if is_longer else 'shortest'} range."
