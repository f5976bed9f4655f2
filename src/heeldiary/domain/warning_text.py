"""Warning signs as text: the figures first, then what to do; never what is wrong."""

from heeldiary.domain.warning_signs import BEFORE_DAYS, HIGH_SCORE, NOW_DAYS, OF_MORNINGS, Sign

WHAT_TO_DO = "Our own rule: a reason to ask a clinician, not a finding."
"""The second sentence of every sign."""

GUIDE_TOPIC = "clinician"
"""The Guide's page that says when to see someone."""

COMMAND_HINT = "heeldiary guide clinician says when to see someone; heeldiary signs --dismiss NAME puts a sign away."

NONE = "No warning sign holds."


def sign_text(sign: Sign) -> str:
    """Return what was seen, in one sentence."""
    match sign.kind:
        case "rising":
            difference = round(sign.now, 1) - round(sign.before, 1)
            return (
                f"{difference:.1f} higher: your {sign.foot} foot's first steps averaged {sign.now:.1f} over the last "
                f"{NOW_DAYS} days, {sign.before:.1f} over the {BEFORE_DAYS} days before. That is more than your scores "
                "usually swing."
            )
        case "high":
            return (
                f"{sign.now:.0f} of the last {OF_MORNINGS} mornings: your {sign.foot} foot's first steps were "
                f"{HIGH_SCORE} or more."
            )
        case _:
            return f"You tagged “{sign.tag}”. It stands on the page about when to see a clinician."


def sign_json(sign: Sign) -> dict[str, str | None]:
    """Return a sign as JSON: `{"sign", "kind", "foot", "text"}`; the foot is null for a tag."""
    return {"sign": sign.name, "kind": sign.kind, "foot": sign.foot, "text": sign_text(sign)}
