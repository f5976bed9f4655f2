"""What else has been studied: stretching, load, strength, tape, splint, insoles, everyday care, injections."""

from heeldiary.domain.guide.shape import OURS, Claim, Section, Topic

_GUIDELINE = "APTA/JOSPT 2023 (Koc), read in a summary"
_HOME = "NHS page on plantar fasciitis"

TOPIC = Topic(
    "care",
    "Other care",
    "What else people do for a sore heel, and what is known about it. The order is not a ranking.",
    (
        Section(
            "Where to begin",
            (
                Claim("A physical therapist or doctor can say which of these suits your foot.", OURS),
                Claim("heeldiary names no amounts of medicine. The label and a pharmacist do.", OURS),
            ),
        ),
        Section(
            "Stretching",
            (
                Claim(
                    "A guideline for physical therapists gives its best grade, A, to stretching the fascia and the "
                    "calf.",
                    _GUIDELINE,
                ),
                Claim(
                    "In the best-known trial people sat, laid the sore foot across the other knee and pulled the "
                    "toes toward the shin. They held it 10 seconds, 10 times, at least 3 times a day. The first "
                    "came before the first step of the morning, another before getting up after sitting for long.",
                    "DiGiovanni 2003",
                ),
                Claim(
                    "The trial had 101 people whose heels had hurt for 10 months or more; 82 came back after 8 weeks. "
                    "All of them also had soft insoles and anti-inflammatory medicine. The fascia stretch did better "
                    "than a stretch of the calf.",
                    "DiGiovanni 2003",
                ),
                Claim(
                    "After 2 years 66 answered, and over 90 in 100 of those were satisfied. By then everyone had been "
                    "shown the stretch, so there was nobody left to compare with.",
                    "DiGiovanni 2006",
                ),
            ),
        ),
        Section(
            "Load: how much walking and exercise",
            (
                Claim(
                    "A common rule goes by the pain while you do it: 0 to 3 is little, 4 to 5 is acceptable, above 5 "
                    "is too much. If the next morning is worse, do less.",
                    "bytespcn.nhs.uk; Silbernagel 2007",
                ),
                Claim("The rule was tried on sore Achilles tendons, not on heels.", "Silbernagel 2007"),
            ),
        ),
        Section(
            "Strength",
            (
                Claim(
                    "One trial had 48 people, all with insoles. One half stretched; the other did slow heel raises "
                    "on one leg, a towel under the toes, every second day. At 3 months the heel raises were ahead "
                    "by 29 points on a foot questionnaire. At 1, 6 and 12 months there was no difference.",
                    "Rathleff 2014",
                ),
                Claim(
                    "A larger trial had 180 people. All got advice and a heel cup, some exercise as well, some "
                    "exercise and an injection. It found no difference large enough to matter. All three groups "
                    "improved.",
                    "Riel 2023",
                ),
            ),
        ),
        Section(
            "Tape, night splint, hands-on therapy, insoles",
            (
                Claim("Tape has grade A for the short term, hands-on therapy too.", _GUIDELINE),
                Claim("A night splint has grade A for 1 to 3 months, if the first steps keep hurting.", _GUIDELINE),
                Claim("Insoles have grade B together with other care. Alone they are not recommended.", _GUIDELINE),
                Claim(
                    "A best-practice guide begins with about 4 weeks of tape, stretching and explanation. "
                    "Shockwave comes after that. Insoles made for the foot come at about 12 weeks.",
                    "Morrissey 2021",
                ),
            ),
        ),
        Section(
            "Every day",
            (
                Claim("Rest the foot, and put it up when you can.", _HOME),
                Claim("Ice in a towel, 20 minutes at most, every 2 to 3 hours.", _HOME),
                Claim("Shoes with a cushioned heel. Not barefoot on hard floors, and no long standing.", _HOME),
            ),
        ),
        Section(
            "Steroid injection",
            (
                Claim(
                    "It brings relief for a short time. After 8 weeks it was no better than a dummy injection.",
                    "Riel 2020 (protocol)",
                ),
                Claim(
                    "Tears of the fascia have been linked to it: of 35 people with a tear, 33 had had an "
                    "injection. That shows a link, not the reason.",
                    "Lee 2014 (abstract)",
                ),
                Claim("If you are offered one, ask about both, and when you may press on the heel again.", OURS),
            ),
        ),
    ),
)
