"""The form of all settings: each is shown, saved as typed, said, and shown again."""

from textual.widgets import Input

from heeldiary.domain.settings import SETTINGS
from heeldiary.tui.dialogs.settings import LABELS
from tests.tui.stage import NORMAL, Stage

TYPED = {
    "affected-foot": "right", "day-start": "05:30", "week-start": "sunday", "baseline-from": "2026-12-01",
    "ki1-seconds": "61", "shimian-seconds": "62", "heel-seconds": "63", "calf-seconds": "64", "ready-seconds": "7",
    "sound": "off", "cue-command": "true", "theme": "paper",
}  # fmt: skip


async def test_each_setting_is_saved_as_typed_said_and_shown_again(stage: Stage) -> None:
    assert {*TYPED} == {setting.name for setting in SETTINGS}
    steps = stage.steps_back()
    async with stage.play(NORMAL) as play:
        await play.press("comma")
        assert play.words("#title") == "Settings"
        for name, text in TYPED.items():
            assert LABELS[name] in play.text
            play.app.screen.query_one(f"#field-{name}", Input).value = text
        await play.press("enter")
        assert play.dialog == ""
        assert {name: str(value) for name, value in stage.heeldiary.done("settings", "--json").json.items()} == TYPED
        assert stage.steps_back() == steps + 1
        assert play.app.theme == "paper"
        await play.press("comma")
        for name, text in TYPED.items():
            assert play.app.screen.query_one(f"#field-{name}", Input).value == text, name
        await play.press("enter")
        assert stage.steps_back() == steps + 1, "nothing was changed"


SAID = {
    ("ready-seconds", "7"): "Saved: Get ready, s 7",
    (
        "cue-command",
        "no-such-program",
    ): "Saved: Run at each cue no-such-program. The cue command's program is not on this machine",
    ("cue-command", ""): "Saved: Run at each cue none",
}


async def test_what_was_changed_is_said(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("comma", "enter")
        assert play.said == "", "nothing was changed"
        for (name, text), said in SAID.items():
            await play.press("comma")
            play.app.screen.query_one(f"#field-{name}", Input).value = text
            await play.press("enter")
            assert play.said.startswith(said)
