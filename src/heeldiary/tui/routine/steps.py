"""The steps of a routine of one's own: reordered, added, changed, taken out; each change is kept at once."""

from collections.abc import Callable, Sequence
from typing import Any

from textual.content import Content

from heeldiary.domain.text import separate
from heeldiary.tui.dialogs.listing import Listing

Shape = dict[str, Any]


class RoutineSteps(Listing[None]):
    """Works on the steps as plain values; what is to be kept is handed out whole."""

    def __init__(
        self,
        title: str,
        steps: Callable[[], list[Shape]],
        keep: Callable[[list[Shape]], bool],
        edit: Callable[[int], None],
        words: Callable[[Shape], str],
    ) -> None:
        """`words` tells a step in a line.

        `keep` keeps all steps and returns whether it could; `edit` opens a step's form, past the last a new one.
        """
        super().__init__(
            separate(title), "enter change   n new step   K J move up, down   delete take out   escape close"
        )
        self._steps = steps
        self._keep = keep
        self._edit = edit
        self._words = words

    def lines(self) -> Sequence[Content]:
        """Number, name, length."""
        return [Content(f"{number:2}  {separate(self._words(step))}") for number, step in enumerate(self._steps(), 1)]

    def told(self, at: int) -> str:
        """What it says of itself."""
        step = self._steps()[at]
        return separate(step.get("how", "") or step.get("press", ""))

    def do(self, key: str, at: int) -> bool:
        """Change the steps."""
        steps = self._steps()
        if key == "enter":
            self._edit(at)
        elif key == "n":
            self._edit(len(steps))
        elif key in ("K", "upper_k", "shift+up") and at > 0:
            self._move(steps, at, at - 1)
        elif key in ("J", "upper_j", "shift+down") and at < len(steps) - 1:
            self._move(steps, at, at + 1)
        elif key in ("delete", "backspace"):
            if len(steps) == 1:
                self.complain("A routine has at least one step.")
            elif self._keep(steps[:at] + steps[at + 1 :]):
                self.fill(at)
        else:
            return False
        return True

    def _move(self, steps: list[Shape], at: int, to: int) -> None:
        steps.insert(to, steps.pop(at))
        if self._keep(steps):
            self.fill(to)
