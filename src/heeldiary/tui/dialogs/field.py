"""A field of a form: its label, its hint, how its text is read, and the widget it is typed into."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from textual.widgets import Input

from heeldiary.tui.drafts.drafts import Values
from heeldiary.tui.widgets.choice_input import ChoiceInput
from heeldiary.tui.widgets.completed_input import Complete, CompletedInput, among


class Field(NamedTuple):
    """A field of a form."""

    name: str
    label: str
    hint: str
    """The placeholder: what may be typed."""
    parse: Callable[[str], Any]
    """Parses the text; raises BadInput. An empty field is None and is not parsed."""
    typed: str = ""
    """The initial text."""
    needed: bool = False
    words: Sequence[str] = ()
    """Suggestions."""
    choices: Sequence[str] = ()
    """The only values it can have."""
    complete: Complete | None = None
    """Completes the text, if not by `words`."""
    spread: Callable[[str], Mapping[str, str]] = lambda _: {}
    """Returns the texts of several fields, by name, if they were typed into this one; else nothing."""
    missing: str = ""
    """What may be typed, said of a needed field without text; "" for the placeholder."""
    relabel: Callable[[Values], str] | None = None
    """Returns the label from the texts of all fields, if it depends on them."""


Parsed = dict[str, Any]


def build_input(field: Field, text: str) -> Input:
    """Return the widget of a field."""
    name = f"field-{field.name}"
    if field.choices:
        return ChoiceInput(text, field.choices, not field.needed, name)
    if field.complete or field.words:
        return CompletedInput(text, field.complete or among(field.words), field.hint, name)
    # What is typed replaces a value, as in other forms; never a note, of which one key would take all.
    return Input(text, field.hint, id=name, select_on_focus=field.name != "note")


def fitting(hint: str, columns: int) -> str:
    """Return a placeholder without the parts at its end that do not fit."""
    ends = [match.start() for match in re.finditer("[,;:] ", hint)]
    return next((part for part in (hint, *(hint[:end] for end in reversed(ends))) if len(part) <= columns), hint)


def typed_or_empty(value: object) -> str:
    """Return a value as a field's text; empty for None."""
    return "" if value is None else str(value)
