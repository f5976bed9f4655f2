"""Tags across a diary: one undo step renames or merges them, and gives back the same list byte for byte."""

import json
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.entries import Entry, Fact, Note
from heeldiary.domain.entry_to_json import entry_to_json
from heeldiary.domain.experiments.card import Card
from heeldiary.errors import BadInput
from heeldiary.store.action import KeptRow, saved_row
from heeldiary.store.diary import Diary
from heeldiary.store.entries.tags import rename, tag_uses, used_tags
from heeldiary.store.experiments import begin, load_experiments
from heeldiary.store.opening import open_to_write
from heeldiary.store.recording import log
from tests.entry_strategies import FACTS
from tests.standing_clock import SeededBytes, StandingClock

FEW = ("rain", "wet", "long day", "travel")
TAGGED = st.lists(st.tuples(FACTS, st.lists(st.sampled_from(FEW), unique=True, max_size=4)), max_size=8)


def listed(diary: Diary) -> str:
    return json.dumps([entry_to_json(entry) for entry in diary.entries()])


def keep(diary: Diary, tagged: list[tuple[object, list[str]]]) -> None:
    """Entries of any kind with their tags, each on its own day."""
    with diary.action("made up") as action:
        for number, (fact, tags) in enumerate(tagged):
            day = diary.today() - timedelta(days=number)
            assert isinstance(fact, Fact)
            note = "" if tags else "a word"
            action.put(Entry(diary.new_id(), day, diary.now(), None, False, "typed", tuple(tags), note, fact))


@given(TAGGED, st.lists(st.sampled_from(FEW), min_size=1, max_size=3), st.sampled_from((*FEW, "new")), st.booleans())
def test_renamed_and_taken_back_byte_for_byte(
    tagged: list[tuple[object, list[str]]], olds: list[str], new: str, merge: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "diary.db")
        with Diary(open_to_write(path), StandingClock(), SeededBytes(1)) as diary:
            keep(diary, tagged)
            before, there = listed(diary), set(used_tags(diary))
            gone = set(olds) - {new}
            if not gone or not gone <= there or (new in there and not merge):
                with pytest.raises(BadInput):
                    rename(diary, olds, new, merge)
                assert listed(diary) == before, "nothing is changed by what is refused"
                return
            touched = rename(diary, olds, new, merge).touched
            assert set(used_tags(diary)) == there - gone | {new}
            assert {entry.id for entry in touched} == {
                entry["id"] for entry in json.loads(before) if gone & set(entry["tags"])
            }
            for old, now in zip(json.loads(before), json.loads(listed(diary)), strict=True):
                assert old | {"tags": None} == now | {"tags": None}, "nothing but tags changes"
            diary.undo()
            assert listed(diary) == before


def test_the_most_used_first(diary: Diary) -> None:
    for tags in (("wet",), ("rain", "wet"), ("wet",), ("rain",)):
        log(diary, [Note()], note="x", tags=tags)
    assert [(use.tag, use.entries) for use in tag_uses(diary)] == [("wet", 3), ("rain", 2)]


def test_what_is_named_for_links_follows_its_tag(diary: Diary) -> None:
    log(diary, [Note()], note="x", tags=("rain", "wet"))
    row: KeptRow = {"position": 1, "declared_on": "2026-10-01", "dropped_on": None}
    with diary.action("named") as action:
        action.keep("factor", "tag:rain", row)
    rename(diary, ["rain"], "drizzle")
    assert saved_row(diary.sql, "factor", "tag:rain") is None
    found = saved_row(diary.sql, "factor", "tag:drizzle")
    assert found is not None
    assert found[0] == row, "on the day on which it was named"
    diary.undo()
    assert saved_row(diary.sql, "factor", "tag:rain") is not None
    with diary.action("named") as action:
        action.keep("factor", "tag:wet", row | {"position": 2})
    rename(diary, ["rain"], "wet", merge=True)
    dropped = saved_row(diary.sql, "factor", "tag:rain")
    assert dropped is not None
    assert dropped[0]["dropped_on"] == "2026-11-22", "what was tested still counts as tested"


def test_a_tag_that_was_dropped_from_links_takes_the_place_of_the_one_it_is_merged_with(diary: Diary) -> None:
    log(diary, [Note()], note="x", tags=("rain", "wet"))
    row: KeptRow = {"position": 1, "declared_on": "2026-10-01", "dropped_on": None}
    with diary.action("named") as action:
        action.keep("factor", "tag:rain", row)
        action.keep("factor", "tag:wet", {"position": 2, "declared_on": "2026-09-01", "dropped_on": "2026-11-01"})
    rename(diary, ["rain"], "wet", merge=True)
    found = saved_row(diary.sql, "factor", "tag:wet")
    assert found is not None
    assert found[0] == {"position": 1, "declared_on": "2026-09-01", "dropped_on": None}


@pytest.mark.parametrize("dropped", [None, "2026-11-01"])
def test_a_tag_that_is_not_tested_changes_nothing_of_the_one_it_is_merged_with(
    diary: Diary, dropped: str | None
) -> None:
    log(diary, [Note()], note="x", tags=("rain", "wet", "damp"))
    wet: KeptRow = {"position": 2, "declared_on": "2026-10-01", "dropped_on": dropped}
    no_more: KeptRow = {"position": 1, "declared_on": "2026-09-01", "dropped_on": "2026-10-15"}
    with diary.action("named") as action:
        action.keep("factor", "tag:wet", wet)
        action.keep("factor", "tag:damp", no_more)
    for old in ("rain", "damp"):
        rename(diary, [old], "wet", merge=True)
    found = {name: saved_row(diary.sql, "factor", f"tag:{name}") for name in ("rain", "wet", "damp")}
    assert {name: row and row[0] for name, row in found.items()} == {"rain": None, "wet": wet, "damp": no_more}


def test_an_experiment_follows_its_tag(diary: Diary) -> None:
    log(diary, [Note()], note="x", tags=("rain",))
    begin(
        diary,
        Card("rain or not", "rain", "no rain", "left", "day", "next-morning", 1, "tag:rain", date(2026, 11, 22), 16),
    )
    rename(diary, ["rain"], "drizzle")
    assert [one.factor for one in load_experiments(diary)] == ["tag:drizzle"]
    diary.undo()
    assert [one.factor for one in load_experiments(diary)] == ["tag:rain"]
