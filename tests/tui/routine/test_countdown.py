"""The countdown is whole at any size: its digits shrink before a stroke of them is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.charts.digits import HEIGHTS, big_digits
from heeldiary.charts.picture import Ink
from heeldiary.tui.routine.countdown import Countdown, Showing

TIMES = st.sampled_from(["0:53", "3:37", "1:30", "0:00", "10:08", "1:11"])


def drawn(showing: Showing, columns: int, rows: int) -> list[str]:
    """The rows of a countdown that shows something."""
    countdown = Countdown()
    countdown.show(showing)
    return countdown.draw(columns, rows).text().splitlines()


def heights_shown(lines: list[str], digits: str) -> list[int]:
    """The heights at which a text of digits is whole at the left edge."""
    return [
        height
        for height in HEIGHTS
        for top in range(len(lines) - height + 1)
        if all(
            line.startswith(stroke)
            for line, stroke in zip(lines[top:], big_digits(digits, height).text().splitlines(), strict=False)
        )
    ]


@given(TIMES, st.integers(36, 130), st.integers(5, 30), st.booleans())
def test_all_digits_are_there_at_every_size(digits: str, columns: int, rows: int, heading: bool) -> None:
    showing = Showing("Shi Mian", digits, heading="Get ready" if heading else "")
    lines = drawn(showing, columns, rows)
    assert max(map(len, lines)) <= columns
    assert heights_shown(lines, digits)


@pytest.mark.parametrize(("columns", "rows", "height"), [(58, 21, 9), (67, 21, 13), (66, 21, 9), (58, 10, 7)])
def test_they_are_as_tall_as_both_rows_and_columns_let_them(columns: int, rows: int, height: int) -> None:
    assert heights_shown(drawn(Showing("KI1", "0:53"), columns, rows), "0:53")[-1] == height


def inks(showing: Showing, columns: int = 58) -> dict[str, Ink]:
    """The ink of each text in a countdown; of the digits, that of their first stroke."""
    countdown = Countdown()
    countdown.show(showing)
    picture = countdown.draw(columns, 11)
    found = {text.strip(): ink for row in range(11) for text, ink in picture.runs(row) if text.strip(" ━")}
    strokes = next(ink for row in range(1, 11) for text, ink in picture.runs(row) if text.strip())
    return {**found, "digits": strokes}


def test_each_text_has_the_colour_of_what_it_says() -> None:
    ready = inks(Showing("KI1", "5", "step 1 of 4", heading="Get ready", beside="a ball", here=True))
    text, accent, faint = Ink("text"), Ink("accent", bold=True), Ink("faint")
    assert {name: ready[name] for name in ("KI1", "step 1 of 4", "Get ready", "a ball", "digits")} == {
        "KI1": Ink("text", bold=True), "step 1 of 4": faint, "Get ready": accent, "a ball": text,
        "digits": Ink("accent"),
    }  # fmt: skip
    paused = inks(Showing("KI1", "0:53", "step 1 of 4", "Paused", calm=True, here=True))
    assert (paused["Paused"], paused["digits"]) == (accent, Ink("muted"))
    assert "step 1 of 4" not in paused, "what can be done now stands in its place"
    assert inks(Showing("KI1", "0:53"))["digits"] == text


@pytest.mark.parametrize(("share", "done"), [(0.0, 0), (0.5, 29), (1.0, 58)])
def test_the_bar_is_as_long_as_what_is_done(share: float, done: int) -> None:
    countdown = Countdown()
    countdown.show(Showing("KI1", "0:53", share=share))
    bar = [*countdown.draw(58, 11).runs(10)]
    assert sum(len(text) for text, ink in bar if ink == Ink("accent")) == done
    assert sum(len(text) for text, ink in bar if ink == Ink("line")) == 58 - done
