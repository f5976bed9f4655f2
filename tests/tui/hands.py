"""Hands on the keyboard and the mouse: what a terminal sends to the app, without the waits of Textual's pilot."""

from typing import Any

from textual import events
from textual.app import App
from textual.keys import _character_to_key
from textual.message import Message

KEY_SIGNS = {
    "space": " ", "tab": "\t", "enter": "\r", "plus": "+", "left_square_bracket": "[", "right_square_bracket": "]",
    "full_stop": ".", "slash": "/", "question_mark": "?", "comma": ",",
}  # fmt: skip
"""The signs of keys that have a name of their own."""


def press(app: App[Any], key: str) -> None:
    """Press a key, named as Textual names it or by its sign."""
    name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
    event = events.Key(name, key if len(key) == 1 else KEY_SIGNS.get(key))
    event.set_sender(app)
    _send(app, event)


def click(app: App[Any], column: int, row: int) -> None:
    """Press the left button and let it go."""
    for event in (events.MouseDown, events.MouseUp):
        _send(app, event(None, column, row, 0, 0, 1, False, False, False, column, row))


def _send(app: App[Any], event: Message) -> None:
    driver = app._driver
    assert driver is not None
    driver.send_message(event)
