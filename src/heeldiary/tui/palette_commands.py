"""The commands of the palette: the actions of the open screen, and the themes by name."""

from collections.abc import Callable, Iterable
from functools import partial

from textual.app import SystemCommand
from textual.command import Hit, Hits, Provider

from heeldiary.tui.actions import palette_title
from heeldiary.tui.page import Page


class ThemeCommands(Provider):
    """Finds themes by their names; without a search they are not listed."""

    async def search(self, query: str) -> Hits:
        """Yield each theme that matches."""
        matcher = self.matcher(query)
        for name in self.app.available_themes:
            title = f"Theme: {name}"
            score = matcher.match(title)
            if score > 0:
                yield Hit(score, matcher.highlight(title), partial(setattr, self.app, "theme", name), title)


def palette_commands(page: Page | None, do: Callable[[str], None]) -> Iterable[SystemCommand]:
    """Yield a command for each action of a screen; `do` runs the action."""
    for action in page.actions if page else ():
        if action.palette:
            yield SystemCommand(palette_title(action), f"key {action.shown}", partial(do, action.name))
