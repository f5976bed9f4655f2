"""Every action of the app, declared once for bindings, footer, help, palette and the README's key table."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.binding import Binding


class KeyAction(NamedTuple):
    """An action with its key."""

    name: str
    """The name of the method `action_<name>`, with its arguments if any; also the binding's id."""
    keys: str
    """Comma-separated, in Textual's notation."""
    shown: str
    """The keys as shown to the person."""
    label: str
    """The footer's label, two words at most."""
    tooltip: str
    """The description in the help and the palette."""
    rank: int = 0
    """The rank in the footer, 1 first; 0 hides it."""
    palette: bool = True
    """Whether the palette offers it; arrow keys make no sense there."""
    group: str = ""
    """The label it shares in a footer without room for the keys of its group one by one."""
    also: str = ""
    """Other words by which the palette finds it."""


ANYWHERE = (
    KeyAction("open('diary')", "d", "d", "Diary", "Diary: a day's pain and activities"),
    KeyAction("open('routine')", "r", "r", "Routine", "Routine: the guided self-massage"),
    KeyAction("open('trends')", "t", "t", "Trends", "Trends: the weeks in pictures and figures"),
    KeyAction("open('care')", "c", "c", "Care", "Care: visits and everything else you do for your foot"),
    KeyAction("open('guide')", "g", "g", "Guide", "Guide: the points, the heel, when to see a clinician"),
    KeyAction("undo", "u", "u", "undo", "Undo the last change; repeat to go further back", 98),
    KeyAction("redo", "U", "U", "redo", "Redo what was just undone; repeat to go further"),
    KeyAction("help", "question_mark,f1", "?", "help", "All keys on this screen (f1 too)", 99),
    KeyAction("settings", "comma", ",", "settings", "Settings: your foot, the day, the routine's seconds, the theme"),
    KeyAction("quit", "q", "q", "quit", "Quit; everything is already saved"),
    KeyAction(
        "command_palette",
        "ctrl+p",
        "ctrl+p",
        "palette",
        "Search actions, days, routines, settings and themes",
        palette=False,
    ),
    KeyAction("back", "escape", "escape", "back", "Go back one level", palette=False),
)

_ACTIVITY_WORDS = "walk walking run running stand standing steps sport hike cycling"
_MASSAGE_WORDS = "roll rolling foot"
_CARE_WORDS = (
    "ice medicine pills painkillers meds physiotherapy stretching taping tape insoles shoes splint exercises visit"
)

REVIEW = KeyAction("review", "w", "w", "review", "The weekly review: your week at a glance, and three questions", 10)

DIARY = (
    KeyAction("score", "0,1,2,3,4,5,6,7,8,9", "0–9", "score", "Score the focused row (10: 1, then 0)", 1, False),
    KeyAction("row(-1)", "up", "↑", "row up", "The row above", palette=False),
    KeyAction("row(1)", "down", "↓", "row down", "The row below", palette=False),
    KeyAction("nudge(-1)", "left", "←", "less", "Lower the score by one", palette=False),
    KeyAction("nudge(1)", "right", "→", "more", "Raise the score by one", palette=False),
    KeyAction(
        "enter", "enter", "enter", "open", "Open the entry; after sitting or activity: add another score", palette=False
    ),
    KeyAction("clear", "delete,backspace", "delete", "clear", "Delete the row's score or entry", palette=False),
    KeyAction("day(-1)", "left_square_bracket,pageup", "[", "day before", "The day before (pageup too)"),
    KeyAction("day(1)", "right_square_bracket,pagedown", "]", "day after", "The day after (pagedown too)"),
    KeyAction("today", "full_stop", ".", "today", "Back to today", 9),
    KeyAction("jump", "j", "j", "jump", "Jump to a date"),
    KeyAction("search", "slash", "/", "search", "Search the notes and tags"),
    KeyAction("log('note')", "n", "n", "note", "Write a note", 3, group="log"),
    KeyAction("log('activity')", "a", "a", "activity", "Log an activity", 4, group="log", also=_ACTIVITY_WORDS),
    KeyAction("log('sitting')", "s", "s", "sitting", "Log sitting", 5, group="log"),
    KeyAction(
        "log('massage')",
        "m",
        "m",
        "massage",
        "Log a massage you did without the app",
        6,
        group="log",
        also=_MASSAGE_WORDS,
    ),
    KeyAction(
        "log('care')",
        "o",
        "o",
        "care",
        "Log other care: a visit, stretching, insoles",
        7,
        group="log",
        also=_CARE_WORDS,
    ),
    KeyAction("coin", "y", "y", "coin done", "Yes, no or not logged, for an experiment"),
    KeyAction("experiments", "x", "x", "experiments", "Experiments: a coin decides; you see the result at the end"),
    KeyAction("explain_sign", "i", "i", "why", "Warning sign: open the Guide's page on when to see a clinician"),
    KeyAction("dismiss_sign", "k", "k", "dismiss", "Warning sign: dismiss it; undo brings it back"),
    KeyAction("tags", "number_sign", "#", "tags", "Tag the row; on an empty row, the day"),
    KeyAction(
        "more_rows", "e", "e", "more rows", "Show or hide the average, worst and night rows", 8, also="evening pain"
    ),
    REVIEW,
)

