"""Promises of the repository itself."""

import re
import shutil
from datetime import date
from pathlib import Path

from policygen.build.building import build
from policygen.build.job import Request
from policygen.drafts import load_draft

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 24)


def test_the_lock_pins_by_hash_and_names_no_host() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pins = re.findall(r"^[\w.-]+(?:\[[\w,]+\])?==\S+", lock, re.MULTILINE)
    assert len(pins) > 20
    assert lock.count("--hash=sha256:") >= len(pins)
    assert "://" not in lock


def test_content_is_never_run_as_a_template(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content" / "clusterkit", tmp_path / "content" / "clusterkit")
    prose = tmp_path / "content" / "clusterkit" / "privacy" / "sections" / "disclosure.en.md"
    prose.write_text("{{ 7 * 7 }} {% for x in y %} {# kept #} <b>bold</b>\n", "utf-8")
    draft = load_draft(tmp_path / "content", "clusterkit", "privacy")
    assert draft.edition is not None
    request = Request(tmp_path / "content", tmp_path / "output", lambda _: TODAY, ("clusterkit",), drafts=True)
    build(request, lambda *_: None)
    page = (tmp_path / "output" / "clusterkit" / "en" / "privacy" / "draft" / "index.html").read_text("utf-8")
    assert "{{ 7 * 7 }} {% for x in y %} {# kept #} &lt;b&gt;bold&lt;/b&gt;" in page
