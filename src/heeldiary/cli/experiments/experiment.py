"""`heeldiary experiment`: a coin decides, each day is recorded, the result stays sealed until the end."""

from collections.abc import Sequence
from datetime import date
from importlib import import_module

from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Arguments, Parser
from heeldiary.domain.days import short_day
from heeldiary.domain.experiments import text as words
from heeldiary.domain.experiments.experiment import Experiment
from heeldiary.domain.experiments.to_json import card_to_json, today_to_json
from heeldiary.errors import BadInput, BadWord, did_you_mean
from heeldiary.store.diary import Diary
from heeldiary.store.experiments import on_day, record_day, running_experiment, stop

WHATS = {
    "new": "experiments.new",
    "today": "experiments.experiment",
    "done": "experiments.experiment",
    "status": "experiments.reports",
    "stop": "experiments.experiment",
    "result": "experiments.reports",
    "list": "experiments.reports",
    "check": "experiments.reports",
}
"""The subcommands of `heeldiary experiment`, with their modules."""


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """Run a subcommand; without one, print the status."""
    what, rest = (argv[0], argv[1:]) if argv and not argv[0].startswith("-") else ("", argv)
    if what and what not in WHATS:
        remedy = did_you_mean(argv[0], WHATS, f"subcommands: {', '.join(WHATS)}")
        wrong = "`heeldiary experiment` cannot do"
        raise BadWord(f"{wrong} that", remedy, argv[0], f"{wrong} {{}}")
    if not what and any(word in ("-h", "--help") for word in rest):
        parser(name).read(rest, context.out)
    what = what or "status"
    module = import_module(f"heeldiary.cli.{WHATS[what]}")
    module.RUNS[what](module.parser(f"{name} {what}").read(rest, context.out), context)


def parser(name: str) -> Parser:
    """Return the parser of `experiment` alone, `today`, `done` or `stop`."""
    match name:
        case "experiment today":
            return Parser(name, "What the coin says for today.", "  heeldiary experiment today")
        case "experiment done":
            parser = Parser(
                name,
                "Log that today was done as the coin said, or not. Any day up to a week ago can be given.",
                "  heeldiary experiment done\n  heeldiary experiment done --not\n"
                "  heeldiary experiment done --day yesterday",
            )
            parser.add_argument("--not", dest="undone", action="store_true", help="it was not done as the coin said")
            parser.add_argument("-d", "--day", metavar="DAY", help="which day (default: today)")
            return parser
        case "experiment stop":
            parser = Parser(
                name,
                "End the experiment today, before its last day. Its result is then marked as stopped early.",
                "  heeldiary experiment stop\n  heeldiary experiment stop --yes",
            )
            parser.add_argument("--yes", action="store_true", help="do not ask")
            return parser
        case _:
            return Parser(
                "experiment",
                "Let a coin decide which days or weeks are done one way and which the other.\nOn its own it "
                f"prints how the latest one stands.\nSubcommands: {', '.join(WHATS)}.",
                '  heeldiary experiment new "evening massage or not"\n  heeldiary experiment today\n'
                "  heeldiary experiment done\n  heeldiary experiment result",
            )


def run_today(_: Arguments, context: CommandContext) -> None:
    """Print what the coin says today, and nothing of other days."""
    with context.reading() as diary:
        today = diary.today()
        decided = on_day(diary, today)
        ahead = running_experiment(diary, today)
    experiment, number = decided or (None, None)
    if context.options.json:
        context.print_json(today_to_json(experiment, number, today.isoformat()))
    elif experiment is not None and number is not None:
        context.print(words.format_today(experiment, number))
    elif ahead and today < ahead.first_day:
        context.print(f"{words.NOT_TODAY} {ahead.question}: begins on {short_day(ahead.first_day)}.")
    else:
        context.say(words.NOT_TODAY)


def run_done(arguments: Arguments, context: CommandContext) -> None:
    """Record a day."""
    with context.reading() as diary:
        day = context.day(diary, arguments.day) or diary.today()
        _decided(diary, day)
    with context.writing() as diary:
        experiment, number = _decided(diary, day)
        changed = record_day(diary, experiment, day, "n" if arguments.undone else "y")
    with context.done():
        if context.options.json:
            context.print_json(today_to_json(changed, number, day.isoformat()))
        else:
            context.print(f"Saved: {short_day(day)}, {changed.arm(number)}: {words.format_done(changed.said(number))}")


def run_stop(arguments: Arguments, context: CommandContext) -> None:
    """Stop it early after confirmation."""
    with context.reading() as diary:
        experiment = _running(diary)
    if not arguments.yes:
        if not context.interactive:
            raise BadInput("stopping an experiment early needs a confirmation", "add --yes")
        context.say(words.stop_warning(experiment))
        if context.ask("Stop it today?", ("yes", "no")) != "yes":
            context.say("The experiment continues.")
            return
    with context.writing() as diary:
        stopped = stop(diary, _running(diary))
    with context.done():
        if context.options.json:
            context.print_json({**card_to_json(stopped), "stopped_on": (stopped.stopped_on or date.min).isoformat()})
        else:
            context.print(f"Stopped: {stopped.question}. heeldiary experiment result shows the result so far.")


def _decided(diary: Diary, day: date) -> tuple[Experiment, int]:
    decided = on_day(diary, day)
    if decided is None:
        raise BadInput("no coin decides that day", "`heeldiary experiment status` shows the experiment's days")
    return decided


def _running(diary: Diary) -> Experiment:
    experiment = running_experiment(diary, diary.today())
    if experiment is None:
        raise BadInput("no experiment is running", "`heeldiary experiment list` shows earlier ones")
    return experiment


RUNS = {"today": run_today, "done": run_done, "stop": run_stop}
"""The subcommands in this module."""
