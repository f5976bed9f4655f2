"""What pages and dialogs need of the app beyond Textual's own, so they need not import it."""

from collections.abc import Callable, Sequence
from typing import Protocol

from heeldiary.domain.scales import Foot
from heeldiary.store.diary import Diary
from heeldiary.tui.background import Behind
from heeldiary.tui.drafts.open_drafts import OpenDrafts
from heeldiary.tui.write_queue import Changes


class Host(Protocol):
    """The app as pages see it."""

    diary: Diary
    drafts: OpenDrafts
    changes: Changes
    behind: Behind
    seconds: Callable[[], float]
    """A monotonic clock, in seconds."""
    feet: Sequence[Foot]
    """The feet the routine was opened for; empty if none was given."""
    guide_topic: str | None
    """The topic the Guide opens at; None keeps the current one."""
    has_massaged: bool
    """Whether a session ended since the Diary was last open: it was of today."""
    routine: str | None
    """The name of the routine to open; None if none was given."""

    def open(self, name: str) -> None:
        """Open a screen."""

    def open_guide(self, topic: str) -> None:
        """Open the Guide at a topic."""

    def say(self, text: str) -> None:
        """Show a message on the screen that is open or opening."""

    def mention(self, text: str) -> None:
        """Add to what the page says of the present key, or say it in the open dialog."""

    def show_outside(self, text: str) -> None:
        """Show a text as a desktop notification, where the terminal can."""

    def do(self, action: str) -> None:
        """Run the action of a key of the open screen."""

    def action_settings(self, name: str = "") -> None:
        """Change the settings, beginning with one of them."""
