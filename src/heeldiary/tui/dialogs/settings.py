"""All settings in one form."""

from collections.abc import Callable
from functools import partial

from heeldiary.domain.settings import SETTINGS, THEMES, parse, typed
from heeldiary.guiding.cue_command import cue_doubt
from heeldiary.store.diary import Diary
from heeldiary.store.recording import set_settings
from heeldiary.tui.dialogs.form import Field, Form, Parsed
from heeldiary.tui.drafts.drafts import DraftOf


def settings_form(diary: Diary, say: Callable[[str], None]) -> Form:
    """Return a form with every setting; saving makes one undo step.

    `say` shows what was saved, and that a new cue command cannot run.
    """
    present = diary.settings()
    fields = [
        Field(
            setting.name,
            setting.name,
            setting.bounds,
            partial(parse, setting),
            typed(setting, present[setting.name]),
            needed=bool(setting.choices),
            words=THEMES if setting.name == "theme" else (),
            choices=setting.choices,
        )
        for setting in SETTINGS
    ]
    return Form(DraftOf("settings", is_change=True), "Settings", fields, _saver(diary, say))


def _saver(diary: Diary, say: Callable[[str], None]) -> Callable[[Parsed], None]:
    def save(parsed: Parsed) -> None:
        present = diary.settings()
        changed = {
            setting.name: None if parsed[setting.name] is None else setting.typed(parsed[setting.name])
            for setting in SETTINGS
            if parsed[setting.name] != present[setting.name]
        }
        if changed:
            set_settings(diary, "the settings", changed)
            say("Saved: " + ", ".join(f"{name} {value or 'none'}" for name, value in changed.items()))
        doubt = cue_doubt(changed.get("cue-command"))
        if doubt is not None:
            say(doubt)

    return save
