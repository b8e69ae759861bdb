"""Sites built one after another, or on several processes at once.

Knows an Executor and nothing of which kind: a build can be spread further by handing over another one.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, as_completed
from contextlib import contextmanager

from policygen.build.job import Built, Job
from policygen.build.looking import theme_folders
from policygen.build.one_site import build_site
from policygen.build.processes import processes
from policygen.build.themes import themes_in

# Fewer sites are built sooner than other processes are started.
FEWEST_FOR_POOL = 4
# Small enough that no process is left without work, large enough that handing out costs nothing.
CHUNKS_PER_PROCESS = 8


def build_sites(job: Job, sites: Sequence[str]) -> Iterator[Built]:
    """Build the sites, in any order, on as many processes as the request allows."""
    if job.request.jobs < 2 or len(sites) < FEWEST_FOR_POOL:
        yield from (build_one(job, site) for site in sites)
        return
    with _processes(job) as executor:
        yield from build_with(executor, job, sites)


def build_with(executor: Executor, job: Job, sites: Sequence[str]) -> Iterator[Built]:
    """Build the sites on an executor, in chunks."""
    size = max(1, len(sites) // (job.request.jobs * CHUNKS_PER_PROCESS))
    chunks = (tuple(sites[first : first + size]) for first in range(0, len(sites), size))
    futures = {executor.submit(_build_chunk, job, chunk): chunk for chunk in chunks}
    try:
        for done in as_completed(futures):
            try:
                yield from done.result()
            except BrokenExecutor:
                # The process was killed, by whom or whatever: its sites are built here.
                yield from _build_chunk(job, futures[done])
    finally:
        # Where the build is broken off, what has not begun is not begun.
        executor.shutdown(wait=False, cancel_futures=True)


def build_one(job: Job, site: str) -> Built:
    """Build one site in this process."""
    return build_site(job, themes_in(theme_folders(job.request.content), job.themes), site)


def _build_chunk(job: Job, sites: tuple[str, ...]) -> list[Built]:
    return [build_one(job, site) for site in sites]


@contextmanager
def _processes(job: Job) -> Iterator[Executor]:
    """As many processes as the request allows, the usual theme ready for them."""
    themes_in(theme_folders(job.request.content), job.themes).ready("default")
    with processes(job.request.jobs) as executor:
        yield executor
