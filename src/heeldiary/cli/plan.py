"""`heeldiary routine plan`, `pause` and `resume`: which routine on which days, and days on which none is meant."""

from datetime import date, timedelta

from heeldiary.cli.desk import Desk
from heeldiary.cli.parser import Arguments, Parser
from heeldiary.domain import text
from heeldiary.domain.days import FIRST_DAY, iso_day, short_day
from heeldiary.domain.plan import Pause, parse_days
from heeldiary.errors import BadInput

LONGEST_PAUSE = timedelta(days=366)


def parser(name: str) -> Parser:
    """The parser of one of the three."""
    match name:
        case "routine plan":
            made = Parser(
                name,
                "Plan a routine for some days, from today on; `none` plans it no more.",
                "  heeldiary routine plan clinic daily\n  heeldiary routine plan heel-raise every 2 days\n"
                "  heeldiary routine plan fascia-stretch daily, 3 times\n  heeldiary routine plan clinic mon wed fri\n"
                "  heeldiary routine plan clinic none",
            )
            made.add_argument("routine", metavar="NAME", help="the routine")
            made.add_argument("days", metavar="DAYS", nargs="+", help="daily; mon wed fri; every 2 days; none")
        case "routine pause":
            made = Parser(
                name,
                "Pause all plans for some days: illness, travel. They count for nothing then.",
                "  heeldiary routine pause --until 2026-12-01\n  heeldiary routine pause --until 2026-12-01 --note flu",
            )
            made.add_argument("--from", dest="first", metavar="DATE", help="the first day (default: today)")
            made.add_argument("--until", dest="last", metavar="DATE", required=True, help="the last day")
            made.add_argument("-n", "--note", metavar="TEXT", default="", help="why, in a few words")
        case _:
            made = Parser(name, "End the pause that holds today.", "  heeldiary routine resume")
    return made


def run_plan(arguments: Arguments, desk: Desk) -> None:
    """Plan a routine, or plan it no more."""
    from heeldiary.store.plans import drop_plan, keep_plan

    typed = " ".join(arguments.days)
    days = None if typed == "none" else parse_days(typed)
    with desk.writing() as diary:
        if days is None:
            drop_plan(diary, arguments.routine)
            told = "planned no more"
        else:
            made = keep_plan(diary, arguments.routine, *days)
            told = f"{made.words}, from {short_day(made.since)}"
    with desk.done():
        desk.print(f"Kept: {arguments.routine}, {told}")


def run_pause(arguments: Arguments, desk: Desk) -> None:
    """Pause all plans."""
    from heeldiary.store.plans import keep_pause

    reason = " ".join(text.clean(arguments.note)[0].split())
    if len(reason) > 200:
        raise BadInput("the reason has more than 200 characters", "shorten it")
    with desk.writing() as diary:
        first = _date(arguments.first) if arguments.first else diary.today()
        pause = Pause(first, _date(arguments.last), reason)
        if not first <= pause.last <= first + LONGEST_PAUSE:
            raise BadInput("the pause ends before it begins, or after more than a year", "give its last day again")
        keep_pause(diary, pause)
    with desk.done():
        desk.print(f"Kept: {pause.words}")


def run_resume(_: Arguments, desk: Desk) -> None:
    """End the pause that holds today."""
    from heeldiary.store.plans import drop_pause

    with desk.writing() as diary:
        pause = drop_pause(diary, diary.today())
    with desk.done():
        desk.print(f"Ended: {pause.words}. heeldiary undo brings it back.")


def _date(typed: str) -> date:
    day = iso_day(typed)
    if day is None or day < FIRST_DAY:
        raise BadInput("that is no date", "write it like 2026-12-01")
    return day
