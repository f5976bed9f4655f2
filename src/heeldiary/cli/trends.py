"""`heeldiary trends`: the weeks and their analysis as a picture, as text or as JSON."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Parser, check_list, whole_number
from heeldiary.cli.traps import print_traps
from heeldiary.domain.analysis.analysis import analyse, analyse_change
from heeldiary.domain.analysis.results import Analysis, ChangeAnalysis
from heeldiary.domain.change.text import band_caption, format_band_place, format_then_and_now, format_trend
from heeldiary.domain.change.to_json import bands_to_json, change_to_json
from heeldiary.domain.courses.courses import days_with_visits
from heeldiary.domain.days import monday
from heeldiary.domain.links.text import plain_lines
from heeldiary.domain.scales import FEET, Foot, parse_feet
from heeldiary.domain.weeks.text import (
    HOW_VISITS_READ,
    NOTHING_MARKED,
    days_line,
    format_event,
    format_pain,
    format_week,
    format_weeks,
    format_where,
    heading,
    load_line,
    where_line,
)
from heeldiary.domain.weeks.weeks import Trends, trends_to_json
from heeldiary.errors import BadInput, did_you_mean
from heeldiary.store.diary import Diary
from heeldiary.store.weeks.events import load_events
from heeldiary.store.weeks.observations import load_observations, load_observations_for_change, morning_scores
from heeldiary.store.weeks.weeks import load_care_days, load_sore_days, load_trends

if TYPE_CHECKING:
    from heeldiary.charts.views import ViewName

DEFAULT_WEEKS = 12
CHART_ROWS = 31
_WIDEST_COLUMNS = 100


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """Print the weeks of one foot or both."""
    arguments = parser(name).read(argv, context.out)
    check_list(arguments, json=context.options.json)
    view = _view(arguments.view)
    with context.reading() as diary:
        feet = parse_feet(arguments.foot) if arguments.foot else diary.settings().affected_feet or FEET
        as_of = context.day(diary, arguments.as_of) or diary.today()
        with diary.snapshot():
            by_foot = [
                (weeks, _load_analysis(view, diary, weeks.foot, as_of))
                for weeks in load_trends(diary, feet, arguments.weeks, as_of)
            ]
            if context.options.json:
                shapes = [
                    trends_to_json(
                        weeks, change_to_json(analysis.then_and_now, analysis.trend), bands_to_json(analysis.bands)
                    )
                    for weeks, analysis in by_foot
                ]
                context.print_json(shapes if len(shapes) > 1 or arguments.list else shapes[0])
                return
            for number, (weeks, analysis) in enumerate(by_foot):
                if number:
                    context.print("")
                if view == "traps" and isinstance(analysis, Analysis):
                    print_traps(analysis, diary.settings()["theme"], context)
                    continue
                if context.options.plain:
                    _print_words(view, weeks, analysis, diary, context)
                else:
                    _print_chart(view, weeks, analysis, diary, context)


def parser(name: str) -> Parser:
    """Return the parser of `trends`."""
    parser = Parser(
        name,
        "Show weekly first-step pain, what else you logged, and whether your pain has changed.",
        "  heeldiary trends\n  heeldiary trends --weeks 26 --foot left\n  heeldiary trends --view change\n"
        "  heeldiary trends --plain",
    )
    parser.add_argument(
        "--weeks",
        metavar="N",
        type=whole_number(1, 1040, "weeks"),
        default=DEFAULT_WEEKS,
        help="how many (default: 12)",
    )
    parser.add_argument("-f", "--foot", metavar="F", help="left, right or both (default: the affected foot)")
    parser.add_argument(
        "--view", metavar="VIEW", default="weeks",
        help="weeks, change, links, traps, days, load, calendar or where; --json prints the same for every view",
    )  # fmt: skip
    parser.add_argument("--as-of", metavar="DAY", help="ignore everything after that day (default: today)")
    parser.add_argument("--list", action="store_true", help="with --json: a list even for one foot")
    return parser


def _view(typed: str) -> "ViewName":
    from heeldiary.charts.views import VIEWS

    for view in VIEWS:
        if view == typed.lower():
            return view
    raise BadInput("there is no such view", did_you_mean(typed, VIEWS, f"the views are {', '.join(VIEWS)}"))


def _load_analysis(view: "ViewName", diary: Diary, foot: Foot, as_of: date) -> ChangeAnalysis | Analysis:
    """Return the analysis a view needs: only Links and Traps read the whole diary."""
    if view in ("links", "traps"):
        return analyse(load_observations(diary, foot, as_of, factors=view == "links"))
    return analyse_change(load_observations_for_change(diary, foot, as_of))


def _print_words(
    view: "ViewName", weeks: Trends, analysis: ChangeAnalysis | Analysis, diary: Diary, context: CommandContext
) -> None:
    """Print the figures as text, or the text of an analysed view."""
    if view == "links" and isinstance(analysis, Analysis):
        context.print(*plain_lines(analysis.links))
        return
    context.print(heading(weeks.foot))
    if view == "change":
        context.print(*format_then_and_now(analysis.then_and_now), format_trend(analysis.trend))
        return
    if view in ("days", "calendar"):
        scores = morning_scores(diary, weeks.foot, *weeks.span)
        context.print(*(days_line(week, scores, weeks.span.last) for week in weeks.weeks), format_weeks(weeks))
        return
    if view == "load":
        context.print(*map(load_line, weeks.weeks), format_weeks(weeks))
        return
    if view == "where":
        sore = load_sore_days(diary, weeks.span, weeks.foot)
        context.print(*(where_line(week, sore[week.start]) for week in weeks.weeks if sore.get(week.start)))
        context.print(format_where(sore) or NOTHING_MARKED)
        return
    context.print(*(format_week(week, format_band_place(week, analysis.bands.get(week.start))) for week in weeks.weeks))
    context.print(band_caption(any(week.start in analysis.bands for week in weeks.weeks)))
    context.print(*format_then_and_now(analysis.then_and_now), format_trend(analysis.trend))
    context.print(*map(format_event, load_events(diary, weeks.span, weeks.foot)))
    hurt = format_where(load_sore_days(diary, weeks.span, weeks.foot))
    if hurt:
        context.print(hurt)
    context.print(format_weeks(weeks))


def _print_chart(
    view: "ViewName", weeks: Trends, analysis: ChangeAnalysis | Analysis, diary: Diary, context: CommandContext
) -> None:
    from heeldiary.charts.subject import Subject
    from heeldiary.charts.views import WEEKLY, trends_picture
    from heeldiary.charts.weeks.view import rows_for_visits
    from heeldiary.cli.printing import picture_columns, print_picture

    columns = picture_columns(context, _WIDEST_COLUMNS)
    scores = morning_scores(diary, weeks.foot, *weeks.span)
    sore = load_sore_days(diary, weeks.span, weeks.foot)
    care = load_care_days(diary, weeks.span, weeks.foot)
    mondays = {monday(entry.day) for entry in care}
    events = load_events(diary, weeks.span, weeks.foot)
    selected = weeks.weeks[-1].start
    subject = Subject(weeks, scores, mondays, selected, sore, days_with_visits(care), analysis, care, events)
    context.print(heading(weeks.foot), "")
    rows = rows_for_visits(subject, columns, CHART_ROWS) if view == "weeks" else CHART_ROWS
    picture = trends_picture(view, subject, columns, rows)
    print_picture(picture, diary.settings()["theme"], context)
    if view == "days" and any(weeks.span.first <= day <= weeks.span.last for day in subject.visits):
        context.print(HOW_VISITS_READ)
    if view == "weeks":
        this = weeks.weeks[-1]
        place = format_band_place(this, analysis.bands.get(this.start))
        context.print("", f"This week: {format_pain(this)}{place and '; '}{place}", format_weeks(weeks))
        context.print(band_caption(any(week.start in analysis.bands for week in weeks.weeks)))
    if view in ("weeks", "change"):
        context.print("", *format_then_and_now(analysis.then_and_now), format_trend(analysis.trend))
    elif view in WEEKLY:
        context.print("", format_weeks(weeks))
