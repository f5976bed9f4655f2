"""The picture of the foot, held against `outlines.json` and the placing rule, both read again here."""

import itertools
import json
import math
import unicodedata
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import heeldiary.charts.foot
from heeldiary.charts.foot.foot import Mark, MarkState, View, foot_picture, target_cell
from heeldiary.charts.foot.ground import ground
from heeldiary.charts.picture import Cell, Ink, Picture
from heeldiary.domain.scales import FEET, Foot

Point = tuple[float, float]
Dot = tuple[int, int]
Size = tuple[int, int]

RAW: Any = json.loads((Path(heeldiary.charts.foot.__file__).parent / "outlines.json").read_text())["views"]
VIEWS: tuple[View, ...] = get_args(View)
STATES: tuple[MarkState, ...] = get_args(MarkState)
TARGETS: list[tuple[View, str]] = [(view, target) for view in VIEWS for target in RAW[view]["targets"]]
SIZES: list[Size] = [
    (24, 10),
    (24, 12),
    (24, 28),
    (31, 17),
    (34, 40),
    (40, 18),
    (60, 30),
    (100, 10),
    (24, 50),
    (100, 50),
]
SMALL: list[Size] = [(12, 10), (12, 12), (13, 11), (14, 15), (18, 16), (18, 20), (23, 19)]
CORNERS = ((0, 0), (1, 1))
BREATHS = (0.0, 0.34, 0.67, 1.0)

each_target = pytest.mark.parametrize(("view", "target"), TARGETS)
in_both_hands = pytest.mark.parametrize("braille", [True, False])


def sizes(view: View) -> list[Size]:
    return SIZES + SMALL if view in ("sole", "calf") else SIZES


@st.composite
def views_and_sizes(draw: st.DrawFn) -> tuple[View, int, int]:
    view = draw(st.sampled_from(VIEWS))
    narrowest = 12 if view in ("sole", "calf") else 24
    return view, draw(st.integers(narrowest, 100)), draw(st.integers(10, 50))


@st.composite
def marks_in(draw: st.DrawFn, view: View) -> list[Mark]:
    return [Mark(target, draw(st.sampled_from(STATES))) for target in RAW[view]["targets"] if draw(st.booleans())]


def scale(view: View, columns: int, rows: int) -> tuple[float, float]:
    """Width and height of the box, in dots: the placing rule, with one empty dot around."""
    across = min(2 * columns - 3, (4 * rows - 3) / RAW[view]["aspect"])
    return across, across * RAW[view]["aspect"]


def placed(view: View, foot: Foot, size: Size, point: Point) -> Point:
    """A point's position, in dots from the centre of the top left one."""
    columns, rows = size
    across, up = scale(view, columns, rows)
    x = (2 * columns - 1 - across) / 2 + point[0] * across
    y = (4 * rows - 1 - up) / 2 + (1 - point[1]) * up
    return (x if foot == RAW[view]["drawn_as"] else 2 * columns - 1 - x), y


def dots_of(sign: str) -> set[Dot]:
    """Columns and rows of the dots of a braille sign."""
    bits = {(0, 0): 1, (0, 1): 2, (0, 2): 4, (1, 0): 8, (1, 1): 16, (1, 2): 32, (0, 3): 64, (1, 3): 128}
    return {dot for dot, bit in bits.items() if 0x2800 <= ord(sign) < 0x2900 and ord(sign) & bit}


MIRRORED = {"/": "\\", "\\": "/", "(": ")", ")": "(", "[": "]", "]": "["}
SIGNS = {frozenset(dots_of(chr(code))): chr(code) for code in range(0x2800, 0x2900)}
MIRRORED |= {sign: SIGNS[frozenset((1 - x, y) for x, y in dots)] for dots, sign in SIGNS.items()}


def mirror_image(picture: Picture) -> list[list[Cell]]:
    """The picture in a mirror, in the colours of the other foot."""
    other = {"left": "right", "right": "left"}

    def turned(ink: Ink) -> Ink:
        return ink._replace(fore=other.get(ink.fore or "", ink.fore))

    return [[Cell(MIRRORED.get(sign, sign), turned(ink)) for sign, ink in reversed(row)] for row in picture.cells]


