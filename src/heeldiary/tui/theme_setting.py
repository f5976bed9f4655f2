"""The theme setting: applied to the app, and saved when another theme is chosen."""

from typing import Any

from textual.app import App

from heeldiary.store.diary import Diary
from heeldiary.store.recording import set_setting


class ThemeSetting:
    """Keeps the app's theme and the setting in step."""

    def __init__(self, app: App[Any], diary: Diary) -> None:
        self._app = app
        self._diary = diary

    def apply(self) -> None:
        """Apply the setting; ignore an unknown theme."""
        theme = self._diary.settings()["theme"]
        if theme in self._app.available_themes:
            self._app.theme = theme

    def save(self, name: str) -> None:
        """Save the chosen theme as one undo step."""
        if name != self._diary.settings()["theme"]:
            set_setting(self._diary, "theme", name)
