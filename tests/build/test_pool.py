"""Sites handed out to an executor, whichever it is, and whatever becomes of its workers."""

from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from policygen.build.folder import claim
from policygen.build.job import Built, Job
from policygen.build.pool import build_with
from tests.build.workplace import Workplace


def build_all(place: Workplace, executor: Executor) -> list[Built]:
    job = Job(place.request(jobs=2), str(claim(place.output, place.content)), "program", "themes")
    return sorted(build_with(executor, job, ["lab", "shop"]), key=lambda built: built.site)


def test_any_executor_will_do(place: Workplace) -> None:
    with ThreadPoolExecutor(1) as executor:
        built = build_all(place, executor)
    assert [(one.site, one.failed) for one in built] == [("lab", False), ("shop", False)]
    assert all(Path(place.output, one.site, "index.html").exists() for one in built)


class DyingExecutor(Executor):
    """An executor whose workers are all killed."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_exception(BrokenExecutor("killed"))
        return future


def test_sites_of_workers_that_were_killed_are_built_all_the_same(place: Workplace) -> None:
    built = build_all(place, DyingExecutor())
    assert [(one.site, one.failed) for one in built] == [("lab", False), ("shop", False)]
