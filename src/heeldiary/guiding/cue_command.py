"""Checking the person's cue command before it is needed: in a session its failure would be silence."""

import shlex
import shutil


def cue_doubt(command: str | None) -> str | None:
    """Return why a cue command cannot run on this machine; None if it can, or if there is none."""
    try:
        words = shlex.split(command or "")
    except ValueError:
        return "The cue command has a quote that is not closed, so no cue is spoken. The bell rings as before."
    if not words or shutil.which(words[0]):
        return None
    return (
        "The cue command's program is not on this machine or cannot be run, so no cue is spoken. The bell rings as "
        "before."
    )
