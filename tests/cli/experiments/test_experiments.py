"""`heeldiary experiment`: asked first, drawn and sealed, shown day by day, reported at the end, and undone."""

import json
from datetime import timedelta

import pytest

from heeldiary.domain.experiments.draw import draw
from heeldiary.domain.routine.ask_first import SAFETY_QUESTIONS
from heeldiary.store.diary import Diary
from heeldiary.store.experiments import sealed_factors
from heeldiary.store.opening import open_to_write
from heeldiary.store.routine.ask_first import save_answers
from tests.runner import Heeldiary
from tests.standing_clock import StandingClock

NEW = ("experiment", "new", "evening massage or not", "--asked", "--yes")
DAY = timedelta(days=1)


@pytest.fixture
def one_foot(heeldiary: Heeldiary) -> Heeldiary:
    """A diary that knows which foot hurts."""
    heeldiary.done("settings", "affected-foot", "left")
    return heeldiary


def live(heeldiary: Heeldiary, clock: StandingClock, days: int, less: int = 2) -> None:
    """Follow the coin for this many days; mornings after heads days hurt `less` less."""
    for number in range(days):
        said = heeldiary.done("experiment", "today", "--json").json
        heads = said["coin"] == "heads"
        if said["coin"] is not None:
            heeldiary.done("experiment", "done", *([] if number % 7 else ["--not"]))
        clock.forward(DAY)
        heeldiary.done("log", str(6 + number % 2 - less * heads))


def test_each_of_its_days_is_shown_with_its_coin(one_foot: Heeldiary, clock: StandingClock) -> None:
    one_foot.done(*NEW, "--days", "28")
    live(one_foot, clock, 2)
    for number, day in ((1, "2d"), (2, "1d"), (3, "today")):
        last = one_foot.done("show", day).out.splitlines()[-1]
        said = "not logged yet" if number == 3 else "not done" if number == 1 else "done"
        assert last.startswith(f"    Day {number} of ")
        assert last.endswith(f"({said})")
    assert last in one_foot.done("status").out.splitlines()
    assert "coin" not in one_foot.done("show", "3d").out


def test_from_the_question_to_the_result(one_foot: Heeldiary, clock: StandingClock) -> None:
    began = one_foot.done(*NEW, "--days", "16")
    assert began.out.startswith(
        "Started: evening massage or not, left foot, 16 days, Sun 22 Nov 2026 to Mon 7 Dec 2026."
    )
    assert "16 days find a 1-point effect" in began.err
    assert "Computed for simulated mornings" in began.err
    live(one_foot, clock, 15)
    sealed = one_foot.done("experiment", "result")
    assert "Sealed until Tue 8 Dec 2026." in sealed.out
    told = one_foot.done("experiment", "result", "--json").json
    assert told["sealed"] is True
    assert [told[key] for key in ("difference", "interval", "p_value")] == [None, None, None]
    assert (told["days"], told["mornings"]) == (16, 15)
    live(one_foot, clock, 1)
    told = one_foot.done("experiment", "result", "--json").json
    assert told["sealed"] is False
    assert told["question"] == "evening massage or not"
    assert told["difference"] < -1
    assert told["interval"][0] <= told["difference"] <= told["interval"][1]
    assert 0 < told["p_value"] <= 0.05
    assert told["adherence"] == 0.75
    plain = one_foot.done("experiment", "result", "--plain").out
    assert "Mornings after evening massage days hurt" in plain
    assert "●" not in plain
    assert "●" in one_foot.done("experiment", "result").out
    assert "(plausible range" in one_foot.done("experiment", "list").out


@pytest.mark.thorough
def test_as_of_a_day_it_looks_as_it_did_then(one_foot: Heeldiary, clock: StandingClock) -> None:
    one_foot.done(*NEW, "--days", "16")
    live(one_foot, clock, 10)
    one_foot.done("experiment", "done", "--not")
    then, status = one_foot.done("experiment", "result", "--json"), one_foot.done("experiment", "status", "--plain")
    day = clock.now().date().isoformat()
    live(one_foot, clock, 10)
    assert one_foot.done("experiment", "result", "--json", "--as-of", day) == then
    assert one_foot.done("experiment", "status", "--plain", "--as-of", day).out == status.out


