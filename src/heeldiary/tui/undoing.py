"""Undo and redo in the app, with a message that says what is in the diary now."""

from collections.abc import Callable

from heeldiary.domain.restored import Restored, format_present
from heeldiary.domain.text import separate
from heeldiary.tui.page import Page


def undo(page: Page, apply_theme: Callable[[], object]) -> None:
    """Undo the last change, whether the app or a command made it."""
    if page.may_undo():
        _restore(page, apply_theme, page.diary.undo, "Undone", "press U to redo")


def redo(page: Page, apply_theme: Callable[[], object]) -> None:
    """Redo the change that was undone last."""
    if page.may_undo():
        _restore(page, apply_theme, page.diary.redo, "Redone", "press u to undo")


def _restore(
    page: Page, apply_theme: Callable[[], object], restore: Callable[[], Restored], done: str, hint: str
) -> None:
    def show(restored: Restored) -> None:
        apply_theme()
        page.reload()  # first: what the page says of it must not hide what this says
        page.restored(restored)
        shown = _in_words_of_settings(restored) if restored.settings else restored
        parts = (f"{done}: {shown.what}", format_present(shown), hint)
        page.say(" · ".join(separate(part) for part in parts if part))

    page.change(restore, show)


def _in_words_of_settings(restored: Restored) -> Restored:
    """Return what was restored with settings named as Settings names them."""
    from heeldiary.tui.dialogs.settings import LABELS

    what = restored.what
    for name in restored.settings:
        what = what.replace(f"the setting {name}", f"the setting {LABELS[name]}")
    return restored._replace(what=what, settings={LABELS[name]: value for name, value in restored.settings.items()})
