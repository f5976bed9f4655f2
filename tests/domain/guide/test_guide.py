"""The Guide: all that the clinic's page says is in it and marked as the clinic's; what must not be said is not."""

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from heeldiary.domain.guide import PREFACE, TOPICS, Claim, Topic, find, shape
from heeldiary.domain.routine.ask_first import SAFETY_QUESTIONS
from heeldiary.domain.routine.points import POINTS, ROUTINE
from heeldiary.domain.weeks.weeks import ENOUGH_MORNINGS
from heeldiary.errors import BadInput
from tests.runner import Heeldiary

CLINIC = r"\[the clinic's page"
TRADITION = r"\[the clinic's page \(tradition\)\]"

FACTS: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = (
    ("1 Kidney 1: where", (
        (r"on the sole", r"hollow shows", r"point the foot downward", CLINIC),
        (r"base of the second and third toes", r"one third of the way from the toes, two thirds from the heel", CLINIC),
        (r"yongquan", r"gushing spring"),
    )),
    ("2 Kidney 1: how", (
        (r"kidney 1: moderate to strong pressure", CLINIC), (r"kidney 1, .*: 1 to 2 minutes", CLINIC),
    )),
    ("3 Shi Mian", (
        (r"extra point", r"on the sole", r"balancing point of kidney 1", CLINIC),
        (r"shi mian", r"after kidney 1", r"1 to 2 minutes", CLINIC),
    )),
    ("4 What both feel like", (
        (r"kidney 1 and shi mian may hurt at first", r"the pain .*subside", r"warm or hot feeling is likely", CLINIC),
    )),
    ("5 Heel and calf", (
        (r"around the heel, wherever it hurts", CLINIC),
        (r"the calf, wherever it hurts", r"deep knots have relaxed", CLINIC),
        (r"heel and calf: gently, with moderate pressure", CLINIC),
    )),
    ("6 Acupuncture and blood", (
        (r"acupuncture is said to help", CLINIC),
        (r"pain", r"blood that does not flow freely", r"hurt place", TRADITION),
        (r"dead blood", r"fresh blood has to take its place", TRADITION),
    )),
    ("7 Meridians", (
        (r"the heel and the middle of the sole", r"both .*on the kidney meridian", TRADITION),
        (r"meridians", r"liver", r"stomach", r"spleen", r"\bbladder", r"gallbladder", r"play a part", TRADITION),
    )),
    ("8 Tendons and ligaments", ((r"chinese medicine", r"tendons and ligaments", TRADITION),)),
    ("9 Visits, and what goes with them", (
        (r"typically takes 10 to 12 visits", CLINIC),
        (r"used alone", r"with other care", r"physical therapy with deep stretching", CLINIC),
        (r"with other care", r"anti-inflammatory medicine", r"custom-fit orthotics", CLINIC),
    )),
    ("10 What it is", (
        (r"severe heel pain", r"first steps out of bed", r"(may|likely to) be plantar fasciitis", CLINIC),
        (r"overuse injury of the sole", CLINIC),
        (r"fascia", r"tough band", r"from the heel bone", r"bases? of the toes", CLINIC),
    )),
    ("11 How it starts", (
        (r"gradually", r"mild pain", r"heel bone", r"stone bruise", CLINIC),
        (r"after exercise rather than during it", CLINIC),
        (r"right after getting up", r"sitting for a while", CLINIC),
    )),
    ("12 Who gets it", (
        (r"women", r"overweight", CLINIC),
        (r"work", r"walking or standing", r"hard floors", CLINIC),
        (r"walk or run as exercise", r"tight calves that limit the ankle", CLINIC),
        (r"feet are very flat", r"arches are very high", CLINIC),
    )),
    ("13 Untreated", (
        (r"untreated", r"chronic", r"less active", CLINIC),
        (r"changes how you walk", r"achilles tendonitis", r"bone spurs", r"sciatica", r"low-back pain", CLINIC),
        (r"80 in 100", r"within 12 months", r"\[nhs tayside"),
        (r"1 year, about 80 in 100 still had it", r"5 years 50", r"10 years 46", r"15 years 44", r"\[hansen 2018\]"),
    )),
)  # fmt: skip
"""The checklist of the clinic's page, line by line: what has to be found together in one statement."""