@pytest.mark.thorough
def test_the_same_diary_prints_the_same_elsewhere(one_foot: Heeldiary, clock: StandingClock) -> None:
    one_foot.done(*NEW, "--days", "28")
    live(one_foot, clock, 28, 1)
    out = one_foot.home.parent / "d.jsonl"
    one_foot.done("export", "-o", str(out))
    other = one_foot.other("other")
    other.done("import", str(out))
    for argv in (("result",), ("result", "--json"), ("status",), ("check",), ("list",)):
        assert other.done("experiment", *argv) == one_foot.done("experiment", *argv)
    again = one_foot.home.parent / "e.jsonl"
    other.done("export", "-o", str(again))
    assert again.read_bytes() == out.read_bytes()


@pytest.mark.grid(4)
@pytest.mark.parametrize(
    ("argv", "remedy"),
    [
        (("experiment", "new", "massage or not", "--days", "28", "--yes"), "--asked"),
        (("experiment", "new", "massage or not", "--asked", "--yes"), "--days 28"),
        (("experiment", "new", "massage or not", "--days", "28", "--asked"), "--yes"),
        ((*NEW, "--days", "30"), "28"),
        ((*NEW, "--weeks", "10"), "12"),
        ((*NEW, "--days", "28", "--weeks", "12"), "--days or --weeks"),
        ((*NEW, "--days", "²8"), "--days 28"),
        ((*NEW, "--days", "28", "--worth", "0"), "take 1"),
        ((*NEW, "--days", "28", "--outcome", "evening"), "next-morning") ,
        ((*NEW, "--days", "28", "--from", "yesterday"), "tomorrow"),
        ((*NEW, "--days", "28", "--about", "mood"), "massage"),
        (("experiment", "new", "ibuprofen or not", "--days", "28", "--asked", "--yes"), "ask whoever prescribed it"),
        (("experiment", "new", "massage", "--days", "28", "--asked", "--yes"), "evening massage or not"),
        (("experiment", "juggle"), "new"),
        (("experiment", "done"), "experiment status"),
        (("experiment", "stop", "--yes"), "experiment list"),
        (("experiment", "result"), "experiment new"),
        (("experiment", "check"), "experiment new"),
    ],
)  # fmt: skip
def test_refused_with_a_way_out(one_foot: Heeldiary, argv: tuple[str, ...], remedy: str) -> None:
    ran = one_foot.refused(2, *argv)
    assert remedy in f"{ran.err}", ran


@pytest.mark.parametrize("length", [("--weeks", "4"), ("--days", "17"), ("--weeks", "many")])
def test_an_impossible_length_is_refused_before_any_question(one_foot: Heeldiary, length: tuple[str, str]) -> None:
    said = one_foot.refused(2, "experiment", "new", "massage or not", *length).err
    assert len(said.splitlines()) == 2
    assert "--asked" not in said


def test_both_feet_have_to_be_told_apart(heeldiary: Heeldiary) -> None:
    heeldiary.done("settings", "affected-foot", "both")
    assert "--foot left" in heeldiary.refused(2, *NEW, "--days", "28").err
    for ran in (heeldiary.done("experiment"), heeldiary.refused(2, "experiment", "result")):
        assert 'heeldiary experiment new "evening massage or not" --foot left' in ran.err
    heeldiary.done(*NEW, "--days", "28", "--foot", "right")


def test_one_at_a_time(one_foot: Heeldiary) -> None:
    one_foot.done(*NEW, "--days", "28")
    ran = one_foot.refused(1, "experiment", "new", "ice or not", "--asked", "--yes", "--days", "28")
    assert "experiment stop" in ran.err


def test_coming_coins_are_nowhere(one_foot: Heeldiary, clock: StandingClock) -> None:
    one_foot.done(*NEW, "--days", "28")
    live(one_foot, clock, 3)
    row = next(line for line in one_foot.done("export").out.splitlines() if '"kept"' in line)
    coins = next(iter(json.loads(row)["kept"]["experiment"].values()))["draw"]
    told = "".join(
        one_foot.done("experiment", *argv).out
        for argv in (
            ("status", "--plain"),
            ("status", "--json"),
            ("result",),
            ("result", "--json"),
            ("today", "--json"),
        )
    )
    assert coins not in told
    assert told.count("heads") + told.count("tails") < 16
    status = one_foot.done("experiment", "status").out
    assert "░" in status
    assert sum(line.count("H") + line.count("T") for line in status.splitlines()[4:6]) <= 4
    assert "sealed" in one_foot.done("experiment", "check").out
    assert coins not in one_foot.done("experiment", "check", "--json").out
    revealed = one_foot.done("experiment", "check", "--reveal", "--json").json
    assert revealed["agrees"] is True
    assert draw(revealed["seed"], "day", 28) == revealed["draw"] == coins


