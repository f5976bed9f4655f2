"""The cells of a calibration's table: a share of diaries beside the wanted share."""

from collections.abc import Iterable
from math import sqrt
from typing import Literal, NamedTuple

_ONE_SIDED_95 = 1.6449


class Cell(NamedTuple):
    """One line of the table."""

    what: str
    """What was tried: `links: any claimed among five null factors`."""
    person: str
    """Of whom, and how many days: `persistence .8, 84 days, 20 % missing`."""
    hits: int
    """Diaries in which it happened."""
    diaries: int
    goal: float | None = None
    """The share wanted; None where it is printed only."""
    side: Literal["at most", "at least"] = "at most"

    @property
    def share(self) -> float:
        """How often it happened, 0-1."""
        return self.hits / self.diaries

    @property
    def limit(self) -> float:
        """The one-sided 95 % limit on the side that matters (Wilson's), 0-1."""
        z, n, p = _ONE_SIDED_95, self.diaries, self.share
        middle, half = p + z * z / (2 * n), z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        return (middle + half if self.side == "at most" else middle - half) / (1 + z * z / n)

    @property
    def reached(self) -> bool:
        """Whether the share is as wanted; true where none is."""
        return self.goal is None or (self.share <= self.goal if self.side == "at most" else self.share >= self.goal)


class Mean(NamedTuple):
    """One line of the table that is a mean, which should be 0."""

    what: str
    person: str
    mean: float
    """In points."""
    error: float
    """Its standard error, in points."""
    goal: float
    """How far from 0 it may be, in points."""

    @property
    def limit(self) -> float:
        """How far from 0 it may lie (one-sided 95 %)."""
        return abs(self.mean) + _ONE_SIDED_95 * self.error

    @property
    def reached(self) -> bool:
        """Whether it is near enough to 0."""
        return abs(self.mean) <= self.goal


def table(cells: Iterable[Cell | Mean]) -> str:
    """The lines of a Markdown table."""
    lines = ["| what | made-up person | found | 95 % limit | wanted |", "| --- | --- | --- | --- | --- |"]
    for cell in cells:
        if isinstance(cell, Mean):
            wanted = f"within {cell.goal:g}{'' if cell.reached else ' **missed**'}"
            lines.append(f"| {cell.what} | {cell.person} | {cell.mean:+.2f} | {cell.limit:.2f} | {wanted} |")
            continue
        wanted = "–" if cell.goal is None else f"{cell.side} {cell.goal:.0%}{'' if cell.reached else ' **missed**'}"
        lines.append(f"| {cell.what} | {cell.person} | {cell.share:.1%} | {cell.limit:.1%} | {wanted} |")
    return "\n".join(lines)
