"""Plans and pauses in the diary, and the week's progress."""

from datetime import date, timedelta

from heeldiary.domain.days import monday, short_day
from heeldiary.domain.routine.plan import Pause, Plan, Standing, next_planned, plan_standing
from heeldiary.domain.routine.routine import Routine
from heeldiary.errors import BadInput
from heeldiary.store.diary import Diary
from heeldiary.store.routine.routines import (
    default_routine,
    find_routine,
    load_routines,
    name_as_saved,
    sessions_by_day,
)


def load_plans(diary: Diary) -> list[Plan]:
    """Return every plan, in the order of the routines' names."""
    return [
        Plan(routine, days, times, date.fromisoformat(since))
        for routine, days, times, since in diary.sql.rows(
            "SELECT routine, days, times, since FROM plan ORDER BY routine"
        )
    ]


def find_plan(diary: Diary, routine: str) -> Plan | None:
    """Return a routine's plan, by the routine's name in any case; None if it is not planned."""
    name = name_as_saved(diary, routine)
    return next((plan for plan in load_plans(diary) if plan.routine == name), None)


def load_pauses(diary: Diary) -> list[Pause]:
    """Return every pause, oldest first."""
    return [
        Pause(date.fromisoformat(first), date.fromisoformat(last), reason)
        for first, last, reason in diary.sql.rows("SELECT first_day, last_day, reason FROM pause ORDER BY first_day")
    ]


def save_plan(diary: Diary, routine: str, days: str, times: int) -> Plan:
    """Plan a routine from today on, as one undo step; raises BadInput if there is no such routine."""
    routine = find_routine(diary, routine).name
    plan = Plan(routine, days, times, diary.today())
    with diary.action(f"the plan for {routine}") as action:
        row: dict[str, str | int] = {"days": days, "times": times, "since": plan.since.isoformat()}
        action.keep("plan", routine, row)
    return plan


def drop_plan(diary: Diary, routine: str) -> str:
    """Remove a routine's plan, as one undo step, and return its name; raises BadInput if it is not planned."""
    routine = name_as_saved(diary, routine)
    if find_plan(diary, routine) is None:
        raise BadInput("that routine is not planned", "`heeldiary routine list` shows the plans")
    with diary.action(f"the end of the plan for {routine}") as action:
        action.keep("plan", routine, None)
    return routine


def save_pause(diary: Diary, pause: Pause) -> None:
    """Pause all plans for some days, as one undo step; an earlier pause that runs into it ends where it begins."""
    with diary.action(f"the pause from {short_day(pause.first)}") as action:
        for earlier in load_pauses(diary):
            if earlier.first < pause.first <= earlier.last:
                eve = pause.first - timedelta(days=1)
                action.keep("pause", earlier.first.isoformat(), {"last_day": eve.isoformat(), "reason": earlier.reason})
        action.keep("pause", pause.first.isoformat(), {"last_day": pause.last.isoformat(), "reason": pause.reason})


def end_pauses(diary: Diary, day: date) -> list[Pause]:
    """End each pause that covers a day on the day before, as one undo step; raises BadInput if there is none."""
    pauses = [pause for pause in load_pauses(diary) if pause.first <= day <= pause.last]
    if not pauses:
        raise BadInput("there is no pause on that day", "`heeldiary routine list` shows the pauses")
    with diary.action(f"the end of the pause from {short_day(pauses[0].first)}") as action:
        last = day - timedelta(days=1)
        for pause in pauses:
            row = {"last_day": last.isoformat(), "reason": pause.reason} if pause.first <= last else None
            action.keep("pause", pause.first.isoformat(), row)
    return pauses


def delete_pause(diary: Diary, first: date) -> Pause:
    """Delete the pause that starts on a day, as one undo step; raises BadInput if there is none."""
    saved = next((pause for pause in load_pauses(diary) if pause.first == first), None)
    if saved is None:
        raise BadInput("no pause starts on that day", "`heeldiary routine list` shows the pauses")
    with diary.action(f"the removal of the pause from {short_day(first)}") as action:
        action.keep("pause", first.isoformat(), None)
    return saved


def routine_for_today(diary: Diary, today: date) -> Routine:
    """Return today's routine: the planned one not done yet, else the default."""
    planned = next_planned(load_standings(diary, today))
    try:
        return find_routine(diary, planned) if planned else default_routine(diary)
    except BadInput:  # the planned routine is unreadable or was deleted
        return default_routine(diary)


def load_standings(diary: Diary, today: date) -> list[Standing]:
    """Return the progress in the week of `today` of each plan that had begun by then."""
    plans = [plan for plan in load_plans(diary) if plan.since <= today]
    if not plans:
        return []
    titles = {routine.name: routine.title for routine in load_routines(diary)}
    pauses = load_pauses(diary)
    return [
        plan_standing(
            plan, titles.get(plan.routine, plan.routine), today,
            sessions_by_day(diary, plan.routine, monday(today)), pauses,
        )
        for plan in plans
    ]  # fmt: skip
