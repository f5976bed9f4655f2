"""Options: `--diary`, `--json`, `--plain` anywhere; none abbreviated; the word after one is never echoed."""

import contextlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from tests.runner import Heeldiary
from tests.standing_clock import SeededBytes, StandingClock


@pytest.mark.parametrize("place", range(4))
def test_diary_and_json_before_and_after_the_command(heeldiary: Heeldiary, tmp_path: Path, place: int) -> None:
    (tmp_path / "other").mkdir()
    other = str(tmp_path / "other" / "mine.db")
    argv = ["log", "left", "6"]
    argv[place:place] = ["--diary", other, "--json", "--plain"]
    assert heeldiary.done(*argv).json["score"] == 6
    assert not heeldiary.home.exists()
    assert len(heeldiary.done("list", f"--diary={other}", "--json").jsonl) == 1
    assert heeldiary.entries() == []


def test_the_option_goes_before_the_variable(heeldiary: Heeldiary, tmp_path: Path) -> None:
    heeldiary.environment["HEELDIARY_DIARY"] = str(tmp_path / "of_variable.db")
    heeldiary.done("log", "left", "6")
    heeldiary.done("--diary", str(tmp_path / "of_option.db"), "log", "left", "6")
    assert sorted(path.name for path in tmp_path.glob("*.db")) == ["of_option.db", "of_variable.db"]
    assert not heeldiary.home.exists()


def test_a_command_in_the_place_of_the_path_is_refused(
    heeldiary: Heeldiary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = heeldiary.refused(2, "--diary", "list").err
    assert "--diary needs a path" in said
    assert "did you mean `heeldiary list`?" in said
    heeldiary.refused(2, "log", "left", "6", "--diary=log")
    heeldiary.done("log", "left", "6", "--diary", "./list")
    assert len(heeldiary.done("list", "--diary", "list", "--json").jsonl) == 1, "a file of that name is a diary"


def test_empty_variables_count_as_unset(heeldiary: Heeldiary, tmp_path: Path) -> None:
    heeldiary.environment |= {"HEELDIARY_DIARY": "", "HEELDIARY_HOME": "", "XDG_DATA_HOME": str(tmp_path / "xdg")}
    heeldiary.done("log", "left", "6")
    assert (tmp_path / "xdg" / "heeldiary" / "diary.db").is_file()


@pytest.mark.parametrize(
    "argv",
    [
        "log 6 --foo left", "log 6 --fo left", "log left 6 --mom night", "log left 6 --rep", "log left 6 --da today",
        "log left 6 --no x", "list --fro today", "list --typ pain", "list --js", "--js list", "--dia x list",
        "status --sho", "log activity walking 45 --surf hard", "log massage -f left --ki 90s", "export --out x",
        "import x --dry", "--vers", "--hel", "log --hel", "log left 6 --pla", "edit abcd --sc 3", "export --forc",
    ],
)  # fmt: skip
def test_no_abbreviations(heeldiary: Heeldiary, argv: str) -> None:
    heeldiary.refused(2, *argv.split())


def test_short_forms(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "6", "-f", "left", "-m", "worst", "-d", "1d", "-n", "x")
    (entry,) = heeldiary.entries()
    assert (entry["foot"], entry["moment"], entry["day"], entry["note"]) == ("left", "worst", "2026-11-21", "x")


SECRETS = st.sampled_from(
    ["xqzwv-secret", "--xqzwv", "-xqzwv", "xqzwv words", "--xqzwv=xqzwv", "-n=xqzwv", "--xqzwv words"]
)
OPTIONS = st.sampled_from(
    ["--foot", "--moment", "--day", "--note", "--steps", "--surface", "--longest", "--ki1", "--before", "--course",
     "--visits", "--score", "--kind", "--minutes", "--from", "--to", "--type", "-o", "--output", "--diary", "-f", "-m",
     "-d", "-n", "-x", "-q"]
)  # fmt: skip
STARTS = st.sampled_from(
    ["log", "log 6", "log left 6", "log left", "log activity walking", "log sitting 30", "log massage --ki1 90s",
     "log care ice", "log note", "log note hello", "show", "list", "edit", "edit abcd", "delete", "delete abcd", "undo",
     "status", "nudge", "settings", "settings theme", "export", "import", "import x", "completion", "where", "",
     "nonsense"]
)  # fmt: skip
WORDS = st.sampled_from(["6", "left", "today", "--json", "--", "hello", "--replace", "--force", "--help"])


@given(
    STARTS, st.lists(st.tuples(OPTIONS, SECRETS), min_size=1, max_size=3), st.lists(WORDS, max_size=2), st.booleans()
)
@example("undo", [("-n", "--xqzwv")], [], False)
@example("log left 6", [("--note", "--xqzwv")], [], False)
def test_a_word_behind_an_option_is_never_told(
    start: str, secrets: list[tuple[str, str]], words: list[str], joined: bool
) -> None:
    """Whatever is wrong with a command line, no option's value is repeated on stderr."""
    argv = start.split()
    for option, secret in secrets:
        argv += [f"{option}={secret}"] if joined and option.startswith("--") else [option, secret]
    argv += words
    # One of the secrets may be taken for the diary's path.
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        ran = Heeldiary(Path(folder) / "home", StandingClock(), SeededBytes())(*argv)
    assert "xqzwv" not in ran.err
    assert "Traceback" not in ran.err
    assert "crashed" not in ran.err


@given(st.sampled_from(["log left 6 --note", "log note", "log 6 --note", "edit abcd --note"]), st.integers(0, 3))
def test_a_note_is_never_told_when_the_rest_is_wrong(start: str, wrong: int) -> None:
    bad = (["--foot", "nose"], ["--day", "tomorrow"], ["--moment", "noon"], ["extra", "words"])[wrong]
    assume(start != "log note" or wrong < 3)  # a note may have several words
    with tempfile.TemporaryDirectory() as folder:
        ran = Heeldiary(Path(folder) / "home", StandingClock(), SeededBytes())(*start.split(), "xqzwv secret", *bad)
    assert ran.code == 2
    assert "xqzwv" not in ran.err + ran.out
