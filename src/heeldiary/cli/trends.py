"""`heeldiary trends`: the weekly chart and its figures, printed."""

import shutil
from collections.abc import Sequence
from datetime import date

from heeldiary.cli.desk import Desk
from heeldiary.cli.parser import Parser, whole_number
from heeldiary.domain.days import Span, monday
from heeldiary.domain.scales import FEET, parse_feet
from heeldiary.domain.trends import Trends, trends_json
from heeldiary.domain.week_words import heading, pain_words, summary, week_line, where_words
from heeldiary.store.diary import Diary
from heeldiary.store.weeks import sore_days, trends

DEFAULT_WEEKS = 12
CHART_ROWS = 31
_WIDEST = 100
_NARROWEST = 40


def run(name: str, argv: Sequence[str], desk: Desk) -> None:
    """Print the weeks of a foot, or of both."""
    arguments = parser(name).read(argv, desk.out)
    with desk.reading() as diary:
        feet = parse_feet(arguments.foot) if arguments.foot else diary.settings().affected_feet or FEET
        found = trends(diary, feet, arguments.weeks)
        if desk.options.json:
            shapes = [trends_json(of_foot) for of_foot in found]
            desk.print_json(shapes if len(shapes) > 1 else shapes[0])
            return
        for number, of_foot in enumerate(found):
            if number:
                desk.print("")
            if desk.options.plain:
                _print_words(of_foot, desk)
                hurt = where_words(sore_days(diary, of_foot.span, of_foot.foot))
                if hurt:
                    desk.print(hurt)
            else:
                _print_chart(of_foot, diary, desk)


def parser(name: str) -> Parser:
    """The parser of `trends`."""
    made = Parser(
        name,
        "First-step pain week by week, with massage, activity, steps and sitting of the same weeks.",
        "  heeldiary trends\n  heeldiary trends --weeks 26 --foot left\n  heeldiary trends --plain",
    )
    made.add_argument(
        "--weeks",
        metavar="N",
        type=whole_number(1, 1040, "weeks"),
        default=DEFAULT_WEEKS,
        help="how many (default: 12)",
    )
    made.add_argument("-f", "--foot", metavar="F", help="left, right or both (default: the affected foot)")
    return made


def _print_words(of_foot: Trends, desk: Desk) -> None:
    desk.print(heading(of_foot.foot))
    desk.print(*(week_line(week) for week in of_foot.weeks))
    desk.print(summary(of_foot))


def _print_chart(of_foot: Trends, diary: Diary, desk: Desk) -> None:
    from heeldiary.charts.trends import Subject, trends_picture
    from heeldiary.cli.printing import print_picture

    columns = min(_WIDEST, max(_NARROWEST, shutil.get_terminal_size().columns - 1))
    subject = Subject(of_foot, {}, _care_weeks(diary, of_foot.span), of_foot.weeks[-1].start)
    desk.print(heading(of_foot.foot), "")
    print_picture(trends_picture("weeks", subject, columns, CHART_ROWS), diary.settings()["theme"], desk)
    desk.print("", f"This week: {pain_words(of_foot.weeks[-1])}", summary(of_foot))


def _care_weeks(diary: Diary, span: Span) -> set[date]:
    return {monday(entry.day) for entry in diary.entries(span, ("care",))}
