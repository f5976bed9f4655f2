"""A refusal says how to write what was meant."""

import shlex

import pytest

from heeldiary.cli.guesses import command_line
from tests.runner import Heeldiary


@pytest.mark.parametrize(
    ("typed", "remedy"),
    [
        ("pause", "`heeldiary routine pause`"),
        ("help night", "`heeldiary log 4 --moment night`"),
        ("log pain 6 4", "`heeldiary 6 4`"),
        ("pain 6 4", "`heeldiary 6 4`"),
        ("visit", "`heeldiary care doctor`"),
        ("report", "`heeldiary review`"),
        ("summary", "`heeldiary review`"),
        ("remove kx3f", "`heeldiary delete`"),
        ("rm kx3f", "`heeldiary delete`"),
        ("add 6", "`heeldiary log`"),
        ("today", "`heeldiary status`"),
        ("yesterday", "`heeldiary show yesterday`"),
        ("config", "`heeldiary settings`"),
        ("week", "`heeldiary review` or `heeldiary trends`"),
        ("backup", "`heeldiary export`"),
        ("unpause", "`heeldiary routine resume`"),
        ("steps 8000", "`heeldiary walk --steps 8000`"),
        ("--plian", "did you mean --plain?"),
        ("trends --jsno", "did you mean --json?"),
        ("list --day yesterday", "`heeldiary show DAY` shows a day"),
        ("show --on fri", "the day needs no option, as in: heeldiary show yesterday"),
        ("log activity walking 45 --on fri", "did you mean --day?"),
        ("log left 6 -t rain", "did you mean --tag?"),
        ("edit last --duration 40", "did you mean --minutes?"),
        ("yesterday 5 4", "heeldiary 5 4 --day yesterday"),
        ("log yesterday 5", "heeldiary log 5 --day yesterday"),
        ("log after sitting 5", "heeldiary log 5 --moment after-sitting"),
        ("after sitting 5", "heeldiary log 5 --moment after-sitting"),
        ("wlak 45", "did you mean `heeldiary walk 45`?"),
        ("runing 45", "did you mean `heeldiary log activity running 45`?"),
        ("walk", "as in: heeldiary walk 45"),
        ("massage left 5", "heeldiary massage 5 --foot left"),
        ("log 6 --moment after sitting", "did you mean --moment after-sitting?"),
        ("settings foot both", "`heeldiary settings affected-foot both`"),
        ("sit", "as in: heeldiary sit 6h"),
        ("acu", "did you mean `heeldiary log care acupuncture`?"),
        ("log walk", "did you mean `heeldiary walk 45`?"),
        ("walk 45 yesterday", "did you mean --day yesterday?"),
        ("list yesterday", "`heeldiary show yesterday` shows a day, --from yesterday lists from it on"),
        ("walk 45 hard", "did you mean --surface hard?"),
        ("walk 45 6200", "did you mean --steps N?"),
        ("walk 5000 steps", "heeldiary walk --steps 5000"),
        ("massage 10 left", "heeldiary massage 10 --foot left"),
        ("edit last 5", "did you mean --score 5?"),
        ("6/4", "heeldiary 6 4"),
        ("log 6,4", "heeldiary 6 4"),
        ("6 left", "heeldiary log left 6"),
        ("export diary2.jsonl", "did you mean -o FILE?"),
        ("log night 4 at 3:15", "heeldiary log 4 --moment night"),
        ("log 4 night", "heeldiary log 4 --moment night"),
        ("log 4 after sitting", "heeldiary log 4 --moment after-sitting"),
        ("5 yesterday", "heeldiary log 5 --day yesterday"),
        ("log right 3 yesterday", "heeldiary log right 3 --day yesterday"),
        ("log 6 -d 26 nov", 'as in: "22 nov"'),
        ("show 25 november", "write 2025-11-25"),
        ("show yesteday", "did you mean yesterday?"),
        ("routine pause --until tomorow", "did you mean tomorrow?"),
        ("show 2 days before", "write it like 2026-11-22, 22 nov"),
        ("log activity walking 45 6200 steps", "heeldiary walk 45 --steps 6200"),
        ("log activity walking 45 steps 6200", "heeldiary walk 45 --steps 6200"),
        ("walk steps 6,200", "heeldiary walk --steps 6,200"),
        ("log activity walking 45 steps", "heeldiary walk --steps 45"),
        ("log activity 45 walking", "heeldiary log activity walking 45"),
        ("log activity walking 1:30", "(1:30 can be hours or minutes)"),
        ("log activity walking 45 --surface asphalt", "write hard for asphalt"),
        ("log sitting 6h30 longest 1h40", "did you mean --longest?"),
        ("log massage arch 5", "heeldiary massage --arch 5"),
        ("log massage 5 heel", "heeldiary massage --heel 5"),
        ("mark left arch right toes", "heeldiary mark heel-inner --foot right"),
        ("trends 4", "did you mean --weeks 4?"),
        ("status yesterday", "its options are --short;"),
        ("list --type walking", "heeldiary search walking"),
        ("log care insoles --until gestern", "tomorrow, mon or 2w"),
        ("log six", "did you mean `heeldiary 6`?"),
        ("ten", "did you mean `heeldiary 10`?"),
        ("slept badly", "did you mean `heeldiary note slept badly`?"),
        ("rub 5", "did you mean `heeldiary massage 5`?"),
        ("print", "did you mean `heeldiary show`?"),
        ("exit", "`heeldiary --help` lists the commands"),
        ("export pain", "did you mean --type pain?"),
        ("export yesterday", "did you mean --from yesterday?"),
        ("sat 3h", "did you mean `heeldiary sit 3h`?"),
        ("sat 5", "heeldiary 5 --day sat"),
        ("sat", "did you mean `heeldiary show sat`?"),
        ("stats", "did you mean `heeldiary trends`?"),
        ("run 30 5", "its options are --steps N,"),
        ("45 walk", "as in: heeldiary walk 45"),
        ("walk 45 at 18:30", "did you mean --time 18:30?"),
        ("walk 45 on Monday", "did you mean --day monday?"),
        ("5 on monday", "heeldiary log 5 --day monday"),
        ("walk 45 minutes yesterday", "did you mean --day yesterday?"),
        ("massage 90 seconds", "a duration is one word, as in: 45m or 1h30"),
        ("massage kidney1 90s", "heeldiary massage --ki1 90s"),
        ("mark right", "heeldiary mark heel-inner --foot right"),
        ("delete last 2", "`heeldiary undo` goes back change by change; `heeldiary show DAY` has the ids"),
        ("experiment new massage or not", "a question needs quotes"),
    ],
)
def test_the_remedy(heeldiary: Heeldiary, typed: str, remedy: str) -> None:
    heeldiary("settings", "affected-foot", "left")
    ran = heeldiary(*shlex.split(typed))
    assert ran.code == 2
    assert remedy in ran.err.splitlines()[1]


