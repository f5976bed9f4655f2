"""The Guide by topic. Every claim names its source; the wording is our own.

What the app itself knows (the points, the questions, the exercises, the routine) comes from its own values; the other
topics are text files in this folder. A claim of the clinic or of the tradition is marked as theirs. Nothing here
diagnoses, names an amount of medicine, or says that something helps.
"""

from heeldiary.domain.guide import asking, exercises, places, routine
from heeldiary.domain.guide.shape import Claim, Section, Topic
from heeldiary.domain.guide.topic_file import load_topic
from heeldiary.errors import BadWord, did_you_mean

__all__ = ["PREFACE", "TOPICS", "Claim", "Section", "Topic", "find"]

PREFACE = (
    "The source of each statement follows it in brackets. The clinic is an acupuncture clinic whose public page the "
    "routine comes from. Tradition means what acupuncture teaches, which is not a research finding. Our own means "
    "that nobody outside has checked it. Nothing here is medical advice for your foot."
)
"""How to read the Guide."""

TOPICS: tuple[Topic, ...] = (
    routine.TOPIC,
    places.TOPIC,
    exercises.TOPIC,
    load_topic("heel", (("sole", "heel"), ("side_inner", "heel"))),
    load_topic("outlook"),
    load_topic("acupuncture"),
    load_topic("care"),
    load_topic("clinician"),
    asking.TOPIC,
    load_topic("measuring"),
    load_topic("privacy"),
)
"""The topics, in order."""


_EVERYDAY = {
    **dict.fromkeys(("doctor", "gp", "red flags", "warning signs", "when to see a doctor"), "clinician"),
    **dict.fromkeys(("stretching", "stretch", "stretches", "strengthening", "exercise", "heel raise"), "exercises"),
    **dict.fromkeys(
        ("ice", "insoles", "footwear", "shoes", "taping", "tape", "night splint", "medicine", "injection"), "care"
    ),
    "massage": "routine",
}
"""Everyday words for what a topic is about."""


def find(name: str) -> Topic:
    """Return a topic by name, by title or by an everyday word; raises BadInput if there is none."""
    typed = " ".join(name.lower().split())
    wanted = _EVERYDAY.get(typed.replace("-", " "), typed)
    for topic in TOPICS:
        if wanted in (topic.name, topic.title.lower()):
            return topic
    names = [topic.name for topic in TOPICS]
    remedy = did_you_mean(name, names, f"the topics are {', '.join(names)}")
    raise BadWord("the Guide has no such topic", remedy, name, "the Guide has no topic {}")
