"""The places on the map of the foot: where one can look, and where one can mark that it hurts today.

They are areas, not pixels: few enough to be told apart by a finger, and the same names over the weeks.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Spot(NamedTuple):
    """One place on the map."""

    name: str
    """As a session keeps it."""
    title: str
    """At most 22 characters."""
    point: str | None
    """The point of the routine that is pressed here, or the area of it; None where none is."""


SPOTS: Mapping[str, Spot] = {
    spot.name: spot
    for spot in (
        Spot("toes", "Toes", None),
        Spot("ball", "Ball of the foot", None),
        Spot("hollow", "Hollow behind the ball", "ki1"),
        Spot("arch", "Arch", "arch"),
        Spot("heel-inner", "Heel, inner side", "heel"),
        Spot("heel-centre", "Middle of the heel", "shimian"),
        Spot("heel-outer", "Heel, outer side", "heel"),
        Spot("heel-back", "Back of the heel", "heel"),
        Spot("achilles", "Achilles tendon", None),
        Spot("calf-inner", "Calf, inner side", "calf"),
        Spot("calf-outer", "Calf, outer side", "calf"),
    )
}
"""Every place by its name, from the toes up to the calf."""
