"""The dialog to jump to a day."""

from datetime import date

from heeldiary.domain.days import WEEKDAYS
from heeldiary.domain.typed_days import parse_day
from heeldiary.tui.dialogs.field import Field
from heeldiary.tui.dialogs.form import Form
from heeldiary.tui.drafts.drafts import DraftOf

DAY_NAMES = ("today", "yesterday", *map(str.lower, WEEKDAYS))
"""The days that have a name, as it is typed."""


class Jump(Form):
    """Asks for a day."""

    def __init__(self, today: date) -> None:
        hint = "2026-11-02, 2 nov, yesterday, mon, 30d"
        day = Field("day", "Day", hint, lambda typed: parse_day(typed, today), needed=True, words=DAY_NAMES)
        # A half-typed day needs no draft.
        super().__init__(DraftOf(""), "Go to a day", [day], lambda _: None, keys="enter go   escape close")
