"""Everyday words, amounts and subcommands that are not the diary's own: a refusal names the command that was meant."""

import re
import shlex

import pytest

from tests.runner import Heeldiary


@pytest.fixture
def week(heeldiary: Heeldiary) -> Heeldiary:
    """A diary with a score, a tag and a kind of care of one's own."""
    heeldiary.done("settings", "affected-foot", "left")
    heeldiary.done("log", "5", "--tag", "rain", "--day", "yesterday")
    heeldiary.done("care", "cupping", "10")
    return heeldiary


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("foot 6", "`heeldiary 6`"),
        ("foo 3", "`heeldiary 3`"),
        ("foot left 6", "`heeldiary log left 6`"),
        ("log feet 6", "`heeldiary 6`"),
        ("log foo 6", "`heeldiary 6`"),
        ("help foo", "`heeldiary 6`"),
        ("heel 5", "`heeldiary 5`"),
        ("heel pain 5", "`heeldiary 5`"),
        ("med 2", '`heeldiary medicine --note "ibuprofen'),
        ("inject 1", "`heeldiary log care injection 1`"),
        ("inso 5", "`heeldiary insoles 5`"),
        ("ibuprofen 400mg", 'as in: heeldiary medicine --note "ibuprofen 400mg"'),
        ("care ibuprofen 400mg", 'as in: heeldiary medicine --note "ibuprofen 400mg"'),
        ("care ibuprofen 400 mg", 'as in: heeldiary medicine --note "ibuprofen 400 mg"'),
        ("medicine 400 mg --tag rain", 'as in: heeldiary medicine --note "400 mg"'),
        ("walk 1200", "as in: heeldiary walk --steps 1200; for minutes: 1200m"),
        ("walk 8000", "as in: heeldiary walk --steps 8000"),
        ("log activity walking 10000", "as in: heeldiary walk --steps 10000"),
        ("walk 6,200", "as in: heeldiary walk --steps 6200"),
        ("walk 20000000", "as in: heeldiary walk --steps 8000"),
        ("links remove", "`heeldiary links declare none` removes them"),
        ("links list", "`heeldiary links declare none` removes them"),
        ("run 5 km in 30 min", 'as in: heeldiary running 30 min --note "5 km"'),
        ("run 5km 30min", 'as in: heeldiary running 30min --note "5km"'),
        ("log activity hiking 30min 5km", 'as in: heeldiary hiking 30min --note "5km"'),
        ("walk 30 --distance 5", "did you mean --note?"),
        ("walk 30 --km 5", "did you mean --note?"),
        ("swim 30", "`heeldiary log activity swim 30`"),
        ("log swimming 30", "`heeldiary log activity swimming 30`"),
        ("dance 2h", "`heeldiary log activity dance 2h`"),
        ("log dance 10", "for example: heeldiary log 6"),
        ("cycle 40", "`heeldiary cycling 40`"),
        ("bike 40", "`heeldiary cycling 40`"),
        ("ibuprofen", '`heeldiary medicine --note "ibuprofen'),
        ("painkiller", '`heeldiary medicine --note "ibuprofen'),
        ("cream", "`heeldiary log care cream`"),
        ("shockwave", "`heeldiary log care shockwave`"),
        ("tape", "`heeldiary taping`"),
        ("stretches", "`heeldiary stretching 10`"),
        ("care medicine ibuprofen", 'as in: heeldiary medicine --note "ibuprofen"'),
        ("care ice yesterday", "did you mean --day yesterday?"),
        ("night splint", "`heeldiary log care night-splint`"),
        ("log night splint", "`heeldiary log care night-splint`"),
        ("routine done", "`heeldiary routine start NAME`"),
        ("routine log", "`heeldiary strengthening 10` is logged, but counts for no plan"),
        ("heel-raise", "`heeldiary routine start heel-raise`"),
        ("log heel-raise", "`heeldiary routine start heel-raise`"),
        ("log routine evening", "`heeldiary routine`"),
        ("5 4 in the evening", "heeldiary log 5 4 --moment after-sitting (or average, or worst)"),
        ("log 5 -m standing", "did you mean after-sitting?"),
        ("log 5 -m getting-up", "did you mean after-sitting?"),
        ("6L 4R", "as in: heeldiary log left 6 right 4"),
        ("L6 R4", "`heeldiary log left 6 right 4`"),
        ("log left:6/10 right:4/10", "`heeldiary log left 6 right 4`"),
        ("left: 6 right: 4", "`heeldiary log left 6 right 4`"),
        ("left 5, right 4", "as in: heeldiary log left 5 right 4"),
        ("log 5,", "as in: heeldiary log 5"),
        ("massage --kidney1 2", "did you mean --ki1?"),
        ("edit last --remove-tag rain", "did you mean --untag?"),
        ("edit last --text x", "did you mean --note?"),
        ("list --week", "did you mean --from mon?"),
        ("list -n 3", "did you mean --last 3?"),
        ("list --days 3", "did you mean --from 2d?"),
        ("list --weeks 2", "did you mean --from 2w?"),
        ("show last", "`heeldiary list --last 1`"),
        ("walk 1.5", "for hours, write 1.5h;"),
        ("routine start", "the names are clinic, fascia-stretch, heel-raise"),
        ("routine Clinic", "`heeldiary routine start clinic`"),
        ("pause 1 week", "`heeldiary routine pause --until 1w`"),
        ("routine pause 3 days", "as in: heeldiary routine pause --until 3d"),
        ("pause until friday", "`heeldiary routine pause --until friday`"),
        ("oops", "`heeldiary undo`"),
        ("history", "`heeldiary list`"),
        ("orthotics", "`heeldiary insoles`"),
        ("undo last", "`heeldiary undo` does that"),
        ("redo all", "heeldiary redo 3"),
        ("evening 3", "`heeldiary log 3 --moment after-sitting`"),
        ("log evening 3", "as in: heeldiary log 3 --moment after-sitting"),
        ("take ibuprofen", '`heeldiary medicine --note "ibuprofen'),
        ("routines", "`heeldiary routine list`"),
        ("run 5k", 'as in: heeldiary running 45 --note "5k"'),
        ("dog walk 20", '`heeldiary walk 20 --note "dog"`'),
        ("dog walk", "heeldiary"),
        ("physio 30", "`heeldiary physiotherapy 30`"),
        ("acupuncture spring", "a course behind --course"),
        ("walked 30", "`heeldiary walk 30`"),
        ("stood 2h", "`heeldiary stand 2h`"),
        ("notes new insoles", "`heeldiary note TEXT`"),
        ("sit 5h yesterday", "did you mean --day yesterday?"),
        ("calendar", "`heeldiary trends --view calendar`"),
        ("acupuncture 30 --visit 3", "visits number themselves: leave it out"),
        ("morning 5", "`heeldiary 5`"),
        ("log morning 3", "`heeldiary 3`"),
        ("after walking 5", "`heeldiary log 5 --moment after-activity`"),
        ("log 5 -m morning", "did you mean first-step?"),
        ("log 5 -m evening", "did you mean after-sitting, average or worst?"),
        ("log 5 -m bedtime", "did you mean night?"),
        ("log 5 -m after-walking", "did you mean after-activity?"),
        ("5 4 yesterday", "--day yesterday"),
        ("log 5 4 monday", "--day monday"),
        ("tag last rain", "`heeldiary edit last --tag rain`"),
        ("tag add rain", "`heeldiary edit last --tag rain`"),
        ("tags add rain", "`heeldiary edit last --tag rain`"),
        ("note --tag travel", 'heeldiary note "" --tag rain'),
        ("links declare ice", "did you mean care:ice?"),
        ("links declare cupping", "did you mean care:cupping?"),
        ("links declare rain", "did you mean tag:rain?"),
        ("trends change", "did you mean --view change?"),
        ("trends days", "did you mean --view days?"),
        ("trends 4", "did you mean --weeks 4?"),
        ("list pain", "did you mean --type pain?"),
        ("list notes", "did you mean --type note?"),
        ("list rain", "did you mean --tag WORD, or `heeldiary search WORD`?"),
        ("list 5", "did you mean --last 5?"),
        ("review last week", "did you mean --week last?"),
        ("review --week x47", "write it like 2026-W47, 47 or last"),
        ("list last week", 'did you mean --from "mon last week" --to "sun last week"?'),
        ("show week", "`heeldiary list --from mon` lists this week"),
        ("show all", "`heeldiary list` lists the whole diary"),
        ("unmark arch", "`heeldiary undo` or `heeldiary edit ID --areas AREAS`"),
        ("correct last", "`heeldiary edit`"),
        ("fix last", "`heeldiary edit`"),
        ("app", "did you mean `heeldiary`?"),
        ("open", "did you mean `heeldiary`?"),
        ("graph", "`heeldiary trends`"),
        ("podiatrist 30", "`heeldiary care podiatrist 30`"),
        ("chiropractor 30", "`heeldiary care chiropractor 30`"),
        ("clinic", "`heeldiary care clinic`"),
        ("clinic visit", "`heeldiary care clinic`"),
        ("saw physio", "`heeldiary physiotherapy`"),
        ("log saw physio", "`heeldiary physiotherapy`"),
        ("saw", "`heeldiary --help` lists the commands"),
        ("doctor", "`heeldiary care doctor`"),
        ("doctor visit", "`heeldiary care doctor`"),
        ("log doctor 20", "`heeldiary care doctor 20`"),
        ("log visit acupuncture", "`heeldiary log care acupuncture`"),
        ("visited the podiatrist 30", "`heeldiary care podiatrist 30`"),
        ("wore night splint", "`heeldiary log care night-splint`"),
        ("had massage 20", "`heeldiary log massage 20`"),
        ("visit 30", "`heeldiary care doctor 30`"),
        ("went running 30", "`heeldiary log activity running 30`"),
        ("did heel raises", "`heeldiary routine start heel-raise`"),
        ("morning walk 20", '`heeldiary walk 20 --note "morning"`'),
        ("left walk 20", '`heeldiary walk 20 --note "left"`'),
        ("activty walking 45", "`heeldiary log activity walking 45`"),
        ("calf stretch 5", '`heeldiary stretching 5 --note "calf"`'),
        ("log calf stretch 5", '`heeldiary stretching 5 --note "calf"`'),
        ("grep rain", "`heeldiary search`"),
        ("sleep", "`heeldiary --help` lists the commands"),
        ("sleep 7h", "`heeldiary note slept 7h`"),
        ("slept 7h", "`heeldiary note slept 7h`"),
        ("edit last 50", "did you mean --minutes 50?"),
        ("edit last 1h30", "did you mean --minutes 1h30?"),
        ("edit last 5", "did you mean --minutes 5?"),
        ("ice 15 left", 'care belongs to no foot; write it in the note: --note "left foot"'),
        ("ice left", 'care belongs to no foot; write it in the note: --note "left foot"'),
        ("walk 30 right", 'an activity belongs to no foot; write it in the note: --note "right foot"'),
        ("care ice 10 --foot left", 'care belongs to no foot; write it in the note, as in: --note "left foot"'),
        ("sit 2h -f right", "sitting belongs to no foot; write it in the note"),
        ("ice pack 10", 'a kind of two words needs quotes, as in: heeldiary care "ice pack" 10'),
        ("log acupuncture Dr Li", 'a kind of two words needs quotes, as in: heeldiary care "ice pack" 10'),
        ("routine plan heel raise mon", "a name of several words is one argument: heel-raise, or in quotes"),
        ("settings nosuch foot", "`heeldiary settings` lists them all"),
        ("month", "`heeldiary trends --view calendar`"),
        ("run 5k", '--note "5k", if it took 45 minutes'),
        ("trends 3 months", "did you mean --weeks 13?"),
        ("trends last 6 months", "did you mean --weeks 26?"),
        ("trends a year", "did you mean --weeks 52?"),
        ("trends 6 weeks", "did you mean --weeks 6?"),
        ("tag", "`heeldiary edit last --tag TAG`"),
        ("tag a note of many words", "`heeldiary edit last --tag TAG`"),
        ("tags add", "`heeldiary edit last --tag TAG` adds one"),
        ("tags add wet", "`heeldiary edit last --tag wet`"),
        ("weight 80", "`heeldiary --help` lists the commands"),
        ("log weight 80", "for example: heeldiary log 6"),
        ("visit", "`heeldiary log care physiotherapy` or `heeldiary log care acupuncture`"),
        ("visit dr li", "`heeldiary log care physiotherapy` or `heeldiary log care acupuncture`"),
        ("week yesterday", "did you mean `heeldiary review` or `heeldiary trends`?"),
        ("pill", '`heeldiary medicine --note "ibuprofen"`'),
        ("massage 90s", "--ki1 90s, heeldiary massage --heel 90s, or heeldiary massage 2"),
        ("insoles --from monday", "did you mean --day?"),
        ("insoles --start monday", "did you mean --day?"),
        ("taping --end fri", "did you mean --until?"),
        ("list --start mon", "did you mean --from?"),
        ("footwear 'new hoka'", 'as in: heeldiary footwear --note "new hoka"'),
        ("log medicine xqzwv -n 400 mg", "put all of it behind --note, in quotes"),
    ],
)
def test_the_remedy(week: Heeldiary, typed: str, remedy: str) -> None:
    assert remedy in week.refused(2, *shlex.split(typed)).err.splitlines()[1]


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("medicine 400", 'for a dose instead of minutes: heeldiary undo, then heeldiary care medicine --note "400 mg"'),
        ("care 'my pill' 181", "for a dose instead of minutes: heeldiary undo, then heeldiary care 'my pill' --note"),
        ("ice 180", ""),
        ("medicine 400m", ""),
        ("medicine 2", 'for a dose instead of minutes: heeldiary undo, then heeldiary care medicine --note "2"\n'),
        (
            "medicine -n ibuprofen 400",
            'for a dose instead of minutes: heeldiary undo, then heeldiary care medicine --note "ibuprofen 400 mg"\n',
        ),
        (
            "medicine 400 -n ibuprofen -d mon",
            "for a dose instead of minutes: heeldiary undo, then heeldiary care "
            'medicine --note "ibuprofen 400 mg", with the same options\n',
        ),
        (
            "medicine 400 -n 'a\"b'",
            "for a dose instead of minutes: heeldiary undo, then again with the dose",
        ),
        ("massage 90", "90 is minutes; for 90 seconds of a point: heeldiary undo, then heeldiary massage --ki1 90s\n"),
        (
            "massage 60 -f right",
            "60 is minutes; for 60 seconds of a point: heeldiary undo, then heeldiary massage "
            "--ki1 60s, with the same options\n",
        ),
        ("massage 59", ""),
        ("massage 90m", ""),
        (
            "care ibuprofen 400",
            "The name of a medicine goes into its note: heeldiary undo, then heeldiary medicine "
            '--note "ibuprofen 400"\n',
        ),
        (
            "care ibuprofen -n xqzwv",
            "The name of a medicine goes into its note: heeldiary undo, then heeldiary medicine "
            "with ibuprofen in its note, with the same options\n",
        ),
        ("night-splint 480", ""),
        ("walk 999", "for 999 steps: heeldiary edit last --minutes 0 --steps 999"),
        (
            "walk 800m",
            'm is minutes; for 800 metres, with how long it took: heeldiary edit last --minutes 15 --note "800 m"',
        ),
        ("log activity hiking 300", "for 300 steps: heeldiary edit last --minutes 0 --steps 300"),
        (
            "walk 400m --note 'with the dog' --day yesterday",
            "m is minutes; for 400 metres, with how long it took: heeldiary edit last --minutes 15 "
            '--note "with the dog 400 m"\n',
        ),
        (
            "walk 400m --note 'a\"b'",
            "m is minutes; for 400 metres, with how long it took: heeldiary edit last --minutes 15 "
            "--note TEXT, your note and the metres in quotes\n",
        ),
        ("log activity sit 300", "If you meant sitting: heeldiary undo, then heeldiary sit 5h\n"),
        ("log activity sitting 400m", "If you meant sitting: heeldiary undo, then heeldiary sit 6h40\n"),
        ("walk 299", ""),
        ("walk 500 --steps 20000", ""),
        ("stand 480", ""),
    ],
)
def test_an_unlikely_number_of_minutes_is_saved_with_a_hint(week: Heeldiary, typed: str, hint: str) -> None:
    said = week.done(*shlex.split(typed)).err
    assert said.startswith(hint) if hint else not said


