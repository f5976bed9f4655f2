"""A form of labelled fields. Its text is kept as a draft until it is saved."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import DescendantBlur, Resize
from textual.widget import Widget
from textual.widgets import Input, Static

from heeldiary.domain.text import capitalized, clean, separate
from heeldiary.errors import Problem
from heeldiary.tui.dialogs.draft_dialog import DraftDialog
from heeldiary.tui.dialogs.field import Field, Parsed, build_input, fitting
from heeldiary.tui.drafts.drafts import DraftOf, Values
from heeldiary.tui.widgets.choice_input import ChoiceInput
from heeldiary.tui.widgets.completed_input import CompletedInput

_NEWLINE = " ⏎ "
_CHOOSE = "← → or a first letter"


class Form(DraftDialog[Parsed]):
    """Asks for its fields and saves them. Returns the parsed values once they are saved."""

    DEFAULT_CSS = """
    Form #panel { width: 76; }
    Form .field { height: 1; }
    Form .label { width: 18; color: $text-muted; }
    Form Input { width: 1fr; }
    Form #hint { color: $text-muted; margin: 1 0 0 19; height: auto; }
    Form.-tiny .label { width: 16; }
    Form.-tiny #hint { margin: 0 0 0 17; }
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
        draft: DraftOf,
        title: str,
        fields: Sequence[Field],
        save: Callable[[Parsed], None],
        *,
        keys: str = "enter save   tab next   ctrl+r start over   escape close",
        first: str = "",
    ) -> None:
        """The field named `first` has the focus first; without it the first of `fields`."""
        super().__init__(draft, title, keys)
        self._first = first or fields[0].name
        self._is_refused = False
        """Whether what is shown is about a field that was refused."""
        self._left_by_save: Widget | None = None
        """The field that lost the focus to one that was refused."""
        self._fields = fields
        self._save = save

    def content(self) -> ComposeResult:
        """Compose a label and an input for each field, with the draft if there is one."""
        draft = self.begin_draft({field.name: field.typed for field in self._fields})
        for field in self._fields:
            with Horizontal(classes="field"):
                yield Static(field.label, classes="label", id=f"label-{field.name}", markup=False)
                yield build_input(field, _in_one_line(draft.get(field.name, field.typed)))

        yield Static("", id="hint", markup=False)

    def on_mount(self) -> None:
        """Focus the first field."""
        self._relabel()
        self.query_one(f"#field-{self._first}", Input).focus()
        if self._draft.is_restored:
            self.complain(self.draft_warning_text() or "This is what you typed earlier. Press ctrl+r to start over.")
            self._select_restored()

    def on_resize(self, _: Resize) -> None:
        """Cut the placeholders to what fits."""
        self.call_after_refresh(self._fit_placeholders)

    def _fit_placeholders(self) -> None:
        for field in self._fields:
            line = self.query_one(f"#field-{field.name}", Input)
            if not field.choices:
                line.placeholder = fitting(field.hint, line.scrollable_content_region.width)
        self._show_hint()

    def _select_restored(self) -> None:
        """Select the text that was typed earlier, so that what is typed for another entry replaces it.

        Not a note's: it is longer, and one key would take all of it.
        """
        for field in self._fields:
            line = self.query_one(f"#field-{field.name}", Input)
            if field.name != "note" and not field.choices and line.value != _in_one_line(field.typed):
                line.select_all()

    def typed(self) -> Values:
        """Return the text of each field."""
        return {
            field.name: self.query_one(f"#field-{field.name}", Input).value.replace(_NEWLINE, "\n")
            for field in self._fields
        }

    def action_save(self) -> None:
        """Save, or show what is wrong and stay open."""
        self._spread()
        parsed: Parsed = {}
        for field in self._fields:
            line = self.query_one(f"#field-{field.name}", Input)
            is_missing = field.needed and not line.value.strip()
            try:
                parsed[field.name] = self._parse(field, line)
            except Problem as problem:
                self._go_to_refused(line, _of_field(self._label(field), problem))
                return
            if is_missing:
                self._go_to_refused(
                    line, f"{capitalized(field.label.lower())} is missing: {field.missing or field.hint}."
                )
                return
        self.save(lambda: self._save(parsed), parsed)

    def _parse(self, field: Field, line: Input) -> object:
        """Return a field's value, None if it is empty; raises Problem."""
        text = line.value.replace(_NEWLINE, "\n").strip()
        return field.parse(text) if text else None

    def _go_to_refused(self, line: Input, text: str) -> None:
        """Focus a field and say what is wrong with it, and nothing of the field that is left for it."""
        self._cancel_pending_save()
        self._left_by_save = self.focused if self.focused is not line else None
        line.focus()
        self._refuse(text)

    def _refuse(self, text: str) -> None:
        self.complain(text)
        self._is_refused = True

    def action_afresh(self) -> None:
        """Restore the initial text."""
        for field in self._fields:
            line = self.query_one(f"#field-{field.name}", Input)
            line.value = _in_one_line(field.typed)
            if isinstance(line, ChoiceInput):
                line.end_typing()
        self.query_one(f"#field-{self._first}", Input).focus()
        self.start_afresh()

    def action_close(self) -> None:
        """Close; the text comes back next time."""
        self.leave()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        # The field's own enter comes after everything typed before it, however fast.
        self._spread()
        before = event.input.value
        if (
            isinstance(event.input, CompletedInput)
            and event.input.take_only()
            and not self._is_same(event.input, before)
        ):
            taken = f'"{separate(before)}" became "{separate(event.input.value)}"'
            kept = "; with a space after it, it stays as typed" if self._may_stay(event.input, before) else ""
            self.host.mention(f"{taken}{kept}")
        self.action_save()

    def _spread(self) -> None:
        """Move what was typed into one field to the empty fields it belongs to."""
        for field in self._fields:
            line = self.query_one(f"#field-{field.name}", Input)
            texts = field.spread(line.value)
            others = [self.query_one(f"#field-{name}", Input) for name in texts if name != field.name]
            if texts and not any(other.value.strip() for other in others):
                with self.prevent(Input.Changed):  # it would come once the form is refused, and clear why
                    for name, text in texts.items():
                        self.query_one(f"#field-{name}", Input).value = text
                self._changed()

    def _is_same(self, line: Input, before: str) -> bool:
        """Whether what was typed `before` means what the field has now: nothing needs to be said then."""
        parse = self._parse_of(line)
        return self._may_stay(line, before) and bool(parse(before) == parse(line.value))

    def _may_stay(self, line: Input, typed: str) -> bool:
        """Whether a field takes what was typed as it is: a day, say, has to be one."""
        try:
            self._parse_of(line)(typed)
        except Problem:
            return False
        return True

    def _parse_of(self, line: Input) -> Callable[[str], Any]:
        return next(field.parse for field in self._fields if line.id == f"field-{field.name}")

    @on(ChoiceInput.Unknown)
    def _unknown(self, event: ChoiceInput.Unknown) -> None:
        self._refuse(f"One of: {', '.join(filter(None, event.choices))}.")

    @on(Input.Changed)
    def _changed(self) -> None:
        if self._is_refused:  # it was about what stood there before
            self._is_refused = False
            self.complain("")
        self._relabel()
        self._show_hint()
        self.change_draft()

    def _label(self, field: Field) -> str:
        """Return a field's label for what the form holds now."""
        return field.relabel(self.typed_now()) if field.relabel else field.label

    def _relabel(self) -> None:
        for field in self._fields:
            if field.relabel:
                self.query_one(f"#label-{field.name}", Static).update(self._label(field))

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Say what is wrong with a field as soon as it is left; going on is not held up."""
        was_left_by_save, self._left_by_save = event.widget is self._left_by_save, None
        for field in self._fields:
            if event.widget.id == f"field-{field.name}" and isinstance(event.widget, Input) and not was_left_by_save:
                try:
                    self._parse(field, event.widget)
                except Problem as problem:
                    self._refuse(_of_field(self._label(field), problem))

    def on_descendant_focus(self) -> None:
        """Highlight the label of the focused field, and show its hint."""
        for field in self._fields:
            is_here = self.query_one(f"#field-{field.name}").has_focus
            self.query_one(f"#label-{field.name}").set_class(is_here, "-here")
            if is_here:
                self.query_one("#hint", Static).update(_CHOOSE if field.choices else field.hint)
        self._show_hint()

    def _show_hint(self) -> None:
        """Show the hint, but not twice: an empty field has it in itself if it fits there."""
        for field in self._fields:
            line = self.query_one(f"#field-{field.name}", Input)
            if line.has_focus:
                self.query_one("#hint").visible = bool(line.value or field.choices or line.placeholder != field.hint)


def _of_field(label: str, problem: Problem) -> str:
    """Return what is wrong with a field. It names the field: by then the cursor may be in the next one."""
    is_named = problem.message.startswith(label.lower())
    message = problem.message if is_named else f"{label}: {problem.message}"
    return f"{capitalized(message)}. {capitalized(problem.remedy)}."


def _in_one_line(text: str) -> str:
    return clean(text)[0].replace("\n", _NEWLINE)
