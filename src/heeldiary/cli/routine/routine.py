"""`heeldiary routine`: the app in the routine, and the subcommands for routines."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any

from heeldiary.cli.commands import ROUTINE_JSON
from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Arguments, Parser
from heeldiary.domain.durations import clock_digits
from heeldiary.domain.routine.built_in import BUILT_IN
from heeldiary.domain.routine.plan import Standing
from heeldiary.domain.routine.routine import Routine
from heeldiary.domain.routine.text import format_step
from heeldiary.domain.scales import parse_feet
from heeldiary.errors import BadInput, BadWord, did_you_mean

WHATS = {
    "list": "routine.routine",
    "show": "routine.routine",
    "start": "routine.routine",
    "check": "routine.own_routines",
    "new": "routine.own_routines",
    "edit": "routine.own_routines",
    "delete": "routine.own_routines",
    "plan": "routine.plan",
    "pause": "routine.plan",
    "resume": "routine.plan",
}
"""The subcommands of `heeldiary routine`, with their modules."""


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """Open the app in the routine, or run a subcommand."""
    if argv and argv[0] in WHATS:
        what, *rest = argv
        if argv == ["start"]:
            raise BadInput("a routine is started by its name", f"the names are {', '.join(_names(context))}")
        if context.options.json and what not in ROUTINE_JSON:
            raise BadInput(f"`heeldiary {name} {what}` has no --json", "leave --json out")
        module = import_module(f"heeldiary.cli.{WHATS[what]}")
        named = f"{name} {what}"
        module.RUNS[what](module.parser(named).read(rest, context.out), context)
        return
    if argv and not argv[0].startswith("-"):
        if begun := [own for own in _names(context) if own.lower() == argv[0].lower()]:
            raise BadInput("a routine is started by its name", f"did you mean `heeldiary routine start {begun[0]}`?")
        remedy = did_you_mean(argv[0], WHATS, f"subcommands: {', '.join(WHATS)}; to begin one: start NAME")
        wrong = "`heeldiary routine` cannot do"
        raise BadWord(f"{wrong} that", remedy, argv[0], f"{wrong} {{}}")
    if context.options.json:
        raise BadInput(f"`heeldiary {name}` has no --json", f"{' and '.join(ROUTINE_JSON)} have it")
    run_start(parser(name).read(argv, context.out), context)


def _names(context: CommandContext) -> list[str]:
    """Return the names of the routines, the person's own first."""
    from heeldiary.store.routine.routines import load_own_texts

    with context.reading() as diary:
        return [*load_own_texts(diary), *BUILT_IN]


def parser(name: str) -> Parser:
    """Return the parser of `routine`, `routine list`, `routine show` or `routine start`."""
    match name:
        case "routine list":
            about = (
                "List every routine, built in or your own: how long it takes per foot, and this week against its plan."
            )
            return Parser(name, about, "  heeldiary routine list")
        case "routine show":
            parser = Parser(
                name,
                "Show one routine step by step; with --toml, as a file that you can change and save under another "
                "name.",
                "  heeldiary routine show clinic\n  heeldiary routine show heel-raise --toml > mine.toml",
            )
            parser.add_argument("routine", metavar="NAME", help="the routine")
            parser.add_argument("--toml", action="store_true", help="as a TOML file")
            return parser
        case "routine start":
            parser = Parser(
                name, "Open the app in that routine.", "  heeldiary routine start fascia-stretch --foot left"
            )
            parser.add_argument("routine", metavar="NAME", help="the routine")
        case _:
            parser = Parser(
                name,
                "Open the app in the routine: the one planned for today, else the clinic's.\n"
                f"Subcommands: {', '.join(WHATS)}.",
                "  heeldiary routine\n  heeldiary routine --foot both\n  heeldiary routine --plain\n"
                "  heeldiary routine start heel-raise\n  heeldiary routine new evening",
            )
            parser.set_defaults(routine=None)
    parser.add_argument("-f", "--foot", metavar="F", help="left, right or both (default: the affected foot)")
    return parser


