"""Safety of experiments: none about prescribed medicine, none while a red flag applies.

The red flags are those of the Guide's page on when to see a clinician (`domain/guide/clinician.py`, with sources).
"""

import re
from itertools import pairwise
from typing import NamedTuple

from heeldiary.errors import BadInput

_WORD = re.compile(r"[^\W_]+")

_MEDICINE_STARTS = (
    "acetaminophen", "amitriptyl", "analges", "antibiotic", "anticoag", "antidepress", "antiinflam", "aspirin",
    "betameth", "botox", "botulin", "capsaicin", "celecoxib", "codein", "corticoid", "corticost", "cortiso",
    "dexameth", "diclofenac", "dosage", "duloxetin", "etoricoxib", "gabapentin", "heparin", "hydrocort",
    "ibuprof", "inflammator", "inject", "insulin", "ketoprof", "levothyrox", "lidocain", "medic",
    "metamizol", "metformin", "methotrex", "morphin", "naprox", "novalgin", "novamin", "nsaid", "opiat", "opioid",
    "oxycod", "painkill", "paracetam", "prednis", "pregabal", "prescri", "statin", "steroid", "suppositor", "surger",
    "tablet", "thinner", "tramad", "triamcin", "tylenol", "voltar", "warfarin", "xarelto",
)  # fmt: skip
_MEDICINE_WORDS = frozenset(
    ("advil", "aleve", "cannabis", "capsule", "capsules", "cbd", "dose", "doses", "drug", "drugs", "hormone",
     "hormones", "ibu", "jab", "jabs", "med", "meds", "nsar", "operation", "ointment", "pill", "pills", "prp", "rx",
     "shockwave", "syringe", "thc")
)  # fmt: skip
_MEDICINE_PAIRS = (
    ("anti", "inflammatory"), ("pain", "killer"), ("pain", "killers"), ("blood", "thinner"), ("shock", "wave"),
    ("dry", "needling"), ("walking", "boot"),
)  # fmt: skip
_SIGN_STARTS = ("diabet", "fractur", "infect", "numb", "thrombo", "tingl", "ulcer")
_SIGN_WORDS = frozenset(("clot", "dvt", "fever", "rupture", "ruptured", "wound", "wounds", "pregnancy", "pregnant"))


class RedFlag(NamedTuple):
    """A reason to see a clinician before an experiment."""

    text: str
    """A statement that applies or not."""
    when: str
    """How soon to see someone: at once, today, soon, or before the experiment."""


RED_FLAGS = (
    RedFlag(
        "A calf hurts and is swollen, warm or discoloured; or you are short of breath or have chest pain.", "at once"
    ),
    RedFlag("The foot was injured and will not take your weight, is out of shape, or snapped.", "today"),
    RedFlag("The heel is hot and red; or there is a fever, or an open sore.", "today"),
    RedFlag("The foot is numb, tingles or has grown weak; or you have diabetes.", "soon"),
    RedFlag("The pain is severe, increases week by week, or is there at rest.", "soon"),
    RedFlag("The foot has had an injection, an operation or a tear in recent weeks.", "first"),
    RedFlag("Whoever treats the foot has asked you to do one of the two, or not to.", "first"),
)
"""None may apply when an experiment starts."""


def refuse_unfit(question: str) -> None:
    """Refuse a question about medicine or a red flag; raises BadInput."""
    words = _WORD.findall(question.casefold())
    if (
        any(word.startswith(_MEDICINE_STARTS) or word in _MEDICINE_WORDS for word in words)
        or not {*_MEDICINE_PAIRS}.isdisjoint(pairwise(words))
    ):  # fmt: skip
        raise BadInput(
            "coins do not decide about medicine, injections or anything prescribed",
            "ask whoever prescribed it; experiments are for things you can choose yourself, such as massage, stretches "
            "or shoes",
        )
    if any(word.startswith(_SIGN_STARTS) or word in _SIGN_WORDS for word in words):
        raise BadInput(
            "the question mentions something that a clinician should see first",
            "`heeldiary guide clinician` says when to see someone",
        )


def refuse_red_flags(any_is_so: bool) -> None:
    """Refuse to start while a red flag applies; raises BadInput."""
    if any_is_so:
        raise BadInput(
            "one of these applies, and that comes before any experiment",
            "`heeldiary guide clinician` says when to see someone; you can go on with the diary",
        )
