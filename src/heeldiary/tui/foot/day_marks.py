"""Marks of where it hurts today, on the map of the foot.

A mark is saved at once: with the session while the session has something of the foot to save, else as an entry of the
day. An area is never marked twice.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date

from heeldiary.domain.scales import Foot
from heeldiary.domain.text import capitalized
from heeldiary.guiding.run import SessionRun
from heeldiary.store.entries.sore_areas import marked, toggle
from heeldiary.store.replacing import ReplaceQuestion, check_replacing, format_question
from heeldiary.tui.foot.map_page import MapPage


class DayMarks:
    """Reads the marks of a page's day and changes those outside the current session."""

    def __init__(self, page: MapPage, keep: Callable[[], None]) -> None:
        """`keep` saves the current session."""
        self._page = page
        self._keep = keep
        self.areas: Mapping[Foot, list[str]] = {}
        """The marked areas of each foot, without the current session's."""
        self._is_sure = False  # whether the person confirmed the clock that was set back

    def read(self, day: date, run: SessionRun) -> None:
        """Read the marks of a day; raises Problem if they cannot be read."""
        self.areas = marked(self._page.diary, day, run.recorder.entry_ids)

    def mark(self, run: SessionRun, spot: str) -> None:
        """Mark an area of the current foot, or remove its mark, and say so."""
        page, recorder, foot = self._page, run.recorder, run.session.step.foot
        if self._is_of_session(run, foot, spot):
            page.say_marked(spot, foot, recorder.mark(foot, spot))
            self._keep()
            page.show()
            return
        page.change(
            lambda: self._toggle(foot, spot, recorder.entry_ids),
            lambda marked: page.say_marked(spot, foot, marked),
            older=self._doubt,
        )

    def _toggle(self, foot: Foot, spot: str, apart_from: Collection[str]) -> bool:
        diary = self._page.diary
        day = diary.today()
        if not self._is_sure:
            check_replacing(diary, diary.settings(), day, diary.now(), (), ())
        return toggle(diary, day, foot, spot, apart_from)

    def _doubt(self, question: ReplaceQuestion) -> None:
        """Warn that the clock was set back: only another h marks a past day."""
        self._is_sure = True
        doubt = format_question(question)
        self._page.say(f"{capitalized(doubt)}. h again marks it anyway.", important=True)

    def _is_of_session(self, run: SessionRun, foot: Foot, spot: str) -> bool:
        """Whether a mark belongs to the session: the session has it, or holds marks and no entry has this one."""
        if spot in run.recorder.sore.get(foot, ()):
            return True
        return spot not in self.areas.get(foot, ()) and run.holds_marks(foot)
