"""Keys one at a time: each waits until everything the previous one started has finished.

Over a slow line, or from a fast typist, several keys arrive at once. Textual would deliver the second before the
first has opened its form, and a 6 meant for a field would score a row.
"""

import asyncio
from collections import deque

from textual.app import App
from textual.events import Key, Paste
from textual.widget import Widget

QUIET_TURNS = 4
"""Turns of the event loop without a pending message before the next key is delivered."""

MOST_TURNS = 2000
"""After this many turns the next key is delivered anyway."""


class Turns:
    """Delivers keys and pastes one by one."""

    def __init__(self, app: App[int]) -> None:
        self._app = app
        self._waiting: deque[Key | Paste] = deque()
        self._next: Key | Paste | None = None
        self._task: asyncio.Task[None] | None = None

    def admits(self, event: Key | Paste) -> bool:
        """Return whether an event may be delivered now; if not, it is sent again later."""
        if self._task is not None and event is not self._next:
            self._waiting.append(_again(event))
            return False
        self._next = None
        self._task = asyncio.create_task(self._until_quiet())
        return True

    async def _until_quiet(self) -> None:
        quiet = 0
        for _ in range(MOST_TURNS):
            await asyncio.sleep(0)
            if not self._app.is_running:
                return
            quiet = quiet + 1 if self._is_quiet() else 0
            if quiet == QUIET_TURNS:
                break
        if self._waiting:
            self._next = self._waiting.popleft()
            self._app.post_message(self._next)
        else:
            self._task = None

    def _is_quiet(self) -> bool:
        """Return whether every widget is mounted and has handled its messages."""
        widgets = self._app.screen.walk_children(Widget, with_self=True)
        return not self._app.message_queue_size and all(
            widget.is_mounted and not widget.message_queue_size for widget in widgets
        )


def _again(event: Key | Paste) -> Key | Paste:
    """Return a copy of the event as if it had just arrived."""
    return Key(event.key, event.character) if isinstance(event, Key) else Paste(event.text)
