"""The widgets that all screens share, as they are drawn at each size, with all styles."""

from collections.abc import Callable, Sequence

import pytest
from rich.style import Style

from heeldiary.charts.palette import DUSK
from heeldiary.charts.picture import Ink, Picture
from heeldiary.domain.scales import Foot, Moment
from heeldiary.tui.actions import SCREENS
from heeldiary.tui.widgets.drawing import strips, style_of
from heeldiary.tui.widgets.footer import Footer
from heeldiary.tui.widgets.header import PAGE_NAMES, Header
from heeldiary.tui.widgets.labelled_lines import labelled
from heeldiary.tui.widgets.score_row import ScoreRow
from tests.tui.pictures import drawn, focused, worded

Snapshot = Callable[[str, str], None]
ASIDES = ("yesterday 5 · usual 4 to 6", "yesterday 5")


def row(
    foot: Foot, moment: Moment, scores: Sequence[int], *, big: bool = False, labelled: bool = True, beside: bool = False
) -> ScoreRow:
    """A row for a score."""
    made = ScoreRow(foot, moment, big=big)
    made.show(scores, ASIDES, labelled, beside)
    return made


def test_the_row_of_the_first_steps(snapshot: Snapshot) -> None:
    seen = []
    for columns, rows in ((66, 7), (66, 5), (56, 3), (55, 3), (46, 3), (45, 1), (44, 1), (38, 1)):
        for scores in ((), (4,), (10,)):
            seen.append(drawn(row("left", "first-step", scores, big=True), columns, rows))
        seen.append(drawn(focused(row("right", "first-step", (0,), big=True)), columns, rows))
    snapshot("widget-first-steps", "\n\n".join(seen))


def test_the_rows_of_a_moment_later(snapshot: Snapshot) -> None:
    seen = []
    for columns in (66, 56, 55, 52, 51, 24, 17):
        for first, beside in ((True, False), (True, True), (False, True), (False, False)):
            for scores in ((), (3,), (3, 10)):
                made = row("left", "after-sitting", scores, labelled=first, beside=beside)
                seen.append(drawn(made, columns, 1))
            made = focused(row("right", "average", (7,), labelled=first, beside=beside))
            seen.append(drawn(made, columns, 1))
            made.choose_next()
            seen.append(drawn(made, columns, 1))
    snapshot("widget-later-rows", "\n\n".join(seen))


def test_a_row_to_which_a_score_is_added_shows_none() -> None:
    made = row("left", "after-sitting", ())
    shown = [(made.score, made.adding)]
    made.choose_next()
    shown.append((made.score, made.adding))
    made.show((3, 5))
    shown.append((made.score, made.adding))
    made.choose_next()
    shown.append((made.score, made.adding))
    assert shown == [(None, False), (None, False), (5, False), (None, True)], "to nothing nothing is added"
    assert {*row("left", "worst", (1,), beside=True).classes} == {"-first"}
    assert {*row("left", "worst", (1,), beside=True, labelled=False).classes} == {"-second"}
    assert {*row("left", "first-step", (1,), big=True, beside=True).classes} == set()


def test_the_header_and_the_footer(snapshot: Snapshot) -> None:
    seen = []
    for page in PAGE_NAMES:
        header = Header(page)
        header.tell("Sunday 22 November 2026", "22 Nov")
        seen += [drawn(header, columns, 2) for columns in (80, 66, 65, 45, 38, 36)]
    for actions in SCREENS.values():
        footer = Footer()
        footer.show(actions)
        seen += [f"{drawn(footer, columns, 1)}\n{footer._places}" for columns in (150, 80, 40)]
    snapshot("widget-frame", "\n\n".join(seen))


def test_lines_beside_their_labels(snapshot: Snapshot) -> None:
    parts = [("Press", "firmly " * 12), ("How", "slowly")]
    snapshot("widget-labelled", "\n\n".join(worded(labelled(parts, columns)) for columns in (30, 49, 50)))


@pytest.mark.parametrize(
    ("ink", "style"),
    [
        (Ink(), Style()),
        (Ink("text", bold=True), Style(color=DUSK.text, bold=True)),
        (Ink("muted", "raised"), Style(color=DUSK.muted, bgcolor=DUSK.raised)),
        (Ink("accent", underline=True), Style(color=DUSK.accent, underline=True)),
        (Ink("faint", italic=True), Style(color=DUSK.faint, italic=True)),
        (Ink(None, "line"), Style(bgcolor=DUSK.line)),
    ],
)
def test_an_ink_has_its_style_and_no_other(ink: Ink, style: Style) -> None:
    assert style_of(ink, DUSK) == style


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain  end", "plain  end"),
        ("鞋子    end", "鞋子    end"),
        ("e\u0301a  b", "e\u0301a  b"),
        ("a鞋  子  b", "a鞋  子  b"),
    ],
)
def test_what_follows_wide_signs_stays_in_its_column(text: str, shown: str) -> None:
    picture = Picture(14, 1)
    picture.write(0, 0, text)
    (strip,) = strips(picture, DUSK)
    assert strip.cell_length == 14
    assert strip.text.rstrip() == shown
