"""`heeldiary links`: factors of one day beside the next morning; `links declare` names them."""

import os
import shutil
from collections.abc import Sequence

from heeldiary.cli.context import Desk
from heeldiary.cli.parser import Arguments, Parser
from heeldiary.domain.scales import FEET, parse_feet
from heeldiary.errors import BadInput

_WIDEST = 100
_NARROWEST = 60


def run(name: str, argv: Sequence[str], desk: Desk) -> None:
    """Tell what is known of each factor, or name the factors."""
    if argv and argv[0] == "declare":
        named = f"{name} declare"
        if desk.options.json:
            raise BadInput(f"`heeldiary {named}` has no --json", "leave --json out")
        run_declare(parser(named).read(argv[1:], desk.out), desk)
        return
    if argv and not argv[0].startswith("-"):
        raise BadInput("`heeldiary links` cannot do that", "`heeldiary links declare NAME…` names the factors")
    _tell(parser(name).read(argv, desk.out), desk)


def parser(name: str) -> Parser:
    """The parser of `links` or `links declare`."""
    if name.endswith("declare"):
        made = Parser(
            name,
            "Name up to five factors, before anything of them is shown; the factors chosen before are dropped.\n"
            "Names: massage, activity-minutes, steps, hard-surface, sitting-minutes, longest-sitting, care:KIND, "
            "tag:TAG;\n`none` names nothing.",
            "  heeldiary links declare massage steps longest-sitting\n  heeldiary links declare care:ice tag:rain",
        )
        made.add_argument("names", metavar="NAME", nargs="+", help="a factor")
        return made
    made = Parser(
        name,
        "Days with each factor that you have named and days without it, compared by the next morning's first steps.\n"
        "`heeldiary links declare NAME…` names them.",
        "  heeldiary links\n  heeldiary links --plain --as-of 2026-10-31\n  heeldiary links declare massage steps",
    )
    made.add_argument("-f", "--foot", metavar="F", help="left, right or both (default: the affected foot)")
    made.add_argument("--as-of", metavar="DAY", help="look at nothing after that day (default: today)")
    return made


def run_declare(arguments: Arguments, desk: Desk) -> None:
    """Name the factors."""
    from heeldiary.domain.links.text import declared_words
    from heeldiary.store.links.links import checked_factors, declare

    with desk.reading() as diary:
        names = checked_factors(diary, arguments.names)
    if names or os.path.lexists(desk.places.diary):  # a diary that is not there names nothing: none is made for it
        with desk.writing() as diary:
            declare(diary, names)
    with desk.done():
        desk.print(declared_words(names))


def _tell(arguments: Arguments, desk: Desk) -> None:
    from heeldiary.domain.links.links import links
    from heeldiary.domain.links.text import heading, plain_lines
    from heeldiary.domain.links.to_json import links_json
    from heeldiary.store.weeks.observations import material

    with desk.reading() as diary:
        settings = diary.settings()
        feet = parse_feet(arguments.foot) if arguments.foot else settings.affected_feet or FEET
        as_of = desk.day(diary, arguments.as_of)
        found = [
            links(foot, read.scores, read.late, read.declared)
            for foot in feet
            for read in (material(diary, foot, as_of, massages=False),)
        ]
    if desk.options.json:
        shapes = [links_json(of_foot) for of_foot in found]
        desk.print_json(shapes if len(shapes) > 1 else shapes[0])
        return
    for number, of_foot in enumerate(found):
        if number:
            desk.print("")
        if desk.options.plain:
            desk.print(*plain_lines(of_foot))
            continue
        from heeldiary.charts.links import links_picture
        from heeldiary.cli.printing import print_picture

        desk.print(heading(of_foot.foot), "")
        columns = min(_WIDEST, max(_NARROWEST, shutil.get_terminal_size().columns - 1))
        print_picture(links_picture(of_foot, columns), settings["theme"], desk)
