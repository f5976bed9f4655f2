"""Any sequence of changes, by the app's connection and by commands mixed, undone to the start, gives the start.

Redone to the end, it gives the end.
"""

import json
import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from heeldiary.domain.entries import Entry, Fact, Pain
from heeldiary.domain.entry_to_json import entry_to_json
from heeldiary.domain.scales import Foot, Moment
from heeldiary.errors import BadInput
from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from heeldiary.store.recording import delete, edit, log, set_setting
from heeldiary.store.routine.ask_first import save_answers
from tests.entry_strategies import FACTS, FEET, NOTES, SCORES, diaries
from tests.runner import Heeldiary
from tests.standing_clock import SeededBytes, StandingClock
from tests.store.connections import another, unwell

TODAY = date(2026, 11, 22)
AGO = st.integers(0, 2)
PLACES: list[tuple[Foot, Moment]] = [("left", "first-step"), ("right", "first-step"), ("left", "night")]


class TwoWindows(RuleBasedStateMachine):
    """Two connections to one file, `app` and `commands`.

    `before` is the diary before each undo step there is, `undone` before and after each step that can be redone.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = StandingClock()
        self.heeldiary = Heeldiary(self.folder / "home", self.clock, SeededBytes(3))
        self.heeldiary.done("where")
        self.app = Diary(open_to_write(str(self.heeldiary.diary)), self.clock, SeededBytes(4))
        self.steps: list[int] = []
        self.before: list[str | None] = []
        self.undone: list[tuple[str | None, str]] = []
        self.known: set[str] = set()

    def teardown(self) -> None:
        end, rows, steps = self.told(), self.rows(), 0
        while self.numbers():
            self.heeldiary.done("undo")
            self.healthy()
            steps += 1
        assert self.told() == self.start
        assert self.heeldiary("undo").code == 1
        for _ in range(steps):
            self.heeldiary.done("redo")
            self.healthy()
        assert self.told() == end
        assert self.rows() == rows
        self.app.close()
        shutil.rmtree(self.folder)

    @initialize(entries=diaries(4))
    def begin(self, entries: list[Entry]) -> None:
        """A diary that holds something which no undo takes back."""
        with self.app.action("the start") as action:
            for entry in entries:
                action.put(entry)
        with another(self.heeldiary.diary) as connection:
            connection.execute("DELETE FROM action")
        self.start = self.told()

    def told(self) -> str:
        """All that can be seen of the diary."""
        seen = [self.heeldiary.done(*argv).out for argv in (("list", "--json"), ("settings", "--json"), ("export",))]
        return "\n".join(seen)

    def numbers(self) -> list[int]:
        """The undo steps there are."""
        return [number for (number,) in self.app.sql.rows("SELECT number FROM action ORDER BY number")]

    def rows(self) -> list[object]:
        """The rows of all entries and settings, with when they came into the file."""
        tables = ("SELECT id, created_at FROM entry ORDER BY id", "SELECT name, value, created_at FROM setting")
        return [self.app.sql.rows(query) for query in (*tables, "SELECT id, answers, at, created_at FROM ask_first")]

    def note_steps(self, before: str, again: int | None = None) -> None:
        """Remember how the diary looked before a step that is new; `again` is one that was gone on with."""
        now = self.numbers()
        new = [number for number in now if number not in self.steps]
        assert len(new) <= 1
        if self.told() != before:
            self.undone.clear()
        assert now[: len(self.steps)] == self.steps
        if again in self.steps and again != self.steps[-1]:
            # It spans later steps: the states between are gone, the start is still known.
            self.before[self.steps.index(again) + 1 :] = [None] * (len(self.steps) - self.steps.index(again) - 1)
        self.before += [before] * len(new)
        self.steps = now

    @rule(place=st.sampled_from(PLACES), scores=st.lists(SCORES, min_size=1, max_size=3), ago=AGO)
    def press_keys_in_app(self, place: tuple[Foot, Moment], scores: list[int], ago: int) -> None:
        """Digits on one row shortly after another: one undo step."""
        before = self.told()
        number: int | None = None
        for score in scores:
            saved = log(self.app, [Pain(*place, score)], day=TODAY - timedelta(days=ago), continues=number)
            number = saved.action or number
        self.note_steps(before)

    @rule(pick=st.integers(0, 30), ago=AGO, score=SCORES, foot=FEET, by_command=st.booleans())
    def edit_one(self, pick: int, ago: int, score: int, foot: Foot, by_command: bool) -> None:
        entries = self.app.entries()
        if not entries:
            return
        before = self.told()
        entry = entries[pick % len(entries)]
        if by_command:
            own = {"pain": ["--score", str(score), "--foot", foot], "sitting": ["--minutes", "1440"]}
            argv = ["--day", f"{ago}d", *own.get(entry.type, ["--note", "changed"])]
            assert self.heeldiary("edit", entry.id, *argv).code in (0, 2)
        else:
            fact = entry.fact._replace(foot=foot, score=score) if isinstance(entry.fact, Pain) else entry.fact
            try:
                edit(self.app, entry, entry._replace(day=TODAY - timedelta(days=ago), fact=fact, note="in the app"))
            except BadInput:
                assert self.told() == before
        self.note_steps(before)

    @rule(pick=st.integers(0, 30), by_command=st.booleans())
    def delete_one(self, pick: int, by_command: bool) -> None:
        entries = self.app.entries()
        if not entries:
            return
        before = self.told()
        entry = entries[pick % len(entries)]
        if by_command:
            self.heeldiary.done("delete", entry.id)
        else:
            delete(self.app, entry)
        self.note_steps(before)

    @rule(by_command=st.booleans())
    def undo(self, by_command: bool) -> None:
        if not self.steps:
            assert self.heeldiary("undo").code == 1
            return
        after = self.told()
        if by_command:
            self.heeldiary.done("undo")
        else:
            self.app.undo()
        self.steps.pop()
        before = self.before.pop()
        assert self.numbers() == self.steps
        assert before is None or self.told() == before
        self.undone.append((before, after))

    @rule(by_command=st.booleans())
    def redo(self, by_command: bool) -> None:
        if not self.undone:
            assert self.heeldiary("redo").code == 1
            return
        if by_command:
            self.heeldiary.done("redo")
        else:
            self.app.redo()
        before, after = self.undone.pop()
        self.before.append(before)
        self.steps = self.numbers()
        assert self.told() == after

    @invariant()
    def healthy(self) -> None:
        """The file is whole, and each id that ever was is either an entry or a tombstone."""
        assert unwell(self.heeldiary.diary) == []
        there = {row[0] for row in self.app.sql.rows("SELECT id FROM entry")}
        buried = {row[0] for row in self.app.sql.rows("SELECT id FROM tombstone")}
        assert not there & buried
        self.known |= there
        assert self.known == there | buried


class Changes(TwoWindows):
    """Every kind of change."""

    @rule(facts=st.lists(FACTS, min_size=1, max_size=2), ago=AGO, note=NOTES, keep_note=st.booleans())
    def log_in_app(self, facts: list[Fact], ago: int, note: str, keep_note: bool) -> None:
        before = self.told()
        words = None if keep_note and not any(type(fact).__name__ == "Note" for fact in facts) else note or "a word"
        try:
            log(self.app, facts, day=TODAY - timedelta(days=ago), note=words)
        except BadInput:
            assert self.told() == before
        self.note_steps(before)

    @rule(left=SCORES, right=SCORES, ago=AGO, moment=st.sampled_from(["first-step", "worst", "after-sitting"]))
    def log_by_command(self, left: int, right: int, ago: int, moment: str) -> None:
        before = self.told()
        words = ("left", str(left), "right", str(right))
        self.heeldiary.done("log", *words, "--day", f"{ago}d", "--moment", moment)
        self.note_steps(before)

    @rule(course=st.sampled_from(["spring", "autumn"]), ago=AGO, visits=st.none() | st.integers(1, 20))
    def visit_by_command(self, course: str, ago: int, visits: int | None) -> None:
        before = self.told()
        planned = [] if visits is None else ["--visits", str(visits)]
        ran = self.heeldiary("log", "care", "acupuncture", "--course", course, "--day", f"{ago}d", *planned)
        assert ran.code in (0, 2), ran
        self.note_steps(before)

    @rule(name=st.sampled_from(["affected-foot", "theme"]), pick=st.integers(0, 1), by_command=st.booleans())
    def set_one(self, name: str, pick: int, by_command: bool) -> None:
        before = self.told()
        value = {"affected-foot": ("left", "both"), "theme": ("nord", "dusk")}[name][pick]
        if by_command:
            self.heeldiary.done("settings", name, value)
        else:
            set_setting(self.app, name, value)
        self.note_steps(before)

    @rule(clot=st.booleans())
    def answer(self, clot: bool) -> None:
        before = self.told()
        save_answers(self.app, {"clot": clot})
        self.note_steps(before)

    @rule(entries=diaries(4))
    def import_some(self, entries: list[Entry]) -> None:
        before = self.told()
        path = self.folder / "in.jsonl"
        path.write_text("".join(json.dumps(entry_to_json(entry)) + "\n" for entry in entries), encoding="utf-8")
        assert self.heeldiary("import", str(path)).code in ((0, 1) if entries else (2,))
        self.note_steps(before)

    @rule(minutes=st.sampled_from([1, 60, 1000]))
    def time_goes_by(self, minutes: int) -> None:
        self.clock.forward(timedelta(minutes=minutes) if self.clock.now().day < 25 else timedelta(seconds=1))


class ChangesThatReachBack(TwoWindows):
    """The same, and now and then an earlier step is gone on with, over later ones: as two windows can do it."""

    @precondition(lambda self: self.steps)
    @rule(pick=st.integers(0, 2), place=st.sampled_from(PLACES), score=SCORES, ago=AGO)
    def go_on_with_an_earlier_step(self, pick: int, place: tuple[Foot, Moment], score: int, ago: int) -> None:
        before = self.told()
        number = self.steps[-1 - pick % len(self.steps)]
        log(self.app, [Pain(*place, score)], day=TODAY - timedelta(days=ago), continues=number)
        self.note_steps(before, number)


# A shorter example would take minutes to find; who wants one leaves `phases` out.
SETTINGS = settings(
    max_examples=settings().max_examples // 4,
    stateful_step_count=25,
    deadline=None,
    print_blob=True,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
Changes.TestCase.settings = SETTINGS
ChangesThatReachBack.TestCase.settings = SETTINGS
TestChanges = Changes.TestCase
TestChangesThatReachBack = ChangesThatReachBack.TestCase


def test_what_an_earlier_version_undid_is_redone_in_its_order(diary: Diary) -> None:
    for score in (1, 2, 3):
        log(diary, [Pain("left", "worst", score)])
    diary.undo()
    diary.undo()
    for number, old in ((-3, 1), (-2, 2)):  # as they were numbered before: 1 for the first undone
        diary.sql.connection.execute("PRAGMA foreign_keys = OFF")
        diary.sql.connection.execute("UPDATE undone SET number = ? WHERE number = ?", (old, number))
        diary.sql.connection.execute("UPDATE undone_change SET undone = ? WHERE undone = ?", (old, number))
    diary.undo()
    seen = [diary.redo().entries[0].fact for _ in range(3)]
    assert seen == [Pain("left", "worst", score) for score in (1, 2, 3)]
