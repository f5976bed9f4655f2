"""The spots on the foot: where they lie, how they are drawn, which one a click means, where the arrows lead."""

import itertools
import math
import unicodedata
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.charts.foot.areas import Direction, area_at, area_cell, areas_in_view, neighbour, view_for
from heeldiary.charts.foot.foot import Mark, MarkState, View, foot_picture
from heeldiary.charts.foot.outlines import VIEWS, Point, outline
from heeldiary.charts.picture import Cell, Ink, Picture
from heeldiary.domain.areas import AREAS
from heeldiary.domain.scales import FEET, Foot
from tests.charts.foot.test_foot import Size, cells_in, dots_in, in_both_hands, marks_in, mirror_image, placed
from tests.charts.foot.test_outlines import inside

SHOWN: dict[View, tuple[str, ...]] = {
    "sole": ("toes", "ball", "hollow", "arch", "heel-inner", "heel-centre", "heel-outer"),
    "side_inner": ("ball", "arch", "heel-inner", "heel-back", "achilles"),
    "side_outer": ("heel-outer", "heel-back", "achilles"),
    "calf": ("heel-back", "achilles", "calf-inner", "calf-outer"),
}
PLACES: list[tuple[View, str]] = [(view, spot) for view, spots in SHOWN.items() for spot in spots]
SIZES: list[Size] = [(24, 10), (24, 12), (24, 28), (30, 20), (31, 17), (34, 40), (47, 23), (60, 30), (60, 40)]
SMALLEST: Size = (24, 10)
ROOMY: Size = (60, 40)
ARROWS: tuple[Direction, ...] = get_args(Direction)
OPPOSITE: dict[Direction, Direction] = {"up": "down", "down": "up", "left": "right", "right": "left"}

each_place = pytest.mark.parametrize(("view", "spot"), PLACES)
each_view = pytest.mark.parametrize("view", VIEWS)


def sizes(view: View) -> list[Size]:
    """Those tried; the sole and the calf stand beside words in the narrowest screen."""
    return [*SIZES, (18, 20)] if view in ("sole", "calf") else SIZES


def covers(view: View, spot: str, point: Point) -> bool:
    seen = outline(view)
    return any(inside(point, seen.shapes[name].curve) for name in seen.spots[spot].area)


def crosses_in(picture: Picture) -> set[tuple[int, int]]:
    return {(x, y) for y, row in enumerate(picture.cells) for x, cell in enumerate(row) if cell.sign in "✕*"}


def test_each_view_shows_its_spots_in_their_order() -> None:
    assert {view: areas_in_view(view) for view in VIEWS} == SHOWN
    assert all(set(outline(view).spots) == set(SHOWN[view]) for view in VIEWS)


def test_a_spot_is_best_seen_where_it_is_seen() -> None:
    assert all(spot in SHOWN[view_for(spot)] for spot in AREAS)
    assert view_for("heel-inner") == "sole"
    assert view_for("achilles") == "calf"
    with pytest.raises(KeyError):
        view_for("knee")


@each_place
def test_a_spot_lies_within_the_skin_and_its_middle_within_its_first_shape(view: View, spot: str) -> None:
    seen = outline(view)
    place = seen.spots[spot]
    skins = [shape.curve for shape in seen.shapes.values() if shape.role in ("skin", "toe")]
    assert inside(place.point, seen.shapes[place.area[0]].curve)
    for name in place.area:
        shape = seen.shapes[name]
        assert shape.role == "toe" or all(any(inside(point, skin) for skin in skins) for point in shape.curve), name


@pytest.mark.thorough
@each_view
def test_no_two_spots_cover_the_same_skin(view: View) -> None:
    grid = [(x / 100 + 0.005, y / 100 + 0.005) for x in range(100) for y in range(100)]
    for point in grid:
        assert sum(covers(view, spot, point) for spot in SHOWN[view]) <= 1, point


