"""The plain session asks first as the app does; where no one can be asked it is refused and creates nothing."""

import pytest

from heeldiary.domain.routine.ask_first import FOLLOW_UP, SAFETY_QUESTIONS
from heeldiary.store.routine.ask_first import all_answers
from tests.cli.plain.plain_stage import PlainStage
from tests.runner import Heeldiary

ALL_NO = [(0.0, "n")] * len(SAFETY_QUESTIONS)


@pytest.fixture
def stage(heeldiary: Heeldiary, monkeypatch: pytest.MonkeyPatch) -> PlainStage:
    """A home that is not there yet."""
    return PlainStage(heeldiary, monkeypatch)


def outcomes(stage: PlainStage) -> list[str]:
    with stage.diary() as diary:
        return [answers.outcome for answers in all_answers(diary)]


def test_a_script_is_told_to_answer_in_a_terminal(stage: PlainStage) -> None:
    ran = stage(terminal=False)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[1] == "answer them in a terminal: heeldiary routine --plain"
    assert not stage.heeldiary.home.exists()


def test_asked_once_then_it_starts(stage: PlainStage) -> None:
    ran = stage((0, "maybe"), *ALL_NO, (0, ""), (20, "x"))
    assert ran.code == 0
    assert [" ".join(ran.err.split()).count(question.text) for question in SAFETY_QUESTIONS] == [
        2,
        *[1] * (len(SAFETY_QUESTIONS) - 1),
    ]
    assert outcomes(stage) == ["go"]
    assert "Get ready" in ran.out
    assert SAFETY_QUESTIONS[3].text not in stage((0, ""), (20, "x")).err
    stage.clock.set("2027-02-20T07:00:00")
    refused = stage(terminal=False)
    assert refused.code == 2
    assert "are out of date" in refused.err
    assert SAFETY_QUESTIONS[3].text in stage(*ALL_NO, (0, ""), (20, "x")).err, "after 90 days it is asked again"
    assert outcomes(stage) == ["go", "go"]


@pytest.mark.parametrize("number", range(3))
def test_a_stop_says_why(stage: PlainStage, number: int) -> None:
    ran = stage(*ALL_NO[:number], (0, "y"))
    assert (ran.code, outcomes(stage)) == (0, ["stop"])
    assert ran.out == f"No massage for now.\n{SAFETY_QUESTIONS[number].why}\n"
    by_script = stage(terminal=False)
    assert (by_script.code, by_script.out) == (0, ran.out)
    again = stage((0, "n"))
    assert again.out == ran.out
    assert "Has this changed? y/n:" in again.err
    assert "Get ready" in stage((0, "y"), *ALL_NO, (0, ""), (20, "x")).out
    assert outcomes(stage) == ["stop", "go"]


@pytest.mark.parametrize(("agreed", "outcome"), [("y", "ask"), ("n", "stop")])
def test_a_clinicians_word(stage: PlainStage, agreed: str, outcome: str) -> None:
    ran = stage(*ALL_NO[:-1], (0, "y"), (0, agreed), (0, ""), (20, "x"))
    assert FOLLOW_UP in " ".join(ran.err.split())
    assert outcomes(stage) == [outcome]
    assert ("Get ready" in ran.out) == (outcome == "ask")


def test_who_does_not_answer_begins_nothing(stage: PlainStage) -> None:
    ran = stage((0, "n"))
    assert ran.code == 2
    assert outcomes(stage) == []
    assert stage((0, "n"), (0, KeyboardInterrupt())).code == 130


def test_by_a_clock_that_was_set_back_it_begins_only_when_asked_for(stage: PlainStage) -> None:
    assert stage(*ALL_NO, (0, ""), (20, "x")).code == 0
    stage.clock.set("2025-11-22T07:00:00")
    for ran in (stage(terminal=False), stage((0, "n"))):
        assert ran.code == 2
        assert "it says today is Sat 22 Nov 2025" in ran.err
    assert "Get ready" in stage((0, "y"), (0, "n"), (0, ""), (20, "x")).out


def test_the_questions_wrap_at_the_terminals_width(stage: PlainStage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heeldiary.cli.plain.prompts.terminal_columns", lambda stream: 46)
    ran = stage(*ALL_NO, (0, ""), (20, "x"))
    assert ran.code == 0
    lines = ran.err.replace(": ", ":\n").split("\n")  # what is typed is not echoed here
    assert max(map(len, lines)) <= 46
    assert len(lines) > 20
