"""Scoring a row of the Diary by digit, arrow or click: saved at once, each an undo step of its own."""

from datetime import date

from heeldiary.domain.days import short_day
from heeldiary.domain.entries import Entry, Pain
from heeldiary.domain.scales import HIGHEST, LOWEST, ONCE_A_DAY
from heeldiary.domain.ten import Ten
from heeldiary.domain.wording import entry_words, fact_words
from heeldiary.store.recording import Saved, delete, edit, log, other_morning
from heeldiary.tui.screens.day_page import DayPage
from heeldiary.tui.widgets.score_row import ScoreRow


class One:
    """A 1 that was just typed, and what became of it."""

    saved: Saved | None = None
    """None while the diary is held, and if it could not be saved."""


class Scoring:
    """Takes scores for the rows of a Diary page."""

    def __init__(self, page: DayPage) -> None:
        self._page = page
        self._ten = Ten()
        self._one = One()

    def digit(self, row: ScoreRow, digit: int) -> None:
        """Score a row by a digit; 1 and at once 0 is ten, in one undo step."""
        if self._ten.is_made_by(digit, (row, self._page.day), self._page.host.seconds()):
            one = self._one
            self._page.change(lambda: self._make_ten(row, one), lambda saved: self._tell(saved, tell_was=False))
        else:
            self._one = One()
            self.set(row, digit, self._one)

    def forget_the_one(self) -> None:
        """Whatever comes now, it makes no ten."""
        self._ten.forget()

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
            row.adding = False
            self._page.reload()
            return
        self._page.change(
            lambda: delete(self._page.diary, entry),
            lambda _: self._page.say(f"Cleared: {entry_words(entry)} · u brings it back"),
        )

    def set(self, row: ScoreRow, score: int, one: One | None = None, day: date | None = None) -> None:
        """Save a score: a new one, or in place of the one that the row shows. A `day` that is named is meant."""

        def saved(saved: Saved) -> None:
            row.adding = False
            if one is not None:
                one.saved = saved
            self._tell(saved)

        self._page.change(lambda: self._save(row, score, day), saved, older=lambda: self._ask_which_morning(row, score))

    def _save(self, row: ScoreRow, score: int, day: date | None) -> Saved:
        page, last, fact = self._page, self._last(row), Pain(row.foot, row.moment, score)
        if last and row.moment not in ONCE_A_DAY and not row.adding:
            return edit(page.diary, last, last._replace(fact=fact))
        on = page.day if page.day != page.today else None
        return log(page.diary, [fact], day=day or on)

    def _make_ten(self, row: ScoreRow, one: One) -> Saved:
        if one.saved is None:
            return self._save(row, HIGHEST, None)
        entry = one.saved.entries[0]
        return edit(self._page.diary, entry, entry._replace(fact=Pain(row.foot, row.moment, HIGHEST)), one.saved.action)

    def _tell(self, saved: Saved, tell_was: bool = True) -> None:
        entry, was = saved.entries[0], saved.was[0]
        same = isinstance(entry.fact, Pain) and entry.fact.score == was
        replaced = f" (was {was})" if tell_was and was is not None and not same else ""
        self._page.say(f"Saved: {fact_words(entry.fact)}{replaced}, {short_day(entry.day)}")

    def _ask_which_morning(self, row: ScoreRow, score: int) -> None:
        from heeldiary.tui.dialogs.which_morning import WhichMorning

        def answered(day: date | None) -> None:
            if day is not None:
                self.set(row, dialog.score, day=day)

        page = self._page
        dialog = WhichMorning(page.today, other_morning(page.diary, page.today), score)
        page.app.push_screen(dialog, answered)

    def _last(self, row: ScoreRow) -> Entry | None:
        scores = self._page.content.scored(row.moment, row.foot)
        return scores[-1] if scores else None