ROUTINE = (
    KeyAction("start", "space", "space", "start, pause", "Start, pause or continue", 1),
    KeyAction("next", "n", "n", "next", "Next step", 2),
    KeyAction("previous", "b", "b", "back", "Previous step", 6),
    KeyAction("longer", "plus", "+", "30 s more", "30 seconds more", 5),
    KeyAction("other_foot", "f", "f", "other foot", "The other foot", 4),
    KeyAction("finish", "x", "x", "finish", "Finish here and save what you did", 3),
    KeyAction("mute", "M", "M", "mute", "Mute or unmute the bell and the cues", 7),
    KeyAction(
        "score", "0,1,2,3,4,5,6,7,8,9", "0–9", "pain", "Pain before; when you have finished, pain after", 8, False
    ),
    KeyAction("feeling('painful')", "p", "p", "painful", "The point was painful"),
    KeyAction("feeling('easing')", "e", "e", "easing", "The pain was easing"),
    KeyAction("feeling('warm')", "w", "w", "warm", "It felt warm"),
    KeyAction("feeling('nothing')", "o", "o", "nothing", "It felt like nothing much"),
    KeyAction("feeling('sharp')", "s", "s", "sharp", "Sharp, electric or numb: the session ends"),
    KeyAction("look('up')", "up", "↑", "up", "Move up on the map", palette=False),
    KeyAction("look('down')", "down", "↓", "down", "Move down on the map", palette=False),
    KeyAction("look('left')", "left", "←", "left", "Move left on the map", palette=False),
    KeyAction("look('right')", "right", "→", "right", "Move right on the map", palette=False),
    KeyAction("turn", "v", "v", "view", "Show another side: sole, inner side, outer side, calf"),
    KeyAction("hurts", "h", "h", "hurts here", "Mark that it hurts here today, or remove the mark"),
    KeyAction("routines", "l", "l", "routines", "All routines: choose, copy, change or plan one"),
    KeyAction("ask_again", "a", "a", "ask again", "Answer the safety questions again"),
)

TRENDS = (
    KeyAction("week(-1)", "left", "←", "week before", "The week before, with its figures", palette=False),
    KeyAction("week(1)", "right", "→", "week after", "The week after, with its figures", palette=False),
    KeyAction("range(-1)", "left_square_bracket", "[", "shorter", "A shorter range"),
    KeyAction("range(1)", "right_square_bracket", "]", "longer", "A longer range"),
    KeyAction("view", "v", "v", "view", "Next view: Weeks, Change, Links, Traps, Days, Load, Calendar, Where", 2),
    KeyAction("foot", "f", "f", "foot", "The other foot", 2),
    KeyAction("experiments", "x", "x", "experiments", "Experiments: a coin decides; you see the result at the end", 5),
    KeyAction(
        "name_factors", "l", "l", "choose factors", "Choose the factors Links compares with the next morning's pain", 1
    ),
    REVIEW,
)

