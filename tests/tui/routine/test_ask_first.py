"""Ask first: before the first session and every 90 days; a stop closes the routine and says why."""

import sqlite3

import pytest

from heeldiary.domain.routine.ask_first import FOLLOW_UP, SAFETY_QUESTIONS
from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, Play, Stage


def answers(stage: Stage) -> list[tuple[str, str]]:
    """The day and the outcome of all answers in the file."""
    with sqlite3.connect(stage.heeldiary.diary) as connection:
        rows = connection.execute("SELECT day, outcome FROM ask_first ORDER BY day, julianday(at)").fetchall()
    connection.close()
    return [(str(day), str(outcome)) for day, outcome in rows]


def reasons(play: Play) -> str:
    """What is said in the frame instead of the routine."""
    return " ".join(play.words("Closed").replace("┃", " ").split())


async def test_asked_once_then_it_starts(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        assert play.dialog == ""
        await play.press("space")
        for question in SAFETY_QUESTIONS:
            assert play.dialog == "AskFirst"
            assert question.text in play.words("#question")
            await play.press("n")
        assert play.dialog == ""
        assert "Get ready" in play.text
        assert answers(stage) == [("2026-11-22", "go")]
        await play.press("x", "space")
        assert play.dialog == ""
        assert "Get ready" in play.text
    stage.clock.set("2027-02-19T07:00:00")
    async with stage.play(start="routine") as play:
        await play.press("space")
        assert play.dialog == "", "89 days later the answers still hold"
    stage.clock.set("2027-02-20T07:00:00")
    async with stage.play(start="routine") as play:
        await play.press("space")
        assert play.dialog == "AskFirst", "after 90 days it is asked again"


STOPS = ((0, SMALL), (1, NORMAL), (2, SMALL))


@pytest.mark.parametrize("stop", sampled(STOPS, STOPS[1:2]), ids=str)
async def test_a_stop_closes_the_routine_and_says_why(stage: Stage, stop: tuple[int, tuple[int, int]]) -> None:
    number, size = stop
    async with stage.play(size, "routine") as play:
        assert SAFETY_QUESTIONS[number].stops
        await play.press("space", *["n"] * number, "y")
        assert play.dialog == ""
        assert SAFETY_QUESTIONS[number].why in reasons(play)
        assert answers(stage) == [("2026-11-22", "stop")]
        await play.press("space", "n", "x", "5")
        await play.massage(60)
        assert stage.entries() == []
        assert SAFETY_QUESTIONS[number].why in reasons(play)
    async with stage.play(size, "routine") as play:
        assert SAFETY_QUESTIONS[number].why in reasons(play), "still so after a restart"
        await play.press("a", *["n"] * len(SAFETY_QUESTIONS))
        assert answers(stage)[-1] == ("2026-11-22", "go")
        await play.press("space")
        assert "Get ready" in play.text


ANSWERS = ((3, "y", "ask"), (4, "n", "stop"), (5, "y", "ask"), (5, "n", "stop"))


@pytest.mark.parametrize("answer", sampled(ANSWERS, ANSWERS[2:]), ids=str)
async def test_some_answers_need_a_clinicians_word(stage: Stage, answer: tuple[int, str, str]) -> None:
    number, said, outcome = answer
    async with stage.play(start="routine") as play:
        assert not SAFETY_QUESTIONS[number].stops
        keys = ["y" if n == number else "n" for n in range(len(SAFETY_QUESTIONS))]
        await play.press("space", *keys)
        assert FOLLOW_UP in play.words("#question")
        await play.press(said)
        assert answers(stage) == [("2026-11-22", outcome)]
        assert ("Get ready" in play.text) == (outcome == "ask")
        assert (SAFETY_QUESTIONS[number].why in reasons(play)) == (outcome == "stop")


async def test_escape_asks_the_next_time(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("space", "n", "n", "escape")
        assert play.dialog == ""
        assert "space starts" in play.text
        assert answers(stage) == []
        await play.press("space")
        assert SAFETY_QUESTIONS[0].text in play.words("#question")


async def test_an_answer_can_be_taken_back(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("space")
        assert "previous question" not in play.words("#keys")
        await play.press("n", "n")
        assert "backspace previous question" in play.words("#keys")
        await play.press("backspace", "backspace")
        assert SAFETY_QUESTIONS[0].text in play.words("#question")
        assert "previous question" not in play.words("#keys")
        await play.press("y", "u")
        assert answers(stage) == [], "and undone as one step"
        assert "space starts" in play.text


async def test_other_keys_answer_nothing(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("space", "space", "enter", "d", "q", "x", "5", "u", "t")
        assert play.dialog == "AskFirst"
        assert SAFETY_QUESTIONS[0].text in play.words("#question")
        assert play.app.is_running


async def test_a_stop_of_long_ago_is_asked_again(stage: Stage) -> None:
    stage.answered(skin=True)
    stage.clock.set("2027-02-20T07:00:00")
    async with stage.play(start="routine") as play:
        await play.press("space")
        assert play.dialog == "AskFirst"


async def test_pain_before_is_kept_over_the_questions(stage: Stage) -> None:
    async with stage.play(start="routine") as play:
        await play.press("7", "space", *["n"] * len(SAFETY_QUESTIONS))
        await play.massage(5 + 10)
        await play.press("x")
        assert stage.entries("massage")[0]["score_before"] == 7


async def test_a_stop_answered_in_another_window_stops(stage: Stage) -> None:
    stage.answered()
    async with stage.play(start="routine") as play:
        stage.clock.set("2026-11-22T08:00:00")
        stage.answered(clot=True)
        await play.look()
        await play.press("space")
        await play.massage(30)
        assert stage.entries() == []
        assert SAFETY_QUESTIONS[0].why in reasons(play)


async def test_a_stop_from_another_window_leaves_an_open_session_where_it_is(stage: Stage) -> None:
    stage.answered()
    async with stage.play(start="routine") as play:
        await play.press("space")
        await play.massage(5 + 20)
        await play.press("space")
        stage.answered(**{SAFETY_QUESTIONS[0].name: True})
        await play.look()
        assert "No massage for now" not in play.text
        assert "Kidney 1" in play.text
        await play.press("x")
        assert [entry["seconds"] for entry in stage.entries("massage")] == [20]
        await play.press("space")
        assert "No massage for now" in play.text