BESIDES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("routine", (r"traditional routine", CLINIC)),
    ("routine", (r"no trial of people pressing these points on themselves",)),
    ("outlook", (r"every day may itself slow recovery", r"52 in 100", r"79 in 100", r"\[ferrari 2015\]")),
    ("outlook", (r"not heel pain", r"small", r"one group")),
    ("outlook", (r"studied different people",)),
    ("acupuncture", (r"4 to 8 weeks", r"\[thiagarajah 2017\]")),
    ("acupuncture", (r"nobody went without needles", r"\[wang 2020\]")),
    ("care", (r"180 people", r"no difference large enough to matter", r"all three groups improved", r"\[riel 2023\]")),
    ("care", (r"tried on sore achilles tendons, not on heels",)),
    ("clinician", (r"one calf", r"swollen", r"do not rub it")),
    ("clinician", (r"2 weeks", r"no better", r"\[nhs page on plantar fasciitis\]")),
    *(("clinician", (part,)) for part in (r"chest pain", r"diabetes and the foot hurts", r"hot, red or swollen")),
    ("ask-first", (r"sharp, electric, spreading or numb", r"our own rule, unreviewed")),
    ("measuring", (r"19 mm", r"line of 100 mm", r"roughly 2 points", r"\[landorf 2010\]")),
    ("measuring", (r"9 mm", r"\[landorf 2008\]")),
    *(("privacy", (part,)) for part in (r"one file .*heeldiary where", r"sends nothing", r"not encrypted")),
    ("privacy", (r"makes no backups yet", r"heeldiary export -o")),
    ("privacy", (r"delete or change stays in the file", r"undo")),
)
"""What the Guide owes the person beyond the clinic's page."""

NEVER = (
    r"\bprove[dns]?\b", r"\bproof\b", r"\bcures?\b", r"\bcured\b", r"\bworks\b", r"\bhelps\b", r"\bhelped\b",
    r"\bcauses?\b", r"\bcaused\b", r"\bbecause\b", r"significant", r"\beffective", r"guarantee", r"\bheals\b",
    r"you have (plantar|fasciitis|a (tear|clot|fracture))", r"much better", r"correlat", r"\bp ?[<=]", r"%",
    r"\d ?mg\b", r"\d ?ml\b", r"\bmilligram", r"\btablets?\b", r"\bpills?\b", r"ibuprofen", r"paracetamol",
    r"celecoxib", r"\bdose", r"you will (recover|be free|be well by)", r"within \d+ weeks you", r"should take",
)  # fmt: skip
"""Said nowhere in the Guide or of a point: verdicts, reasons read into a link, diagnoses, amounts of medicine."""

KNOWN = (
    "the clinic's page", "the tradition's names", "our own", "how heeldiary is built", "place from Reaves 2011",
    "inner side from AAFP 2018", "advice disagrees", "case reports", "BMC Pregnancy Childbirth 2020",
    "University of Minnesota page on massage", "WHO 2008", "AAFP 2018", "APTA/JOSPT 2023 (Koc)", "Broderick 2008",
    "Clark and Tighe 2012", "Cotchett 2014", "DiGiovanni 2003", "DiGiovanni 2006", "Dunning 2018", "Ferrari 2015",
    "Ferrari and Louw 2013", "German back-pain study", "GP CKS 2009", "Gloucestershire pathway", "Hansen 2018",
    "Irving 2007", "Landorf 2008", "Landorf 2010", "Lee 2014", "Morrissey 2021", "NHS 2018", "NHS page",
    "NHS Tayside pathway", "Rathleff 2014", "Riddle 2003", "Riel 2020", "Riel 2023", "Salaffi 2004",
    "Silbernagel 2007", "Stone group, PMC3014612", "Thiagarajah 2017", "Wang 2020", "Whittaker 2020", "Zhang 2011",
    "bytespcn.nhs.uk",
)  # fmt: skip
"""Every source that the Guide may name. A new one is looked up first and then added."""

TRADITIONS = r"meridian|dead blood|fresh blood|chinese medicine|\bqi\b|gushing spring"
"""Words of the tradition: never said without saying whose they are."""


def claims(*topics: Topic) -> Iterator[Claim]:
    for topic in topics or TOPICS:
        for section in topic.sections:
            yield from section.claims


def texts() -> Iterator[str]:
    """Everything of the Guide that a person reads, and of the points."""
    yield PREFACE
    for topic in TOPICS:
        yield from (topic.title, topic.lead, *(section.title for section in topic.sections))
    yield from (claim.text for claim in claims())
    for point in POINTS.values():
        yield from (text for text in point if isinstance(text, str))


