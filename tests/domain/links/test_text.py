"""Every sentence of Links, in every state: one pattern, counts and ranges beside differences, no forbidden word."""

import re
from itertools import product
from typing import get_args

import pytest

from heeldiary.domain.links import text as link_words
from heeldiary.domain.links.analysis_points import Reason
from heeldiary.domain.links.factors import FACTOR_NAMES
from heeldiary.domain.links.links import Link, Links, Verdict

FORBIDDEN = re.compile(
    r"\b(help(s|ed|ful)?|caus(es|ed|ing)|works?|worked|because|prove[ns]?|significant(ly)?|effective|improve(s|d|ment)?"
    r"|forecast|diagnosis|should|must|recommend\w*|best|worst|correlat\w+|due to|thanks to|leads? to|reduces?|streak)\b"
    r"|!|[↑↓→←%]",
    re.IGNORECASE,
)
REASONS: tuple[Reason, ...] = get_args(Reason)
KNOWN_VERDICTS: tuple[Verdict, ...] = ("no-clear-link", "link")
KNOWN = [
    Link(name, 84, 31, 46, 168, verdict, None, difference, difference - 0.7, difference + 0.7, other_way, dropped)
    for name, verdict, difference, other_way, dropped in product(
        (*FACTOR_NAMES, "care:ice", "tag:rain"), KNOWN_VERDICTS, (-0.4, 0.0, 0.4), (False, True), (False, True)
    )
]
EARLY = [
    Link(name, 23, 9, 46, 56, "too-early", reason)
    for name in (*FACTOR_NAMES, "care:ice", "tag:rain")
    for reason in REASONS
]


def everything() -> list[str]:
    """All that Links can say."""
    lines = [line for link in (*KNOWN, *EARLY) for line in (
        link_words.format_link(link), link_words.format_figures(link), link_words.format_counts(link),
        link_words.format_verdict(link), link_words.about_factor(link.name), link_words.full_factor_title(link.name),
    )]  # fmt: skip
    for factors, before, possible in (
        ((), (), {}), ((), (), {"massage": 1, "tag:rain": 2000}), (EARLY[:5], (), {}), (KNOWN[:5], KNOWN[5:7], {}),
        (EARLY[:1], KNOWN[:1], {}),
    ):  # fmt: skip
        for foot in ("left", "right"):
            found = Links(foot, 23, tuple(factors), tuple(before), len(factors), possible)
            lines += link_words.plain_lines(found)
    return [
        *lines,
        link_words.too_many(),
        link_words.DAYS_BEFORE,
        link_words.MORNINGS,
        link_words.format_declared(("massage",)),
        link_words.format_declared(()),
        link_words.format_undo(()),
        link_words.days_logged(0),
    ]


def test_no_forbidden_word_is_ever_said() -> None:
    for line in everything():
        assert not FORBIDDEN.search(line), line


def test_no_word_that_only_the_trade_knows() -> None:
    for line in everything():
        assert not re.search(r"\b(pairs?|coverage|persistence|factor known|against|not no)\b", line), line


def test_a_link_is_told_as_a_possible_one() -> None:
    said = link_words.format_link(Link("tag:rain", 84, 28, 1, 168, "link", None, 0.7, 0.1, 1.4))
    assert said.startswith('"rain": a possible link. On the 28 mornings')


def test_the_pattern_of_a_difference() -> None:
    link = Link("massage", 84, 31, 1, 168, "no-clear-link", None, -0.4, -1.1, 0.3)
    assert link_words.format_link(link) == (
        "Massage: no clear link. On the 31 mornings after massage days, pain was 0.4 lower (plausible range 1.1 "
        "lower to 0.3 higher) than expected from the day before. This may be chance or another cause. From 84 days and "
        "their next mornings; the next check is at 168."
    )


@pytest.mark.parametrize(
    ("difference", "low", "high", "verdict", "words"),
    [
        (-0.4, -1.1, 0.3, "no-clear-link", "1.1 lower to 0.3 higher"),
        (0.4, -0.3, 1.1, "no-clear-link", "0.3 lower to 1.1 higher"),
        (-2.8, -3.5, -2.2, "link", "2.2 to 3.5 lower"),
        (0.7, 0.1, 1.4, "link", "0.1 to 1.4 higher"),
        (0.7, 0.0, 1.4, "link", "just over 0 to 1.4 higher"),
        (0.7, 0.0, 1.4, "no-clear-link", "0.0 to 1.4 higher"),
        (0.0, -0.5, 0.5, "no-clear-link", "0.5 lower to 0.5 higher"),
    ],
)
def test_a_range_has_words_for_its_sides_and_no_signs(
    difference: float, low: float, high: float, verdict: Verdict, words: str
) -> None:
    link = Link("massage", 84, 31, 1, 168, verdict, None, difference, low, high)
    assert link_words.format_range(link) == words


@pytest.mark.parametrize("link", KNOWN)
def test_no_difference_without_counts_range_and_caution(link: Link) -> None:
    said = link_words.format_link(link)
    assert "31 mornings" in said
    assert "plausible range" in said
    assert link_words.CHANCE in said
    assert ("other way round" in said) == link.other_way


@pytest.mark.parametrize("link", EARLY)
def test_too_early_tells_no_figure_but_what_is_missing(link: Link) -> None:
    said = link_words.format_link(link)
    assert ("too early" in said) == (link.reason != "sealed")
    assert link.reason != "sealed" or said.endswith(": sealed until the experiment ends.")
    assert "lower" not in said
    assert "higher" not in said
    assert not re.search(r"\d\.\d", said)
    assert link.reason != "pairs" or "23 of 56 days" in said


def test_lower_and_higher_are_said_alike() -> None:
    lower = link_words.format_link(Link("massage", 84, 31, 1, 168, "link", None, -0.9, -1.5, -0.3))
    higher = link_words.format_link(Link("massage", 84, 31, 1, 168, "link", None, 0.9, 0.3, 1.5))
    assert lower.replace("lower", "higher") == higher


def test_while_there_is_little_it_says_what_is_missed() -> None:
    little = Links("left", 60, (KNOWN[0]._replace(pairs=56),), (), 1, {})
    assert any("missed about half the time" in line for line in link_words.notes(little))
    much = Links("left", 900, (KNOWN[0]._replace(pairs=672),), (), 1, {})
    assert not any("missed" in line for line in link_words.notes(much))
    for some in (little, much):
        assert any("Finding nothing does not mean no effect" in line for line in link_words.notes(some))
