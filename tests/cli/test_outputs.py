"""What the reading commands print of two made-up diaries, whole, as text and as JSON: nothing changes unseen."""

import shlex
from datetime import timedelta
from pathlib import Path

import pytest

from heeldiary.demo import fill
from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from tests.runner import Heeldiary
from tests.snapshots import compare
from tests.standing_clock import SeededBytes, StandingClock

OUTPUTS = Path(__file__).with_name("outputs")

LONG = """
status
status --short
status --json
show
show yesterday --json
list --from 7d
list --from 3d --json
trends
trends --weeks 4 --foot left --plain
trends --weeks 6 --json
trends --view change
trends --view change --json
trends --view links
trends --view traps
trends --view traps --json
trends --view days
trends --view load
trends --view calendar
trends --view where
trends --view load --plain
trends --view where --plain
search insoles
list --last 2
routine list --json
trends --weeks 2 --view days --json
links
links --json
review
review --plain
review --week 2026-W40
review --json
courses
courses --json
signs
signs --json
tags
tags --json
settings --json
experiment
experiment list
experiment list --json
experiment result
experiment result --json
experiment check
routine list
routine show clinic
nudge
""".strip().splitlines()
"""Of 150 days with both feet, a course, a plan, five factors and an experiment that has ended."""

COLOURED = """
trends --foot left
trends --view change --foot left
trends --view links --foot left
trends --view traps --foot left
trends --view days --foot left
trends --view load --foot left
trends --view calendar --foot left
trends --view where --foot left
links --foot left
review
experiment
experiment result
""".strip().splitlines()
"""At a terminal: where each colour begins and ends."""

SHORT = """
trends --view load --plain
trends --view where --plain
status
status --json
show
show --json
list
list --json
trends
trends --json
trends --view change
trends --view where
trends --view traps
trends --view days
links
review
review --json
signs
tags
experiment
experiment today
experiment status
experiment status --json
routine list
nudge
settings
""".strip().splitlines()
"""Of ten days with one foot, a running experiment, a plan, tags and marks."""

REFUSED = """
--plain
log 5
log 11
log
log six
log 5 --day tomorrow
log 5 --day 1899-12-31
log 5 --moment noon
log left
log activty walking 45
log fist 3
log lef 3
log sitt
wlak 45
walk
show tuesdai
walk 45 yesterday
--diary list
log act walking
set theme dusk
log average 4
log 3 left
log 5 --moment wors
log 5 --day 5/6/2026
log left 5 right
log 5 4
log activity
log activity walking
routine strat clinic
tags renam a b
settings them dusk
settings theme duks
trends --view lod
guide pirvacy
export --type pian
list --last 0
delete zzzz
log activity walking 45 --surface moon
log activity walking 2000000
log sitting 6h30 --longest 7h
log massage
log massage --ki1 9h
log care
log care acupuncture --visits 0
log note
log sitting
edit nosuchid --score 4
edit
delete nosuchid
delete
show 2026-13-01
list --type colour
list --from tomorrow
mark
mark nowhere
mark heel --foot middle
trends --weeks 0
trends --weeks many
trends --view sideways
trends --foot middle
review --week 2026-W60
review --week 2027-W01
links declare
links declare nonsense
links drop steps
tags rename
tags rename nosuchtag other
settings nosuch 1
settings theme nosuch
settings day-start 25:00
settings affected-foot third
experiment new
experiment new "only one way"
experiment new "walk or not" --days 17 --asked --yes
experiment new "walk or not" --days 28 --asked --yes
experiment done --day tomorrow
experiment result --day today
routine show nosuch
routine start clinc
tags rename tonw city
tags delete shoes
log left 3 rigth 4
experiment new 'walk or not' --days 28 --outcome next-mornin --asked --yes
routine plan clinic sometimes
routine plan nosuch daily
routine delete clinic
routine resume
guide nosuch
signs --json extra
import nosuch.json
import
completion csh
nosuch
statsu
status --jsn
version --json
--help --json
undo now
where now
tags rename town town
tags rename town "no shoes"
tags delete nosuchtag
routine delete nosuch
routine new clinic
routine plan fascia-stretch none
experiment done --day 2026-11-23
experiment done --day 2026-11-01
delete abc
""".strip().splitlines()
"""What is asked of the short diary at noon, and refused or unclear."""

