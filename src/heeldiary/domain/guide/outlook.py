"""The natural course: both published pictures side by side, the clinic's warning, and the cost of a daily score."""

from heeldiary.domain.guide.shape import CLINIC, OURS, Claim, Section, Topic

_HOSPITAL = "Hansen 2018"
_BACK = "Ferrari 2015"

TOPIC = Topic(
    "outlook",
    "How it tends to go",
    "Nobody can say how long yours will last. Two published pictures disagree, and both are here.",
    (
        Section(
            "One picture: mostly gone within a year",
            (
                Claim(
                    "In general practice, it is gone within 12 months in about 80 in 100 people.", "NHS Tayside pathway"
                ),
                Claim("Most recover fully in the first year.", "GP CKS 2009"),
            ),
        ),
        Section(
            "The other picture: often there for years",
            (
                Claim(
                    "A hospital followed 174 patients whose plantar fasciitis had been seen by ultrasound. After 1 "
                    "year, about 80 in 100 still had it. After 5 years 50, after 10 years 46, after 15 years 44.",
                    _HOSPITAL,
                ),
                Claim(
                    "When they were asked, on average almost ten years on, 54 in 100 were free of it. For those it "
                    "had lasted two years on average.",
                    _HOSPITAL,
                ),
                Claim("It lasted longer in women, and in people with both feet sore.", _HOSPITAL),
            ),
        ),
        Section(
            "Why the two disagree",
            (
                Claim(
                    "They studied different people: one those who see a family doctor, the other those "
                    "who came to a hospital.",
                    "our own reading of both",
                ),
            ),
        ),
        Section(
            "The clinic's warning",
            (
                Claim(
                    "Untreated, it may become chronic, which means lasting. You may have to be less active.",
                    CLINIC,
                ),
                Claim(
                    "It changes how you walk. That may lead to Achilles tendonitis, bone spurs, and even "
                    "low-back pain or sciatica, a pain down the leg.",
                    CLINIC,
                ),
                Claim("The page gives no figures for this.", CLINIC),
            ),
        ),
        Section(
            "What keeping this diary may cost you",
            (
                Claim(
                    "Writing down your pain every day may itself slow recovery. In one trial, 29 people with a "
                    "fresh low-back sprain kept a daily pain score for 4 weeks, and 29 did not. After 3 months "
                    "52 in 100 of those with the score had recovered, and 79 in 100 of those without.",
                    _BACK,
                ),
                Claim(
                    "The same group saw it after neck sprains (whiplash): 59 in 100 with a diary, 86 in 100 "
                    "without. There, who kept one was not decided at random.",
                    "Ferrari and Louw 2013",
                ),
                Claim(
                    "This was not heel pain, the studies were small, and one group did both. But this diary is built "
                    "on a daily score, so you should know.",
                    f"{_BACK}; our own reading",
                ),
                Claim(
                    "Keep it to the one number and get on with the day. If it keeps your mind on the pain, log "
                    "less often or take a break: gaps are allowed.",
                    OURS,
                ),
            ),
        ),
    ),
)