@pytest.mark.parametrize(("typed", "line"), [("sta", "status"), ("stauts", "status"), ("xyzzy", None)])
def test_a_command_goes_before_a_word_of_the_diary(typed: str, line: str | None) -> None:
    assert command_line(typed) == (line and f"heeldiary {line}")


@pytest.mark.parametrize("remedy", ["as in: heeldiary log 4 --moment night", "as in: heeldiary log 5 --day yesterday"])
def test_the_other_scores_still_mean_themselves(heeldiary: Heeldiary, remedy: str) -> None:
    ran = heeldiary("log", "left", "6", "right", "4", *remedy.split()[-2:])
    assert ran.code == 0, ran.err


def test_a_word_that_may_be_a_note_is_not_repeated(heeldiary: Heeldiary) -> None:
    ran = heeldiary("log", "left", "6", "wonderful", "yesterday")
    assert "wonderful" not in ran.err


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("log activity walking 45min --steps 6,200", "walking, 45 min, 6,200 steps"),
        ("log activity standing '2 h 30'", "standing, 2 h 30"),
        ("log 6/10 -f left", "6/10"),
        ("mark -f left heel-inner,arch", "hurts at inner heel and arch"),
        ("mark -f left arch 'inner heel' heel-back", "hurts at arch, inner heel and back of the heel"),
    ],
)
def test_what_is_shown_can_be_typed(heeldiary: Heeldiary, typed: str, shown: str) -> None:
    assert shown in heeldiary.done(*shlex.split(typed)).out


@pytest.mark.parametrize(
    "typed",
    ["walk 0", "walk 0m --steps 0", "log activity walking 0", "edit last --minutes 0", "edit last --minutes 0h"],
)
def test_an_activity_has_a_minute_or_steps(heeldiary: Heeldiary, typed: str) -> None:
    heeldiary.done("walk", "20")
    assert "at least a minute, or steps" in heeldiary.refused(2, *typed.split()).err
    heeldiary.done("walk", "0", "--steps", "300")


@pytest.mark.parametrize("steps", ["62,00", "6,2000", ",200", "6,200,", "6.200"])
def test_commas_stand_between_thousands(heeldiary: Heeldiary, steps: str) -> None:
    assert heeldiary("log", "activity", "walking", "--steps", steps).code == 2