TEN_DAYS = """
9 log 7 --note 'sharp, easing after two minutes'
9 log activity walking 45 --surface hard --tag town
9 log sitting 6h30 --longest 1h40
8 log 8 --tag 'no shoes' --tag town
8 mark inner-heel centre
7 log 6
7 routine plan clinic mon wed fri
7 log 4 --moment average
7 log massage --ki1 90s --shimian 60s --before 6 --after 4
6 log 6
6 experiment new 'evening stretch or not' --days 28 --asked --yes --from tomorrow --about care:stretching
5 experiment done
6 log care insoles -n 'the soft ones'
5 log 5
5 log 6 --moment after-sitting
4 log 7
4 log 2 --moment night
4 log care acupuncture 40 --course winter --visits 6
3 log 4
3 log activity running 20 --steps 3000
2 log note 'rest day'
1 log 5
1 mark arch
0 log 3
0 links declare massage
""".strip().splitlines()
"""How many days ago, and what was logged."""


@pytest.fixture(scope="module")
def long_diary(tmp_path_factory: pytest.TempPathFactory) -> Heeldiary:
    """The demo's made-up person, for 150 days."""
    heeldiary = Heeldiary(tmp_path_factory.mktemp("long") / "home", StandingClock(), SeededBytes())
    heeldiary.home.mkdir(mode=0o700)
    with Diary(open_to_write(str(heeldiary.diary)), heeldiary.clock, heeldiary.random) as diary:
        fill(diary, days=150)
    return heeldiary


@pytest.fixture(scope="module")
def short_diary(tmp_path_factory: pytest.TempPathFactory) -> Heeldiary:
    """Ten days, logged by commands as they went."""
    heeldiary = Heeldiary(tmp_path_factory.mktemp("short") / "home", StandingClock(), SeededBytes())
    heeldiary.done("settings", "affected-foot", "left")
    today = heeldiary.clock.at
    for ago, *command in map(shlex.split, TEN_DAYS):
        heeldiary.clock.at = today - timedelta(days=int(ago))
        heeldiary.done(*command)
    return heeldiary


def _name(command: str) -> str:
    return command.replace(" --", "-").replace(" ", "-")


@pytest.mark.parametrize("command", LONG)
def test_a_long_diary(long_diary: Heeldiary, command: str) -> None:
    compare(OUTPUTS / f"long-{_name(command)}.txt", long_diary.done(*command.split()).out)


@pytest.mark.parametrize("command", COLOURED)
def test_a_long_diary_in_colour(long_diary: Heeldiary, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("COLORTERM", raising=False)
    at_terminal = Heeldiary(long_diary.home, long_diary.clock, long_diary.random, terminal=True)
    coloured = at_terminal.done(*command.split()).out
    assert "\x1b[" in coloured
    compare(OUTPUTS / f"colour-{_name(command)}.txt", coloured.replace("\x1b[0m", ">").replace("\x1b[", "<"))


@pytest.mark.parametrize("command", SHORT)
def test_a_short_diary(short_diary: Heeldiary, command: str) -> None:
    compare(OUTPUTS / f"short-{_name(command)}.txt", short_diary.done(*command.split()).out)


def test_refusals(short_diary: Heeldiary) -> None:
    noon = Heeldiary(short_diary.home, StandingClock("2026-11-22T12:00:00"), short_diary.random)
    said = []
    for command in REFUSED:
        ran = noon.refused(noon(*shlex.split(command)).code, *shlex.split(command))
        said.append(f"{ran.code} heeldiary {command}\n{ran.err}")
    compare(OUTPUTS / "refusals.txt", "\n".join(said))