def test_the_hint_for_steps_works(week: Heeldiary) -> None:
    _, _, command = week.done("walk", "500").err.partition(": heeldiary ")
    assert "walking, 0 min, 500 steps" in week.done(*shlex.split(command)).out


def test_a_medicine_of_its_own_kind_becomes_a_note(week: Heeldiary) -> None:
    _, _, command = week.done("care", "Ibuprofen").err.partition(": heeldiary ")
    week.done(*shlex.split(command))
    kinds = {(entry["kind"], entry["note"]) for entry in week.entries() if entry["type"] == "care"}
    assert kinds == {("cupping", ""), ("medicine", "Ibuprofen")}


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("5 -d 2", "2 is the 2nd of the month; 2 days ago is 2d\n"),
        ("walk 40 -d 1", "1 is the 1st of the month; 1 day ago is 1d\n"),
        ("mark arch -d 3", "3 is the 3rd of the month; 3 days ago is 3d\n"),
        ("note hello -d 07", "07 is the 7th of the month; 7 days ago is 7d\n"),
        ("walk 40 -d 8", ""),
        ("walk 40 -d 23", ""),
        ("walk 40 -d '2 nov'", ""),
    ],
)
def test_a_bare_number_of_a_day_long_ago_may_be_days(week: Heeldiary, typed: str, hint: str) -> None:
    assert week.done(*shlex.split(typed)).err == hint


