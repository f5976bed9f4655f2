"""Every screen at every size: nothing breaks, every row is as wide as the terminal, and everything is legible."""

import os
from contextlib import suppress

import pytest

from heeldiary.demo import fill
from heeldiary.errors import Refused
from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from heeldiary.tui.layout import layout_for
from heeldiary.tui.widgets.header import Header
from tests.sampling import sampled
from tests.tui.stage import NORMAL, SMALL, Play, Stage

SCREENS = {"d": "diary", "r": "routine", "t": "trends", "c": "care", "g": "guide"}
SIZES = (SMALL, (100, 30), (109, 33), (110, 34), NORMAL, (149, 46), (150, 46), (160, 50), (200, 60))
TOO_SMALL = ((39, 12), (40, 11), (40, 10), (20, 5), (1, 1))


def a_demo(stage: Stage, days: int = 60) -> None:
    stage.heeldiary.done("undo")
    with Diary(open_to_write(str(stage.heeldiary.diary)), stage.clock, stage.random) as diary:
        fill(diary, days=days)


@pytest.mark.parametrize(
    ("size", "layout"),
    [
        ((39, 12), "-small"), ((40, 11), "-small"), ((40, 12), "-tiny"), ((79, 24), "-tiny"), ((80, 23), "-tiny"),
        ((80, 24), "-compact"), ((109, 34), "-compact"),
        ((110, 33), "-compact"), ((110, 34), "-normal"), ((149, 46), "-normal"), ((150, 45), "-normal"),
        ((150, 46), "-wide"),
    ],
)  # fmt: skip
def test_a_layout_begins_exactly_at_its_size(size: tuple[int, int], layout: str) -> None:
    assert layout_for(*size) == layout


def whole(play: Play) -> None:
    """Every row is exactly as wide as the terminal, and there are as many as it has."""
    width, height = play.app.size
    assert [strip.cell_length for strip in play.strips] == [width] * height


@pytest.mark.slow
@pytest.mark.parametrize("size", sampled(SIZES, (SMALL, (110, 34), (150, 46))))
async def test_every_screen_at_every_size(stage: Stage, size: tuple[int, int]) -> None:
    a_demo(stage)
    async with stage.play(size) as play:
        for key, name in SCREENS.items():
            await play.press(key)
            page = play.app.page
            assert page is not None
            assert name == page.PAGE
            whole(play)
            assert "? help" in play.lines[-1] or "? help" in play.lines[-2]


@pytest.mark.slow
@pytest.mark.parametrize("size", sampled([SMALL, (160, 50)], [SMALL]))
async def test_every_dialog(stage: Stage, size: tuple[int, int]) -> None:
    a_demo(stage, 5)
    async with stage.play(size) as play:
        for key in ("question_mark", "comma", "ctrl+p", "a", "s", "m", "o", "n", "j", "slash"):
            await play.press(key)
            whole(play)
            panel = play.app.screen.query("#panel")
            for box in panel:
                assert box.region.bottom <= size[1]
                assert box.virtual_size.height <= box.size.height or key in ("question_mark",), "all of it is in sight"
            await play.press("escape")


@pytest.mark.thorough
@pytest.mark.parametrize("screen", sampled(SCREENS.values(), ("routine", "trends")))
async def test_grown_and_shrunk_it_is_the_same_as_opened_so(stage: Stage, screen: str) -> None:
    a_demo(stage)
    opened = {}
    for size in (SMALL, (160, 50)):
        async with stage.play(size, screen) as play:
            opened[size] = play.text
    async with stage.play(NORMAL, screen) as play:
        for size in (SMALL, (160, 50), (110, 34), SMALL):
            await play.resize(*size)
            whole(play)
            if size in opened:
                assert play.text == opened[size], size


async def test_too_small_and_large_again_it_is_as_before(stage: Stage) -> None:
    async with stage.play(SMALL) as play:
        before = play.text
        await play.resize(30, 10)
        await play.resize(*SMALL)
        assert play.text == before, "the row that had the focus has it still"
        await play.press("right")
        assert list(stage.scores().values()) == [0]
    async with stage.play((30, 10)) as play:
        await play.resize(*SMALL)
        assert sum(line.startswith("▌") for line in play.lines) == 4, (
            "opened too small, it stands on the first steps all the same"
        )


