"""Today's warning signs in the Diary: what was seen, what to do and which keys."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from heeldiary.domain.text import separate

if TYPE_CHECKING:
    from heeldiary.domain.warning_signs import WarningSign


class SignLines(Widget):
    """Plain sentences, no alarm colours."""

    DEFAULT_CSS = "SignLines { height: auto; display: none; padding: 0 1 0 2; margin-bottom: 1; }"

    signs: "tuple[WarningSign, ...]" = ()
    """The signs shown; the first is dismissed next."""

    def show(self, signs: "Sequence[WarningSign]") -> None:
        """Show these signs."""
        if tuple(signs) != self.signs:
            self.signs = tuple(signs)
            self.display = bool(signs)
            self.refresh(layout=True)

    def render(self) -> Content:
        """Render a paragraph for each sign; what to do and the keys follow the first, which they are about."""
        if not self.signs:
            return Content("")
        from heeldiary.domain.warning_text import WHAT_TO_DO, format_sign

        keys = Content.assemble(("i", "bold"), (" when to see someone   ", "$text-muted"),
                                ("k", "bold"), (" put this away", "$text-muted"))  # fmt: skip
        first, *others = (Content(separate(format_sign(sign))) for sign in self.signs)
        return Content("\n").join([first, Content.styled(WHAT_TO_DO, "$text-muted"), keys, *others])
