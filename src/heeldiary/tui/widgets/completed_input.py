"""A line of text that completes known words: Tab and → take the suggestion, enter takes the only one."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.suggester import Suggester
from textual.widgets import Input

Complete = Callable[[str], Sequence[str]]
"""Returns the texts that a typed one can become, the likeliest first."""


def among(words: Iterable[str], between: str = "") -> Complete:
    """Return a completion by the words that begin like the text, or like what follows the last sign of `between`."""
    known = [*words]

    def complete(typed: str) -> list[str]:
        start = max((typed.rfind(sign) for sign in between), default=-1) + 1
        while start < len(typed) and between and typed[start] == " ":
            start += 1
        head, last = typed[:start], typed[start:].casefold()
        return [head + word for word in known if last and word.casefold().startswith(last)]

    return complete


class CompletedInput(Input):
    """A line of text with suggestions. A space after a word keeps it as typed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "take_or_next", show=False)]

    def __init__(self, value: str, complete: Complete, placeholder: str, id: str) -> None:  # noqa: A002  the name in Textual
        super().__init__(value, placeholder, suggester=_Likeliest(complete), select_on_focus=False, id=id)
        self._complete = complete

    def action_take_or_next(self) -> None:
        """Take the suggestion, if there is one, and go to the next field."""
        texts = completions(self.value, self._complete)
        if texts and self.cursor_at_end:
            self._take(texts[0])
        self.screen.focus_next()

    def take_only(self) -> bool:
        """Take the suggestion if it is the only one; return whether it was."""
        texts = completions(self.value, self._complete)
        if len(texts) != 1:
            return False
        self._take(texts[0])
        return True

    def _take(self, text: str) -> None:
        self.value = text
        self.cursor_position = len(text)


def completions(typed: str, complete: Complete) -> Sequence[str]:
    """Return what a text can become; nothing if it is one of these already, or a space keeps it as typed."""
    texts = [] if typed.endswith(" ") and typed.strip() else complete(typed)
    return [] if typed.casefold() in (text.casefold() for text in texts) else texts


class _Likeliest(Suggester):
    """Shows the likeliest completion behind the cursor."""

    def __init__(self, complete: Complete) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._complete = complete

    async def get_suggestion(self, value: str) -> str | None:
        """Return the likeliest completion."""
        return next(iter(completions(value, self._complete)), None)
