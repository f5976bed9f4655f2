"""Routines in the diary: how often each was done, how far its progression is, and what a guided session leaves."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from heeldiary.domain.entries import Care, Fact, Guided, GuidedStep, Massage, MassageStep
from heeldiary.domain.routine.built_in import BUILT_IN, built_in
from heeldiary.domain.routine.plan import Pause
from heeldiary.domain.routine.routine import Routine, RoutineStep, Stage
from heeldiary.domain.routine.toml_file import read_toml, write_toml
from heeldiary.domain.scales import Foot
from heeldiary.domain.settings import Settings
from heeldiary.errors import BadInput
from heeldiary.store.diary import Diary
from heeldiary.store.recording import delete, edit, log
from heeldiary.store.routine.plans import end_pauses, load_pauses, load_plans, load_standings, save_pause, save_plan
from heeldiary.store.routine.routines import (
    at_current_stage,
    delete_routine,
    find_routine,
    load_own_texts,
    load_routines,
    load_unreadable_names,
    name_as_saved,
    routine_toml,
    save_routine,
    sessions_by_day,
)

TODAY = date(2026, 11, 22)
HEEL_RAISE = built_in("heel-raise", Settings({}))
OWN = Routine("mine", "Mine", (RoutineStep("foot bath", 60),))


def guided(foot: Foot = "left", seconds: int = 288, finished: bool = True, routine: str = "heel-raise") -> Care:
    """A guided session of a routine that counts as care."""
    step = GuidedStep("heel-raise", seconds, seconds // 8)
    return Care("strengthening", 5, session=Guided(foot, routine, (step,), finished=finished, sore=("arch", "toes")))


def massage(foot: Foot = "left", seconds: int = 480, finished: bool = True, routine: str | None = "clinic") -> Massage:
    """A massage session."""
    return Massage(foot, (MassageStep("ki1", seconds),), routine, finished=finished, sore=("heel-inner",))


def did(diary: Diary, ago: int, *facts: Fact) -> None:
    """Save sessions of a day this many days ago."""
    for fact in facts:
        log(diary, [fact], day=TODAY - timedelta(days=ago))


def by_day(diary: Diary, name: str, ago: int | None = None) -> dict[int, int]:
    """How often a routine was done, by days ago."""
    since = None if ago is None else TODAY - timedelta(days=ago)
    return {(TODAY - day).days: often for day, often in sessions_by_day(diary, name, since).items()}


@pytest.mark.parametrize(("make", "name"), [(massage, "clinic"), (guided, "heel-raise")])
def test_a_session_on_both_feet_counts_once(diary: Diary, make: Callable[[Foot], Fact], name: str) -> None:
    did(diary, 0, make("left"), make("right"))
    did(diary, 1, make("left"), make("left"), make("right"))
    did(diary, 3, make("right"))
    assert by_day(diary, name) == {3: 1, 1: 2, 0: 1}
    assert by_day(diary, name, 1) == {1: 2, 0: 1}
    assert by_day(diary, "mine") == {}


@pytest.mark.parametrize(("seconds", "finished", "counts"), [(59, False, 0), (60, False, 1), (5, True, 1)])
def test_one_cut_short_counts_not_at_all(diary: Diary, seconds: int, finished: bool, counts: int) -> None:
    did(diary, 0, massage("left", seconds, finished), guided("left", seconds, finished))
    for name in ("clinic", "heel-raise"):
        assert sum(by_day(diary, name).values()) == counts


def test_a_massage_by_hand_is_no_session_of_a_routine(diary: Diary) -> None:
    did(diary, 0, massage(routine=None), Care("strengthening", 5), massage(routine="mine"))
    assert [by_day(diary, name) for name in ("clinic", "heel-raise", "mine")] == [{}, {}, {0: 1}]


def test_a_routine_that_changed_its_kind_keeps_its_sessions(diary: Diary) -> None:
    did(diary, 2, massage(routine="mine"))
    did(diary, 0, guided(routine="mine"), massage("right", routine="mine"))
    assert by_day(diary, "mine") == {2: 1, 0: 1}


@pytest.mark.parametrize(
    ("ago", "sets", "repetitions", "seconds"),
    [(None, 3, 12, 96), (0, 3, 12, 96), (13, 3, 12, 96), (14, 4, 10, 80), (27, 4, 10, 80), (28, 5, 8, 64),
     (999, 5, 8, 64), (-3, 3, 12, 96)],
)  # fmt: skip
def test_the_progression_counts_from_the_first_session(
    diary: Diary, ago: int | None, sets: int, repetitions: int, seconds: int
) -> None:
    if ago is not None:
        did(diary, ago, guided())
        did(diary, min(0, ago), guided())
    (step,) = at_current_stage(diary, HEEL_RAISE, TODAY).steps
    assert (step.sets, step.repetitions, step.seconds) == (sets, repetitions, seconds)
    assert (step.tempo, step.rest_seconds) == (HEEL_RAISE.steps[0].tempo, 120)


def test_a_session_cut_short_and_a_plain_entry_begin_no_progression(diary: Diary) -> None:
    did(diary, 40, guided(seconds=30, finished=False), Care("strengthening", 30), guided(routine="mine"))
    assert at_current_stage(diary, HEEL_RAISE, TODAY).steps[0].sets == 3


def test_only_steps_with_a_tempo_progress(diary: Diary) -> None:
    steps = (*HEEL_RAISE.steps, RoutineStep("heel", 60))
    whole = OWN._replace(steps=steps, stages=(Stage(1, 2, 5),))
    assert at_current_stage(diary, whole, TODAY) == whole, "before its first stage it is as it is written"
    did(diary, 7, massage(routine="mine"))
    raised, heel = at_current_stage(diary, whole, TODAY).steps
    assert (raised.sets, raised.repetitions, raised.seconds) == (2, 5, 40)
    assert heel == steps[1]


def test_a_guided_session_and_its_sore_spots_go_and_come_back(diary: Diary) -> None:
    entry = log(diary, [guided()], note="heavy").entries[0]
    views = ("guided_care", "sore_spots")
    before = [diary.sql.rows(f"SELECT * FROM {view} ORDER BY 1, 2, 3") for view in views]
    assert [row[2] for row in before[1]] == ["arch", "toes"]
    assert before[0][0][3:6] == ("left", "heel-raise", 288)
    edit(diary, entry, entry._replace(fact=guided("right", 96), note="light"))
    assert diary.sql.rows("SELECT foot, seconds, note FROM guided_care") == [("right", 96, "light")]
    assert [row[0] for row in diary.sql.rows("SELECT foot FROM sore_spots")] == ["right", "right"]
    delete(diary, diary.entries()[0])
    assert [diary.sql.rows(f"SELECT * FROM {view}") for view in views] == [[], []]
    for table in ("care_session", "care_step", "sore_spot"):
        assert diary.sql.value(f"SELECT count(*) FROM {table}") == 0
    diary.undo()
    diary.undo()
    assert diary.entries() == [entry]
    assert [diary.sql.rows(f"SELECT * FROM {view} ORDER BY 1, 2, 3") for view in views] == before


def test_routines_are_found_by_name(diary: Diary) -> None:
    save_routine(diary, OWN)
    assert [routine.name for routine in load_routines(diary)] == [*BUILT_IN, "mine"]
    assert find_routine(diary, "mine") == OWN
    assert find_routine(diary, "clinic") == built_in("clinic", diary.settings())
    with pytest.raises(BadInput, match="no such routine"):
        find_routine(diary, "yours")


def test_the_words_of_a_file_are_kept_where_they_can_be(diary: Diary) -> None:
    text = write_toml(OWN)
    for typed, told in ((f"\n# a\n{text}\n\n", f"# a\n{text}"), (text.replace("\n", "\r\n"), text), (None, text),
                        (f"\ufeff{text}", text), (f"# a\u2028b\n{text}", text), (f"# \x9b\n{text}", text)):  # fmt: skip
        save_routine(diary, OWN, typed)
        assert routine_toml(diary, "mine") == told
        assert read_toml(routine_toml(diary, "mine")) == OWN


def test_keeping_the_same_is_no_undo_step(diary: Diary) -> None:
    for _ in range(2):
        save_routine(diary, OWN)
        save_plan(diary, "mine", "daily", 1)
    assert diary.sql.value("SELECT count(*) FROM action") == 2


@pytest.mark.parametrize("name", BUILT_IN)
def test_what_is_built_in_stays(diary: Diary, name: str) -> None:
    with pytest.raises(BadInput, match=r"^a built-in routine cannot be changed$") as refused:
        save_routine(diary, OWN._replace(name=name))
    assert refused.value.remedy == "copy it under your own name and change the copy"
    with pytest.raises(BadInput, match=r"^a built-in routine cannot be deleted$") as refused:
        delete_routine(diary, name)
    assert refused.value.remedy == "only routines of your own can be deleted"
    assert diary.sql.value("SELECT count(*) FROM action") == 0


def test_one_with_the_name_of_a_later_built_in_one_gives_way(diary: Diary) -> None:
    save_routine(diary, OWN)
    diary.sql.run("UPDATE routine SET name = 'clinic'", ())
    assert [routine.name for routine in load_routines(diary)] == list(BUILT_IN)
    assert find_routine(diary, "clinic") == built_in("clinic", diary.settings())


def test_deleted_it_takes_its_plan_along_and_its_sessions_stay(diary: Diary) -> None:
    save_routine(diary, OWN)
    save_plan(diary, "mine", "daily", 2)
    did(diary, 0, massage(routine="mine"))
    before = load_own_texts(diary), load_plans(diary)
    delete_routine(diary, "mine")
    assert (load_own_texts(diary), load_plans(diary), by_day(diary, "mine")) == ({}, [], {0: 1})
    diary.undo()
    assert (load_own_texts(diary), load_plans(diary)) == before


def test_a_text_that_can_no_longer_be_read_is_left_out(diary: Diary) -> None:
    save_routine(diary, OWN)
    save_plan(diary, "mine", "daily", 1)
    diary.sql.run("UPDATE routine SET toml = 'x = ['", ())
    assert [routine.name for routine in load_routines(diary)] == list(BUILT_IN)
    assert load_unreadable_names(diary) == ["mine"]
    assert [(one.title, one.words) for one in load_standings(diary, TODAY)] == [("mine", "0 of 1 this week")]


@pytest.mark.parametrize(("first", "last", "left"), [(-3, 3, (-3, -1)), (0, 3, None), (0, 0, None), (-1, 0, (-1, -1))])
def test_a_pause_that_is_ended_holds_for_the_days_before(
    diary: Diary, first: int, last: int, left: tuple[int, int] | None
) -> None:
    pause = Pause(TODAY + timedelta(days=first), TODAY + timedelta(days=last), "flu")
    save_pause(diary, pause)
    assert end_pauses(diary, TODAY) == [pause]
    days = [((one.first - TODAY).days, (one.last - TODAY).days) for one in load_pauses(diary)]
    assert days == ([left] if left else [])
    with pytest.raises(BadInput, match="no pause"):
        end_pauses(diary, TODAY)
    diary.undo()
    assert load_pauses(diary) == [pause]


@pytest.mark.parametrize(
    ("first", "saved"),
    [
        (0, [(-2, -1), (0, 1)]),  # it begins while the other runs
        (-2, [(-2, 1)]),  # it begins with the other
        (4, [(-2, 3), (4, 1 + 4)]),  # the other is over
        (-5, [(-5, 1 - 5), (-2, 3)]),  # before the other
    ],
)
def test_a_pause_ends_one_that_runs_into_it(diary: Diary, first: int, saved: list[tuple[int, int]]) -> None:
    save_pause(diary, Pause(TODAY - timedelta(days=2), TODAY + timedelta(days=3), "flu"))
    length = 3 if first == -2 else 1
    save_pause(diary, Pause(TODAY + timedelta(days=first), TODAY + timedelta(days=first + length), ""))
    assert [((one.first - TODAY).days, (one.last - TODAY).days) for one in load_pauses(diary)] == saved
    diary.undo()
    assert [((one.first - TODAY).days, (one.last - TODAY).days) for one in load_pauses(diary)] == [(-2, 3)]


def test_a_name_written_just_so_is_the_one_meant(diary: Diary) -> None:
    toml = routine_toml(diary, "clinic")
    for name in ("Heel", "heel"):
        with diary.action("x") as action:
            action.keep("routine", name, {"toml": toml})
    assert [name_as_saved(diary, name) for name in ("Heel", "heel")] == ["Heel", "heel"]
    assert name_as_saved(diary, "HEEL").lower() == "heel"
