"""The dialog to jump to a day."""

from datetime import date

from heeldiary.domain.typed_days import parse_day
from heeldiary.tui.dialogs.form import Field, Form
from heeldiary.tui.drafts.drafts import DraftOf


class Jump(Form):
    """Asks for a day."""

    def __init__(self, today: date) -> None:
        day = Field(
            "day", "Day", "2026-11-02, 2 nov, yesterday, mon, 30d", lambda typed: parse_day(typed, today), needed=True
        )
        # A half-typed day needs no draft.
        super().__init__(DraftOf(""), "Go to a day", [day], lambda _: None, keys="enter go   escape close")
