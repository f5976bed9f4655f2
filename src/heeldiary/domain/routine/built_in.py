"""The built-in routines, each with its source."""

from heeldiary.domain.routine.points import ROUTINE
from heeldiary.domain.routine.routine import Beat, Routine, RoutineStep, Stage, plain_text
from heeldiary.domain.settings import Settings

CLINIC = "clinic"
"""The name of the clinic's routine, the default."""

BUILT_IN = (CLINIC, "fascia-stretch", "heel-raise")
"""The names of the built-in routines. A person's own routine cannot use them."""

_SOFT = ("heel", "calf")
"""The points whose step keeps counting until the person moves on."""


def built_in(name: str, settings: Settings) -> Routine:
    """Return a built-in routine; the clinic's uses the seconds in the settings."""
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
        "We found no trial of people pressing these points on themselves.",
        source="the clinic's page",
    )


_STRETCH = plain_text("fascia")._replace(
    title="Toes to the shin",
    short="Stretch",
    meaning="the band under the foot",
    place="toes to the shin",
    find="Sit down and rest the sore foot on the other knee. Hold all the toes at their base.",
    press="Pull until the sole feels taut under your thumb. It should pull, not hurt.",
    how="Pull the toes back towards the shin. With the other thumb, feel the band under the arch go tight. "
    "Hold, let go, repeat.",
    ready="foot on the other knee, hand around the toes",
    expect="A firm pull along the arch. It eases as soon as you let go.",
    beware="Stop if it feels sharp, electric or numb. If you felt a snap or have a new bruise in the arch, see a "
    "clinician first.",
)

FASCIA_STRETCH = Routine(
    name="fascia-stretch",
    title="Plantar fascia stretch",
    steps=(RoutineStep("fascia", 130, tempo=(Beat("pull", 10), Beat("let go", 3)), repetitions=10, words=_STRETCH),),
    counts_as="stretching",
    about="Do it before the first step of the day, and before you stand up after sitting for long. In a randomised "
    "trial, people sore for 10 months or longer did it three times a day or more for 8 weeks.",
    source="DiGiovanni 2003; DiGiovanni 2006; our own pause between pulls",
)

_RAISE = plain_text("heel-raise")._replace(
    title="Heel raise on one leg",
    short="Raise",
    meaning="slow and heavy",
    place="towel under the toes",
    find="Stand with the front of the foot on a step, with a rolled towel under the toes to bend them up. "
    "Keep a hand on the wall.",
    press="Use as much weight as still lets you finish the set. If it is easy, wear a rucksack of books.",
    how="Three seconds up, two seconds at the top, three seconds down below the step. All on one leg.",
    ready="one foot on the step, towel under the toes, hand on the wall",
    expect="A tired calf and sole. A rule of thumb: pain up to 5 out of 10 during the exercise, and no worse tomorrow.",
    beware="Do not do this with a torn plantar fascia or tendon, a broken bone, or a leg you cannot stand on safely.",
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
    about="Every other day: 3 sets of 12; after two weeks 4 sets of 10; after four weeks 5 sets of 8; heavier each "
    "time. In a trial of 48 people it beat stretching at 3 months, but not later. In a trial of 180 it added nothing "
    "to advice and a heel cup.",
    source="Rathleff 2014; Riel 2023; our own rests between sets",
    stages=(Stage(0, 3, 12), Stage(2, 4, 10), Stage(4, 5, 8)),
    load_rule=True,
)
