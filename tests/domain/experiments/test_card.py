"""What an experiment may be about, how long it is, when it begins; and what is refused, with a remedy."""

from collections.abc import Callable
from datetime import date

import pytest

from heeldiary.domain.experiments.card import (
    check_first_day,
    check_length,
    parse_first_day,
    parse_length,
    parse_question,
    parse_worth,
    plain_factor,
    usual_first_day,
)  # fmt: skip
from heeldiary.domain.experiments.safety import refuse_unfit
from heeldiary.domain.links.factors import parse_factor
from heeldiary.errors import BadInput

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "heads", "tails"),
    [
        ("evening massage or not", "evening massage", "no evening massage"),
        ("evening massage or not?", "evening massage", "no evening massage"),
        ("soft insoles or firm insoles", "soft insoles", "firm insoles"),
        ("  a \n walk   or  none ", "a walk", "no a walk"),
        ("ice, or nothing", "ice", "no ice"),
        ("insoles X or insoles Y or", "insoles X", "insoles Y or"),
        ("Xylo cream or insoles X", "Xylo cream", "insoles X"),
    ],
)
def test_a_question_has_two_ways(typed: str, heads: str, tails: str) -> None:
    assert parse_question(typed)[1:] == (heads, tails)


@pytest.mark.parametrize(
    "typed", ["massage", "a or b or c", " or b", "a or ", "x or x", "x" * 201, f"{'x' * 81} or y", ""]
)
def test_a_question_without_them_is_refused(typed: str) -> None:
    with pytest.raises(BadInput):
        parse_question(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "ibuprofen or not", "Ibuprofen gel or not", "one tablet or two", "a cortisone injection or not",
        "splint prescribed by the doctor or not", "prescription insoles or not", "voltaren or not", "my pills or not",
        "painkiller or massage", "pain killers or not", "blood thinner or not", "half the dose or the dose",
        "my meds or not", "anti-inflammatory or not",
        "medicine or not", "dry needling or not", "shockwave or not", "shock-wave or not",
        "steroids or not",
        "metamizole or not", "Metformin or not", "methotrexate or not", "morphine or not", "naproxen or not",
        "Novalgin or not", "novaminsulfon or not", "an opiate or not", "opioids or not", "oxycodone or not",
        "paracetamol or not", "prednisolone or not", "pregabalin or not", "statins or not", "a suppository or not",
        "surgery or not", "tramadol or not", "triamcinolone or not", "Tylenol or not", "warfarin or not",
        "Xarelto or not", "acetaminophen or not", "amitriptyline or not", "analgesics or not", "antibiotics or not",
        "anticoagulants or not", "antidepressants or not", "antiinflammatories or not", "aspirin or not",
        "betamethasone or not", "botox or not", "botulinum or not", "capsaicin or not", "celecoxib or not",
        "codeine or not", "corticoids or not", "corticosteroids or not", "dexamethasone or not", "diclofenac or not",
        "the usual dosage or not", "duloxetine or not", "etoricoxib or not", "gabapentin or not", "heparin or not",
        "hydrocortisone or not", "an inflammatory or not", "ketoprofen or not", "levothyroxine or not",
        "lidocaine or not", "Advil or not", "Aleve or not", "cannabis or not", "a capsule or not", "capsules or not",
        "CBD or not", "doses or not", "a drug or not", "drugs or not", "a hormone or not", "hormones or not",
        "Ibu or not", "a jab or not", "jabs or not", "a med or not", "NSAR or not", "an operation or not",
        "ointment or not", "a pill or not", "PRP or not", "Rx or not", "a syringe or not", "THC or not",
        "pain killer or not", "shock wave or not", "a walking boot or not",
        "with diabetes or not", "infected or not", "thrombosis or not", "tingling toes or not", "an ulcer or not",
        "a clot or not", "DVT or not", "fever or not", "a rupture or not", "ruptured or not", "a wound or not",
        "wounds or not", "pregnancy or not", "while pregnant or not",
        "massage for my numb toes or not", "walk on the fracture or not", "insulin or not", "NSAIDs or none",
    ],
)  # fmt: skip
def test_medicine_and_signs_are_not_for_coins(typed: str) -> None:
    with pytest.raises(BadInput) as refused:
        refuse_unfit(typed)
    assert "ask whoever prescribed it" in refused.value.remedy or "guide clinician" in refused.value.remedy


@pytest.mark.parametrize(
    "typed",
    [
        "evening massage or not", "a pillow under the heel or not", "stretch before the first step or not",
        "ten minutes of meditation or not", "drugstore insoles or not", "walk by the station or not",
        "night splint or not", "soft shoes or firm shoes", "ice or warmth", "rolling a ball or not",
        "barefoot at home or slippers", "calf raises or not", "espresso shot or not",
    ],
)  # fmt: skip
def test_what_is_ones_own_to_choose_is_taken(typed: str) -> None:
    refuse_unfit(typed)


