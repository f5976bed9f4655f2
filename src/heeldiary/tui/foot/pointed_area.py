"""The selected area on the map of the foot: where it is, what is known of it, and whether it hurts today."""

from collections.abc import Collection

from textual.content import Content

from heeldiary.charts.foot.areas import Direction, areas_in_view, neighbour
from heeldiary.charts.foot.foot import View
from heeldiary.charts.foot.outlines import VIEWS
from heeldiary.domain.areas import AREAS
from heeldiary.domain.routine.points import POINTS
from heeldiary.domain.scales import Foot
from heeldiary.tui.widgets.labelled_lines import ROOMY_COLUMNS, labelled

_SIDES: dict[View, str] = {
    "side_inner": "seen from the inner side", "side_outer": "seen from the outer side", "calf": "seen from behind",
}  # fmt: skip
_SHORT_CHARACTERS = 180
"""The longest text of where a point is, in a small terminal."""
_ROOM_FOR_ALL_COLUMNS = 40
"""The least width of the text with which all of it fits at 80x24."""


class FootLook:
    """The selection on the map; none while the map follows the session."""

    def __init__(self) -> None:
        self.view: View = "sole"
        self.spot: str | None = None
        """The selected area; None if none is selected."""
        self._looked: dict[View, str] = {}

    def begin(self, view: View, point: str) -> None:
        """Select the area of the current point."""
        self.view = view
        self.spot = next((spot for spot in areas_in_view(view) if AREAS[spot].point == point), areas_in_view(view)[0])

    def move(self, foot: Foot, direction: Direction) -> None:
        """Select the neighbouring area."""
        if self.spot is not None:
            self.spot = neighbour(self.view, foot, self.spot, direction)

    def turn(self) -> None:
        """Show the foot from another side, keeping the area if it is visible there."""
        if self.spot is not None:
            self._looked[self.view] = self.spot
        self.view = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]
        seen = areas_in_view(self.view)
        self.spot = self.spot if self.spot in seen else self._looked.get(self.view, seen[0])

    def leave(self) -> None:
        """Clear the selection."""
        self.spot = None

    def words(self, foot: Foot, sore: Collection[str], columns: int, is_drawn: bool = True) -> Content:
        """Return, in lines `columns` wide, what is known of the area of a foot.

        That is the foot, its name, meaning, place, pressure and time, what to expect and what to avoid; and where the
        foot is not drawn beside it, from which side.
        """
        if self.spot is None:
            return Content("")
        spot = AREAS[self.spot]
        point = POINTS.get(spot.point or "")
        title = f"{foot.capitalize()} foot. {spot.title}"
        side = f", {_SIDES[self.view]}" if self.view in _SIDES and not is_drawn else ""
        hurts = self.spot in sore
        marked = "it hurts here; h removes the mark" if hurts else "h marks that it hurts here"
        if point is None:
            known = [("Here", f"{title}{side}"), ("Press", "No point of the routine lies here.")]
        else:
            names = f", {', '.join(point.other_names)}" if point.other_names else ""
            meaning = point.meaning if point.meaning.startswith(point.title) else f"{point.title}: {point.meaning}"
            known = [
                ("Here", f"{title}{side}. {meaning}{names}"),
                ("Find", _first_sentences(point.find) if columns < ROOMY_COLUMNS else point.find),
                ("Press", f"{point.press} ({point.minutes_said})"),
                ("Expect", point.expect),
                ("Beware", point.beware),
            ]
            known = [line for line in known if columns >= _ROOM_FOR_ALL_COLUMNS or line[0] != "Expect"]
        return labelled([*known, ("Today", marked)], columns)


def _first_sentences(text: str) -> str:
    """Return as many whole sentences as fit in a small terminal, at least the first."""
    sentences = text.split(". ")
    while len(sentences) > 1 and len(". ".join(sentences)) > _SHORT_CHARACTERS:
        sentences.pop()
    return ". ".join(sentences).removesuffix(".") + "."
