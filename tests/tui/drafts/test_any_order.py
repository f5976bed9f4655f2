"""A save and the end of its draft are one thing, in whatever order words, timers, refusals, windows and ends come.

Nothing here needs Textual: the diary is a list of words, a timer is due when the test says so.
"""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from heeldiary.errors import Busy, Refused
from heeldiary.store.entries.entry_state import EntryState
from heeldiary.tui.drafts.drafts import DraftOf, Drafts, Values
from heeldiary.tui.drafts.open_drafts import Dialogue, OpenDrafts

FORMS = ("note 2026-11-22", "note 2026-11-21")
FAULTS = st.sampled_from(["", "", "busy", "refused", "crash", "killed"])


class Crash(Exception):
    """A mistake in a save."""


class Typing:
    """A dialog: one field, and the draft of it."""

    def __init__(self, drafts: OpenDrafts, form: str) -> None:
        self.form = form
        self.draft = drafts.open(DraftOf(form), {"words": ""}, Dialogue(self.typed, lambda _: None))
        self.field = self.draft.values["words"]

    def typed(self) -> Values:
        """The field's text."""
        return {"words": self.field}

    def type(self, words: str) -> None:
        """Write other words in the field."""
        self.field = words
        self.draft.change(self.typed())


class Window:
    """A window with at most one dialog open, those that were, and the timers it has asked for."""

    def __init__(self, folder: str, state: Callable[[str], EntryState], new_id: Callable[[], str]) -> None:
        self.drafts = Drafts(folder, "/d.db", state)
        self.timers: list[Callable[[], None]] = []
        self.open_drafts = OpenDrafts(self.drafts, lambda _, due: self.timers.append(due), new_id)
        self.open: Typing | None = None
        self.gone: list[Typing] = []

    def show(self, form: str) -> Typing:
        """Open a form, with the draft in it if there is one."""
        self.open = Typing(self.open_drafts, form)
        return self.open

    def hide(self) -> None:
        """The dialog is no longer on the screen."""
        if self.open is not None:
            self.gone.append(self.open)
        self.open = None

    def left(self, forms: Sequence[str]) -> list[str]:
        """All that is given back when the forms are opened again and again."""
        found = []
        for form in forms:
            for _ in range(100):
                typing = self.show(form)
                if not typing.field:
                    break
                found.append(typing.field)
                typing.draft.discard()
        self.drafts.close()
        return sorted(found)


