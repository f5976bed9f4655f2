"""The forest of Links: never an exception, every figure where it belongs, legible without colour."""

import re
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heeldiary.charts.links import draw_links, links_picture
from heeldiary.charts.picture import Picture
from heeldiary.domain.analysis.analysis import analyse
from heeldiary.domain.analysis.observations import Observations
from heeldiary.domain.analysis.results import Analysis
from heeldiary.domain.links.analysis_points import Reason
from heeldiary.domain.links.links import Link, Links, Verdict
from heeldiary.domain.links.text import format_figures
from tests.domain.links.links_of_days import MONDAY

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
REASONS: tuple[Reason, ...] = get_args(Reason)


def a_link(name: str, verdict: Verdict, reason: Reason, middle: float, half: float, dropped: bool) -> Link:
    if verdict == "too-early":
        return Link(name, 84, 31, 46, 168, verdict, reason, dropped=dropped)
    return Link(name, 84, 31, 46, 168, verdict, None, middle, middle - half, middle + half, dropped=dropped)


POINTS = st.floats(-9, 9).map(lambda points: round(points, 1))
WORDS = ["massage", "steps", "care:ice", "tag:" + "x" * 40, "tag:\u202e\u200dé 足"]
LINKS = st.lists(
    st.builds(
        a_link, st.sampled_from(WORDS), st.sampled_from(VERDICTS), st.sampled_from(REASONS), POINTS, POINTS.map(abs),
        st.booleans(),
    ),
    max_size=9,
)  # fmt: skip


def findings_of(links: list[Link], possible: dict[str, int] | None = None) -> Analysis:
    nothing = analyse(Observations("left", MONDAY, {}, frozenset()))
    named = tuple(link for link in links if not link.dropped)
    before = tuple(link for link in links if link.dropped)
    return nothing._replace(links=Links("left", 86, named, before, len(links), possible or {}))


def link(name: str, difference: float, verdict: Verdict = "no-clear-link") -> Link:
    return Link(name, 84, 31, 1, 168, verdict, None, difference, difference - 0.5, difference + 0.5)


@settings(deadline=None)
@given(LINKS, st.dictionaries(st.sampled_from(["massage", "care:ice", "tag:\x9b"]), st.integers(1, 4000)),
       st.integers(1, 170), st.integers(1, 60))  # fmt: skip
def test_any_links_at_any_size(links: list[Link], possible: dict[str, int], columns: int, rows: int) -> None:
    picture = Picture(columns, rows)
    draw_links(picture, findings_of(links, possible))
    assert len(picture.cells) == rows
    assert {len(row) for row in picture.cells} == {columns}
    assert all(cell.sign.isprintable() for row in picture.cells for cell in row)


@pytest.mark.parametrize("columns", [76, 116, 150])
def test_every_figure_is_beside_its_mark(columns: int) -> None:
    links = [link("massage", 0.0), link("steps", 0.6), link("care:ice", -1.2, "link")]
    lines = links_picture(findings_of(links).links, columns).text().split("\n")
    for one, mark in zip(links, "○○●", strict=True):
        row = next(n for n, line in enumerate(lines) if mark in line and lines.index(line) >= 0 and _of(one, lines, n))
        assert any(format_figures(one) in line for line in lines[row : row + 2])
    scale = next(line for line in lines if "−1" in line and "+1" in line)
    axis = {points: scale.index(points) + len(points) - 1 for points in ("−2", "−1", "+1", "+2")}
    ice = next(line for line in lines if "●" in line)
    assert axis["−2"] < ice.index("●") < axis["−1"]
    step = axis["+1"] - axis["−1"]
    assert ice.index("●") == pytest.approx((axis["−1"] + axis["+1"]) / 2 - 1.2 * step / 2, abs=1)


def _of(one: Link, lines: list[str], row: int) -> bool:
    titles = {"massage": "Massage", "steps": "Steps", "care:ice": "Ice"}
    return titles[one.name] in lines[row] or titles[one.name] in lines[row - 1]


