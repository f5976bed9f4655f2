"""Warning signs as text: the figures first, then what to do; never what is wrong."""

from datetime import date
from math import floor

from heeldiary.domain.days import MONTHS
from heeldiary.domain.warning_signs import BEFORE_DAYS, HIGH_SCORE, NOW_DAYS, OF_MORNINGS, WarningSign

WHAT_TO_DO = "This is our own rule: a reason to ask a clinician, not a finding."
"""The line shown with the signs."""

GUIDE_TOPIC = "clinician"
"""The Guide's page that says when to see someone."""

COMMAND_HINT = "heeldiary guide clinician says when to see someone; heeldiary signs --dismiss NAME puts a sign away."

NONE = "There are no warning signs."


def format_sign(sign: WarningSign) -> str:
    """Return the text of a sign: what was seen."""
    match sign.kind:
        case "rising":
            now, before = _tenths(sign.now), _tenths(sign.before)
            return (
                f"{now - before:.1f} higher: your {sign.foot} foot's first-step pain averaged {now:.1f} over the "
                f"{_last(NOW_DAYS, 'days', sign.last)}, {before:.1f} over the {BEFORE_DAYS} days before. That is more "
                "than your scores usually swing."
            )
        case "high":
            return (
                f"{sign.now:.0f} of the {_last(OF_MORNINGS, 'mornings', sign.last)}: your {sign.foot} foot's first "
                f"steps were {HIGH_SCORE} or more."
            )
        case _:
            return f'You tagged "{sign.tag}". The Guide mentions that under "When to see a clinician".'


def sign_to_json(sign: WarningSign) -> dict[str, str | None]:
    """Return a sign as JSON: `{"sign", "kind", "foot", "text"}`; the foot is null for a tag."""
    return {"sign": sign.name, "kind": sign.kind, "foot": sign.foot, "text": format_sign(sign)}


def _last(number: int, unit: str, last: date | None) -> str:
    """Return `14 days up to 22 Nov`: the last morning may be some days ago, and a review is about a past week."""
    return f"{number} {unit} up to {last.day} {MONTHS[last.month - 1][:3]}" if last else f"last {number} {unit}"


def _tenths(mean: float) -> float:
    """Round a mean to one decimal, halves up, as the weekly means are; no mean of so few scores is nearer to a half."""
    return floor(mean * 10 + 0.5 + 1e-6) / 10
