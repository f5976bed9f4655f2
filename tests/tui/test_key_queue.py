"""Order is preserved: changes that wait for a held file, and the two keys of a ten."""

import asyncio
from collections.abc import Callable

import pytest
from textual.app import App
from textual.events import Key

from heeldiary.domain.ten_typing import TEN_SECONDS, TenTyping
from heeldiary.errors import Busy
from heeldiary.tui.key_queue import Turns
from heeldiary.tui.write_queue import Changes


class File:
    """A file that another program may hold, and what was written to it."""

    def __init__(self) -> None:
        self.held = False
        self.written: list[str] = []
        self.retries: list[Callable[[], None]] = []
        self.changes = Changes(self.retries.append)

    def write(self, word: str) -> Callable[[], None]:
        """A change that writes a word."""

        def change() -> None:
            if self.held:
                raise Busy("held", "wait")
            self.written.append(word)

        return change


def test_changes_wait_in_their_order_and_are_tried_again_together() -> None:
    file = File()
    assert file.changes.make(file.write("a"))
    file.held = True
    assert not file.changes.make(file.write("b"))
    file.held = False
    assert not file.changes.make(file.write("c")), "it waits for the one before"
    assert (file.written, file.changes.waiting, len(file.retries)) == (["a"], 2, 1)
    file.retries.pop()()
    assert (file.written, file.changes.waiting) == (["a", "b", "c"], 0)


def test_a_change_that_leads_to_another_is_made_once() -> None:
    file = File()

    def first() -> None:
        file.written.append("first")
        file.changes.make(file.write("second"))

    file.changes.make(first)
    assert file.written == ["first", "second"]


def test_at_the_end_what_cannot_be_made_is_counted() -> None:
    file = File()
    file.held = True
    for word in "ab":
        file.changes.make(file.write(word))
    file.changes.end()
    assert (file.changes.waiting, len(file.retries)) == (2, 1)


@pytest.mark.parametrize(("typed", "tens"), [
    ("1a0 0a0.5", [1]), ("1a0 0a1", [1]), ("1a0 0a1.1", []), ("1a0 0b0.5", []), ("0a0 0a0.1", []),
    ("1a0 1a0.1 0a0.2", [2]),
    ("1a0 0a0.1 0a0.2", [1]), ("1a0 5a0.1 0a0.2", []), ("1b0 1a0.1 0b0.2", []),
])  # fmt: skip
def test_a_one_and_at_once_a_nought_at_the_same_place(typed: str, tens: list[int]) -> None:
    ten = TenTyping()
    made = [ten.completes_ten(int(word[0]), word[1], float(word[2:]) * TEN_SECONDS) for word in typed.split()]
    assert [number for number, is_ten in enumerate(made) if is_ten] == tens


def test_a_forgotten_one_makes_none() -> None:
    ten = TenTyping()
    ten.completes_ten(1, "row", 0)
    ten.forget()
    assert not ten.completes_ten(0, "row", 0.1)


@pytest.mark.parametrize(("seconds", "late"), [(0.5, False), (1.5, True), (5.5, False)])
def test_a_nought_that_comes_too_late_for_a_ten_is_known(seconds: float, late: bool) -> None:
    ten = TenTyping()
    ten.completes_ten(1, "row", 0)
    assert ten.completes_ten(0, "row", seconds) == (seconds < 1)
    assert ten.was_late == late
    ten.completes_ten(5, "row", seconds)
    assert not ten.was_late


class Restless(App[int]):
    """An app that says at each turn of the event loop whether it has messages left: an x, or a dot."""

    turns = "...."
    seen = 0

    @property
    def message_queue_size(self) -> int:
        """1 at a busy turn."""
        self.seen += 1
        return int(self.turns[self.seen - 1 : self.seen] == "x")


@pytest.mark.slow
@pytest.mark.parametrize("turns", ["....", "x....", "...x....", "..x.x....", "xx...xx...x...."])
async def test_the_next_key_waits_for_four_quiet_turns_in_a_row(turns: str) -> None:
    app = Restless()
    async with app.run_test() as pilot:
        await pilot.pause()
        queue = Turns(app)
        app.turns, app.seen = turns, 0
        assert queue.admits(Key("a", "a"))
        assert not queue.admits(Key("b", "b")), "one at a time"
        for _ in range(2 * len(turns)):
            await asyncio.sleep(0)
        assert app.seen == len(turns)
