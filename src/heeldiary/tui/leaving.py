"""Half-typed words at the start and at the end of the app: what is left, and what could not be stored."""

from collections.abc import Sequence
from contextlib import suppress

from textual.app import App

from heeldiary.domain.text import separate
from heeldiary.tui.dialogs.dialog import Dialog
from heeldiary.tui.drafts.drafts import Draft
from heeldiary.tui.drafts.open_drafts import OpenDrafts
from heeldiary.tui.page import Page

_SHOWN = 3


class Leaving:
    """Sees to it that nobody leaves without knowing what is lost, and that what was left is named the next time."""

    def __init__(self, app: App[int], drafts: OpenDrafts) -> None:
        self._app = app
        self._drafts = drafts
        self._said: list[Draft] = []

    def recall(self) -> None:
        """Name what earlier windows left unsaved."""
        waiting = self._drafts.drafts.waiting()
        lines = format_unsaved(waiting), format_set_aside(self._drafts.drafts.set_aside)
        self._say(" ".join(line for line in lines if line))

    def may_quit(self) -> bool:
        """Write what is typed; where that fails, say so, and return whether it was said before of the same words."""
        unsafe = self._drafts.write()
        said, self._said = self._said, unsafe
        if not unsafe or unsafe == said:
            return True
        self._say(save_drafts_before_exit(unsafe, self._drafts.problem))
        return False

    def lost(self, waiting: int) -> str:
        """Write what is typed, for the last time; returns what to say of what is lost, with `waiting` changes."""
        unsafe = self._drafts.write()
        lines = [_unsaved(waiting)] if waiting else []
        return "\n".join([*lines, report_after_exit(unsafe, self._drafts.problem)] if unsafe else lines)

    def lost_by_mistake(self) -> str:
        """The same after a mistake of ours, of which it makes no second one."""
        with suppress(Exception):
            return self.lost(0)
        return ""

    def _say(self, text: str) -> None:
        screen = self._app.screen
        if isinstance(screen, Dialog | Page) and text:
            screen.complain(text) if isinstance(screen, Dialog) else screen.say(text, important=True)


def _unsaved(waiting: int) -> str:
    return (
        "heeldiary: another program holds the diary: "
        f"the last {waiting} that you typed could not be saved\ntype them again once it has let go"
    )


def save_drafts_before_exit(unsafe: Sequence[Draft], problem: str) -> str:
    """Name what would be lost, instead of leaving."""
    return (
        f"Not safe yet: {titles(unsafe)}. No draft can be written ({problem}): open it and save or copy it. "
        "Quit again to leave without it."
    )


def report_after_exit(unsafe: Sequence[Draft], problem: str) -> str:
    """Name what was lost, and never its words."""
    return (
        f"heeldiary: what you had typed could not be stored ({problem}): {titles(unsafe)}\n"
        "make room or mend the permissions of the folder that `heeldiary where` names as drafts, then type it again"
    )


def format_unsaved(drafts: Sequence[Draft]) -> str:
    """Name what earlier windows left, at the start; empty if they left nothing that belongs to a day."""
    of_days = [draft for draft in drafts if draft.new_id or draft.of.entry]
    return f"Typed but not saved yet: {titles(of_days)}. Open it again on that day to go on." if of_days else ""


def format_set_aside(names: Sequence[str]) -> str:
    """Say where a file of drafts is that could not be read; empty if all could."""
    return f"A file of drafts could not be read; it is kept as {separate(names[0])}." if names else ""


def titles(drafts: Sequence[Draft]) -> str:
    """What the person knows the drafts by."""
    named = list(dict.fromkeys(separate(draft.of.title or draft.of.form)[:60] for draft in drafts))
    more = f" and {len(named) - _SHOWN} more" if len(named) > _SHOWN else ""
    return "; ".join(named[:_SHOWN]) + more