EXPERIMENTS = (
    KeyAction("said('y')", "y", "y", "done", "You did what the coin said today", 1),
    KeyAction("said('n')", "n", "n", "not done", "You did not do what the coin said today", 2),
    KeyAction("begin", "b", "b", "start", "Start an experiment", 3),
    KeyAction("stop", "s", "s", "stop", "Stop the experiment early", 4),
    KeyAction("older(1)", "left", "←", "before", "The experiment before", palette=False),
    KeyAction("older(-1)", "right", "→", "after", "The experiment after", palette=False),
    KeyAction("words(-1)", "up", "↑", "up", "Scroll the text up", palette=False),
    KeyAction("words(1)", "down", "↓", "down", "Scroll the text down", palette=False),
)

CARE = (
    KeyAction("row(-1)", "up", "↑", "row up", "The row above", palette=False),
    KeyAction("row(1)", "down", "↓", "row down", "The row below", palette=False),
    KeyAction("care", "o", "o", "add", "Log care: a visit, stretching, insoles", 1, also=_CARE_WORDS),
    KeyAction("enter", "enter", "enter", "change", "Change the entry", 2, False),
    KeyAction("clear", "delete,backspace", "delete", "remove", "Delete the entry", 3, False),
)

GUIDE = (
    KeyAction("topic(-1)", "up", "↑", "topic up", "The topic above", palette=False),
    KeyAction("topic(1)", "down", "↓", "topic down", "The topic below", palette=False),
    KeyAction("scroll(-1)", "pageup", "pageup", "page up", "Page up", palette=False),
    KeyAction("scroll(1)", "pagedown,space", "space", "page", "Page down", 2, False),
)

SCREENS = {
    "diary": DIARY,
    "routine": ROUTINE,
    "trends": TRENDS,
    "experiments": EXPERIMENTS,
    "care": CARE,
    "guide": GUIDE,
}
"""The actions of each screen, by its name."""

TRAP_PAIR = "trap(-1)"
"""The name under which the footer shows the keys of the weeks while they go through the traps."""

PAIRS = {
    "row(-1)": ("↑ ↓", "row", 2),
    "look('up')": ("↑ ↓ ← →", "map", 9),
    "nudge(-1)": ("← →", "less, more", 8),
    "day(-1)": ("[ ]", "day", 2),
    "week(-1)": ("← →", "week", 1),
    TRAP_PAIR: ("← →", "trap", 1),
    "range(-1)": ("[ ]", "range", 3),
    "words(-1)": ("↑ ↓", "scroll", 5),
    "older(1)": ("← →", "others", 6),
    "topic(-1)": ("↑ ↓", "topic", 1),
}
"""Pairs of actions the footer shows as one: keyed by the first, with keys, label and rank."""


def palette_title(action: KeyAction) -> str:
    """Return the palette's title of an action; it starts with the footer's label, so both can be searched."""
    known = action.label.lower() in action.tooltip.lower()
    return action.tooltip if known else f"{action.label.capitalize()}: {action.tooltip[0].lower()}{action.tooltip[1:]}"


def bindings(actions: Iterable[KeyAction]) -> list[Binding]:
    """Return the bindings of some actions. An action on digits receives the digit."""
    bound = []
    for action in actions:
        for key in action.keys.split(","):
            called = f"{action.name}({key})" if key.isdigit() else action.name
            bound.append(
                Binding(key, called, action.label, show=False, tooltip=action.tooltip, id=f"{action.name} {key}")
            )
    return bound


def key_table() -> str:
    """Return the README's Markdown table of all keys."""
    lines = ["| where | key | what it does |", "| --- | --- | --- |"]
    for where, actions in (("anywhere", ANYWHERE), *SCREENS.items()):
        name = where.capitalize() if where != "anywhere" else where
        lines += [f"| {name} | `{action.shown}` | {action.tooltip} |" for action in actions]
    return "\n".join(lines)
