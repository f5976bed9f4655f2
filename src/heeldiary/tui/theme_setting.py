"""The theme as the diary's settings have it: worn by the app, and saved when another is chosen."""

from typing import Any

from textual.app import App

from heeldiary.store.diary import Diary
from heeldiary.store.recording import set_setting


class ThemeSetting:
    """Keeps the app's theme and the setting alike."""

    def __init__(self, app: App[Any], diary: Diary) -> None:
        self._app = app
        self._diary = diary

    def apply(self) -> None:
        """Look as the settings say; a theme that is not known here is passed over."""
        theme = self._diary.settings()["theme"]
        if theme in self._app.available_themes:
            self._app.theme = theme

    def save(self, name: str) -> None:
        """Save the theme that was chosen, as one undo step."""
        if name != self._diary.settings()["theme"]:
            set_setting(self._diary, "theme", name)
