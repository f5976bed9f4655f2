"""The picture of Change: at every size, of every diary, with its figures, inside its frame."""

import re
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.charts.change.change import draw_change
from heeldiary.charts.picture import Picture
from heeldiary.charts.views import ViewName, trends_picture
from heeldiary.domain.analysis.analysis import analyse
from heeldiary.domain.analysis.observations import Observations
from heeldiary.domain.change.change import ThenAndNow, TooEarly, Trend
from heeldiary.domain.change.text import format_verdict
from heeldiary.domain.scales import Foot
from tests.charts.weeks_of_scores import subject_of

FIRST = date(2026, 3, 2)
SIZES = [(76, 19), (114, 31), (150, 52), (100, 31), (40, 31)]


def observations(scores: dict[int, int], foot: Foot = "left") -> Observations:
    days = {FIRST + timedelta(days=day): scores[day] for day in sorted(scores)}
    return Observations(foot, max(days, default=FIRST), days, frozenset())


def drawn(told: Observations, columns: int, rows: int) -> str:
    picture = Picture(columns, rows)
    draw_change(picture, analyse(told))
    return picture.text()


@given(
    scores=st.dictionaries(st.integers(0, 100), st.integers(0, 10)),
    size=st.sampled_from(SIZES),
    foot=st.sampled_from(("left", "right")),
)
def test_of_any_diary(scores: dict[int, int], size: tuple[int, int], foot: Foot) -> None:
    told = observations(scores, foot)
    text, found = drawn(told, *size), analyse(told)
    if isinstance(found.then_and_now, ThenAndNow):
        assert found.then_and_now.verdict.split()[0] in text
    else:
        assert isinstance(found.then_and_now, TooEarly)
        assert f"{found.then_and_now.have}" in text
    assert ("per 4 weeks" in " ".join(text.split())) == isinstance(found.trend, Trend)


@pytest.mark.parametrize("size", SIZES[:4])
def test_means_counts_and_band_are_in_the_picture(size: tuple[int, int]) -> None:
    told = observations({day: 7 - 3 * (day > 35) for day in range(70) if day % 9})
    found = analyse(told).then_and_now
    assert isinstance(found, ThenAndNow)
    text = drawn(told, *size)
    for figure in (found.then.mean, found.now.mean, found.band):
        assert f"{figure:.1f}" in text
    for words in ("first 28 mornings", "last 28 days", f"{len(found.now.scores)} mornings", found.verdict):
        assert words in text


@pytest.mark.parametrize("score", [0, 10])
def test_at_the_ends_of_the_axis(score: int) -> None:
    for columns, rows in SIZES:
        assert "no clear change" in drawn(observations(dict.fromkeys(range(60), score)), columns, rows)


@pytest.mark.parametrize("view", ["change", "links", "traps"])
def test_while_it_is_computed(view: ViewName) -> None:
    assert trends_picture(view, subject_of([[5, 6, 4, 5, 5]]), 76, 19).text().strip() == "Computing …"


def picture_of(scores: dict[int, int], columns: int, rows: int) -> tuple[Picture, ThenAndNow]:
    told = observations(scores)
    picture = Picture(columns, rows)
    draw_change(picture, analyse(told))
    found = analyse(told).then_and_now
    assert isinstance(found, ThenAndNow)
    return picture, found


def scale_of(picture: Picture) -> tuple[int, list[int]]:
    """The row of the scale, and the column of each score's last digit."""
    for row, line in enumerate(picture.text().splitlines()):
        numbers = list(re.finditer(r"(?<=[ ─┷┯┿])\d+(?=[ ─┷┯┿])", line))
        if [int(number[0]) for number in numbers] == list(range(11)):
            return row, [number.end() - 1 for number in numbers]
    raise AssertionError(picture.text())


SPREAD = {day: (5 + day % 4 if day < 40 else 2 + day % 3) for day in range(80)}


