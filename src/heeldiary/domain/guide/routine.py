"""The routine: its order, its minutes, how hard to press, what to expect, and what is not known about it."""

from heeldiary.domain.durations import format_seconds
from heeldiary.domain.guide.shape import BUILT, CLINIC, OURS, Claim, Section, Topic
from heeldiary.domain.routine.points import POINTS, ROUTINE
from heeldiary.domain.settings import BY_NAME

_SECONDS = {name: BY_NAME[f"{name}-seconds"].default for name in ROUTINE}
_TIMES = "; ".join(f"{POINTS[name].title}: {format_seconds(seconds)}" for name, seconds in _SECONDS.items())

TOPIC = Topic(
    "routine",
    "The massage routine",
    "Four places on one foot, one after the other. heeldiary counts the seconds; you press and feel.",
    (
        Section(
            "Before you begin",
            (
                Claim(
                    "Some people should not do this, or should ask first. `heeldiary guide ask-first` says who.",
                    OURS,
                ),
                Claim("Stop if it turns sharp, electric, spreading or numb.", OURS),
            ),
        ),
        Section(
            "The order, and for how long",
            (
                Claim("First, Kidney 1, in the hollow behind the ball of the foot: 1 to 2 minutes.", CLINIC),
                Claim(
                    "Second, Shi Mian, under the heel, always after Kidney 1: 1 to 2 minutes.", POINTS["shimian"].source
                ),
                Claim("Third, around the heel, wherever it hurts. The page gives no time for it.", CLINIC),
                Claim("Fourth, the calf, wherever it hurts, until its deep knots have relaxed.", CLINIC),
                Claim(
                    f"heeldiary starts with these times. {_TIMES}. "
                    f"That is {format_seconds(sum(_SECONDS.values()))} a foot. `heeldiary settings` changes them.",
                    BUILT,
                ),
                Claim(
                    "At heel and calf the clock keeps counting until you move on. About 5 minutes for the two "
                    "together is enough.",
                    OURS,
                ),
            ),
        ),
        Section(
            "How hard",
            (
                Claim("Kidney 1: moderate to strong pressure.", CLINIC),
                Claim(
                    "Shi Mian: the clinic gives no pressure. heeldiary suggests that of Kidney 1; press less if "
                    "you like.",
                    OURS,
                ),
                Claim("Heel and calf: gently, with moderate pressure.", CLINIC),
                Claim("The pressing itself should hurt no more than 5 of 10.", OURS),
                Claim("If the morning after is worse, twice in a row, press less.", OURS),
            ),
        ),
        Section(
            "What it may feel like",
            (
                Claim(
                    "Kidney 1 and Shi Mian may hurt at first. The pain is then said to subside, and a warm or hot "
                    "feeling is likely.",
                    CLINIC,
                ),
                Claim("If you feel nothing like that, you are not doing anything wrong.", OURS),
            ),
        ),
        Section(
            "What is known about it",
            (
                Claim(
                    "It is a traditional routine. An acupuncture clinic describes it on a public page about foot pain, "
                    "at allendaleacupuncture.com. The words here are ours.",
                    CLINIC,
                ),
                Claim(
                    "We found no trial of people pressing these points on themselves. Whether it changes a sore heel "
                    "is not known.",
                    "our own search for trials",
                ),
            ),
        ),
    ),
    (("sole", "ki1"), ("sole", "shimian"), ("sole", "heel"), ("calf", "calf")),
)
