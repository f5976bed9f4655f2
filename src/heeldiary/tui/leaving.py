"""Half-typed text at the start and end of the app: what was left over and what could not be stored."""

from collections.abc import Sequence
from contextlib import suppress

from textual.app import App

from heeldiary.domain.text import separate
from heeldiary.errors import HELD
from heeldiary.tui.drafts.drafts import Draft
from heeldiary.tui.drafts.open_drafts import OpenDrafts
from heeldiary.tui.page import Page

_SHOWN = 3


class Leaving:
    """Warns before half-typed text is lost, and lists leftover drafts at the next start."""

    def __init__(self, app: App[int], drafts: OpenDrafts) -> None:
        self._app = app
        self._drafts = drafts
        self._said: list[Draft] = []

    def recall(self) -> None:
        """Show what earlier windows left unsaved."""
        waiting = self._drafts.drafts.waiting()
        lines = format_unsaved(waiting), format_set_aside(self._drafts.drafts.set_aside)
        self._say(" ".join(line for line in lines if line))

    def may_quit(self) -> bool:
        """Write the drafts; if that fails, say so and return whether it was already said of the same text."""
        unsafe = self._drafts.write()
        said, self._said = self._said, unsafe
        if not unsafe or unsafe == said:
            return True
        self._say(save_drafts_before_exit(unsafe, self._drafts.problem))
        return False

    def warning(self, waiting: int) -> str:
        """Write the drafts for the last time; return the message about anything lost, and `waiting` changes."""
        unsafe = self._drafts.write()
        lines = [_unsaved(waiting)] if waiting else []
        return "\n".join([*lines, report_after_exit(unsafe, self._drafts.problem)] if unsafe else lines)

    def lost_by_mistake(self) -> str:
        """Do the same after a crash, without raising another error."""
        with suppress(Exception):
            return self.warning(0)
        return ""

    def _say(self, text: str) -> None:
        screen = self._app.screen
        if isinstance(screen, Page) and text:
            screen.say(text, important=True)
        elif text:
            from heeldiary.tui.dialogs.dialog import Dialog  # imported here to paint the first screen sooner

            if isinstance(screen, Dialog):
                screen.complain(text)


def _unsaved(waiting: int) -> str:
    return (
        f"heeldiary: {HELD}: the last {waiting} that you typed could not be saved\n"
        "type them again when the diary is free"
    )


def save_drafts_before_exit(unsafe: Sequence[Draft], problem: str) -> str:
    """Return the warning shown instead of quitting: what would be lost."""
    return (
        f"Not stored yet: {titles(unsafe)}. A draft could not be written ({problem}): open it and save or copy it. "
        "Quit again to leave without it."
    )


def report_after_exit(unsafe: Sequence[Draft], problem: str) -> str:
    """Return what was lost, without its text."""
    return (
        f"heeldiary: what you typed could not be stored ({problem}): {titles(unsafe)}\nfree some space or repair "
        "the permissions of the folder that `heeldiary where` names as drafts, then type it again"
    )


def format_unsaved(drafts: Sequence[Draft]) -> str:
    """Return the start message about drafts of earlier windows; empty if none belongs to a day."""
    of_days = [draft for draft in drafts if draft.new_id or draft.of.entry]
    return f"Typed but not saved yet: {titles(of_days)}. Open it again on that day to continue." if of_days else ""


def format_set_aside(names: Sequence[str]) -> str:
    """Return where an unreadable drafts file was moved; empty if all could be read."""
    return f"A file of drafts could not be read; it is now called {separate(names[0])}." if names else ""


def titles(drafts: Sequence[Draft]) -> str:
    """Return the titles of some drafts."""
    named = list(dict.fromkeys(separate(draft.of.title or draft.of.form)[:60] for draft in drafts))
    more = f" and {len(named) - _SHOWN} more" if len(named) > _SHOWN else ""
    return "; ".join(named[:_SHOWN]) + more
