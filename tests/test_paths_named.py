"""A path means what it seems to: `~` is the home folder, and anything but a plain path is refused."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.errors import BadInput
from heeldiary.paths import Places, places
from tests.runner import Heeldiary

HOME = {"HOME": "/home/ada"}


def by_option(path: str) -> Places:
    return places(path, HOME, "linux")


def by_variable(path: str) -> Places:
    return places(None, {**HOME, "HEELDIARY_DIARY": path}, "linux")


def by_home(path: str) -> Places:
    return places(None, {**HOME, "HEELDIARY_HOME": path}, "linux")


WAYS = (by_option, by_variable, by_home)

NAMES = st.text(st.sampled_from("abc.~-_ é日#%"), min_size=1, max_size=12).filter(lambda name: name not in (".", ".."))


@pytest.mark.parametrize("way", WAYS)
@given(st.lists(NAMES, min_size=1, max_size=3))
def test_a_leading_tilde_is_the_home_folder(way: Callable[[str], Places], names: list[str]) -> None:
    found = way("/".join(("~", *names)))
    named = found.data if way is by_home else found.diary
    assert named == os.path.join("/home/ada", *names)


@pytest.mark.parametrize("way", WAYS)
def test_the_tilde_of_a_user_is_their_home_folder(way: Callable[[str], Places]) -> None:
    found = way("~root/x.db")
    assert (found.data if way is by_home else found.diary) == os.path.expanduser("~root/x.db")


@pytest.mark.parametrize("way", WAYS)
@given(NAMES.filter(lambda name: not name.startswith("~")))
def test_a_tilde_elsewhere_is_a_letter(way: Callable[[str], Places], name: str) -> None:
    found = way(f"./~/{name}")
    assert (found.data if way is by_home else found.diary) == os.path.abspath(f"./~/{name}")


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "path",
    [
        "$HOME/x.db", "${HOME}/x.db", "/srv/$USER/x.db", "$(pwd)/x.db", "x$.db", "file:x.db", "file:///srv/x.db",
        "FILE:x.db", "file:x.db?mode=ro", "sqlite:///x.db", "https://example.org/x.db", ":memory:",
        "~nobody-at-all/x.db",
    ],
)  # fmt: skip
def test_what_is_no_plain_path_is_refused(way: Callable[[str], Places], path: str) -> None:
    with pytest.raises(BadInput) as refused:
        way(path)
    assert path not in f"{refused.value.message} {refused.value.remedy}"


@pytest.mark.parametrize("way", [by_option, by_variable])
def test_a_path_that_ends_as_a_folder_is_refused(way: Callable[[str], Places]) -> None:
    with pytest.raises(BadInput):
        way("/srv/mine/")


READING = ("status", "show", "list", "trends --plain", "settings", "tags", "export", "nudge", "routine list", "links")
WRITING = ("log 6 --foot left", "undo", "settings theme paper", "tags rename a b", "links declare steps", "delete abcd")


@pytest.mark.parametrize("command", READING + WRITING)
@pytest.mark.parametrize("by", ["option", "variable"])
def test_a_named_folder_that_is_not_there_is_not_made(heeldiary: Heeldiary, command: str, by: str) -> None:
    path = str(heeldiary.home.parent / "fodler" / "x.db")
    if by == "option":
        ran = heeldiary.refused(2, "--diary", path, *command.split())
    else:
        heeldiary.environment["HEELDIARY_DIARY"] = path
        ran = heeldiary.refused(2, *command.split())
    assert "folder" in ran.err


def test_the_folders_that_are_heeldiarys_own_are_made(heeldiary: Heeldiary, tmp_path: Path) -> None:
    heeldiary.home = tmp_path / "a" / "b"
    heeldiary.environment = {"HEELDIARY_HOME": str(heeldiary.home)}
    heeldiary.done("log", "6", "--foot", "left")
    heeldiary.environment = {"HOME": str(tmp_path / "new")}
    heeldiary.done("log", "6", "--foot", "left")
    assert (tmp_path / "new" / ".local" / "share" / "heeldiary" / "diary.db").is_file()


def test_a_tilde_leads_an_export_home_and_back(heeldiary: Heeldiary, tmp_path: Path) -> None:
    heeldiary.environment["HOME"] = str(tmp_path)
    heeldiary.done("log", "6", "--foot", "left")
    heeldiary.done("export", "--output=~/out.jsonl")
    assert (tmp_path / "out.jsonl").is_file()
    heeldiary.done("--diary=~/other.db", "import", "~/out.jsonl")
    assert (tmp_path / "other.db").is_file()
    heeldiary.done("routine", "new", "evening")
    (tmp_path / "mine.toml").write_text(heeldiary.done("routine", "show", "evening", "--toml").out)
    heeldiary.done("routine", "check", "~/mine.toml")


def test_where_refuses_it_too(heeldiary: Heeldiary) -> None:
    heeldiary.refused(2, "where", "--diary=$HOME/x.db")
    heeldiary.environment["HEELDIARY_DIARY"] = "file:x.db"
    heeldiary.refused(2, "where")
