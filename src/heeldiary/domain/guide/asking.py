"""Ask first: built from the questions that the app asks, so that the two never differ."""

from heeldiary.domain.guide.shape import BUILT, OURS, Claim, Section, Topic
from heeldiary.domain.routine.ask_first import ASK_AGAIN, FOLLOW_UP, SAFETY_QUESTIONS, SafetyQuestion

_CAUTION = "our own caution, unreviewed"
_UNCHECKED = "our own caution, not checked against a source"
_MASSAGE_PAGE = "University of Minnesota page on massage"

_SOURCES = {
    "clot": "case reports (Phys Sportsmed 2010; BMC Pregnancy Childbirth 2020)",
    "skin": _MASSAGE_PAGE,
    "pregnancy": f"{_MASSAGE_PAGE}; advice disagrees",
    "blood": _MASSAGE_PAGE,
}
"""Where the questions come from; the others are cautions of our own."""


def _claim(question: SafetyQuestion) -> Claim:
    return Claim(f"{question.text} If so: {question.why}", _SOURCES.get(question.name, _CAUTION))


TOPIC = Topic(
    "ask-first",
    "Ask first",
    f"The questions before the first massage. The app asks them again every {ASK_AGAIN.days} days.",
    (
        Section(
            "A yes here: no massage for now", tuple(_claim(question) for question in SAFETY_QUESTIONS if question.stops)
        ),
        Section(
            "A yes here: ask a clinician first",
            (
                *(_claim(question) for question in SAFETY_QUESTIONS if not question.stops),
                Claim(f"Then the app asks: {FOLLOW_UP} With a yes you can begin.", BUILT),
            ),
        ),
        Section(
            "Not among the questions, and still worth asking about",
            (
                Claim(
                    "Both heels sore, with a back that is stiff for long in the morning, or psoriasis, or an inflamed "
                    "bowel or eye.",
                    _UNCHECKED,
                ),
                Claim("Losing weight for no reason, or cancer at any time in your life.", _UNCHECKED),
            ),
        ),
        Section(
            "Always stop when",
            (
                Claim("It turns sharp, electric, spreading or numb.", OURS),
                Claim("The pressing hurts more than 5 of 10.", OURS),
            ),
        ),
        Section("Press less when", (Claim("The morning after was worse, twice in a row.", OURS),)),
    ),
)
