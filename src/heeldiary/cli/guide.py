"""`heeldiary guide`: the Guide as text."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Any, NamedTuple

from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Parser
from heeldiary.cli.streams import terminal_columns
from heeldiary.domain.guide import PREFACE, TOPICS, Topic, find

FILE_COLUMNS = 78
"""The maximum line length in a file or a pipe."""

WIDEST_COLUMNS = 100
"""The maximum line length at a terminal: longer lines are hard to read."""


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """Print one topic; or the list of topics, every topic, and the list again, where the screen ends."""
    wanted = " ".join(parser(name).read(argv, context.out).topic) or None
    if context.options.json:
        topics = [_topic_json(topic) for topic in ([find(wanted)] if wanted is not None else TOPICS)]
        context.print_json(topics if wanted is None else topics[0])
        return
    layout = _Layout(min(terminal_columns(context.out) or FILE_COLUMNS, WIDEST_COLUMNS), context.options.plain)
    if wanted is not None:
        context.print(*_topic_lines(find(wanted), layout))
        return
    context.print(*_contents_lines(layout))
    for topic in TOPICS:
        context.print("", *([] if layout.plain else [""]), *_topic_lines(topic, layout))
    context.print("", *([] if layout.plain else [""]), *_list_lines(layout))


class _Layout(NamedTuple):
    """How the Guide is printed: its width, and whether without rules and columns."""

    columns: int
    plain: bool


def parser(name: str) -> Parser:
    """Return the parser of `guide`."""
    parser = Parser(
        name,
        "Print the list of topics and the whole Guide, or one topic, with the source of every statement.",
        "  heeldiary guide\n  heeldiary guide clinician\n  heeldiary guide points --plain",
    )
    parser.add_argument("topic", metavar="TOPIC", nargs="*", help=", ".join(topic.name for topic in TOPICS))
    return parser


def _topic_json(topic: Topic) -> dict[str, Any]:
    """Return a topic as the JSON that `guide --json` prints."""
    sections = [
        {"title": section.title, "claims": [claim._asdict() for claim in section.claims]} for section in topic.sections
    ]
    return {"topic": topic.name, "title": topic.title, "lead": topic.lead, "sections": sections}


def _contents_lines(layout: _Layout) -> Iterator[str]:
    """Return the preface and the list of topics."""
    yield from _heading("The Guide", "=", layout)
    yield ""
    yield from _paragraph(PREFACE, layout)
    yield ""
    yield from _list_lines(layout)


def _list_lines(layout: _Layout) -> Iterator[str]:
    """Return the names and titles of the topics, and how to read one."""
    width = max(len(topic.name) for topic in TOPICS)
    for topic in TOPICS:
        yield f"{topic.name}: {topic.title}" if layout.plain else f"  {topic.name:{width}}  {topic.title}"
    yield ""
    yield f"To read one topic: heeldiary guide {TOPICS[0].name}"


def _topic_lines(topic: Topic, layout: _Layout) -> Iterator[str]:
    """Return a topic with its sections, each statement followed by its source."""
    yield from _heading(topic.title, "=", layout)
    yield ""
    yield from _paragraph(topic.lead, layout)
    for section in topic.sections:
        yield ""
        yield from _heading(section.title, "-", layout)
        for claim in section.claims:
            yield ""
            yield from _paragraph(f"{claim.text} [{claim.source}]", layout)


def _heading(title: str, rule: str, layout: _Layout) -> list[str]:
    """Return a title, and below it a rule as long as its longest line."""
    lines = _paragraph(title, layout)
    return lines if layout.plain else [*lines, rule * max(map(len, lines))]


def _paragraph(text: str, layout: _Layout) -> list[str]:
    # Do not break names such as ask-first and KI-1.
    return wrap(text, layout.columns, break_long_words=False, break_on_hyphens=False)
