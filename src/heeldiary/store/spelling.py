"""The person's own words, spelled as the diary spells them: `Rain` and `rain` are one tag."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

from heeldiary.domain.entries import USUAL_ACTIVITIES, USUAL_CARE, Activity, Care, Entry
from heeldiary.store.sql import Sql

Field = Literal["activity", "care", "course", "tag"]
"""What a word names: a kind of activity or care, a course, or a tag."""

_USED: Mapping[Field, str] = {
    "activity": "SELECT DISTINCT kind FROM activity WHERE true",
    "care": "SELECT DISTINCT kind FROM care WHERE true",
    "course": "SELECT DISTINCT course FROM care WHERE course IS NOT NULL",
    "tag": "SELECT DISTINCT tag FROM tag WHERE true",
}
_USUAL: Mapping[Field, Iterable[str]] = {"activity": USUAL_ACTIVITIES, "care": USUAL_CARE}


class Spelling:
    """The spelling of each word of a diary.

    Words it meets are remembered: those of a file are spelled alike. Not so those of our own export, `remembers` off:
    a diary of before may have two that differ by their case alone, and they come back as they were.
    """

    def __init__(self, sql: Sql, apart_from: str = "") -> None:
        """`apart_from` is the id of an entry that is being changed: its own words do not count."""
        self._sql, self._apart_from = sql, apart_from
        self.remembers = True

    def word(self, field: Field, typed: str) -> str:
        """Return a word as the diary spells it, or as it is typed now; what is spelled just so comes first."""
        words = self._words[field]
        word = words.get(typed) or words.get(typed.casefold(), typed)
        if self.remembers:
            words.setdefault(typed.casefold(), word)
        return word

    def tags(self, typed: Iterable[str]) -> tuple[str, ...]:
        """Return tags as the diary spells them, each once."""
        return tuple(dict.fromkeys(self.word("tag", tag) for tag in typed))

    def entry(self, entry: Entry) -> Entry:
        """Return an entry with its words as the diary spells them."""
        fact = entry.fact
        if isinstance(fact, Activity):
            fact = fact._replace(kind=self.word("activity", fact.kind))
        elif isinstance(fact, Care):
            course = fact.course and self.word("course", fact.course)
            fact = fact._replace(kind=self.word("care", fact.kind), course=course)
        return entry._replace(fact=fact, tags=self.tags(entry.tags) if entry.tags else ())

    @cached_property
    def _words(self) -> dict[Field, dict[str, str]]:
        return {field: self._spelled(field, query) for field, query in _USED.items()}

    def _spelled(self, field: Field, query: str) -> dict[str, str]:
        entry = "entry_id" if field == "tag" else "id"
        own = f" AND {entry} <> ?" if self._apart_from else ""  # an index alone answers the shorter one
        used = self._sql.rows(query + own, (self._apart_from,) if own else ())
        words = [*_USUAL.get(field, ()), *(word for (word,) in used)]
        return {word.casefold(): word for word in reversed(words)} | {word: word for word in words}
