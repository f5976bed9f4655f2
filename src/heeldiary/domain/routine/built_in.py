"""The built-in routines, each with its source."""

from heeldiary.domain.routine.points import ROUTINE
from heeldiary.domain.routine.routine import Beat, Routine, RoutineStep, Stage, plain_text
from heeldiary.domain.settings import Settings

CLINIC = "clinic"
"""The name of the clinic's routine, the default."""

BUILT_IN = (CLINIC, "fascia-stretch", "heel-raise")
"""The names of the built-in routines, not allowed for a person's own."""

_SOFT = ("heel", "calf")


def built_in(name: str, settings: Settings) -> Routine:
    """Return a built-in routine; the clinic's with the seconds of the settings."""
    if name == CLINIC:
        return clinic(settings)
    return {routine.name: routine for routine in (FASCIA_STRETCH, HEEL_RAISE)}[name]


def clinic(settings: Settings) -> Routine:
    """Return the clinic's routine: four places, one after another."""
    return Routine(
        name=CLINIC,
        title="The clinic's massage",
        steps=tuple(RoutineStep(point, settings.seconds_of(point), point in _SOFT) for point in ROUTINE),
        about="A traditional self-massage: Kidney 1, Shi Mian, around the heel, the calf. "
        "No trial of people pressing these points on themselves was found.",
        source="the clinic's page",
    )


_STRETCH = plain_text("fascia")._replace(
    title="Toes to the shin",
    short="Stretch",
    meaning="the band under the foot",
    place="toes to the shin",
    find="Sit and lay the sore foot across the other knee. Take hold of all toes at their base.",
    press="Until the sole is taut under your thumb. A pull, not a pain.",
    how="Pull the toes back toward the shin and feel with the other thumb that the band under the arch is tight. "
    "Hold, let go, again.",
    ready="foot across the knee, hand around the toes",
    expect="A firm pull along the arch. It eases as soon as you let go.",
    beware="Stop if it turns sharp, electric or numb. After a snap or with a fresh bruise in the arch see a clinician.",
)

FASCIA_STRETCH = Routine(
    name="fascia-stretch",
    title="Plantar fascia stretch",
    steps=(RoutineStep("fascia", 130, tempo=(Beat("pull", 10), Beat("let go", 3)), repetitions=10, words=_STRETCH),),
    counts_as="stretching",
    about="Before the first step of the day, and before standing up after long sitting. In the trial it was done "
    "three times a day or more, for 8 weeks, by people sore for 10 months or longer, drawn by lot.",
    source="DiGiovanni 2003; DiGiovanni 2006; our own seconds between two pulls",
)

_RAISE = plain_text("heel-raise")._replace(
    title="Heel raise on one leg",
    short="Raise",
    meaning="slow and heavy",
    place="towel under the toes",
    find="Stand with the front of the foot on a step, a rolled towel under the toes so that they bend up. "
    "Keep a hand on the wall.",
    press="As heavy as the repetitions allow: a rucksack with books if they come easily.",
    how="Three seconds up, two seconds at the top, three seconds down below the step. All on one leg.",
    ready="one foot on the step, towel under the toes, hand on the wall",
    expect="Tired calf and sole. The rule of thumb for load: up to 5 of 10 during it, and no worse tomorrow.",
    beware="Leave it out while a band or tendon is torn, a bone is broken, or you cannot stand on the leg safely.",
)

HEEL_RAISE = Routine(
    name="heel-raise",
    title="High-load heel raise",
    steps=(
        RoutineStep(
            "heel-raise",
            96,
            tempo=(Beat("up", 3), Beat("hold", 2), Beat("down", 3)),
            repetitions=12,
            sets=3,
            rest_seconds=120,
            words=_RAISE,
        ),
    ),
    counts_as="strengthening",
    about="Every second day: 3 sets of 12, after two weeks 4 of 10, after four weeks 5 of 8, heavier each time. "
    "Better at 3 months than stretching in one trial of 48, no different later; in one of 180 it added nothing to "
    "advice and a heel cup.",
    source="Rathleff 2014; Riel 2023; our own rests between sets",
    stages=(Stage(0, 3, 12), Stage(2, 4, 10), Stage(4, 5, 8)),
    load_rule=True,
)
