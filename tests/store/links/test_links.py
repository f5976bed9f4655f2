"""What the diary has of each factor, by day; naming, dropping, taking back."""

from datetime import date, timedelta

import pytest

from heeldiary.domain.links.factors import Factor
from heeldiary.errors import BadInput
from heeldiary.store.diary import Diary
from heeldiary.store.links.links import (
    checked_factors,
    declare,
    declared_factors,
    possible_factors,
    selected_factors,
    unused_factors,
)
from tests.runner import Heeldiary
from tests.standing_clock import StandingClock

TODAY = date(2026, 11, 22)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def a_week(heeldiary: Heeldiary) -> None:
    """Something of everything; nothing at all six days ago."""
    for argv in (
        "log left 5 --day 5d", "log massage -f left --heel 2m --day 5d", "log massage -f right --heel 2m --day 4d",
        "log activity walking 30 --surface soft --day 4d", "log activity walking 20 --surface hard --day 4d",
        "log activity running 10 --day 3d", "log activity walking --steps 4000 --day 2d",
        "log activity walking --steps 3000 --day 2d", "log sitting 6h --longest 1h --day 3d", "log sitting 2h --day 3d",
        "log sitting 1h --day 2d", "log activity walking 5 --surface soft --day 1d",
        "log care ice --day 3d", "log care medicine --day 1d", "log left 4",
    ):  # fmt: skip
        heeldiary.done(*argv.split())
    lines = (
        '{"type": "care", "day": "2026-11-19", "kind": "insoles", "until": "2026-11-21"}\n'
        '{"type": "note", "day": "2026-11-20", "note": "wet", "tags": ["rain", "hill"]}\n'
        '{"type": "activity", "day": "2026-11-20", "kind": "walking", "steps": 6500, "source": "watch"}\n'
        '{"type": "care", "day": "2026-11-18", "kind": "stretching", "session": {"foot": "right", "routine": "x",'
        ' "finished": true, "steps": [{"point": "calf", "seconds": 60}]}}\n'
    )
    heeldiary.done("import", "-", stdin=lines)


def known(diary: Diary, name: str, as_of: date = TODAY) -> dict[int, int]:
    """What is known of a factor of the left foot, by days ago."""
    own = (*checked_factors(diary, [name]),)
    declare(diary, own)
    found = {factor.name: factor for factor in declared_factors(diary, "left", as_of).factors}
    return {(TODAY - day).days: value for day, value in found[name].days.items()}


@pytest.mark.grid(4)
@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("massage", {5: 1, 4: 0, 3: 0, 2: 0, 1: 0, 0: 0}),
        ("hard-surface", {4: 1, 3: 0, 2: 0, 1: 0}),
        ("activity-minutes", {4: 50, 3: 10, 1: 5}),
        ("steps", {2: 7000}),
        ("sitting-minutes", {3: 480, 2: 60}),
        ("longest-sitting", {3: 60}),
        ("care:ice", {5: 0, 4: 0, 3: 1, 2: 0, 1: 0, 0: 0}),
        ("care:insoles", {5: 0, 4: 0, 3: 1, 2: 1, 1: 1, 0: 0}),
        ("care:stretching", {5: 0, 4: 0, 3: 0, 2: 0, 1: 0, 0: 0}),
        ("tag:rain", {5: 0, 4: 0, 3: 0, 2: 1, 1: 0, 0: 0}),
    ],
)
def test_what_is_known_of_a_day(heeldiary: Heeldiary, clock: StandingClock, name: str, days: dict[int, int]) -> None:
    a_week(heeldiary)
    with _open(heeldiary, clock) as diary:
        assert known(diary, name) == days


def test_nothing_after_the_day_is_looked_at(heeldiary: Heeldiary, clock: StandingClock) -> None:
    a_week(heeldiary)
    with _open(heeldiary, clock) as diary:
        assert known(diary, "massage", ago(4)) == {5: 1, 4: 0}
        assert known(diary, "care:insoles", ago(2)) == {5: 0, 4: 0, 3: 1, 2: 1}
        assert known(diary, "steps", ago(3)) == {}
        assert declared_factors(diary, "left", ago(2)).medicine == frozenset()
        assert declared_factors(diary, "left", TODAY).medicine == {ago(1)}
        assert possible_factors(diary, "left", ago(4)) == {"massage": 1, "activity-minutes": 1, "hard-surface": 1}


def test_what_could_be_named_is_counted(heeldiary: Heeldiary, clock: StandingClock) -> None:
    a_week(heeldiary)
    with _open(heeldiary, clock) as diary:
        assert possible_factors(diary, "left", TODAY) == {
            "massage": 1, "activity-minutes": 3, "steps": 1, "sitting-minutes": 2, "longest-sitting": 1,
            "hard-surface": 1, "care:ice": 1, "care:insoles": 3, "care:medicine": 1,
            "tag:hill": 1, "tag:rain": 1,
        }  # fmt: skip


