"""`show`, `list`, `status`, `nudge`: what they print, as text and JSON, and that they create nothing."""

from pathlib import Path

import pytest

from tests.runner import Heeldiary, Process, files

README = Path(__file__).parents[2] / "README.md"


@pytest.fixture
def filled(heeldiary: Heeldiary) -> Heeldiary:
    """Three days with an entry of each type."""
    heeldiary.done("log", "left", "4", "--day", "2d")
    heeldiary.done("log", "sitting", "6h30", "--day", "yesterday")
    heeldiary.done("log", "left", "6", "right", "2", "--note", "stiff\nafter the run")
    heeldiary.done("log", "activity", "walking", "45", "--steps", "6200")
    heeldiary.done("log", "massage", "-f", "left", "--ki1", "90s")
    heeldiary.done("log", "care", "taping")
    heeldiary.done("log", "note", "a whole sentence")
    return heeldiary


def test_list_is_by_day_then_by_the_time_written(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "note", "one")
    heeldiary.clock.set("2026-11-22T08:00:00")
    heeldiary.done("log", "note", "two", "--day", "yesterday")
    heeldiary.clock.set("2026-11-22T09:00:00")
    heeldiary.done("log", "note", "three")
    heeldiary.clock.set("2026-11-22T10:00:00")
    heeldiary.done("log", "note", "four", "--day", "yesterday")
    assert [entry["note"] for entry in heeldiary.entries()] == ["two", "four", "one", "three"]


@pytest.mark.grid(4)
@pytest.mark.parametrize(
    ("argv", "count"),
    [
        ("", 8), ("--from today", 6), ("--to yesterday", 2), ("--from 2d --to 1d", 2), ("--from 2d --to 2d", 1),
        ("--type pain", 3), ("--type pain --from today", 2), ("--type note", 1), ("--type sitting --to 2d", 0),
        ("--from 1900-01-01 --to today", 8),
    ],
)  # fmt: skip
def test_list_chooses_inclusively(filled: Heeldiary, argv: str, count: int) -> None:
    assert len(filled.done("list", "--json", *argv.split()).jsonl) == count


@pytest.mark.grid(4)
@pytest.mark.parametrize(
    "argv",
    [
        "list --from today --to yesterday", "export --from today --to yesterday", "list --type mood",
        "list --type Pain", "export --type mood", "list --from tomorrow", "list --to 2026-11-23", "show 2026-11-23",
        "show 2026-W47-7", "show x", "show today yesterday", "list --from", "list today", "status today", "nudge now",
        "nudge --json", "where here", "list --from=", "show ''",
    ],
)  # fmt: skip
def test_bad_questions(filled: Heeldiary, argv: str) -> None:
    filled.refused(2, *argv.replace("''", " ").split(" "))


def test_list_in_words_has_every_entry_its_day_and_its_note(filled: Heeldiary) -> None:
    told = filled.done("list").out
    for words in (
        "left foot, first steps, 4/10", "left foot, first steps, 6/10", "right foot, first steps, 2/10", "walking",
        "6,200 steps", "taping", "a whole sentence", "stiff", "after the run", "Sunday 22 November 2026",
        "Friday 20 November 2026", "6 h 30",
    ):  # fmt: skip
        assert words in told, words


def test_show_is_one_day_whole(filled: Heeldiary) -> None:
    today = filled.done("show", "--json").json
    assert list(today) == ["day", "entries"]
    assert today["day"] == "2026-11-22"
    assert today["entries"] == [entry for entry in filled.entries() if entry["day"] == "2026-11-22"]
    assert filled.done("show", "yesterday", "--json").json["entries"][0]["type"] == "sitting"
    assert filled.done("show", "mon", "--json").json == {"day": "2026-11-16", "entries": []}
    assert "a whole sentence" in filled.done("show").out
    assert "a whole sentence" not in filled.done("show", "2d").out


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("last monday", "2026-11-16"), ("nov 20", "2026-11-20"), ("20 nov", "2026-11-20"),
        ("20 nov 2025", "2025-11-20"),
        ("2 days ago", "2026-11-20"), ("a week ago", "2026-11-15"), ("the day before yesterday", "2026-11-20"),
    ],
)  # fmt: skip
def test_a_day_may_be_several_words(filled: Heeldiary, typed: str, day: str) -> None:
    assert filled.done("show", *typed.split(), "--json").json["day"] == day


def test_status_in_json(filled: Heeldiary) -> None:
    status = filled.done("status", "--json").json
    assert {key: status[key] for key in ("day", "morning", "entries")} == {
        "day": "2026-11-22", "morning": {"left": 6, "right": 2}, "entries": 6,
    }  # fmt: skip
    assert list(status)[:3] == ["day", "morning", "entries"]
    filled.clock.set("2026-11-23T05:00:00")
    assert filled.done("status", "--json").json["morning"] == {"left": None, "right": None}
    filled.clock.set("2026-11-23T03:59:59")
    assert filled.done("status", "--json").json["morning"] == {"left": 6, "right": 2}


def test_a_zero_is_a_score_and_not_a_gap(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "0")
    heeldiary.done("settings", "affected-foot", "left")
    assert heeldiary.done("status", "--json").json["morning"] == {"left": 0, "right": None}
    assert "0" in heeldiary.done("status", "--short").out
    assert heeldiary.done("nudge").out == ""


def test_status_short_is_one_line(filled: Heeldiary) -> None:
    for foot in ("left", "both"):
        filled.done("settings", "affected-foot", foot)
        told = filled.done("status", "--short").out
        assert told.count("\n") == 1
        assert "6" in told
        assert len(told) < 80
        assert ("2" in told) == (foot == "both")