def run_start(arguments: Arguments, context: CommandContext) -> None:
    """Open the app in a routine; with --plain, run it as plain lines."""
    from heeldiary.store.routine.routines import find_routine

    feet = parse_feet(arguments.foot) if arguments.foot else ()
    if arguments.routine is not None and not context.options.plain:
        with context.reading() as diary:
            find_routine(diary, arguments.routine)
    if context.options.plain:
        from heeldiary.cli.plain.session import run_plain

        run_plain(context, arguments.routine, feet)
        return
    from heeldiary.cli.app import open_app

    open_app(context, "routine", feet, arguments.routine)


def run_list(arguments: Arguments, context: CommandContext) -> None:
    """Print a line for each routine, then the pauses."""
    from heeldiary.store.routine.plans import load_pauses, load_standings
    from heeldiary.store.routine.routines import at_current_stage, load_routines, load_unreadable_names

    with context.reading() as diary:
        today = diary.today()
        standings = [at_current_stage(diary, routine, today) for routine in load_routines(diary)]
        planned = {standing.plan.routine: standing for standing in load_standings(diary, today)}
        broken = load_unreadable_names(diary)
        ahead = [pause for pause in load_pauses(diary) if pause.last >= today]
    if context.options.json:
        context.print_json({
            "routines": [
                *(_shape(routine, planned.get(routine.name)) for routine in standings),
                *({"name": name, "unreadable": True} for name in broken),
            ],
            "pauses": [
                {"from": pause.first.isoformat(), "until": pause.last.isoformat(), "note": pause.reason}
                for pause in ahead
            ],
        })  # fmt: skip
        return
    width = max(len(routine.name) for routine in standings)
    for routine in standings:
        context.print(f"{routine.name:{width}}  {_line(routine, planned.get(routine.name))}")
    for name in broken:
        context.print(f"{name:{width}}  cannot be read: heeldiary routine check {name}")
    for pause in ahead:
        context.print(pause.words)


def run_show(arguments: Arguments, context: CommandContext) -> None:
    """Print a routine in full."""
    from heeldiary.store.routine.plans import load_standings
    from heeldiary.store.routine.routines import at_current_stage, find_routine, routine_toml

    with context.reading() as diary:
        if arguments.toml:
            context.print(*routine_toml(diary, arguments.routine).rstrip().split("\n"), whole=True)
            return
        today = diary.today()
        whole = find_routine(diary, arguments.routine)
        routine = at_current_stage(diary, whole, today)
        planned = next(
            (standing for standing in load_standings(diary, today) if standing.plan.routine == routine.name), None
        )
    if context.options.json:
        from heeldiary.domain.routine.shape import routine_shape

        context.print_json({**_shape(routine, planned), **routine_shape(routine)})
        return
    context.print(f"{routine.title} ({routine.name}): {_line(routine, planned)}")
    for line in (routine.about, f"From: {routine.source}" if routine.source else ""):
        if line:
            context.print(line)
    for number, step in enumerate(routine.steps, 1):
        point = step.description
        context.print("", f"{number}. {point.title}, {format_step(step)}")
        parts = {"Where": point.find, "Press": point.press, "How": point.how, "Expect": point.expect}
        context.print(*(f"   {label}: {text}" for label, text in {**parts, "Beware": point.beware}.items() if text))
    if routine.stages:
        weeks = "; ".join(
            f"from week {stage.after_weeks + 1}: {stage.sets} sets of {stage.repetitions}" for stage in routine.stages
        )
        context.print("", f"Counted from your first session, {weeks}.")


def _shape(routine: Routine, standing: Standing | None) -> dict[str, Any]:
    """Return the JSON of a routine without its steps."""
    return {
        "name": routine.name,
        "title": routine.title,
        "seconds": routine.seconds_with_rests,
        "built_in": routine.name in BUILT_IN,
        "plan": standing
        and {
            "days": standing.plan.days,
            "times": standing.plan.times,
            "since": standing.plan.since.isoformat(),
            "done": standing.done,
            "planned": standing.planned,
        },
    }


def _line(routine: Routine, standing: Standing | None) -> str:
    """Return a routine as a line: its length, how it is logged, and its plan."""
    parts = [f"{clock_digits(routine.seconds_with_rests)} a foot", routine.counts_as]
    parts.append("built in" if routine.name in BUILT_IN else "your own")
    if standing:
        parts += [f"planned {standing.plan.words}", standing.summary]
    return ", ".join(parts)


RUNS = {"start": run_start, "list": run_list, "show": run_show}
"""The subcommands in this module."""
