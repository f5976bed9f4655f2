"""`python -m heeldiary` is the command `heeldiary`."""

import sys

from heeldiary.cli import main

if __name__ == "__main__":
    sys.exit(main())
