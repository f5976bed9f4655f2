"""The time of day an entry happened: `--time`, in lists, in JSON."""

from datetime import timedelta

import pytest

from tests.runner import Heeldiary

KINDS = (
    "left 3 --moment night", "left 5", "activity walking 45", "sitting 2h", "massage 5 --foot left", "care ice 10",
    "note hello",
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_entry_takes_one(heeldiary: Heeldiary, kind: str) -> None:
    ran = heeldiary.done("log", *kind.split(), "--time", "6:30")
    assert ran.out.endswith("Sun 22 Nov 2026 at 06:30\n")
    assert heeldiary.entries()[0]["time"] == "06:30"


def test_it_is_printed_in_place_of_when_it_was_written(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "activity", "walking", "45", "--time", "6:30")
    heeldiary.clock.forward(timedelta(minutes=1))
    heeldiary.done("log", "sitting", "2h")
    lines = heeldiary.done("show").out.splitlines()
    assert [line.split()[1] for line in lines[1:]] == ["06:30", "07:05"]


def test_of_a_past_day_the_hour_of_writing_is_not_printed(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "activity", "walking", "45", "--day", "1d")
    heeldiary.clock.forward(timedelta(minutes=1))
    heeldiary.done("log", "activity", "walking", "45", "--day", "1d", "--time", "18:30")
    lines = heeldiary.done("list").out.splitlines()
    assert [line.split()[1:] for line in lines[1:]] == [["walking,", "45", "min"], ["18:30", "walking,", "45", "min"]]
    assert lines[1].index("walking") == lines[2].index("walking")


def test_what_was_written_late_says_so(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "4", "--day", "3d")
    heeldiary.done("log", "left", "5")
    lines = heeldiary.done("list").out.splitlines()
    assert [line.endswith("(late)") for line in lines] == [False, True, False, False]


def test_after_midnight_it_still_is_the_hour_of_writing(heeldiary: Heeldiary) -> None:
    heeldiary.clock.set("2026-11-23T00:30:00")
    heeldiary.done("log", "sitting", "2h")
    assert "  00:30  " in heeldiary.done("show").out


def test_a_replaced_score_keeps_its_time(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "5", "--time", "06:30")
    heeldiary.done("log", "left", "6")
    assert heeldiary.entries()[0]["time"] == "06:30"
    heeldiary.done("log", "left", "6", "--time", "now")
    assert heeldiary.entries()[0]["time"] == "07:04"


def test_it_is_edited_and_cleared(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "note", "hello")
    entry_id = heeldiary.entries()[0]["id"]
    assert heeldiary.done("edit", entry_id, "--time", "6.30").out == "Changed: note, Sun 22 Nov 2026 at 06:30\n"
    heeldiary.done("edit", entry_id, "--note", "hello again")
    assert heeldiary.entries()[0]["time"] == "06:30"
    heeldiary.done("edit", entry_id, "--time", "")
    assert heeldiary.entries()[0]["time"] is None


def test_what_is_no_time_changes_nothing(heeldiary: Heeldiary) -> None:
    heeldiary.refused(2, "log", "sitting", "2h", "--time", "25:00")
    assert not heeldiary.diary.exists()


@pytest.mark.parametrize("value", ['"25:00"', '"7:30"', "7", '"07:30:00"', "true"])
def test_an_import_takes_it_only_as_the_page_says(heeldiary: Heeldiary, value: str) -> None:
    line = f'{{"type": "note", "day": "2026-11-02", "note": "x", "time": {value}}}\n'
    assert "time is a time of day like 07:30" in heeldiary.refused(2, "import", "-", stdin=line).err


def test_it_comes_along_in_an_export(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "note", "hello", "--time", "6:30")
    text = heeldiary.done("export").out
    heeldiary.done("undo")
    heeldiary.done("import", "-", stdin=text)
    assert heeldiary.entries()[0]["time"] == "06:30"


@pytest.mark.parametrize(
    ("now", "line"),
    [
        ("2026-11-22T12:49:00", "activity walking 45 --time 12:50"),
        ("2026-11-23T00:30:00", "activity walking 45 --day 2026-11-23 --time 1:00"),
    ],
)
def test_an_hour_still_to_come_is_refused_and_no_diary_made_for_it(heeldiary: Heeldiary, now: str, line: str) -> None:
    heeldiary.clock.set(now)
    assert "still to come" in heeldiary.refused(2, "log", *line.split()).err
    assert not heeldiary.diary.exists()


@pytest.mark.parametrize(
    ("now", "line"),
    [
        ("2026-11-22T12:49:00", "activity walking 45 --time 12:49"),
        ("2026-11-22T12:49:00", "activity walking 45 --time 23:00 --day 1d"),
        ("2026-11-23T00:30:00", "activity walking 45 --time 23:00"),  # the day lasts until day-start
        ("2026-11-23T00:30:00", "activity walking 45 --time 0:15"),
    ],
)
def test_an_hour_that_has_passed_is_saved(heeldiary: Heeldiary, now: str, line: str) -> None:
    heeldiary.clock.set(now)
    heeldiary.done("log", *line.split())
    assert heeldiary.entries()[0]["time"]


def test_an_edit_that_leaves_the_hour_is_never_refused_for_it(heeldiary: Heeldiary) -> None:
    heeldiary.clock.set("2026-11-22T12:49:00")
    heeldiary.done("log", "activity", "walking", "45", "--time", "12:00")
    heeldiary.clock.set("2026-11-22T09:00:00")
    heeldiary.done("edit", "last", "--minutes", "50")
    assert "still to come" in heeldiary.refused(2, "edit", "last", "--time", "12:10").err
    assert heeldiary.entries()[0]["time"] == "12:00"
