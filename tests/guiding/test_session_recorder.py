"""A session is kept whatever happens around it: edits, a held file, feet left and gone back to, a kill."""

import sqlite3
from datetime import timedelta

import pytest

from heeldiary.domain.entries import Massage
from heeldiary.domain.routine.built_in import clinic
from heeldiary.domain.scales import Foot
from heeldiary.domain.settings import Settings
from heeldiary.errors import Refused
from heeldiary.guiding.cues import Sound
from heeldiary.guiding.run import SessionRun
from heeldiary.store.diary import Diary
from heeldiary.store.routine.routines import find_routine, load_worse_note
from heeldiary.store.routine.sessions import open_session
from tests.runner import Heeldiary
from tests.standing_clock import StandingClock
from tests.tui.stage import Seconds


class Quiet:
    """A voice that says nothing."""

    def play(self, sound: Sound, words: str, command: str | None) -> None:
        """Say nothing."""

    def silence(self) -> None:
        """Go on saying nothing."""


class Trial:
    """A run of a routine and the clock that it goes by."""

    def __init__(self, diary: Diary, feet: tuple[Foot, ...] = ("left",), routine: str = "clinic") -> None:
        self.seconds = Seconds()
        chosen = clinic(Settings({})) if routine == "clinic" else find_routine(diary, routine)
        self.run = SessionRun(diary, Settings({}), chosen, feet, self.seconds, Quiet())

    def begin(self, seconds: float) -> None:
        """Begin, and let this many seconds pass after the get-ready."""
        self.run.do(self.run.session.start)
        self.go(5 + seconds)

    def go(self, seconds: float) -> None:
        """Let time go by."""
        while seconds > 0:
            step = min(2.5, seconds)
            self.seconds.now += step
            seconds -= step
            self.run.do(self.run.session.advance)

    def left_foot_then_right(self) -> None:
        """All of the left foot, a minute at each point; the right one is next."""
        self.run.do(self.run.session.start)
        for _ in range(4):
            self.go(5 + 60)
            self.run.do(self.run.session.next)
            self.run.keep()


def left(diary: Diary) -> Massage:
    """What has been saved of the left foot."""
    return next(
        entry.fact for entry in diary.entries() if isinstance(entry.fact, Massage) and entry.fact.foot == "left"
    )


def test_what_a_session_saves_comes_from_the_routine_and_has_no_note(diary: Diary) -> None:
    trial = Trial(diary)
    trial.begin(20)
    assert trial.run.keep()
    assert [(entry.source, entry.note, entry.tags) for entry in diary.entries()] == [("routine", "", ())]


def test_what_the_file_refuses_in_the_middle_of_keeping_takes_nothing_back(diary: Diary, heeldiary: Heeldiary) -> None:
    trial = Trial(diary)
    trial.begin(20)
    assert trial.run.keep()
    heeldiary.done("log", "left", "4")
    trial.go(10)

    def refuse(action: int, table: str | None, *_: object) -> int:
        refused = action == sqlite3.SQLITE_INSERT and table == "massage_step"
        return sqlite3.SQLITE_DENY if refused else sqlite3.SQLITE_OK

    diary.sql.connection.set_authorizer(refuse)
    with pytest.raises(Refused):
        trial.run.keep()
    diary.sql.connection.set_authorizer(None)
    assert open_session(diary) is not None
    assert left(diary).seconds == 20
    assert trial.run.keep()
    assert left(diary).seconds == 30


def test_a_note_put_to_it_in_a_rest_does_not_end_it(diary: Diary, heeldiary: Heeldiary) -> None:
    trial = Trial(diary)
    trial.begin(90 + 1)
    assert trial.run.session.phase == "ready"
    assert trial.run.keep()
    heeldiary.done("edit", heeldiary.entries()[0]["id"], "--note", "hello")
    assert trial.run.keep()
    trial.go(20)
    assert trial.run.keep()
    assert heeldiary.entries()[0]["note"] == "hello"


def test_a_score_changed_by_a_command_holds(diary: Diary, heeldiary: Heeldiary) -> None:
    trial = Trial(diary)
    trial.run.recorder.scores["left", "before"] = 6
    trial.begin(50)
    assert trial.run.keep()
    heeldiary.done("edit", heeldiary.entries()[0]["id"], "--before", "3")
    trial.go(5)
    assert trial.run.keep()
    assert heeldiary.entries()[0]["score_before"] == 3


def test_each_foot_ended_when_it_was_left(diary: Diary, clock: StandingClock) -> None:
    trial = Trial(diary, ("left", "right"))
    trial.left_foot_then_right()
    ended = clock.now()
    clock.forward(timedelta(minutes=5))
    trial.go(5 + 30)
    trial.run.do(trial.run.session.pause)
    trial.run.keep()
    clock.forward(timedelta(minutes=100))
    again, found = Trial(diary), open_session(diary)
    assert found is not None
    assert again.run.go_on_with(found)
    again.run.do(again.run.session.go_on)
    again.go(20)
    again.run.do(again.run.session.finish)
    again.run.keep()
    told = left(diary).ended_at
    assert told is not None
    assert abs(told - ended) < timedelta(seconds=1)


def test_a_foot_gone_back_to_ends_later(diary: Diary, clock: StandingClock) -> None:
    trial = Trial(diary, ("left", "right"))
    trial.left_foot_then_right()
    trial.run.do(trial.run.session.previous)
    clock.forward(timedelta(minutes=10))
    trial.go(200)
    trial.run.keep()
    trial.run.do(trial.run.session.finish)
    trial.run.keep()
    told = left(diary).ended_at
    assert told is not None
    assert abs(told - clock.now()) < timedelta(seconds=1)


def test_taken_up_a_feeling_is_for_the_step_just_left(diary: Diary) -> None:
    trial = Trial(diary)
    trial.begin(90 + 1)
    trial.run.do(trial.run.session.pause)
    trial.run.keep()
    again, found = Trial(diary), open_session(diary)
    assert found is not None
    assert again.run.go_on_with(found)
    again.run.feel("warm")
    assert again.run.recorder.feelings == {("left", 0): "warm"}


def test_a_worse_morning_of_the_other_foot_is_no_reason_for_less(
    diary: Diary, heeldiary: Heeldiary, clock: StandingClock
) -> None:
    trial = Trial(diary, routine="heel-raise")
    heeldiary.done("log", "right", "2", "left", "2")
    trial.begin(90)
    trial.run.do(trial.run.session.finish)
    trial.run.keep()
    clock.forward(timedelta(days=1))
    heeldiary.done("log", "right", "5", "left", "4")
    routine = trial.run.routine
    assert load_worse_note(diary, routine, ("right",), diary.today()) == ""
    assert "2, then 4" in load_worse_note(diary, routine, ("left",), diary.today())