@pytest.mark.parametrize("typed", ["walk --note 5 km", "medicine -n took 400 mg", "walk 30 --note xqzwv"])
def test_an_amount_in_a_note_is_not_repeated(week: Heeldiary, typed: str) -> None:
    said = week(*typed.split()).err
    assert "5 km" not in said
    assert "400 mg" not in said
    assert "xqzwv" not in said


def test_a_message_says_what_was_before(week: Heeldiary) -> None:
    assert week.done("links", "declare", "massage").out == "Named: massage\n"
    assert week.done("links", "declare", "steps").out == "Named: steps (was massage)\n"
    assert week.done("links", "declare", "steps").out == "Named: steps\n"
    assert week.done("links", "declare", "none").out == "Named: nothing (was steps)\n"


def test_a_plan_says_what_was_planned_before_and_goes_with_its_routine(week: Heeldiary) -> None:
    week.done("routine", "new", "evening")
    assert week.done("routine", "plan", "evening", "daily").out == "Saved: evening, daily, from Sun 22 Nov 2026\n"
    said = week.done("routine", "plan", "evening", "mon").out
    assert said == "Saved: evening, mon, from Sun 22 Nov 2026 (was daily)\n"
    assert "planned mon, nothing planned this week\n" in week.done("routine", "list").out
    said = week.done("routine", "delete", "evening").out
    assert said == "Deleted: the routine evening and its plan, mon. heeldiary undo brings both back.\n"


