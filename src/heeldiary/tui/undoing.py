"""Undo and redo in the app, with a toast that says what is in the diary now."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from heeldiary.domain.restored import Restored, format_present
from heeldiary.domain.text import separate

if TYPE_CHECKING:
    from heeldiary.tui.app import HeeldiaryApp
    from heeldiary.tui.page import Page


def undo(app: "HeeldiaryApp", page: "Page | None") -> None:
    """Undo the last change, wherever it was made."""
    _restore(app, page, app.diary.undo, "Took back", "U redoes it")


def redo(app: "HeeldiaryApp", page: "Page | None") -> None:
    """Redo what was undone last."""
    _restore(app, page, app.diary.redo, "Did again", "u takes it back")


def _restore(
    app: "HeeldiaryApp", page: "Page | None", restore: Callable[[], Restored], done: str, contrary: str
) -> None:
    if page is None or not page.may_undo():
        return

    def show(restored: Restored) -> None:
        app.theme_setting.apply()
        # One toast at a time: after several undos they would cover the restored entries.
        app.clear_notifications()
        page.restored(restored)
        now = " · ".join(filter(None, (format_present(restored), contrary)))
        app.notify(f"{done}: {separate(restored.what)}\n{separate(now)}", markup=False)

    page.silence()
    page.change(restore, show)
