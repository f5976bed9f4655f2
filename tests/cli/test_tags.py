"""Tags from the command line: put on, taken off, listed, renamed and merged."""

import shlex

import pytest

from tests.runner import Heeldiary


def tags(heeldiary: Heeldiary) -> list[list[str]]:
    return [entry["tags"] for entry in heeldiary.entries()]


@pytest.mark.grid(3)
@pytest.mark.parametrize(
    "argv",
    [("left", "6"), ("activity", "walking", "45"), ("sitting", "6h"), ("massage", "-f", "left", "--ki1", "90s"),
     ("care", "ice"), ("note", "x"), ("note", "")],
)  # fmt: skip
def test_every_kind_of_entry_takes_tags(heeldiary: Heeldiary, argv: tuple[str, ...]) -> None:
    ran = heeldiary.done("log", *argv, "--tag", "#Rain", "--tag", "long day, rain")
    assert ran.out.endswith(' #Rain #"long day"\n')
    assert tags(heeldiary) == [["Rain", "long day"]]
    assert '  #Rain #"long day"' in heeldiary.done("show").out
    assert '  #Rain #"long day"' in heeldiary.done("list").out
    heeldiary.done("undo")
    assert tags(heeldiary) == []


def test_both_feet_and_a_replaced_score(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "6", "right", "2", "--tag", "rain")
    heeldiary.done("log", "left", "5", "--tag", "travel", "--tag", "rain")
    assert tags(heeldiary) == [["rain", "travel"], ["rain"]]


def test_a_note_without_a_word_or_a_tag_is_still_refused(heeldiary: Heeldiary) -> None:
    heeldiary.refused(2, "log", "note", "")
    heeldiary.refused(2, "log", "note", "", "--tag", "")
    heeldiary.refused(2, "log", "6", "--foot", "left", "--tag", "x" * 41)


def test_edit_puts_on_and_takes_off(heeldiary: Heeldiary) -> None:
    start = heeldiary.done("log", "note", "", "--tag", "rain", "--json").json["id"]
    assert "#rain #travel" in heeldiary.done("edit", start, "--tag", "travel").out
    heeldiary.done("edit", start, "--untag", "rain", "--tag", "wet")
    assert tags(heeldiary) == [["travel", "wet"]]
    heeldiary.refused(2, "edit", start, "--untag", "rain")
    ran = heeldiary.refused(2, "edit", start, "--untag", "wet", "--untag", "travel")
    assert "delete" in ran.err, "a note of nothing would be left"
    heeldiary.done("edit", start, "--note", "rained", "--untag", "wet,travel")
    heeldiary.refused(2, "edit", start, "--note", "")


def test_the_list(heeldiary: Heeldiary) -> None:
    assert "--tag" in heeldiary.done("tags").err
    assert heeldiary.done("tags", "--json").json == []
    heeldiary.done("log", "left", "6", "--tag", "rain", "--day", "2d")
    heeldiary.done("log", "left", "6", "--tag", "rain", "--tag", "a b")
    assert heeldiary.done("tags").out.splitlines() == [
        "#rain   2 entries, from Fri 20 Nov 2026 to Sun 22 Nov 2026",
        '#"a b"  1 entry, on Sun 22 Nov 2026',
    ]
    assert heeldiary.done("tags", "--json").json == [
        {"tag": "rain", "entries": 2, "first": "2026-11-20", "last": "2026-11-22"},
        {"tag": "a b", "entries": 1, "first": "2026-11-22", "last": "2026-11-22"},
    ]
    assert heeldiary.done("tags", "--words").out == "rain\na b\n"
    heeldiary.refused(2, "tags", "rain")


def test_renamed_and_merged_in_one_undo_step_each(heeldiary: Heeldiary) -> None:
    for n, tag in enumerate(("rain", "wett", "wet")):
        heeldiary.done("log", "left", "6", "--tag", tag, "--day", f"{n}d")
    before = heeldiary.done("list", "--json").out
    assert (
        heeldiary.done("tags", "rename", "#rain", "Drizzle").out == "Done: the tag #rain renamed #Drizzle, on 1 entry\n"
    )
    assert heeldiary.done("undo").out == "Undone: the tag #rain renamed #Drizzle\n"
    assert heeldiary.done("list", "--json").out == before
    ran = heeldiary.refused(2, "tags", "rename", "wett", "wet")
    assert "--merge" in ran.err
    assert heeldiary.done("tags", "rename", "wett", "wet", "--merge", "--json").json["entries"][0]["tags"] == ["wet"]
    heeldiary.done("tags", "merge", "rain", "wet", "rough")
    assert tags(heeldiary) == [["rough"]] * 3
    heeldiary.done("undo")
    heeldiary.done("undo")
    assert heeldiary.done("list", "--json").out == before
    heeldiary.refused(2, "tags", "rename", "nothing", "x")
    heeldiary.refused(2, "tags", "rename", "rain", "rain")