def test_last_is_the_week_before(week: Heeldiary) -> None:
    assert (
        week.done("review", "--week", "last", "--json").out == week.done("review", "--week", "2026-W46", "--json").out
    )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("4 -m after-sitting", "heeldiary log left 4 --moment after-sitting;"),
        ("log 3 --day yesterday", "heeldiary log left 3 --day 2026-11-21;"),
        ("log 7", "heeldiary log both 7"),
    ],
)
def test_one_score_for_two_feet_keeps_what_it_is_for(heeldiary: Heeldiary, typed: str, kept: str) -> None:
    """Whoever follows the remedy must not overwrite this morning's score."""
    heeldiary.done("settings", "affected-foot", "both")
    assert kept in f"{heeldiary(*typed.split()).err};"


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("left evening 4", "log left 4 --moment after-sitting"),
        ("left night 4", "log left 4 --moment night"),
        ("left worst 7", "log left 7 --moment worst"),
        ("left average 4", "log left 4 --moment average"),
        ("left after sitting 4", "log left 4 --moment after-sitting"),
        ("after sitting left 5", "log left 5 --moment after-sitting"),
        ("log after sitting left 5", "log left 5 --moment after-sitting"),
        ("log pain left 5", "log left 5"),
        ("pain left 5", "log left 5"),
        ("morning left 6", "log left 6"),
        ("first step left 6", "log left 6"),
        ("first steps left 6", "log left 6"),
        ("heel 5 evening", "log 5 --moment after-sitting"),
        ("left evening", "log left 4 --moment after-sitting"),
        ("log right worst", "log right 4 --moment worst"),
        ("evening left 4", "log left 4 --moment after-sitting"),
        ("log evening left 4", "log left 4 --moment after-sitting"),
        ("night left 3 at 3:15", "log left 3 --moment night --time 3:15"),
        ("right 5 evening", "log right 5 --moment after-sitting"),
        ("log left 4 evening", "log left 4 --moment after-sitting"),
        ("left 5 after sitting", "log left 5 --moment after-sitting"),
        ("4 evening", "log 4 --moment after-sitting"),
        ("5 4 evening", "log 5 4 --moment after-sitting"),
        ("log left night 3", "log left 3 --moment night"),
        ("left 5 right 4 worst", "log left 5 right 4 --moment worst"),
        ("left worst 7 yesterday", "log left 7 --moment worst --day yesterday"),
        ("6 left 4 right", "log left 6 right 4"),
        ("left foot evening 4", "log left 4 --moment after-sitting"),
    ],
)
def test_a_foot_and_a_moment_are_both_in_the_advice(heeldiary: Heeldiary, typed: str, line: str) -> None:
    heeldiary.done("settings", "affected-foot", "left")
    said = heeldiary.refused(2, *typed.split()).err
    assert re.findall(r"heeldiary (log [^`(]*[^`( ])", said.splitlines()[1]) == [line]
    assert 'no command "left"' not in said
    heeldiary.done(*line.split())


