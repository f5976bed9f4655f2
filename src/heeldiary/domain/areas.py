"""The places on the map of the foot: where one can look, and where one can mark that it hurts today.

They are areas, not pixels: few enough to be told apart by a finger, and the same names over the weeks.
"""

from collections.abc import Mapping
from typing import NamedTuple

from heeldiary.errors import BadInput


class Area(NamedTuple):
    """One place on the map."""

    name: str
    """As a session keeps it."""
    title: str
    """At most 22 characters."""
    point: str | None
    """The point of the routine that is pressed here, or the area of it; None where none is."""


AREAS: Mapping[str, Area] = {
    spot.name: spot
    for spot in (
        Area("toes", "Toes", None),
        Area("ball", "Ball of the foot", None),
        Area("hollow", "Hollow behind the ball", "ki1"),
        Area("arch", "Arch", "arch"),
        Area("heel-inner", "Heel, inner side", "heel"),
        Area("heel-centre", "Middle of the heel", "shimian"),
        Area("heel-outer", "Heel, outer side", "heel"),
        Area("heel-back", "Back of the heel", "heel"),
        Area("achilles", "Achilles tendon", None),
        Area("calf-inner", "Calf, inner side", "calf"),
        Area("calf-outer", "Calf, outer side", "calf"),
    )
}
"""Every place by its name, from the toes up to the calf."""


def parse_area(text: str) -> str:
    """The name of the one place that is typed by its name, by its title, or by words that only it has."""
    typed = _words(text)
    for spot in AREAS.values():
        if typed in (_words(spot.name), _words(spot.title)):
            return spot.name
    fitting = [spot.name for spot in AREAS.values() if typed and all(_has(spot, word) for word in typed)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise BadInput(f"there are {len(fitting)} such areas of the foot", f"say which: {', '.join(fitting)}")
    raise BadInput("there is no such area of the foot", f"{_nearest(typed)}the areas are {', '.join(AREAS)}")


def parse_areas(text: str) -> tuple[str, ...]:
    """Several places with commas between them, each once, in the order typed."""
    areas = tuple(dict.fromkeys(parse_area(part) for part in text.split(",") if part.strip()))
    if not areas:
        raise BadInput("no area of the foot is named", f"the areas are {', '.join(AREAS)}")
    return areas


def _words(text: str) -> list[str]:
    return text.lower().replace("-", " ").replace("_", " ").replace(",", " ").split()


def _has(spot: Area, word: str) -> bool:
    """Whether a word, or the beginning of one, stands in the name or in the title."""
    return any(one.startswith(word) for one in (*_words(spot.name), *_words(spot.title)))


def _nearest(typed: list[str]) -> str:
    from difflib import get_close_matches  # only a mistake needs it

    names = {" ".join(_words(name)): name for spot in AREAS.values() for name in (spot.name, spot.title)}
    close = get_close_matches(" ".join(typed), names, 1)
    found = names[close[0]] if close else None
    spot = next((spot.name for spot in AREAS.values() if found in (spot.name, spot.title)), None)
    return f"did you mean {spot}? " if spot else ""
