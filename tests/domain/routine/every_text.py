"""What the routines say: their points, steps and questions before the first session."""

from collections.abc import Iterator

from heeldiary.domain.routine.ask_first import FOLLOW_UP, SAFETY_QUESTIONS
from heeldiary.domain.routine.built_in import BUILT_IN, built_in
from heeldiary.domain.routine.points import POINTS, SHARP
from heeldiary.domain.routine.routine import plain_text
from heeldiary.domain.settings import Settings


def every_text() -> Iterator[str]:
    """All of it, field by field."""
    routines = [built_in(name, Settings({})) for name in BUILT_IN]
    for point in (
        *POINTS.values(),
        plain_text("Toe curls with a towel"),
        *(step.description for routine in routines for step in routine.steps),
    ):
        yield from (f"{point.name} {field}: {value}" for field, value in point._asdict().items() if value)
    for routine in routines:
        yield from (
            f"{routine.name} {field}: {value}" for field, value in routine._asdict().items() if field != "steps"
        )
        yield from (f"{routine.name}: {step._replace(words=None)}" for step in routine.steps)
    for question in SAFETY_QUESTIONS:
        yield f"{question.name}: {question.text}"
        yield f"{question.name}, a yes that {'stops' if question.stops else 'needs agreement'}: {question.why}"
    yield from (FOLLOW_UP, SHARP)
