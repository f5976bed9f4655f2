"""`heeldiary mark`: where a foot hurts, without a session."""

import re
from collections.abc import Sequence

from heeldiary.cli.context import CommandContext
from heeldiary.cli.feet import resolve_one_foot
from heeldiary.cli.parser import Parser
from heeldiary.domain.areas import AREAS, parse_area
from heeldiary.domain.days import short_day
from heeldiary.domain.entry_text import format_facts
from heeldiary.domain.entry_to_json import entry_to_json
from heeldiary.domain.scales import FEET, feet_of, the_one_starting
from heeldiary.errors import BadInput
from heeldiary.store.entries.sore_areas import add
from heeldiary.store.replacing import check_replacing

_BOTH = ("both feet are affected, so say which one", "give --foot left, --foot right or --foot both")


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """Mark the areas."""
    arguments = parser(name).read(argv, context.out)
    areas = tuple(dict.fromkeys(parse_area(typed) for word in arguments.areas for typed in _split(word)))
    with context.reading() as diary:  # find errors before a first diary is created
        named = context.day(diary, arguments.day)
        feet, settings = resolve_one_foot(arguments.foot, diary, context, _BOTH)
    with context.writing() as diary:
        day = named or diary.today()
        if named is None:
            check_replacing(diary, diary.settings(), day, diary.now(), (), ())
        saved = add(diary, day, feet, areas, settings)
    with context.done():
        if context.options.json:
            shapes = [entry_to_json(entry) for entry in saved]
            context.print_json(shapes if len(shapes) > 1 else shapes[0])
        else:
            context.print(*(f"Saved: {format_facts(entry.fact)}, {short_day(entry.day)}" for entry in saved))


def _split(word: str) -> list[str]:
    """Return the areas of a word such as `heel-inner,arch`; refuse a foot."""
    if feet_of(word):
        foot = the_one_starting(word, (*FEET, "both"))
        raise BadInput("a foot is an option", f"as in: heeldiary mark heel-inner --foot {foot}")
    return re.split(r"(?<=\S),(?=\S)", word)


def parser(name: str) -> Parser:
    """Return the parser of `mark`."""
    parser = Parser(
        name,
        "Mark where a foot hurts. The areas are added to those of the day; the Routine's map shows them, and so does\n"
        "Where in Trends.",
        "  heeldiary mark heel-inner\n  heeldiary mark arch heel-centre --foot right\n"
        "  heeldiary mark calf-outer --day yesterday",
    )
    parser.add_argument("areas", metavar="AREA", nargs="+", help=", ".join(AREAS))
    parser.add_argument("-f", "--foot", metavar="F", help="left, right or both (default: the affected foot)")
    parser.add_argument("-d", "--day", metavar="DAY", help="2026-11-22, 22 nov, yesterday, mon, 3d (default: today)")
    return parser
