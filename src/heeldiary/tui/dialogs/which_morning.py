"""Asked before a score written more than 12 hours ago is replaced."""

from datetime import date

from heeldiary.domain.days import long_day
from heeldiary.tui.dialogs.choose import Choose


class WhichMorning(Choose[date]):
    """Asks which morning is meant: the one that has a score, or another."""

    def __init__(self, today: date, other: date, score: int) -> None:
        super().__init__(
            "Which morning do you mean?",
            f"The score there was written more than 12 hours ago. You typed {score}.",
            (("1", f"{long_day(today)}: replace its score", today), ("2", f"{long_day(other)}", other)),
        )
