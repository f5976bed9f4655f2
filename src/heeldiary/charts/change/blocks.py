"""Then and now around one scale 0-10: a block for each morning, the first mornings above, the last ones below."""

from collections import Counter
from math import ceil
from typing import NamedTuple

from heeldiary.charts.picture import Ink, Picture
from heeldiary.domain.change.change import Period, ThenAndNow
from heeldiary.domain.change.text import labels
from heeldiary.domain.days import MONTHS
from heeldiary.domain.scales import HIGHEST, Foot

_MARGIN_COLUMNS = 10
_WIDEST_SCORE_COLUMNS, _WIDEST_BLOCK_COLUMNS = 10, 4
_LEAST_ROWS, _LEAST_SCORE_COLUMNS = 6, 3
"""With less room there are no blocks: three rows of labels, the scale, and a row on each side of it."""
_BLOCK = "▆"


class _Stacks(NamedTuple):
    """The blocks' layout: their width, how many are side by side, the mornings of each, and the rows of both sides."""

    width: int
    across: int
    mornings: int
    above: int
    below: int


def draw_blocks(picture: Picture, top: int, rows: int, columns: int, then_and_now: ThenAndNow, foot: Foot) -> int:
    """Draw both periods with their labels in as many rows as they need of those there are; return the next row."""
    each = min(_WIDEST_SCORE_COLUMNS, (columns - _MARGIN_COLUMNS) // (HIGHEST + 1))
    if rows < _LEAST_ROWS or each < _LEAST_SCORE_COLUMNS:
        return top
    first, last, mornings, chance = labels(then_and_now)
    then, now, present = then_and_now.then, then_and_now.now, then_and_now.now.last.year
    above, below = (Counter(period.scores.values()) for period in (then, now))
    caption = f"   chance {chance}"
    right = _MARGIN_COLUMNS + each * (HIGHEST + 1)
    beneath = _label(last, _dates(now, present), mornings, columns)
    caption_below = _MARGIN_COLUMNS + len(beneath) + len(caption) + 2 > right
    stacks = _stacks(each, max(above.values()), max(below.values()), rows - 3 - caption_below)
    unit = f"each block {stacks.mornings}" if stacks.mornings > 1 else ""
    scale = top + 1 + stacks.above
    picture.write(_MARGIN_COLUMNS, top, _label(first, _dates(then, present), unit, columns), Ink("muted"))
    _draw_chance(picture, scale + 1, stacks.below, each, then_and_now)
    for score in range(HIGHEST + 1):
        _draw_stack(picture, _left(score, each), scale, -1, each, above[score], stacks, Ink("range"))
        _draw_stack(picture, _left(score, each), scale, 1, each, below[score], stacks, Ink(foot))
    _draw_scale(picture, scale, each, then_and_now, foot)
    row = scale + 1 + stacks.below
    picture.write(_MARGIN_COLUMNS, row, beneath, Ink("muted"))
    row += caption_below
    start = _MARGIN_COLUMNS if caption_below else right - len(caption)
    picture.write(start, row, "┄┄", Ink("band", "band"))
    picture.write(start + 3, row, caption[3:], Ink("faint"))
    return row + 1


def _stacks(each: int, above: int, below: int, rows: int) -> _Stacks:
    """Return the layout with the largest blocks that fits the highest stacks into the rows.

    Scores are a column further apart than the blocks of one score, where that leaves each block one morning.
    """
    mornings = 1
    while True:
        for gap, across in ((blank, count) for blank in (1, 0) for count in range(1, (each - blank) // 2 + 1)):
            high, deep = ceil(above / (mornings * across)), ceil(below / (mornings * across))
            if high + deep <= rows:
                width = min(_WIDEST_BLOCK_COLUMNS, (each - gap - across) // across)
                return _Stacks(width, across, mornings, high, deep)
        mornings += 1


def _draw_stack(
    picture: Picture, left: int, scale: int, step: int, each: int, mornings: int, stacks: _Stacks, ink: Ink
) -> None:
    """Draw the blocks of a score, from the scale outwards."""
    pitch = stacks.width + 1
    start = left + (each - pitch * stacks.across + 2) // 2
    for number in range(ceil(mornings / stacks.mornings)):
        away, beside = divmod(number, stacks.across)
        picture.write(start + beside * pitch, scale + step * (1 + away), _BLOCK * stacks.width, ink)


def _draw_scale(picture: Picture, row: int, each: int, then_and_now: ThenAndNow, foot: Foot) -> None:
    """Draw the scale between the periods, with both means on it."""
    picture.write(_MARGIN_COLUMNS, row, "─" * (each * (HIGHEST + 1)), Ink("line"))
    for score in range(HIGHEST + 1):
        label = f" {score} " if each > len(str(score)) + 3 else str(score)
        picture.write_centred(_middle(score, each), row, label, Ink("muted"))
    means = ((then_and_now.then.mean, "Then", "┷", -1, Ink("text", bold=True)),
             (then_and_now.now.mean, "Now", "┯", 1, Ink(foot, bold=True)))  # fmt: skip
    for mean, name, sign, step, ink in means:
        column = _middle(mean, each)
        if picture.cells[row][column].sign.isdigit():
            column += 1 if mean >= round(mean) else -1
        both = picture.cells[row][column].sign == "┷"
        picture.put(column, row, "┿" if both else sign, ink)
        picture.write(0, row + step, f"{name:<4} {mean:.1f}", ink)


def _draw_chance(picture: Picture, row: int, rows: int, each: int, then_and_now: ThenAndNow) -> None:
    """Draw the tolerance around the first mean: where the last one falls 9 times in 10 if nothing has changed."""
    first = _middle(max(0.0, then_and_now.then.mean - then_and_now.band), each)
    last = _middle(min(float(HIGHEST), then_and_now.then.mean + then_and_now.band), each)
    for below in range(row, row + rows):
        picture.write(first, below, "┄" * (last + 1 - first), Ink("band", "band"))


def _label(title: str, dates: str, number: str, columns: int) -> str:
    """Return the label of a period; without its dates where they do not fit."""
    whole, brief = (", ".join(part for part in parts if part) for parts in ((title, dates, number), (title, number)))
    return whole if _MARGIN_COLUMNS + len(whole) <= columns else brief


def _dates(period: Period, present: int) -> str:
    """Return the dates of a period, with the year if it is not this year."""
    first, last = period.first, period.last
    ends = f"{last.day} {MONTHS[last.month - 1][:3]}" + ("" if last.year == present else f" {last.year}")
    return f"{first.day} {MONTHS[first.month - 1][:3]} – {ends}"


def _left(score: int, each: int) -> int:
    return _MARGIN_COLUMNS + score * each


def _middle(score: float, each: int) -> int:
    return int(_MARGIN_COLUMNS + each / 2 + score * each)
