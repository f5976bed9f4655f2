"""The theme setting: applied to the app, and saved when another theme is chosen."""

from typing import Any

from textual.app import App

from heeldiary.store.diary import Diary
from heeldiary.store.recording import set_setting
from heeldiary.tui.themes import own_themes


class ThemeSetting:
    """Keeps the app's theme and the setting in step."""

    def __init__(self, app: App[Any], diary: Diary) -> None:
        self._app = app
        self._diary = diary
        self._previewed: str | None = None

    def begin(self) -> None:
        """Register our own themes, and apply the setting before the app runs: it saves a pass over all CSS."""
        system = self._app.console.color_system
        for own in own_themes("grey" if self._app.no_color and system != "standard" else system):
            self._app.register_theme(own)
        theme = self._app.get_theme(self._diary.settings()["theme"])
        if theme is not None:
            self._app.set_reactive(App.theme, theme.name)
            look = {"-dark-mode": theme.dark, "-light-mode": not theme.dark, f"-theme-{theme.name}": True}
            self._app.update_classes(look, update=False)
            self._app._refresh_truecolor_filter(self._app.ansi_theme)
            self._app.stylesheet.set_variables(self._app.get_css_variables())

    def preview(self, name: str) -> None:
        """Show a theme without saving it, until `apply`."""
        if name in self._app.available_themes:
            self._previewed = name
            self._app.theme = name

    def apply(self) -> None:
        """Apply the setting; ignore an unknown theme."""
        self._previewed = None
        theme = self._diary.settings()["theme"]
        if theme in self._app.available_themes:
            self._app.theme = theme

    def save(self, name: str) -> None:
        """Save the chosen theme as one undo step, unless it is only previewed."""
        if name != self._previewed and name != self._diary.settings()["theme"]:
            set_setting(self._diary, "theme", name)
