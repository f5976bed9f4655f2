"""Links in the app: nothing before factors are named; named from a list; shown, taken back."""

import json
from datetime import date, timedelta
from random import Random

import pytest

from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, Stage

TODAY = date(2026, 11, 22)


def a_diary(stage: Stage, days: int = 90) -> None:
    """Ninety days with ice on half of them, and three points less pain on the mornings after."""
    random, lines, ice = Random(3), [], False
    for back in range(days - 1, -1, -1):
        day = (TODAY - timedelta(days=back)).isoformat()
        score = round(min(10, max(0, 5 + random.gauss(0, 1.2) - 3 * ice)))
        lines.append({"type": "pain", "day": day, "foot": "left", "moment": "first-step", "score": score})
        ice = random.random() < 0.5
        if ice:
            lines.append({"type": "care", "day": day, "kind": "ice"})
    stage.heeldiary.done("import", "-", stdin="\n".join(map(json.dumps, lines)))
    stage.heeldiary.done("settings", "affected-foot", "left")


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL], [NORMAL]))
async def test_named_from_the_list_then_shown_then_taken_back(stage: Stage, size: tuple[int, int]) -> None:
    a_diary(stage)
    async with stage.play(size, "trends") as play:
        await play.click("Links")
        assert "No factor is chosen yet" in play.words("TrendChart")
        assert "lower" not in play.words("TrendChart")
        await play.press("l")
        assert play.dialog == "Factors"
        assert "Care: ice" in play.text
        await play.press("space", "down", "space", "enter")
        assert play.dialog == ""
        told = stage.heeldiary.done("links", "--json").json["factors"]
        assert [one["name"] for one in told] == ["care:ice", "massage"]
        words = play.words("TrendChart")
        assert "a possible link" in words
        assert f"{-told[0]['difference']:.1f} lower" in words
        await play.press("u")
        assert "No factor is chosen yet" in play.words("TrendChart")


async def test_from_another_view_it_leads_to_links(stage: Stage) -> None:
    a_diary(stage, 30)
    async with stage.play(NORMAL, "trends") as play:
        await play.press("l", "space", "enter")
        assert "29 of 56 days" in play.words("TrendChart")


async def test_escape_changes_nothing(stage: Stage) -> None:
    a_diary(stage, 30)
    stage.heeldiary.done("links", "declare", "massage")
    async with stage.play(NORMAL, "trends") as play:
        await play.press("l", "space", "escape")
    assert [one["name"] for one in stage.heeldiary.done("links", "--json").json["factors"]] == ["massage"]


async def test_a_sixth_is_refused_in_words(stage: Stage) -> None:
    a_diary(stage, 30)
    async with stage.play(NORMAL, "trends") as play:
        await play.press("l", *["space", "down"] * 6)
        assert "5 at a time" in play.text
        await play.press("up", "up", "space", "enter")
    assert len(stage.heeldiary.done("links", "--json").json["factors"]) == 4
