"""Measures what computing costs: ten years of diary against 90 days, as whole commands and within the app.

python benchmarks/views.py [RUNS]      15 runs by default
"""

import sys
import tempfile

from bench import DIARY_PAINTED, HEELDIARY, Measured, environment, in_turn, seconds_of, table
from diaries import make_diary, name_factors
from pseudo_terminal import Program

VIEWS = ("weeks", "change", "links", "traps")
COMMANDS = (*[("trends", "--view", view) for view in VIEWS], ("links",), ("courses",), ("review",))


def commands(runs: int, short: str, long: str) -> list[Measured]:
    """Each command on ten years against the same on 90 days."""

    def pair(*words: str) -> Measured:
        command = [HEELDIARY, *words]
        return in_turn(
            runs, f"heeldiary {' '.join(words)}, 10 years per 90 days", 1.5,
            lambda: seconds_of(command, short), lambda: seconds_of(command, long),
        )  # fmt: skip

    return [pair(*words) for words in COMMANDS]


def in_the_app(runs: int, short: str, long: str) -> list[Measured]:
    """From the key to the screen, without what is computed afterwards."""
    programs = [Program([HEELDIARY], environment(home)) for home in (short, long)]
    opened = Measured("Diary to Trends, 10 years per 90 days", [], [], "ms", 1.5)
    changed = Measured("Weeks to Change, 10 years per 90 days", [], [], "ms", 1.5)
    for program in programs:
        program.wait_for(DIARY_PAINTED)
    for run in range(runs + 1):
        for program, opening, changing in zip(
            programs, (opened.floor, opened.ours), (changed.floor, changed.ours), strict=True
        ):
            pressed = program.press("t")
            seconds = program.wait_for("Calendar") - pressed
            program.drain(0.5)
            pressed = program.press("v")
            moment = program.wait_for("Chance")
            if run:
                opening.append(seconds)
                changing.append(moment - pressed)
            program.press("vvvvvvv")
            program.drain(0.2)
            program.press("d")
            program.wait_for("Later")
    for program in programs:
        program.end()
    return [opened, changed]


def main() -> None:
    """Measure all of it and print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as place:
        homes = [f"{place}/{name}" for name in ("short", "long")]
        for home, days in zip(homes, (90, 3652), strict=True):
            make_diary(home, days)
            name_factors(home)
        measured = [*commands(runs, *homes), *in_the_app(runs, *homes)]
    print(f"{runs} runs each, in turn; Python {sys.version.split()[0]}\n")
    print(table(measured))


if __name__ == "__main__":
    main()
