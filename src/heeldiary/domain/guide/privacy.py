"""Privacy: where the words are, who can read them, and what deleting does not do."""

from heeldiary.domain.guide.shape import BUILT, Claim, Section, Topic

TOPIC = Topic(
    "privacy",
    "Where your words are",
    "A diary of pain is private. This is how it is kept.",
    (
        Section(
            "One file, nothing sent",
            (
                Claim("All that you log is in one file on this machine. `heeldiary where` prints its path.", BUILT),
                Claim("heeldiary sends nothing to anyone and needs no network and no account.", BUILT),
                Claim(
                    "Half-typed words may wait in a file of drafts, and `heeldiary where` prints its path too. A crash "
                    "log never holds a word of yours.",
                    BUILT,
                ),
            ),
        ),
        Section(
            "Who can read it",
            (
                Claim(
                    "The file is plain, not encrypted. heeldiary makes it readable for your own account alone. "
                    "Whoever can use that account, or the disk, can read it.",
                    BUILT,
                ),
                Claim(
                    "If others on the machine can read it, the app says so when it starts, and changes nothing.", BUILT
                ),
                Claim("Exports, copies and pictures of the screen are as plain. Mind where they go.", BUILT),
                Claim(
                    "A shell remembers the commands you type. A note given as `-` is typed after the command, and "
                    "stays out of that.",
                    BUILT,
                ),
                Claim(
                    "A cue-command, if you set one, is a program of your own choice. What it does is up to it.", BUILT
                ),
            ),
        ),
        Section(
            "What deleting does not do",
            (
                Claim("Words that you delete or change stay in the file, so that undo can bring them back.", BUILT),
                Claim(
                    "An export holds only what is there now. To be rid of the rest, import it into a new diary, "
                    "look at that, and then remove the old file and every copy of it.",
                    BUILT,
                ),
            ),
        ),
        Section(
            "If the file is lost",
            (
                Claim(
                    "heeldiary makes no backups yet. `heeldiary export -o diary.jsonl` writes all of it to a file, and "
                    "`heeldiary import diary.jsonl` reads it back. Keep that file on another disk.",
                    BUILT,
                ),
            ),
        ),
    ),
)