def test_inner_is_the_side_of_the_big_toe() -> None:
    steps: dict[Foot, int] = {"left": 1, "right": -1}
    for foot, step in steps.items():
        toes, inner, centre, outer = (
            step * area_cell("sole", foot, *ROOMY, spot)[0]
            for spot in ("toes", "heel-inner", "heel-centre", "heel-outer")
        )
        assert max(toes, inner) < centre < outer
    # From behind, the inner side of the left leg is at the right.
    assert area_cell("calf", "left", *ROOMY, "calf-inner")[0] > area_cell("calf", "left", *ROOMY, "calf-outer")[0]


@each_place
def test_the_cell_of_a_spot_holds_the_dot_nearest_to_its_middle(view: View, spot: str) -> None:
    for size, foot in itertools.product(sizes(view), FEET):
        x, y = placed(view, foot, size, outline(view).spots[spot].point)
        column, row = area_cell(view, foot, *size, spot)
        assert -0.5 <= x - 2 * column <= 1.5, size
        assert -0.5 <= y - 4 * row <= 3.5, size


@pytest.mark.grid(6)
@in_both_hands
@each_place
def test_a_click_on_its_cell_or_its_cross_means_the_spot(view: View, spot: str, braille: bool) -> None:
    for size, foot in itertools.product(sizes(view), FEET):
        assert area_at(view, foot, *size, *area_cell(view, foot, *size, spot)) == spot, size
        picture = foot_picture(view, foot, *size, braille=braille, sore=[spot])
        ((column, row),) = crosses_in(picture)
        assert area_at(view, foot, *size, column, row) == spot, size


