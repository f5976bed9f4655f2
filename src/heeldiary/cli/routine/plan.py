"""`heeldiary routine plan`, `pause` and `resume`: planning routines, and pausing the plans."""

import os
from datetime import date

from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Arguments, Parser
from heeldiary.domain.days import FIRST_DAY, short_day
from heeldiary.domain.routine.plan import make_pause, parse_days
from heeldiary.domain.typed_days import parse_coming_day
from heeldiary.errors import BadInput, BadWord


def parser(name: str) -> Parser:
    """Return the parser of a subcommand."""
    match name:
        case "routine plan":
            parser = Parser(
                name,
                "Plan a routine for certain days, from today on; `none` ends the plan.",
                "  heeldiary routine plan clinic daily\n  heeldiary routine plan heel-raise every 2 days\n"
                "  heeldiary routine plan fascia-stretch daily, 3 times\n  heeldiary routine plan clinic mon wed fri\n"
                "  heeldiary routine plan clinic none",
            )
            parser.add_argument("routine", metavar="NAME", help="the routine")
            parser.add_argument("days", metavar="DAYS", nargs="+", help="daily; mon wed fri; every 2 days; none")
        case "routine pause":
            parser = Parser(
                name,
                "Pause all plans for some days: illness, travel. Those days do not count.",
                "  heeldiary routine pause --until 2026-12-01\n  heeldiary routine pause --until 1w --note flu",
            )
            parser.add_argument("--from", dest="first", metavar="DATE", help="the first day (default: today)")
            parser.add_argument("--until", dest="last", metavar="DATE", required=True, help="the last day")
            parser.add_argument("-n", "--note", metavar="TEXT", default="", help="why, in a few words")
        case _:
            parser = Parser(
                name,
                "End today's pause, or remove the one that starts on a day, even a later one.",
                "  heeldiary routine resume\n  heeldiary routine resume --from 2026-12-20",
            )
            parser.add_argument("--from", dest="first", metavar="DATE", help="the first day of the pause to remove")
    return parser


def run_plan(arguments: Arguments, context: CommandContext) -> None:
    """Plan a routine, or remove its plan."""
    from heeldiary.store.routine.plans import drop_plan, find_plan, save_plan
    from heeldiary.store.routine.routines import find_routine

    typed = " ".join(arguments.days)
    try:
        days = None if typed == "none" else parse_days(typed)
    except BadWord as problem:
        raise _with_whole_name(problem) if problem.word == arguments.days[0] != typed else problem from None
    if days is not None:
        with context.reading() as diary:
            find_routine(diary, arguments.routine)
    # Without a diary there is no plan to remove: none is created.
    with context.writing() if days or os.path.lexists(context.places.diary) else context.reading() as diary:
        was = find_plan(diary, arguments.routine)
        if days is None:
            name = drop_plan(diary, arguments.routine)
            now, text = "", "no longer planned"
        else:
            plan = save_plan(diary, arguments.routine, *days)
            name = plan.routine
            now, text = plan.words, f"{plan.words}, from {short_day(plan.since)}"
    before = f" (was {was.words})" if was and was.words != now else ""
    with context.done():
        context.print(f"Saved: {name}, {text}{before}")


def _with_whole_name(problem: BadWord) -> BadWord:
    """Return a refusal of days that also says how a name of several words is typed."""
    quotes = "a name of several words is one argument: heel-raise, or in quotes"
    return BadWord(problem.message, f"{problem.remedy}; {quotes}", problem.word, problem.named)


def run_pause(arguments: Arguments, context: CommandContext) -> None:
    """Pause all plans."""
    from heeldiary.store.routine.plans import save_pause

    with context.reading() as diary:
        today = diary.today()
        first = _date(arguments.first, today) if arguments.first else today
        pause = make_pause(first, _date(arguments.last, today), arguments.note)
    with context.writing() as diary:
        save_pause(diary, pause)
    with context.done():
        context.print(f"Saved: {pause.words}")


def run_resume(arguments: Arguments, context: CommandContext) -> None:
    """End today's pause, or remove the one named."""
    from heeldiary.store.routine.plans import delete_pause, end_pauses

    # Without a diary there is no pause: none is created.
    with context.writing() if os.path.lexists(context.places.diary) else context.reading() as diary:
        first = _date(arguments.first, diary.today()) if arguments.first is not None else None
        ended = end_pauses(diary, diary.today()) if first is None else [delete_pause(diary, first)]
    what = "Ended" if first is None else "Removed"
    with context.done():
        context.print(*(f"{what}: {pause.words}. heeldiary undo brings it back." for pause in ended))


def _date(typed: str, today: date) -> date:
    day = parse_coming_day(typed, today)
    if day < FIRST_DAY:
        raise BadInput("the diary begins at 1900-01-01", "give a later day")
    return day


RUNS = {"plan": run_plan, "pause": run_pause, "resume": run_resume}
"""The subcommands in this module."""
