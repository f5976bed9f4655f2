"""What a refused edit was meant to change, by the entry that it is about; imported for refusals alone."""

import re
from collections.abc import Sequence
from contextlib import suppress

from heeldiary.cli.context import CommandContext
from heeldiary.cli.edit_fields import options_of
from heeldiary.cli.meant_amounts import before_options
from heeldiary.cli.meant_options import misplaced_value
from heeldiary.cli.offered_edit import ID_LETTERS, edit_command
from heeldiary.domain.entries import Entry, Massage, Pain
from heeldiary.errors import BadInput, Problem
from heeldiary.store.diary import Diary
from heeldiary.store.entries.last import find_last_entries, was_logged_last
from heeldiary.store.recording import ScoreTaken

_OFFERED = re.compile(r"did you mean --([a-z0-9]+)[^;]*\?$")


def foreign_option(entry: Entry, name: str) -> BadInput:
    """Return the refusal of an option that an entry of another type has, with those that fit."""
    wrong = f"{'an' if entry.type == 'activity' else 'a'} {entry.type} entry has no --{name}"
    instead = f"{_massage_times(entry.fact)}; " if name == "minutes" and isinstance(entry.fact, Massage) else ""
    return BadInput(wrong, f"{instead}{_fitting(entry)}")


def _fitting(entry: Entry) -> str:
    return f"its options are {', '.join(f'--{name}' for name in options_of(entry))}"


def _massage_times(massage: Massage) -> str:
    """Return how the time of a massage is changed."""
    if massage.is_whole:
        return "to change how long a whole massage took, delete it and log it again; for points: --ki1 2m and so on"
    return f"each point has its own time, as in: --{massage.steps[0].point} 2m"


def better_edit(problem: BadInput, words: Sequence[str], context: CommandContext) -> BadInput:
    """Return the refusal of an edit with options that its entry has, or with the entry that is in its way."""
    offered = _OFFERED.fullmatch(problem.remedy)
    if not offered and not isinstance(problem, ScoreTaken):
        return problem
    with suppress(Problem), context.reading(wait_seconds=0) as diary:
        if isinstance(problem, ScoreTaken):
            return BadInput(problem.message, _way_out(problem, diary))
        entry = _find(diary, words[1])
        if offered and offered[1] not in options_of(entry):
            return BadInput(problem.message, _instead(entry, before_options(words)[2:]))
    return problem


def _find(diary: Diary, typed: str) -> Entry:
    """Return the entry with the typed id, or the last one."""
    return find_last_entries(diary)[0] if typed.lower() == "last" else diary.find(typed)


def _instead(entry: Entry, words: Sequence[str]) -> str:
    """Return the remedy for a word, or for an option, that was taken for one of another type of entry."""
    value = misplaced_value(words[0].lower(), [f"--{name}" for name in options_of(entry)]) if words else None
    return value or (_massage_times(entry.fact) if isinstance(entry.fact, Massage) else _fitting(entry))


def _way_out(taken: ScoreTaken, diary: Diary) -> str:
    """Return the commands for the score that is there already, and for the one that was logged by mistake."""
    assert isinstance(taken.changed.fact, Pain)
    score = edit_command(taken.other, f"--score {taken.changed.fact.score}")
    undo = "; `heeldiary undo` takes back what you logged last" * was_logged_last(diary, taken.changed)
    return f"`{score}` changes that one, `heeldiary delete {taken.other.id[:ID_LETTERS]}` deletes it{undo}"
