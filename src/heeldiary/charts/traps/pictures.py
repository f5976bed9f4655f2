"""The pictures of the traps. Each returns its number of rows; 0 if there is nothing to draw."""

from collections.abc import Sequence
from datetime import date

from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.plot import lines
from heeldiary.charts.weeks.frame import draw_span, pixel
from heeldiary.domain.days import monday
from heeldiary.domain.scales import Foot
from heeldiary.domain.traps.natural_course import GENERAL_PRACTICE, HOSPITAL, YEARS
from heeldiary.domain.traps.traps import Gaps, Reactive, Share, WorstWeek

_AXIS_COLUMNS = 4
_CAPTIONED_ROWS = 9
"""The width of the figures at the left."""


def draw_worst_week(picture: Picture, trap: WorstWeek, foot: Foot) -> int:
    """Draw the first weeks on 0-10, the worst one labelled, the mean of the weeks after it on the part of chance."""
    if not any(week.mean is not None for week in trap.weeks):
        return 0
    rows = picture.rows - 1
    rows -= rows % 2 == 0
    every = max(2, min(5, (picture.columns - _AXIS_COLUMNS - 1) // max(1, len(trap.weeks))))
    places = [_AXIS_COLUMNS + 1 + every * number for number in range(len(trap.weeks))]
    _grid(picture, rows, places[-1] + every)
    after = [places[number] for number in trap.after]
    if after and trap.worst is not None and trap.after_mean is not None:
        worst, line = trap.weeks[trap.worst].mean or 0, pixel(trap.after_mean, rows) // 2
        over = range(after[0] - 1, after[-1] + 2)
        if trap.chance is not None:
            high, low = pixel(worst - trap.chance.low, rows), pixel(worst - trap.chance.high, rows)
            for column in over:
                draw_span(picture, column, 0, high, low, "band")
                for row in (high // 2, low // 2):  # the edges show where there is no colour
                    if picture.cells[row][column].sign == " ":
                        picture.put(column, row, "┄", Ink("band", "band"))
        for column in over:
            picture.put(column, line, "━", Ink(foot))
    for number, (week, column) in enumerate(zip(trap.weeks, places, strict=True)):
        if week.mean is None:
            picture.put(column, rows - 2, "·", Ink("muted"))
            continue
        row = pixel(week.mean, rows) // 2
        if number == trap.worst:
            picture.put(column, row, "◆", Ink("text", bold=True))
            picture.write_centred(column, row - 1 if row else row + 1, f"{week.mean:.1f}", Ink("text", bold=True))
        else:
            picture.put(column, row, "●", Ink(f"{foot}-10" if column in after else "muted"))
    if after and trap.after_mean is not None:
        _name(picture, rows, sum(after) // len(after), pixel(trap.after_mean, rows) // 2, f"{trap.after_mean:.1f}")
    key = "◆ worst   ━ after it   ▄ by chance" if trap.chance and after else "◆ worst   ━ after it" if after else ""
    _key(picture, key, foot)
    return picture.rows


def _name(picture: Picture, rows: int, middle: int, line: int, name: str) -> None:
    """Write a figure beside a line, in the nearest free cell."""
    for row in (line - 1, line + 1, line - 2, line + 2, line):
        for column in (middle - 1, middle, middle + 1, middle - 3, middle + 3):
            places = range(column - 1, column - 1 + len(name))
            if 0 <= row < rows and all(picture.cells[row][place].sign in " ┈" for place in places):
                picture.write(places[0], row, name, Ink("text", bold=True))
                return


def _key(picture: Picture, key: str, foot: Foot) -> None:
    """Draw the legend in the last row."""
    row = picture.rows - 1
    for place, sign in enumerate(key):
        ink = {"◆": Ink("text", bold=True), "━": Ink(foot), "▄": Ink("band", "band")}.get(sign, Ink("faint"))
        picture.put(_AXIS_COLUMNS + 1 + place, row, sign, ink)


def draw_slopes(picture: Picture, trap: Reactive, foot: Foot) -> int:
    """Draw the change to the next morning: one line for days with massage, one for the others."""
    if not trap.enough:
        return 0
    groups = ((trap.others, "muted", "without"), (trap.massage, str(foot), "massage"))
    figures = [figure for group, _, _ in groups for figure in (group.this, group.next) if figure is not None]
    lowest, highest = max(0, int(min(figures)) - 1), min(10, int(max(figures)) + 2)
    rows, left = picture.rows - 1, _AXIS_COLUMNS + 14
    columns = max(8, min(30, picture.columns - left - 7))
    picture.write_right(_AXIS_COLUMNS - 1, 0, str(highest), Ink("muted"))
    picture.write_right(_AXIS_COLUMNS - 1, rows - 1, str(lowest), Ink("muted"))
    for row in range(rows):
        picture.put(_AXIS_COLUMNS, row, "│", Ink("line"))

    def at(figure: float) -> float:
        return (highest - figure) / max(1, highest - lowest) * (2 * rows - 1)

    placed: dict[str, tuple[int, int]] = {}
    for group, role, name in groups:
        ends = (at(group.this or 0), at(group.next or 0))
        for row, signs in enumerate(lines(columns, rows, [[(0.0, ends[0]), (2.0 * columns - 1, ends[1])]])):
            for column, sign in enumerate(signs):
                if sign != " ":
                    picture.put(left + column, row, sign, Ink(role))
        placed[name] = (int(ends[0] // 2), int(ends[1] // 2))
    for group, role, name in groups:
        ink = Ink(role, bold=True)
        rows_at = [min(rows - 1, max(0, place)) for place in placed[name]]
        if name == "without":  # two figures in one row: move the second below
            rows_at = [
                min(rows - 1, row + (row == min(rows - 1, other)))
                for row, other in zip(rows_at, placed["massage"], strict=True)
            ]
        picture.write_right(left - 1, rows_at[0], f"{name} {group.this:.1f}", ink)
        picture.write(left + columns + 1, rows_at[1], f"{group.next:.1f}", ink)
    picture.write_centred(left, picture.rows - 1, "this morning", Ink("faint"))
    picture.write_centred(left + columns, picture.rows - 1, "the next", Ink("faint"))
    return picture.rows


def draw_courses(picture: Picture) -> int:
    """Draw both published courses: how many of 100 still have it. Dots are published figures, lines join them."""
    rows = picture.rows - 1
    columns = picture.columns - _AXIS_COLUMNS - 8
    top, bottom = 0, 2 * rows - 1
    for share, sign in ((100, "┈"), (50, "┈"), (0, "─")):
        row = round((100 - share) / 100 * bottom) // 2
        picture.write_right(_AXIS_COLUMNS - 1, row, str(share), Ink("muted"))
        picture.write(_AXIS_COLUMNS, row, sign * (columns + 1), Ink("line"))
    if rows >= _CAPTIONED_ROWS:
        picture.write_right(_AXIS_COLUMNS + columns, 0, " of 100, how many still have it", Ink("faint"))

    def place(year: float, share: float) -> tuple[float, float]:
        return 1 + year / YEARS * (2 * columns - 3), top + (100 - share) / 100 * bottom

    for course, role in ((HOSPITAL, "muted"), (GENERAL_PRACTICE, "bars")):
        points = [place(year, share) for year, share in course]
        for row, signs in enumerate(lines(columns, rows, [points])):
            for column, sign in enumerate(signs):
                if sign != " ":
                    picture.put(_AXIS_COLUMNS + column, row, sign, Ink(role))
        for x, y in points[1:]:
            picture.put(_AXIS_COLUMNS + int(x // 2), int(y // 2), "●", Ink("text"))
    (x, y), (mx, my) = place(*HOSPITAL[1]), place(*GENERAL_PRACTICE[-1])
    picture.write(_AXIS_COLUMNS + int(x // 2) + 3, max(0, int(y // 2) - (rows > 5)), "hospital: 80.5", Ink("text"))
    picture.write(_AXIS_COLUMNS + int(mx // 2) + 2, int(my // 2), "general practice: about 20", Ink("text"))
    for year in (0, 1, 5, 10, YEARS):
        at = place(year, 0)[0]
        label = f"{year} years" if year == YEARS else str(year)
        picture.write_right(
            _AXIS_COLUMNS + int(at // 2) + 1 + 6 * (year == YEARS), picture.rows - 1, label, Ink("muted")
        )
    for years, still in HOSPITAL[2:]:
        x, y = place(years, still)
        picture.write_centred(_AXIS_COLUMNS + int(x // 2), max(0, int(y // 2) - 1), f"{still:g}", Ink("text"))
    return picture.rows


def draw_gaps(picture: Picture, trap: Gaps, days: Sequence[tuple[date, bool]], foot: Foot) -> int:
    """Draw two bars, after worse and better mornings; below them the latest mornings by week."""
    if trap.first is None or not days:
        return 0
    picture.write(0, 0, "not logged", Ink("faint"))
    room = max(6, min(30, picture.columns - 14 - 16))
    for row, (name, share) in enumerate((("after worse", trap.worse), ("after better", trap.better)), 1):
        picture.write(0, row, name, Ink("text"))
        picture.write(14, row, "┈" * room, Ink("line"))
        filled = round(room * share.part / share.whole) if share.whole else 0
        picture.write(14, row, "━" * (max(1, filled) if share.part else 0), Ink(foot, bold=True))
        picture.write(14 + room + 1, row, _share(share), Ink("muted"))
    top, width = 5, 8
    weeks = max(1, (picture.columns + 1) // width)
    spare = picture.rows - top
    starts = sorted({monday(day) for day, _ in days})[-weeks * max(0, spare) :] if spare > 0 else []
    shown = {start: number for number, start in enumerate(starts)}
    for day, logged in days:
        number = shown.get(monday(day))
        if number is not None:
            column = number % weeks * width + day.weekday()
            picture.put(column, top + number // weeks, "■" if logged else "·", Ink(f"{foot}-5" if logged else "text"))
    if starts:
        picture.write(0, top - 1, f"the last {len(starts)} weeks" if len(starts) > 1 else "this week", Ink("faint"))
    return top + -(-len(starts) // weeks) if starts else 3


def _share(share: Share) -> str:
    return f"{share.part} of {share.whole}"


def _grid(picture: Picture, rows: int, end: int) -> None:
    for score, sign in ((10, "┈"), (5, "┈"), (0, "─")):
        row = pixel(score, rows) // 2
        picture.write_right(_AXIS_COLUMNS - 1, row, str(score), Ink("muted"))
        picture.write(_AXIS_COLUMNS, row, sign * max(0, end - _AXIS_COLUMNS), Ink("line"))
