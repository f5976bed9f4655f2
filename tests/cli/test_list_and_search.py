"""`list --tag --foot --last`, `search`, and deleting several entries or a tag at once."""

import json

import pytest

from tests.runner import Heeldiary


@pytest.fixture
def week(heeldiary: Heeldiary) -> Heeldiary:
    """A diary of nine entries."""
    for line in (
        ("log", "left", "6", "right", "3", "--day", "mon", "--tag", "Rain"),
        ("log", "left", "5", "--day", "tue", "--note", "New insoles, the soft ones"),
        ("log", "massage", "5m", "--foot", "left", "--day", "tue"),
        ("log", "activity", "walking", "45", "--day", "wed", "--tag", "rain", "--tag", "long day"),
        ("log", "care", "acupuncture", "--course", "Dr Li", "--day", "thu"),
        ("log", "note", "", "--tag", "rain", "--day", "thu"),
        ("log", "note", "shoes; ice in the EVENING\nand again", "--day", "fri"),
        ("log", "care", "ice", "--day", "sat"),
    ):
        heeldiary.done(*line)
    return heeldiary


def listed(heeldiary: Heeldiary, *line: str) -> list[str]:
    """What was listed, as day and type."""
    return [f"{entry['day'][-2:]} {entry['type']}" for entry in heeldiary.done(*line, "--json").jsonl]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("--tag rain", ["16 pain", "16 pain", "18 activity", "19 note"]),
        ("--tag RAIN --tag long.day", ["18 activity"]),
        ("--tag sun", []),
        ("--foot left", ["16 pain", "17 pain", "17 massage"]),
        ("-f right", ["16 pain"]),
        ("--last 1", ["21 care"]),
        ("--last 3", ["19 note", "20 note", "21 care"]),
        ("--last 100", ["16 pain", "16 pain", "17 pain", "17 massage", "18 activity", "19 care", "19 note", "20 note",
         "21 care"]),
        ("--last 2 --type pain", ["16 pain", "17 pain"]),
        ("--last 1 --to thu --tag rain", ["19 note"]),
        ("--from wed --foot left", []),
    ],
)  # fmt: skip
def test_only_some_are_listed(week: Heeldiary, line: str, found: list[str]) -> None:
    assert listed(week, "list", *(word.replace(".", " ") for word in line.split())) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["insoles"], ["17 pain"]), (["INSOLES", "soft"], ["17 pain"]), (["new insoles"], ["17 pain"]),
        (["ice"], ["20 note", "21 care"]), (["dr li"], ["19 care"]), (["acupunc"], ["19 care"]),
        (["rain"], ["16 pain", "16 pain", "18 activity", "19 note"]), (["long", "rain"], ["18 activity"]),
        (["evening and"], []), (["evening", "again"], ["20 note"]), (["soft new"], []), (["%"], []), (["zzz"], []),
        (["ice", "--type", "note"], ["20 note"]), (["rain", "--from", "wed", "--to", "wed"], ["18 activity"]),
    ],
)  # fmt: skip
def test_words_are_found_in_notes_tags_kinds_and_courses(week: Heeldiary, words: list[str], found: list[str]) -> None:
    assert listed(week, "search", *words) == found


def test_the_latest_are_found_however_long_ago(heeldiary: Heeldiary) -> None:
    for day in ("1900-01-01", "1999-12-31", "2025-06-01", "2026-11-01", "2026-11-22"):
        heeldiary.done("log", "note", day, "--day", day)
    for number in range(1, 7):
        assert listed(heeldiary, "list", "--last", str(number)) == listed(heeldiary, "list")[-number:]
    assert [entry["note"] for entry in heeldiary.done("list", "--last", "2", "--to", "2000-01-01", "--json").jsonl] == [
        "1900-01-01", "1999-12-31",
    ]  # fmt: skip


def test_a_guided_session_has_a_foot(heeldiary: Heeldiary) -> None:
    guided = {
        "foot": "left",
        "routine": "fascia-stretch",
        "finished": True,
        "steps": [{"point": "stretch", "seconds": 10}],
    }
    line = {"type": "care", "day": "2026-11-02", "kind": "stretching", "session": guided}
    heeldiary.done("import", "-", stdin=json.dumps(line))
    assert listed(heeldiary, "list", "--foot", "left") == ["02 care"]
    assert listed(heeldiary, "list", "--foot", "right") == []


def test_a_search_is_printed_as_a_list(week: Heeldiary) -> None:
    found = week.done("search", "insoles")
    assert found.out == week.done("list", "--from", "tue", "--to", "tue", "--type", "pain").out
    nothing = week.done("search", "zzz")
    assert (nothing.out, nothing.err) == ("", "The diary has no such entries.\n")


@pytest.mark.parametrize("line", ["list --last 0", "list --last x", "list --foot both", "list --tag", "search"])
def test_what_cannot_be_listed_is_refused(week: Heeldiary, line: str) -> None:
    week.refused(2, *line.split())


def test_several_are_deleted_at_once_and_brought_back_in_one_step(week: Heeldiary) -> None:
    before = week.entries()
    ids = [entry["id"] for entry in before[2:5]]
    gone = week.done("delete", *ids, ids[0][:8], "--json").json
    assert (gone["what"], [entry["id"] for entry in gone["entries"]]) == ("3 entries", ids)
    assert week.entries() == [*before[:2], *before[5:]]
    assert week.done("undo").out == "Undone: the deletion of 3 entries\n"
    assert week.entries() == before
    assert "walking" in week.done("delete", before[4]["id"]).out


def test_all_are_deleted_or_none(week: Heeldiary) -> None:
    before = week.entries()
    week.refused(2, "delete", before[0]["id"], "zzzz")
    assert week.entries() == before


def test_a_tag_is_taken_off_everywhere(week: Heeldiary) -> None:
    before = week.entries()
    done = week.done("tags", "delete", "Rain")
    assert done.out == "Done: the tag #Rain taken off, on 4 entries\n"
    assert listed(week, "list", "--tag", "rain") == []
    after = week.entries()
    assert [entry["id"] for entry in after] == [
        entry["id"] for entry in before if entry["tags"] != ["Rain"] or entry["type"] != "note"
    ]
    assert [entry["tags"] for entry in after if entry["tags"]] == [["long day"]]
    week.done("undo")
    assert week.entries() == before
    week.refused(2, "tags", "delete", "sun")
    week.refused(2, "tags", "delete", "rain", "sun")
    assert "the tags" in week.done("tags", "delete", "rain", "long day").out


def test_without_a_diary_there_is_no_tag(heeldiary: Heeldiary) -> None:
    heeldiary.refused(2, "tags", "delete", "rain")
    assert not heeldiary.home.exists()
