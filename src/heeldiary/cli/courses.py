"""`heeldiary courses`: each course of visits, with the mornings before it and its last ones."""

from collections.abc import Sequence

from heeldiary.cli.context import Desk
from heeldiary.cli.parser import Parser
from heeldiary.domain.courses.courses import course_json
from heeldiary.domain.courses.text import NONE, STANDING, course_heading, course_lines
from heeldiary.domain.scales import FEET, parse_feet
from heeldiary.store.weeks.courses import courses, scores_for


def run(name: str, argv: Sequence[str], desk: Desk) -> None:
    """Print the courses, for a foot or for both."""
    arguments = parser(name).read(argv, desk.out)
    with desk.reading() as diary, diary.snapshot():
        as_of = desk.day(diary, arguments.as_of) or diary.today()
        feet = parse_feet(arguments.foot) if arguments.foot else diary.settings().affected_feet or FEET
        there = courses(diary, as_of)
        scores = {foot: scores_for(diary, foot, there, as_of) for foot in feet}
    if not there:
        if desk.options.json:
            desk.print_json([])
        else:
            desk.say(NONE)
        return
    from heeldiary.domain.courses.chance_ranges import courses_by_chance

    found = [(foot, pair) for foot in feet for pair in courses_by_chance(there, scores[foot], as_of)]
    if desk.options.json:
        desk.print_json([course_json(pair, foot) for foot, pair in found])
        return
    for foot in feet:
        desk.print(f"{foot.capitalize()} foot, first steps in the morning, 0 (no pain) to 10 (worst)")
        for _, pair in (one for one in found if one[0] == foot):
            desk.print("", course_heading(pair), *(f"    {line}" for line in course_lines(pair)))
        desk.print("")
    desk.print(STANDING)


def parser(name: str) -> Parser:
    """The parser of `courses`."""
    made = Parser(
        name,
        "Each course of visits, the latest first: the mornings of the 14 days before it and of its\nlast 14 days, with "
        "what chance alone does.",
        "  heeldiary courses\n  heeldiary courses --foot left --as-of 2026-06-01",
    )
    made.add_argument("-f", "--foot", metavar="F", help="left, right or both (default: the affected foot)")
    made.add_argument("--as-of", metavar="DAY", help="look at nothing after that day (default: today)")
    return made
