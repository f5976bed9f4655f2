"""The Diary by keys and clicks as it is seen, and what it says."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from heeldiary.domain.entries import Note, Pain
from heeldiary.store.recording import log
from heeldiary.tui.diary.page import DiaryPage
from tests.tui.stage import NORMAL, SMALL, TO_LAST_ROW, Play, Stage
from tests.tui.tours import TODAY, a_full_day, at_each_size, heard, opened, plain, styled, tour

Snapshot = Callable[[str, str], None]


def here(play: Play) -> str:
    """The day, the row that has the focus, and what is said."""
    page = play.app.page
    if not isinstance(page, DiaryPage):
        return heard(play)
    row = page.focused
    place = [str(getattr(row, name, "")) for name in ("foot", "moment", "kind", "adding")]
    scores = [f"{moment} {foot} {page.content.scores_at(moment, foot)}" for moment, foot in page.content.scores]
    return f"{page.day} {type(row).__name__} {' '.join(place)} {scores} | {heard(play)}"


@pytest.fixture
def both(stage: Stage) -> Stage:
    """A stage with two sore feet."""
    stage.heeldiary.done("settings", "affected-foot", "both")
    return stage


async def test_a_full_day_of_two_feet(both: Stage, snapshot: Snapshot) -> None:
    a_full_day(both)
    async with both.play(NORMAL) as play:
        seen = [styled(play)]
        await play.press(*TO_LAST_ROW)
        seen += [
            await tour(play, ["down"], styled),
            await tour(play, ["e", "3", "right", "left_square_bracket"], plain),
        ]
        snapshot("diary-full", "\n\n".join(seen))


async def test_two_feet_by_digits(both: Stage, snapshot: Snapshot) -> None:
    async with both.play(SMALL) as play:
        seen = [await tour(play, ["1", "4", "u", "u", "1", "0", "5", "u u", "1"], here)]
        await play.later(1.1)
        seen += [here(play), await tour(play, ["4", "up", "1"], here)]
        await play.later(1.1)
        seen += [
            here(play),
            await tour(play, ["0", "down down 3", "enter", "5", "left", "right", "delete", "delete", "delete"], here),
        ]
        snapshot("diary-two-feet", "\n".join(seen))


async def test_a_foot_that_hurts_anew_is_the_next(stage: Stage) -> None:
    async with stage.play(SMALL) as play:
        await play.press("6")
        stage.heeldiary.done("settings", "affected-foot", "both")
        await play.look()
        assert "ScoreRow right first-step" in here(play)
        await play.press("4")
        assert (stage.scores(), stage.scores("right")) == ({str(TODAY): 6}, {str(TODAY): 4})


async def test_from_0_to_10_and_no_further(stage: Stage) -> None:
    async with stage.play(SMALL) as play:
        await play.press("left")
        assert stage.scores() == {}
        for keys, score in (("right", 0), ("left", 0), ("9 right", 10), ("right", 10), ("left", 9)):
            await play.press(*keys.split())
            assert stage.scores() == {str(TODAY): score}, keys


async def test_days_are_gone_to(stage: Stage, snapshot: Snapshot) -> None:
    a_full_day(stage)
    with opened(stage) as diary:
        log(diary, [Note()], day=TODAY - timedelta(days=9), note="first\nwords", tags=("fair",))
        log(diary, [Note()], day=TODAY - timedelta(days=3), note="other words")
    async with stage.play(SMALL) as play:
        seen = [
            await tour(play, ["right_square_bracket", "left_square_bracket", "pageup", "pagedown", "full_stop"], here)
        ]
        seen.append(
            await tour(play, ["j", '"x', "enter", "ctrl+u", '"mon', "enter", "j", '"ye', "enter", "full_stop"], here)
        )
        seen.append(await tour(play, ["slash", '"words', "down"], plain))
        seen.append(
            await tour(play, ["down enter", "slash", '"word', "enter", "slash", '"zz', "enter", "down", "escape"], here)
        )
        seen.append(await tour(play, ["slash", '"fair'], here))
        await play.click("first words")
        seen.append(here(play))
        snapshot("diary-days", "\n\n".join(seen))


async def test_days_are_picked_in_the_month(stage: Stage) -> None:
    a_full_day(stage)
    async with stage.play(NORMAL) as play:
        column = next(line for line in play.lines if "Mo    Tu" in line).index("Su") + 1
        for keys, day in (("tab left", 21), ("up", 14), ("right", 15), ("down", 22), ("down", 22), ("right", 22)):
            month = play.app.screen.query_one("Month")
            month.focus()
            await play.press(keys.split()[-1])
            assert here(play).startswith(f"2026-11-{day} Month"), keys
        rows = [
            number
            for number, line in enumerate(play.lines)
            if line[column - 1 : column + 1] in ("15", "22", "29", " 8")
        ]
        for row, day in ((rows[0], 8), (rows[1] + 1, 15), (rows[3], 15), (4, 15), (rows[2], 22)):
            await play.click_at(column, row)
            assert here(play).startswith(f"2026-11-{day:02} "), (row, day)
        await play.click_at(column + 3, rows[0])
        assert here(play).startswith("2026-11-22 "), "between two days there is none"


async def test_rows_are_opened_by_clicks(stage: Stage) -> None:
    a_full_day(stage)
    async with stage.play(SMALL) as play:
        for text, title in (("acupuncture", "Care, Sun 22 Nov 2026"), ("longest", "Sitting, Sun 22 Nov 2026")):
            await play.click(text)
            assert heard(play).startswith(title)
            await play.press("escape")
        await play.click(" 8 ")
        assert stage.scores()[str(TODAY)] == 8


async def test_warning_signs_are_explained_and_put_away(stage: Stage, snapshot: Snapshot) -> None:
    with opened(stage) as diary:
        for ago in range(45):
            log(diary, [Pain("left", "first-step", 9 if ago < 14 else 3)], day=TODAY - timedelta(days=ago))
    async with stage.play(NORMAL) as play:
        seen = [plain(play), await tour(play, ["i"], heard)]
        assert "When to see a clinician" in play.words("#text")[:40]
        await play.press("d")
        seen.append(await tour(play, ["k", "k", "u", "left_square_bracket", "k"], here))
        snapshot("diary-signs", "\n\n".join(seen))


async def test_asked_which_score_is_meant(stage: Stage, snapshot: Snapshot) -> None:
    seen = []
    with opened(stage) as diary:
        log(diary, [Pain("left", "first-step", 4)])
        log(diary, [Pain("left", "worst", 4)])
    for time, keys in (("22T16:00", "7"), ("23T01:30", "7"), ("21T16:00", "7"), ("22T16:00", "e down 9")):
        stage.clock.set(f"2026-11-{time}:00")
        async with stage.play(SMALL) as play:
            await play.press(*keys.split())
            seen.append(f"{time} {heard(play)}\n{plain(play) if play.dialog else ''}")
            if play.dialog:
                seen.append(await tour(play, ["0", "1", "escape"], heard))
                await play.press("1")
                play.seconds.now += 1
                seen.append(await tour(play, ["0", "1"], heard))
    snapshot("which-morning", "\n".join(seen))


async def test_the_first_start(empty: Stage, snapshot: Snapshot) -> None:
    async with empty.play(SMALL) as play:
        seen = [await tour(play, ["right", "right", "right", "left", "r"], styled)]
        seen.append(await tour(play, ["tab", "ctrl+u enter", '"5am', "tab", "x", "7"], heard))
        snapshot("diary-first-start", "\n\n".join(seen))
    settings = empty.heeldiary.done("settings").out
    assert "right" in settings
    assert "05:00" in settings


async def test_days_begin_and_clocks_are_set(stage: Stage, snapshot: Snapshot) -> None:
    seen = []
    async with stage.play(SMALL) as play:
        for time in ("2026-11-23T03:59:00", "2026-11-23T04:00:00", "2026-11-23T03:00:00", "2026-11-24T05:00:00"):
            stage.clock.set(time)
            await play.look()
            seen.append(here(play))
        await play.press("6", "n")
        for time in ("2026-11-25T05:00:00", "2026-11-20T05:00:00"):
            stage.clock.set(time)
            await play.look()
            seen.append(here(play))
        await play.press("escape")
        seen.append(await tour(play, ["a", "escape", "n", "escape"], here))
    snapshot("diary-clocks", "\n".join(seen))


async def test_each_layout_and_the_brief_one_with_all_rows(both: Stage, snapshot: Snapshot) -> None:
    a_full_day(both)
    async with both.play((40, 12)) as play:
        seen = [styled(play), await tour(play, ["down", "down", "down", "e"], here), await tour(play, ["e"], plain)]
        snapshot("diary-sizes", "\n\n".join([*seen, await at_each_size(play)]))
