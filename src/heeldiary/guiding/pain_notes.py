"""Pain that was scored before a session, for a foot that the session then never came to: it stays as a note.

Such a foot had no massage, so it gets no entry of one: that would count as a session. The score was given, so it is not
thrown away. Should the session still come to the foot, the note goes and the score stands in the foot's own entry.
"""

from collections.abc import Mapping
from typing import Any

from heeldiary.domain.scales import Foot
from heeldiary.store.diary import Diary
from heeldiary.store.routine.sessions import NoteChange


class PainNotes:
    """The notes of one session as they are in the diary, one a foot at most."""

    def __init__(self, texts: Mapping[Foot, tuple[str, str]] | None = None) -> None:
        """`texts` has for each foot the id and the text of its note."""
        self._texts = dict(texts or {})

    def changes(self, diary: Diary, scores: Mapping[Foot, int]) -> dict[Foot, NoteChange]:
        """Return what has to be written or taken out, given the scores that have no session to stand in."""
        changes = {}
        for foot in {**self._texts, **scores}:
            entry_id, text = self._texts.get(foot, ("", ""))
            wanted = note_text(foot, scores[foot]) if foot in scores else ""
            if wanted != text:
                changes[foot] = NoteChange(entry_id or diary.new_id(), text, wanted)
        return changes

    def after(self, changes: Mapping[Foot, NoteChange]) -> "PainNotes":
        """Return the notes as they are when that is written."""
        texts = self._texts | {foot: (change.id, change.text) for foot, change in changes.items()}
        return PainNotes({foot: note for foot, note in texts.items() if note[1]})

    def state(self) -> dict[str, Any]:
        """What it takes to go on, as JSON can hold it."""
        return {foot: [*note] for foot, note in self._texts.items()}

    @classmethod
    def from_state(cls, state: Mapping[Any, Any]) -> "PainNotes":
        """The notes of a session that was broken off. Raises LookupError, TypeError or ValueError where none was."""
        return cls({foot: (str(entry_id), str(text)) for foot, (entry_id, text) in state.items()})


def note_text(foot: Foot, score: int) -> str:
    """Return what the note says."""
    return f"Pain before a session, {foot} foot: {score}/10. Nothing was done on this foot."
