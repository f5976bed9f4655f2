"""`heeldiary routine edit`: a routine in the person's own editor, saved once it is valid."""

import shlex
import stat
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.runner import Heeldiary, files
from tests.standing_clock import StandingClock
from tests.store.connections import another

EDITOR = """\
import pathlib, sys
place = pathlib.Path({place!r})
place.joinpath("seen").write_text(pathlib.Path(sys.argv[-1]).read_text("utf-8"), "utf-8")
place.joinpath("mode").write_text(oct(pathlib.Path(sys.argv[-1]).stat().st_mode))
texts = sorted(place.glob("text-*"))
if texts:
    pathlib.Path(sys.argv[-1]).write_bytes(texts[0].read_bytes())
    texts[0].unlink()
sys.exit({status})
"""
MINE = '[[step]]\npoint = "foot bath"\nseconds = {}\n'


class Editor:
    """A stand-in editor: at each call it writes the next of the texts."""

    def __init__(self, folder: Path, heeldiary: Heeldiary) -> None:
        self.folder = folder / "editor"
        self.folder.mkdir()
        self.temporary = folder / "temporary"
        self.temporary.mkdir()
        self._heeldiary = heeldiary
        self.writes()

    def writes(self, *texts: str | bytes, status: int = 0, name: str = "EDITOR") -> None:
        """What it will write, and how it ends."""
        for number, text in enumerate(texts):
            data = text if isinstance(text, bytes) else text.encode()
            self.folder.joinpath(f"text-{number}").write_bytes(data)
        script = self.folder / "my editor.py"
        script.write_text(EDITOR.format(place=str(self.folder), status=status), "utf-8")
        self._heeldiary.environment[name] = f"python3 {shlex.quote(str(script))} --wait"

    @property
    def seen(self) -> str:
        """What it was given at its last call."""
        return self.folder.joinpath("seen").read_text("utf-8")