def cells_in(picture: Picture, *roles: str) -> set[tuple[int, int]]:
    """Columns and rows of the cells of some colours."""
    return {(x, y) for y, row in enumerate(picture.cells) for x, cell in enumerate(row) if cell.ink.fore in roles}


def dots_in(picture: Picture, *roles: str) -> set[Dot]:
    """The dots of the cells of some colours."""
    cells = cells_in(picture, *roles)
    return {(2 * column + x, 4 * row + y) for column, row in cells for x, y in dots_of(picture.cells[row][column].sign)}


def middle(places: set[tuple[int, int]]) -> Point:
    """Of the box around some dots or cells."""
    xs, ys = zip(*places, strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def solid(dots: set[Dot]) -> bool:
    return any(all((x + dx, y + dy) in dots for dx in range(3) for dy in range(3)) for x, y in dots)


def parts(dots: set[Dot]) -> int:
    """How many parts do not touch each other, not even at corners."""
    left, number = set(dots), 0
    while left:
        number += 1
        edge = {left.pop()}
        while edge:
            edge = {(x + dx, y + dy) for x, y in edge for dx in (-1, 0, 1) for dy in (-1, 0, 1)} & left
            left -= edge
    return number


@given(st.data(), views_and_sizes(), st.sampled_from(FEET), st.booleans(), st.floats(0, 1))
def test_it_has_the_rows_and_columns_asked_for_and_signs_one_cell_wide(
    data: st.DataObject, size: tuple[View, int, int], foot: Foot, braille: bool, pulse: float
) -> None:
    view, columns, rows = size
    picture = foot_picture(view, foot, columns, rows, data.draw(marks_in(view)), pulse, braille)
    signs = [cell.sign for row in picture.cells for cell in row]
    assert [len(row) for row in picture.cells] == [columns] * rows
    assert all(len(sign) == 1 and unicodedata.east_asian_width(sign) in ("N", "Na") for sign in signs)
    assert not any(map(unicodedata.combining, signs))
    assert braille or all(map(str.isascii, signs))


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (5, 3), (3, 20), (60, 2), (1, 60)])
def test_where_there_is_no_room_it_is_empty(size: Size) -> None:
    for view, foot, braille in itertools.product(VIEWS, FEET, (True, False)):
        picture = foot_picture(view, foot, *size, [Mark("ki1", "active"), Mark("calf", "done")], braille=braille)
        assert [len(row) for row in picture.cells] == [size[0]] * size[1]
        assert not picture.text().strip()


@given(st.data(), views_and_sizes(), st.booleans(), st.sampled_from(BREATHS))
def test_the_left_foot_is_the_right_one_in_a_mirror(
    data: st.DataObject, size: tuple[View, int, int], braille: bool, pulse: float
) -> None:
    view, columns, rows = size
    marks = data.draw(marks_in(view))
    left, right = (foot_picture(view, foot, columns, rows, marks, pulse, braille) for foot in FEET)
    assert left.cells == mirror_image(right)


@pytest.mark.grid(3)
@in_both_hands
@pytest.mark.parametrize("view", VIEWS)
def test_the_outline_fills_four_fifths_of_the_room_in_one_direction(view: View, braille: bool) -> None:
    for columns, rows in {*sizes(view), *itertools.product(range(24, 101, 19), range(10, 51, 9))}:
        xs, ys = zip(*cells_in(foot_picture(view, "left", columns, rows, braille=braille), "muted"), strict=True)
        filled = max((max(xs) - min(xs) + 1) / columns, (max(ys) - min(ys) + 1) / rows)
        assert filled >= 0.8, (columns, rows)


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_cut_off_but_the_leg(view: View) -> None:
    for (columns, rows), shape in itertools.product(sizes(view), ground(view, 24, 10).seen.shapes.values()):
        spots = [placed(view, "left", (columns, rows), (x, min(1.0, y))) for x, y in shape.curve]
        assert all(0 <= round(x) < 2 * columns and 0 <= round(y) < 4 * rows for x, y in spots), (columns, rows)