def test_a_changed_coin_is_found(one_foot: Heeldiary) -> None:
    one_foot.done(*NEW, "--days", "28")
    text = one_foot.done("export").out
    row = next(line for line in text.splitlines() if '"kept"' in line)
    coins = next(iter(json.loads(row)["kept"]["experiment"].values()))["draw"]
    import sqlite3

    with sqlite3.connect(one_foot.diary) as connection:
        connection.execute("UPDATE experiment SET draw = ?", (coins[::-1] if coins[::-1] != coins else "HT" * 14,))
    connection.close()
    assert one_foot.done("experiment", "check", "--json").json["agrees"] is False
    assert "was changed" in one_foot.done("experiment", "check").out


def test_done_of_another_day_and_said_again(one_foot: Heeldiary, clock: StandingClock) -> None:
    one_foot.done(*NEW, "--days", "28")
    clock.forward(2 * DAY)
    one_foot.done("experiment", "done", "--day", "yesterday")
    one_foot.done("experiment", "done", "--day", "yesterday", "--not")
    told = one_foot.done("experiment", "status", "--json").json
    assert told["adherence_days"] == {"done": 0, "not_done": 1, "not_said": 2}
    one_foot.refused(2, "experiment", "done", "--day", "3d")
    clock.forward(7 * DAY)
    assert "more than a week" in one_foot.refused(2, "experiment", "done", "--day", "8d").err


def test_all_of_it_can_be_taken_back(one_foot: Heeldiary) -> None:
    states = []
    for argv in ((*NEW, "--days", "28"), ("experiment", "done"), ("experiment", "done", "--not"),
                 ("experiment", "stop", "--yes")):  # fmt: skip
        states.append(one_foot.done("export").out)
        one_foot.done(*argv)
    for state in reversed(states):
        one_foot.done("undo")
        assert one_foot.done("export").out == state


def test_stopped_early_is_told_at_once_and_called_so(one_foot: Heeldiary, clock: StandingClock) -> None:
    one_foot.done(*NEW, "--days", "28")
    live(one_foot, clock, 12)
    one_foot.done("experiment", "stop", "--yes")
    told = one_foot.done("experiment", "result", "--json").json
    assert (told["sealed"], told["stopped_early"]) == (False, True)
    assert "Stopped early" in one_foot.done("experiment", "result").out
    assert one_foot.done("experiment", "today", "--json").json["assigned"] is None
    one_foot.done("experiment", "new", "ice or not", "--asked", "--yes", "--days", "28")


def test_at_a_terminal_everything_is_asked(one_foot: Heeldiary, at_terminal: Heeldiary) -> None:
    ran = at_terminal.done("experiment", "new", "evening massage or not", stdin="n\n28\ny\n")
    assert "does any of this apply?" in ran.err
    assert "112 days find a 1-point effect" in ran.err
    assert "52 weeks find a 1-point effect" in ran.err
    assert "Started:" in ran.out
    assert at_terminal.done("experiment", "stop", stdin="n\n").err.endswith("The experiment continues.\n")
    at_terminal.done("experiment", "stop", stdin="y\n")


def test_a_wrong_length_is_asked_for_again(one_foot: Heeldiary, at_terminal: Heeldiary) -> None:
    ran = at_terminal.done("experiment", "new", "evening massage or not", stdin="n\n13w\n27\nlong\n12w\ny\n")
    assert ran.err.count("for weeks take 12w, 16w or 20w: ") == 4
    assert "take 12w, 16w or 20w." in ran.err
    assert "12 weeks" in ran.out
    at_terminal.done("undo")
    at_terminal.refused(2, "experiment", "new", "evening massage or not", stdin="n\n13w\n\n")


def test_an_empty_or_a_wrong_answer_is_asked_for_again(one_foot: Heeldiary, at_terminal: Heeldiary) -> None:
    answers = "\nmaybe\nperhaps\nn\n\n28\n\nsure\nyes\n"
    ran = at_terminal.done("experiment", "new", "evening massage or not", stdin=answers)
    assert ran.err.count("Does any of this apply?") == 4
    assert ran.err.count("How long?") == 2
    assert ran.err.count("Draw the days and start?") == 3
    assert ran.out.startswith("Started:")