@pytest.mark.parametrize(("unit", "length"), [("day", 16), ("day", 28), ("day", 112), ("week", 12), ("week", 52)])
def test_lengths(unit: str, length: int) -> None:
    assert check_length("day" if unit == "day" else "week", length) == length


@pytest.mark.parametrize(
    ("unit", "length"), [("day", 12), ("day", 30), ("day", 116), ("week", 10), ("week", 13), ("week", 54), ("day", 0)]
)
def test_other_lengths_are_refused(unit: str, length: int) -> None:
    with pytest.raises(BadInput):
        check_length("day" if unit == "day" else "week", length)


@pytest.mark.parametrize(
    ("typed", "length"),
    [
        ("28", ("day", 28)),
        ("28 days", ("day", 28)),
        ("112", ("day", 112)),
        ("16w", ("week", 16)),
        ("16 weeks", ("week", 16)),
    ],
)
def test_a_length_in_the_form(typed: str, length: tuple[str, int]) -> None:
    assert parse_length(typed) == length


@pytest.mark.parametrize("typed", ["", "x", "16 months", "-28", "28.5", "w", "²8"])
def test_a_length_that_cannot_be_read(typed: str) -> None:
    with pytest.raises(BadInput):
        parse_length(typed)


def test_it_begins_today_or_on_a_day_to_come() -> None:
    assert parse_first_day("tomorrow", TODAY) == date(2026, 11, 23)
    assert parse_first_day("mon", TODAY) == date(2026, 11, 23)
    assert parse_first_day("sunday", TODAY) == TODAY
    assert parse_first_day("2026-12-20", TODAY) == date(2026, 12, 20)
    for typed in ("yesterday", "2026-11-21", "2026-12-21", "5w", "soon"):
        with pytest.raises(BadInput):
            parse_first_day(typed, TODAY)
    with pytest.raises(BadInput):
        check_first_day(date(2026, 11, 21), TODAY)


def test_what_is_refused_says_what_to_give_instead() -> None:
    refused: list[tuple[Callable[[], object], str, str]] = [
        (lambda: parse_question("massage"), "the question needs one 'or' between its two ways",
         'write it like "evening massage or not", or "soft insoles or firm insoles"'),
        (lambda: parse_question("x" * 201), "the question has more than 200 characters", "shorten it"),
        (lambda: parse_question("x or X"), "both ways are the same", "give two different ways"),
        (lambda: parse_question(f"{'x' * 81} or y"), "each of the two ways has at most 80 characters",
         "say it in fewer words"),
        (lambda: parse_length("long"), "that is not a length", "write it like 28 for days, or 16w for weeks"),
        (lambda: check_length("day", 30), "coin-flip days are 16 to 112, in blocks of 4", "take 28, 44 or 56"),
        (lambda: check_length("week", 11),
         "coin-flip weeks are 12 to 52, in pairs; with fewer than 6 pairs no result could be told from chance",
         "take 12, 16 or 20"),
        (lambda: check_first_day(date(2026, 11, 21), TODAY),
         "an experiment starts today or within 28 days, because a coin cannot decide past days",
         "choose a future day, such as 2026-12-01, tomorrow or mon"),
        (lambda: parse_worth("0"), "the smallest difference worth having is 1 to 5 whole points",
         "take 1, the default"),
    ]  # fmt: skip
    for check, message, remedy in refused:
        with pytest.raises(BadInput) as caught:
            check()
        assert (caught.value.message, caught.value.remedy) == (message, remedy)


def test_when_it_begins_if_nothing_is_said() -> None:
    assert usual_first_day("day", "next-morning", TODAY) == TODAY
    assert usual_first_day("day", "same-morning", TODAY) == date(2026, 11, 23)
    assert usual_first_day("week", "next-morning", TODAY) == date(2026, 11, 23)
    assert usual_first_day("week", "next-morning", date(2026, 11, 23)) == date(2026, 11, 23)


def test_worth_and_factor() -> None:
    assert parse_worth("5") == 5
    assert parse_factor("care:ice") == "care:ice"
    for typed in ("0", "6", "1.5", "", "x", "²"):
        with pytest.raises(BadInput):
            parse_worth(typed)
    for typed in ("mood", "care:", "tag", "x:y"):
        with pytest.raises(BadInput):
            parse_factor(typed)


@pytest.mark.parametrize(
    ("question", "factor"),
    [
        ("Evening massage or not?", "massage"), ("ice or not", "care:ice"),
        ("night splint or not", "care:night-splint"), ("rice or pasta", None),
        ("soft insoles or not", "care:insoles"), ("barefoot or slippers", None),
    ],
)  # fmt: skip
def test_the_factor_that_a_question_is_plainly_about(question: str, factor: str | None) -> None:
    assert plain_factor(question) == factor
    assert factor is None or parse_factor(factor) == factor
