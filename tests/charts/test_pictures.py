"""Digits, feet, palettes and experiments as they look, whole: no stroke, place or colour changes unseen."""

import re
from datetime import timedelta
from pathlib import Path
from string import ascii_letters
from typing import get_args

import pytest

from heeldiary.charts.digits import HEIGHTS, big_digits
from heeldiary.charts.experiments.calendar import calendar_picture, calendar_rows
from heeldiary.charts.experiments.result import result_picture
from heeldiary.charts.foot.foot import Mark, View, foot_picture
from heeldiary.charts.palette import DUSK, PAPER, derived
from heeldiary.charts.picture import Ink, Picture
from heeldiary.domain.chance.experiments import analyse_experiment
from heeldiary.domain.experiments.result import sealed
from heeldiary.domain.scales import Foot
from tests.experiments import ended, experiment, mornings
from tests.snapshots import compare

LOOKS = Path(__file__).with_name("looks")
ROLES = ("background", "raised", "line", "text", "muted", "faint", "accent", "left", "right", "range", "band", "bars")
NORD = dict(zip(ROLES, (f"#{number:06x}" for number in range(0x2E3440, 0xFFFFFF, 0x111111)), strict=False))

CASES: tuple[tuple[Foot, int, int, float, bool], ...] = (
    ("left", 40, 19, 0.0, True), ("right", 58, 30, 1.0, True), ("left", 30, 15, 0.5, False),
)  # fmt: skip
"""Foot, columns, rows, pulse and whether braille can be shown."""


def look(picture: Picture) -> str:
    """A picture's characters, and a letter for the ink of each cell that has one; then what each letter stands for."""
    letters: dict[Ink, str] = {Ink(): " "}
    inks = [
        "".join(letters.setdefault(cell.ink, ascii_letters[len(letters) - 1]) for cell in row).rstrip()
        for row in picture.cells
    ]
    legend = (f"{letter} {ink}" for ink, letter in letters.items())
    return "\n".join([picture.text(), *inks, *legend])


def test_digits() -> None:
    compare(LOOKS / "digits.txt", "\n".join(look(big_digits("0123456789:.", rows, Ink("text"))) for rows in HEIGHTS))


@pytest.mark.parametrize("view", get_args(View))
def test_feet(view: View) -> None:
    marks = [Mark("ki1", "active"), Mark("shimian", "done"), Mark("calf", "active"), Mark("heel", "todo")]
    pictures = [
        foot_picture(view, foot, columns, rows, marks, pulse, braille, sore=("arch", "calf-inner"), cursor="heel-inner")
        for foot, columns, rows, pulse, braille in CASES
    ]
    compare(LOOKS / f"foot-{view}.txt", "\n\n".join(map(look, pictures)))


def test_palettes() -> None:
    palettes = (DUSK, PAPER, derived(True, NORD), derived(False, {**NORD, "background": "#f4f0e8"}))
    compare(LOOKS / "palettes.txt", "\n\n".join("\n".join(map(str, palette)) for palette in palettes))


def test_calendars_of_experiments() -> None:
    pictures = []
    for one, day in ((experiment(), 5), (experiment(), 20), (experiment(stopped=6), 9), (experiment("week", 12), 30)):
        today = one.first_day + timedelta(days=day)
        scores = {morning: score for morning, score in mornings(one).items() if morning <= today}
        result = sealed(one, scores, today) or analyse_experiment(one, scores, today)
        for columns in (40, 76):
            rows = calendar_rows(one, columns)
            pictures.append(look(calendar_picture(result, columns, rows)))
    compare(LOOKS / "experiments.txt", "\n\n".join(pictures))


def test_results_of_experiments() -> None:
    results = [ended(experiment(length=56), mornings(experiment(length=56), effect)) for effect in (0, -2, 4)]
    pictures = [look(result_picture(result, columns, 18)) for result in results for columns in (56, 76)]
    compare(LOOKS / "results.txt", "\n\n".join(pictures))


@pytest.mark.parametrize("columns", range(36, 120, 3))
@pytest.mark.parametrize("arm", ["ice", "ten minutes of massage in the evening"])
def test_at_any_width_the_words_of_a_result_stand_clear_of_each_other(columns: int, arm: str) -> None:
    one = experiment(length=56)._replace(heads=arm)
    picture = result_picture(ended(one, mornings(one, -2)), columns, 18).text().splitlines()
    (name, figure), (less, *told, more) = (re.split(" {2,}", line.strip()) for line in (picture[0], picture[-1]))
    assert name.removeprefix("● ").removesuffix(" (heads)") == arm or name.endswith("…")
    assert re.fullmatch(r"\d+ mornings(, each dot \d mornings|, a dot: \d)?", figure)
    assert len(re.findall(r"┃ mean \d\.\d|mean \d\.\d ┃", "\n".join(picture))) == 2
    assert told == ["╂ worth the trouble"] * (columns >= 66), (
        "the stroke through the scale has a name where there is room"
    )
    assert (less, more) in (("less pain with heads", "more pain with heads"), ("less with heads", "more with heads"))
    assert re.search(r"2\.2 less with heads(,\n| \()plausible range 1\.4 to 3\.1 less", "\n".join(picture))