@pytest.mark.parametrize(
    ("typed", "usual"),
    [
        ("care acupunture", "acupuncture"), ("activity walkng 45", "walking"), ("care icing", "ice"),
        ("care ice", None), ("care cupping", None), ("care nightsplint", "night-splint"),
        ("care physio", "physiotherapy"), ("care stretch 10", "stretching"), ("care splint", "night-splint"),
        ("care shoes", "footwear"), ("activity jogging 20", "running"), ("activity bike 20", "cycling"),
        ("activity walks 20", "walking"), ("activity biking 20", "cycling"),
    ],
)  # fmt: skip
def test_a_kind_that_looks_mistyped_is_saved_and_the_usual_one_offered(
    heeldiary: Heeldiary, typed: str, usual: str | None
) -> None:
    offered = heeldiary.done("log", *typed.split()).err
    assert bool(offered) == bool(usual)
    if usual:
        heeldiary.done(*shlex.split(offered.partition(": heeldiary ")[2]))
        assert [entry["kind"] for entry in heeldiary.entries()] == [usual]


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("log activity walk 20", "walking"), ("log activity Stand 20", "standing"), ("log activity run 20", "running"),
        ("log walk 45", "walking"), ("log sta 45", None), ("log acu", None), ("log acu -n soft", None),
        ("log activity swim 20", "swim"), ("log activity st 20", "st"), ("log activity walks 20", "walks"),
    ],
)  # fmt: skip
def test_log_knows_what_the_shortcuts_know(heeldiary: Heeldiary, typed: str, kind: str | None) -> None:
    ran = heeldiary(*typed.split())
    assert [entry["kind"] for entry in heeldiary.entries()] == [kind] * bool(kind), ran


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("activity sitting 2h", "Saved: sitting 2 h,"), ("activity sit 90", "Saved: sitting 1 h 30,"),
        ("care massage 10", "Saved: massage of the left foot, 10 min"), ("care walking 10", "Saved: walking, 10 min,"),
        ("activity ice 10", "Saved: ice, 10 min,"), ("activity ice --steps 5", "Saved: ice,"),
        ("care jogging 20", "Saved: running, 20 min,"), ("care walk 20", "Saved: walking, 20 min,"),
        ("care run 20", "Saved: running, 20 min,"), ("care stand 2h", "Saved: standing, 2 h,"),
        ("activity physio 30", "Saved: physiotherapy, 30 min,"),
    ],
)  # fmt: skip
def test_a_kind_that_is_another_type_is_saved_and_the_way_to_log_it_offered(
    heeldiary: Heeldiary, typed: str, shown: str
) -> None:
    heeldiary.done("settings", "affected-foot", "left")
    kind, _, offered = heeldiary.done("log", *typed.split()).err.partition(": heeldiary undo, then heeldiary ")
    assert kind.startswith("If you meant ")
    heeldiary.done("undo")
    assert heeldiary.done(*offered.partition(",")[0].split()).out.startswith(shown)


def test_the_hint_for_another_type_keeps_the_options_and_needs_how_long(heeldiary: Heeldiary) -> None:
    assert heeldiary.done("log", "activity", "sit", "2h", "--note", "xqzwv").err.endswith(
        "sit 2h, with the same options\n"
    )
    assert heeldiary.done("log", "care", "massage").err.endswith("then heeldiary massage DURATION\n")


@pytest.mark.parametrize(
    ("own", "typed", "meant"),
    [
        ("activity swimming 20", "activity swiming 30", "swimming"), ("care 'ice bath'", "care 'ice bth'", "ice bath"),
        ("care cupping", "care cuping", "cupping"), ("care cupping", "care cupings", None),
        ("care cupping", "activity cuping 20", None), ("activity ski 20", "activity sky 20", None),
    ],
)  # fmt: skip
def test_a_new_kind_beside_ones_own_is_offered_that_one(
    heeldiary: Heeldiary, own: str, typed: str, meant: str | None
) -> None:
    assert heeldiary.done("log", *shlex.split(own)).err == ""
    offered = heeldiary.done("log", *shlex.split(typed)).err
    assert offered.startswith(f"If you meant {meant}: ") if meant else not offered
    if meant:
        heeldiary.done(*shlex.split(offered.partition(": heeldiary ")[2]))
        assert [entry["kind"] for entry in heeldiary.entries()] == [meant, meant]
        heeldiary.done("log", *shlex.split(typed))
        assert heeldiary.done("log", *shlex.split(typed)).err == "", "used twice, it is a kind of its own"


@pytest.mark.parametrize(
    ("kind", "saved", "hint"),
    [
        ("walk", "walking", ""), ("run", "running", ""), ("Stand", "standing", ""), ("walks", "walks", "walking"),
        ("runing", "runing", "running"), ("swim", "swim", ""), ("sit", "sit", "sitting"),
    ],
)  # fmt: skip
def test_edit_knows_the_kinds_that_log_knows(heeldiary: Heeldiary, kind: str, saved: str, hint: str) -> None:
    heeldiary.done("log", "activity", "hiking", "20")
    said = heeldiary.done("edit", "last", "--kind", kind).err
    assert [entry["kind"] for entry in heeldiary.entries()] == [saved]
    assert said.startswith(f"If you meant {hint}: heeldiary ") if hint else not said


