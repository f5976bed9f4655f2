"""Links as a forest plot: one row for each factor, its plausible range on an axis of points, and the verdict."""

import textwrap
from collections.abc import Sequence

from heeldiary.charts.picture import Ink, Picture, cut
from heeldiary.charts.ruler import Difference, Ruler
from heeldiary.domain.analysis.results import Analysis
from heeldiary.domain.links.analysis_points import ENOUGH_PAIRS
from heeldiary.domain.links.links import Link, Links
from heeldiary.domain.links.text import (
    DAYS_BEFORE,
    MORNINGS,
    days_logged,
    factor_title,
    format_counts,
    format_figures,
    format_link,
    format_possible,
    format_verdict,
    how_to_name,
    invitation,
    notes,
)
from heeldiary.domain.scales import Foot
from heeldiary.domain.text import capitalized, separate

_TITLE_COLUMNS = 22
"""The width of the titles beside the axis."""
_TEXT_COLUMNS = 38
"""The width of the text after it."""
_WIDE_COLUMNS = 96
"""From this width on, titles and text are beside the axis."""
_NARROWEST_AXIS, _WIDEST_AXIS = 25, 81
_LONGEST_LINE_COLUMNS = 96
_ROWS_WIDE, _ROWS_NARROW = 2, 3
_BAR = ENOUGH_PAIRS // 4
"""The cells of the progress bar, four days each."""
_GRID = Ink("line")


def draw_links(picture: Picture, analysis: Analysis) -> None:
    """Draw the factors on one axis of points, with as many notes below as fit."""
    _draw(picture, analysis.links, in_trends=True)


def _draw(picture: Picture, known: Links, in_trends: bool = False) -> None:
    if not known.factors and not known.before:
        _draw_invitation(picture, known, how_to_name(in_trends))
        return
    wide = picture.columns >= _WIDE_COLUMNS
    links = (*known.factors, *known.before)
    scaled = any(link.difference is not None for link in links)
    axis = _axis(picture.columns, wide, links) if scaled or not wide else Ruler(_TITLE_COLUMNS, _BAR + 1)
    said = notes(known)
    rows = _ROWS_WIDE if wide else _ROWS_NARROW
    titles = 2 * bool(known.before)
    roomy = picture.rows >= 3 + len(links) * (rows + 1) + titles + len(_wrapped(picture, said))
    row = _draw_scale(picture, axis, wide) if scaled else 0
    for number, link in enumerate(links):
        if number == len(known.factors):
            if scaled:
                _draw_grid(picture, row, 1 + roomy, axis)
            row += roomy
            picture.write(0, row, cut(DAYS_BEFORE, axis.column - 1 if wide else picture.columns), Ink("faint"))
            row += 1
        if scaled:
            _draw_grid(picture, row, rows + roomy, axis)
        row += roomy
        _draw_row(picture, row, link, axis, known.foot, wide)
        row += rows
    row += roomy
    sentences = [format_link(link) for link in links if link.difference is not None]
    if picture.rows - row - 1 >= len(_wrapped(picture, (*sentences, *said))) + len(sentences):
        for words in sentences:
            row = _write_lines(picture, row, [words], Ink("text")) + 1
    for line in said:
        if len(_wrapped(picture, [line])) <= picture.rows - row:  # all or nothing
            row = _write_lines(picture, row, [line], Ink("faint"))


def links_picture(known: Links, columns: int) -> Picture:
    """Return the picture for printing, as high as its text needs."""
    picture = Picture(columns, 200)
    _draw(picture, known)
    rows = max((row + 1 for row, cells in enumerate(picture.cells) if any(c.sign != " " for c in cells)), default=1)
    shown = Picture(columns, rows)
    shown.lay(0, 0, picture)
    return shown


def _draw_invitation(picture: Picture, links: Links, beneath: Sequence[str]) -> None:
    """Draw the possible factors with their number of days, and no other figure; `beneath` says how to choose them."""
    row = _write_lines(picture, 0, [invitation()], Ink("text")) + 1
    row = _write_lines(picture, row, [format_possible(links)], Ink("muted"))
    most = max(links.possible.values(), default=1)
    room = max(0, min(40, picture.columns - _TITLE_COLUMNS - 14))
    shown = max(1, picture.rows - row - 1 - len(_wrapped(picture, beneath)))
    more = len(links.possible) - shown + 1 if len(links.possible) > shown > 1 else 0
    for name, days in [*links.possible.items()][: shown - bool(more)]:
        picture.write(2, row, cut(separate(name), _TITLE_COLUMNS - 3), Ink("text"))
        picture.write_right(_TITLE_COLUMNS + 11, row, days_logged(days), Ink("muted"))
        picture.write(_TITLE_COLUMNS + 13, row, "▬" * max(1, round(room * days / most)) if room else "", Ink("bars"))
        row += 1
    if more:
        picture.write(2, row, f"and {more} more", Ink("faint"))
        row += 1
    _write_lines(picture, row + 1, beneath, Ink("faint"))


