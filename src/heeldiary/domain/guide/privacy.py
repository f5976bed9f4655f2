"""Privacy: where the data is, who can read it, and what deleting does not do."""

from heeldiary.domain.guide.shape import BUILT, Claim, Section, Topic

TOPIC = Topic(
    "privacy",
    "Where your data is",
    "A diary of pain is private. This is how it is stored.",
    (
        Section(
            "One file, nothing sent",
            (
                Claim("Everything you log is in one file on this machine. `heeldiary where` prints its path.", BUILT),
                Claim("heeldiary sends nothing to anyone and needs no network and no account.", BUILT),
                Claim(
                    "Text that you have not saved yet is stored in a drafts folder; `heeldiary where` prints its path "
                    "too. A crash log never contains your words.",
                    BUILT,
                ),
            ),
        ),
        Section(
            "Who can read it",
            (
                Claim(
                    "The file is not encrypted. heeldiary makes it readable for your own account only. "
                    "Whoever can use that account, or the disk, can read it.",
                    BUILT,
                ),
                Claim(
                    "If others on the machine can read it, the app says so when it starts, and changes nothing.", BUILT
                ),
                Claim(
                    "Exports, copies and screenshots are not encrypted either. Be careful where you put them.", BUILT
                ),
                Claim(
                    "A shell remembers the commands you type. With `-` as the note, you type it after the command, so "
                    "it is not remembered.",
                    BUILT,
                ),
                Claim(
                    "A cue-command, if you set one, is a program of your own choice, and heeldiary does not control "
                    "what it does.",
                    BUILT,
                ),
            ),
        ),
        Section(
            "What deleting does not do",
            (
                Claim("What you delete or change stays in the file, so that undo can bring it back.", BUILT),
                Claim(
                    "An export holds only what is there now. To remove the rest for good, import the export into a new "
                    "diary, check it, and then delete the old file and every copy of it.",
                    BUILT,
                ),
            ),
        ),
        Section(
            "If the file is lost",
            (
                Claim(
                    "heeldiary makes no backups yet. `heeldiary export -o diary.jsonl` writes everything to a file, "
                    "and `heeldiary import diary.jsonl` reads it back. Keep that file on another disk.",
                    BUILT,
                ),
            ),
        ),
    ),
)
