"""The welcome dialog: which foot, and when the day starts. It can be skipped and set later."""

from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from heeldiary.domain.settings import find, parse
from heeldiary.errors import BadInput
from heeldiary.tui.dialogs.dialog import Dialog

_FEET = ("left", "right", "both")


class WelcomeAnswer(NamedTuple):
    """The answers of the first start."""

    settings: dict[str, str]
    score: int | None
    """This morning's score, if a digit was pressed."""
    foot_was_chosen: bool
    """Whether the foot was chosen, not just left at the default."""


class Welcome(Dialog[WelcomeAnswer]):
    """Two questions; a digit accepts both answers and logs the morning at once."""

    DEFAULT_CSS = """
    Welcome .about { margin-bottom: 1; }
    Welcome #feet { margin-bottom: 1; }
    Welcome Input { width: 9; }
    Welcome .label { color: $text-muted; }
    """

    def __init__(self) -> None:
        super().__init__(
            "Welcome to your heel diary",
            "enter start   tab next   0–9 log this morning   escape skip",
        )
        self._foot = 0
        self._foot_was_chosen = False

    def content(self) -> ComposeResult:
        """Compose the two questions."""
        yield Static(
            "Each morning, score the first steps out of bed: 0 is no pain, 10 the worst. One key does it. "
            "Everything stays in one file on this machine.",
            classes="about",
            markup=False,
        )
        yield Static("Which foot hurts?   ← → or l, r, b", classes="label", markup=False)
        yield Static(id="feet")
        yield Static(
            "When does your day begin? Before that time, the night counts as yesterday.", classes="label", markup=False
        )
        yield Input("04:00", max_length=8, restrict=r"[0-9:.hapm ]*")

    def on_mount(self) -> None:
        """Focus the foot."""
        self._show()
        self.set_focus(None)

    def action_keys(self) -> None:
        """Show the help that the page below offers."""
        self.app.call_later(self.app.run_action, "help")

    def on_key(self, event: events.Key) -> None:
        """Choose the foot, go to the time, begin, or log at once."""
        writing = isinstance(self.focused, Input)
        if event.key == "enter":
            self._begin(None)
        elif event.key in ("tab", "shift+tab"):
            self.set_focus(None if writing else self.query_one(Input))
        elif writing:
            return
        elif event.key in ("left", "right"):
            self._choose((self._foot + (1 if event.key == "right" else -1)) % len(_FEET))
        elif event.key in ("l", "r", "b"):
            self._choose("lrb".index(event.key))
        elif event.key.isdecimal():
            self._begin(int(event.key))
        else:
            return
        event.stop()
        event.prevent_default()
        self._show()

    def on_click(self, event: events.Click) -> None:
        """Choose the foot by click."""
        feet = self.query_one("#feet")
        if feet.region.contains(event.screen_x, event.screen_y):
            self._choose(min(len(_FEET) - 1, (event.screen_x - feet.region.x) // 9))
            self._show()

    def _choose(self, foot: int) -> None:
        self._foot, self._foot_was_chosen = foot, True

    def _show(self) -> None:
        chosen = [
            (f"{'▌' if number == self._foot else ' '}{foot.capitalize():8}",
             "bold $accent" if number == self._foot else "$text-muted")
            for number, foot in enumerate(_FEET)
        ]  # fmt: skip
        self.query_one("#feet", Static).update(Content.assemble(*chosen))

    def _begin(self, score: int | None) -> None:
        try:
            day_start = parse(find("day-start"), self.query_one(Input).value)
        except BadInput:
            self.complain("A day begins at a time from 00:00 to 12:00, written like 04:00 or 5am.")
            return
        answers = {"affected-foot": _FEET[self._foot], "day-start": f"{day_start:%H:%M}"}
        self.dismiss(WelcomeAnswer(answers, score, self._foot_was_chosen))
