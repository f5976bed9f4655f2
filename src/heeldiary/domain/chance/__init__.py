"""What chance alone does to a diary, so that nothing is told that chance explains as well. Alone knows numpy."""

import os

# The matrices are small: a second thread of OpenBLAS mostly waits, and on a busy machine it costs three times the work.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
