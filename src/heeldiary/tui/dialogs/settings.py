"""All settings in one form."""

from collections.abc import Callable, Sequence
from functools import partial

from textual import on
from textual.widgets import Input

from heeldiary.domain.settings import SETTINGS, THEMES, Setting, parse, typed
from heeldiary.domain.text import capitalized
from heeldiary.errors import BadInput
from heeldiary.guiding.cue_command import cue_doubt
from heeldiary.store.diary import Diary
from heeldiary.store.recording import set_settings
from heeldiary.tui.dialogs.field import Field, Parsed
from heeldiary.tui.dialogs.form import Form
from heeldiary.tui.drafts.drafts import DraftOf

Save = Callable[[Parsed], None]

LABELS = {
    "affected-foot": "Foot", "day-start": "Day begins", "week-start": "Week begins",
    "baseline-from": "First weeks from", "ki1-seconds": "Kidney 1, s", "shimian-seconds": "Shi Mian, s",
    "heel-seconds": "Heel, s", "calf-seconds": "Calf, s", "ready-seconds": "Get ready, s", "sound": "Bell",
    "cue-command": "Run at each cue", "theme": "Theme",
}  # fmt: skip
"""What each setting is called on the screen."""


class SettingsForm(Form):
    """Every setting; the theme is shown while it is chosen."""

    def __init__(self, fields: Sequence[Field], save: Save, preview: Callable[[str], None], first: str) -> None:
        super().__init__(DraftOf("settings", is_change=True), "Settings", fields, save, first=first)
        self._preview = preview

    @on(Input.Changed, "#field-theme")
    def _show_theme(self, event: Input.Changed) -> None:
        self._preview(event.value)


def settings_form(
    diary: Diary, say: Callable[[str], None], preview: Callable[[str], None], first: str = ""
) -> SettingsForm:
    """Return a form with every setting, with the focus on the one named `first`; saving makes one undo step.

    `preview` shows a theme. `say` shows what was saved, and that a new cue command cannot run.
    """
    present = diary.settings()
    fields = [
        Field(
            setting.name,
            LABELS[setting.name],
            f"{capitalized(setting.meaning)}: {setting.bounds}" if setting.name != "theme" else setting.bounds,
            partial(_parse, setting),
            typed(setting, present[setting.name]),
            needed=bool(setting.choices) or setting.name == "theme",
            choices=THEMES if setting.name == "theme" else setting.choices,
        )
        for setting in SETTINGS
    ]
    return SettingsForm(fields, _saver(diary, say), preview, first)


def _parse(setting: Setting, text: str) -> object:
    """Parse a setting; a refusal calls it as the form does."""
    try:
        return parse(setting, text)
    except BadInput as problem:
        raise BadInput(problem.message.replace(setting.name, LABELS[setting.name].lower()), problem.remedy) from None


def _saver(diary: Diary, say: Callable[[str], None]) -> Save:
    def save(parsed: Parsed) -> None:
        present = diary.settings()
        changed = {
            setting.name: None if parsed[setting.name] is None else setting.typed(parsed[setting.name])
            for setting in SETTINGS
            if parsed[setting.name] != present[setting.name]
        }
        if changed:
            set_settings(diary, "the settings", changed)
            saved = "Saved: " + ", ".join(f"{LABELS[name]} {value or 'none'}" for name, value in changed.items())
            doubt = cue_doubt(changed.get("cue-command"))
            say(f"{saved}. {doubt}" if doubt is not None else saved)

    return save
