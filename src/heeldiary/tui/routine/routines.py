"""The dialog of all routines: choose, copy, change or plan one."""

from collections.abc import Callable, Sequence

from textual.content import Content

from heeldiary.domain.durations import clock_digits
from heeldiary.domain.routine.built_in import BUILT_IN
from heeldiary.domain.routine.plan import Standing
from heeldiary.domain.routine.routine import Routine
from heeldiary.domain.text import separate
from heeldiary.tui.dialogs.listing import Listing

Read = Callable[[], tuple[list[Routine], dict[str, Standing]]]
"""Returns today's routines, and the plans by routine name."""

_KEYS = {"c": "copy", "e": "steps", "a": "about", "t": "text", "p": "plan", "z": "pause", "delete": "delete",
         "backspace": "delete"}  # fmt: skip
_FOOT = (
    "enter choose   c copy   p plan   z pause or resume   escape close\n"
    "your own:   e steps   a about   t as text   delete remove"
)


class Routines(Listing[str]):
    """Returns the name of the chosen routine."""

    def __init__(self, read: Read, ask: Callable[[str, Routine], None], chosen: str) -> None:
        """`ask` is called with what to do with a routine: copy, steps, about, text, plan, pause or delete."""
        super().__init__("Routines", _FOOT)
        self._read = read
        self._ask = ask
        self._chosen = chosen
        self._found: list[Routine] = []
        self._plans: dict[str, Standing] = {}

    def on_mount(self) -> None:
        """Select the open routine."""
        super().on_mount()
        self.fill(next((at for at, routine in enumerate(self._found) if routine.name == self._chosen), 0))

    def lines(self) -> Sequence[Content]:
        """Return title, length and plan of each routine."""
        self._found, self._plans = self._read()
        return [self._line(routine) for routine in self._found]

    def detail(self, at: int) -> str:
        """Return what the routine is, how it is logged and where it comes from."""
        routine = self._found[at]
        own = f"built in, from {routine.source}" if routine.name in BUILT_IN else "your own"
        plan = self._plans.get(routine.name)
        planned = f" Planned {plan.plan.words}: {plan.today_words}." if plan else ""
        return separate(f"{routine.about}{' ' if routine.about else ''}Counts as {routine.counts_as}; {own}.{planned}")

    def do(self, key: str, at: int) -> bool:
        """Choose it, or ask for an action."""
        if key == "enter":
            self.dismiss(self._found[at].name)
        elif key in _KEYS:
            self._ask(_KEYS[key], self._found[at])
        else:
            return False
        return True

    def _line(self, routine: Routine) -> Content:
        plan = self._plans.get(routine.name)
        title = separate(routine.title)
        return Content.assemble(
            f"{title[:30]:30}  ",
            (f"{clock_digits(routine.seconds_with_rests):>5} a foot", "$text-muted"),
            (f"   {plan.today_words if plan.pause else plan.words}" if plan else "", "$text-muted"),
        )
