"""The plain session's text: cues, position and summary."""

import math
from collections.abc import Iterator, Mapping, Sequence

from heeldiary.domain.durations import clock_digits, format_seconds, format_times
from heeldiary.domain.routine.cue import Cue
from heeldiary.domain.routine.points import Point
from heeldiary.domain.routine.routine import Step
from heeldiary.domain.routine.session import Session
from heeldiary.domain.routine.text import format_tempo
from heeldiary.domain.scales import Foot
from heeldiary.domain.text import capitalized
from heeldiary.guiding.cues import CueSounds, format_cue

HOW_TO = "Type a letter and Enter: n next, b back, x finish, ? all letters. Enter alone pauses and goes on."

LETTERS = (
    "Enter: pause, go on",
    "n: next step",
    "b: one step back",
    "+: 30 seconds more",
    "f: the other foot",
    "x: finish here and save what you did",
    "M: mute or unmute the bell and the cues",
    "p painful, e easing, w warm, o nothing much: what the step felt like",
    "s: sharp, electric or numb: the session ends",
)
"""The letters that can be typed."""

NO_SUCH_LETTER = "Not a key. Enter: pause; n, b, +, f, x, M, p, e, w, o, s; ? shows them all."

_HALF_MINUTE_SECONDS = 30


class PlainText:
    """Formats a session as lines; how to do a step is printed once, before its first set."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._sounds = CueSounds()
        self._explained: set[int] = set()
        self._half_minutes: tuple[Step, int] | None = None

    def of(self, cues: Sequence[Cue]) -> Iterator[str]:
        """Return the lines of some simultaneous cues and of the time left."""
        for cue in cues:
            words = format_cue(self._sounds.of(cue), cue, self._session.routine)
            match cue.kind:
                case "rest":
                    yield f"{words} n ends it."
                case "ready" if cue.step:
                    yield from self.explained(cue.step)
                    yield f"{words} {self._ready(cue.step)}"
                case "start":
                    yield f"Begin. {self._beat()}".strip()
                case "beat":
                    if cue is cues[-1]:  # of several at once only the last is current
                        yield self._beat()
                case "enough":
                    yield f"{words.removesuffix('.')}; n goes on."
                case "last" | "finish":
                    yield words
        yield from self._time_left()

    def taken_up(self) -> Iterator[str]:
        """Return the lines of a continued session."""
        session, step = self._session, self._session.step
        yield from self.explained(step)
        if session.resting:
            rest = Cue("rest", step, session.rest_seconds - session.elapsed)
            yield f"{format_cue('rest', rest, session.routine)} n ends it."
        else:
            yield f"{format_cue('ready', Cue('ready', step), session.routine)} {self._ready(step)}"

    def explained(self, step: Step) -> Iterator[str]:
        """Return how to do a step and when to leave it, unless printed before."""
        if step.of in self._explained:
            return
        self._explained.add(step.of)
        point = _description(self._session, step)
        how = " ".join(_sentence(text) for text in (point.press, point.how) if text)
        if how:
            yield f"{point.title}: {how}"
        yield _sentence(point.beware)
        tempo = format_tempo(self._session.routine.steps[step.of])
        if tempo:
            yield f"In time: {tempo}."

    def _ready(self, step: Step) -> str:
        session, point = self._session, _description(self._session, step)
        routine_step = session.routine.steps[step.of]
        put = f"{_sentence(point.ready)} " if point.ready != point.title else ""
        left = session.length(step) - session.carried
        long = format_times(math.ceil(left / step.cycle_seconds)) if step.tempo else clock_digits(math.ceil(left))
        if routine_step.sets > 1:
            long = f"Set {step.set + 1} of {routine_step.sets}, {long}"
        return f"{put}{long}, in {max(1, math.ceil(session.remaining))} seconds."

    def _beat(self) -> str:
        """Return the tempo's instruction, with the repetition's number at its start or the step's."""
        session, rhythm = self._session, self._session.rhythm
        if rhythm is None:
            return ""
        word = capitalized(rhythm.word)
        first = session.elapsed % session.step.cycle_seconds < session.step.tempo[0].seconds
        return f"{rhythm.repetition} of {rhythm.repetitions}: {word}" if first else word

    def _time_left(self) -> Iterator[str]:
        """Return the time left at each half minute."""
        session = self._session
        if session.phase != "running" or session.step.tempo:
            self._half_minutes = None
            return
        now = session.step, math.ceil(session.remaining / _HALF_MINUTE_SECONDS)
        before, self._half_minutes = self._half_minutes, now
        reached = before and before[0] == now[0] and 0 < now[1] < before[1]
        # After a counted gap it may be long past.
        if reached and now[1] * _HALF_MINUTE_SECONDS - session.remaining < 1:
            yield f"{clock_digits(now[1] * _HALF_MINUTE_SECONDS)} left"


def format_opening(session: Session) -> str:
    """Return the line about the session to come."""
    feet = f"{' and '.join(session.feet)} {'feet' if len(session.feet) > 1 else 'foot'}"
    return f"{session.routine.title}, {feet}, {clock_digits(math.ceil(session.remaining_in_all))} in all."


def format_where(session: Session) -> str:
    """Return the session's position."""
    step, rhythm = session.step, session.rhythm
    place = f"{_description(session, step).title}, {step.foot} foot"
    if session.phase == "ready":
        seconds = format_seconds(max(1, math.ceil(session.remaining)))
        return f"{place}, {f'rest, {seconds} left' if session.resting else f'begins in {seconds}'}."
    if rhythm:
        return f"{place}, {rhythm.repetition} of {rhythm.repetitions}."
    left = clock_digits(math.ceil(abs(session.remaining)))
    return f"{place}, {left} left." if session.remaining >= 0 else f"{place}, {left} past its time; n goes on."


def how_to_find(session: Session) -> str:
    """Return how to find the current step's point; "" if unknown."""
    return _description(session, session.step).find


def format_summary(session: Session) -> Iterator[str]:
    """Return what was done, by foot; empty if nothing was."""
    for foot in session.feet:
        seconds: dict[str, float] = {}
        for step in session.steps:
            if step.foot == foot:
                title = _description(session, step).title
                seconds[title] = seconds.get(title, 0) + session.credited.get(step.key, 0)
        done = [f"{title} {format_seconds(round(spent))}" for title, spent in seconds.items() if round(spent)]
        if done:
            whole = "whole" if session.finished(foot) else "part"
            yield f"{foot.capitalize()} foot, {whole} session: {', '.join(done)}."


def left_over_lines(scores: Mapping[Foot, int]) -> Iterator[str]:
    """Say which scores of before a session are saved as notes, since nothing was done on their feet."""
    for foot, score in scores.items():
        yield f"{foot.capitalize()} foot: nothing was done; its pain before, {score}/10, is saved as a note."


def _description(session: Session, step: Step) -> Point:
    return session.routine.steps[step.of].description


def _sentence(text: str) -> str:
    """Return a text with a capital and a full stop."""
    return f"{capitalized(text)}{'' if text.endswith(('.', '!', '?')) else '.'}"
