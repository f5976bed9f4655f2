"""The dialog to reorder, add, change and remove steps of a person's own routine; each change is saved at once."""

from collections.abc import Callable, Sequence
from typing import Any

from textual.content import Content

from heeldiary.domain.text import separate
from heeldiary.tui.dialogs.listing import Listing

Shape = dict[str, Any]


class RoutineSteps(Listing[None]):
    """Edits the steps as plain values; all of them are saved together."""

    CAPITALS = "JK"

    def __init__(
        self,
        title: str,
        steps: Callable[[], list[Shape]],
        keep: Callable[[list[Shape]], bool],
        edit: Callable[[int], None],
        words: Callable[[Shape], str],
    ) -> None:
        """`words` formats a step as a line.

        `keep` saves all steps and returns whether it succeeded; `edit` opens a step's form, a new one past the last.
        """
        super().__init__(
            separate(title), "enter change   n new step   K J move up, down   delete take out   escape close"
        )
        self._steps = steps
        self._keep = keep
        self._edit = edit
        self._words = words

    def lines(self) -> Sequence[Content]:
        """Return number, name and length of each step."""
        return [Content(f"{number:2}  {separate(self._words(step))}") for number, step in enumerate(self._steps(), 1)]

    def detail(self, at: int) -> str:
        """Return the step's description."""
        step = self._steps()[at]
        return separate(step.get("how", "") or step.get("press", ""))

    def do(self, key: str, at: int) -> bool:
        """Change the steps."""
        self.complain("")
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
                self.complain("A routine needs at least one step.")
            elif self._keep(steps[:at] + steps[at + 1 :]):
                self.fill(at)
        else:
            return False
        return True

    def _move(self, steps: list[Shape], at: int, to: int) -> None:
        steps.insert(to, steps.pop(at))
        if self._keep(steps):
            self.fill(to)
