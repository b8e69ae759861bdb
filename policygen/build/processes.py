"""Other processes to work on, which hold nothing up: not Ctrl-C, nor the end of the one that began them.

Knows nothing of what is done on them.
"""

import gc
import sys
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

CAN_FORK = sys.platform == "linux"
"""Whether a process can begin with all that this one has ready. Elsewhere system libraries may hold locks."""


@contextmanager
def processes(count: int) -> Iterator[Executor]:
    """So many processes. Where they can be forked they inherit what is ready."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("fork" if CAN_FORK else None)
    gc.freeze()
    try:
        with ProcessPoolExecutor(count, context, _begin_process) as executor:
            yield executor
    finally:
        gc.unfreeze()


def _begin_process() -> None:
    """In a new process: no garbage collection, of which there is no need, and no life of its own.

    Ctrl-C is the parent's to answer.
    """
    import multiprocessing
    import os
    import signal
    import threading

    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()

    def die_with_parent() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    # A killed parent's processes would wait for work for ever, and hold its locks.
    threading.Thread(target=die_with_parent, daemon=True).start()
