"""A warning sign in the Diary: a calm paragraph on today, the Guide a key away, put away by another."""

import pytest

from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, Stage


@pytest.fixture
def rising(stage: Stage) -> Stage:
    """A diary whose left foot has risen from 3 to 9."""
    for ago in range(61):
        stage.heeldiary.done("log", "9" if ago < 11 else "3", "--day", f"{ago}d")
    return stage


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL], [SMALL]))
async def test_shown_today_and_on_no_other_day(rising: Stage, size: tuple[int, int]) -> None:
    async with rising.play(size) as play:
        assert play.words("SignLines") == (
            "4.7 higher: your left foot's first-step pain averaged 7.7 over the 14 days up to 22 Nov, 3.0 over the "
            "28 days before. That is more than your scores usually swing. This is our own rule: a reason to "
            "ask a clinician, not a finding. i when to see someone k put this away"
        )
        await play.press("left_square_bracket")
        assert "4.7 higher" not in play.text


async def test_one_key_opens_the_guides_page_again_and_again(rising: Stage) -> None:
    async with rising.play() as play:
        for _ in range(2):
            await play.press("i")
            assert "When to see a clinician" in play.text
            await play.press("up", "d")
        await play.press("g")
        assert "When to see a clinician" not in play.lines[0], "the Guide stays at the topic that was gone to"


@pytest.mark.slow
async def test_put_away_and_taken_back(rising: Stage) -> None:
    async with rising.play() as play:
        await play.press("k")
        assert "4.7 higher" not in play.text
        assert play.said == "Dismissed; u brings it back."
        await play.press("k")
        assert play.said == "No warning sign is shown."
        await play.press("u")
        assert "4.7 higher" in play.text
    async with rising.play() as play:
        await play.press("k")
    async with rising.play() as play:
        assert "4.7 higher" not in play.text


async def test_a_new_morning_brings_it_at_once(stage: Stage) -> None:
    for ago in range(1, 61):
        stage.heeldiary.done("log", "9" if ago < 5 else "3", "--day", f"{ago}d")
    async with stage.play() as play:
        before = play.text
        await play.press("9")
        assert ("higher: your left foot" in before, "higher: your left foot" in play.text) == (False, True)


async def test_nothing_stands_there_without_a_sign(stage: Stage) -> None:
    async with stage.play() as play:
        assert "clinician" not in play.text


async def test_in_the_review(rising: Stage) -> None:
    async with rising.play(NORMAL) as play:
        await play.press("w")
        assert "4.7 higher" in " ".join(play.text.split())


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL], [SMALL]))
async def test_with_several_the_keys_stand_in_sight_below_the_one_they_are_about(
    rising: Stage, size: tuple[int, int]
) -> None:
    rising.heeldiary.done("settings", "affected-foot", "both")
    for ago in range(20):
        rising.heeldiary.done("log", "right", "9", "--day", f"{ago}d")
    rising.heeldiary.done("log", "note", "x", "--tag", "numbness")
    async with rising.play(size) as play:
        words = play.words("SignLines")
        places = [words.index(part) for part in ("4.7 higher", "k put this away", "20 of the 20", '"numbness"')]
        assert places == sorted(places)
        assert "put this away" in play.text, "not below the edge"
        await play.press("k")
        assert play.words("SignLines").startswith("20 of the 20")
        await play.press("k", "k")
        assert "clinician" not in play.text
        await play.press("u", "u", "u")
        assert play.words("SignLines").startswith("4.7 higher")