def test_status_goes_by_the_hours_and_names_a_notes_tags_alone(heeldiary: Heeldiary) -> None:
    heeldiary.done("walk", "45", "--time", "06:30", "--tag", "rain")
    heeldiary.done("sit", "6h", "-n", "secret")
    heeldiary.done("medicine", "-n", "ibuprofen\n400 mg", "--time", "06:40")
    heeldiary.done("log", "note", "secret words", "--tag", "rain", "--tag", "town", "--time", "05:00")
    heeldiary.clock.set("2026-11-23T02:00:00")
    heeldiary.done("log", "left", "2", "-m", "night")
    lines = heeldiary.done("status").out.splitlines()
    assert [line.strip() for line in lines if line.startswith("    ")][2:] == [
        "note #rain #town", "walking, 45 min", "medicine", "sitting 6 h", "left foot, night, 2/10",
    ]  # fmt: skip


def test_care_that_lasts_is_on_each_of_its_days(heeldiary: Heeldiary) -> None:
    heeldiary.done("settings", "affected-foot", "left")
    heeldiary.done("care", "taping", "--day", "2026-11-19", "--until", "2026-11-24")
    line = "    taping, since Thu 19 Nov 2026, until Tue 24 Nov 2026"
    heeldiary.done("log", "5", "--day", "2026-11-20")
    assert heeldiary.done("show", "2026-11-20").out.splitlines()[2] == line
    assert heeldiary.done("show", "2026-11-21").out.splitlines()[1:] == [line]
    assert line in heeldiary.done("status").out.splitlines()
    assert "since" not in heeldiary.done("show", "2026-11-19").out
    assert "nothing logged" in heeldiary.done("show", "2026-11-18").out
    assert heeldiary.done("show", "2026-11-21", "--json").json["entries"] == []
    heeldiary.clock.set("2026-11-25T08:00:00")
    assert "since" not in heeldiary.done("status").out


def test_status_tells_today(filled: Heeldiary) -> None:
    told = filled.done("status").out
    for words in ("22 November 2026", "6", "walking", "taping"):
        assert words in told


def test_the_start_up_file_in_the_readme_nudges_interactive_shells_alone(process: Process) -> None:
    process("log", "left", "6", "--day", "yesterday")
    (recipe,) = (line.partition("  ")[0] for line in README.read_text("utf-8").splitlines() if line.startswith("case"))
    assert "heeldiary nudge" in recipe
    assert process.shell(recipe) == (0, "", "")
    assert "not logged yet" in process.shell(recipe.replace("$-", "himBHs")).out


def test_nudge_is_one_line_or_nothing(heeldiary: Heeldiary) -> None:
    heeldiary.done("settings", "affected-foot", "both")
    heeldiary.done("log", "left", "6", "--day", "yesterday")
    assert heeldiary.done("nudge").out.count("\n") == 1
    heeldiary.done("log", "left", "6", "--moment", "worst")
    assert heeldiary.done("nudge").out.count("\n") == 1
    heeldiary.done("log", "left", "6")
    assert heeldiary.done("nudge").out.count("\n") == 1  # the right foot's is missing
    heeldiary.done("log", "right", "0")
    assert heeldiary.done("nudge").out == ""
    heeldiary.clock.set("2026-11-23T03:59:00")
    assert heeldiary.done("nudge").out == ""
    heeldiary.clock.set("2026-11-23T04:00:00")
    assert heeldiary.done("nudge").out.count("\n") == 1


def test_nudge_looks_at_the_affected_foot_alone(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "6")
    heeldiary.done("settings", "affected-foot", "right")
    assert heeldiary.done("nudge").out.count("\n") == 1
    heeldiary.done("settings", "affected-foot", "left")
    assert heeldiary.done("nudge").out == ""


def test_nudge_on_the_very_first_morning(heeldiary: Heeldiary) -> None:
    """The affected foot is set, and it has no first-step score yet: that is all the contract asks for."""
    heeldiary.done("settings", "affected-foot", "left")
    assert heeldiary.done("nudge").out.count("\n") == 1


@pytest.mark.parametrize(
    "argv",
    [
        "--help", "--version", "where", "where --json", "list", "list --json", "show", "show --json", "status",
        "status --json", "status --short", "nudge", "settings", "settings --json", "settings theme", "export",
        "export --type pain", "log --help", "import --help", "completion bash",
    ],
)  # fmt: skip
def test_reading_a_missing_diary_creates_nothing(heeldiary: Heeldiary, argv: str, tmp_path: Path) -> None:
    ran = heeldiary.done(*argv.split())
    assert files(tmp_path) == {}
    if argv in ("list", "list --json", "nudge"):
        assert ran.out == ""
    if argv == "show --json":
        assert ran.json == {"day": "2026-11-22", "entries": []}
    if argv == "status --json":
        assert (ran.json["morning"], ran.json["entries"]) == ({"left": None, "right": None}, 0)


def test_reading_leaves_the_diary_as_it_is(filled: Heeldiary) -> None:
    before = files(filled.home)
    for argv in ("list", "show", "status", "nudge", "settings", "export", "where", "status --short"):
        filled.done(*argv.split())
    assert files(filled.home) == before


def test_plain_takes_away_nothing_of_the_words(filled: Heeldiary) -> None:
    for argv in ("list", "show", "status"):
        assert filled.done(argv, "--plain").out == filled.done("--plain", argv).out
        assert not set(filled.done(argv, "--plain").out) & set("─│┌┐└┘├┤┬┴┼━┃╭╮╯╰\x1b")
