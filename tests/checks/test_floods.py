"""Texts that nobody writes cost no more than long ones, and are told a thousand times at most."""

import shutil
from pathlib import Path
from time import process_time

import pytest

from policygen.checks import RULES, run_rules, subject_of_draft
from policygen.drafts import load_draft
from tests.checks.cases import BASE, TODAY

BYTES = 60_000


@pytest.mark.parametrize("sign", ["a", "1", "(", '"', "ก", "ๆ", "a ", "ก ", "http://a.b ", "a@b.co "])
def test_a_flood_of_one_sign_is_checked_in_seconds(sign: str, tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    for locale in ("th", "en"):
        flood = sign * (BYTES // len(sign.encode()))
        (tmp_path / f"shop/privacy/sections/words.{locale}.md").write_text(flood + "\n", "utf-8")
    began = process_time()
    draft = load_draft(tmp_path, "shop", "privacy")
    assert draft.policy is not None
    assert draft.edition is not None
    found = run_rules(subject_of_draft(draft.policy, draft.edition, (), TODAY), RULES)
    assert len(found) < 2500
    assert process_time() - began < 20
