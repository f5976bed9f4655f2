"""`heeldiary trends`: the weeks and what is reckoned of them, as a picture, in words or as JSON."""

import shutil
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from heeldiary.cli.context import Desk
from heeldiary.cli.parser import Parser, whole_number
from heeldiary.cli.traps import print_traps
from heeldiary.domain.analysis.analysis import changes, findings
from heeldiary.domain.analysis.results import Changes, Findings
from heeldiary.domain.change.text import band_caption, place_words, then_and_now_words, trend_words
from heeldiary.domain.change.to_json import bands_json, change_json
from heeldiary.domain.courses.courses import visit_days
from heeldiary.domain.days import monday
from heeldiary.domain.links.text import plain_lines
from heeldiary.domain.scales import FEET, Foot, parse_feet
from heeldiary.domain.weeks.text import NOTHING_MARKED, days_line, heading, pain_words, summary, week_line, where_words
from heeldiary.domain.weeks.weeks import Trends, trends_json
from heeldiary.errors import BadInput
from heeldiary.store.diary import Diary
from heeldiary.store.weeks.observations import material, material_for_changes, morning_scores
from heeldiary.store.weeks.weeks import care_days, sore_days, trends

if TYPE_CHECKING:
    from heeldiary.charts.views import ViewName

DEFAULT_WEEKS = 12
CHART_ROWS = 31
_WIDEST = 100
_NARROWEST = 40


def run(name: str, argv: Sequence[str], desk: Desk) -> None:
    """Print the weeks of a foot, or of both."""
    arguments = parser(name).read(argv, desk.out)
    view = _view(arguments.view)
    with desk.reading() as diary:
        feet = parse_feet(arguments.foot) if arguments.foot else diary.settings().affected_feet or FEET
        as_of = desk.day(diary, arguments.as_of) or diary.today()
        with diary.snapshot():
            found = [
                (weeks, _reckoned(view, diary, weeks.foot, as_of))
                for weeks in trends(diary, feet, arguments.weeks, as_of)
            ]
            if desk.options.json:
                shapes = [
                    trends_json(weeks, change_json(told.then_and_now, told.trend), bands_json(told.bands))
                    for weeks, told in found
                ]
                desk.print_json(shapes if len(shapes) > 1 else shapes[0])
                return
            for number, (weeks, told) in enumerate(found):
                if number:
                    desk.print("")
                if view == "traps" and isinstance(told, Findings):
                    print_traps(told, diary.settings()["theme"], desk)
                    continue
                if desk.options.plain:
                    _print_words(view, weeks, told, diary, desk)
                else:
                    _print_chart(view, weeks, told, diary, desk)


def parser(name: str) -> Parser:
    """The parser of `trends`."""
    made = Parser(
        name,
        "First-step pain week by week with what was logged beside it; then and now; the trend.",
        "  heeldiary trends\n  heeldiary trends --weeks 26 --foot left\n  heeldiary trends --view change\n"
        "  heeldiary trends --plain",
    )
    made.add_argument(
        "--weeks",
        metavar="N",
        type=whole_number(1, 1040, "weeks"),
        default=DEFAULT_WEEKS,
        help="how many (default: 12)",
    )
    made.add_argument("-f", "--foot", metavar="F", help="left, right or both (default: the affected foot)")
    made.add_argument(
        "--view", metavar="VIEW", default="weeks", help="weeks, change, links, traps, days, load, calendar or where"
    )
    made.add_argument("--as-of", metavar="DAY", help="as it was at the end of a day (default: today)")
    return made


def _view(typed: str) -> "ViewName":
    from heeldiary.charts.views import VIEWS

    for view in VIEWS:
        if view == typed:
            return view
    raise BadInput("there is no such view", f"it is one of {', '.join(VIEWS)}")


def _reckoned(view: "ViewName", diary: Diary, foot: Foot, as_of: date) -> Changes | Findings:
    """What the view shows: only Links and Traps need the whole diary."""
    if view in ("links", "traps"):
        return findings(material(diary, foot, as_of, factors=view == "links"))
    return changes(material_for_changes(diary, foot, as_of))


def _print_words(view: "ViewName", weeks: Trends, told: Changes | Findings, diary: Diary, desk: Desk) -> None:
    """The figures in words; with a view that is reckoned, what that one says."""
    if view == "links" and isinstance(told, Findings):
        desk.print(*plain_lines(told.links))
        return
    desk.print(heading(weeks.foot))
    if view == "change":
        desk.print(*then_and_now_words(told.then_and_now), trend_words(told.trend))
        return
    if view in ("days", "calendar"):
        scores = morning_scores(diary, weeks.foot, *weeks.span)
        desk.print(*(days_line(week, scores, weeks.span.last) for week in weeks.weeks), summary(weeks))
        return
    desk.print(*(week_line(week, place_words(week, told.bands.get(week.start))) for week in weeks.weeks))
    desk.print(band_caption(any(week.start in told.bands for week in weeks.weeks)))
    desk.print(*then_and_now_words(told.then_and_now), trend_words(told.trend))
    hurt = where_words(sore_days(diary, weeks.span, weeks.foot)) or (NOTHING_MARKED if view == "where" else "")
    if hurt:
        desk.print(hurt)
    desk.print(summary(weeks))


def _print_chart(view: "ViewName", weeks: Trends, told: Changes | Findings, diary: Diary, desk: Desk) -> None:
    from heeldiary.charts.views import WEEKLY, Subject, trends_picture
    from heeldiary.cli.printing import print_picture

    columns = min(_WIDEST, max(_NARROWEST, shutil.get_terminal_size().columns - 1))
    scores = morning_scores(diary, weeks.foot, *weeks.span)
    sore = sore_days(diary, weeks.span, weeks.foot)
    care = care_days(diary, weeks.span)
    mondays = {monday(one.day) for one in care}
    subject = Subject(weeks, scores, mondays, weeks.weeks[-1].start, sore, visit_days(care), told)
    desk.print(heading(weeks.foot), "")
    print_picture(trends_picture(view, subject, columns, CHART_ROWS), diary.settings()["theme"], desk)
    if view == "weeks":
        this = weeks.weeks[-1]
        place = place_words(this, told.bands.get(this.start))
        desk.print("", f"This week: {pain_words(this)}{place and '; '}{place}", summary(weeks))
        desk.print(band_caption(any(week.start in told.bands for week in weeks.weeks)))
    if view in ("weeks", "change"):
        desk.print("", *then_and_now_words(told.then_and_now), trend_words(told.trend))
    elif view in WEEKLY:
        desk.print("", summary(weeks))
