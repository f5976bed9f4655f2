"""The areas on the map of the foot, which can be selected and marked as sore.

They are areas, not pixels: few enough to tell apart by finger, with stable names over the weeks.
"""

from collections.abc import Mapping
from typing import NamedTuple

from heeldiary.errors import BadInput, BadWord


class Area(NamedTuple):
    """An area on the map."""

    name: str
    """The name in entries."""
    title: str
    """The title: at most 22 characters."""
    point: str | None
    """The routine's point pressed here; None if there is none."""

    @property
    def words(self) -> str:
        """The title within a sentence, without a comma: `inner heel` for `Heel, inner side`."""
        part, _, side = self.title.lower().partition(", ")
        return f"{side.removesuffix(' side')} {part}".strip()


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
"""Every area by name, from the toes up to the calf."""


def parse_area(text: str) -> str:
    """Parse an area by its name, its title, or unique words of them."""
    typed = _words(text)
    for spot in AREAS.values():
        if typed in (_words(spot.name), _words(spot.title)):
            return spot.name
    fitting = [spot.name for spot in AREAS.values() if typed and all(_has(spot, word) for word in typed)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise BadWord(
            f"that can be {len(fitting)} areas of the foot", f"say which: {', '.join(fitting)}",
            text, f"{{}} can be {len(fitting)} areas of the foot",
        )  # fmt: skip
    raise BadWord(
        "there is no such area of the foot", f"{_nearest(typed)}the areas are {', '.join(AREAS)}",
        text, "there is no area of the foot {}",
    )  # fmt: skip


def parse_areas(text: str) -> tuple[str, ...]:
    """Parse comma-separated areas, each once, in the order typed."""
    areas = tuple(dict.fromkeys(parse_area(part) for part in text.split(",") if part.strip()))
    if not areas:
        raise BadInput("no area of the foot is given", f"the areas are {', '.join(AREAS)}")
    return areas


def _words(text: str) -> list[str]:
    return text.lower().replace("-", " ").replace("_", " ").replace(",", " ").split()


def _has(spot: Area, word: str) -> bool:
    """Return whether a word, or its start, is in the name or title."""
    return any(part.startswith(word) for part in (*_words(spot.name), *_words(spot.title)))


def _nearest(typed: list[str]) -> str:
    from difflib import get_close_matches  # only needed for an error

    names = {" ".join(_words(name)): name for spot in AREAS.values() for name in (spot.name, spot.title)}
    close = get_close_matches(" ".join(typed), names, 1)
    nearest = names[close[0]] if close else None
    spot = next((spot.name for spot in AREAS.values() if nearest in (spot.name, spot.title)), None)
    return f"did you mean {spot}? " if spot else ""