def test_progress_is_drawn_and_told() -> None:
    early = Link("massage", 28, 9, 1, 56, "too-early", "pairs")
    text = links_picture(findings_of([early]).links, 100).text()
    assert "▬" * 7 + "·" * 7 in text
    assert "28 of 56 days" in text
    for columns in (46, 80):
        assert "days:" not in links_picture(findings_of([early]).links, columns).text(), "there is nothing to count"


def test_a_sealed_factor_shows_no_bar_and_no_mark() -> None:
    sealed = Link("massage", 60, 9, 1, 84, "too-early", "sealed")
    text = links_picture(findings_of([sealed]).links, 100).text()
    assert "sealed until the experiment ends" in text
    assert not re.search("[▬●○]", text)


def test_at_80_by_24_all_five_factors_and_the_caution_have_room() -> None:
    picture = Picture(76, 19)
    draw_links(picture, findings_of([link(name, 0.1) for name in ("massage", "steps", "care:ice", "tag:a", "tag:b")]))
    text = picture.text()
    assert text.count("no clear link") == 5
    assert text.count("0.1 higher") == 5
    assert "Finding nothing does not mean" in text


def range_row(low: float, difference: float, high: float, columns: int) -> tuple[str, dict[str, int]]:
    """The row of one link's range, and the columns of the numbers of its axis."""
    one = Link("massage", 84, 31, 1, 168, "link", None, difference, low, high)
    lines = links_picture(findings_of([one]).links, columns).text().split("\n")
    numbers = {found[0]: found.end() - 1 for found in re.finditer(r"[+−]?\d", lines[1])}
    return next(line for line in lines if re.search("[●┣┫◂▸]", line)), numbers


@pytest.mark.parametrize("columns", [56, 76, 96, 116, 160])
@pytest.mark.parametrize(
    ("low", "difference", "high", "ends"),
    [(-0.9, 0.2, 1.3, "2"), (-3.5, -2.8, -2.2, "4"), (2.2, 2.8, 3.0, "3"), (-5.0, -4.0, -3.0, "5")],
)
def test_the_axis_reaches_as_far_as_the_ranges(
    columns: int, low: float, difference: float, high: float, ends: str
) -> None:
    row, numbers = range_row(low, difference, high, columns)
    assert str(max(int(number.replace("−", "-")) for number in numbers)) in (
        ends,
        str(int(ends) - 1),
    )  # in narrow ones every second number
    point = (numbers["+2"] - numbers["−2"]) / 4
    for sign, points in (("┣", low), ("●", difference), ("┫", high)):
        assert row.index(sign) == pytest.approx(numbers["0"] + points * point, abs=1.5)
    assert not re.search("[◂▸]", row)


@pytest.mark.parametrize("columns", [76, 116])
@pytest.mark.parametrize(
    ("low", "difference", "high", "signs"),
    [
        (-0.5, 4.0, 8.5, "┣●▸"), (-8.0, -4.0, 0.0, "◂●┫"), (-9.0, 0.0, 9.0, "◂●▸"),
        (-9.0, -6.0, -3.0, "◂┫"), (-9.0, -8.0, -7.0, "◂"), (5.5, 6.0, 7.0, "▸"), (4.0, 6.0, 7.0, "┣▸"),
    ],
)  # fmt: skip
def test_what_lies_beyond_the_furthest_axis_is_an_arrow_and_no_mark(
    columns: int, low: float, difference: float, high: float, signs: str
) -> None:
    row, _ = range_row(low, difference, high, columns)
    assert "".join(re.findall("[┣●┫◂▸]", row)) == signs


def test_what_does_not_fit_of_the_possible_factors_is_counted() -> None:
    possible = {f"tag:{name}": 9 for name in "abcdefgh"}
    for rows, more in ((14, "and 6 more"), (30, "")):
        picture = Picture(42, rows)
        draw_links(picture, findings_of([], possible))
        lines = [line.strip() for line in picture.text().split("\n")]
        assert [line for line in lines if "more" in line and "and" in line] == ([more] if more else [])
        assert "To choose them: l, or `heeldiary links" in picture.text()
