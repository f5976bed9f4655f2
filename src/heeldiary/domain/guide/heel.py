"""Plantar fasciitis: what it is like, how it starts, who gets it."""

from heeldiary.domain.guide.shape import CLINIC, Claim, Section, Topic

_REVIEW = "AAFP 2018"

TOPIC = Topic(
    "heel",
    "The sore heel",
    "What plantar fasciitis is like, how it starts and who gets it. This page describes; it cannot say what you have.",
    (
        Section(
            "What it is",
            (
                Claim(
                    "The plantar fascia is a tough band under the foot. It runs from the heel bone to the bases of "
                    "the toes.",
                    CLINIC,
                ),
                Claim(
                    "The clinic calls plantar fasciitis an overuse injury of the sole, with this band inflamed.", CLINIC
                ),
            ),
        ),
        Section(
            "What it is like",
            (
                Claim("Severe heel pain with the first steps out of bed may be plantar fasciitis.", CLINIC),
                Claim(
                    "It is worst right after getting up, and again when you stand up after sitting for a while.", CLINIC
                ),
                Claim("It is felt after exercise rather than during it.", CLINIC),
                Claim(
                    "A review for family doctors describes it like this. The pain is under the inner side of the heel. "
                    "It is worst with the first steps after sleep or a long rest, eases with moving and returns "
                    "with load.",
                    _REVIEW,
                ),
                Claim("Other conditions hurt in the same place. Only someone who examines the foot can tell.", _REVIEW),
            ),
        ),
        Section(
            "How it starts",
            (
                Claim(
                    "Usually gradually: a mild pain at the heel bone. Many call it a stone bruise.",
                    CLINIC,
                ),
            ),
        ),
        Section(
            "Who gets it",
            (
                Claim("The clinic's list: women, and people who are overweight.", CLINIC),
                Claim("People whose work has them walking or standing a lot on hard floors.", CLINIC),
                Claim(
                    "People who walk or run as exercise, above all with tight calves that limit the ankle.",
                    CLINIC,
                ),
                Claim("People whose feet are very flat, or whose arches are very high.", CLINIC),
                Claim(
                    "One study compared people with and without it. Three things were more common with it: an "
                    "ankle that bends up little, a body mass index above 30, and most of the workday on the feet. "
                    "The stiff ankle stood out most.",
                    "Riddle 2003",
                ),
                Claim(
                    "Another found no difference in the time spent sitting or standing, and ankles that bent more, not "
                    "less. The question is still open.",
                    "Irving 2007",
                ),
            ),
        ),
    ),
    (("sole", "heel"), ("side_inner", "heel")),
)
