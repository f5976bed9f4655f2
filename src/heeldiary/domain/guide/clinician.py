"""When to see a clinician: the emergency first, then today, then soon; rules, never a diagnosis."""

from heeldiary.domain.guide.shape import BUILT, OURS, Claim, Section, Topic

_HOME = "NHS page on plantar fasciitis"
_CLOT = "NHS pages on blood clots"
_INJURY = "NHS 2018"
_REVIEW = "AAFP 2018"

TOPIC = Topic(
    "clinician",
    "When to see a clinician",
    "A short list to check calmly. heeldiary cannot examine a foot. If in doubt, ask someone who can.",
    (
        Section(
            "Call the emergency number now",
            (Claim("You are short of breath or have chest pain, with or without a sore calf.", _CLOT),),
        ),
        Section(
            "Get medical help today",
            (
                Claim(
                    "One calf hurts and is swollen, warm, or looks redder or darker. It may be a blood clot. Do "
                    "not rub it.",
                    _CLOT,
                ),
                Claim(
                    "You injured the foot, and cannot put weight on it, or it is out of shape, or there was a snap or "
                    "a pop.",
                    _INJURY,
                ),
                Claim("The heel is hot and red, and you have a fever or feel ill.", OURS),
                Claim(
                    "You have diabetes or little feeling in your feet, and the foot is hot, red or swollen or has "
                    "an open sore.",
                    OURS,
                ),
                Claim("The foot or leg suddenly goes numb or weak, and it is getting worse fast.", OURS),
            ),
        ),
        Section(
            "See someone soon",
            (
                Claim("The pain is severe, or keeps you from what you normally do.", _HOME),
                Claim("It is getting worse, or it keeps coming back.", _HOME),
                Claim("You have looked after it for 2 weeks and it is no better.", _HOME),
                Claim("The foot tingles, or has lost feeling.", _HOME),
                Claim("You have diabetes and the foot hurts.", _HOME),
                Claim("It hurts at night, or while you rest.", OURS),
                Claim("It gets worse quickly, or the foot changes its shape.", "Gloucestershire pathway"),
                Claim(
                    "It has not improved after about 3 months of care without surgery.",
                    "NHS Tayside pathway; GP CKS 2009",
                ),
            ),
        ),
        Section(
            "Mention this too: it may not be the fascia",
            (
                Claim("It has become steadily worse since you did more, or moved to harder ground.", _REVIEW),
                Claim("It burns or tingles.", _REVIEW),
                Claim("It feels like a bruise in the middle of the heel.", _REVIEW),
            ),
        ),
        Section(
            "What your diary can add",
            (
                Claim(
                    "heeldiary checks your mornings whenever you log one, and shows a sign in the Diary and in "
                    "`heeldiary status` when one of these is true. `k` in the Diary puts it away.",
                    BUILT,
                ),
                Claim(
                    "Rising: your first steps of the last 14 days average at least 2 points more than the 28 days "
                    "before, and that is far more than your scores usually swing.",
                    OURS,
                ),
                Claim("High: the first steps were 8 or more on 16 of the last 20 mornings you logged.", OURS),
                Claim(
                    "Tagged: in the last 7 days you used a tag such as numbness, tingling, fever, swelling or "
                    "night pain.",
                    OURS,
                ),
                Claim(
                    "Each is a reason to ask. None is a finding. A slow rise, or one in mornings that differ a lot, "
                    "can go unseen, so do not wait for a sign.",
                    OURS,
                ),
                Claim("`heeldiary trends` prints your weeks. Take them with you.", BUILT),
            ),
        ),
    ),
)
