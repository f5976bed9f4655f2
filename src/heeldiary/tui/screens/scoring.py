"""Scoring a row of the Diary by digit, arrow or click: saved at once, each an undo step of its own."""

from datetime import date

from heeldiary.domain.days import short_day
from heeldiary.domain.entries import Entry, Pain
from heeldiary.domain.scales import HIGHEST, LOWEST, ONCE_A_DAY
from heeldiary.domain.wording import entry_words, fact_words
from heeldiary.store.recording import Saved, delete, edit, log, other_morning
from heeldiary.tui.screens.day_page import DayPage
from heeldiary.tui.widgets.score_row import ScoreRow

TEN_SECONDS = 1.0
"""A 0 so soon after a 1 on the same row makes it a ten."""


class Scoring:
    """Takes scores for the rows of a Diary page."""

    def __init__(self, page: DayPage) -> None:
        self._page = page
        self._one: tuple[ScoreRow, date, float, int] | None = None
        """The row on which a 1 was typed: its day, when, and the undo step."""

    def digit(self, row: ScoreRow, digit: int) -> None:
        """Score a row by a digit; 1 and at once 0 is ten, and one undo step."""
        one, self._one = self._one, None
        now = self._page.host.seconds()
        if digit == 0 and one and one[:2] == (row, self._page.day) and now - one[2] <= TEN_SECONDS:
            self.set(row, HIGHEST, continues=one[3])
            return
        self.set(row, digit)

    def nudge(self, row: ScoreRow, step: int) -> None:
        """One less or more; on an empty row one more is 0."""
        if row.score is None:
            if step > 0:
                self.set(row, LOWEST)
        elif LOWEST <= row.score + step <= HIGHEST:
            self.set(row, row.score + step)

    def another(self, row: ScoreRow) -> None:
        """Make room for one more score after sitting or after activity."""
        if row.moment in ONCE_A_DAY:
            self._page.say("This comes once a day: type a score to change it.")
        else:
            row.add()

    def clear(self, row: ScoreRow) -> None:
        """Delete the row's last score."""
        entry = self._last(row)
        if entry is None or row.adding:
            self._page.reload()
            return
        self._page.change(
            lambda: delete(self._page.diary, entry),
            lambda _: self._page.say(f"Cleared: {entry_words(entry)} · u brings it back"),
        )

    def set(
        self,
        row: ScoreRow,
        score: int,
        *,
        continues: int | None = None,
        day: date | None = None,
        replace: bool = False,
    ) -> None:
        """Save a score: a new one, or in place of the one that the row shows."""
        page, last, fact = self._page, self._last(row), Pain(row.foot, row.moment, score)
        if row.moment not in ONCE_A_DAY and last and not row.adding:
            changed = last._replace(fact=fact)
            page.change(lambda: edit(page.diary, last, changed), lambda _: page.say(f"Changed: {entry_words(changed)}"))
            return
        on = day or (page.day if page.day != page.today or row.moment not in ONCE_A_DAY else None)
        page.change(
            lambda: log(page.diary, [fact], day=on, replace=replace, continues=continues),
            lambda saved: self._saved(row, score, saved, tell_was=continues is None),
            older=lambda: self._ask_which_morning(row, score),
        )

    def _saved(self, row: ScoreRow, score: int, saved: Saved, tell_was: bool) -> None:
        entry, was = saved.entries[0], saved.was[0]
        if score == 1 and saved.action is not None:
            self._one = (row, self._page.day, self._page.host.seconds(), saved.action)
        replaced = f" (was {was})" if tell_was and was not in (None, score) else ""
        self._page.say(f"Saved: {fact_words(entry.fact)}{replaced}, {short_day(entry.day)}")

    def _ask_which_morning(self, row: ScoreRow, score: int) -> None:
        from heeldiary.tui.dialogs.which_morning import WhichMorning

        def answered(day: date | None) -> None:
            if day is not None:
                self.set(row, score, day=day, replace=True)

        page = self._page
        page.app.push_screen(WhichMorning(page.today, other_morning(page.diary, page.today), score), answered)

    def _last(self, row: ScoreRow) -> Entry | None:
        scores = self._page.content.scored(row.moment, row.foot)
        return scores[-1] if scores else None