def _axis(columns: int, wide: bool, links: Sequence[Link]) -> Ruler:
    furthest = max((abs(end) for link in links for end in (link.low, link.high) if end is not None), default=0)
    room = columns - (_TITLE_COLUMNS + _TEXT_COLUMNS + 2 if wide else 4)
    width = max(_NARROWEST_AXIS, min(_WIDEST_AXIS, room))
    return Ruler.reaching(furthest, _TITLE_COLUMNS if wide else max(0, (columns - width) // 2), width)


def _draw_scale(picture: Picture, axis: Ruler, wide: bool) -> int:
    """Draw the axis; return the next row."""
    picture.write(axis.column, 0, "lower", Ink("muted"))
    picture.write_right(axis.last + 1, 0, "higher", Ink("muted"))
    picture.write_centred(axis.at(0), 0, "next morning" if axis.width >= 33 else "", Ink("faint"))
    axis.draw_numbers(picture, 1)
    if wide:
        picture.write(0, 1, MORNINGS, Ink("faint"))
    return 2


def _draw_grid(picture: Picture, top: int, rows: int, axis: Ruler) -> None:
    for row in range(top, min(top + rows, picture.rows)):
        for points in axis.ticks:
            picture.put(axis.at(points), row, "│" if points == 0 else "┊", _GRID)


def _draw_row(picture: Picture, row: int, link: Link, axis: Ruler, foot: Foot, wide: bool) -> None:
    """Draw a factor: its title, range, verdict and counts."""
    name = separate(factor_title(link.name))
    name = capitalized(name)
    is_link = link.verdict == "link"
    ink = Ink("faint" if link.dropped else "text", bold=not link.dropped)
    verdict = Ink("text" if is_link else "muted", bold=is_link)
    words, counts = format_verdict(link), format_counts(link)
    if wide:
        picture.write(0, row, cut(name, _TITLE_COLUMNS - 3), ink)
        picture.write(0, row + 1, cut(counts, _TITLE_COLUMNS - 2), Ink("faint"))
        picture.write(axis.last + 4, row, words, verdict)
        for line, text in enumerate(textwrap.wrap(format_figures(link), _TEXT_COLUMNS)[:2]):
            picture.write(axis.last + 4, row + 1 + line, text, Ink("muted"))
        _draw_range(picture, row, link, axis, foot)
        return
    _clear(picture, row)
    picture.write(0, row, cut(name, picture.columns - len(words) - 2), ink)
    picture.write_right(picture.columns, row, words, verdict)
    _draw_range(picture, row + 1, link, axis, foot)
    _clear(picture, row + 2)
    beneath = format_figures(link)
    if counts and len(counts) + len(beneath) + 2 <= picture.columns:
        named = f"days: {counts}"
        is_named = len(named) + len(beneath) + 2 <= picture.columns
        picture.write(0, row + 2, named if is_named else counts, Ink("faint"))
    if link.reason == "pairs":
        picture.write(axis.column + _BAR + 2, row + 1, beneath, Ink("muted"))
        return
    picture.write_right(picture.columns, row + 2, cut(beneath, picture.columns), Ink("muted"))


def _draw_range(picture: Picture, row: int, link: Link, axis: Ruler, foot: Foot) -> None:
    """Draw the plausible range as a line, or the progress towards one; an arrow where it goes on beyond the axis."""
    if link.low is None or link.high is None or link.difference is None:
        _draw_progress(picture, row, link, axis)
        return
    ink = Ink("muted" if link.dropped else foot, bold=link.verdict == "link")
    axis.draw_range(picture, row, Difference(link.low, link.difference, link.high, link.verdict == "link"), ink)


def _draw_progress(picture: Picture, row: int, link: Link, axis: Ruler) -> None:
    """Draw the progress bar of mornings."""
    if link.reason != "pairs":
        return
    picture.write(axis.column, row, " " * axis.width)
    full = round(_BAR * link.pairs / ENOUGH_PAIRS)
    picture.write(axis.column, row, "▬" * full, Ink("bars"))
    picture.write(axis.column + full, row, "·" * (_BAR - full), Ink("faint"))


def _write_lines(picture: Picture, row: int, lines: Sequence[str], ink: Ink) -> int:
    """Write wrapped lines; return the next row."""
    for line in _wrapped(picture, lines):
        picture.write(0, row, separate(line), ink)
        row += 1
    return row


def _wrapped(picture: Picture, lines: Sequence[str]) -> list[str]:
    width = max(20, min(picture.columns, _LONGEST_LINE_COLUMNS))
    return [part for line in lines for part in textwrap.wrap(line, width, break_on_hyphens=False) or [""]]


def _clear(picture: Picture, row: int) -> None:
    picture.write(0, row, " " * picture.columns)
