"""`heeldiary courses`: each course of visits, and the mornings before it compared with its last ones."""

from collections.abc import Sequence

from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Parser
from heeldiary.domain.courses.courses import course_to_json
from heeldiary.domain.courses.text import NONE, STANDING, course_heading, course_lines
from heeldiary.domain.scales import FEET, parse_feet
from heeldiary.store.weeks.courses import course_scores, load_courses


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """Print the courses for one foot or both."""
    arguments = parser(name).read(argv, context.out)
    with context.reading() as diary, diary.snapshot():
        as_of = context.day(diary, arguments.as_of) or diary.today()
        feet = parse_feet(arguments.foot) if arguments.foot else diary.settings().affected_feet or FEET
        courses = load_courses(diary, as_of)
        scores = {foot: course_scores(diary, foot, courses, as_of) for foot in feet}
    if not courses:
        if context.options.json:
            context.print_json([])
        else:
            context.say(NONE)
        return
    from heeldiary.domain.courses.chance_ranges import courses_by_chance

    comparisons = [(foot, pair) for foot in feet for pair in courses_by_chance(courses, scores[foot], as_of)]
    if context.options.json:
        context.print_json([course_to_json(pair, foot) for foot, pair in comparisons])
        return
    for foot in feet:
        context.print(f"{foot.capitalize()} foot, first steps in the morning, 0 (no pain) to 10 (worst)")
        for _, pair in (pair_of_foot for pair_of_foot in comparisons if pair_of_foot[0] == foot):
            context.print("", course_heading(pair), *(f"    {line}" for line in course_lines(pair)))
        context.print("")
    context.print(STANDING)


def parser(name: str) -> Parser:
    """Return the parser of `courses`."""
    parser = Parser(
        name,
        "Each course of visits, the latest first: the mornings of the 14 days before it and of its\nlast 14 days, with "
        "what chance alone does.",
        "  heeldiary courses\n  heeldiary courses --foot left --as-of 2026-06-01",
    )
    parser.add_argument("-f", "--foot", metavar="F", help="left, right or both (default: the affected foot)")
    parser.add_argument("--as-of", metavar="DAY", help="ignore everything after that day (default: today)")
    return parser
