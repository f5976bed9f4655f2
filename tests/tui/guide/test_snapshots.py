"""The Guide opened at a topic, scrolled and clicked."""

from collections.abc import Callable

from heeldiary.domain.guide import TOPICS
from heeldiary.tui.guide.page import GuidePage
from tests.tui.stage import NORMAL, SMALL, Play, Stage
from tests.tui.tours import heard, styled, tour


def place(play: Play) -> str:
    """The topic that is open and how far it is scrolled."""
    page = play.app.page
    if not isinstance(page, GuidePage):
        return heard(play)
    return (
        f"{page._topic.name} {page.query_one('#page').scroll_offset.y} {page.query_one('#pictures').has_class('-some')}"
    )


async def test_it_is_read_and_opened_at_a_topic(stage: Stage, snapshot: Callable[[str, str], None]) -> None:
    async with stage.play(SMALL, "guide") as play:
        seen = [
            await tour(
                play, ["space", "pagedown", "pageup", *["down"] * 3, "up", "up", "up", "space", "up", "d", "g"], place
            )
        ]
        play.app.open_guide("clinician")
        await play.computed()
        seen.append(place(play))
        await play.press("d")
        play.app.open_guide("heel")
        await play.computed()
        seen.append(place(play))
        snapshot("guide-read", "\n\n".join(seen))


async def test_a_topic_is_clicked(stage: Stage, snapshot: Callable[[str, str], None]) -> None:
    async with stage.play(NORMAL, "guide") as play:
        await play.click(TOPICS[2].name.capitalize())
        assert place(play).startswith(f"{TOPICS[2].name} 0 ")
        snapshot("guide-topic", styled(play))
