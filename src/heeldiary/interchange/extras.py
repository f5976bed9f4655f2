"""What a file contains besides entries: what is imported, and what is left out and why."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Literal, NamedTuple

from heeldiary.domain.days import short_day
from heeldiary.domain.experiments.experiment import Experiment
from heeldiary.domain.links.factors import MOST_FACTORS
from heeldiary.domain.routine.ask_first import Answers
from heeldiary.domain.settings import BY_NAME
from heeldiary.interchange.reading import Reading
from heeldiary.interchange.tables import saved_rows
from heeldiary.store.action import KEPT, KeptRow, KeptTable, UndoStep
from heeldiary.store.diary import Diary
from heeldiary.store.experiments import experiment_from_row, running_experiment
from heeldiary.store.imports.deleted import deleted_rows
from heeldiary.store.routine.ask_first import all_answers, row

Along = Literal["new", "there", "left out"]

_Rows = dict[str, KeptRow]

_DIFFERS = "the diary has another"
_OTHER_ROUTINE = f"{_DIFFERS}; to get this one, delete yours and import with --again"
_DELETED = "you deleted it here; --again brings it back"


class Item(NamedTuple):
    """A thing to import other than an entry."""

    kind: str
    """setting, answers, routine, plan, pause, factor or experiment."""
    name: str
    fate: Along
    put: Callable[[UndoStep], None]
    """Writes it."""
    value: str = ""
    """A setting's value, as typed."""
    reason: str = ""
    """Why it is left out; "" if it is imported."""


class Wishes(NamedTuple):
    """The options of an import."""

    again: bool = False
    """Import what was deleted here."""
    with_commands: bool = False
    """Import settings that run a program."""
    skip_conflicts: bool = False
    """Skip entries in conflict with the diary's."""
    theirs: bool = False
    """Replace the diary's entries in conflict."""


def items_of(diary: Diary, reading: Reading, wishes: Wishes) -> list[Item]:
    """Return everything in the file besides entries, with its fate."""
    items = [*_settings(diary, reading, wishes), *_answers(diary, reading)]
    saved = saved_rows(diary)
    left_out = set[tuple[str, str]]()
    for table in KEPT:  # routines before their plans
        saved_of_table = saved.get(table, {})
        deleted = frozenset() if wishes.again else deleted_rows(diary.sql, table)
        limit = _limit(table, diary, saved_of_table, reading.kept.get(table, {}), deleted)
        # The names of routines differ by more than their case.
        own = {key.lower() if table == "routine" else key: row for key, row in saved_of_table.items()}
        for key, values in reading.kept.get(table, {}).items():
            here = own.get(key.lower() if table == "routine" else key)
            reason = ""
            if here is not None:
                reason = _OTHER_ROUTINE if table == "routine" else _DIFFERS
            elif key in deleted:
                reason = _DELETED
            elif table == "plan" and ("routine", key) in left_out:
                reason = "the routine of that name is not imported"
            else:
                reason = limit(values)
            fate: Along = "there" if here == values else "left out" if reason else "new"
            if fate == "left out":
                left_out.add((table, key))
            items.append(Item(table, _name(table, key, values), fate, _keeping(table, key, values), reason=reason))
    return items


def _settings(diary: Diary, reading: Reading, wishes: Wishes) -> Iterator[Item]:
    saved = diary.settings().stored
    deleted = frozenset() if wishes.again else deleted_rows(diary.sql, "setting")
    for name, value in reading.settings.items():
        reason = ""
        if name in saved:
            reason = f"here it is {saved[name]}"
        elif BY_NAME[name].runs and value != "none" and not wishes.with_commands:
            reason = "it runs a program; --with-commands imports it"
        elif name in deleted:
            reason = _DELETED
        fate: Along = "there" if saved.get(name) == value else "left out" if reason else "new"
        yield Item("setting", name, fate, _setting(name, value), value, reason)


def _answers(diary: Diary, reading: Reading) -> Iterator[Item]:
    saved = {answers.id: answers for answers in all_answers(diary)}
    for answers in {answers.id: answers for answers in reading.answers}.values():
        own = saved.get(answers.id)
        fate: Along = "new" if own is None else "there" if row(own) == row(answers) else "left out"
        reason = _DIFFERS if fate == "left out" else ""
        yield Item("answers", f"of {short_day(answers.day)}", fate, _answering(answers), reason=reason)


def _limit(
    table: KeptTable, diary: Diary, saved: _Rows, coming: _Rows, deleted: frozenset[str]
) -> Callable[[KeptRow], str]:
    """Decides why a new row is left out: a diary has a limited number of factors and one running experiment.

    If there are too many factors, all are left out: only the person can choose.
    """
    if table == "factor":
        held = sum(row["dropped_on"] is None for row in saved.values())
        new = [row for key, row in coming.items() if key not in saved and key not in deleted and _holds(row)]
        if held + len(new) > MOST_FACTORS:
            return lambda row: f"more than {MOST_FACTORS} would be checked together" if _holds(row) else ""
    if table == "experiment" and saved:
        today = diary.today()
        if running_experiment(diary, today) is not None:
            return lambda row: "another experiment runs here" if _goes_on(row, today) else ""
    return lambda _: ""


def _holds(factor: KeptRow) -> bool:
    return factor["dropped_on"] is None


def _goes_on(row: KeptRow, today: date) -> bool:
    """Return whether an experiment has no result yet; on its last morning it still runs."""
    experiment: Experiment = experiment_from_row({"id": "", **row})
    return today <= experiment.last_morning and (experiment.stopped_on is None or experiment.stopped_on > today)


def _name(table: KeptTable, key: str, row: KeptRow) -> str:
    if table == "pause":
        return f"from {short_day(date.fromisoformat(key))}"
    return f'"{row["question"]}"' if table == "experiment" else key


def _setting(name: str, value: str) -> Callable[[UndoStep], None]:
    return lambda action: action.set(name, value)


def _answering(answers: Answers) -> Callable[[UndoStep], None]:
    return lambda action: action.answer(answers.id, row(answers))


def _keeping(table: KeptTable, key: str, rows: dict[str, Any]) -> Callable[[UndoStep], None]:
    return lambda action: action.keep(table, key, rows)
