"""Where things are: `--diary`, HEELDIARY_DIARY, HEELDIARY_HOME, the platform's folder; empty counts as unset."""

import os

import pytest

from heeldiary.errors import BadInput
from heeldiary.paths import places

HOME = {"HOME": "/home/ada"}


@pytest.mark.parametrize(
    ("option", "environment", "diary"),
    [
        ("/x/mine.db", {"HEELDIARY_DIARY": "/y/d.db", "HEELDIARY_HOME": "/h"}, "/x/mine.db"),
        (None, {"HEELDIARY_DIARY": "/y/d.db", "HEELDIARY_HOME": "/h"}, "/y/d.db"),
        (None, {"HEELDIARY_HOME": "/h"}, "/h/diary.db"),
        (None, {"HEELDIARY_DIARY": "", "HEELDIARY_HOME": "/h"}, "/h/diary.db"),
        (None, {"HEELDIARY_DIARY": "", "HEELDIARY_HOME": "", "XDG_DATA_HOME": "/xdg"}, "/xdg/heeldiary/diary.db"),
        (None, {}, "/home/ada/.local/share/heeldiary/diary.db"),
        (None, {"XDG_DATA_HOME": ""}, "/home/ada/.local/share/heeldiary/diary.db"),
        (None, {"XDG_DATA_HOME": "relative/data"}, "/home/ada/.local/share/heeldiary/diary.db"),
        (None, {"HEELDIARY_HOME": "/a b/☃\n"}, "/a b/☃\n/diary.db"),
    ],
)
def test_the_diary(option: str | None, environment: dict[str, str], diary: str) -> None:
    assert places(option, {**HOME, **environment}, "linux").diary == diary


def test_a_relative_path_starts_here() -> None:
    assert places("mine.db", HOME, "linux").diary == os.path.join(os.getcwd(), "mine.db")


def test_the_home_holds_everything_flat() -> None:
    found = places(None, {"HEELDIARY_HOME": "/h"}, "linux")
    assert {os.path.dirname(path) for name, path in found._asdict().items() if name != "data"} == {"/h"}
    assert found.data == "/h"


@pytest.mark.parametrize(
    ("platform", "environment", "data"),
    [
        ("darwin", {}, "/home/ada/Library/Application Support/heeldiary"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/heeldiary"),
    ],
)
def test_each_platform_has_its_folder(platform: str, environment: dict[str, str], data: str) -> None:
    assert places(None, {**HOME, **environment}, platform).data == data


def test_an_empty_option_is_refused() -> None:
    with pytest.raises(BadInput):
        places("", HOME, "linux")


def test_a_home_that_leads_nowhere_is_refused_only_where_it_is_needed() -> None:
    with pytest.raises(BadInput):
        places(None, {"HOME": "relative"}, "linux")
    assert places(None, {"HOME": "relative", "HEELDIARY_HOME": "/h"}, "linux").diary == "/h/diary.db"
