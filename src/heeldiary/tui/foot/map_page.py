"""A page with the map of the foot: the arrows or a click look around on it, h marks where it hurts today."""

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
    """Knows where the person looks; what the session is doing is another's matter."""

    def __init__(self, diary: Diary) -> None:
        super().__init__(diary)
        self.map = FootLook()

    @property
    @abstractmethod
    def session(self) -> Session:
        """The session that is shown."""

    @abstractmethod
    def present_view(self) -> View:
        """The view of the foot that the session is at."""

    @abstractmethod
    def mark(self, spot: str) -> None:
        """Mark a spot of the present foot as hurting, or take the mark away; it is saved at once."""

    @abstractmethod
    def show(self) -> None:
        """Show the session, and where the person looks."""

    def action_look(self, direction: Direction) -> None:
        """Look around on the map; the first time, at the present point."""
        if self.map.spot is None:
            self.map.begin(self.present_view(), self.session.step.point)
        else:
            self.map.move(self.session.step.foot, direction)
            self.silence()
        self.show()

    def action_turn(self) -> None:
        """See the foot from another side."""
        if self.map.spot is None:
            self.map.begin(self.present_view(), self.session.step.point)
        self.map.turn()
        self.show()

    def action_hurts(self) -> None:
        """Mark that it hurts where the person looks."""
        spot = self.map.spot
        if spot is None:
            self.action_look("up")
            self.say("The arrows go to where it hurts; there h marks it.")
            return
        self.mark(spot)

    def say_marked(self, spot: str, foot: Foot, marked: bool) -> None:
        """Say whether a spot is marked now."""
        told = "it hurts here today" if marked else "not marked any more"
        self.say(f"{AREAS[spot].title}, {foot} foot: {told}.")

    def back(self) -> bool:
        """From the map back to the session."""
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
