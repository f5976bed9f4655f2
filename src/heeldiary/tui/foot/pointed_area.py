"""Looking around on the map of the foot: a spot that is pointed at, what is known of it, and whether it hurts today."""

from collections.abc import Collection

from textual.content import Content

from heeldiary.charts.foot.areas import Direction, areas_in_view, neighbour
from heeldiary.charts.foot.foot import View
from heeldiary.charts.foot.outlines import VIEWS
from heeldiary.domain.areas import AREAS
from heeldiary.domain.routine.points import POINTS
from heeldiary.domain.scales import Foot
from heeldiary.tui.widgets.labelled_lines import labelled

_SHORT_CHARACTERS = 180
"""The most characters of where a point is, in a small terminal."""


class FootLook:
    """Where the person looks; nothing, while the map follows the session."""

    def __init__(self) -> None:
        self.view: View = "sole"
        self.spot: str | None = None
        """The spot that is pointed at; None while nobody looks around."""
        self._looked: dict[View, str] = {}

    def begin(self, view: View, point: str) -> None:
        """Begin to look, where the present point is."""
        self.view = view
        self.spot = next((spot for spot in areas_in_view(view) if AREAS[spot].point == point), areas_in_view(view)[0])

    def move(self, foot: Foot, direction: Direction) -> None:
        """Look at the spot beside."""
        if self.spot is not None:
            self.spot = neighbour(self.view, foot, self.spot, direction)

    def turn(self) -> None:
        """Look at the foot from another side, at the same spot where it can be seen from there."""
        if self.spot is not None:
            self._looked[self.view] = self.spot
        self.view = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]
        seen = areas_in_view(self.view)
        self.spot = self.spot if self.spot in seen else self._looked.get(self.view, seen[0])

    def leave(self) -> None:
        """Look no more."""
        self.spot = None

    def words(self, sore: Collection[str], short: bool) -> Content:
        """What is known of the spot: name and meaning, where, how hard, how long, what to expect and to beware of."""
        if self.spot is None:
            return Content("")
        spot = AREAS[self.spot]
        point = POINTS.get(spot.point or "")
        hurts = self.spot in sore
        marked = "it hurts here; h takes the mark away" if hurts else "h marks that it hurts here"
        if point is None:
            known = [("Here", spot.title), ("Press", "No point of the routine lies here.")]
        else:
            names = f", {', '.join(point.other_names)}" if point.other_names else ""
            meaning = point.meaning if point.meaning.startswith(point.title) else f"{point.title}: {point.meaning}"
            known = [
                ("Here", f"{spot.title}. {meaning}{names}"),
                ("Find", _first_sentences(point.find) if short else point.find),
                ("Press", f"{point.press} ({point.minutes_said})"),
                ("Expect", point.expect),
                ("Beware", point.beware),
            ]
        return labelled([*known, ("Today", marked)], short)


def _first_sentences(text: str) -> str:
    """As many whole sentences as there is room for in a small terminal, the first in any case."""
    sentences = text.split(". ")
    while len(sentences) > 1 and len(". ".join(sentences)) > _SHORT_CHARACTERS:
        sentences.pop()
    return ". ".join(sentences).removesuffix(".") + "."
