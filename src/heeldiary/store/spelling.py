"""The person's own words, spelled as they were first written: `Rain` and `rain` are one tag."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Literal

from heeldiary.domain.entries import USUAL_ACTIVITIES, USUAL_CARE, Activity, Care, Entry
from heeldiary.domain.text import each_once
from heeldiary.store.sql import Sql

Field = Literal["activity", "care", "course", "tag"]
"""What a word names: a kind of activity or care, a course, or a tag."""

_USED: Mapping[Field, str] = {
    "activity": "SELECT DISTINCT kind FROM activity",
    "care": "SELECT DISTINCT kind FROM care",
    "course": "SELECT DISTINCT course FROM care WHERE course IS NOT NULL",
    "tag": "SELECT DISTINCT tag FROM tag",
}
_USUAL: Mapping[Field, Iterable[str]] = {"activity": USUAL_ACTIVITIES, "care": USUAL_CARE}


class Spelling:
    """The spelling of each word of a diary. Words it meets first are remembered, so that a file is spelled alike."""

    def __init__(self, sql: Sql) -> None:
        self._sql = sql

    def word(self, field: Field, typed: str) -> str:
        """Return a word as it was first written, or as it is typed now."""
        return self._words[field].setdefault(typed.casefold(), typed)

    def tags(self, typed: Iterable[str]) -> tuple[str, ...]:
        """Return tags as they were first written, each once."""
        return each_once(self.word("tag", tag) for tag in typed)

    def entry(self, entry: Entry) -> Entry:
        """Return an entry with its words as they were first written."""
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
        used = (word for (word,) in self._sql.rows(query))
        return {word.casefold(): word for word in reversed([*_USUAL.get(field, ()), *used])}