async def quiet(play: Play) -> None:
    """What is said when a screen is opened goes after a while."""
    assert play.app.page is not None
    play.app.page.silence()
    await play.rest()


@pytest.mark.slow
@pytest.mark.parametrize("keys", sampled(["rt", "dcg"], ["rt"]))
async def test_a_screen_left_and_come_back_to_at_another_size(stage: Stage, keys: str) -> None:
    a_demo(stage)
    opened = {}
    names = {key: SCREENS[key] for key in keys}
    for name in names.values():
        async with stage.play(NORMAL, name) as play:
            await quiet(play)
            opened[name] = play.text
    async with stage.play(SMALL) as play:
        await play.press(*names, "d")
        await play.resize(*NORMAL)
        for key, name in names.items():
            await play.press(key)
            whole(play)
            await quiet(play)
            assert play.text == opened[name], name


@pytest.mark.parametrize("size", sampled(TOO_SMALL, ((39, 12), (40, 11), (1, 1))))
async def test_too_small_is_a_sentence(stage: Stage, size: tuple[int, int]) -> None:
    async with stage.play(size) as play:
        whole(play)
        for key in (*SCREENS, "question_mark", "escape"):
            await play.press(key)
            whole(play)
        if size[0] >= 39 and size[1] >= 10:
            read = " ".join(play.text.split())
            assert "40 columns and 12 rows" in read
            assert str(size[0]) in read
        await play.press("d", "6")
        assert list(stage.scores().values()) in ([6], []), "seen or not, nothing else is logged"


