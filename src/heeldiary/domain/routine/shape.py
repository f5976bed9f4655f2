"""Reading and writing a routine as plain values of TOML or JSON, validating every value."""

import re
from collections.abc import Mapping
from typing import Any

from heeldiary.domain.routine.points import Point
from heeldiary.domain.routine.routine import (
    COUNTS_AS,
    MOST_ROUTINE_STEPS,
    SOFT_CAP_SECONDS,
    Beat,
    Routine,
    RoutineStep,
    Stage,
    plain_text,
)
from heeldiary.domain.routine.shape_reader import ShapeReader, join
from heeldiary.domain.text import capitalized
from heeldiary.errors import BadInput

ORDERS = ("one foot after the other", "taking turns")
"""The orders of the two feet."""

WORDS: Mapping[str, int] = {
    "title": 40,
    "short": 9,
    "meaning": 40,
    "place": 22,
    "find": 300,
    "press": 120,
    "pressure": 40,
    "how": 240,
    "ready": 60,
    "expect": 160,
    "beware": 240,
}
"""The text keys of a step, and their longest lengths."""

KEYS = ("name", "title", "counts-as", "about", "source", "order", "ready-seconds", "load-rule", "step", "stage")
STEP_KEYS = (
    "point", "seconds", "keep-going", "up-to-seconds", "tempo", "repetitions", "sets", "rest-seconds", *WORDS,
)  # fmt: skip
STAGE_KEYS = ("after-weeks", "sets", "repetitions")
"""The keys of a routine, a step and a stage; docs/routines.md explains each."""
_LONGEST_SECONDS = 30 * 60
_BEAT = re.compile(r"([^\d,-][^\d,]{0,19}?)\s+(\d{1,2})")
"""A beat: a word that cannot be mistaken for a command's option, and its seconds."""


def parse_name(typed: str) -> str:
    """Parse the name of a routine, as typed after `heeldiary routine start`; it keeps its capitals."""
    name = typed.strip()
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9-]{0,39}", name, re.ASCII):
        raise BadInput("a routine's name has 1 to 40 letters, digits and dashes", "use a name like evening or heel-2")
    return name


def title_of(name: str) -> str:
    """Return the title of a routine that has only a name: `evening-feet` is `Evening feet`."""
    return " ".join(capitalized(name).replace("-", " ").split())


def routine_from_shape(shape: Mapping[str, Any], name: str = "") -> Routine:
    """Return the routine of plain values; raises BadValue with the path of the first invalid one.

    `name` is used if the values have none.
    """
    read = ShapeReader(shape, KEYS)
    name = read.parsed("name", parse_name, name or None)
    steps = tuple(_step(step) for step in read.tables("step"))
    stages = tuple(_stage(stage) for stage in read.tables("stage", needed=False))
    if not steps:
        read.wrong("step", "a routine has at least one step", "start one with [[step]]")
    if sum(step.sets for step in steps) > MOST_ROUTINE_STEPS:
        read.wrong("step", f"a routine has at most {MOST_ROUTINE_STEPS} steps, each set counted", "remove some")
    if [stage.after_weeks for stage in stages] != sorted({stage.after_weeks for stage in stages}):
        read.wrong("stage", "its stages are not in the order of their weeks", "put the earliest week first")
    if stages and not any(step.tempo for step in steps):
        read.wrong("stage", "its stages apply to no step", "give a step a tempo, or leave the stages out")
    routine = Routine(
        name=name,
        title=read.text("title", 40) or title_of(name),
        steps=steps,
        counts_as=read.one_of("counts-as", COUNTS_AS, "massage"),
        about=read.text("about", 600),
        source=read.text("source", 300),
        alternate=read.one_of("order", ORDERS, ORDERS[0]) == ORDERS[1],
        ready_seconds=read.whole("ready-seconds", 3, 60, None),
        stages=stages,
        load_rule=read.flag("load-rule"),
    )
    for stage in stages:
        reached = routine.at_week(stage.after_weeks).steps
        if sum(step.sets for step in reached) > MOST_ROUTINE_STEPS or any(
            step.seconds > _LONGEST_SECONDS for step in reached
        ):
            read.wrong(
                "stage", "a stage is too long", f"at most {MOST_ROUTINE_STEPS} sets in all, and 30 minutes for one"
            )
    return routine