@pytest.mark.grid(4)
@each_place
def test_a_click_anywhere_on_a_spot_means_it(view: View, spot: str) -> None:
    seen = outline(view)
    for name, foot in itertools.product(seen.spots[spot].area, FEET):
        for x, y in seen.shapes[name].curve:
            # Towards the middle from the rim, which two spots may share a cell of.
            middle_x, middle_y = map(math.fsum, zip(*seen.shapes[name].curve, strict=True))
            share, points = 0.6, len(seen.shapes[name].curve)
            point = (x * share + middle_x / points * (1 - share), y * share + middle_y / points * (1 - share))
            if covers(view, spot, point):
                across, down = placed(view, foot, (120, 80), point)
                assert area_at(view, foot, 120, 80, round(across) // 2, round(down) // 4) == spot, point


@each_view
def test_a_click_beside_the_foot_means_the_nearest_spot_and_far_from_it_none(view: View) -> None:
    for foot in FEET:
        spot = "ball" if view == "sole" else "heel-back"
        row = area_cell(view, foot, *ROOMY, spot)[1]
        skin = [column for column, y in cells_in(foot_picture(view, foot, *ROOMY), "muted") if y == row]
        outside = (min(skin) - 1, max(skin) + 1)
        assert spot in [area_at(view, foot, *ROOMY, column, row) for column in outside]
        assert {area_at(view, foot, *ROOMY, column, row) for column in (min(skin) - 7, max(skin) + 7)} == {None}
    assert {area_at(view, "left", *ROOMY, column, row) for column, row in ((-1, 5), (60, 5), (5, -1), (5, 40))} == {
        None
    }


@each_view
def test_arrows_reach_every_spot_from_every_other(view: View) -> None:
    for foot, start in itertools.product(FEET, SHOWN[view]):
        reached, edge = {start}, {start}
        while edge:
            edge = {neighbour(view, foot, spot, arrow) for spot in edge for arrow in ARROWS} - reached
            reached |= edge
        assert reached == set(SHOWN[view])


@each_place
def test_an_arrow_leads_the_way_it_points_as_seen_on_the_screen(view: View, spot: str) -> None:
    for foot, arrow in itertools.product(FEET, ARROWS):
        there = neighbour(view, foot, spot, arrow)
        (x0, y0), (x1, y1) = (area_cell(view, foot, *ROOMY, name) for name in (spot, there))
        along = {"up": y0 - y1, "down": y1 - y0, "left": x0 - x1, "right": x1 - x0}[arrow]
        assert along > 0 or there == spot, (foot, arrow)
        if arrow in ("left", "right"):
            other: Foot = "right" if foot == "left" else "left"
            assert neighbour(view, other, spot, OPPOSITE[arrow]) == there
            assert there == spot or neighbour(view, foot, there, OPPOSITE[arrow]) == spot


def test_between_a_line_of_one_and_a_line_of_several_arrows_take_its_first() -> None:
    for foot in FEET:
        assert neighbour("sole", foot, "arch", "down") == "heel-inner"
        assert neighbour("side_inner", foot, "achilles", "down") == "heel-back"
        assert neighbour("calf", foot, "achilles", "up") == "calf-inner"
        assert [neighbour("calf", foot, spot, "down") for spot in ("calf-inner", "calf-outer")] == ["achilles"] * 2


@pytest.mark.grid(6)
@in_both_hands
@each_place
def test_form_alone_tells_what_hurts_and_what_is_looked_at(view: View, spot: str, braille: bool) -> None:
    cross = "✕" if braille else "*"
    for size, foot in itertools.product(sizes(view), FEET):
        bare, sore, here, both = (
            foot_picture(view, foot, *size, braille=braille, sore=hurting, cursor=cursor)
            for hurting, cursor in (((), None), ([spot], None), ((), spot), ([spot], spot))
        )
        assert len({picture.text() for picture in (bare, sore, here, both)}) == 4, size
        assert [picture.text().count(cross) for picture in (bare, sore, here, both)] == [0, 1, 0, 1], size
        for picture, column in itertools.product((here, both), range(size[0] - 2)):
            for cells in picture.cells:
                triple = cells[column : column + 3]
                if triple[0].sign == "[":
                    assert triple[2] == Cell("]", Ink("accent", bold=True)), size
                    assert (triple[1].sign == cross) == (picture is both), size
        assert "@" not in sore.text() + here.text() + both.text(), size
        assert [picture.text().count("[") for picture in (bare, sore, here, both)] == [0, 0, 1, 1], size


@pytest.mark.thorough
@each_view
def test_a_large_spot_is_hatched_and_rimmed_in_its_own_place(view: View) -> None:
    for foot, spot in itertools.product(FEET, SHOWN[view]):
        hatch = dots_in(foot_picture(view, foot, 120, 80, sore=[spot]), foot)
        rim = dots_in(foot_picture(view, foot, 120, 80, cursor=spot), "accent")
        assert len(hatch) >= 20, spot
        assert len(rim) >= 20 or spot == "toes", spot
        assert not hatch & {(x + 1, y) for x, y in hatch}, spot  # diagonals, not an area filled
        curves = [outline(view).shapes[name].curve for name in outline(view).spots[spot].area]
        drawn = [[placed(view, foot, (120, 80), point) for point in curve] for curve in curves]
        for x, y in hatch | rim:
            around = [(x + dx, y + dy) for dx in (-1.5, 0, 1.5) for dy in (-1.5, 0, 1.5)]
            assert any(inside(point, tuple(curve)) for curve in drawn for point in around), (spot, x, y)


@in_both_hands
@each_place
def test_what_hurts_leaves_the_outline_whole(view: View, spot: str, braille: bool) -> None:
    for size in SIZES:
        bare = foot_picture(view, "left", *size, braille=braille)
        sore = foot_picture(view, "left", *size, braille=braille, sore=[spot])
        lost = cells_in(bare, "muted") - cells_in(sore, "muted")
        assert len(lost) <= (spot == "toes"), size  # small toes are all outline
        assert not cells_in(sore, "muted") - cells_in(bare, "muted"), size


@given(st.data(), st.sampled_from(VIEWS), st.integers(1, 70), st.integers(1, 45), st.booleans(), st.floats(0, 1))
def test_at_any_size_it_fits_and_the_left_foot_is_the_right_one_in_a_mirror(
    data: st.DataObject, view: View, columns: int, rows: int, braille: bool, pulse: float
) -> None:
    marks = data.draw(marks_in(view))
    sore, cursor = data.draw(st.sets(st.sampled_from([*AREAS]))), data.draw(st.none() | st.sampled_from([*AREAS]))
    left, right = (
        foot_picture(view, foot, columns, rows, marks, pulse, braille, sore=sore, cursor=cursor) for foot in FEET
    )
    signs = [cell.sign for row in left.cells for cell in row]
    assert [len(row) for row in left.cells] == [columns] * rows
    assert all(len(sign) == 1 and unicodedata.east_asian_width(sign) in ("N", "Na") for sign in signs)
    assert braille or all(map(str.isascii, signs))
    assert left.cells == mirror_image(right)


def test_spots_of_other_views_change_nothing_and_a_name_that_is_none_is_a_mistake() -> None:
    bare = foot_picture("sole", "left", *ROOMY)
    assert foot_picture("sole", "left", *ROOMY, sore=["achilles"], cursor="calf-inner").cells == bare.cells
    with pytest.raises(KeyError):
        foot_picture("sole", "left", *ROOMY, sore=["knee"])
    with pytest.raises(KeyError):
        foot_picture("sole", "left", *ROOMY, cursor="knee")


MARKED_SPOTS: list[tuple[View, str, str]] = [
    ("sole", "ki1", "hollow"),
    ("sole", "shimian", "heel-centre"),
    ("sole", "heel", "heel-inner"),
    ("side_inner", "heel", "heel-inner"),
    ("calf", "calf", "calf-inner"),
    ("calf", "calf", "calf-outer"),
]


@pytest.mark.grid(3)
@pytest.mark.parametrize(("view", "target", "spot"), MARKED_SPOTS)
def test_a_mark_and_what_hurts_in_the_same_place_are_both_seen(view: View, target: str, spot: str) -> None:
    for size in sizes(view)[2:]:
        crosses = set()
        for pulse in (0.0, 0.5, 1.0):
            marks = [Mark(target, "active")]
            plain, sore = (foot_picture(view, "left", *size, marks, pulse, sore=hurting) for hurting in ((), (spot,)))
            lost = cells_in(plain, "accent") - cells_in(sore, "accent")
            assert len(lost) <= (target in ("heel", "calf")), size  # a ring stays whole, an area bears the cross
            drawn = dots_in(sore, "left")
            near = {(x + dx, y + dy) for x, y in dots_in(sore, "accent") for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
            assert not near & drawn, size
            crosses |= crosses_in(sore)
        assert len(crosses) == 1, size  # and it stands still
        if target in ("heel", "calf") and "◉" not in sore.text():
            assert crosses == crosses_in(foot_picture(view, "left", *size, sore=[spot])), size
        done = foot_picture(view, "left", *size, [Mark(target, "done")], sore=[spot], cursor=spot).text()
        assert {"✓", "✕"} <= set(done), size


def test_spots_that_hurt_side_by_side_are_told_apart() -> None:
    sore = ("heel-inner", "heel-centre", "heel-outer")
    for size in SIZES:
        assert foot_picture("sole", "left", *size, sore=sore).text().count("✕") == 3, size
    for size in ((24, 28), (30, 20), ROOMY):
        dots = {spot: dots_in(foot_picture("sole", "left", *size, sore=[spot]), "left") for spot in sore}
        together = dots_in(foot_picture("sole", "left", *size, sore=sore), "left")
        for one, other in itertools.combinations(sore, 2):
            near = {(x + dx, y + dy) for x, y in dots[one] & together for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
            assert not near & dots[other] & together, size


def test_in_the_smallest_drawing_a_mark_is_seen_before_a_cross() -> None:
    for size, state in itertools.product(((12, 10), SMALLEST), get_args(MarkState)):
        marks = [Mark("shimian", state)]
        plain, sore = (foot_picture("sole", "left", *size, marks, sore=spots) for spots in ((), ["heel-centre"]))
        (sign,) = {"◌", "◉", "✓"} & set(plain.text())
        assert sign in sore.text()
