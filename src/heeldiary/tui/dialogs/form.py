"""A form: a few lines to fill in. What was typed is kept as a draft until it is saved."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.suggester import SuggestFromList
from textual.timer import Timer
from textual.widgets import Input, Static

from heeldiary.domain.text import clean
from heeldiary.errors import BadInput, Busy, Problem
from heeldiary.tui.dialogs.dialog import Dialog

_DRAFT_SECONDS = 1.0
_NEWLINE = " ⏎ "


class Field(NamedTuple):
    """One line of a form."""

    name: str
    label: str
    hint: str
    """Shown while the field is empty: what may be typed."""
    parse: Callable[[str], Any]
    """The value of what was typed; raises BadInput. An empty field is None and is not parsed."""
    typed: str = ""
    """What stands there at first."""
    needed: bool = False
    words: Sequence[str] = ()
    """Words that it completes; → takes one."""


Parsed = dict[str, Any]


class Form(Dialog[Parsed]):
    """Asks for its fields and saves them. Answers what was parsed, once it is saved."""

    DEFAULT_CSS = """
    Form .field { height: 1; }
    Form .label { width: 18; color: $text-muted; }
    Form Input { width: 1fr; }
    Form #hint { color: $text-muted; margin: 1 0 0 18; height: auto; }
    Form .label.-here { color: $accent; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "save", show=False),
        Binding("down", "app.focus_next", "next", show=False),
        Binding("up", "app.focus_previous", "previous", show=False),
        Binding("ctrl+r", "afresh", "afresh", show=False),
    ]

    def __init__(
        self,
        draft: str,
        title: str,
        fields: Sequence[Field],
        save: Callable[[Parsed], None],
        *,
        keys: str = "enter save   tab next   ctrl+r start afresh   escape close",
    ) -> None:
        super().__init__(title, keys)
        self._draft = draft
        self._fields = fields
        self._save = save
        self._draft_timer: Timer | None = None
        self._saving = False

    def content(self) -> ComposeResult:
        """A label and an input for each field, with the draft in it if there is one."""
        draft = self.host.drafts.get(self._draft) or {}
        for field in self._fields:
            with Horizontal(classes="field"):
                yield Static(field.label, classes="label", id=f"label-{field.name}", markup=False)
                yield Input(
                    _in_one_line(draft.get(field.name, field.typed)),
                    placeholder=field.hint,
                    id=f"field-{field.name}",
                    suggester=SuggestFromList(field.words, case_sensitive=False) if field.words else None,
                    select_on_focus=False,
                )

        yield Static("", id="hint", markup=False)

    def on_mount(self) -> None:
        """Begin in the first field."""
        self.query(Input).first().focus()
        if self.host.drafts.get(self._draft):
            self.complain("This is what you had typed; ctrl+r starts afresh.")

    def typed(self) -> dict[str, str]:
        """What stands in each field."""
        return {
            field.name: self.query_one(f"#field-{field.name}", Input).value.replace(_NEWLINE, "\n")
            for field in self._fields
        }

    def keep_draft(self) -> None:
        """Keep what is typed, if it differs from what stood there at first."""
        typed = self.typed()
        if typed == {field.name: field.typed for field in self._fields}:
            self.host.drafts.drop(self._draft)
        else:
            self.host.drafts.keep(self._draft, typed)

    def action_save(self) -> None:
        """Save, or say what is wrong and stay."""
        if self._saving:
            return
        parsed: Parsed = {}
        for field in self._fields:
            text = self.typed()[field.name].strip()
            try:
                if field.needed and not text:
                    raise BadInput(f"{field.label.lower()} is missing", field.hint)
                parsed[field.name] = field.parse(text) if text else None
            except BadInput as problem:
                self.query_one(f"#field-{field.name}", Input).focus()
                self.complain(_sentence(problem))
                return
        self._try(parsed)

    def _try(self, parsed: Parsed) -> None:
        """Save; while another program holds the diary, say so and keep trying."""
        self._saving = True
        try:
            self._save(parsed)
        except Busy:
            self.complain("Another program holds the diary; this is saved as soon as it lets go.")
            self.set_timer(0.5, lambda: self._try(parsed))
            return
        except Problem as problem:
            self._saving = False
            self.complain(_sentence(problem))
            return
        self.host.drafts.drop(self._draft)
        self.dismiss(parsed)

    def action_afresh(self) -> None:
        """Put back what stood there at first."""
        for field in self._fields:
            self.query_one(f"#field-{field.name}", Input).value = _in_one_line(field.typed)
        self.host.drafts.drop(self._draft)
        self.complain("")

    def action_close(self) -> None:
        """Close; what was typed comes back the next time."""
        self.keep_draft()
        self.dismiss(None)

    @on(Input.Submitted)
    def _submitted(self) -> None:
        # By the field's own enter, so that it comes after all that was typed before it, however fast.
        self.action_save()

    @on(Input.Changed)
    def _keep_soon(self) -> None:
        if self._draft_timer is not None:
            self._draft_timer.stop()
        self._draft_timer = self.set_timer(_DRAFT_SECONDS, self.keep_draft)

    def on_descendant_focus(self) -> None:
        """Mark the label of the field that is written in."""
        for field in self._fields:
            here = self.query_one(f"#field-{field.name}").has_focus
            self.query_one(f"#label-{field.name}").set_class(here, "-here")
            if here:
                self.query_one("#hint", Static).update(field.hint)


def _sentence(problem: Problem) -> str:
    return f"{problem.message[:1].upper()}{problem.message[1:]}: {problem.remedy}."


def _in_one_line(text: str) -> str:
    return clean(text)[0].replace("\n", _NEWLINE)


def typed_or_empty(value: object) -> str:
    """How a value stands in a field: nothing for None."""
    return "" if value is None else str(value)