def test_the_way_to_another_type_from_an_edited_kind_works(heeldiary: Heeldiary) -> None:
    heeldiary.done("walk", "20", "--day", "yesterday")
    said = heeldiary.done("edit", "last", "--kind", "sitting").err
    delete, again = said.partition(": heeldiary ")[2].split(", then heeldiary ")
    heeldiary.done(*delete.split())
    heeldiary.done(*again.split())
    assert [(entry["type"], entry["day"]) for entry in heeldiary.entries()] == [("sitting", "2026-11-21")]


def test_ids_with_commas(heeldiary: Heeldiary) -> None:
    heeldiary("log", "left", "6", "right", "4")
    one, two = (entry["id"][:4] for entry in heeldiary("list", "--json").jsonl)
    assert heeldiary("delete", f"{one},{two}").code == 0
    assert heeldiary("list", "--json").jsonl == []


def test_a_day_at_the_end_of_a_note_is_perhaps_its_day(heeldiary: Heeldiary) -> None:
    said = heeldiary.done("note", "slept", "badly", "yesterday").err
    assert said == "yesterday is part of the note; to move it to that day: heeldiary edit last --day yesterday\n"
    heeldiary.done("edit", "last", "--day", "yesterday")
    assert heeldiary.entries()[0]["day"] == "2026-11-21"
    assert heeldiary.done("note", "slept", "badly").err == ""
    assert heeldiary.done("note", "as", "yesterday", "--day", "mon").err == ""


def test_a_tag_is_found_by_its_sign(heeldiary: Heeldiary) -> None:
    heeldiary("log", "left", "6", "--tag", "rain")
    assert "#rain" in heeldiary("search", "#rain").out
    assert "#rain" in heeldiary("search", "rain").out


def test_status_shows_the_other_foot_too(heeldiary: Heeldiary) -> None:
    heeldiary("settings", "affected-foot", "left")
    heeldiary("log", "6", "4")
    assert "right foot, first steps: 4" in heeldiary("status").out


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("walk -d yesterday 45", "walk 45 -d yesterday"),
        ("walk --steps 4000 --day=2d 20", "walk 20 --steps 4000 --day 2d"),
        ("log -d yesterday -m night 5", "log 5 -d yesterday -m night"),
        ("log -f left 5", "log left 5"),
        ("acupuncture --course spring 40", "log care acupuncture 40 --course spring"),
        ("note -d yesterday hello there", "note hello there -d yesterday"),
        ("note --tag feet stood all afternoon", "note stood all afternoon --tag feet"),
        ("left 6 right 4", "log left 6 right 4"),
        ("left 3 -m after-sitting", "log left 3 --moment after-sitting"),
    ],
)
def test_options_may_come_first_and_a_foot_may_begin(heeldiary: Heeldiary, line: str, plain: str) -> None:
    heeldiary.done("settings", "affected-foot", "left")
    said = heeldiary.done(*line.split()).out
    heeldiary.done("undo")
    assert heeldiary.done(*plain.split()).out == said


@pytest.mark.parametrize("typed", ["--day yesterday 5", "-d yesterday walk 20", "--note xqzwv 5", "--note=xqzwv 5"])
def test_what_is_logged_comes_before_its_options(heeldiary: Heeldiary, typed: str) -> None:
    heeldiary.done("settings", "affected-foot", "left")
    said = heeldiary.refused(2, *typed.split()).err
    assert said == (
        "heeldiary: what you log comes first, then its options\n"
        "as in: heeldiary 5 --day yesterday, or: heeldiary log --day yesterday 5\n"
    )


def test_a_d_is_the_day_and_never_the_diary(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "left", "5")
    for line in (("list", "-d", "yesterday"), ("-d", "yesterday", "5"), ("show", "--day", "tue"), ("walk", "--dairy")):
        assert "--diary" not in heeldiary.refused(2, *line).err
    assert "heeldiary show DAY" in heeldiary.refused(2, "list", "-d", "yesterday").err


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("left", "`heeldiary list --foot left`"),
        ("'first steps'", "`heeldiary list --type pain`"),
        ("first steps", "`heeldiary list --type pain`"),
        ("massage", "`heeldiary list --type massage`"),
        ("nothing", None),
    ],
)
def test_a_search_for_what_is_no_text_names_the_list(heeldiary: Heeldiary, typed: str, meant: str | None) -> None:
    heeldiary.done("log", "left", "6")
    said = heeldiary.done("search", *shlex.split(typed)).err
    assert said.startswith("The diary has no such entries.")
    assert (meant or "") in said
    assert ("Did you mean" in said) == bool(meant)
