"""The points of the routine: where each is, how to press it, what to expect, when to leave it alone.

Places: the clinic's page the routine comes from; Kidney 1 also WHO Western Pacific 2008; Shi Mian from Reaves 2011,
since the page does not say where on the sole it lies. The way of pressing is our own and unreviewed.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Point(NamedTuple):
    """A place to massage, described for the person."""

    name: str
    """The name in entries."""
    title: str
    short: str
    """The name in a row of steps: at most 9 characters."""
    meaning: str
    """The Chinese name and its meaning; for an area, an explanation."""
    other_names: tuple[str, ...]
    place: str
    """The name in a list of steps: at most 22 characters."""
    find: str
    """Where it is and how to find it."""
    press: str
    """How hard: at most 60 characters."""
    how: str
    """How to press: at most 160 characters."""
    ready: str
    """How to get ready: at most 48 characters."""
    expect: str
    """What it may feel like: at most 70 characters."""
    beware: str
    """When to stop, or not to begin."""
    pressure: str
    """The pressure, as saved with a session: at most 40 characters."""
    minutes_said: str
    """The minutes, by the clinic's page."""
    source: str
    """The source of place, time and pressure."""


ROUTINE = ("ki1", "shimian", "heel", "calf")
"""The points of the routine, in the clinic's order."""

SHARP = "A sharp, electric or numb feeling: leave the foot alone for today. If it stays or comes back, see a clinician."
"""Shown when a step felt sharp; the session ends."""

_STOP = "Stop if it turns sharp, electric, spreading or numb."

POINTS: Mapping[str, Point] = {
    point.name: point
    for point in (
        Point(
            name="ki1",
            title="Kidney 1",
            short="KI1",
            meaning='YongQuan, "Gushing Spring"',
            other_names=("KI-1", "Bubbling Spring"),
            place="hollow behind the ball",
            find="Point the foot downward and curl the toes: a hollow shows on the sole, just behind the ball. "
            "Think of a line from the base of the second and third toes back to the heel. The point is one "
            "third of the way from the toes, two thirds from the heel.",
            press="Moderate to strong. Sore is fine, sharp is not.",
            how="Thumb or knuckle straight in. Hold three seconds, let go slowly, and repeat. "
            "Small circles if that is kinder.",
            ready="thumb or knuckle in the hollow behind the ball",
            expect="Maybe sore at first; then, the clinic says, easing and warm or hot.",
            beware=f"{_STOP} If you are pregnant, ask your midwife or doctor before you press here.",
            pressure="moderate to strong",
            minutes_said="1 to 2 minutes",
            source="the clinic's page; WHO 2008",
        ),
        Point(
            name="shimian",
            title="Shi Mian",
            short="Shi Mian",
            meaning='Shi Mian, "Insomnia"',
            other_names=("M-LE-5", "Shimian"),
            place="middle of the heel pad",
            find="An extra point on the sole: the middle of the heel pad, halfway across, straight below the ankle "
            "bones. The clinic calls it the balancing point of Kidney 1 and does not say where on the sole it "
            "lies. Some web pages put it near Kidney 1; heeldiary does not.",
            press="As for Kidney 1. The clinic gives none for this point.",
            how="Knuckle or thumb on the middle of the heel pad. Straight down, hold three seconds, let go slowly. "
            "Small circles if that is kinder.",
            ready="knuckle or thumb on the middle of the heel pad",
            expect="Maybe sore at first; then, the clinic says, easing and warm or hot.",
            beware=f"{_STOP} Leave it out on a bruised heel, and after an injection until whoever gave it agrees.",
            pressure="moderate to strong",
            minutes_said="1 to 2 minutes, after Kidney 1",
            source="the clinic's page; place from Reaves 2011",
        ),
        Point(
            name="heel",
            title="Around the heel",
            short="Heel",
            meaning="wherever it hurts",
            other_names=(),
            place="around the edge",
            find="Feel along the edge of the heel, underneath and on both sides, for the places that hurt. "
            "The sorest one is often on the inner side, where the heel pad meets the arch.",
            press="Gentle to moderate. Go lightly where it is sorest.",
            how="Thumb or fingertips in slow circles, one sore place after the other. "
            "A few breaths on each, then move on.",
            ready="thumb on the first sore place at the heel",
            expect="Tender places. They may soften; if not, that is fine too.",
            beware=f"{_STOP} A heel that is hot, red or swollen is for a clinician, not for pressing.",
            pressure="gentle to moderate",
            minutes_said="no time given",
            source="the clinic's page; inner side from AAFP 2018",
        ),
        Point(
            name="calf",
            title="The calf",
            short="Calf",
            meaning="wherever it hurts, and deep knots",
            other_names=(),
            place="from heel to knee",
            find="The back of the lower leg, from above the heel to a hand's width below the knee. Feel for sore "
            "places and for deep knots, firm and tender strands in the muscle.",
            press="Gentle to moderate. Sink in slowly, never dig.",
            how="Sit with the knee bent. Sink thumbs or fingers in slowly and wait for the knot to relax. "
            "Then a little further up.",
            ready="knee bent, both hands around the calf",
            expect="A knot may relax. One that does not can wait for another day.",
            beware="If a calf is hot, swollen, newly painful or looks redder or darker, leave it alone and get medical "
            "help today. Leave out the hollow behind the knee.",
            pressure="gentle to moderate",
            minutes_said="until the deep knots have relaxed",
            source="the clinic's page",
        ),
        Point(
            name="arch",
            title="The arch",
            short="Arch",
            meaning="an area, not a named point",
            other_names=(),
            place="between ball and heel",
            find="The inner hollow of the sole, between the ball of the foot and the heel pad. It is not part of the "
            "clinic's routine: it is here for massages that you log by hand.",
            press="Gentle to moderate.",
            how="Thumb or knuckle along the hollow, slowly, from the heel toward the toes.",
            ready="thumb or knuckle at the heel end of the arch",
            expect="It may be tender along the band under the skin.",
            beware=f"{_STOP} After a snap or with a fresh bruise in the arch, see a clinician and do not press.",
            pressure="gentle to moderate",
            minutes_said="not in the clinic's routine",
            source="our own rule, unreviewed",
        ),
    )
}
"""Every point by name: the routine's, and the arch."""
