"""Statistics: what chance alone does to a diary. The only package that imports numpy."""

import os

# The matrices are small: a second OpenBLAS thread mostly waits, and on a busy machine triples the CPU time.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
