"""The built-in exercises, told by the very routines that the app runs; and routines of one's own, the map, plans."""

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
            Claim(f"{step.told.find} {step.told.how}", routine.source),
            Claim(f"How hard: {step.told.press}", OURS),
            Claim(f"Beware: {step.told.beware}", OURS),
        ),
    )


TOPIC = Topic(
    "exercises",
    "Exercises, and routines of your own",
    "Beside the massage heeldiary can count the seconds of two exercises, and of whatever you put together yourself.",
    (
        _section(FASCIA_STRETCH),
        _section(HEEL_RAISE),
        Section(
            "How much is too much",
            (
                Claim(
                    "A rule of thumb for load: 0 to 3 of 10 during it is little, 4 to 5 acceptable, more is too much. "
                    "If the next morning is worse, do less.",
                    "bytespcn.nhs.uk; Silbernagel 2007, on the Achilles tendon",
                ),
                Claim(
                    "Before a heel raise heeldiary looks at the morning after the last one and says when it was worse; "
                    "before a massage, when that was so twice in a row. A single morning can be chance.",
                    BUILT,
                ),
            ),
        ),
        Section(
            "Your own",
            (
                Claim(
                    "In the Routine, l shows all routines: copy one, change its steps, plan it for some days. "
                    "`heeldiary routine` does the same by command, with routines as text files.",
                    BUILT,
                ),
                Claim(
                    "A plan is shown in numbers, as in: 4 of 5 this week. A pause for illness or travel counts for "
                    "nothing, and nothing is lost by missing a day.",
                    BUILT,
                ),
            ),
        ),
        Section(
            "The map of the foot",
            (
                Claim(
                    "In the Routine the arrows or a click go from place to place and show what lies there; v turns "
                    "the foot, h marks that it hurts here today. Trends shows under Where on how many days a week.",
                    BUILT,
                ),
            ),
        ),
    ),
)
