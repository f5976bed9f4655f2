"""`last` stands for the id of the entry saved last, in `edit` and `delete`."""

from tests.runner import Heeldiary


def test_it_is_the_one_saved_last_whatever_its_day(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "6")
    heeldiary.done("log", "activity", "walking", "45", "--day", "3d")
    assert heeldiary.done("edit", "last", "--minutes", "50").out.startswith("Changed: walking, 50 min")
    assert heeldiary.done("delete", "LAST").out.startswith("Deleted: walking")
    assert heeldiary.done("edit", "last", "--score", "5").out.startswith("Changed: left foot, first steps, 5/10")


def test_a_changed_one_counts_as_saved(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "6")
    heeldiary.done("log", "activity", "walking", "45")
    (pain,) = (entry for entry in heeldiary.entries() if entry["type"] == "pain")
    heeldiary.done("edit", pain["id"], "--score", "5")
    assert "left foot" in heeldiary.done("delete", "last").out


def test_settings_saved_later_do_not_count(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "6")
    heeldiary.done("settings", "theme", "nord")
    assert "left foot" in heeldiary.done("delete", "last").out


def test_both_feet_saved_at_once_are_deleted_together(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "6", "4")
    assert "right foot, first steps, 4/10" in heeldiary.done("delete", "last").out
    assert heeldiary.entries() == []
    heeldiary.done("undo")
    assert [entry["score"] for entry in heeldiary.entries()] == [6, 4]


def test_what_any_entry_takes_changes_both_in_one_step(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "6", "4")
    before = heeldiary.entries()
    options = ("--day", "yesterday", "--time", "7:30", "--tag", "rain", "--note", "-")
    changed = heeldiary.done("edit", "last", *options, "--json", stdin="sharp").json
    assert [(one["foot"], one["day"], one["time"], one["tags"], one["note"]) for one in changed] == [
        ("left", "2026-11-21", "07:30", ["rain"], "sharp"), ("right", "2026-11-21", "07:30", ["rain"], "sharp")
    ]  # fmt: skip
    assert heeldiary.done("edit", "last", "--untag", "rain").out.count("Changed: ") == 2
    assert heeldiary.done("undo", "2").out.count("Undone: the change of 2 entries") == 2
    assert heeldiary.entries() == before


def test_what_belongs_to_one_is_refused_and_both_are_named(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "6", "4")
    left, right = (entry["id"][:4] for entry in heeldiary.entries())
    said = heeldiary.refused(2, "edit", "last", "--score", "5").err
    both = f"{left} (left foot, first steps, 6/10) and {right} (right foot, first steps, 4/10)"
    assert said.splitlines()[0] == f"heeldiary: 2 entries were saved last: {both}"
    heeldiary.refused(2, "edit", "last")


def test_if_one_of_both_cannot_be_changed_neither_is(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "right", "3", "--day", "yesterday")
    heeldiary.done("log", "6", "4")
    heeldiary.refused(2, "edit", "last", "--day", "yesterday")


def test_more_than_two_are_refused(heeldiary: Heeldiary) -> None:
    lines = "".join(f'{{"type": "note", "day": "2026-11-0{day}", "note": "x"}}\n' for day in (1, 2, 3))
    heeldiary.done("import", "-", stdin=lines)
    for command in (("edit", "last", "--note", "y"), ("delete", "last")):
        assert "more than one entry was saved last" in heeldiary.refused(2, *command).err


def test_visits_that_were_numbered_anew_are_not_deleted_along(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "care", "acupuncture", "--course", "spring")
    heeldiary.done("log", "care", "acupuncture", "--course", "spring", "--day", "3d")
    assert "more than one entry was saved last" in heeldiary.refused(2, "delete", "last").err


def test_without_any_it_is_refused(heeldiary: Heeldiary) -> None:
    heeldiary.done("settings", "theme", "nord")
    assert "no entry was saved last" in heeldiary.refused(2, "delete", "last").err


def test_delete_last_names_both_feet(heeldiary: Heeldiary) -> None:
    heeldiary.done("settings", "affected-foot", "both")
    heeldiary.done("6", "4")
    said = heeldiary.done("delete", "last").out
    assert "left foot, first steps, 6/10" in said
    assert "right foot, first steps, 4/10" in said