async def test_what_is_typed_survives_a_terminal_too_small(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("a")
        await play.type("wal")
        for size in ((40, 10), (20, 5), (1, 1), (79, 23)):
            await play.resize(*size)
            whole(play)
        await play.resize(*SMALL)
        await play.type("king")
        await play.press("tab")
        await play.type("30")
        await play.press("enter")
        assert [(entry["kind"], entry["minutes"]) for entry in stage.entries()] == [("walking", 30)]


@pytest.mark.slow
async def test_resized_again_and_again_while_typing(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("n")
        for number in range(8):
            await play.resize(20 + number * 47 % 180, 5 + number * 23 % 60)
            await play.type("x")
        await play.resize(*NORMAL)
        await play.press("escape")
        assert [entry["note"] for entry in stage.entries()] == ["x" * 8]


@pytest.mark.thorough
async def test_a_thousand_columns(stage: Stage) -> None:
    a_demo(stage)
    async with stage.play((1000, 300)) as play:
        for key in SCREENS:
            await play.press(key)
            whole(play)


async def test_what_a_footer_leaves_out_the_help_has(stage: Stage) -> None:
    async with stage.play(SMALL) as play:
        for key in SCREENS:
            await play.press(key)
            page = play.app.page
            assert page is not None
            await play.press("question_mark")
            read = play.words("#panel")
            for _ in range(6):
                await play.press("pagedown")
                read += " " + play.words("#panel")
            for action in page.actions:
                assert action.tooltip in read, action.name
            await play.press("escape")


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL], [NORMAL]))
async def test_no_color(stage: Stage, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without colour every figure is still there to be read: the score of a row, the foot, the day."""
    monkeypatch.setitem(os.environ, "NO_COLOR", "1")
    a_demo(stage)
    async with stage.play(size) as play:
        for key in SCREENS:
            await play.press(key)
            whole(play)
            for strip in play.strips:
                for segment in strip:
                    style = segment.style
                    colours = [style.color, style.bgcolor] if style else []
                    for colour in colours:
                        if colour is not None and colour.triplet is not None:
                            assert len(set(colour.triplet)) == 1, "grey at most"


CLOCKS = ("1970-01-01T05:00:00", "2038-01-20T05:00:00", "2100-12-31T05:00:00")


@pytest.mark.parametrize("date", sampled(CLOCKS, (CLOCKS[0], CLOCKS[2])))
async def test_any_clock(stage: Stage, date: str) -> None:
    stage.heeldiary.done("log", "5")
    stage.clock.set(date)
    async with stage.play() as play:
        for key in (*SCREENS, "d", "left_square_bracket", "full_stop"):
            await play.press(key)
            whole(play)
        await play.press("6")
        assert bool(play.dialog) == date.startswith("1970"), "a clock that was set back is asked about"
        if play.dialog:
            play.seconds.now += 1
            await play.press("1")
        assert stage.scores()[date[:10]] == 6


async def test_where_it_is_too_small_to_see_no_key_writes(stage: Stage) -> None:
    async with stage.play((39, 12), end=False) as play:
        await play.press("5", "n", "u", "t")
        assert stage.entries() == []
        assert play.dialog == ""
        await play.press("q")
        assert not play.app.is_running or play.app.return_code == 0


@pytest.mark.parametrize("size", sampled([SMALL, NORMAL], [SMALL]))
async def test_the_arrows_move_also_when_the_day_is_longer_than_the_screen(stage: Stage, size: tuple[int, int]) -> None:
    for minutes in range(1, 20):
        stage.heeldiary.done("log", "activity", "walking", str(minutes))
    async with stage.play(size) as play:
        await play.press("down", "4")
        assert list(stage.scores("left", "after-sitting").values()) == [4]
        await play.press(*["down"] * 5, "enter")
        assert play.dialog == "Form"
        await play.press("escape", "up", "up", "up", "pageup", "3")
        assert "21 Nov" in play.text
        await play.press(*["up"] * 12)
        assert play.app.is_running
        assert stage.scores() in ({}, {"2026-11-21": 3})


async def test_the_settings_are_gone_through_by_arrows(stage: Stage) -> None:
    async with stage.play() as play:
        await play.press("comma", *["down"] * 4)
        here = play.app.screen.focused
        assert here is not None
        assert here.id != "field-affected-foot"
        await play.press("up")
        assert play.app.screen.focused is not here


async def test_ten_is_never_read_as_one(stage: Stage) -> None:
    for day in range(3):
        stage.heeldiary.done("log", "left", "10", "right", "10", "--day", f"{day}d")
    stage.heeldiary.done("settings", "affected-foot", "both")
    async with stage.play() as play:
        assert play.words("RecentMornings").count("X X X") == 2
        assert "X: 10" in play.words("RecentMornings")
        assert "[10]" in play.text
    async with stage.play(NORMAL) as play:
        assert play.words("RecentMornings").count("10 10 10") == 2


@pytest.mark.parametrize("page", sampled(range(1, 30, 3), (4, 25)))
async def test_a_page_of_the_file_overwritten_is_told_and_brings_nothing_down(stage: Stage, page: int) -> None:
    a_demo(stage, days=20)
    with stage.heeldiary.diary.open("r+b") as file:
        file.seek(4096 * page)
        file.write(b"\xab" * 4096)
    with suppress(Refused):  # what cannot even be opened is refused with a sentence
        async with stage.play() as play:
            await play.press("t", "c", "g", "r", "d", "5", "left_square_bracket")
            assert play.app.is_running


async def test_a_demo_says_so_on_every_page(stage: Stage) -> None:
    async with stage.play(NORMAL) as play:
        assert "demo" not in play.text
        play.app.sub_title = "demo"
        for key in "rtcg":
            await play.press(key)
            assert "demo" in play.lines[1], key


def test_the_mark_of_a_header_stands_before_the_aside_that_fits() -> None:
    header = Header("diary", "demo")
    header.tell("Sunday 22 November 2026", "22 Nov")
    for columns, aside in ((80, "demo · Sunday 22 November 2026"), (60, "demo · 22 Nov"), (48, "demo"), (42, "")):
        line = header.draw(columns, 2).text().splitlines()[0]
        assert line.split("Guide")[1].strip() == aside