def test_naming_is_one_undo_step_and_what_was_named_is_remembered(diary: Diary, clock: StandingClock) -> None:
    declare(diary, ("massage", "steps"))
    clock.forward(timedelta(days=3))
    declare(diary, ("steps", "care:ice"))
    assert selected_factors(diary) == ("steps", "care:ice")
    rows = {factor.name: factor for factor in declared_factors(diary, "left", diary.today()).factors}
    assert rows["massage"] == Factor("massage", TODAY, ago(-3), {})
    assert rows["steps"] == Factor("steps", TODAY, None, {})
    assert rows["care:ice"].declared_on == ago(-3)
    then = {factor.name: factor.dropped_on for factor in declared_factors(diary, "left", ago(-2)).factors}
    assert then == {"massage": None, "steps": None}, "as it was on a day between"
    assert diary.undo().what == "the factors of Links (steps, care:ice)"
    assert selected_factors(diary) == ("massage", "steps")
    diary.undo()
    assert selected_factors(diary) == ()
    assert declared_factors(diary, "left", diary.today()).factors == ()


def test_naming_the_same_again_changes_nothing(diary: Diary) -> None:
    declare(diary, ("massage",))
    declare(diary, ("massage",))
    diary.undo()
    assert selected_factors(diary) == ()


def test_of_a_day_before_anything_was_named_what_is_named_now_is_told(diary: Diary) -> None:
    declare(diary, ("massage",))
    assert [factor.name for factor in declared_factors(diary, "left", ago(30)).factors] == ["massage"]


def test_a_name_that_there_is_not(diary: Diary) -> None:
    with pytest.raises(BadInput) as problem:
        checked_factors(diary, ["massage", "stps"])
    assert "steps" in problem.value.remedy
    assert checked_factors(diary, ["none"]) == ()


@pytest.mark.parametrize(
    ("typed", "nearest"), [("tag:rian", "tag:rain"), ("care:ise", "care:ice"), ("tag:new shoes", None), ("tag:rain", 0)]
)
def test_a_tag_or_a_kind_may_be_named_before_its_first_use(
    heeldiary: Heeldiary, clock: StandingClock, typed: str, nearest: str | int | None
) -> None:
    a_week(heeldiary)
    with _open(heeldiary, clock) as diary:
        names = checked_factors(diary, ["care:taping", "steps", typed])
        assert names == ("care:taping", "steps", typed)
        assert unused_factors(diary, names) == ([] if nearest == 0 else [(typed, nearest)])
    declared = heeldiary.done("links", "declare", typed)
    assert declared.out == f"Named: {typed}\n"
    assert ("is not used yet" in declared.err) == (nearest != 0)
    assert (f"did you mean {nearest}?" in declared.err) == isinstance(nearest, str)


@pytest.mark.parametrize(
    ("first_day", "stopped_on", "sealed"),
    [
        ("2026-11-20", None, True),
        ("2026-11-19", None, True),
        ("2026-11-18", None, True),  # its last morning is not logged yet
        ("2026-11-17", None, False),
        ("2026-11-23", None, False),  # it has not begun: nothing of it is looked at
        ("2026-11-20", "2026-11-21", False),
        ("2026-11-20", "2026-11-23", True),
    ],
)
def test_a_running_experiment_seals(diary: Diary, first_day: str, stopped_on: str | None, sealed: bool) -> None:
    row: dict[str, str | int | None] = {
        "question": "ice or not", "heads": "ice", "tails": "no ice", "foot": "left", "unit": "day",
        "outcome": "next-morning", "worth": 1, "factor": "care:ice", "first_day": first_day, "seed": "1" * 32,
        "draw": "HTTH", "done": "----", "stopped_on": stopped_on,
    }  # fmt: skip
    with diary.action("an experiment") as action:
        action.keep("experiment", "abcd", row)
    declare(diary, ("care:ice",))
    assert declared_factors(diary, "left", TODAY).sealed == ({"care:ice"} if sealed else set())


def _open(heeldiary: Heeldiary, clock: StandingClock) -> Diary:
    from heeldiary.store.opening import open_to_write

    return Diary(open_to_write(str(heeldiary.diary)), clock)


def test_what_another_program_named_meanwhile_is_let_go(diary: Diary, heeldiary: Heeldiary) -> None:
    declare(diary, ("massage",))
    heeldiary.done("links", "declare", "steps")
    declare(diary, ("sitting-minutes",))
    assert selected_factors(diary) == ("sitting-minutes",)
