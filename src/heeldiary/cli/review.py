"""`heeldiary review`: a week in review, and its answer."""

from collections.abc import Sequence
from datetime import date
from textwrap import wrap

from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Arguments, Parser
from heeldiary.domain.days import short_day
from heeldiary.domain.review.review import Review, parse_week, week_for
from heeldiary.domain.review.text import (
    all_lines,
    answer_lines,
    caption_lines,
    how_to_answer,
    logged_lines,
    question_lines,
    sign_lines,
    title,
)
from heeldiary.errors import BadInput
from heeldiary.store.diary import Diary
from heeldiary.store.file.salvage import Unreadable

_WIDEST_COLUMNS = 110
_FOOT_ROWS = 7
_ROOMY_COLUMNS = 60
"""Below this width what was logged is printed as lines if the table would be cut."""


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """Print a week, or save an answer."""
    arguments = parser(name).read(argv, context.out)
    if arguments.note is not None:
        _answer(arguments, context)
        return
    from heeldiary.domain.review.band import with_bands  # imports numpy, not needed to save an answer
    from heeldiary.store.weeks.review import load_review

    with context.reading() as diary:
        start, as_of = _week(arguments, diary, context)
        unreadable: list[Unreadable] = []
        review = with_bands(load_review(diary, start, as_of, unreadable))
        if context.options.json:
            from heeldiary.domain.review.to_json import review_to_json

            context.print_json(review_to_json(review))
        elif context.options.plain:
            context.print(*all_lines(review))
        else:
            _print(review, diary.settings()["theme"], context)
        if unreadable:
            from heeldiary.cli.show import name_unreadable  # rarely needed

            name_unreadable(context, unreadable)


def parser(name: str) -> Parser:
    """Return the parser of `review`."""
    parser = Parser(
        name,
        "Look back at a week: its mornings, what was and was not logged, three questions. Without --week it\n"
        "is the current week from its fourth day on (Thursday), before that the last full week.",
        "  heeldiary review\n  heeldiary review --week 2026-W47\n"
        '  heeldiary review --note "two long days on my feet, evenings quiet"\n  heeldiary review --plain',
    )
    parser.add_argument("--week", metavar="WEEK", help="an ISO week, as 2026-W47 or 47, or last")
    parser.add_argument(
        "--as-of", dest="as_of", metavar="DAY", help="ignore everything after that day (default: today)"
    )
    parser.add_argument(
        "-n", "--note", metavar="TEXT", help="save your answer as a note of the week; - reads it from stdin"
    )
    return parser


def _week(arguments: Arguments, diary: Diary, context: CommandContext) -> tuple[date, date]:
    """Return the Monday of the chosen week, and the last day to look at."""
    as_of = context.day(diary, arguments.as_of) or diary.today()
    if arguments.week is not None:
        return parse_week(arguments.week, as_of), as_of
    return week_for(as_of, diary.first_day()), as_of


def _answer(arguments: Arguments, context: CommandContext) -> None:
    from heeldiary.domain import text
    from heeldiary.store.weeks.review import save_answer

    if arguments.as_of is not None:
        raise BadInput(
            "an answer belongs to a week, so --as-of does not apply", "leave --as-of out, or name the week: --week"
        )
    with context.reading() as diary:  # find errors before a first diary is created
        start, _ = _week(arguments, diary, context)
        words = text.clean_note(context.text(arguments.note))
        if not words:
            raise BadInput("the note is empty", "write a word")
    with context.writing() as diary:
        note = save_answer(diary, start, words)
    with context.done():
        if context.options.json:
            from heeldiary.domain.entry_to_json import entry_to_json

            context.print_json(entry_to_json(note))
        else:
            context.print(f"Saved: note, the review of week {start.isocalendar().week}, {short_day(note.day)}")


def _print(review: Review, theme: str, context: CommandContext) -> None:
    from heeldiary.charts.review.boxes import boxes_picture
    from heeldiary.charts.review.days import CUT, days_picture
    from heeldiary.cli.printing import picture_columns, print_picture

    columns = picture_columns(context, _WIDEST_COLUMNS)
    context.print(f"Weekly review: {title(review)}", "")
    rows = (_FOOT_ROWS + 1) * len(review.feet) + 1
    print_picture(boxes_picture(review.feet, columns, rows), theme, context)
    context.print("")
    context.print(*(part for line in caption_lines(review) for part in wrap(line, columns)))
    context.print("")
    days = days_picture(review, columns, is_whole=True)
    if columns < _ROOMY_COLUMNS and CUT in days.text():
        context.print(*logged_lines(review))
    else:
        print_picture(days, theme, context)
    signs = [part for line in sign_lines(review) for part in wrap(line, columns)]
    if signs:
        context.print("", *signs)
    answers = answer_lines(review)
    context.print("", *question_lines(), "", *answers)
    if not answers:
        context.print(how_to_answer(review), advises=True)
