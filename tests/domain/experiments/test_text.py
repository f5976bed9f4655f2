"""Every sentence that experiments can say is listed here, and held to what may be claimed."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from heeldiary.domain.chance.experiments import analyse_experiment
from heeldiary.domain.experiments import result_text as told
from heeldiary.domain.experiments import text as words
from heeldiary.domain.experiments.card import Card
from heeldiary.domain.experiments.draw import ORDERS, fingerprint
from heeldiary.domain.experiments.experiment import Adherence, Experiment
from heeldiary.domain.experiments.result import Figures, PowerLine, PowerTable, Result
from heeldiary.domain.experiments.safety import RED_FLAGS
from tests.experiments import FIRST, ended, experiment, mornings

FORBIDDEN = re.compile(
    r"\b(help|helps|helped|caus\w+|works?|worked|because|prove\w*|proof|signific\w+|improv\w+|per ?cent|forecast\w*|"
    r"diagnos\w+|should|must not|better|worse|best|effective|recover\w*|cure\w*|trend|streak)\b|[!%→↑↓]",
    re.IGNORECASE,
)
FIGURES = [
    Figures(-0.8, -1.5, -0.1, 0.021, 0.3, 0.001, 4999, False),
    Figures(0.8, 0.1, 1.5, 0.0004, 0.001, 0.3, 1296, True),
    Figures(-0.3, -0.9, 0.4, 0.41, 0.1, 0.02, 4999, False),
    Figures(0.01, -10.0, 10.0, 1.0, 0.5, 0.5, 64, True),
    Figures(-1.0, -2.0, 0.0, 0.05, 0.5, 0.0, 64, True),
]


def sentences() -> Iterator[str]:
    """All of them."""
    for module in (words, told):
        yield from (value for name, value in vars(module).items() if isinstance(value, str) and name[:2] != "__")
    yield from (f"{sign.text} {sign.when}" for sign in RED_FLAGS)
    cards = [Card("a or b", "a", "b", "left", "day", "next-morning", 1, None, FIRST, 28)]
    cards.append(cards[0]._replace(unit="week", outcome="same-morning", worth=3, length=16, factor="massage"))
    for card in cards:
        yield from words.card_lines(card)
    for share in range(101):
        yield words.power_line("day", 1, PowerLine(28, share / 100))
        yield words.power_line("week", 2, PowerLine(16, share / 100))
    yield from (words.power_heading(points) for points in (1, 2))
    for own, missing in ((None, 0.0), (56, 0.0), (56, 0.2)):
        yield words.power_source(PowerTable(1, (), own, missing))
    for one in (experiment(), experiment("week", 12), experiment(stopped=5), experiment(length=28, stopped=20)):
        yield from of(one)
    for unit in ("day", "week"):
        yield from told.procedure("day" if unit == "day" else "week", ORDERS["day" if unit == "day" else "week"])
    yield told.format_check(True)
    yield told.format_check(False)
    yield told.check_sealed("ab")
    yield words.format_adherence(Adherence(1, 0, 0))
    yield from told.result_lines(ended(experiment(), dict.fromkeys(mornings(experiment()), 0)))
    same_morning = experiment()._replace(outcome="same-morning")
    yield from told.result_lines(ended(same_morning, mornings(same_morning)))
    base = ended(experiment(), mornings(experiment()))
    for figures in FIGURES:
        for pairs in (None, 5, 6):
            result = base._replace(figures=figures, pairs=pairs)
            yield from told.result_lines(result)
            yield told.list_line(result)
            yield told.short_verdict(figures)


def of(one: Experiment) -> Iterator[str]:
    """What is said of one on many days."""
    known = mornings(one)
    yield words.format_start(one, fingerprint(one.seed))
    yield words.stop_warning(one)
    for day in (-2, 0, 1, 5, 15, 16, 17, 90):
        today = FIRST + timedelta(days=day)
        result = analyse_experiment(one, {at: score for at, score in known.items() if at <= today}, today)
        yield from told.result_lines(result)
        yield from words.format_days(result)
        yield words.format_place(result)
        yield words.format_phase(result)
        yield told.list_line(result)
    for number, said in enumerate("yn-"):
        yield words.format_today(one.with_said(number, "y" if said == "y" else "n" if said == "n" else "-"), number)


def test_every_sentence_keeps_to_what_may_be_said() -> None:
    found = {*sentences()}
    assert len(found) > 250
    assert [line for line in found if not line.startswith("In a shell:") and FORBIDDEN.search(line)] == []


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (-1.5, -0.1, "0.1 to 1.5 less"),
        (-0.9, 0.4, "0.9 less to 0.4 more"),
        (-1.5, -0.03, "under 0.1 to 1.5 less"),
        (-0.03, 1.5, "under 0.1 less to 1.5 more"),
        (-2.0, 0.0, "0.0 to 2.0 less"),
    ],
)
def test_range_and_verdict_agree_after_rounding(low: float, high: float, said: str) -> None:
    figures = Figures(-1.0, low, high, 0.05, 0.5, 0.0, 64, True)
    result = ended(experiment(), mornings(experiment()))._replace(figures=figures)
    assert told.format_range(figures) == said
    assert (told.EITHER_WAY in told.result_lines(result)) == (low <= 0 <= high)


def test_no_word_that_only_the_trade_knows() -> None:
    trade = re.compile(r"\b(persistence|adjusted|outcome|held against|p \.05)\b", re.IGNORECASE)
    assert [line for line in {*sentences()} if trade.search(line)] == []


def test_that_the_difference_is_not_that_of_the_means_is_told() -> None:
    base = ended(experiment(), mornings(experiment()))
    assert any("need not match the two means" in line for line in told.result_lines(base))
    assert told.short_verdict(FIGURES[0]) == "0.8 less with heads (plausible range 0.1 to 1.5 less)"


def test_the_sentence_of_a_difference() -> None:
    base = ended(experiment(), mornings(experiment()))

    def line(figures: Figures) -> str:
        return told.format_difference(base, figures)

    assert line(FIGURES[0]) == (
        "Mornings after massage days hurt 0.8 less (plausible range 0.1 to 1.5 less) than after no massage days."
    )
    assert line(FIGURES[1]) == (
        "Mornings after massage days hurt 0.8 more (plausible range 0.1 to 1.5 more) than after no massage days."
    )
    assert "0.3 less (plausible range 0.9 less to 0.4 more)" in line(FIGURES[2])
    assert "hurt as much (plausible range 10.0 less to 10.0 more) as after" in line(FIGURES[3])
    assert "1.0 less (plausible range 0.0 to 2.0 less)" in line(FIGURES[4])


def test_chance_is_told_in_draws_of_the_coins() -> None:
    assert told.format_chance(FIGURES[0]) == (
        "A difference this large comes up by chance alone 21 times in 1,000 draws of the coins "
        "(p .021, from 4,999 draws)."
    )
    assert "fewer than 1 time in 1,000" in told.format_chance(FIGURES[1])
    assert "p under .001, from all 1,296 possible draws" in told.format_chance(FIGURES[1])
    assert "alone 1 time in 1,000 draws of the coins (p .001, " in told.format_chance(
        FIGURES[0]._replace(p_value=0.001)
    )


def test_the_same_words_for_less_and_for_more() -> None:
    base = ended(experiment(), mornings(experiment()))
    less, more = FIGURES[0], Figures(0.8, 0.1, 1.5, 0.021, 0.001, 0.3, 4999, False)
    assert told.format_difference(base, less).replace("less", "more") == told.format_difference(base, more)
    assert told.format_chance(less) == told.format_chance(more)


def test_power_in_plain_words() -> None:
    assert words.power_line("day", 1, PowerLine(28, 0.66)) == (
        "28 days find a 1-point effect two times in three (66 in 100)."
    )
    assert words.format_share(0.5) == "half the time"
    assert words.format_share(0.99) == "nearly always"
    assert words.format_share(0.01) == "hardly ever"


def test_what_is_sealed_names_the_day_and_no_pain() -> None:
    one = experiment()
    result: Result = analyse_experiment(one, {}, FIRST)
    lines = told.result_lines(result)
    assert any("Sealed until Tue 17 Nov 2026." in line for line in lines)
    assert date(2026, 11, 17) == one.last_morning


def test_a_difference_with_its_sign() -> None:
    signed = {-0.8: "−0.8", 0.3: "+0.3", 0.0: "0.0", -0.04: "0.0", 0.04: "0.0", -0.06: "−0.1", 10.0: "+10.0"}
    assert {points: told.format_signed(points) for points in signed} == signed
