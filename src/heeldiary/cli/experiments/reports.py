"""`heeldiary experiment status`, `result`, `list` and `check`."""

import shutil
from datetime import date

from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Arguments, Parser
from heeldiary.domain.experiments import result_text as told
from heeldiary.domain.experiments import text as words
from heeldiary.domain.experiments.draw import ORDERS, draw, fingerprint
from heeldiary.domain.experiments.experiment import Experiment
from heeldiary.domain.experiments.result import Result
from heeldiary.domain.experiments.to_json import result_to_json, status_to_json
from heeldiary.errors import BadInput
from heeldiary.store.diary import Diary
from heeldiary.store.experiments import load_experiments, load_result

_WIDEST, _NARROWEST = 100, 40
_SHORTEST_ID = 4


def parser(name: str) -> Parser:
    """Return the parser of a subcommand."""
    made = {
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
        made.add_argument("id", metavar="ID", nargs="?", help="which (default: the latest)")
    if name == "experiment check":
        made.add_argument("--reveal", action="store_true", help="also while it runs: shows future coins")
    else:
        made.add_argument("--as-of", dest="as_of", metavar="DAY", help="as it looked on that day (default: today)")
    return made


def run_status(arguments: Arguments, context: CommandContext) -> None:
    """Print the status."""
    with context.reading() as diary:
        day = context.day(diary, arguments.as_of) or diary.today()
        found = _find(diary, arguments.id, day)
        result = found and load_result(diary, found, day)
        theme = diary.settings()["theme"]
    if context.options.json:
        context.print_json(status_to_json(result) if result else None)
    elif result is None:
        context.print(words.NONE, words.ABOUT, 'heeldiary experiment new "evening massage or not" begins one.')
    else:
        _print_status(result, theme, context)


def run_result(arguments: Arguments, context: CommandContext) -> None:
    """Print the result."""
    with context.reading() as diary:
        day = context.day(diary, arguments.as_of) or diary.today()
        found = _find(diary, arguments.id, day)
        if found is None:
            raise BadInput("there is no experiment yet", '`heeldiary experiment new "massage or not"` begins one')
        result = load_result(diary, found, day)
        theme = diary.settings()["theme"]
    if context.options.json:
        context.print_json(result_to_json(result))
        return
    if not result.sealed and not context.options.plain:
        from heeldiary.charts.experiments.result import RESULT_ROWS, result_picture
        from heeldiary.cli.printing import print_picture

        context.print(result.experiment.question, "")
        print_picture(result_picture(result, _columns(), RESULT_ROWS), theme, context)
        context.print("")
    context.print(*told.result_lines(result))


def run_list(arguments: Arguments, context: CommandContext) -> None:
    """Print one line for each experiment."""
    with context.reading() as diary:
        day = context.day(diary, arguments.as_of) or diary.today()
        results = [load_result(diary, found, day) for found in _up_to(diary, day)]
    if context.options.json:
        context.print_json([result_to_json(result) for result in results])
        return
    lines = [f"{one.experiment.id[:_SHORTEST_ID]}  {told.list_line(one)}" for one in results]
    context.print(*(lines or (words.NONE,)))


def run_check(arguments: Arguments, context: CommandContext) -> None:
    """Print whether the coins follow from the seed."""
    with context.reading() as diary:
        today = diary.today()
        found = _find(diary, arguments.id, today)
        if found is None:
            raise BadInput("there is no experiment yet", '`heeldiary experiment new "massage or not"` begins one')
        shown = arguments.reveal or not load_result(diary, found, today).sealed
    agrees = draw(found.seed, found.unit, len(found.draw)) == found.draw
    mark = fingerprint(found.seed)
    if context.options.json:
        coins = {"seed": found.seed, "draw": found.draw} if shown else {"seed": None, "draw": None}
        context.print_json({"id": found.id, "question": found.question, "agrees": agrees, "fingerprint": mark, **coins})
        return
    context.print(found.question, told.format_check(agrees))
    if shown:
        block = found.block_days // found.unit_days
        coins_told = " ".join(found.draw[at : at + block] for at in range(0, len(found.draw), block))
        context.print(f"Seed: {found.seed} (fingerprint {mark})", f"Coins: {coins_told}")
    else:
        context.print(told.check_sealed(mark))
    context.print(*told.procedure(found.unit, ORDERS[found.unit]))


def _print_status(result: Result, theme: str, context: CommandContext) -> None:
    experiment = result.experiment
    context.print(experiment.question, f"{words.format_span(experiment)}. {words.format_phase(result)}")
    number = experiment.number(result.today)
    if result.phase == "running" and number is not None:
        context.print(words.format_today(experiment, number))
    if context.options.plain:
        context.print(*words.format_days(result))
    else:
        from heeldiary.charts.experiments.calendar import calendar_picture, calendar_rows
        from heeldiary.cli.printing import print_picture

        columns = _columns()
        context.print("")
        print_picture(calendar_picture(result, columns, calendar_rows(experiment, columns)), theme, context)
        context.print("")
    context.print(words.format_adherence(result.adherence))
    if not result.sealed:
        context.print("heeldiary experiment result shows the result.")


def _columns() -> int:
    return min(_WIDEST, max(_NARROWEST, shutil.get_terminal_size().columns - 1))


def _up_to(diary: Diary, day: date) -> list[Experiment]:
    """Return the experiments known on a day: started by then, or planned today."""
    return [one for one in load_experiments(diary) if one.first_day <= day or day >= diary.today()]


def _find(diary: Diary, start: str | None, day: date) -> Experiment | None:
    """Return the experiment with a start of an id, or the latest; None if there is none."""
    found = _up_to(diary, day)
    if start is None:
        return found[0] if found else None
    named = [one for one in found if len(start) >= _SHORTEST_ID and one.id.startswith(start)]
    if len(named) != 1:
        raise BadInput("no single experiment has that id", "`heeldiary experiment list` shows them")
    return named[0]
