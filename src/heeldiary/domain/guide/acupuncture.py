"""Acupuncture: the tradition's view, the clinic's statements, and what trials found, kept apart."""

from heeldiary.domain.guide.shape import CLINIC, TRADITION, Claim, Section, Topic

_NEEDLING = "Cotchett 2014"

TOPIC = Topic(
    "acupuncture",
    "Acupuncture",
    "The tradition, the clinic and the trials say different kinds of things, so this page keeps them apart.",
    (
        Section(
            "The tradition's view",
            (
                Claim("Pain is seen as blood that does not flow freely through a hurt place.", TRADITION),
                Claim(
                    'Old "dead blood" is thought to sit there and irritate what lies around it. Fresh blood has to '
                    "take its place before the area can recover.",
                    TRADITION,
                ),
                Claim(
                    "The heel and the middle of the sole matter most. Both are said to lie on the kidney meridian, one "
                    "of the lines the tradition draws through the body.",
                    TRADITION,
                ),
                Claim(
                    "The meridians of stomach, spleen, liver, gallbladder and bladder are said to play a part too.",
                    TRADITION,
                ),
                Claim(
                    "Chinese medicine counts plantar fasciitis among the disorders of tendons and ligaments.", TRADITION
                ),
            ),
        ),
        Section(
            "What the clinic says",
            (
                Claim(
                    "The clinic speaks very highly of it: acupuncture is said to help with many kinds of pain, "
                    "this one among them.",
                    CLINIC,
                ),
                Claim(
                    "A course typically takes 10 to 12 visits. That is the clinic's statement, not a trial's.", CLINIC
                ),
                Claim(
                    "It can be used alone, or together with other care: physical therapy with deep stretching, "
                    "anti-inflammatory medicine, custom-fit orthotics (insoles made for your foot).",
                    CLINIC,
                ),
            ),
        ),
        Section(
            "What trials found",
            (
                Claim(
                    "A review of four trials found less pain over the first 4 to 8 weeks. About later there is too "
                    "little evidence.",
                    "Thiagarajah 2017",
                ),
                Claim("An earlier review found the studies to be of mixed quality.", "Clark and Tighe 2012"),
                Claim(
                    "In one trial, everyone had 12 sessions in 4 weeks. In about half of them the worst first-step "
                    "pain fell to half or less. Needles with and without a current did equally well. Nobody went "
                    "without needles, so nobody knows how many would have got as far without them.",
                    "Wang 2020",
                ),
                Claim(
                    "Another compared two points over 10 sessions in 2 weeks. The one at the wrist did better than "
                    "the one on the hand.",
                    "Zhang 2011",
                ),
                Claim(
                    "Dry needling puts needles into tight spots in the muscle. Once a week for 6 weeks, it left "
                    "first-step pain 14 mm lower on a line of 100 mm than pretend needles did. That is less than the "
                    "19 mm taken as the smallest difference that matters, and more than the 9 mm of an earlier study.",
                    f"{_NEEDLING}; Landorf 2010; Landorf 2008",
                ),
                Claim("After about a third of those sessions people had minor side effects that passed.", _NEEDLING),
            ),
        ),
    ),
)