def statements(printed: str) -> list[str]:
    """The printed paragraphs, each on one line in lower case."""
    return [" ".join(paragraph.split()).lower() for paragraph in printed.split("\n\n")]


def held(parts: tuple[str, ...], printed: str) -> bool:
    return any(all(re.search(part, statement) for part in parts) for statement in statements(printed))


@pytest.mark.parametrize(("name", "facts"), FACTS, ids=[name for name, _ in FACTS])
def test_what_the_clinics_page_says_is_found(
    name: str, facts: tuple[tuple[str, ...], ...], heeldiary: Heeldiary
) -> None:
    printed = heeldiary.done("guide", "--plain").out
    for parts in facts:
        assert held(parts, printed), parts


def test_the_checklist_is_walked_whole() -> None:
    assert [int(name.split()[0]) for name, _ in FACTS] == [*range(1, 14)]


@pytest.mark.parametrize(("topic", "parts"), BESIDES)
def test_what_else_it_owes_is_found_on_its_topic(topic: str, parts: tuple[str, ...], heeldiary: Heeldiary) -> None:
    assert held(parts, heeldiary.done("guide", topic, "--plain").out)


def test_every_claim_names_a_source_that_is_known() -> None:
    for claim in claims():
        assert claim.text.strip()
        for source in claim.source.split("; "):
            start = source.removeprefix("case reports (").strip()
            assert source.startswith(KNOWN) or start.startswith(KNOWN), claim


def test_every_topic_and_section_has_something_to_say() -> None:
    for topic in TOPICS:
        assert topic.title
        assert topic.lead.endswith(".")
        assert topic.sections
        assert all(section.title and section.claims for section in topic.sections)
        for heading in (topic.title, topic.lead, *(section.title for section in topic.sections)):
            assert heading[0].isupper() or heading[0].isdigit(), heading
    assert len({topic.name for topic in TOPICS}) == len(TOPICS)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)?", topic.name) for topic in TOPICS)


@pytest.mark.parametrize("never", NEVER)
def test_what_must_not_be_said_is_not(never: str) -> None:
    for text in (*texts(), *(claim.source for claim in claims())):
        assert not re.search(never, text, re.IGNORECASE), text


def test_the_tradition_is_marked_as_the_tradition() -> None:
    found = [claim for claim in claims() if re.search(TRADITIONS, claim.text, re.IGNORECASE)]
    assert len(found) >= 5
    assert all("tradition" in claim.source for claim in found)


def test_the_number_of_visits_is_marked_as_the_clinics() -> None:
    found = [claim for claim in claims() if "10 to 12" in claim.text]
    assert found
    assert all(claim.source.startswith("the clinic's page") and "not a trial's" in claim.text for claim in found)


def test_both_courses_stand_on_one_topic_and_before_the_clinics_warning() -> None:
    titles = [section.title for section in find("outlook").sections]
    assert [title.split(":")[0] for title in titles[:2]] == ["One picture", "The other picture"]
    assert titles.index("The clinic's warning") > 1


def test_the_emergency_comes_first() -> None:
    titles = [section.title for section in find("clinician").sections]
    assert titles[0].startswith("Call the emergency number")
    assert "today" in titles[1]
    assert "soon" in titles[2]


def test_ask_first_holds_every_question_in_its_own_words() -> None:
    told = [claim.text for claim in claims(find("ask-first"))]
    for question in SAFETY_QUESTIONS:
        assert any(question.text in text and question.why in text for text in told), question.name
    stops, asks = find("ask-first").sections[:2]
    assert len(stops.claims) == sum(question.stops for question in SAFETY_QUESTIONS)
    assert "no massage" in stops.title
    assert "ask a clinician" in asks.title


def test_every_point_is_told_and_the_routine_names_its_four() -> None:
    points = find("points")
    assert [section.title for section in points.sections] == [point.title for point in POINTS.values()]
    for point, section in zip(POINTS.values(), points.sections, strict=True):
        told = " ".join(claim.text for claim in section.claims)
        for words in (point.find, point.press, point.how, point.expect, point.beware, point.minutes_said):
            assert words in told
    assert {target for _, target in find("routine").pictures} == set(ROUTINE)


