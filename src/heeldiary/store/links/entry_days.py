"""The days on which the diary has an entry."""

from collections.abc import Collection
from datetime import date, timedelta

from heeldiary.store.sql import Sql

_LOGGED = "SELECT DISTINCT day FROM entry WHERE day <= ?"
_ENDS = "SELECT min(day) FROM entry WHERE day <= ?1 UNION ALL SELECT max(day) FROM entry WHERE day <= ?1"
_MOST_ASKED = 5_000
"""For more days than that, it is quicker to read the day of every entry."""
_DAY = timedelta(days=1)


class EntryDays(dict[str, date]):
    """Days of entries, by how they are written: a long diary names each of them many times, here it is read once.

    Only days on which there is an entry belong into it.
    """

    def __missing__(self, text: str) -> date:
        """Take in a day that was read from an entry."""
        day = self[text] = date.fromisoformat(text)
        return day

    def dates(self, texts: Collection[str]) -> list[date]:
        """The days of entries, taken in where they are new."""
        if not self:  # the first ones, all of them new
            self.update(zip(texts, map(date.fromisoformat, texts), strict=True))
        return [*map(self.__getitem__, texts)]

    def all(self, sql: Sql, last: str) -> Collection[date]:
        """Every day up to the last that has an entry; none after it may have been taken in."""
        unknown = self._unknown(sql, last)
        if len(unknown) <= _MOST_ASKED:
            asked = f"SELECT DISTINCT day FROM entry WHERE day IN ({', '.join('?' * len(unknown))})"
            rows = sql.rows(asked, unknown) if unknown else []
        else:
            rows = sql.rows(_LOGGED, (last,))
        self.dates([text for (text,) in rows])
        return self.values()

    def _unknown(self, sql: Sql, last: str) -> list[str]:
        """The days between the first entry and the last that have not been taken in."""
        first, end = (text and date.fromisoformat(text) for (text,) in sql.rows(_ENDS, (last,)))
        if not first:
            return []
        every = map(date.fromordinal, range(first.toordinal(), end.toordinal() + 1))
        return [day.isoformat() for day in set(every).difference(self.values())]
