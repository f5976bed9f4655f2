"""Bad input: exit 2, two lines on stderr, nothing on stdout, and not a byte changed or created."""

import pytest

from tests.runner import Heeldiary, files

LONG = "x" * 41
BAD = [
    # scores and feet
    "log", "log 11", "log -1", "log 5.5", "log ٧", "log 7/10", "log NaN", "log 1e1", "log six", "log 06",
    "log left", "log left 6 right", "log left 6 left 7", "log 6 right", "log left 11 right 2", "log left 6 right -1",
    "log middle 6", "log 6 7 8", "log left six", "log 6 --foot middle", "log 6 --foot", "log left 6 --foot right",
    "log left 6 --moment noon", "log left 6 --moment", "log --foot left", "log --moment night",
    # days
    "log left 6 --day tomorrow", "log left 6 --day 2026-11-23", "log left 6 --day 1899-12-31",
    "log left 6 --day 2026-02-29", "log left 6 --day 2026-W53-1", "log left 6 --day 20261122",
    "log left 6 --day 10000d", "log left 6 --day -1d", "log left 6 --day", "log left 6 --day=",
    # activity
    "log activity", "log activity walking", "log activity walking 1441", "log activity walking 45x",
    "log activity walking 7.51h", "log activity walking --steps -1", "log activity walking --steps 200001",
    "log activity walking --steps 1.5", "log activity walking --steps many", "log activity walking 45 --surface grass",
    f"log activity {LONG} 45", "log activity walking 45 50", "log activity walking 45 --longest 3",
    "log activity walking --steps ٣", "log activity walking --surface hard", "log activity walking 45 --foot left",
    # sitting
    "log sitting", "log sitting long", "log sitting 25h", "log sitting 30 --longest 31", "log sitting 30 --longest",
    "log sitting 1441", "log sitting 30 40",
    # massage
    "log massage --foot left", "log massage -f left --ki1 90", "log massage -f left --ki1 0s",
    "log massage -f left --ki1 31m", "log massage -f left --ki1", "log massage -f left --toe 90s",
    "log massage -f left --ki1 90s --before 11", "log massage -f left --ki1 90s --after -1",
    "log massage --foot nose --ki1 90s", "log massage -f left --ki1 90s 45", "log massage -f left --calf 1h",
    # care
    "log care", f"log care {LONG}", "log care taping 25h", "log care taping --visits 3",
    "log care taping --course spring --visits 0", "log care taping --course spring --visits -3",
    f"log care taping --course {LONG}", "log care taping --course", "log care taping 10 20",
    # note
    "log note", "log note x --foot left",
    # ids, settings, the rest
    "edit", "edit abcd", "edit zzzz --score 3", "delete", "delete zzzz", "delete abc", "delete abcd efgh", "undo twice",
    "settings nothing", "settings day-start 13:00", "import", "import /nowhere/at/all", "import /", "export -o",
    "export extra", "completion", "completion tcsh", "nonsense", "logg 6", "Log 6", "--nonsense", "-x", "log 6 --x",
    "where --short", "status --shorter", "log 6 --json=yes", "--diary", "list --diary", "--diary=", "nudge --json",
    "trends --list", "links --list", "export --json", "import x --json", "completion bash --json",
]  # fmt: skip


@pytest.mark.grid(30)
@pytest.mark.parametrize("argv", BAD)
def test_on_a_diary_not_a_byte_changes(heeldiary: Heeldiary, argv: str) -> None:
    heeldiary.done("log", "left", "4", "--note", "kept")
    ran = heeldiary.refused(2, *argv.split())
    assert len(ran.err.splitlines()) == 2
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("argv", BAD)
def test_on_a_missing_diary_nothing_is_created(heeldiary: Heeldiary, argv: str) -> None:
    heeldiary.refused(2, *argv.split())
    assert files(heeldiary.home.parent) == {}


@pytest.mark.grid(4)
@pytest.mark.parametrize(
    "argv",
    [
        ("log", "note", ""), ("log", "note", " \n\t "), ("log", "note", "\x1b\x07\x00"), ("log", "note", "x" * 20_001),
        ("log", "left", "6", "--note", "x" * 20_001), ("log", "activity", "", "45"), ("log", "activity", "\x1b", "45"),
        ("log", "care", " "), ("log", "care", "taping", "--course", ""), ("log", "left", ""), ("log", ""), ("",),
        ("log", "left", "6", "--day", ""), ("log", "left", "6", "--foot", ""), ("log", "left", "\udcff"),
        ("log", "left", "6", "--day", "\udcff"), ("log", "left", "6", "--moment", "\udcff"), ("\udcff",),
        ("list", "--type", "\udcff"), ("completion", "\udcff"), ("show", ""), ("log", "massage", "--ki1", ""),
    ],
    ids=range(22),
)  # fmt: skip
def test_words_that_do_not_split(heeldiary: Heeldiary, argv: tuple[str, ...]) -> None:
    heeldiary.refused(2, *argv)
    assert not heeldiary.home.exists()
    heeldiary.done("log", "left", "4")
    heeldiary.refused(2, *argv)


def test_an_error_is_one_line_and_a_remedy(heeldiary: Heeldiary) -> None:
    first, second = heeldiary.refused(2, "log", "left", "11").err.splitlines()
    assert first.startswith("heeldiary: ")
    assert len(second) > 10


def test_a_nearby_command_is_named(heeldiary: Heeldiary) -> None:
    assert "status" in heeldiary.refused(2, "statsu").err
