"""The safety questions before the first massage and every 90 days: reasons to stop, or to ask a clinician first.

Sources: massage has preceded pulmonary embolism in case reports (Phys Sportsmed 2010;38:136; BMC Pregnancy and
Childbirth 2020, s12884-020-02924-w); skin, clotting and pregnancy as listed by the University of Minnesota's page on
massage. Advice on a recent injection is a caution, not a trial's finding.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple, get_args

Outcome = Literal["go", "ask", "stop"]
"""go: nothing against it; ask: a clinician has agreed; stop: no massage for now."""

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)

ASK_AGAIN = timedelta(days=90)
"""How long the answers hold."""

AGREED = "agreed"
"""The name of the follow-up answer: a clinician has agreed."""


class SafetyQuestion(NamedTuple):
    """A reason for caution, as a yes-or-no question."""

    name: str
    text: str
    stops: bool
    """Whether a yes stops the routine; otherwise it needs a clinician's agreement."""
    why: str
    """The text after a yes."""


SAFETY_QUESTIONS = (
    SafetyQuestion(
        "clot",
        "Is a calf hot, swollen, discoloured or suddenly painful, or do you have a blood clot in a leg?",
        True,
        "Rubbing a leg that may hold a clot can loosen it. Leave the leg alone and get medical help today; "
        "short of breath or with chest pain, call the emergency number now.",
    ),
    SafetyQuestion(
        "skin",
        "Is the skin of the foot or calf broken, blistered, infected or badly bruised?",
        True,
        "Pressing on broken skin spreads an infection and keeps a wound open. Come back when it has healed.",
    ),
    SafetyQuestion(
        "injury",
        "Has the foot had an injection, a torn band or tendon, or a broken bone in the last weeks?",
        True,
        "It has to heal undisturbed. Whoever treated it can say when pressing is safe again.",
    ),
    SafetyQuestion(
        "feeling",
        "Do you have diabetes, or numb places on your feet?",
        False,
        "Where feeling is weak, too much pressure goes unnoticed. Touch the sole with a finger before you "
        "begin, leave out what you cannot feel, and press mildly.",
    ),
    SafetyQuestion(
        "pregnancy",
        "Are you pregnant?",
        False,
        "Some points near the ankle are avoided in pregnancy, and the advice on Kidney 1 disagrees. Your "
        "midwife or doctor can say.",
    ),
    SafetyQuestion(
        "blood",
        "Do you take blood thinners, or bleed or bruise easily?",
        False,
        "Firm pressure can bruise deeply. Whoever prescribes the thinner can say how firm is safe.",
    ),
    SafetyQuestion(
        "tissue",
        "Do you have varicose veins, thin skin, brittle bones, or cancer in the foot or leg?",
        False,
        "Veins, skin and bones like these are easily hurt by firm pressure. Leave out what is affected, and ask "
        "whoever treats it.",
    ),
)

FOLLOW_UP = "Has a doctor, midwife or therapist who knows of this said that you may massage the foot?"
"""Asked after a yes that needs a clinician's agreement."""


class Answers(NamedTuple):
    """The answers given on a day."""

    id: str
    day: date
    at: datetime
    answers: Mapping[str, bool]
    """Each question's name, true for yes; and `agreed` if the follow-up was asked."""

    @property
    def outcome(self) -> Outcome:
        """The outcome."""
        said_yes = [question for question in SAFETY_QUESTIONS if self.answers.get(question.name)]
        if any(question.stops for question in said_yes):
            return "stop"
        if said_yes:
            return "ask" if self.answers.get(AGREED) else "stop"
        return "go"

    @property
    def reasons(self) -> tuple[SafetyQuestion, ...]:
        """The questions answered with yes."""
        return tuple(question for question in SAFETY_QUESTIONS if self.answers.get(question.name))

    def hold_on(self, today: date) -> bool:
        """Return whether they are recent enough and answer all of today's questions."""
        return today - self.day < ASK_AGAIN and next_question(self.answers) is None


def next_question(answers: Mapping[str, bool]) -> str | None:
    """Return the name of the next question, `agreed` for the follow-up; None at the end.

    After a yes that stops, no more questions follow.
    """
    for question in SAFETY_QUESTIONS:
        if question.name not in answers:
            return question.name
        if question.stops and answers[question.name]:
            return None
    return AGREED if any(answers[question.name] for question in SAFETY_QUESTIONS) and AGREED not in answers else None