def test_at_a_terminal_a_merge_is_asked_about(heeldiary: Heeldiary, at_terminal: Heeldiary) -> None:
    for n, tag in enumerate(("rain", "wet")):
        heeldiary.done("log", "left", "6", "--tag", tag, "--day", f"{n}d")
    assert at_terminal("tags", "rename", "rain", "wet", stdin="n\n").code == 2
    assert tags(heeldiary) == [["wet"], ["rain"]]
    assert "Make the two one tag?" in at_terminal.done("tags", "rename", "rain", "wet", stdin="y\n").err
    assert tags(heeldiary) == [["wet"], ["wet"]]


def test_a_tag_that_no_entry_has_is_refused_before_the_question(heeldiary: Heeldiary, at_terminal: Heeldiary) -> None:
    heeldiary.done("log", "left", "6", "--tag", "rain", "--tag", "wet")
    said = at_terminal.refused(2, "tags", "rename", "rian", "wet", stdin="y\n").err
    assert said.startswith('heeldiary: no entry has the tag "rian"\ndid you mean rain?')
    assert 'no entry has the tag "dirzzle"' in heeldiary.refused(2, "tags", "merge", "rain", "dirzzle", "wet").err


def test_nothing_is_made_where_no_diary_is(heeldiary: Heeldiary) -> None:
    heeldiary.refused(2, "tags", "rename", "a", "b")
    heeldiary.done("tags")
    assert not heeldiary.home.exists()


def test_a_tag_that_was_imported_is_shown_harmless(heeldiary: Heeldiary) -> None:
    line = '{"type": "note", "day": "2026-11-02", "note": "x", "tags": ["\\u202eevil"]}\n'
    (heeldiary.home.parent / "in.jsonl").write_text(line)
    heeldiary.done("import", str(heeldiary.home.parent / "in.jsonl"))
    for argv in (("tags",), ("list",), ("tags", "--words")):
        assert "\u202e" not in heeldiary.done(*argv).out


def test_a_days_tag_goes_through_an_export(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "note", "", "--tag", "rain")
    path = str(heeldiary.home.parent / "out.jsonl")
    heeldiary.done("export", "-o", path)
    other = heeldiary.other("other")
    other.done("import", path)
    assert other.entries() == heeldiary.entries()


def test_a_word_behind_a_sign_in_a_note_is_offered_as_a_tag_once(heeldiary: Heeldiary) -> None:
    ran = heeldiary.done("log", "note", "new insoles #Soft, after #rain", "--tag", "rain")
    entry_id = heeldiary.entries()[0]["id"]
    assert ran.err == f"To find it by #Soft: heeldiary edit {entry_id[:8]} --tag Soft\n"
    assert tags(heeldiary) == [["rain"]]
    heeldiary.done("edit", entry_id[:8], "--tag", "Soft")
    assert tags(heeldiary) == [["rain", "Soft"]]
    assert heeldiary.done("log", "note", "C# and no.# signs").err == ""


@pytest.mark.parametrize(
    ("typed", "near"),
    [("rian", True), ("Rains", True), ("rail", True), ("sun", False), ("rain", False), ("rain2", False)],
)
def test_a_new_tag_beside_ones_own_is_offered_that_one(heeldiary: Heeldiary, typed: str, near: bool) -> None:
    heeldiary.done("note", "wet", "--tag", "rain", "--day", "3d")
    offered = heeldiary.done("6", "4", "--tag", typed).err
    assert offered.startswith("If you meant the tag #rain: heeldiary ") if near else not offered
    if near:
        heeldiary.done(*shlex.split(offered.partition(": heeldiary ")[2]))
        assert [entry["tags"] for entry in heeldiary.entries()] == [["rain"]] * 3
        said = heeldiary.done("edit", "last", "--tag", typed).err
        assert said.startswith("If you meant the tag #rain: heeldiary ")


def test_into_may_stand_before_the_tag_that_stays(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "6", "--tag", "job")
    heeldiary.done("tags", "merge", "job", "into", "travel")
    assert heeldiary.entries()[0]["tags"] == ["travel"]
    heeldiary.done("edit", "last", "--tag", "into")
    heeldiary.done("tags", "merge", "travel", "into", "work")
    assert heeldiary.entries()[0]["tags"] == ["work"], "a tag of that name is merged too"
