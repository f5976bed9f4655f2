"""The dialog for the tags of an entry or a day, with completion of the known tags."""

from collections.abc import Callable, Sequence
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from heeldiary.domain.tag_text import format_tags
from heeldiary.domain.tags import matching_tags, parse_tags, tag_completions
from heeldiary.domain.text import separate
from heeldiary.tui.dialogs.field import Field, Parsed
from heeldiary.tui.dialogs.form import Form
from heeldiary.tui.drafts.drafts import DraftOf

_SHOWN = 12
"""How many known tags are listed."""


class TagsForm(Form):
    """Asks for tags separated by commas."""

    DEFAULT_CSS = """
    TagsForm #known { color: $text-muted; margin-left: 19; height: auto; max-height: 3; }
    """

    def __init__(
        self, draft: DraftOf, title: str, tags: Sequence[str], known: Sequence[str], save: Callable[[Parsed], None]
    ) -> None:
        field = Field(
            "tags",
            "Tags",
            "rain, long day",
            parse_tags,
            ", ".join(tags) + "," * bool(tags),  # the next tag is typed behind it
            complete=partial(tag_completions, known=known),
        )
        super().__init__(draft, title, [field], save, keys="comma next tag   tab complete   enter save   escape close")
        self._known = known

    def content(self) -> ComposeResult:
        """Compose the line and the matching tags."""
        yield from super().content()
        yield Static("", id="known", markup=False)

    def on_mount(self) -> None:
        """Suggest the known tags."""
        self._show_known(self.query_one("#field-tags", Input).value)

    @on(Input.Changed, "#field-tags")
    def _typed(self, event: Input.Changed) -> None:
        self._show_known(event.value)

    def _show_known(self, typed: str) -> None:
        fitting = matching_tags(typed, self._known)[:_SHOWN]
        self.query_one("#known", Static).update(separate(format_tags(fitting)))