def test_at_a_terminal_a_sign_comes_first(one_foot: Heeldiary, at_terminal: Heeldiary) -> None:
    ran = at_terminal.refused(2, "experiment", "new", "evening massage or not", stdin="y\n")
    assert "guide clinician" in ran.err
    ran = at_terminal.done("experiment", "new", "evening massage or not", stdin="n\n16w\nn\n")
    assert "Nothing was started." in ran.err
    assert at_terminal.done("experiment", "status", "--json").json is None


def test_links_is_silent_on_its_factor_until_the_end(one_foot: Heeldiary, clock: StandingClock) -> None:
    began = one_foot.done(*NEW, "--days", "16", "--json")
    assert began.json["factor"] == "massage"
    assert "Until then Links shows nothing about massage." in began.err
    live(one_foot, clock, 15)
    with Diary(open_to_write(str(one_foot.diary)), clock, one_foot.random) as diary:
        assert sealed_factors(diary, diary.today()) == {"massage"}
    live(one_foot, clock, 1)
    with Diary(open_to_write(str(one_foot.diary)), clock, one_foot.random) as diary:
        assert sealed_factors(diary, diary.today()) == set()


def test_weeks_begin_on_a_monday(one_foot: Heeldiary, clock: StandingClock) -> None:
    one_foot.done("experiment", "new", "soft insoles or not", "--asked", "--yes", "--weeks", "12")
    told = one_foot.done("experiment", "status", "--json").json
    assert (told["first_day"], told["days"], told["phase"]) == ("2026-11-23", 84, "to-come")
    assert "begins on Mon 23 Nov 2026" in one_foot.done("experiment", "today").out
    clock.forward(DAY)
    assert one_foot.done("experiment", "today", "--json").json["number"] == 1


@pytest.mark.thorough
def test_own_mornings_and_gaps_are_computed_with(one_foot: Heeldiary) -> None:
    for ago in range(1, 60):
        if ago % 5:
            one_foot.done("log", str(4 + ago % 3), "--day", f"{ago}d")
    ran = one_foot.done(*NEW, "--days", "28")
    assert "Computed from your own last 48 mornings, and with 2 in 10 mornings not logged, as lately." in ran.err


def test_words_are_data(one_foot: Heeldiary) -> None:
    one_foot.done("experiment", "new", "\x1b[31mred\x1b[0m [b]shoes[/b] or not", "--asked", "--yes", "--days", "28")
    for argv in (("status",), ("today",), ("list",), ("result",), ("check",)):
        ran = one_foot.done("experiment", *argv)
        assert "\x1b" not in ran.out + ran.err
    assert "[b]shoes[/b]" in one_foot.done("experiment", "today").out + one_foot.done("experiment", "status").out


@pytest.mark.parametrize("what", ["", "new", "today", "done", "status", "stop", "result", "list", "check"])
def test_help(heeldiary: Heeldiary, what: str) -> None:
    ran = heeldiary.done("experiment", *([what] if what else []), "--help")
    assert "examples:" in ran.out
    assert not heeldiary.home.exists()


@pytest.mark.parametrize("what", ["today", "status", "list"])
def test_on_a_missing_diary_nothing_is_made(heeldiary: Heeldiary, what: str) -> None:
    heeldiary.done("experiment", what)
    heeldiary.done("experiment", what, "--json")
    assert not heeldiary.home.exists()


def test_massage_is_not_for_coins_while_ask_first_speaks_against_it(one_foot: Heeldiary, clock: StandingClock) -> None:
    with Diary(open_to_write(str(one_foot.diary)), clock, one_foot.random) as diary:
        save_answers(diary, {question.name: question.name == "skin" for question in SAFETY_QUESTIONS})
    # Answering stops at the first yes that stops: what follows was not asked.
    assert "say no massage" in one_foot.refused(2, *NEW, "--days", "28").err
    one_foot.done("experiment", "new", "ice or not", "--asked", "--yes", "--days", "28")


def test_status_tells_what_the_coin_says(one_foot: Heeldiary, clock: StandingClock) -> None:
    assert "the coin says" not in one_foot.done("status").out
    one_foot.done(*NEW, "--days", "28")
    assert "Day 1 of 28, the coin says: " in one_foot.done("status").out
    clock.forward(28 * DAY)
    assert "the coin says" not in one_foot.done("status").out