def test_pictures_show_what_the_drawn_foot_has() -> None:
    drawn = json.loads((files("heeldiary.charts.foot") / "outlines.json").read_text("utf-8"))
    for topic in TOPICS:
        for view, target in topic.pictures:
            parts = drawn["groups"].get(target, [target])
            assert set(parts) <= set(drawn["views"][view]["targets"]), (topic.name, view, target)


def test_sentences_are_short() -> None:
    for claim in claims():
        for sentence in re.split(r"(?<=[.?])\s", claim.text):
            assert len(sentence.split()) <= 32, sentence


def test_find_takes_a_name_however_it_is_typed_and_else_lists_the_topics() -> None:
    assert find("Heel ") is find("heel")
    with pytest.raises(BadInput) as refused:
        find("knee")
    assert "knee" not in refused.value.message + refused.value.remedy
    assert all(topic.name in refused.value.remedy for topic in TOPICS)


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("doctor", "clinician"), ("when to see a doctor", "clinician"), ("When to see a clinician", "clinician"),
        ("stretching", "exercises"), ("heel-raise", "exercises"), ("ice", "care"), ("night splint", "care"),
        ("the sore heel", "heel"),
    ],
)  # fmt: skip
def test_everyday_words_open_the_topic_that_there_is(heeldiary: Heeldiary, typed: str, topic: str) -> None:
    assert heeldiary.done("guide", *typed.split(), "--json").json["topic"] == topic


@pytest.mark.parametrize("plain", [(), ("--plain",)])
def test_the_whole_guide_begins_with_the_topics_and_prints_them_all(
    plain: tuple[str, ...], heeldiary: Heeldiary
) -> None:
    printed = heeldiary.done("guide", *plain)
    assert printed.err == ""
    contents = printed.out.split(TOPICS[0].sections[0].title)[0]
    for topic in TOPICS:
        assert re.search(rf"^ *{topic.name}\b.*{re.escape(topic.title)}$", contents, re.MULTILINE)
    for topic in TOPICS:
        assert heeldiary.done("guide", topic.name, *plain).out in printed.out
    end = printed.out.splitlines()[-len(TOPICS) - 2 :]
    assert [re.split("[: ]+", line.strip())[0] for line in end[: len(TOPICS)]] == [topic.name for topic in TOPICS]
    assert end[-1] == f"To read one topic: heeldiary guide {TOPICS[0].name}"
    told = " ".join(printed.out.split())
    assert all(" ".join(f"{claim.text} [{claim.source}]".split()) in told for claim in claims())
    assert not heeldiary.home.exists()


@pytest.mark.parametrize("plain", [(), ("--plain",)])
def test_lines_are_short_and_of_plain_signs(plain: tuple[str, ...], heeldiary: Heeldiary) -> None:
    printed = heeldiary.done("guide", *plain).out
    assert max(map(len, printed.splitlines())) <= 78
    assert printed.isascii()
    if plain:
        assert not re.search(r"^[=\-_*#|+ ]+$|[=|]{2}", printed, re.MULTILINE)


def test_one_topic_alone_prints_no_other(heeldiary: Heeldiary) -> None:
    printed = heeldiary.done("guide", "privacy").out
    assert printed.startswith(find("privacy").title + "\n====")
    assert "Kidney" not in printed


def test_an_unknown_topic_is_refused_and_the_topics_named(heeldiary: Heeldiary) -> None:
    refused = heeldiary.refused(2, "guide", "elbow")
    assert refused.err.startswith('heeldiary: the Guide has no topic "elbow"\n')
    assert all(topic.name in refused.err for topic in TOPICS)


def test_its_help_names_the_topics(heeldiary: Heeldiary) -> None:
    printed = " ".join(heeldiary.done("guide", "--help").out.split())
    assert all(topic.name in printed for topic in TOPICS)


def test_what_a_week_needs_is_what_the_trends_need() -> None:
    assert any(f"A week with fewer than {ENOUGH_MORNINGS} mornings" in text for text in texts())


def test_every_line_of_a_topic_file_is_read() -> None:
    folder = Path(shape.__file__).parent
    written = {path.stem: path.read_text("utf-8").splitlines() for path in folder.glob("*.md")}
    assert len(written) == 7
    for name, lines in written.items():
        topic = find(name)
        said = {f"- {claim.text} [{claim.source}]" for section in topic.sections for claim in section.claims}
        headings = {f"## {section.title}" for section in topic.sections}
        assert {line for line in lines if line} == {f"# {topic.title}", topic.lead, *headings, *said}
