"""Scoring a row of the Diary by digit, arrow or click: each is saved at once as its own undo step."""

from collections.abc import Callable

from textual.widget import Widget

from heeldiary.domain.days import short_day
from heeldiary.domain.entries import Entry, Pain
from heeldiary.domain.entry_text import format_entry, format_facts
from heeldiary.domain.restored import Restored
from heeldiary.domain.scales import FEET, HIGHEST, LOWEST, ONCE_A_DAY
from heeldiary.domain.ten_typing import DecimalTyping, TenTyping
from heeldiary.errors import Busy
from heeldiary.store.recording import Saved, delete, edit, log
from heeldiary.store.replacing import Answer, ReplaceQuestion, apply_answer, is_old
from heeldiary.tui.diary.day_page import DayPage
from heeldiary.tui.diary.other_foot import OtherFoot
from heeldiary.tui.widgets.score_row import ScoreRow


class PendingScore:
    """A 1 that was just typed, and the entry it became."""

    saved: Saved | None = None
    """None while the diary is held, or if it could not be saved."""


class Scoring:
    """Scores the rows of a Diary page."""

    def __init__(self, page: DayPage) -> None:
        self._page = page
        self._ten = TenTyping()
        self._decimal = DecimalTyping()
        self._one = PendingScore()
        self._hint = ""
        """Added to what is said of the next score."""
        self.doubt = ""
        """Added to what is said of the next digits, until another key is pressed."""
        self._waiting: set[ScoreRow] = set()  # rows whose score waits for another program to release the diary
        self._other_foot = OtherFoot(page, self._waiting)

    def digit(self, row: ScoreRow, digit: int) -> None:
        """Score a row by a digit; 1 then 0 within a second is ten, in one undo step. Then move to the other foot."""
        page = self._page
        if self._ten.completes_ten(digit, (row, page.day), page.host.seconds()):
            pending = self._one
            page.change(
                lambda: self._waited(row, lambda: self._make_ten(row, pending)),
                lambda saved: self._tell(saved, row, tell_was=False),
                older=lambda question: self._ask(row, HIGHEST, question),
            )
            self._other_foot.scored(row, HIGHEST)
            return
        self._hint = " · a ten is 1, then 0 within a second" if self._ten.was_late else ""
        meant_row = self._other_foot.typed_at(row)
        if meant_row is not row:
            self._ten.completes_ten(digit, (meant_row, page.day), page.host.seconds())
        self._one = PendingScore()
        if self.set(meant_row, digit, self._one):
            self._other_foot.scored(meant_row, digit)

    def return_to(self, restored: Restored) -> None:
        """Focus the row whose score was undone or redone."""
        page = self._page
        facts = [entry.fact for entry in restored.entries if entry.day == page.day]
        gone = [(fact.foot, fact.moment) for fact in facts if isinstance(fact, Pain)]
        rows = [row for row in page.query(ScoreRow) if row.display and (row.foot, row.moment) in gone]
        if rows and isinstance(page.focused, ScoreRow):
            rows[0].focus()

    def follow_feet(self) -> None:
        """Let the next digit score a newly affected foot."""
        self._other_foot.follow_feet()

    def moved_to(self, widget: Widget) -> None:
        """Let the rows that were left show their last score again."""
        for row in self._page.query(ScoreRow):
            if row is not widget:
                row.choose_last()

    def pressed(self, key: str) -> None:
        """Forget a pending 1 if the key is no 0, and a doubt if it is no digit."""
        if key != "0":
            self._ten.forget()
        if not key.isdecimal():
            self.doubt = ""

    def admits(self, character: str) -> bool:
        """Return whether a character may act: not the `.5` or `,5` of `6.5`.

        A point does act: it goes to today, as it does by itself.
        """
        row = self._page.focused
        if not self._decimal.continues(character, self._page.host.seconds()) or not isinstance(row, ScoreRow):
            return True
        if character == ",":
            self._page.say("A score is a whole number. For Settings, press , again.")
        elif row.score is None:
            self._page.say(f"A score is a whole number; {character} was not saved. If it is a score, type it again.")
        else:
            self._page.say(f"A score is a whole number; {character} changed nothing. Today's {row.score} stays.")
        return False

    def nudge(self, row: ScoreRow, step: int) -> None:
        """Lower or raise the score by one; raising an empty row gives 0."""
        if row.score is None and step < 0:
            self._page.say("No score yet: type 0 to 9, or 1 and then 0 for ten.")
        elif row.score is None:
            self._hint = self._other_foot.way_across(row, step)
            self.set(row, LOWEST)
        elif row.score + step < LOWEST:
            self._page.say("0 is no pain: there is no lower score.")
        elif row.score + step > HIGHEST:
            self._page.say("10 is the worst: there is no higher score.")
        else:
            self._hint = self._other_foot.way_across(row, step)
            self.set(row, row.score + step, nudged=True)

    def another(self, row: ScoreRow) -> None:
        """Let the next score after sitting or activity be added or, pressed again, change an earlier one."""
        if not row.scores:
            self._page.say("No score yet: type 0 to 9, or 1 and then 0 for ten.")
        elif row.moment in ONCE_A_DAY:
            self._page.say("This has one score a day: type a score to change it.")
        else:
            row.choose_next()
            if row.adding:
                self._page.say("Type one more score, or press enter again to change an earlier one.")
            else:
                which = f"Score {row.chosen + 1} of {len(row.scores)}, {row.score}/10"
                self._page.say(f"{which}: type another to change it.")

    def clear(self, row: ScoreRow) -> None:
        """Delete the row's chosen score, or stop adding one."""
        if row.adding:
            row.choose_last()
            return
        entry = self.entry(row)
        if entry is None:
            self._page.say(f"There is no score here to clear.{self._other_foot.way_to_scored(row)}")
            return
        row.choose_last()
        self._page.change(
            lambda: delete(self._page.diary, entry),
            lambda _: self._page.say(f"Cleared: {format_entry(entry)} · u brings it back"),
        )

    def set(self, row: ScoreRow, score: int, pending: PendingScore | None = None, nudged: bool = False) -> bool:
        """Save a score: a new one, or replacing the row's; `nudged` always changes the row's.

        Returns whether it was or will be saved: False if it was refused or the person must be asked.
        """
        done: list[Saved] = []
        adding = row.adding
        self._waiting.add(row)  # until it is tried: earlier waiting changes come first

        def saved(saved: Saved) -> None:
            if not nudged or adding:
                row.choose_last()
            done.append(saved)
            if pending is not None:
                pending.saved = saved
            self._tell(saved, row if pending is not None else None)

        self._page.change(
            lambda: self._waited(row, lambda: self._save(row, score, nudged)),
            saved,
            older=lambda question: self._ask(row, score, question, by_digit=pending is not None),
        )
        return bool(done) or row in self._waiting

    def entry(self, row: ScoreRow) -> Entry | None:
        """Return the entry of the row's chosen score."""
        scores = self._page.content.scored(row.moment, row.foot)
        return scores[row.chosen] if row.chosen < len(scores) else None

    def _waited(self, row: ScoreRow, save: Callable[[], Saved]) -> Saved:
        """Save; while another program holds the diary, the row counts as scored."""
        self._waiting.discard(row)
        try:
            return save()
        except Busy:
            self._waiting.add(row)
            raise

    def _save(self, row: ScoreRow, score: int, nudged: bool = False) -> Saved:
        page, entry, fact = self._page, self.entry(row), Pain(row.foot, row.moment, score)
        meant = nudged or row.has_choice
        if entry and row.moment not in ONCE_A_DAY and (meant or not self._is_another(entry)):
            return edit(page.diary, entry, entry._replace(fact=fact))
        return log(page.diary, [fact], day=page.day if page.day != page.today else None)

    def _is_another(self, last: Entry) -> bool:
        """Whether a digit adds to today's score after sitting or activity: hours later it is a new score."""
        page = self._page
        return page.day == page.today and is_old(last, page.diary.now())

    def _make_ten(self, row: ScoreRow, pending: PendingScore) -> Saved:
        if pending.saved is None:
            return self._save(row, HIGHEST)
        entry = pending.saved.entries[0]
        return edit(
            self._page.diary, entry, entry._replace(fact=Pain(row.foot, row.moment, HIGHEST)), pending.saved.action
        )

    def _tell(self, saved: Saved, row: ScoreRow | None = None, tell_was: bool = True) -> None:
        """Show what was saved; after a digit at `row` also the other foot's score, or that it is next."""
        entry, was = saved.entries[0], saved.was[0]
        same = isinstance(entry.fact, Pain) and entry.fact.score == was
        replaced = f" (was {was})" if tell_was and was is not None and not same else ""
        other = self._other_words(row) if row is not None and self._is_at(row, entry) else ""
        doubt = f". {self.doubt}" if self.doubt else ""
        doubt += f" u brings back the {was}." if doubt and replaced else ""
        self._page.say(f"Saved: {format_facts(entry.fact)}{replaced}, {short_day(entry.day)}{other}{self._hint}{doubt}")
        self._hint = ""

    def _is_at(self, row: ScoreRow, entry: Entry) -> bool:
        """Whether an entry is a score of this row and day; False if the answer to a question put it elsewhere."""
        return isinstance(entry.fact, Pain) and (entry.fact.moment, entry.day) == (row.moment, self._page.day)

    def _other_words(self, row: ScoreRow) -> str:
        other = self._other_foot.after(row)
        if other is not None:
            return f" · next: {other.foot}"
        if (before := self._other_foot.passed_over(row)) is not None:
            return f" · {before.foot} is still empty: ↑"
        feet = self._page.settings.affected_feet or FEET
        if row.moment != "first-step" or row.foot not in feet:
            return ""
        scores = {foot: self._page.content.scores_at("first-step", foot) for foot in feet if foot != row.foot}
        return "".join(f" · {foot} {entries[0]}/10" for foot, entries in scores.items() if entries)

    def _ask(self, row: ScoreRow, score: int, question: ReplaceQuestion, by_digit: bool = True) -> None:
        """Ask which morning is meant, and save accordingly."""
        from heeldiary.tui.diary.which_morning import WhichMorning

        page = self._page

        def answered(answer: Answer | None) -> None:
            if answer is not None:
                facts, day = apply_answer(question, answer, [Pain(row.foot, row.moment, dialog.score)])
                page.change(lambda: log(page.diary, facts, day=day), saved)

        def saved(saved: Saved) -> None:
            row.choose_last()
            self._tell(saved, row if by_digit else None)
            if by_digit and self._is_at(row, saved.entries[0]):
                self._other_foot.scored(row, HIGHEST)  # its second is over

        dialog = WhichMorning(question, score, is_late=page.app.screen is not page)
        if not page.when_in_front(lambda: page.app.push_screen(dialog, answered)):
            page.say("Not saved yet: first say which day the score is for.", important=True)
