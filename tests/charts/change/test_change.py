"""The picture of Change: at every size, of every diary, with its figures, inside its frame."""

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
