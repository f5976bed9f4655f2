"""`heeldiary links`: factors of a day and the next morning's pain; `links declare` chooses the factors."""

import os
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from threading import Thread

from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Arguments, Parser, check_list
from heeldiary.domain.scales import FEET, parse_feet
from heeldiary.errors import BadWord

_WIDEST_COLUMNS = 100


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """Print the result of each factor, or declare the factors."""
    if argv and argv[0] == "declare":
        named = f"{name} declare"
        run_declare(parser(named).read(argv[1:], context.out), context)
        return
    if argv and not argv[0].startswith("-"):
        wrong = "`heeldiary links` cannot do"
        remedy = "`heeldiary links declare NAME ...` chooses the factors, `heeldiary links declare none` removes them"
        raise BadWord(f"{wrong} that", remedy, argv[0], f"{wrong} {{}}")
    arguments = parser(name).read(argv, context.out)
    check_list(arguments, json=context.options.json)
    _tell(arguments, context)


def parser(name: str) -> Parser:
    """Return the parser of `links` or `links declare`."""
    if name.endswith("declare"):
        parser = Parser(
            name,
            "Choose up to five factors before you see any result; they replace those chosen before.\n"
            "Names: massage, activity-minutes, steps, hard-surface, sitting-minutes, longest-sitting, care:KIND, "
            "tag:TAG;\n`none` removes them all.",
            "  heeldiary links declare massage steps longest-sitting\n  heeldiary links declare care:ice tag:rain",
        )
        parser.add_argument("names", metavar="NAME", nargs="+", help="a factor")
        return parser
    parser = Parser(
        name,
        "Compare the mornings after days with each chosen factor and days without it.\n"
        "`heeldiary links declare NAME ...` chooses them.",
        "  heeldiary links\n  heeldiary links --plain --as-of 2026-10-31\n  heeldiary links declare massage steps",
    )
    parser.add_argument("-f", "--foot", metavar="F", help="left, right or both (default: the affected foot)")
    parser.add_argument("--as-of", metavar="DAY", help="ignore everything after that day (default: today)")
    parser.add_argument("--list", action="store_true", help="with --json: a list also of one foot")
    return parser


def run_declare(arguments: Arguments, context: CommandContext) -> None:
    """Declare the factors."""
    from heeldiary.domain.links.text import format_declared, format_unused
    from heeldiary.store.links.links import checked_factors, declare, selected_factors, unused_factors

    with context.reading() as diary:
        names = checked_factors(diary, arguments.names)
        was, unused = selected_factors(diary), unused_factors(diary, names)
    if names or os.path.lexists(context.places.diary):  # without a diary there is nothing to declare: none is created
        with context.writing() as diary:
            declare(diary, names)
    with context.done():
        if context.options.json:
            context.print_json({"factors": [*names], "unused": [name for name, _ in unused]})
        else:
            context.print(format_declared(names, was))
        for name, nearest in unused:
            context.say(format_unused(name, nearest))


def _tell(arguments: Arguments, context: CommandContext) -> None:
    from heeldiary.domain.links.links import links
    from heeldiary.domain.links.text import heading, nothing_chosen, plain_lines
    from heeldiary.domain.links.to_json import links_to_json
    from heeldiary.store.links.links import selected_factors
    from heeldiary.store.weeks.observations import load_observations

    with context.reading() as diary:
        if selected_factors(diary):
            Thread(target=_import_what_computes).start()  # SQLite reads meanwhile: fifty years take as long as numpy
        settings = diary.settings()
        feet = parse_feet(arguments.foot) if arguments.foot else settings.affected_feet or FEET
        as_of = context.day(diary, arguments.as_of)
        analyses = [
            links(foot, read.scores, read.late, read.declared)
            for foot in feet
            for read in (load_observations(diary, foot, as_of, massages=False),)
        ]
    if context.options.json:
        shapes = [links_to_json(of_foot) for of_foot in analyses]
        context.print_json(shapes if len(shapes) > 1 or arguments.list else shapes[0])
        return
    if not any(of_foot.factors or of_foot.before for of_foot in analyses):
        for line in nothing_chosen(analyses[0]):
            context.say(line)
        return
    for number, of_foot in enumerate(analyses):
        if number:
            context.print("")
        if context.options.plain:
            context.print(*plain_lines(of_foot))
            continue
        from heeldiary.charts.links import links_picture
        from heeldiary.cli.printing import picture_columns, print_picture

        context.print(heading(of_foot.foot), "")
        columns = picture_columns(context, _WIDEST_COLUMNS)
        print_picture(links_picture(of_foot, columns), settings["theme"], context)


def _import_what_computes() -> None:
    """Import numpy and the picture; what fails here fails again where it is needed, and is reported there."""
    with suppress(Exception):
        import_module("heeldiary.domain.chance.link_days")
        import_module("heeldiary.charts.links")
