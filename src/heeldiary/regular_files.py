"""Writing our own files only if they are regular: a pipe would block, a link may point elsewhere."""

import os
import stat

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_TEXT_AS_IT_IS = getattr(os, "O_BINARY", 0)


def rewrite(path: str, text: str) -> None:
    """Rewrite a file, readable by its owner alone.

    Raises OSError and changes nothing if its path is a symbolic link, a pipe, a device, a folder, or a file with a
    second hard link.
    """
    descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | _NO_FOLLOW | _NO_WAIT | _TEXT_AS_IT_IS, 0o600)
    with open(descriptor, "wb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_nlink > 1:
            raise OSError(f"{os.path.basename(path)} is not a regular file")
        if hasattr(os, "fchmod"):
            os.fchmod(descriptor, 0o600)
        os.ftruncate(descriptor, 0)
        file.write(text.encode("utf-8", "replace"))
