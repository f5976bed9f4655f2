"""Filter and translate typed keys before the page does: those that act in a small terminal, those that mean another."""

import os

from textual.app import App
from textual.events import Key

from heeldiary.tui.keyboard import locale_of, stand_in, stand_in_for_dialog
from heeldiary.tui.page import Page

_LEAVING = ("q", "ctrl+q", "ctrl+c", "ctrl+z")  # what still works when the terminal is too small


class TypedKeys:
    """Checks each key before the app handles it."""

    def __init__(self, app: App[int]) -> None:
        self._app = app
        self._locale = locale_of(os.environ)

    def admits(self, event: Key, page: Page | None) -> bool:
        """Turn a key into the one it stands for, if any, and return whether it may act."""
        if event.is_forwarded or page is None:
            return True
        if self._app.screen is not page:
            own = getattr(self._app.screen, "CAPITALS", "")
            focused = self._app.focused
            is_typed = focused is not None and focused.check_consume_key(event.key, event.character)
            if not is_typed and event.character not in [*own]:
                stand_in_for_dialog(event)
            return True
        bound = {key: active.binding.action for key, active in page.active_bindings.items()}
        message = stand_in(event, bound, self._locale)
        if page.has_class("-small"):
            return event.key in _LEAVING
        if message and event.key in bound:
            page.mention(message)
        elif message:
            page.say(message)
        return page.admits(event)