def test_the_options_of_such_a_line_are_not_repeated_but_remembered(heeldiary: Heeldiary) -> None:
    for line in (("left", "evening", "4"), ("log", "evening", "4"), ("log", "left", "4", "evening")):
        said = heeldiary.refused(2, *line, "--note", "xqzwv").err
        assert "and then the options" in said
        assert "xqzwv" not in said


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("evening 4", "log left 4 --moment after-sitting"),
        ("log evening 4", "log left 4 --moment after-sitting"),
        ("log morning 6", "log left 6"),
        ("log average 4", "log left 4 --moment average"),
        ("log worst 4 --time 7:30", "log left 4 --moment worst"),
        ("morning 6", "log left 6"),
        ("six", "log left 6"),
        ("yesterday 5", "log left 5 --day yesterday"),
        ("evening 4 3", "log 4 3 --moment after-sitting"),
    ],
)
def test_with_two_affected_feet_the_advice_for_one_score_names_a_foot(
    heeldiary: Heeldiary, typed: str, line: str
) -> None:
    heeldiary.done("settings", "affected-foot", "both")
    assert f"heeldiary {line}" in heeldiary.refused(2, *typed.split()).err
    heeldiary.done(*line.split())


@pytest.mark.parametrize("typed", ["6 4 --note wet day", "6 --note wet day", "walk 20 -n wet day", "6 --note=wet day"])
def test_a_note_without_quotes_is_told_to_have_them_and_nothing_else(week: Heeldiary, typed: str) -> None:
    said = week.refused(2, *typed.split()).err
    assert said.splitlines()[1] == "a note needs quotes"
    assert "wet" not in said


def test_a_foot_may_be_said_with_its_foot(heeldiary: Heeldiary) -> None:
    assert "left foot, first steps, 6/10" in heeldiary.done("log", "left", "foot", "6").out
    assert "right foot, first steps, 4/10" in heeldiary.done("log", "right", "foot", "4").out
    heeldiary.done("log", "left", "foot", "5", "right", "foot", "3", "--replace")


def test_a_foot_that_is_not_named_is_the_one_that_hurts(heeldiary: Heeldiary) -> None:
    heeldiary.done("settings", "affected-foot", "right")
    for line in ("heel 6", "log heel 6", "my heel 6", "foot"):
        assert "`heeldiary 6`" in heeldiary.refused(2, *line.split()).err, line
    assert "`heeldiary 6 4`" in heeldiary.refused(2, "feet", "6", "4").err
