"""The Guide page: topics at the left, the chosen one beside them, with its points drawn on the foot."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import ScreenResume
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from heeldiary.charts.foot.foot import Mark, View
from heeldiary.domain.guide import TOPICS, Section, Topic
from heeldiary.domain.scales import FEET
from heeldiary.store.diary import Diary
from heeldiary.tui.actions import GUIDE, bindings
from heeldiary.tui.foot.foot_map import FootMap
from heeldiary.tui.page import Page
from heeldiary.tui.widgets.rows import Rows


class Topics(Rows, can_focus=False):
    """The list of topics. It never takes the focus: the arrows choose a topic, the page keys scroll its text."""

    DEFAULT_CSS = """
    Topics { width: 16; height: 1fr; }
    Topics > .option-list--option-highlighted { text-style: bold; }
    """
    always_marks = True


class GuidePage(Page):
    """Shows a topic's text and pictures."""

    PAGE = "guide"
    ABOUT = (
        "What is known, and who says it: after every statement stands its source. “Tradition” is what acupuncture "
        "teaches, not a finding. The same text is printed by heeldiary guide."
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(GUIDE)]
    DEFAULT_CSS = """
    GuidePage #columns { height: 1fr; }
    GuidePage #page { width: 3fr; max-width: 68; height: 1fr; margin-left: 2; scrollbar-size-vertical: 1; }
    GuidePage #page Static { width: 100%; height: auto; padding-right: 2; }
    GuidePage #pictures { width: 2fr; height: 1fr; margin-left: 3; display: none; }
    GuidePage.-tiny Topics { display: none; }
    GuidePage.-tiny #page { width: 1fr; margin-left: 2; }
    GuidePage.-normal #columns, GuidePage.-wide #columns { margin-top: 1; }
    GuidePage.-normal #pictures.-some, GuidePage.-wide #pictures.-some { display: block; }
    """

    def __init__(self, diary: Diary) -> None:
        super().__init__(diary)
        self._topic = TOPICS[0]

    def body(self) -> ComposeResult:
        """Compose topics, text and pictures."""
        with Horizontal(id="columns"):
            yield Topics(*(Option(topic.name.capitalize()) for topic in TOPICS), markup=False)
            with VerticalScroll(id="page", can_focus=False):
                yield Static(id="text")
            with Horizontal(id="pictures"):
                yield FootMap()

    def on_mount(self) -> None:
        """Open at the requested topic, else the first."""
        self.query_one(Topics).highlighted = 0
        self._open_topic()

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Show the topic requested meanwhile, if any; Textual has the base class refresh the screen."""
        self._open_topic()

    def _open_topic(self) -> None:
        wanted, self.host.guide_topic = self.host.guide_topic, None
        if wanted is not None:
            self.query_one(Topics).highlighted = [topic.name for topic in TOPICS].index(wanted)

    def load(self) -> None:
        """Show the chosen topic, with the affected foot."""
        topic = self._topic
        number = f"topic {TOPICS.index(topic) + 1} of {len(TOPICS)}"
        self.aside(topic.title)
        self.query_one("#text", Static).update(_page(topic, number if self.has_class("-tiny") else ""))
        foot = (self.settings.affected_feet or FEET)[0]
        self.query_one("#pictures").set_class(bool(topic.pictures), "-some")
        if topic.pictures:
            view: View = next(view for view in ("sole", "calf") if view == topic.pictures[0][0])
            marks = [
                Mark(target, "active" if n == 0 else "todo")
                for n, (on, target) in enumerate(topic.pictures)
                if on == view
            ]
            self.query_one(FootMap).show(view, foot, marks)

    def action_topic(self, step: int) -> None:
        """Choose the topic above or below."""
        options = self.query_one(Topics)
        (options.action_cursor_down if step > 0 else options.action_cursor_up)()

    def action_scroll(self, step: int) -> None:
        """Scroll a page up or down, keeping two lines in view."""
        page = self.query_one("#page", VerticalScroll)
        page.scroll_relative(y=step * max(1, page.size.height - 2), animate=False, immediate=True)

    @on(OptionList.OptionHighlighted)
    def _chosen(self, event: OptionList.OptionHighlighted) -> None:
        self._topic = TOPICS[event.option_index]
        self.query_one("#page", VerticalScroll).scroll_home(animate=False)
        self.reload()


_IN_THE_APP = (
    ("`heeldiary guide ask-first` says who", "The topic Ask-first says who"),
    ("see `heeldiary guide outlook`", "see the topic Outlook"),
    ("`heeldiary settings` changes them", "Press the comma to change them"),
)
"""What the printed Guide says of commands, and what it says here, where a key does the same."""


def _page(topic: Topic, number: str) -> Content:
    """Return a topic as styled text: headings bold, sources grey. `number` says where no list of topics is in sight."""
    place = f"  {number}" if number else ""
    lead = Content.assemble(
        (topic.title, "bold $accent"), (place, "$text-disabled"), "\n\n", (topic.lead, "$text-muted")
    )
    return Content("\n\n").join([lead, *(_section(section) for section in topic.sections)])


def _section(section: Section) -> Content:
    claims = [
        Content.assemble(in_the_app(claim.text), (f"  [{claim.source}]", "$text-disabled")) for claim in section.claims
    ]
    return Content.assemble((section.title, "bold"), "\n", Content("\n\n").join(claims))


def in_the_app(text: str) -> str:
    """Return a text of the Guide with the key of the app in place of a command."""
    for command, key in _IN_THE_APP:
        text = text.replace(command, key)
    return text
