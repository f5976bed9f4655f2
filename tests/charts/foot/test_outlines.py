"""The outlines are a foot: its proportions, its points where the atlases have them, its curves within their box."""

import json
import math
from pathlib import Path
from typing import Any

import pytest

import heeldiary.charts.foot
from heeldiary.charts.foot.outlines import VIEWS, Point, View, outline

RAW: Any = json.loads((Path(heeldiary.charts.foot.__file__).parent / "outlines.json").read_text())
SOLE = outline("sole")
TOES = [SOLE.shapes[f"toe_{number}"].curve for number in range(1, 6)]


def inside(point: Point, curve: tuple[Point, ...]) -> bool:
    """Even-odd, by a ray to the right."""
    x, y = point
    return (
        sum(
            (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0)
            for (x0, y0), (x1, y1) in zip(curve, (*curve[1:], curve[0]), strict=True)
        )
        % 2
        == 1
    )


def edges(curve: tuple[Point, ...], height: float) -> tuple[float, float]:
    """Where a curve begins and ends at a height."""
    crossings = [
        x0 + (height - y0) * (x1 - x0) / (y1 - y0)
        for (x0, y0), (x1, y1) in zip(curve, (*curve[1:], curve[0]), strict=True)
        if (y0 > height) != (y1 > height)
    ]
    return min(crossings), max(crossings)


def area(curve: tuple[Point, ...]) -> float:
    pairs = zip(curve, (*curve[1:], curve[0]), strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


def middle(curve: tuple[Point, ...]) -> Point:
    xs, ys = zip(*curve, strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def test_kidney_1_is_a_third_of_the_way_from_the_toes_to_the_heel() -> None:
    landmarks, aspect = RAW["views"]["sole"]["landmarks"], SOLE.aspect
    (x0, y0), (x1, y1) = landmarks["toe_base_2_3"]["at"], landmarks["heel_end"]["at"]
    along, up = x1 - x0, (y1 - y0) * aspect
    length = math.hypot(along, up)
    x, y = SOLE.targets["ki1"].point
    dx, dy = x - x0, (y - y0) * aspect
    assert (dx * along + dy * up) / length**2 == pytest.approx(1 / 3, abs=0.01)
    assert abs(dx * up - dy * along) / length < 0.01 * length


def test_shi_mian_is_the_centre_of_the_heel_pad() -> None:
    assert SOLE.targets["shimian"].point == pytest.approx(middle(SOLE.shapes["heel_pad"].curve))


def test_the_point_of_an_area_is_its_centre_or_within_it() -> None:
    for view in VIEWS:
        for name, target in outline(view).targets.items():
            for shape in target.area:
                curve = outline(view).shapes[shape].curve
                assert inside(target.point, curve)
                if "centre_of" in RAW["views"][view]["targets"][name]["derived"]:
                    assert target.point == pytest.approx(middle(curve))


def test_the_calf_is_both_bellies_and_no_other_view_has_it() -> None:
    assert outline("calf").members("calf") == ("calf_inner", "calf_outer")
    assert SOLE.members("calf") == ()
    with pytest.raises(KeyError):
        SOLE.members("knee")


@pytest.mark.parametrize("view", VIEWS)
def test_pads_bellies_areas_and_points_lie_within_the_body(view: View) -> None:
    seen = outline(view)
    body = seen.shapes["body"].curve
    points = [target.point for target in seen.targets.values()]
    points += [
        point for shape in seen.shapes.values() if shape.role in ("pad", "belly", "area") for point in shape.curve
    ]
    assert all(inside(point, body) for point in points)


@pytest.mark.parametrize("view", VIEWS)
def test_all_curves_stay_in_the_box_and_a_leg_leaves_it_at_the_top(view: View) -> None:
    seen = outline(view)
    for name, shape in seen.shapes.items():
        top = 1.2 if name == "body" and seen.open_top else 1.004
        assert all(-0.004 <= x <= 1.004 and -0.004 <= y <= top for x, y in shape.curve), name
    assert seen.open_top == (max(y for _, y in seen.shapes["body"].curve) > 1.1)


def test_a_curve_goes_through_its_points() -> None:
    for view in VIEWS:
        for name, shape in RAW["views"][view]["shapes"].items():
            curve = outline(view).shapes[name].curve
            for point in shape.get("points", ()):
                assert min(math.dist(point, other) for other in curve) < 1e-9


def test_the_toes_stand_in_their_order_and_the_big_one_is_the_biggest() -> None:
    xs = [middle(toe)[0] for toe in TOES]
    tips = [max(y for _, y in toe) for toe in TOES]
    bases = [min(y for _, y in toe) for toe in TOES]
    assert xs == sorted(xs)
    assert tips == sorted(tips, reverse=True)
    assert max(bases) == bases[1]
    assert area(TOES[0]) == max(map(area, TOES))
    assert area(TOES[0]) > 1.5 * area(TOES[1])
    assert min(x for x, _ in TOES[0]) == min(x for toe in TOES for x, _ in toe)


def test_the_ball_is_wider_than_the_heel_and_that_wider_than_the_hollow_waist() -> None:
    body = SOLE.shapes["body"].curve
    ball, heel, waist = (edges(body, height) for height in (0.68, 0.15, 0.37))
    assert ball[1] - ball[0] > heel[1] - heel[0] > waist[1] - waist[0]
    chord = heel[0] + (ball[0] - heel[0]) * (0.37 - 0.15) / (0.68 - 0.15)
    assert waist[0] - chord >= 0.08


def test_the_inner_ankle_is_higher_and_further_forward_and_the_inner_belly_larger_and_lower() -> None:
    inner, outer = (middle(outline(view).shapes["ankle_bone"].curve) for view in ("side_inner", "side_outer"))
    assert inner[0] > outer[0]
    assert inner[1] > outer[1]
    bellies = outline("calf").shapes
    inner_belly, outer_belly = bellies["belly_inner"].curve, bellies["belly_outer"].curve
    assert area(inner_belly) > area(outer_belly)
    assert min(y for _, y in inner_belly) < min(y for _, y in outer_belly)