def test_body_and_toes_are_six_parts_that_do_not_touch() -> None:
    for size in {*sizes("sole"), *((2 * rows // 3 + 6, rows) for rows in range(10, 51))}:
        skin = ground("sole", *size).skin
        dots = {(x, y) for y, row in enumerate(skin.rows) for x in range(skin.width) if row >> x & 1}
        assert parts(dots) == 6, size


@each_target
def test_the_cell_of_a_target_holds_the_dot_nearest_to_its_point(view: View, target: str) -> None:
    for size, foot in itertools.product(sizes(view), FEET):
        x, y = placed(view, foot, size, RAW[view]["targets"][target]["point"])
        column, row = target_cell(view, foot, *size, target)
        assert -0.5 <= x - 2 * column <= 1.5
        assert -0.5 <= y - 4 * row <= 3.5


def test_the_cell_of_a_group_is_amid_its_points() -> None:
    inner, group, outer = (target_cell("calf", "left", 24, 28, name) for name in ("calf_inner", "calf", "calf_outer"))
    assert outer[0] < group[0] < inner[0]
    assert outer[1] <= group[1] <= inner[1]


@pytest.mark.grid(4)
@in_both_hands
@each_target
def test_a_mark_lies_within_a_cell_of_its_place(view: View, target: str, braille: bool) -> None:
    for size, foot, state in itertools.product(sizes(view), FEET, STATES):
        bare = foot_picture(view, foot, *size, braille=braille)
        picture = foot_picture(view, foot, *size, [Mark(target, state)], braille=braille)
        x, y = placed(view, foot, size, RAW[view]["targets"][target]["point"])
        painted = cells_in(picture, {"todo": "faint", "active": "accent", "done": foot}[state])
        cells = {(x, y) for x, y in painted if picture.cells[y][x] != bare.cells[y][x]}
        dots = {(x, y) for x, y in dots_in(picture, "accent", "faint") if (x // 2, y // 4) in cells}
        if len(cells) == 1:  # a sign
            ((column, row),) = cells
            assert abs(column - round(x) // 2) <= 1, (size, foot, state)
            assert row == round(y) // 4, (size, foot, state)
        elif target.startswith("calf") or (view, target) == (
            "sole",
            "heel",
        ):  # its point is within it, not in its middle
            xs, ys = zip(*cells, strict=True)
            assert 2 * min(xs) - 1.5 <= x <= 2 * max(xs) + 2.5, (size, foot, state)
            assert 4 * min(ys) - 0.5 <= y <= 4 * max(ys) + 3.5, (size, foot, state)
        else:
            across, down = middle(
                dots or {(2 * x + right, 4 * y + 3 * low) for x, y in cells for right, low in CORNERS}
            )
            assert abs(across - x) <= 2, (size, foot, state)
            assert abs(down - y) <= 4, (size, foot, state)


@pytest.mark.parametrize("target", ["ki1", "shimian"])
def test_a_ring_is_drawn_around_the_dot_nearest_to_its_point_and_around_no_other(target: str) -> None:
    for size, foot, pulse in itertools.product(sizes("sole"), FEET, BREATHS):
        if max(scale("sole", *size)) >= 60:
            ring = dots_in(foot_picture("sole", foot, *size, [Mark(target, "active")], pulse), "accent")
            point = placed("sole", foot, size, RAW["sole"]["targets"][target]["point"])
            assert math.dist(middle(ring), point) <= 0.71, size
            xs, ys = zip(*ring, strict=True)
            for other in {"ki1", "shimian", "heel"} - {target}:
                x, y = placed("sole", foot, size, RAW["sole"]["targets"][other]["point"])
                assert (round(x), round(y)) not in ring, size
                assert not (min(xs) <= x <= max(xs) and min(ys) <= y <= max(ys)), size


@pytest.mark.grid(1)
@each_target
def test_form_alone_tells_what_is_to_come_active_and_done(view: View, target: str) -> None:
    for size, foot in itertools.product(sizes(view), FEET):
        seen = {state: foot_picture(view, foot, *size, [Mark(target, state)]) for state in STATES}
        assert len({picture.text() for picture in seen.values()} | {foot_picture(view, foot, *size).text()}) == 4
        for state, picture in seen.items():
            within = dots_in(picture, "accent", "left", "right", "faint", "line")
            assert (solid(within) or "◉" in picture.text()) == (state == "active"), (size, foot, state)
            assert ("✓" in picture.text()) == (state == "done")
        letters = [foot_picture(view, foot, *size, [Mark(target, state)], braille=False).text() for state in STATES]
        assert len(set(letters)) == 3


@pytest.mark.grid(1)
@in_both_hands
@each_target
def test_marks_never_stain_break_or_touch_the_outline(view: View, target: str, braille: bool) -> None:
    small = [(columns, rows) for columns in range(12, 20) for rows in range(10, 20) if view in ("sole", "calf")]
    for size, state in itertools.product(sizes(view) + small, STATES):
        bare = foot_picture(view, "right", *size, braille=braille)
        picture = foot_picture(view, "right", *size, [Mark(target, state)], braille=braille)
        assert cells_in(bare, "muted") == cells_in(picture, "muted"), (size, state)
        around = {(x + dx, y + dy) for x, y in dots_in(picture, "accent") for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
        assert not around & dots_in(picture, "muted"), (size, state)


@pytest.mark.grid(4)
@in_both_hands
@each_target
def test_a_mark_breathes_out_and_all_around_it_stands_still(view: View, target: str, braille: bool) -> None:
    for size in sizes(view):
        breaths = [foot_picture(view, "left", *size, [Mark(target, "active")], pulse, braille) for pulse in BREATHS]
        full, *_, least = (len(dots_in(picture, "accent")) for picture in breaths)
        bold = [any(cell.ink.bold for row in picture.cells for cell in row) for picture in breaths]
        assert bold[0]
        assert full > least > 0 if full else not bold[-1]  # a sign, or letters
        still = [[c for row in picture.cells for c in row if c.ink.fore not in ("accent", None)] for picture in breaths]
        assert all(around == still[0] for around in still)


def test_colours_are_roles_and_only_what_is_active_is_bold() -> None:
    marks = [Mark("ki1", "active"), Mark("shimian", "done"), Mark("heel", "todo")]
    inks = {cell.ink for row in foot_picture("sole", "right", 24, 28, marks).cells for cell in row if cell.sign != " "}
    assert inks == {Ink("muted"), Ink("faint"), Ink("line"), Ink("accent", bold=True), Ink("right")}


def test_a_mark_of_another_view_is_left_out_and_one_of_none_is_a_mistake() -> None:
    assert (
        foot_picture("sole", "left", 24, 28, [Mark("calf", "active")]).cells
        == foot_picture("sole", "left", 24, 28).cells
    )
    with pytest.raises(KeyError):
        foot_picture("sole", "left", 24, 28, [Mark("knee", "active")])
    with pytest.raises(KeyError):
        target_cell("sole", "left", 24, 28, "calf")


def test_a_picture_is_its_caller_s_own() -> None:
    before = foot_picture("calf", "left", 24, 28).text()
    foot_picture("calf", "left", 24, 28).write(0, 0, "painted over")
    assert foot_picture("calf", "left", 24, 28).text() == before


@pytest.mark.parametrize("size", [(16, 18), (21, 28), (30, 42)])
def test_the_heel_is_a_horseshoe_around_shi_mian_open_to_the_toes(size: tuple[int, int]) -> None:
    heel = dots_in(foot_picture("sole", "left", *size, [Mark("heel", "active")]), "accent")
    x, y = placed("sole", "left", size, RAW["sole"]["targets"]["shimian"]["point"])
    beside = {column - x for column, row in heel if abs(row - y) <= 1}
    along = {row - y for column, row in heel if abs(column - x) <= 1}
    assert min(beside) < -3
    assert max(beside) > 3
    assert max(along) > 3
    assert min(along) > 0
    both = foot_picture("sole", "left", *size, [Mark("heel", "todo"), Mark("shimian", "active")])
    ring = dots_in(both, "accent")
    near = {(column + dx, row + dy) for column, row in ring for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
    assert not (near if size[0] > 16 else ring) & heel


@pytest.mark.parametrize("target", ["ki1", "shimian"])
def test_what_is_done_is_a_ring_around_a_tick(target: str) -> None:
    for size, foot in itertools.product(sizes("sole"), FEET):
        if max(scale("sole", *size)) >= 60:
            picture = foot_picture("sole", foot, *size, [Mark(target, "done")])
            ((column, row),) = [
                (x, y) for y, cells in enumerate(picture.cells) for x, cell in enumerate(cells) if cell.sign == "✓"
            ]
            ring = dots_in(picture, foot)
            assert math.dist(middle(ring), (2 * column + 0.5, 4 * row + 1.5)) <= 1, size
            assert len({(x > 2 * column, y > 4 * row + 1) for x, y in ring}) == 4, size
