"""`heeldiary mark`: where a foot hurts, without a session."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress

from heeldiary.cli.context import CommandContext
from heeldiary.cli.feet import resolve_one_foot
from heeldiary.cli.parser import Parser
from heeldiary.domain.areas import AREAS, parse_area
from heeldiary.domain.days import short_day
from heeldiary.domain.entry_text import format_facts
from heeldiary.domain.entry_to_json import entry_to_json
from heeldiary.domain.scales import FEET, feet_of, the_one_starting
from heeldiary.errors import BadInput, BadWord
from heeldiary.store.entries.sore_areas import add
from heeldiary.store.replacing import check_replacing

_BOTH = ("both feet are affected, so say which one", "give --foot left, --foot right or --foot both")

_FILLERS = ("the", "my", "of", "on", "and")
"""Words beside an area that change nothing."""

_COMMAS = r"(?<=\S),(?=\S)"
_MOST_WORDS = 4
"""The words of the longest name of an area: `back of the heel`."""


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """Mark the areas."""
    arguments = parser(name).read(argv, context.out)
    words, foot = _without_foot(arguments.areas)
    if foot and arguments.foot is not None:
        raise BadInput("the foot is named twice, by --foot and beside its areas", "leave out --foot")
    areas = tuple(dict.fromkeys(_areas([part for word in words for part in re.split(_COMMAS, word)])))
    with context.reading() as diary:  # find errors before a first diary is created
        named = context.day(diary, arguments.day)
        feet, settings = resolve_one_foot(foot or arguments.foot, diary, context, _BOTH)
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
    if arguments.day and arguments.day.isdigit():
        from heeldiary.cli.offered_days import offer_days_ago  # most days are words or dates

        offer_days_ago(context, arguments.day, day)


def _without_foot(words: Sequence[str]) -> tuple[Sequence[str], str | None]:
    """Return the words without fillers and a foot that begins or ends them, and the foot; refuse any other one."""
    named = [word for word in words if word.lower() not in _FILLERS] or words
    words = [word for at, word in enumerate(named) if not (at and word.lower() == "foot" and feet_of(named[at - 1]))]
    foot = None
    for at in (0, -1):
        if len(words) > 1 and feet_of(words[at]) and foot is None:
            foot = the_one_starting(words[at], (*FEET, "both"))
            words = words[1:] if at == 0 else words[:-1]
    other = next((the_one_starting(word, (*FEET, "both")) for word in words if feet_of(word)), None)
    if other:
        raise BadInput("mark takes the areas of one foot, or the same of both",
                       f"as in: heeldiary mark heel-inner --foot {other}")  # fmt: skip
    return words, foot


def _areas(words: Sequence[str]) -> Iterator[str]:
    """Yield the areas that words name, each one alone, or else several together: `heel inner`."""
    try:
        yield from [parse_area(word) for word in words]
    except BadWord:
        together = _together(words)
        if not together:
            raise
        yield from together


def _together(words: Sequence[str]) -> list[str]:
    """Return the areas that words name if the most words possible are taken together; none if some name none."""
    found: list[str] = []
    at = 0
    if not all(word.strip() for word in words):
        return []
    while at < len(words):
        for count in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            part = words[at : at + count]
            with suppress(BadWord):
                if len({*part}) < count:
                    continue  # the second `heel` belongs to another area
                found.append(parse_area(" ".join(part)))
                at += count
                break
        else:
            return []
    return found


def parser(name: str) -> Parser:
    """Return the parser of `mark`."""
    parser = Parser(
        name,
        "Mark where a foot hurts. The areas are added to those of the day; the Routine's map shows them, and so does\n"
        "Where in Trends.",
        "  heeldiary mark heel-inner\n  heeldiary mark arch heel-centre --foot right\n"
        "  heeldiary mark left heel inner --day yesterday",
    )
    parser.add_argument("areas", metavar="AREA", nargs="+", help=", ".join(AREAS))
    parser.add_argument("-f", "--foot", metavar="F", help="left, right or both (default: the affected foot)")
    parser.add_argument("-d", "--day", metavar="DAY", help="2026-11-22, 22 nov, yesterday, mon, 3d (default: today)")
    return parser
