"""Whole numbers by day in one numpy array, which reads and compares fifty years of days quickly."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
DayNumbers = NDArray[np.int64]
"""Days by their proleptic ordinal, as `date.toordinal` counts."""

_EPOCH = date(1970, 1, 1).toordinal()


class DayValues(Mapping[date, int]):
    """A value for each day on which it is known."""

    def __init__(self, first: int, row: Numbers) -> None:
        """`row` has a value a day from the day number `first` on; nan where it is not known."""
        self._first = first
        self._row = row

    @classmethod
    def of(cls, values: Mapping[date, int]) -> "DayValues":
        """The values of any mapping; none of them is negative."""
        if isinstance(values, DayValues):
            return values
        return cls.largest(numbers_of(values), np.fromiter(values.values(), np.int64, len(values)))

    @classmethod
    def total(cls, numbers: DayNumbers, amounts: DayNumbers) -> "DayValues":
        """What the amounts of each day come to; negative ones are not known."""
        days = numbers[amounts >= 0]
        first, row = _empty(days)
        row[days - first] = np.bincount(days - first, amounts[amounts >= 0], len(row))[days - first]
        return cls(first, row)

    @classmethod
    def largest(cls, numbers: DayNumbers, amounts: DayNumbers) -> "DayValues":
        """The largest amount of each day; negative ones are not known."""
        days = numbers[amounts >= 0]
        first, row = _empty(days)
        np.fmax.at(row, days - first, amounts[amounts >= 0].astype(np.float64))
        return cls(first, row)

    @classmethod
    def marks(cls, numbers: DayNumbers, done: DayNumbers) -> "DayValues":
        """1 for the days done, 0 for the others among `numbers`."""
        first, row = _empty(np.concatenate([numbers, done]))
        row[numbers - first] = 0
        row[done - first] = 1
        return cls(first, row)

    def replaced(self, values: "DayValues") -> "DayValues":
        """The same, but with other values of the days that those have; all of them are known here as well."""
        row = self._row.copy()
        row[values.numbers - self._first] = values._row[values.numbers - values._first]
        return DayValues(self._first, row)

    def between(self, first: int, last: int) -> Numbers:
        """The value of each day from one day number to another; nan where it is not known."""
        values = np.full(last - first + 1, np.nan)
        begin, end = max(first, self._first), min(last + 1, self._first + len(self._row))
        if begin < end:
            values[begin - first : end - first] = self._row[begin - self._first : end - self._first]
        return values

    @property
    def numbers(self) -> DayNumbers:
        """The numbers of the days that are known, oldest first."""
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
    """The first day number, and a row of nan as long as all of them need."""
    first, last = (int(numbers.min()), int(numbers.max())) if len(numbers) else (0, -1)
    return first, np.full(last - first + 1, np.nan)


def day_numbers(texts: str | None) -> DayNumbers:
    """The numbers of days written 2026-11-22 and parted by commas."""
    days = np.frombuffer(f"{texts},".encode() if texts else b"", "S11").astype("S10").astype("M8[D]")
    return np.asarray(days.astype(np.int64) + _EPOCH)


def whole_numbers(texts: str | None) -> DayNumbers:
    """Whole numbers parted by commas."""
    return np.fromstring(texts or "", np.int64, sep=",")


def numbers_of(days: Collection[date]) -> DayNumbers:
    """The numbers of days."""
    return np.fromiter(map(date.toordinal, days), np.int64, len(days))


def joined(*numbers: DayNumbers) -> DayNumbers:
    """All of these days one after another; a day may come several times."""
    return np.concatenate(numbers)


def between(first: str, last: str, numbers: DayNumbers) -> list[str]:
    """The days from one to another, both included, that are not among these."""
    begin, end = (date.fromisoformat(day).toordinal() for day in (first, last))
    missing = np.ones(end - begin + 1, dtype=np.bool_)
    missing[numbers - begin] = False
    return [date.fromordinal(int(number)).isoformat() for number in np.flatnonzero(missing) + begin]


def repeated(numbers: DayNumbers) -> tuple[date, date] | None:
    """The first and the last day that comes more than once; None where each comes once."""
    ordered = np.sort(numbers)
    twice = ordered[1:][ordered[1:] == ordered[:-1]]
    return (date.fromordinal(int(twice[0])), date.fromordinal(int(twice[-1]))) if len(twice) else None