@pytest.fixture
def editor(tmp_path: Path, at_terminal: Heeldiary, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """A stand-in editor, and a routine to edit."""
    made = Editor(tmp_path, at_terminal)
    monkeypatch.setattr(tempfile, "tempdir", str(made.temporary))
    at_terminal.done("routine", "new", "-", stdin=f"name = 'mine'\n{MINE.format(60)}")
    return made


def seconds(heeldiary: Heeldiary) -> str:
    """The first line of the routine as shown."""
    return heeldiary.done("routine", "show", "mine").out.splitlines()[0].partition(": ")[2].partition(" ")[0]


def test_it_is_changed_as_one_undo_step(at_terminal: Heeldiary, editor: Editor) -> None:
    editor.writes(f"# longer\n{MINE.format(90)}")
    assert at_terminal.done("routine", "edit", "mine").out == "Saved: routine mine, 1 step, 1:30 a foot\n"
    assert editor.seen == f"name = 'mine'\n{MINE.format(60)}"
    assert editor.folder.joinpath("mode").read_text() == oct(stat.S_IFREG | 0o600)
    assert at_terminal.done("routine", "show", "mine", "--toml").out == f"# longer\n{MINE.format(90)}"
    assert list(editor.temporary.iterdir()) == [], "nothing is left behind"
    at_terminal.done("undo")
    assert seconds(at_terminal) == "1:00"


def test_visual_goes_before_editor(at_terminal: Heeldiary, editor: Editor) -> None:
    at_terminal.environment["EDITOR"] = "false"
    editor.writes(MINE.format(90), name="VISUAL")
    at_terminal.done("routine", "edit", "mine")
    assert seconds(at_terminal) == "1:30"


def test_a_mistake_is_told_and_the_editor_opens_again(at_terminal: Heeldiary, editor: Editor) -> None:
    editor.writes(MINE.format(0), MINE.format(90))
    ran = at_terminal.done("routine", "edit", "mine", stdin="y\n")
    assert "line 3, step 1, seconds: " in ran.err
    assert "from 1 to 1800" in ran.err
    assert editor.seen == MINE.format(0), "what was written is still there"
    assert seconds(at_terminal) == "1:30"


@pytest.mark.parametrize("answer", ["n\n", "", "\n", "what\nwhat\n"])
def test_who_gives_up_finds_the_words_where_they_are(at_terminal: Heeldiary, editor: Editor, answer: str) -> None:
    editor.writes(MINE.format(0))
    before = files(at_terminal.home)
    ran = at_terminal("routine", "edit", "mine", stdin=answer)
    assert (ran.code, ran.out) == (2, "")
    left = Path(ran.err.splitlines()[-1].partition("what you wrote is in ")[2])
    assert left.read_text("utf-8") == MINE.format(0)
    assert files(at_terminal.home) == before


class Patient(StandingClock):
    """A clock that goes on by five seconds whenever it is read."""

    def now(self) -> datetime:
        """The moment, later each time."""
        self.forward(timedelta(seconds=5))
        return super().now()


def test_nothing_changed_is_no_undo_step(at_terminal: Heeldiary, editor: Editor) -> None:
    at_terminal.clock = Patient()
    ran = at_terminal.done("routine", "edit", "mine")
    assert (ran.out, ran.err) == ("Nothing was changed.\n", "")
    assert files(editor.temporary) == {}
    at_terminal.done("undo")
    assert "mine" not in at_terminal.done("routine", "list").out


def test_an_editor_that_does_not_wait_leaves_its_file_and_a_hint(at_terminal: Heeldiary, editor: Editor) -> None:
    ran = at_terminal.done("routine", "edit", "mine")
    assert ran.out == "Nothing was changed.\n"
    assert "VISUAL='code --wait'" in ran.err
    command = shlex.split(ran.err.splitlines()[-1].partition("now: heeldiary ")[2])
    Path(command[2]).write_text(MINE.format(90), "utf-8")  # saved in its window afterwards
    at_terminal.done(*command)
    assert seconds(at_terminal) == "1:30"


def test_a_name_that_is_changed_makes_no_other_routine(at_terminal: Heeldiary, editor: Editor) -> None:
    editor.writes(f"name = 'other'\n{MINE.format(90)}")
    at_terminal("routine", "edit", "mine")
    assert "other" not in at_terminal.done("routine", "list").out


@pytest.mark.parametrize("text", [b"\xff\xfe", b"\0", b"", b"#" * 200_000], ids=range(4))
def test_what_no_routine_can_be_is_refused(at_terminal: Heeldiary, editor: Editor, text: bytes) -> None:
    editor.writes(text)
    before = files(at_terminal.home)
    ran = at_terminal("routine", "edit", "mine", stdin="n\n")
    assert (ran.code, ran.out) == (2, "")
    left = Path(ran.err.splitlines()[-1].partition("what you wrote is in ")[2])
    assert left.read_bytes() == text
    assert files(at_terminal.home) == before


@pytest.mark.parametrize("editor_of_mine", ["/no/such/editor", "'unclosed", "false", "/"])
def test_an_editor_that_fails_changes_nothing(at_terminal: Heeldiary, editor: Editor, editor_of_mine: str) -> None:
    at_terminal.environment["EDITOR"] = editor_of_mine
    before = files(at_terminal.home)
    ran = at_terminal("routine", "edit", "mine")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 2
    assert files(at_terminal.home) == before


def test_without_a_terminal_it_says_what_does_without_one(heeldiary: Heeldiary, editor: Editor) -> None:
    heeldiary.environment["EDITOR"] = "false"
    told = heeldiary.refused(2, "routine", "edit", "mine").err
    assert "--toml" in told


def test_one_that_can_no_longer_be_read_can_be_mended(at_terminal: Heeldiary, editor: Editor) -> None:
    with another(at_terminal.diary) as connection:
        connection.execute("UPDATE routine SET toml = 'x = ['")
    editor.writes(MINE.format(90))
    at_terminal.done("routine", "edit", "mine")
    assert editor.seen == "x = ["
    assert seconds(at_terminal) == "1:30"


def test_what_stands_built_in_is_copied_first(at_terminal: Heeldiary, editor: Editor) -> None:
    assert "new mine --from clinic" in at_terminal.refused(2, "routine", "edit", "clinic").err
    at_terminal.refused(2, "routine", "edit", "none")
