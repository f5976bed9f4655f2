"""`log 6` takes the affected foot; while none is set, a person is asked once and a script has to name it."""

import pytest

from heeldiary.cli import run
from heeldiary.cli.context import CommandContext
from tests.runner import Heeldiary, Stream


def test_a_script_is_told_to_give_the_foot(heeldiary: Heeldiary) -> None:
    assert "--foot" in heeldiary.refused(2, "log", "6").err
    assert not heeldiary.home.exists()
    heeldiary.done("log", "6", "--foot", "left")
    assert "--foot" in heeldiary.refused(2, "log", "6").err


@pytest.mark.parametrize(("answer", "feet"), [("left", ["left"]), ("right", ["right"]), ("both", ["left", "right"])])
def test_a_person_is_asked_once(heeldiary: Heeldiary, at_terminal: Heeldiary, answer: str, feet: list[str]) -> None:
    ran = at_terminal.done("log", "6", stdin=f"{answer}\n")
    assert "foot" in ran.err
    assert "?" in ran.err
    assert "?" not in ran.out
    assert [entry["foot"] for entry in heeldiary.entries()] == feet
    assert at_terminal.done("settings", "--json").json["affected-foot"] == answer
    again = at_terminal.done("log", *(["both"] if answer == "both" else []), "7")
    assert "?" not in again.err
    assert [entry["score"] for entry in heeldiary.entries()] == [7] * len(feet)


@pytest.mark.parametrize(("answer", "feet"), [("left foot", ["left"]), ("Both feet", ["left", "right"])])
def test_the_answer_may_name_what_it_is_about(at_terminal: Heeldiary, answer: str, feet: list[str]) -> None:
    at_terminal.done("log", "6", stdin=f"{answer}\n")
    assert [entry["foot"] for entry in at_terminal.entries()] == feet


@pytest.mark.parametrize("answer", ["", "\n", "neither\nnose\n"])
def test_a_person_who_does_not_say(at_terminal: Heeldiary, answer: str) -> None:
    at_terminal.refused(2, "log", "6", stdin=answer)
    assert not at_terminal.home.exists()


def test_what_was_asked_along_is_taken_back_along(heeldiary: Heeldiary, at_terminal: Heeldiary) -> None:
    at_terminal.done("log", "6", stdin="left\n")
    heeldiary.done("undo")
    assert heeldiary.entries() == []
    assert heeldiary.done("settings", "--json").json["affected-foot"] is None
    heeldiary.refused(1, "undo")


def test_a_foot_that_is_given_is_not_remembered(heeldiary: Heeldiary, at_terminal: Heeldiary) -> None:
    assert at_terminal.done("log", "6", "--foot", "right").err == ""
    assert heeldiary.done("settings", "--json").json["affected-foot"] is None


def test_a_bad_score_is_not_asked_about(at_terminal: Heeldiary) -> None:
    ran = at_terminal.refused(2, "log", "11", stdin="left\n")
    assert "?" not in ran.err


@pytest.mark.parametrize(("inp", "err"), [(True, False), (False, True), (False, False)])
def test_a_question_needs_a_terminal_on_both_sides(heeldiary: Heeldiary, inp: bool, err: bool) -> None:
    told, talk = Stream(terminal=True), Stream(terminal=err)
    asked = Stream("left\n", terminal=inp)
    context = CommandContext(told, talk, asked, heeldiary.environment, heeldiary.clock, heeldiary.random)
    assert run(["log", "6"], context) == 2
    assert "?" not in talk.getvalue()
    assert asked.tell() == 0
    assert not heeldiary.home.exists()


class Interrupted(Stream):
    """A terminal at which Ctrl+C is pressed instead of an answer."""

    def readline(self, size: int | None = -1) -> str:  # type: ignore[override]  # typeshed has bytes above
        """Never gives a line."""
        raise KeyboardInterrupt


def test_ctrl_c_at_the_question(heeldiary: Heeldiary) -> None:
    talk, asked = Stream(terminal=True), Interrupted(terminal=True)
    context = CommandContext(Stream(), talk, asked, heeldiary.environment, heeldiary.clock, heeldiary.random)
    assert run(["log", "6"], context) == 130
    assert not heeldiary.home.exists()
