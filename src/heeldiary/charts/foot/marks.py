"""Marks on the foot, distinct by shape: a ring is to come, a tick is done, only the active one is solid."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from heeldiary.charts.foot.dots import Dot, Dots, disc, ring
from heeldiary.charts.foot.ground import Ground
from heeldiary.charts.foot.outlines import Target

MarkState = Literal["todo", "active", "done"]
MarkStyle = Literal["sore", "todo", "done", "active", "here"]
"""The states of a mark, the weakest first: in a shared cell the stronger one is shown."""

GLYPHS: dict[MarkState, str] = {"todo": "◌", "active": "◉", "done": "✓"}
"""Marks of a single cell, chosen because other circles and bullets are two cells wide in some terminals."""
PLAIN_SIGNS: dict[MarkState, str] = {"todo": "o", "active": "@", "done": "x"}
"""The marks in ASCII."""

_SMALLEST_AREA_CELLS = 24
"""Below this number of dots an area is marked as a point."""
_TICK_RADIUS = 3
"""The least radius of a ring around a tick, in dots."""
_BREATHS = ((0b1111,), (0b1110, 0b1011), (0b1010, 0b0101))
"""The dots of a pulsing area: all, three quarters, half."""


class Mark(NamedTuple):
    """A place to press and its state."""

    target: str
    """`ki1`, `shimian`, `heel`, `calf` (both bellies), `calf_inner` or `calf_outer`."""
    state: MarkState


class Drawn(NamedTuple):
    """A mark on the canvas."""

    look: MarkStyle
    dots: Dots
    cleared: Dots
    """The room without tone and lines."""
    at: Dot
    """The dot for the centre of its character."""
    sign: str = ""
    """The character; a space leaves what is there."""
    bold: bool = False
    """Whether it is bold: active marks, in ASCII only at full size."""
    wide: bool = False
    """Whether it is an area, which can hold other characters."""

    @property
    def rows(self) -> set[int]:
        """The rows of cells it changes."""
        changed = (self.dots | self.cleared).rows
        return {y // 4 for y, row in enumerate(changed) if row} | {self.at[1] // 4}


def draw_marks(ground: Ground, marks: Iterable[Mark], pulse: float, plain: bool) -> list[Drawn]:
    """Return the marks in a view.

    The active mark pulses: full at `pulse` 0, smallest at 1. With `plain` it is drawn in ASCII.
    """
    draw = _in_letters if plain else _in_dots
    return [
        draw(ground, ground.seen.targets[name], mark.state, pulse)
        for mark in marks
        for name in ground.seen.members(mark.target)
    ]


def _in_dots(ground: Ground, target: Target, state: MarkState, pulse: float) -> Drawn:
    place = ground.place
    at, area = place.dot(target.point), area_of(ground, target)
    if not area and (target.area or not place.grade):
        return _signed(ground, target, state, GLYPHS[state], pulse, place.dots())
    if state == "done":
        return _ticked(ground, target, area)
    dots, cleared = _on_area(ground, area, state, pulse) if area else _on_point(ground, at, state, pulse)
    return Drawn(state, dots - ground.skin.dilated(), cleared, at, bold=state == "active", wide=bool(area))


def _ticked(ground: Ground, target: Target, area: Dots) -> Drawn:
    """Draw a tick within a ring or the rim of its area: what was to do, done."""
    place = ground.place
    tick = _signed(ground, target, "done", GLYPHS["done"], 0.0, place.dots())
    if area:
        rim = area - area.eroded()
        cleared = rim.dilated()
    else:
        x, y = tick.at
        centre = x, min(max(y, y // 4 * 4 + 1), y // 4 * 4 + 2)  # the middle of the tick's cell
        radius = max(_radius(ground), _TICK_RADIUS)
        rim, cleared = place.dots(ring(centre, radius)), place.dots(disc(centre, radius + 1.5))
    cell = place.dots([tick.at]).whole_cells()
    return tick._replace(dots=rim - cell - ground.skin.dilated(), cleared=cleared | cell, wide=bool(area))


def _in_letters(ground: Ground, target: Target, state: MarkState, pulse: float) -> Drawn:
    place = ground.place
    at, area = place.dot(target.point), area_of(ground, target)
    if state == "active" and area:
        return Drawn(state, area - ground.line.whole_cells(), place.dots(), at, bold=pulse < 0.5, wide=True)
    if state == "active" and place.grade and not target.area:
        return _signed(ground, target, state, f"({PLAIN_SIGNS[state]})", pulse, place.dots(disc(at, 4)))
    return _signed(ground, target, state, PLAIN_SIGNS[state], pulse, place.dots())


def _signed(ground: Ground, target: Target, state: MarkState, sign: str, pulse: float, cleared: Dots) -> Drawn:
    """Draw a character at the target's point, or nearer to the centre if that cell is part of the outline."""
    x, y = ground.place.dot(target.point)
    if ground.skin.whole_cells().has((x, y)):
        x += 2 if 2 * x < ground.place.width else -2
    return Drawn(state, ground.place.dots(), cleared, (x, y), sign, state == "active" and pulse < 0.5)


def _on_point(ground: Ground, at: Dot, state: MarkState, pulse: float) -> tuple[Dots, Dots]:
    """Draw a ring to come, or a ring around a pulsing core, and its room."""
    place, radius = ground.place, _radius(ground)
    if state == "todo":
        return place.dots(ring(at, radius)), place.dots(disc(at, radius + 1.5))
    core = disc(at, radius * (1 - 0.7 * pulse) - 0.5)
    return place.dots([*ring(at, 2 * radius - 1), *core]), place.dots(disc(at, 2 * radius + 1))


def _on_area(ground: Ground, area: Dots, state: MarkState, pulse: float) -> tuple[Dots, Dots]:
    """Draw a rim to come, or an area pulsing from solid to chequered within its rim, and its room."""
    core = area.eroded()
    around = area
    for _ in range(1 + ground.place.grade):
        around = around.dilated()
    if state == "todo":
        return area - core, around - core.eroded()
    return (area - core) | core.patterned(*_BREATHS[round(2 * pulse)]), around


def area_of(ground: Ground, target: Target) -> Dots:
    """Return the dots of a target without the outline's cells; empty if too few to show."""
    place, shapes = ground.place, [ground.seen.shapes[name] for name in target.area]
    area = place.together(place.inside(shape) for shape in shapes).without_tips(sides=True)
    if target.about and place.grade > 1:
        area -= place.dots(disc(place.dot(target.about), 2 * _radius(ground) + 1))
    if not place.grade and area.number < _SMALLEST_AREA_CELLS:
        return place.dots()
    cells = ground.skin.whole_cells()
    left = (area - cells).smoothed()
    # A belly stays where its tone shows it. A mere area gives way by a dot to keep its form, but where the
    # next mark is near only if it has lost an eighth.
    enough = area.number if place.grade > 1 else area.number * 7 / 8
    for x in (1, -1):
        if left.number < enough and all(shape.role == "area" for shape in shapes):
            left = max(left, (area.shifted(x) - cells).smoothed(), key=lambda dots: dots.number)
    if 3 * left.number > 2 * area.number:
        return left
    # A horseshoe with thin arms would come apart; where they are thinner still, to come and active would look alike.
    thin = (area - cells).trimmed()
    return thin if place.grade and (thin - ground.skin.dilated()).smoothed() else place.dots()


def _radius(ground: Ground) -> int:
    """Return the radius of a ring, in dots."""
    return 1 + ground.place.grade
