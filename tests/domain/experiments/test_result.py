"""Sealed to the last morning, counted as assigned, and honest where there is too little."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from heeldiary.domain.chance.experiments import analyse_experiment
from heeldiary.domain.experiments.experiment import adherence
from heeldiary.domain.experiments.result_text import result_lines
from heeldiary.domain.experiments.to_json import result_to_json
from tests.experiments import FIRST, ended, experiment, mornings

FIGURES = (
    "difference", "interval", "p_value", "chance_worth", "chance_worth_against", "heads_mean", "tails_mean",
    "heads_mornings", "tails_mornings",
)  # fmt: skip


@given(st.integers(-3, 16), st.integers(0, 50))
def test_nothing_of_the_pain_is_told_before_the_last_morning(day: int, seed: int) -> None:
    one = experiment(seed=seed)
    today = FIRST + timedelta(days=day)
    known = {day: score for day, score in mornings(one, -3.0, seed).items() if day <= today}
    found = analyse_experiment(one, known, today)
    if today == one.last_morning and today in known:
        assert not found.sealed
        return
    told = result_to_json(found)
    assert told["sealed"] is True
    assert all(told[name] is None for name in FIGURES)
    other = {day: 10 - score for day, score in known.items()}
    assert result_lines(analyse_experiment(one, other, today)) == result_lines(found)


def test_the_day_after_the_last_morning_it_is_told_even_if_that_was_not_logged() -> None:
    one = experiment()
    known = mornings(one)
    known.pop(one.last_morning)
    assert analyse_experiment(one, known, one.last_morning).sealed
    assert not analyse_experiment(one, known, one.last_morning + timedelta(days=1)).sealed


def test_what_was_said_of_the_days_changes_nothing_but_the_adherence() -> None:
    one = experiment()
    known = mornings(one, -1.0)
    other = one._replace(done="yn" * 8)
    assert ended(one, known).figures == ended(other, known).figures
    assert ended(other, known).adherence.share == 0.5
    assert adherence(other, FIRST + timedelta(days=3)).days == 4


def test_stopped_early_it_is_told_with_what_there_is_and_called_so() -> None:
    one = experiment(length=28, stopped=17)
    found = analyse_experiment(one, mornings(one), FIRST + timedelta(days=17))
    assert found.phase == "stopped"
    assert max(morning.number for morning in found.mornings) == 16
    assert found.adherence.days == 17
    assert any("Stopped early" in line for line in result_lines(found))
    assert result_to_json(found)["stopped_early"] is True


def test_too_few_mornings_give_no_figures() -> None:
    one = experiment()
    few = dict([*mornings(one).items()][:6])
    found = ended(one, few)
    assert found.figures is None
    assert any("Too little to compare" in line for line in result_lines(found))
    weeks = experiment("week", 12)
    assert ended(weeks, few).figures is None


def test_the_same_score_every_morning_gives_no_figures() -> None:
    for one in (experiment(), experiment("week", 12)):
        found = ended(one, dict.fromkeys(mornings(one), 0))
        assert found.figures is None
        assert any("the same score" in line for line in result_lines(found))


def test_a_pair_of_weeks_counts_with_four_mornings_in_each() -> None:
    one = experiment("week", 12)
    known = mornings(one)
    for number in range(4):
        known.pop(one.morning(number))
    found = ended(one, known)
    assert found.pairs == 5
    assert any("fewer than 6 pairs" in line for line in result_lines(found))


def test_missing_mornings_are_left_out() -> None:
    one = experiment(length=44)
    found = ended(one, mornings(one, missing=0.3))
    assert found.figures is not None
    assert 20 < len(found.mornings) == found.logged < 40
