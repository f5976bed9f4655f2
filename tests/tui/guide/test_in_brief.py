"""The Guide in a small terminal, and what it says of keys instead of commands."""

import re

from heeldiary.domain.guide import TOPICS
from tests.tui.stage import NORMAL, Stage

TINY = (46, 19)


async def test_without_the_list_of_topics_it_says_which_one_it_is_and_how_to_go_on(stage: Stage) -> None:
    async with stage.play(TINY, "guide") as play:
        assert f"topic 1 of {len(TOPICS)}" in play.text
        assert play.words("Footer").startswith("↑ ↓ topic space page")
        await play.press("down")
        assert f"topic 2 of {len(TOPICS)}" in play.text


async def test_with_the_list_of_topics_no_number_is_needed(stage: Stage) -> None:
    async with stage.play(NORMAL, "guide") as play:
        assert "topic 1 of" not in play.text


async def test_where_a_key_does_it_no_command_is_named(stage: Stage) -> None:
    async with stage.play((200, 60), "guide") as play:
        seen = ""
        for _ in TOPICS:
            seen += play.words("#text") + " "
            await play.press("space")
            seen += play.words("#text") + " "
            await play.press("down")
        assert re.findall("heeldiary (?:guide|settings)`", seen) == []
        assert "The topic Ask-first says who" in seen
        assert "Press the comma to change them" in seen
