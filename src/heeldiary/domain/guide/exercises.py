"""The built-in exercises, described by the routines that the app runs; your own routines, plans and the map."""

from heeldiary.domain.guide.shape import BUILT, OURS, Claim, Section, Topic
from heeldiary.domain.routine.built_in import FASCIA_STRETCH, HEEL_RAISE
from heeldiary.domain.routine.routine import Routine
from heeldiary.domain.routine.text import format_step


def _section(routine: Routine) -> Section:
    step = routine.steps[0]
    return Section(
        routine.title,
        (
            Claim(routine.about, routine.source),
            Claim(f"How long: {format_step(step)}.", routine.source),
            Claim(f"{step.description.find} {step.description.how}", routine.source),
            Claim(f"How hard: {step.description.press}", OURS),
            Claim(f"Beware: {step.description.beware}", OURS),
        ),
    )


TOPIC = Topic(
    "exercises",
    "Exercises and your own routines",
    "Besides the massage, heeldiary can guide you through two exercises and any routine that you make yourself.",
    (
        _section(FASCIA_STRETCH),
        _section(HEEL_RAISE),
        Section(
            "How much is too much",
            (
                Claim(
                    "A rule of thumb for load: pain of 0 to 3 while you do it is little, 4 to 5 acceptable, more is "
                    "too much. If the next morning is worse, do less.",
                    "bytespcn.nhs.uk; Silbernagel 2007, on the Achilles tendon",
                ),
                Claim(
                    "Before a heel raise heeldiary checks the morning after the last one and says if it was worse; "
                    "before a massage, if that happened twice in a row. A single morning can be chance.",
                    BUILT,
                ),
            ),
        ),
        Section(
            "Your own",
            (
                Claim(
                    "In the Routine, `l` shows all routines: copy one, change its steps, plan it for certain days. "
                    "`heeldiary routine` does the same from the shell, with routines as text files.",
                    BUILT,
                ),
                Claim(
                    "A plan is shown as a number, such as 4 of 5 this week. A pause for illness or travel does not "
                    "count against it, and missing a day costs nothing.",
                    BUILT,
                ),
            ),
        ),
        Section(
            "The map of the foot",
            (
                Claim(
                    "In the Routine, the arrows or a click go from place to place and show what lies there; `v` turns "
                    "the foot, and `h` marks that it hurts here today. Where, in Trends, shows on how many days a "
                    "week.",
                    BUILT,
                ),
            ),
        ),
    ),
)
