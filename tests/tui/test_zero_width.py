"""A note of 20,000 marks is painted as one sign: rows without a width take a terminal library minutes to cut."""

from itertools import groupby

import pytest
from rich.cells import get_character_cell_size

from heeldiary.domain.text import MOST_MARKS, NOTE_LIMIT
from tests.sampling import sampled
from tests.tui.stage import NORMAL, Stage

MARKS = {"accents": "\u0301", "tags": "\U000e0041", "jamo": "\u1160"}


def longest_run(text: str) -> int:
    return max(
        (len(list(run)) for none, run in groupby(text, lambda one: not get_character_cell_size(one)) if none), default=0
    )


@pytest.mark.parametrize("kind", sampled(MARKS, ("accents",)))
async def test_no_screen_is_given_a_long_run_of_marks(kind: str, stage: Stage) -> None:
    words = f"sore {MARKS[kind] * (NOTE_LIMIT - 6)}x"
    stage.heeldiary.done("log", "note", "-", stdin=words)
    stage.heeldiary.done("log", "care", "ice", "--course", "a", "--note", "-", stdin=words)
    async with stage.play(NORMAL) as play:
        for key in ("d", "t", "c", "r", "slash"):
            if key == "slash":
                await play.press("d")
            await play.press(key)
            if key == "slash":
                await play.type("sore")
            painted = "\n".join(strip.text for strip in play.strips)
            assert longest_run(painted.replace("\0", "")) <= MOST_MARKS, key
        assert "sore" in play.text
    assert [entry["note"] for entry in stage.entries("note")] == [words]
