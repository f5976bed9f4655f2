"""The Guide's pages that are made from the app's own values."""

from collections.abc import Iterator

from heeldiary.domain.guide import PREFACE, asking, exercises, places, routine


def every_page() -> Iterator[str]:
    """Their lines, each claim with its source."""
    yield PREFACE
    for topic in (routine.TOPIC, places.TOPIC, exercises.TOPIC, asking.TOPIC):
        yield f"# {topic.name}: {topic.title} {topic.pictures}"
        yield topic.lead
        for section in topic.sections:
            yield f"## {section.title}"
            yield from (f"{claim.text} [{claim.source}]" for claim in section.claims)
