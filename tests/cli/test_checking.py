"""Checking many policies: on one process or several, whatever becomes of them, the same is found in the same order."""

import json
import shutil
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from policygen.cli.checking import each_found_with, parts_of
from policygen.cli.context import Context
from policygen.cli.main import main
from policygen.cli.policies import all_policies
from policygen.diagnostics import Diagnostic
from tests.checks.cases import BASE


@pytest.fixture
def context(tmp_path: Path) -> Context:
    """Three shops, in two of which something is wrong."""
    for name in ("first", "second", "third"):
        shutil.copytree(BASE / "shop", tmp_path / name)
    for name in ("first", "third"):
        (tmp_path / name / "privacy/sections/words.en.md").write_text("This is [our name].\n", "utf-8")
    (tmp_path / "third/privacy/purposes.yaml").write_text("- {id: x}\n", "utf-8")
    return Context(tmp_path, None, "en", date(2026, 11, 24))


def found_by(executor: Executor, context: Context) -> list[tuple[Diagnostic, ...]]:
    parts = parts_of(context, list(all_policies(context)), whole=True)
    return list(each_found_with(executor, context, parts))


def found_here(context: Context) -> list[tuple[Diagnostic, ...]]:
    return [part.found(context) for part in parts_of(context, list(all_policies(context)), whole=True)]


class DyingExecutor(Executor):
    """An executor whose workers are all killed."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_exception(BrokenExecutor("killed"))
        return future


@pytest.mark.parametrize("executor", [lambda: ThreadPoolExecutor(2), DyingExecutor])
def test_any_executor_finds_the_same(context: Context, executor: Callable[[], Executor]) -> None:
    with executor() as one:
        found = found_by(one, context)
    assert [len(each) > 0 for each in found[:3]] == [True, False, True]
    assert found == found_here(context)


def test_processes_find_what_one_alone_finds_of_each_policy(
    context: Context, capfd: pytest.CaptureFixture[str]
) -> None:
    def told(*policies: str) -> list[dict[str, Any]]:
        main(["--content", str(context.content), "--today", "2026-11-24", "check", *policies, "--format", "json"])
        return list(json.loads(capfd.readouterr().out))

    alone = [one for name in ("first", "second", "third") for one in told(f"{name}/privacy")]
    together = told("first/privacy", "second/privacy", "third/privacy")
    assert [one["path"] for one in alone if one["rule"] == "form.blank"] != []
    assert together == alone
