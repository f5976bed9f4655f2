"""The Diary's lines above the day's entries: plans, warning signs and what the coin says."""

from typing import TYPE_CHECKING

from heeldiary.store.warnings import dismiss, open_warnings
from heeldiary.tui.diary.day_page import DayPage
from heeldiary.tui.diary.experiment_line import ExperimentLine
from heeldiary.tui.diary.plan_lines import PlanLines
from heeldiary.tui.diary.warning_lines import SignLines

if TYPE_CHECKING:
    from heeldiary.domain.experiments.experiment import Said

_NEXT: "dict[Said, Said]" = {"-": "y", "y": "n", "n": "-"}


class DayLines:
    """Shows the lines and records what was done of the coin's decision."""

    def __init__(self, page: DayPage) -> None:
        self._page = page

    def show(self) -> None:
        """Show the lines of the page's day."""
        page = self._page
        plans, coin = page.query_one(PlanLines), page.query_one(ExperimentLine)
        if page.diary.has_plans():
            from heeldiary.store.routine.plans import (
                load_standings,  # imported late: it loads routines, which most diaries do not use
            )

            plans.show(load_standings(page.diary, page.day), page.day == page.today)
        else:
            plans.show(())
        if page.diary.has_experiments():
            from heeldiary.store.experiments import just_ended, on_day

            decided = on_day(page.diary, page.day)
            ended = just_ended(page.diary, page.today) if decided is None and page.day == page.today else None
            experiment, number = decided or (None, 0)
            coin.show(experiment, number, ended)
        else:
            coin.show(None)
        page.query_one(SignLines).show(open_warnings(page.diary, page.today) if page.day == page.today else ())

    def dismiss_sign(self) -> None:
        """Dismiss the first warning sign shown."""
        page = self._page
        signs = page.query_one(SignLines).signs
        if not signs:
            page.say("No warning sign is shown.")
            return
        page.change(lambda: dismiss(page.diary, signs[0].name), lambda _: page.say("Dismissed; u brings it back."))

    def say(self) -> None:
        """Step through: done as the coin said, not done, not logged."""
        page, day = self._page, self._page.day
        coin = page.query_one(ExperimentLine)
        today_experiment, number = coin.experiment, coin.number
        if today_experiment is None:
            page.say("No coin decides this day: x explains experiments.")
            return
        from heeldiary.domain.experiments.text import format_done
        from heeldiary.store.experiments import record_day

        experiment, said = today_experiment, _NEXT[today_experiment.said(number)]
        page.change(
            lambda: record_day(page.diary, experiment, day, said),
            lambda changed: page.say(f"{changed.arm(number)}: {format_done(said)}"),
        )
