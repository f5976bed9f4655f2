"""`heeldiary 6`, `heeldiary help` and `heeldiary version`."""

import pytest

from heeldiary.cli.commands import COMMANDS
from tests.runner import Heeldiary


@pytest.mark.parametrize("words", ["6", "6 --json", "0 -n stiff", "3 --day yesterday", "6 4", "--plain 6 4 -d mon"])
def test_a_score_alone_is_logged(heeldiary: Heeldiary, words: str) -> None:
    heeldiary.done("settings", "affected-foot", "left")
    long = heeldiary.other("long")
    long.done("settings", "affected-foot", "left")
    short = heeldiary.done(*words.split())
    at = next(place for place, word in enumerate(words.split()) if word[0].isdigit())
    written_out = words.split()
    written_out.insert(at, "log")
    assert long.done(*written_out).err == short.err
    without_ids = [[{**entry, "id": ""} for entry in each.entries()] for each in (heeldiary, long)]
    assert without_ids[0] == without_ids[1] != []


@pytest.mark.parametrize("words", ["11", "4.5", "6 4 2", "6 7d", "6x", "0x4"])
def test_what_is_no_score_is_refused_as_by_log(heeldiary: Heeldiary, words: str) -> None:
    heeldiary.done("settings", "affected-foot", "left")
    assert heeldiary.refused(2, *words.split()).err == heeldiary.refused(2, "log", *words.split()).err


@pytest.mark.parametrize("words", [*COMMANDS, "log activity", "links declare", "routine new", "experiment new"])
def test_help_prints_what_the_option_prints(heeldiary: Heeldiary, words: str) -> None:
    assert heeldiary.done("help", *words.split()).out == heeldiary.done(*words.split(), "--help").out != ""


def test_help_alone_and_version(heeldiary: Heeldiary) -> None:
    assert heeldiary.done("help").out == heeldiary.done("--help").out
    assert heeldiary.done("version").out == heeldiary.done("--version").out
    assert "--help" in heeldiary.refused(2, "help", "nosuch").err
    assert heeldiary.refused(2, "version", "x").err
    assert not heeldiary.home.exists()
