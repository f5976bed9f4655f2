"""The points one by one, from the routine's own descriptions."""

from heeldiary.domain.guide.shape import CLINIC, OURS, Claim, Section, Topic
from heeldiary.domain.routine.points import POINTS, ROUTINE, Point

_FEELING_SAID = ("ki1", "shimian")
"""The points of which the clinic says what they feel like."""

_NAMES = "the tradition's names"


def _section(point: Point) -> Section:
    on_page = point.name in ROUTINE
    named = f"Its name: {point.meaning}. Also: {', '.join(point.other_names)}."
    return Section(
        point.title,
        (
            Claim(f"Where: {point.find}", point.source),
            *((Claim(named, _NAMES),) if point.other_names else ()),
            Claim(f"How long: {point.minutes_said}.", CLINIC if on_page else OURS),
            Claim(f"Press: {point.press}", f"{CLINIC}, with our own caution" if on_page else OURS),
            Claim(f"How: {point.how}", OURS),
            Claim(f"Expect: {point.expect}", CLINIC if point.name in _FEELING_SAID else OURS),
            Claim(f"Beware: {point.beware}", OURS),
        ),
    )


TOPIC = Topic(
    "points",
    "The points, one by one",
    "Where each one is and how to press it. You need no exact spot: feel for the hollow, or for the sore place.",
    tuple(_section(point) for point in POINTS.values()),
    (("sole", "ki1"), ("sole", "shimian"), ("sole", "heel"), ("calf", "calf")),
)
