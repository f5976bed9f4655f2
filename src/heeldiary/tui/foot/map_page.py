"""A page with the map of the foot: the arrows or a click select an area, h marks that it hurts today."""

from abc import abstractmethod

from textual import on

from heeldiary.charts.foot.areas import Direction
from heeldiary.charts.foot.foot import View
from heeldiary.domain.areas import AREAS
from heeldiary.domain.routine.session import Session
from heeldiary.domain.scales import Foot
from heeldiary.store.diary import Diary
from heeldiary.tui.foot.foot_map import FootMap
from heeldiary.tui.foot.pointed_area import FootLook
from heeldiary.tui.page import Page


class MapPage(Page):
    """Holds the selected area; subclasses hold the session."""

    def __init__(self, diary: Diary) -> None:
        super().__init__(diary)
        self.map = FootLook()

    @property
    @abstractmethod
    def session(self) -> Session:
        """The session shown."""

    @abstractmethod
    def present_view(self) -> View:
        """The view of the foot for the current step."""

    @abstractmethod
    def mark(self, spot: str) -> None:
        """Mark an area of the current foot as hurting, or remove the mark; it is saved at once."""

    @abstractmethod
    def show(self) -> None:
        """Show the session and the selected area."""

    def action_look(self, direction: Direction) -> None:
        """Move the selection on the map; it starts at the current point."""
        if self.map.spot is None:
            self.map.begin(self.present_view(), self.session.step.point)
        else:
            self.map.move(self.session.step.foot, direction)
            self.silence()
        self.show()

    def action_turn(self) -> None:
        """Show the foot from another side."""
        if self.map.spot is None:
            self.map.begin(self.present_view(), self.session.step.point)
        self.map.turn()
        self.show()

    def action_hurts(self) -> None:
        """Mark that the selected area hurts."""
        spot = self.map.spot
        if spot is None:
            self.action_look("up")
            self.say("Go to where it hurts with the arrows, then mark it with h.")
            return
        self.mark(spot)

    def say_marked(self, spot: str, foot: Foot, marked: bool) -> None:
        """Say whether an area is marked now."""
        text = "it hurts here today" if marked else "no longer marked"
        self.say(f"{AREAS[spot].title}, {foot} foot: {text}.")

    def back(self) -> bool:
        """Return from the map to the session."""
        looking = self.map.spot is not None
        self.map.leave()
        self.show()
        return looking

    @on(FootMap.Picked)
    def _picked(self, event: FootMap.Picked) -> None:
        if self.map.spot is None:
            self.map.view = self.present_view()
        self.map.spot = event.spot
        self.show()
