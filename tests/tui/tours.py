"""Tours: what is seen after each step of a way through the app, for snapshots; and a day with an entry of each kind."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta

from textual.widgets import Input, Static

from heeldiary.domain.entries import Activity, Care, Entry, Fact, Massage, MassageStep, Note, Pain, Sitting, Sore
from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from heeldiary.store.recording import log
from tests.tui.settling import settled
from tests.tui.stage import Play, Stage

TODAY = date(2026, 11, 22)
FACTS: dict[str, Fact] = {
    "activity": Activity("walking", 45, 5200, "hard"),
    "sitting": Sitting(390, 100),
    "massage": Massage("left", (MassageStep("ki1", 90), MassageStep("calf", 60)), score_before=6, score_after=4),
    "care": Care("acupuncture", 40, "spring", None, 12, date(2026, 12, 6)),
    "sore": Sore("left", ("heel-inner", "arch")),
    "note": Note(),
}
"""One of each kind, all fields filled in."""

Look = Callable[[Play], str]


def opened(stage: Stage) -> Diary:
    """The stage's diary, to be filled without commands."""
    return Diary(open_to_write(str(stage.heeldiary.diary)), stage.clock, stage.random)


def a_full_day(stage: Stage) -> None:
    """Log one of each kind today, with a time, a note and a tag, and a few mornings."""
    with opened(stage) as diary:
        for fact in FACTS.values():
            log(diary, [fact], note="a thought", tags=("rain",), time_of_day=time(6, 30))
        for ago in (0, 1, 2, 5, 8, 9):
            log(diary, [Pain("left", "first-step", ago + 1)], day=TODAY - timedelta(days=ago))


def an_entry(fact: Fact, note: str = "") -> Entry:
    """An entry of today that is in no diary."""
    at = datetime(2026, 11, 22, 7, tzinfo=UTC)
    return Entry("abcd", at.date(), at, None, False, "typed", (), note, fact, None)


def plain(play: Play) -> str:
    """All that is painted."""
    return play.text.strip("\n")


def styled(play: Play) -> str:
    """All that is painted, with its styles."""
    return play.styled_text


def heard(play: Play) -> str:
    """Which page or dialog is open, and what it and the page say."""
    page = play.app.page
    assert page is not None
    title = page.PAGE
    if play.dialog:
        problem = play.app.screen.query_one("#problem", Static)
        title = f"{_text(play, '#title')}: {_text(play, '#problem') if problem.display else ''}"
    return " | ".join([title, play.said])


def hint(play: Play) -> str:
    """The label, the text, the placeholder and the hint of the field that has the focus."""
    field = play.app.screen.focused
    assert isinstance(field, Input)
    label = _text(play, f"#label-{(field.id or '').removeprefix('field-')}")
    return f"{label} | {field.value} | {field.placeholder} | {_text(play, '#hint')}"


def _text(play: Play, selector: str) -> str:
    return str(play.app.screen.query_one(selector, Static).render())


async def tour(play: Play, steps: Iterable[str], look: Look) -> str:
    """Take steps and return what is seen after each.

    A step is keys with spaces between, or text to type after a quotation mark, or seconds of a routine after a tilde.
    """
    seen = []
    for step in steps:
        await take(play, step, look)
        words = look(play)
        seen.append(f"{step}\n{words}\n" if "\n" in words else f"{step:20} {words}")
    await play.computed()
    return "\n".join(seen)


async def take(play: Play, step: str, look: Look) -> None:
    """Take one step."""
    if step.startswith('"'):
        await play.type(step[1:])
    elif step.startswith("~"):
        await play.massage(float(step[1:]))
    else:
        for key in step.split():
            here = play.app.screen
            play.clock.forward(timedelta(milliseconds=1))
            play.send(key)
            await settled(play.app)
            if play.app.screen is not here:
                await play.rest()
        if look not in (heard, hint):
            await play.computed()


async def hints(play: Play) -> str:
    """Go through the form that is open and return the hint of each field."""
    return await tour(play, ["down"] * len(play.app.screen.query(Input)), hint)


SIZES = ((40, 12), (160, 50))
"""The layouts that the tours of test_snapshots.py leave out."""


async def at_each_size(play: Play) -> str:
    """What is painted in the smallest and the largest layout."""
    seen = []
    for size in SIZES:
        await play.resize(*size)
        await play.computed()
        seen.append(f"{size}\n{play.text}")
    return "\n\n".join(seen)
