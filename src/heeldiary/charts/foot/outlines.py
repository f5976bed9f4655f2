"""The outlines of the foot and lower leg, from `outlines.json`: four views with curves, points and areas."""

import json
import math
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, Literal, NamedTuple, get_args

from heeldiary.domain.scales import Foot

View = Literal["sole", "side_inner", "side_outer", "calf"]
"""The views: the sole, the inner or outer side, or the lower leg from behind."""
Role = Literal["skin", "toe", "edge", "line", "pad", "belly", "area"]
"""The kinds of curve, explained in `outlines.json`."""

VIEWS: tuple[View, ...] = get_args(View)

Point = tuple[float, float]
"""x to the right and y upwards, 0-1 of the view's box."""

_STEPS = 10
"""The points on each piece of a spline: enough to look round at 15 dots."""
_FILE = os.path.join(os.path.dirname(__file__), "outlines.json")


class Shape(NamedTuple):
    """A sampled curve of a view."""

    role: Role
    curve: tuple[Point, ...]
    """The points; a closed curve does not repeat its first."""
    from_dots: int
    """The smallest drawing that shows it, by its long side in dots."""


class Target(NamedTuple):
    """A place to press, or an area that can hurt."""

    point: Point
    area: tuple[str, ...]
    """The shapes it covers; empty for a point."""
    about: Point | None = None
    """The point that its area leaves room for, with the ring around it."""


class Outline(NamedTuple):
    """A view of the foot, drawn for the foot whose x runs left to right on the screen."""

    aspect: float
    """The height of the box divided by its width."""
    drawn_as: Foot
    open_top: bool
    """Whether the leg is cut off at y = 1; its curve goes on above."""
    shapes: Mapping[str, Shape]
    targets: Mapping[str, Target]
    """The places to press."""
    spots: Mapping[str, Target]
    """The areas visible here, by name."""

    def members(self, target: str) -> tuple[str, ...]:
        """Return the targets a name stands for in this view: the target itself, a group's members, or none.

        Raises KeyError for an unknown target.
        """
        names: Sequence[str] = _file()["groups"].get(target, (target,))
        if not any(name in view["targets"] for view in _file()["views"].values() for name in names):
            raise KeyError(target)
        return tuple(name for name in names if name in self.targets)


@cache
def outline(view: View) -> Outline:
    """Return the outline of a view, sampled once."""
    raw = _file()["views"][view]
    return Outline(
        aspect=raw["aspect"],
        drawn_as=raw["drawn_as"],
        open_top=raw["open_top"],
        shapes={
            name: Shape(shape["role"], tuple(_curve(shape)), shape.get("from_dots", 0))
            for name, shape in raw["shapes"].items()
        },
        targets=_targets(raw["targets"]),
        spots=_targets(raw["spots"]),
    )


def _targets(raw: Mapping[str, Any]) -> dict[str, Target]:
    return {
        name: Target(
            _point(target), tuple(target.get("area", ())), _point(raw[target["about"]]) if "about" in target else None
        )
        for name, target in raw.items()
    }


def _point(target: Mapping[str, Any]) -> Point:
    return target["point"][0], target["point"][1]


@cache
def _file() -> Any:
    with open(_FILE, encoding="utf-8") as file:
        return json.load(file)


def _curve(shape: Mapping[str, Any]) -> Iterator[Point]:
    if shape["kind"] == "ellipse":
        return _ellipse(*shape["centre"], *shape["radii"])
    points = [(x, y) for x, y in shape["points"]]
    if shape["kind"] == "open":
        return _spline(points)
    corners = shape.get("corners")
    return _cornered(points, corners) if corners else _loop(points)


def _ellipse(x: float, y: float, across: float, up: float, steps: int = 4 * _STEPS) -> Iterator[Point]:
    turns = (math.tau * step / steps for step in range(steps))
    return ((x + across * math.cos(turn), y + up * math.sin(turn)) for turn in turns)


def _spline(points: Sequence[Point]) -> Iterator[Point]:
    """Return an open curve from the first point to the last."""
    yield from _through([points[0], *points, points[-1]])
    yield points[-1]


def _loop(points: Sequence[Point]) -> Iterator[Point]:
    return _through([points[-1], *points, *points[:2]])


def _cornered(points: Sequence[Point], corners: Sequence[int]) -> Iterator[Point]:
    """Return a closed curve with sharp corners."""
    for start, end in pairwise([*corners, corners[0] + len(points)]):
        piece = [points[at % len(points)] for at in range(start, end + 1)]
        yield from _through([piece[0], *piece, piece[-1]])


def _through(points: Sequence[Point]) -> Iterator[Point]:
    """Return a uniform Catmull-Rom spline from the second point to just before the last but one."""
    for before, start, end, after in zip(points, points[1:], points[2:], points[3:], strict=False):
        for a, b, c, d in _weights():
            yield (
                a * before[0] + b * start[0] + c * end[0] + d * after[0],
                a * before[1] + b * start[1] + c * end[1] + d * after[1],
            )


@cache
def _weights() -> tuple[tuple[float, float, float, float], ...]:
    """Return the weights of four points at each step from the second to the third."""
    return tuple(
        (
            (-t + 2 * t**2 - t**3) / 2,
            (2 - 5 * t**2 + 3 * t**3) / 2,
            (t + 4 * t**2 - 3 * t**3) / 2,
            (-(t**2) + t**3) / 2,
        )
        for t in (step / _STEPS for step in range(_STEPS))
    )
