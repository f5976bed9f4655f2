"""Where it hurt over the weeks: every figure in its place, gaps as gaps, and words where nothing was marked."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heeldiary.charts.palette import DUSK
from heeldiary.charts.picture import Ink, Picture
from heeldiary.charts.views import trends_picture
from heeldiary.charts.weeks.frame import week_columns
from heeldiary.charts.weeks.where import draw_where, title_columns
from heeldiary.domain.areas import AREAS
from heeldiary.domain.days import short_day
from heeldiary.domain.scales import FEET, Foot
from heeldiary.domain.weeks.text import NOTHING_MARKED
from tests.charts.weeks_of_scores import START, subject_of

Counts = Mapping[date, Mapping[str, int]]

TITLE_COLUMNS = 24


def week(number: int) -> date:
    return START + timedelta(days=7 * number)


def drawn(
    counts: Counts, weeks: int = 4, columns: int = 72, rows: int = 17, foot: Foot = "left", selected: int = -1
) -> Picture:
    picture = Picture(columns, rows)
    subject = subject_of([[]] * weeks, selected=selected)
    draw_where(
        picture, 0, rows, week_columns(subject.trends.weeks, columns, TITLE_COLUMNS), counts, foot, subject.selected
    )
    return picture


def titles(picture: Picture) -> list[str]:
    named = [title for row in picture.text().split("\n") if (title := row[:TITLE_COLUMNS].strip())]
    return [title for title in named if title != "Week"]


def cells(picture: Picture, title: str) -> list[str]:
    """The contents of each slot of a row: a figure, a dot or a blank."""
    weeks = week_columns(subject_of([[]] * 4).trends.weeks, picture.columns, TITLE_COLUMNS)
    (row,) = (row for row in picture.text().split("\n") if row.startswith(title))
    return [row.ljust(picture.columns)[slot.middle] for slot in weeks]


def test_each_spot_has_a_row_once_it_was_marked_from_the_toes_up_to_the_calf() -> None:
    counts = {week(0): {"achilles": 2, "toes": 1, "arch": 0}, week(2): {"heel-inner": 7}}
    assert titles(drawn(counts)) == ["Toes", "Heel, inner side", "Achilles tendon"]
    assert titles(drawn({week(0): dict.fromkeys(AREAS, 1)})) == [spot.title for spot in AREAS.values()]


def test_a_cell_has_the_days_a_dot_for_none_and_nothing_without_a_session() -> None:
    counts = {week(0): {"arch": 3}, week(1): {}, week(3): {"arch": 7, "ball": 1}}
    picture = drawn(counts)
    assert cells(picture, "Arch") == ["3", "·", " ", "7"]
    assert cells(picture, "Ball") == ["·", "·", " ", "1"]


def test_the_more_days_the_further_the_shade() -> None:
    for foot in FEET:
        picture = drawn({week(n): {"arch": n + 1} for n in range(7)}, weeks=7, foot=foot)
        tiles = [cell.ink for cell in picture.cells[0] if cell.sign.isdigit()]
        assert [ink.back for ink in tiles] == [f"{foot}-{days + 1}" for days in range(1, 8)]
        assert [ink.fore for ink in tiles] == [f"on-{foot}-{days + 1}" for days in range(1, 8)]
        assert all(DUSK.colour(role) for ink in tiles for role in (ink.fore, ink.back) if role)


def test_tiles_are_as_wide_as_their_week_and_part_from_the_next() -> None:
    picture = drawn({week(n): {"arch": 5} for n in range(4)})
    for slot in week_columns(subject_of([[]] * 4).trends.weeks, 72, TITLE_COLUMNS):
        backs = [cell.ink.back for cell in picture.cells[0][slot.column : slot.column + slot.width]]
        assert backs == ["left-6"] * (slot.width - 1) + [None]


def test_week_numbers_stand_beneath_and_only_the_selected_week_is_in_the_accent() -> None:
    counts = {week(n): {"arch": n % 2} for n in range(4)}
    picture = drawn(counts, selected=1)
    numbers = next(row for row in picture.text().split("\n") if row.startswith("Week"))
    assert numbers.split() == ["Week", "36", "37", "38", "39"]
    slot = week_columns(subject_of([[]] * 4).trends.weeks, 72, TITLE_COLUMNS)[1]
    inks = {(row, column): cell.ink for row, line in enumerate(picture.cells) for column, cell in enumerate(line)}
    here = {column for (_, column), ink in inks.items() if ink.fore == "accent" or ink.underline}
    assert here == {slot.middle, slot.middle + 1}, "two digits in the middle of an even width"
    assert inks[0, slot.middle] == Ink("on-left-2", "left-2", bold=True, underline=True)


def test_weeks_that_share_a_place_show_the_most_days_one_of_them_has() -> None:
    weeks = week_columns(subject_of([[]] * 100).trends.weeks, 74, TITLE_COLUMNS)
    assert [len(slot.weeks) for slot in weeks] == [2] * 50
    picture = drawn({week(0): {"arch": 2}, week(1): {"arch": 5}, week(2): {}, week(5): {"arch": 1}}, 100, 74)
    assert picture.text().split("\n")[0][TITLE_COLUMNS : TITLE_COLUMNS + 4].ljust(4) == "5·1"[:3].ljust(4)


def test_nothing_marked_is_told_in_words_within_the_width() -> None:
    empty: list[Counts] = [{}, {week(1): {}}, {week(1): {"arch": 0}}, {week(99): {"arch": 3}}]
    for counts in empty:
        for columns, height in ((24, 6), (30, 5), (72, 2)):
            lines = drawn(counts, columns=columns).text().rstrip().split("\n")
            assert len(lines) == height
            assert " ".join(line.strip() for line in lines) == NOTHING_MARKED
    picture = Picture(120, 5)
    assert draw_where(picture, 0, 5, [], {}, "left", START)[0] == ""
    assert picture.text().startswith("Nothing marked yet")


def test_where_there_is_room_rows_stand_apart() -> None:
    counts = {week(0): dict.fromkeys(AREAS, 1)}
    tight, loose = (drawn(counts, 12, columns, rows).text().split("\n") for columns, rows in ((72, 17), (75, 30)))
    assert [bool(row) for row in tight[:12]] == [True] * 12
    assert [bool(row) for row in loose[:23]] == [True, False] * 11 + [True]


def test_titles_never_run_into_the_weeks() -> None:
    picture, subject = Picture(72, 17), subject_of([[]] * 4)
    counts = {week(0): dict.fromkeys(AREAS, 4)}
    draw_where(picture, 0, 17, week_columns(subject.trends.weeks, 72), counts, "left", subject.selected)
    assert picture.text().split("\n")[2].startswith("Hollow… ")


def test_the_margin_is_as_wide_as_the_longest_title_it_has_and_no_wider_than_24() -> None:
    assert title_columns({}) == 2
    assert title_columns({week(0): {"arch": 1}}) == len("Arch") + 2
    assert title_columns({week(0): {"arch": 1}, week(1): {"heel-inner": 2}}) == len("Heel, inner side") + 2
    assert title_columns({week(0): dict.fromkeys(AREAS, 1)}) == 24


def test_it_says_how_many_rows_it_took() -> None:
    laid, counts = week_columns(subject_of([[]] * 4).trends.weeks, 72, TITLE_COLUMNS), {week(0): {"arch": 1, "toes": 1}}
    for rows, used in ((4, 3), (5, 5)):
        picture = Picture(72, rows)
        assert draw_where(picture, 0, rows, laid, counts, "left", START)[1] == used
        assert picture.text().split("\n")[used - 1].split()[:2] == ["Week", str(START.isocalendar().week)]


@pytest.mark.parametrize(
    ("counts", "dot"),
    [
        ({0: {"arch": 1}}, ""), ({0: {"arch": 1}, 1: {}}, ", · for none"),
        ({0: {"arch": 1}, 1: {"toes": 2}}, ", · for none"),
        ({0: {"arch": 1, "toes": 1}, 1: {"arch": 2, "toes": 1}}, ""),
    ],
)  # fmt: skip
def test_the_dot_is_explained_where_it_is_drawn(counts: dict[int, dict[str, int]], dot: str) -> None:
    subject, picture = subject_of([[]] * 4), Picture(72, 17)
    laid = week_columns(subject.trends.weeks, 72, TITLE_COLUMNS)
    by_week = {week(number): areas for number, areas in counts.items()}
    said = draw_where(picture, 0, 17, laid, by_week, "left", subject.selected)[0]
    assert said == f"days it hurt each week{dot}"
    assert ("·" in picture.text()) == bool(dot)


def test_it_says_what_the_figures_are() -> None:
    counts: dict[date, dict[str, int]] = {week(0): {"arch": 1}, week(3): {}}
    said = []
    for weeks in (4, 100):
        subject = subject_of([[]] * weeks)
        laid = week_columns(subject.trends.weeks, 72, TITLE_COLUMNS)
        said.append(draw_where(Picture(72, 17), 0, 17, laid, counts, "left", subject.selected)[0])
    assert said == [
        "days it hurt each week, · for none",
        "days it hurt in the worst week of each column, · for none",
    ]


def test_the_table_is_explained_under_it_and_the_marks_beside_the_foot() -> None:
    for columns, rows in ((52, 20), (89, 34), (119, 42)):
        for marked in (True, False):
            sore = {week(0): {"arch": 3, "heel-inner": 1}, week(3): {"arch": int(marked)} if marked else {}}
            subject = subject_of([[]] * 4)._replace(sore=sore, selected=week(3))
            lines = trends_picture("where", subject, columns, rows, alone=False).text().split("\n")
            numbers = next(row for row, line in enumerate(lines) if line.split() == ["Week", "36", "37", "38", "39"])
            assert lines[numbers + 1] == "days it hurt each week, · for none"
            assert not lines[numbers + 2]
            hurt = ": ✕ and hatching where it hurt" if columns > 60 else ": ✕ where it hurt"
            assert (
                lines[numbers + 3] == f"In the week from {short_day(week(3))}{hurt if marked else ': nothing marked'}"
            )
            assert any("✕" in line for line in lines[numbers + 4 :]) == marked


@settings(deadline=None)
@given(
    st.lists(st.none() | st.dictionaries(st.sampled_from([*AREAS]), st.integers(0, 7)), max_size=60),
    st.integers(1, 160),
    st.integers(1, 50),
    st.sampled_from(FEET),
)
def test_any_weeks_at_any_size(weeks: list[dict[str, int] | None], columns: int, rows: int, foot: Foot) -> None:
    counts = {week(number): marked for number, marked in enumerate(weeks) if marked is not None}
    picture = drawn(counts, max(1, len(weeks)), columns, rows, foot)
    assert [len(row) for row in picture.cells] == [columns] * rows
    assert all(len(cell.sign) == 1 and cell.sign.isprintable() for row in picture.cells for cell in row)
