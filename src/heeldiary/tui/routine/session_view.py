"""The view of a session: its steps, the current one with countdown and text, and the foot."""

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from heeldiary.charts.foot.foot import View
from heeldiary.domain.scales import Foot
from heeldiary.guiding.run import SessionRun
from heeldiary.tui.foot.foot_map import FootMap
from heeldiary.tui.foot.pointed_area import FootLook
from heeldiary.tui.routine import view
from heeldiary.tui.routine.before_after import PainBeforeAfter
from heeldiary.tui.routine.countdown import Countdown
from heeldiary.tui.routine.step_list import StepList
from heeldiary.tui.widgets.cut_text import CutText
from heeldiary.tui.widgets.labelled_lines import LABEL_COLUMNS, ROOMY_COLUMNS

_COMPACT_COLUMNS = 48
"""The width of the text at 80x24."""
_BESIDE_A_SIDE_COLUMNS = 34
"""The same beside the foot from the side, which is wider than tall."""
_MARGIN_COLUMNS = 4
_SIDES: tuple[View, ...] = ("side_inner", "side_outer")


class SessionView(Horizontal):
    """Shows a session; while an area is selected on the map, what is known of it."""

    DEFAULT_CSS = """
    SessionView #steps { display: none; }
    SessionView #middle { width: 58; height: 1fr; }
    SessionView FootMap { width: 1fr; height: 1fr; }
    SessionView Countdown { height: 11; margin-left: 2; }
    SessionView #words { height: 1fr; margin-left: 2; }
    SessionView #steps-row { height: auto; }
    SessionView #steps-row StepList { height: 3; }
    SessionView.-look Countdown, SessionView.-over Countdown { height: 5; }
    SessionView.-look #steps-row { display: none; }
    SessionView #steps-row PainBeforeAfter { height: 1; }

    .-tiny SessionView FootMap, .-tiny SessionView StepList { display: none; }
    .-tiny SessionView #middle { width: 1fr; }
    .-tiny SessionView Countdown, .-tiny SessionView.-look Countdown { height: 8; }
    .-tiny SessionView.-over Countdown { height: 5; }
    .-tiny SessionView.-look #steps-row { display: block; }

    .-normal SessionView, .-wide SessionView { margin-top: 1; }
    .-normal SessionView #steps, .-wide SessionView #steps { display: block; width: 28; height: 1fr; }
    .-normal SessionView #middle, .-wide SessionView #middle { width: 60; margin-left: 3; }
    .-normal SessionView FootMap, .-wide SessionView FootMap { margin-left: 2; }
    .-normal SessionView #steps-row, .-wide SessionView #steps-row { display: none; }
    .-normal SessionView Countdown, .-wide SessionView Countdown { height: 15; }
    .-normal SessionView #words, .-wide SessionView #words { height: auto; }
    .-wide SessionView #middle { margin-left: 8; }
    .-wide SessionView Countdown { height: 19; }
    .-normal SessionView.-side #steps, .-wide SessionView.-side #steps { display: none; }
    .-normal SessionView.-side #middle, .-wide SessionView.-side #middle { margin-left: 0; }
    .-compact SessionView.-side #middle { width: 44; }
    .-normal SessionView.-look Countdown, .-wide SessionView.-look Countdown { height: 7; }
    """

    SCOPED_CSS = False  # the page's size classes come before its name

    def __init__(self) -> None:
        super().__init__()
        self._words: object = None

    def compose(self) -> ComposeResult:
        """Compose the steps at the left if there is room, else in a row below."""
        with Vertical(id="steps"):
            yield StepList()
            yield PainBeforeAfter()
        with Vertical(id="middle"):
            yield Countdown()
            yield CutText(id="words")
            with Vertical(id="steps-row"):
                yield StepList()
                yield PainBeforeAfter()
        yield FootMap()

    @property
    def _text_columns(self) -> int:
        if self.screen.has_class("-tiny"):
            return min(_COMPACT_COLUMNS, self.screen.size.width - _MARGIN_COLUMNS - LABEL_COLUMNS)
        if self.screen.has_class("-compact"):
            return _BESIDE_A_SIDE_COLUMNS if self.has_class("-side") else _COMPACT_COLUMNS
        return ROOMY_COLUMNS

    def flash(self, seconds: Sequence[float]) -> None:
        """Flash with each bell, at these times in seconds from now."""
        self.query_one(Countdown).flash(seconds)

    def show(
        self, run: SessionRun, look: FootLook, frame: int, note: str, marked: Mapping[Foot, Sequence[str]]
    ) -> None:
        """Show a session; `frame` counts up while it runs, `note` is shown before it starts.

        `marked` are today's marked areas of each foot besides the session's.
        """
        session, recorder = run.session, run.recorder
        looking = look.spot is not None
        self.set_class(looking, "-look")
        self.set_class(session.phase == "done", "-over")
        self.set_class(looking and look.view in _SIDES, "-side")
        foot, columns = session.step.foot, self._text_columns
        sore = list(dict.fromkeys((*marked.get(foot, ()), *recorder.sore.get(foot, ()))))
        self.query_one(Countdown).show(view.showing(session, run.slot in recorder.scores))
        words = (
            look.words(foot, sore, columns, is_drawn=not self.screen.has_class("-tiny"))
            if looking
            else view.present_step_text(session, recorder.feelings, run.left_over, note, columns)
        )
        if words.plain != self._words:
            self._words = words.plain
            self.query_one(CutText).show(words)
        for steps in self.query(StepList):
            steps.show(view.step_lines(session))
        # After the session a score goes to a foot that something was done on.
        feet = run.feet_scored
        for pain in self.query(PainBeforeAfter):
            pain.show(feet, recorder.scores, run.slot if run.has_done or session.phase != "done" else None)
        seen = look.view if looking else view.present_view(session)
        moving = frame if session.running else 0
        marks = view.marks(session, seen)
        self.query_one(FootMap).show(seen, session.step.foot, marks, moving, sore, look.spot)