class Moments(RuleBasedStateMachine):
    """Words are numbered, so that each is unique; a model says where each has to be."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.mkdtemp()
        self.windows: list[Window] = []
        self.diary: dict[str, str] = {}
        self.count = 0
        self.unsaved: set[str] = set()
        """Everything that must not be lost: the latest text of each dialog."""
        self.saved: list[str] = []

    def teardown(self) -> None:
        """Nothing is lost, wherever it ends."""
        if self.windows:
            self.all_die()
        shutil.rmtree(self.folder)

    def number(self) -> str:
        """A number that was not there before."""
        self.count += 1
        return f"id{self.count}"

    def state(self, entry_id: str) -> EntryState:
        """What the diary knows of an id."""
        return "here" if entry_id in self.diary else "unknown"

    @initialize()
    def begin(self) -> None:
        """One window is always there."""
        self.start()

    @precondition(lambda self: len(self.windows) < 3)
    @rule()
    def start(self) -> None:
        """Open a window."""
        self.windows.append(Window(self.folder + "/drafts", self.state, self.number))

    def files(self) -> str:
        """All that the files of drafts hold."""
        return "".join(path.read_text("utf-8") for path in Path(self.folder).rglob("*.json"))

    def window(self, data: st.DataObject) -> Window:
        """Any window."""
        return data.draw(st.sampled_from(self.windows))

    def show(self, window: Window, form: str) -> Typing:
        """Open a form: never with words that another living window shows, and never with saved ones."""
        typing = window.show(form)
        if typing.field:
            assert typing.field in self.unsaved
            assert [other.open.field for other in self.windows if other.open].count(typing.field) == 1
        return typing

    @rule(data=st.data(), form=st.sampled_from(FORMS))
    def type(self, data: st.DataObject, form: str) -> None:
        """Type other words in place of those that stand there, in a form that is open or is opened now."""
        window = self.window(data)
        typing = window.open or self.show(window, form)
        self.unsaved.discard(typing.field)
        typing.type(self.number())
        self.unsaved.add(typing.field)

    @precondition(lambda self: any(window.open is None for window in self.windows))
    @rule(data=st.data(), form=st.sampled_from(FORMS))
    def look(self, data: st.DataObject, form: str) -> None:
        """Open a form."""
        self.show(data.draw(st.sampled_from([window for window in self.windows if window.open is None])), form)

    @rule(data=st.data())
    def due(self, data: st.DataObject) -> None:
        """A timer fires, also one that was asked for by a dialog that is gone."""
        window = self.window(data)
        if window.timers:
            window.timers.pop(0)()

    @precondition(lambda self: any(window.gone for window in self.windows))
    @rule(data=st.data())
    def due_for_what_is_gone(self, data: st.DataObject) -> None:
        """Whatever still reaches a dialog that is gone writes nothing and saves nothing."""
        gone = [typing for window in self.windows for typing in window.gone]
        typing, before, saved = data.draw(st.sampled_from(gone)), self.files(), len(self.diary)
        typing.type("typed into what is gone")
        typing.draft.write()
        typing.draft.close()
        typing.draft.save(lambda: self.diary.update({self.number(): "saved by what is gone"}))
        for window in self.windows:
            window.drafts.write()
        assert (self.files(), len(self.diary)) == (before, saved)

    @precondition(lambda self: self.writing())
    @rule(data=st.data(), fault=FAULTS, due_within=st.booleans(), due_after=st.booleans())
    def save(self, data: st.DataObject, fault: str, due_within: bool, due_after: bool) -> None:
        """Save; a timer may fire during it or after it, the diary may refuse, the process may be killed during it."""
        window = data.draw(st.sampled_from(self.writing()))
        assert window.open is not None
        draft, words = window.open.draft, window.open.field

        def do() -> None:
            if due_within:
                window.open_drafts.write_due()
            if fault == "busy":
                raise Busy("held", "wait")
            if fault == "refused":
                raise Refused("no", "mend it")
            if fault == "crash":
                raise Crash
            self.diary[draft.new_id] = words
            self.saved.append(words)
            self.unsaved.discard(words)

        if fault == "killed":  # the transaction is on the disk, and the process is gone
            do()
            self.kill(window)
            return
        try:
            draft.save(do)
        except (Busy, Refused):
            assert words in self.files()
        except Crash:
            assert words in self.files()
            self.kill(window)
            return
        else:
            window.hide()
        if due_after:
            window.open_drafts.write_due()
        if words in self.saved:
            assert f'"{words}"' not in self.files().replace(f'"new_id": "{words}"', "")

    @precondition(lambda self: self.writing())
    @rule(data=st.data(), how=st.sampled_from(["close", "afresh", "quit", "killed"]), timer_after=st.booleans())
    def leave(self, data: st.DataObject, how: str, timer_after: bool) -> None:
        """Close the dialog, discard its text, quit, or be killed once a timer was due."""
        window = data.draw(st.sampled_from(self.writing()))
        assert window.open is not None
        if how == "close":
            window.open.draft.read()
            window.open.draft.close()
            window.hide()
        elif how == "afresh":
            self.unsaved.discard(window.open.field)
            window.open.field = ""
            window.open.draft.discard()
        elif how == "quit":
            assert window.open_drafts.write() == []
            self.kill(window)
        else:
            window.open_drafts.write_due()
            self.kill(window)
        if timer_after:
            window.open_drafts.write_due()

    def writing(self) -> list[Window]:
        """The windows in which something is typed."""
        return [window for window in self.windows if window.open and window.open.field]

    def kill(self, window: Window) -> None:
        """The process is gone, and with it its locks."""
        window.drafts.close()
        self.windows.remove(window)
        if not self.windows:
            self.windows.append(Window(f"{self.folder}/drafts", self.state, self.number))

    @invariant()
    def saved_once(self) -> None:
        """What was saved is in the diary once."""
        assert sorted(self.diary.values()) == sorted(set(self.saved))

    def all_die(self) -> None:
        """All windows are killed, one timer after the last key; they leave exactly what is not saved."""
        for window in list(self.windows):
            window.open_drafts.write_due()
            window.drafts.close()
        with tempfile.TemporaryDirectory() as copy:
            shutil.copytree(self.folder, copy, dirs_exist_ok=True)
            assert Window(f"{copy}/drafts", self.state, self.number).left(FORMS) == sorted(self.unsaved)


Moments.TestCase.settings = settings(stateful_step_count=25)
TestMoments = Moments.TestCase


def test_a_save_that_went_through_after_all_takes_no_later_words_with_it() -> None:
    """Reported as refused although the disk had stored it: nothing typed after that is lost."""
    diary: dict[str, str] = {}
    numbers = iter(map(str, range(100)))
    with tempfile.TemporaryDirectory() as folder:
        window = Window(folder, lambda entry_id: "here" if entry_id in diary else "unknown", lambda: next(numbers))
        typing = window.show("note")
        typing.type("one")

        def do() -> None:
            diary[typing.draft.new_id] = typing.field
            raise Refused("the disk fails", "mend it")

        with pytest.raises(Refused):
            typing.draft.save(do)
        typing.type("one and two")
        window.drafts.close()  # killed at once
        later = Window(folder, lambda entry_id: "here" if entry_id in diary else "unknown", lambda: next(numbers))
        assert later.left(["note"]) == ["one and two"]


def test_a_dialog_that_is_gone_does_not_bring_its_words_back() -> None:
    with tempfile.TemporaryDirectory() as folder:
        window = Window(folder, lambda _: "unknown", lambda: "id")
        first = window.show("note")
        first.type("one")
        first.draft.close()
        second = window.show("note")
        assert second.field == "one"
        second.draft.save(lambda: None)
        for gone in (first, second):
            gone.draft.write()
            gone.draft.close()
        window.open_drafts.write()
        assert list(Path(folder).iterdir()) == []
