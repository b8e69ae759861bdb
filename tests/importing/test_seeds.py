"""The two real policies, imported: every file as it stands in a golden folder, read in review."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from policygen.exports.as_text import document_as_text
from policygen.importing import import_policy, report_as_text
from tests.importing.made import document

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "fixtures" / "importing"


@pytest.mark.parametrize("name", ["clusterkit", "ztrus"])
def test_a_seed_becomes_the_sources_that_were_read_in_review(name: str, tmp_path: Path) -> None:
    seed = ROOT / "fixtures" / "seeds" / f"{name}.th.txt"
    found = import_policy(seed, tmp_path / "content", "acme", "privacy")
    assert "".join(written(tmp_path / "content")) == (GOLDEN / f"{name}.sources.txt").read_text(encoding="utf-8")
    report = report_as_text(found, "acme/privacy", "en") + report_as_text(found, "acme/privacy", "th")
    assert report == (GOLDEN / f"{name}.report.txt").read_text(encoding="utf-8")
    assert bare(document_as_text(document(tmp_path))) == bare(seed.read_text(encoding="utf-8"))


def written(content: Path) -> Iterator[str]:
    """Every file that was written, under its path."""
    for path in sorted(path for path in content.rglob("*") if path.is_file()):
        yield f"== {path.relative_to(content).as_posix()}\n{path.read_text(encoding='utf-8')}"


def bare(text: str) -> str:
    """The text without white space and bullets."""
    return "".join(text.replace("•", "").split())
