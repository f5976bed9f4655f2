"""What pages and dialogs ask of the app, beyond what Textual's has: so that they need not know it whole."""

from collections.abc import Callable, Sequence
from typing import Protocol

from heeldiary.domain.scales import Foot
from heeldiary.tui.background import Behind
from heeldiary.tui.drafts.open_drafts import OpenDrafts
from heeldiary.tui.write_queue import Changes


class Host(Protocol):
    """The app, as it is seen from a page."""

    drafts: OpenDrafts
    changes: Changes
    behind: Behind
    seconds: Callable[[], float]
    """A clock that only goes forward, for what is measured in seconds."""
    feet: Sequence[Foot]
    """The feet that the routine was opened for; none if that was not said."""
    guide_topic: str | None
    """The topic that the Guide is to open at; None where it stays at the one it had."""
    routine: str | None
    """The name of the routine that it was opened for; None if that was not said."""

    @property
    def draws_braille(self) -> bool:
        """Whether the terminal can be trusted with braille."""

    def open(self, name: str) -> None:
        """Open one of the five screens."""

    def open_guide(self, topic: str) -> None:
        """Open the Guide at a topic."""

    def say(self, text: str) -> None:
        """Speak on the screen that is open, or that is just opening."""

    def show_outside(self, text: str) -> None:
        """Show a text as a desktop notification, where the terminal can."""

    def do(self, action: str) -> None:
        """Do what a key of the open screen would do."""