@pytest.mark.parametrize("size", [(76, 19), (114, 31), (150, 52), (92, 26)])
def test_each_morning_is_a_block_above_or_below_its_score(size: tuple[int, int]) -> None:
    picture, found = picture_of(SPREAD, *size)
    row, scores = scale_of(picture)
    assert "each block" not in picture.text()
    for period, rows in ((found.then, range(row)), (found.now, range(row + 1, picture.rows))):
        drawn: Counter[int] = Counter()
        for y in rows:
            line = "".join(cell.sign for cell in picture.cells[y])
            for block in re.finditer("▆+", line):
                middle = (block.start() + block.end() - 1) / 2
                drawn[min(range(11), key=lambda score: abs(scores[score] - middle))] += 1
        assert drawn == Counter(period.scores.values())


@pytest.mark.parametrize("size", [(76, 19), (114, 31), (150, 52)])
def test_the_means_and_the_chance_lie_where_their_figures_say(size: tuple[int, int]) -> None:
    picture, found = picture_of(SPREAD, *size)
    row, scores = scale_of(picture)
    each = scores[1] - scores[0]
    text = picture.text().splitlines()[row]
    for sign, mean in (("┷", found.then.mean), ("┯", found.now.mean)):
        assert text.index(sign) == pytest.approx(scores[0] + mean * each, abs=1.01)
    band = [x for x, cell in enumerate(picture.cells[row + 1]) if cell.ink.back == "band"]
    assert band[0] == pytest.approx(scores[0] + (found.then.mean - found.band) * each, abs=1)
    assert band[-1] == pytest.approx(scores[0] + (found.then.mean + found.band) * each, abs=1)
    assert all(cell.ink.back is None for cell in picture.cells[row - 1]), "it is the chance of now alone"


@pytest.mark.parametrize(("above", "below"), [(7, 3), (3, 3), (10, 0)])
def test_mornings_of_one_score_alone_share_blocks_where_rows_are_few(above: int, below: int) -> None:
    picture, _ = picture_of({day: above if day < 40 else below for day in range(80)}, 44, 15)
    text = picture.text()
    row, _ = scale_of(picture)
    assert "▆" in "".join(cell.sign for cell in picture.cells[row - 1])
    assert "▆" in "".join(cell.sign for cell in picture.cells[row + 1])
    blocks = len(re.findall("▆+", text))
    assert "first 28 mornings, each block 28" in text
    assert blocks == 2


def test_where_there_is_no_room_for_blocks_the_words_stay() -> None:
    picture, found = picture_of(SPREAD, 38, 9)
    text = " ".join(picture.text().split())
    assert found.verdict in text
    assert "People tend to start a diary at their worst." in text
    assert "per 4 weeks" in text
    assert "▆" not in text


@pytest.mark.parametrize("columns", [44, 76, 114])
def test_the_trend_lies_on_its_ruler(columns: int) -> None:
    told = observations({day: 8 - day // 14 + (day % 5 > 2) - (day % 13 > 7) for day in range(84)})
    picture = Picture(columns, 31)
    draw_change(picture, analyse(told))
    trend = analyse(told).trend
    assert isinstance(trend, Trend)
    assert trend.clear
    lines = picture.text().splitlines()
    row = next(number for number, line in enumerate(lines) if "●" in line)
    numbers = {int(found[0]): found.end() - 1 for found in re.finditer(r"[+-]?\d", lines[row + 2])}
    point = numbers[2] - numbers[0]
    for sign, points in (("┣", trend.low), ("●", trend.per_four_weeks), ("┫", trend.high)):
        assert lines[row].index(sign) == pytest.approx(numbers[0] + points * point / 2, abs=1.5)


@pytest.mark.parametrize("columns", range(12, 60, 3))
def test_at_any_size_it_is_drawn_and_says_what_there_is(columns: int) -> None:
    for rows in range(4, 24):
        picture, found = picture_of(SPREAD, columns, rows)
        text = picture.text()
        assert format_verdict(found).split()[0] in text
        if "▆" in text:
            row, _ = scale_of(picture)
            assert "▆" in "".join(cell.sign for cell in picture.cells[row - 1])
            assert "▆" in "".join(cell.sign for cell in picture.cells[row + 1])
            assert f"{found.then.mean:.1f}" in text