def _step(read: ShapeReader) -> RoutineStep:
    read.only(STEP_KEYS)
    point = read.word("point")
    tempo = _tempo(read)
    repetitions = read.whole("repetitions", 1, 100, 1 if not tempo else 10)
    cycle = sum(beat.seconds for beat in tempo)
    if tempo and read.has("seconds"):
        read.wrong("seconds", "its tempo sets its length", "remove seconds or the tempo")
    if not tempo and read.has("repetitions"):
        read.wrong("repetitions", "there is nothing to repeat", 'give it a tempo, like tempo = "up 3, down 3"')
    if cycle * repetitions > _LONGEST_SECONDS:
        read.wrong("repetitions", "one set of it takes longer than 30 minutes", "use fewer repetitions and more sets")
    soft = read.flag("keep-going")
    if soft and tempo:
        read.wrong("keep-going", "a step with a tempo ends by itself", "remove keep-going or the tempo")
    if not soft and read.has("up-to-seconds"):
        read.wrong("up-to-seconds", "only a step that keeps going has it", "add keep-going = true")
    sets = read.whole("sets", 1, 20, 1)
    if sets == 1 and read.has("rest-seconds"):
        read.wrong("rest-seconds", "there is only one set, so no rest", "give it at least two sets")
    return RoutineStep(
        point=point,
        seconds=cycle * repetitions if tempo else read.whole("seconds", 1, _LONGEST_SECONDS),
        soft=soft,
        cap_seconds=read.whole("up-to-seconds", 1, _LONGEST_SECONDS, SOFT_CAP_SECONDS),
        tempo=tempo,
        repetitions=repetitions,
        sets=sets,
        rest_seconds=read.whole("rest-seconds", 0, 600, 0),
        words=_words(read, point),
    )


def _tempo(read: ShapeReader) -> tuple[Beat, ...]:
    text = read.text("tempo", 150)
    beats = [_BEAT.fullmatch(part.strip()) for part in text.split(",")] if text else []
    if not all(beats) or len(beats) > 6:
        read.wrong("tempo", "its tempo cannot be read", 'write it like "up 3, hold 2, down 3", at most 6 parts')
    tempo = tuple(Beat(beat[1].strip(), int(beat[2])) for beat in beats if beat)
    if any(beat.seconds < 1 for beat in tempo):
        read.wrong("tempo", "one part of its tempo has no length", "give each part at least one second")
    return tempo


def _words(read: ShapeReader, point: str) -> Point | None:
    """Return the step's description; missing parts come from the point."""
    own = {key: read.text(key, most) for key, most in WORDS.items() if read.has(key)}
    own = {key: words for key, words in own.items() if words or key not in ("title", "short")}
    if not own:
        return None
    known = RoutineStep(point, 1).description
    if "title" in own and "short" not in own:
        own["short"] = plain_text(own["title"]).short
    words = Point(**{**known._asdict(), **own})
    return None if words == known else words


def _stage(read: ShapeReader) -> Stage:
    read.only(STAGE_KEYS)
    return Stage(read.whole("after-weeks", 0, 520), read.whole("sets", 1, 20), read.whole("repetitions", 1, 100))


def routine_shape(routine: Routine) -> dict[str, Any]:
    """Return the routine as plain values, in reading order, without defaults."""
    shape: dict[str, Any] = {
        "name": routine.name,
        "title": routine.title,
        "about": routine.about,
        "source": routine.source,
        "counts-as": routine.counts_as,
        "order": ORDERS[routine.alternate],
        "ready-seconds": routine.ready_seconds,
        "load-rule": routine.load_rule,
    }
    shape = {key: value for key, value in shape.items() if value not in ("", None, False)}
    if routine.stages:
        shape["stage"] = [dict(zip(STAGE_KEYS, stage, strict=True)) for stage in routine.stages]
    return {**shape, "step": [_step_shape(step) for step in routine.steps]}


def _step_shape(step: RoutineStep) -> dict[str, Any]:
    shape: dict[str, Any] = {"point": step.point}
    if step.tempo:
        shape["tempo"] = join(f"{beat.word} {beat.seconds}" for beat in step.tempo)
        shape["repetitions"] = step.repetitions
    else:
        shape["seconds"] = step.seconds
    if step.soft:
        shape |= {"keep-going": True, "up-to-seconds": step.cap_seconds}
    if step.sets > 1:
        shape |= {"sets": step.sets, "rest-seconds": step.rest_seconds}
    if step.words:
        known = RoutineStep(step.point, 1).description
        own = {key: getattr(step.words, key) for key in WORDS}
        shape |= {key: value for key, value in own.items() if value != getattr(known, key)}
        if "title" in shape and plain_text(step.words.title).short != step.words.short:
            shape["short"] = step.words.short
    return shape
