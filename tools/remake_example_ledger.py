"""Remake the example's ledger from its four states: `python tools/remake_example_ledger.py [--into FOLDER]`.

Versions 1 to 3 are made from tests/fixtures/example-history/, version 4 from content/example itself. Each is published
on the day that its own policy.yaml names. The ledger (versions/ and heads.json) is made in a folder of its own and
then takes the place of the one in FOLDER, by default content/example.
"""

import argparse
import re
import shutil
import sys
import tempfile
from pathlib import Path

from policygen.cli.main import main

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "content" / "example"
HISTORY = ROOT / "tests" / "fixtures" / "example-history"
STATES = (HISTORY / "v1", HISTORY / "v2", HISTORY / "v3", EXAMPLE)
VERSIONS = Path("privacy", "versions")


def remake(into: Path) -> None:
    """Publish each state in turn and put the ledger into the site folder `into`; exits where one is refused."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder)
        ledger = content / "ledger"
        (ledger / VERSIONS).mkdir(parents=True)
        for state in STATES:
            _publish(state, content, ledger)
        shutil.rmtree(into / VERSIONS, ignore_errors=True)
        _copy_ledger(ledger, into)


def _publish(state: Path, content: Path, ledger: Path) -> None:
    """Publish one state as the version after those in `ledger`, and keep the longer ledger there."""
    site = content / "content" / "example"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(state, site, ignore=shutil.ignore_patterns("versions", "heads.json"))
    _copy_ledger(ledger, site)
    code = main(["--content", str(site.parent), "--today", published_on(state), "publish", "example/privacy"])
    if code:
        sys.exit(code)
    _copy_ledger(site, ledger)


def published_on(state: Path) -> str:
    """The day that the state's policy.yaml says it went online, as an ISO date."""
    found = re.search(r"^  published: (\S+)$", (state / "privacy" / "policy.yaml").read_text(encoding="utf-8"), re.M)
    if found is None:
        raise ValueError(f"{state.name}: no next.published")
    return found[1]


def _copy_ledger(source: Path, target: Path) -> None:
    shutil.copytree(source / VERSIONS, target / VERSIONS, dirs_exist_ok=True)
    if (source / "heads.json").exists():
        shutil.copy(source / "heads.json", target)


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--into", type=Path, default=EXAMPLE, metavar="FOLDER", help="a site folder")
    remake(arguments.parse_args().into)
