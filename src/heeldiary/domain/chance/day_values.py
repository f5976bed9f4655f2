"""Whole numbers by day in a numpy array: fast for fifty years of days."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
DayNumbers = NDArray[np.int64]
"""Day numbers as in `date.toordinal`."""

_EPOCH = date(1970, 1, 1).toordinal()


class DayValues(Mapping[date, int]):
    """A value for each known day."""

    def __init__(self, first: int, row: Numbers) -> None:
        """`row` has one value a day from the day number `first` on; nan if unknown."""
        self._first = first
        self._row = row

    @classmethod
    def of(cls, values: Mapping[date, int]) -> "DayValues":
        """Build from a mapping without negative values."""
        if isinstance(values, DayValues):
            return values
        return cls.largest(numbers_of(values), np.fromiter(values.values(), np.int64, len(values)))

    @classmethod
    def total(cls, numbers: DayNumbers, amounts: DayNumbers) -> "DayValues":
        """Sum the amounts of each day; negative ones are unknown."""
        days = numbers[amounts >= 0]
        first, row = _empty(days)
        row[days - first] = np.bincount(days - first, amounts[amounts >= 0], len(row))[days - first]
        return cls(first, row)

    @classmethod
    def largest(cls, numbers: DayNumbers, amounts: DayNumbers) -> "DayValues":
        """Take the largest amount of each day; negative ones are unknown."""
        days = numbers[amounts >= 0]
        first, row = _empty(days)
        np.fmax.at(row, days - first, amounts[amounts >= 0].astype(np.float64))
        return cls(first, row)

    @classmethod
    def marks(cls, numbers: DayNumbers, done: DayNumbers) -> "DayValues":
        """1 for the days in `done`, 0 for the others in `numbers`."""
        first, row = _empty(np.concatenate([numbers, done]))
        row[numbers - first] = 0
        row[done - first] = 1
        return cls(first, row)

    def replaced(self, values: "DayValues") -> "DayValues":
        """Return a copy with other values for some of its known days."""
        row = self._row.copy()
        row[values.numbers - self._first] = values._row[values.numbers - values._first]
        return DayValues(self._first, row)

    def between(self, first: int, last: int) -> Numbers:
        """Return the value of each day between two day numbers; nan if unknown."""
        values = np.full(last - first + 1, np.nan)
        begin, end = max(first, self._first), min(last + 1, self._first + len(self._row))
        if begin < end:
            values[begin - first : end - first] = self._row[begin - self._first : end - self._first]
        return values

    @property
    def numbers(self) -> DayNumbers:
        """The numbers of the known days, oldest first."""
        return np.flatnonzero(~np.isnan(self._row)) + self._first

    def __getitem__(self, day: date) -> int:
        place = day.toordinal() - self._first
        if not 0 <= place < len(self._row) or np.isnan(self._row[place]):
            raise KeyError(day)
        return int(self._row[place])

    def __iter__(self) -> Iterator[date]:
        return map(date.fromordinal, self.numbers.tolist())

    def __len__(self) -> int:
        return len(self.numbers)


def _empty(numbers: DayNumbers) -> tuple[int, Numbers]:
    """Return the first day number, and a row of nan from the first to the last."""
    first, last = (int(numbers.min()), int(numbers.max())) if len(numbers) else (0, -1)
    return first, np.full(last - first + 1, np.nan)


def day_numbers(texts: str | None) -> DayNumbers:
    """Parse comma-separated days such as 2026-11-22."""
    days = np.frombuffer(f"{texts},".encode() if texts else b"", "S11").astype("S10").astype("M8[D]")
    return np.asarray(days.astype(np.int64) + _EPOCH)


def whole_numbers(texts: str | None) -> DayNumbers:
    """Parse comma-separated whole numbers."""
    return np.fromstring(texts or "", np.int64, sep=",")


def numbers_of(days: Collection[date]) -> DayNumbers:
    """Return the numbers of some days."""
    return np.fromiter(map(date.toordinal, days), np.int64, len(days))


def joined(*numbers: DayNumbers) -> DayNumbers:
    """Concatenate day numbers, keeping duplicates."""
    return np.concatenate(numbers)


def between(first: str, last: str, numbers: DayNumbers) -> list[str]:
    """Return the days from `first` to `last`, both included, that are not among `numbers`."""
    begin, end = (date.fromisoformat(day).toordinal() for day in (first, last))
    missing = np.ones(end - begin + 1, dtype=np.bool_)
    missing[numbers - begin] = False
    return [date.fromordinal(int(number)).isoformat() for number in np.flatnonzero(missing) + begin]


def repeated(numbers: DayNumbers) -> tuple[date, date] | None:
    """Return the first and last day that occurs more than once; None if none does."""
    ordered = np.sort(numbers)
    twice = ordered[1:][ordered[1:] == ordered[:-1]]
    return (date.fromordinal(int(twice[0])), date.fromordinal(int(twice[-1]))) if len(twice) else None
