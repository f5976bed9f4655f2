"""What goes wrong is said in a sentence that tells what is wrong, and one that tells the way out."""


class Problem(Exception):
    """Something the person should know: what is wrong, and what to do about it.

    Neither sentence ever holds words that the person typed: they may be a note.
    """

    exit_status = 1

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class Refused(Problem):
    """The diary or the system will not do it (exit status 1); nothing was changed."""


class Busy(Refused):
    """Another program is writing to the diary just now; trying again soon will do."""


class BadInput(Problem):
    """What was asked for makes no sense as it stands (exit status 2); nothing was changed."""

    exit_status = 2
