"""`heeldiary guide`: the Guide as text."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import Any

from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Parser
from heeldiary.domain.guide import PREFACE, TOPICS, Topic, find

GUIDE_COLUMNS = 78
"""The maximum line length."""


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """Print one topic, or the list of topics and then every topic."""
    wanted = parser(name).read(argv, context.out).topic
    plain = context.options.plain
    if context.options.json:
        topics = [_topic_json(topic) for topic in ([find(wanted)] if wanted is not None else TOPICS)]
        context.print_json(topics if wanted is None else topics[0])
        return
    if wanted is not None:
        context.print(*_topic_lines(find(wanted), plain))
        return
    context.print(*_contents_lines(plain))
    for topic in TOPICS:
        context.print("", *([] if plain else [""]), *_topic_lines(topic, plain))


def parser(name: str) -> Parser:
    """Return the parser of `guide`."""
    parser = Parser(
        name,
        "Print the Guide, or one of its topics, with the source of every statement.",
        "  heeldiary guide\n  heeldiary guide clinician\n  heeldiary guide points --plain",
    )
    parser.add_argument("topic", metavar="TOPIC", nargs="?", help=", ".join(topic.name for topic in TOPICS))
    return parser


def _topic_json(topic: Topic) -> dict[str, Any]:
    """Return a topic as the JSON that `guide --json` prints."""
    sections = [
        {"title": section.title, "claims": [claim._asdict() for claim in section.claims]} for section in topic.sections
    ]
    return {"topic": topic.name, "title": topic.title, "lead": topic.lead, "sections": sections}


def _contents_lines(plain: bool) -> Iterator[str]:
    """Return the list of topics and how to read one."""
    yield from _heading("The Guide", "=", plain)
    yield ""
    yield from _paragraph(PREFACE)
    yield ""
    width = max(len(topic.name) for topic in TOPICS)
    for topic in TOPICS:
        yield f"{topic.name}: {topic.title}" if plain else f"  {topic.name:{width}}  {topic.title}"
    yield ""
    yield f"To read one topic: heeldiary guide {TOPICS[0].name}"


def _topic_lines(topic: Topic, plain: bool) -> Iterator[str]:
    """Return a topic with its sections, each statement followed by its source."""
    yield from _heading(topic.title, "=", plain)
    yield ""
    yield from _paragraph(topic.lead)
    for section in topic.sections:
        yield ""
        yield from _heading(section.title, "-", plain)
        for claim in section.claims:
            yield ""
            yield from _paragraph(f"{claim.text} [{claim.source}]")


def _heading(title: str, rule: str, plain: bool) -> list[str]:
    return [title] if plain else [title, rule * len(title)]


def _paragraph(text: str) -> list[str]:
    # Do not break names such as ask-first and KI-1.
    return wrap(text, GUIDE_COLUMNS, break_long_words=False, break_on_hyphens=False)
