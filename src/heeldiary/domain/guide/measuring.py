"""Measuring: why the first steps, how much a score can show, and what the diary will and will not say."""

from heeldiary.domain.guide.shape import BUILT, OURS, Claim, Section, Topic
from heeldiary.domain.weeks.weeks import ENOUGH_MORNINGS

_SIMULATED = "our own simulation with made-up diaries, no clinical data"

TOPIC = Topic(
    "measuring",
    "What the numbers can show",
    "One number each morning, taken the same way. What it can show, and what nobody should read into it.",
    (
        Section(
            "Why the first steps",
            (
                Claim(
                    "They are the typical moment for plantar fasciitis, and easy to repeat every day.",
                    "AAFP 2018; our own reading",
                ),
                Claim(
                    "Trials on heel pain use first-step pain as a main measure.",
                    "Cotchett 2014; Dunning 2018; Wang 2020; Whittaker 2020",
                ),
                Claim("Score it beside the bed, after a few steps, before you have walked it off.", OURS),
            ),
        ),
        Section(
            "The scale",
            (
                Claim(
                    "0 is no pain, 10 is the worst. Whole numbers only. The first number you think of is fine.", OURS
                ),
                Claim("One single score says little about a whole week.", "Stone group, PMC3014612"),
                Claim("So a week is described by the average of its mornings.", BUILT),
                Claim(
                    f"A week with fewer than {ENOUGH_MORNINGS} mornings is marked: its average means little.",
                    BUILT,
                ),
            ),
        ),
        Section(
            "Memory",
            (
                Claim(
                    "People with rheumatic pain recorded scores and were asked again later. Looking back over one day, "
                    "they came close to what they had said at the time. Over several days memory failed, and "
                    "pain was remembered as larger than it was.",
                    "Broderick 2008",
                ),
                Claim(
                    "What you log more than 36 hours late is marked as late, in exports and in "
                    "`heeldiary list --json`.",
                    BUILT,
                ),
            ),
        ),
        Section(
            "How big a change matters",
            (
                Claim(
                    "In heel pain, the smallest difference that mattered to people was 19 mm for the first steps, "
                    "marked on a line of 100 mm. The true value may lie between 13 and 25. That is roughly 2 "
                    "points on 0 to 10.",
                    "Landorf 2010",
                ),
                Claim("An earlier study found 9 mm. So it is a rough measure, and a smallest one.", "Landorf 2008"),
                Claim("A mark on a line and a score from 0 to 10 are not quite the same thing.", "our own reading"),
                Claim(
                    "In other chronic pain of muscles and joints, 1 point or 15 in 100 was the least that people "
                    "noticed.",
                    "Salaffi 2004",
                ),
                Claim(
                    "It depends on where you start. With back pain, about 1 point mattered from a start of 1 to 4, "
                    "about 2 from 5 to 7, and 3 to 4 from 8 or more.",
                    "German back-pain study, doi 10.1055/a-1304-3677",
                ),
            ),
        ),
        Section(
            "How much is chance",
            (
                Claim(
                    "Scores swing by themselves. When nothing changed, the averages of two neighbouring weeks "
                    "stayed within 1.4 to 1.9 points of each other 9 times in 10.",
                    _SIMULATED,
                ),
                Claim(
                    "People start something new when it hurts most, and after the worst week a milder one usually "
                    "follows. A remedy that did nothing, started in the worst of eight weeks, looked at least 1 "
                    "point better in about 80 of 100 diaries.",
                    _SIMULATED,
                ),
                Claim(
                    "People press the foot when it hurts. So a massage that did nothing looked harmful next to "
                    "days without one, and good next to the same morning.",
                    _SIMULATED,
                ),
            ),
        ),
        Section(
            "What the diary will say",
            (
                Claim("What you logged, from how many mornings, with the lowest and the highest.", BUILT),
                Claim("The same plain words for better and for worse.", BUILT),
                Claim(
                    "No comparison of then and now below 28 mornings, and no trend below 6 weeks with enough mornings.",
                    BUILT,
                ),
            ),
        ),
        Section(
            "What it will not say",
            (
                Claim("That a massage, a stretch or a visit is the reason for a change.", BUILT),
                Claim("When you will be well. What you have. Which treatment is best.", BUILT),
                Claim("An arrow for one week, or praise for an unbroken run of days.", BUILT),
                Claim("A daily score may also have a cost: see `heeldiary guide outlook`.", "Ferrari 2015"),
            ),
        ),
    ),
)
