"""What a reading keeps for the next one: the same policy comes out, whatever changed between them."""

import shutil
from pathlib import Path

from policygen.sources import Kept, load_policy

SHOP = Path(__file__).parent.parent / "fixtures" / "sources"


def test_reading_again_gives_what_a_fresh_reading_gives_after_each_edit(tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(SHOP, content)
    home = content / "shop" / "privacy"
    files = sorted(path for path in home.rglob("*") if path.suffix in (".yaml", ".md"))
    kept = Kept()
    for file in files:
        text = file.read_text("utf-8")
        for edited in (f"{text}\n# changed\n", "", text):
            file.write_text(edited, "utf-8")
            fresh = load_policy(content, "shop", "privacy")
            assert load_policy(content, "shop", "privacy", kept) == fresh
            assert load_policy(content, "shop", "privacy", kept) == fresh


def test_what_no_reading_asks_for_is_forgotten() -> None:
    kept = Kept()
    made = []

    def make() -> int:
        made.append(1)
        return len(made)

    assert [kept.of("a", make), kept.of("a", make)] == [1, 1]
    kept.begin()
    assert kept.of("a", make) == 1
    kept.begin()
    kept.begin()
    assert kept.of("a", make) == 2
