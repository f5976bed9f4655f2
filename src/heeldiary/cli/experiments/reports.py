"""`heeldiary experiment status`, `result`, `list` and `check`."""

from datetime import date

from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Arguments, Parser
from heeldiary.domain.experiments import result_text
from heeldiary.domain.experiments import text as words
from heeldiary.domain.experiments.draw import ORDERS, draw, fingerprint
from heeldiary.domain.experiments.experiment import Experiment
from heeldiary.domain.experiments.result import Result
from heeldiary.domain.experiments.to_json import result_to_json, status_to_json
from heeldiary.errors import BadInput, BadWord
from heeldiary.store.diary import Diary
from heeldiary.store.experiments import load_experiments, load_result

_WIDEST = 100
_SHORTEST_ID = 4


def parser(name: str) -> Parser:
    """Return the parser of a subcommand."""
    parser = {
        "experiment status": Parser(
            name,
            "The latest experiment so far: its days, what the coin said up to today, and whether it was done.",
            "  heeldiary experiment status\n  heeldiary experiment status --plain",
        ),
        "experiment result": Parser(
            name,
            "The result of an experiment. While it runs: when the result opens, and counts.",
            "  heeldiary experiment result\n  heeldiary experiment result kx3f --plain\n"
            "  heeldiary experiment result --as-of 2026-12-01",
        ),
        "experiment list": Parser(name, "All experiments, one per line, latest first.", "  heeldiary experiment list"),
        "experiment check": Parser(
            name,
            "Draw the days again from the seed and check that they match the saved ones. After the end "
            "it prints the seed and the coins, with the way to do it by hand.",
            "  heeldiary experiment check\n  heeldiary experiment check --reveal",
        ),
    }[name]
    if name != "experiment list":
        parser.add_argument("id", metavar="ID", nargs="?", help="which (default: the latest)")
    if name == "experiment check":
        parser.add_argument("--reveal", action="store_true", help="also while it runs: shows future coins")
    else:
        parser.add_argument("--as-of", dest="as_of", metavar="DAY", help="as it looked on that day (default: today)")
    return parser


def _begin_line(diary: Diary) -> str:
    """Return the line that begins an experiment; it names a foot unless one alone is affected."""
    foot = "" if len(diary.settings().affected_feet) == 1 else " --foot left"
    return f'heeldiary experiment new "evening massage or not"{foot}'


def run_status(arguments: Arguments, context: CommandContext) -> None:
    """Print the status."""
    with context.reading() as diary:
        day = context.day(diary, arguments.as_of) or diary.today()
        experiment = _find(diary, arguments.id, day)
        result = experiment and load_result(diary, experiment, day)
        theme = diary.settings()["theme"]
        begin = _begin_line(diary)
    if context.options.json:
        context.print_json(status_to_json(result) if result else None)
    elif result is None:
        for line in (words.NONE, words.ABOUT, f"{begin} begins one."):
            context.say(line)
    else:
        _print_status(result, theme, context)


def run_result(arguments: Arguments, context: CommandContext) -> None:
    """Print the result."""
    with context.reading() as diary:
        day = context.day(diary, arguments.as_of) or diary.today()
        experiment = _find(diary, arguments.id, day)
        if experiment is None:
            raise BadInput("there is no experiment yet", f"`{_begin_line(diary)}` begins one")
        result = load_result(diary, experiment, day)
        theme = diary.settings()["theme"]
    if context.options.json:
        context.print_json(result_to_json(result))
        return
    if not result.sealed and not context.options.plain:
        from heeldiary.charts.experiments.result import RESULT_ROWS, result_picture
        from heeldiary.cli.printing import picture_columns, print_picture

        context.print(result.experiment.question, "")
        print_picture(result_picture(result, picture_columns(context, _WIDEST), RESULT_ROWS), theme, context)
        context.print("")
    context.print(*result_text.result_lines(result))


def run_list(arguments: Arguments, context: CommandContext) -> None:
    """Print one line for each experiment."""
    with context.reading() as diary:
        day = context.day(diary, arguments.as_of) or diary.today()
        results = [load_result(diary, experiment, day) for experiment in _up_to(diary, day)]
    if context.options.json:
        context.print_json([result_to_json(result) for result in results])
        return
    lines = [f"{result.experiment.id[:_SHORTEST_ID]}  {result_text.list_line(result)}" for result in results]
    context.print(*lines)
    if not lines:
        context.say(words.NONE)


def run_check(arguments: Arguments, context: CommandContext) -> None:
    """Print whether the coins follow from the seed."""
    with context.reading() as diary:
        today = diary.today()
        experiment = _find(diary, arguments.id, today)
        if experiment is None:
            raise BadInput("there is no experiment yet", f"`{_begin_line(diary)}` begins one")
        shown = arguments.reveal or not load_result(diary, experiment, today).sealed
    agrees = draw(experiment.seed, experiment.unit, len(experiment.draw)) == experiment.draw
    mark = fingerprint(experiment.seed)
    if context.options.json:
        coins = {"seed": experiment.seed, "draw": experiment.draw} if shown else {"seed": None, "draw": None}
        context.print_json(
            {"id": experiment.id, "question": experiment.question, "agrees": agrees, "fingerprint": mark, **coins}
        )
        return
    context.print(experiment.question, result_text.format_check(agrees))
    if shown:
        block = experiment.block_days // experiment.unit_days
        coins_text = " ".join(experiment.draw[at : at + block] for at in range(0, len(experiment.draw), block))
        context.print(f"Seed: {experiment.seed} (fingerprint {mark})", f"Coins: {coins_text}")
    else:
        context.print(result_text.check_sealed(mark))
    procedure, shell = result_text.procedure(experiment.unit, ORDERS[experiment.unit])
    context.print(procedure)
    context.print(shell, whole=True)  # to be copied


def _print_status(result: Result, theme: str, context: CommandContext) -> None:
    experiment = result.experiment
    context.print(experiment.question, f"{words.format_span(experiment)}. {words.format_phase(result)}")
    number = experiment.number(result.today)
    if result.phase == "running" and number is not None:
        context.print(words.format_today(experiment, number))
    if context.options.plain:
        context.print(*words.format_days(result))
    else:
        from heeldiary.cli.experiments.calendar import WIDEST, whole_calendar
        from heeldiary.cli.printing import picture_columns, print_picture

        context.print("")
        print_picture(whole_calendar(result, picture_columns(context, WIDEST)), theme, context)
        context.print("")
    context.print(words.format_adherence(result.adherence))
    if not result.sealed:
        context.print("heeldiary experiment result shows the result.")


def _up_to(diary: Diary, day: date) -> list[Experiment]:
    """Return the experiments known on a day: started by then, or planned today."""
    return [experiment for experiment in load_experiments(diary) if experiment.first_day <= day or day >= diary.today()]


def _find(diary: Diary, start: str | None, day: date) -> Experiment | None:
    """Return the experiment with a start of an id, or the latest; None if there is none."""
    experiments = _up_to(diary, day)
    if start is None:
        return experiments[0] if experiments else None
    named = [experiment for experiment in experiments if len(start) >= _SHORTEST_ID and experiment.id.startswith(start)]
    if len(named) != 1:
        wrong = "no single experiment has"
        raise BadWord(f"{wrong} that id", "`heeldiary experiment list` shows them", start, f"{wrong} the id {{}}")
    return named[0]


RUNS = {"status": run_status, "result": run_result, "list": run_list, "check": run_check}
"""The subcommands in this module."""
