"""What is shown after each thing that can happen to files: the present page, or the last good one with the reason."""

import shutil
from pathlib import Path

import pytest

from policygen.serve.answer import Missing, Moved, Page
from policygen.serve.preview import Preview, Seen
from tests.serve.author import POLICY, PURPOSES, SITE, TODAY, Author

DRAFT = "/shop/en/privacy/draft/"


@pytest.fixture
def preview(author: Author) -> Preview:
    return Preview(author.content, lambda _zone: TODAY)


def html(seen: Seen) -> str:
    assert isinstance(seen.answer, Page), seen
    return seen.answer.html


def rules(seen: Seen) -> list[str]:
    return [problem.rule for problem in seen.problems]


def test_every_page_of_a_draft_build_is_there(preview: Preview) -> None:
    for path in ("", "th/", "en/privacy/", "en/privacy/v2/", "en/privacy/v2/changes/", "th/privacy/draft/changes/"):
        assert html(preview.look(f"/shop/{path}"))
    assert preview.look("/shop").answer == Moved("/shop/")
    assert preview.look("/shop/en/privacy/draft").answer == Moved("/shop/en/privacy/draft/")
    assert isinstance(preview.look("/shop/fr/privacy/draft/").answer, Missing)


def test_only_what_was_touched_is_read_again(preview: Preview, author: Author) -> None:
    shutil.copytree(author.site / "privacy", author.site / "staff")
    shutil.copytree(author.site, author.content / "other")
    before = {path: preview.look(path) for path in (DRAFT, "/shop/en/staff/draft/", "/other/en/privacy/draft/")}
    author.edit("sections/sharing.en.md", "couriers", "carriers")
    after = {path: preview.look(path) for path in before}
    assert after[DRAFT].policy is not before[DRAFT].policy
    assert "carriers" in html(after[DRAFT])
    for path in ("/shop/en/staff/draft/", "/other/en/privacy/draft/"):
        assert after[path].policy is before[path].policy
        assert after[path].token == before[path].token
    # The versions were not read again either.
    ledgers = [seen.policy.ledger for seen in (after[DRAFT], before[DRAFT]) if seen.policy]
    assert ledgers[0] is ledgers[1]


@pytest.mark.parametrize(
    ("name", "broken", "rule"),
    [
        ("purposes.yaml", PURPOSES.replace("contract", "contrakt"), "schema.word"),
        ("purposes.yaml", "- id: [", "yaml.syntax"),
        ("policy.yaml", POLICY.replace("id: sharing", "id: lost"), "section.no-prose"),
        ("sections/sharing.en.md", "See [us](section:nowhere).\n", "reference.unknown"),
        ("sections/sharing.en.md", "The shop\u202e shares.\n", "file.bidi-character"),
    ],
)
def test_broken_file_leaves_the_last_good_page_until_it_is_mended(
    preview: Preview, author: Author, name: str, broken: str, rule: str
) -> None:
    good = html(preview.look(DRAFT))
    text = author.path(name).read_text("utf-8")
    author.write(name, broken)
    seen = preview.look(DRAFT)
    assert html(seen) == good
    assert rule in rules(seen)
    assert any(problem.place.path.endswith(name) and problem.hint for problem in seen.problems)
    author.write(name, text)
    mended = preview.look(DRAFT)
    assert html(mended) == good
    assert mended.problems == ()


def test_policy_that_never_was_good_says_why_there_is_no_page(author: Author) -> None:
    author.write("policy.yaml", "title: [")
    seen = Preview(author.content, lambda _zone: TODAY).look(DRAFT)
    assert isinstance(seen.answer, Missing)
    assert rules(seen)


def test_site_without_sound_settings_shows_what_it_was(preview: Preview, author: Author) -> None:
    good = html(preview.look(DRAFT))
    settings = author.site / "site.yaml"
    for text in ("name: [", SITE.replace("authoritative: th", "authoritative: fr")):
        settings.write_text(text, encoding="utf-8")
        seen = preview.look(DRAFT)
        assert html(seen) == good
        assert seen.problems
    settings.unlink()
    assert html(preview.look(DRAFT)) == good
    settings.write_text(SITE.replace("Example Shop", "Another Shop"), encoding="utf-8")
    assert "Another Shop" in html(preview.look(DRAFT))
    assert preview.look(DRAFT).problems == ()


def test_what_is_deleted_is_missing_and_what_comes_back_is_shown(
    preview: Preview, author: Author, tmp_path: Path
) -> None:
    good = html(preview.look(DRAFT))
    author.path("policy.yaml").rename(tmp_path / "policy.yaml")
    lost = preview.look(DRAFT)
    assert html(lost) == good
    assert rules(lost) == ["file.missing"]
    shutil.move(tmp_path / "policy.yaml", author.path("policy.yaml"))
    assert html(preview.look(DRAFT)) == good


@pytest.mark.parametrize("folder", ["content/shop/privacy", "content/shop", "content"])
def test_folder_that_goes_is_told_over_the_last_good_page_until_it_is_back(
    preview: Preview, tmp_path: Path, folder: str
) -> None:
    before = preview.look(DRAFT)
    shutil.move(tmp_path / folder, tmp_path / "away")
    assert preview.token(DRAFT) != before.token
    lost = preview.look(DRAFT)
    assert html(lost) == html(before)
    assert "serve.gone" in rules(lost)
    assert "privacy" not in preview.policies("shop")
    # What nobody saw before is simply not there.
    fresh = Preview(tmp_path / "content", lambda _zone: TODAY)
    assert isinstance(fresh.look(DRAFT).answer, Missing)
    shutil.move(tmp_path / "away", tmp_path / folder)
    back = preview.look(DRAFT)
    assert html(back) == html(before)
    assert back.problems == ()


def test_home_page_of_a_site_tells_that_it_is_gone_and_forgets_a_policy(
    preview: Preview, author: Author, tmp_path: Path
) -> None:
    assert "Privacy Policy" in html(preview.look("/shop/en/"))
    shutil.move(author.site / "privacy", tmp_path / "away")
    assert "Privacy Policy" not in html(preview.look("/shop/en/"))
    assert preview.look("/shop/en/").problems == ()
    shutil.rmtree(author.site)
    assert rules(preview.look("/shop/en/")) == ["serve.gone"]


def test_damaged_ledger_is_told_over_the_last_sound_one(preview: Preview, author: Author) -> None:
    good = html(preview.look("/shop/en/privacy/v2/"))
    record = author.path("versions/2.json")
    data = record.read_bytes()
    record.write_bytes(data.replace(b"couriers", b"carriers"))
    seen = preview.look("/shop/en/privacy/v2/")
    assert html(seen) == good
    assert rules(seen)[0].startswith("ledger.")
    record.write_bytes(data)
    assert preview.look("/shop/en/privacy/v2/").problems == ()


def test_new_version_is_shown_with_its_redline(preview: Preview, author: Author) -> None:
    assert isinstance(preview.look("/shop/en/privacy/v4/").answer, Missing)
    author.freeze(TODAY)
    assert html(preview.look("/shop/en/privacy/v4/"))
    assert html(preview.look("/shop/th/privacy/v4/changes/"))


def test_broken_theme_is_told_over_the_last_page_that_it_made(preview: Preview, author: Author) -> None:
    theme = author.content.parent / "themes" / "own"
    (theme / "templates").mkdir(parents=True)
    (theme / "theme.yaml").write_text("extends: default\n", encoding="utf-8")
    home = theme / "templates" / "home.html"
    home.write_text("<html><head></head><body>{{ view.chrome.site_name }}</body></html>", encoding="utf-8")
    (author.site / "site.yaml").write_text(f"{SITE}theme: own\n", encoding="utf-8")
    good = html(preview.look("/shop/en/"))
    assert "Example Shop" in good
    for broken in ("{{ view.", "{{ view.nothing.there }}"):
        home.write_text(broken, encoding="utf-8")
        seen = preview.look("/shop/en/")
        assert html(seen) == good
        assert rules(seen) == ["theme.template"]
    home.write_text("<html><head></head><body>mended</body></html>", encoding="utf-8")
    assert "mended" in html(preview.look("/shop/en/"))


def test_token_changes_with_what_its_page_shows_and_with_nothing_else(preview: Preview, author: Author) -> None:
    preview.look(DRAFT)
    draft, home, start = preview.token(DRAFT), preview.token("/shop/"), preview.token("/")
    (author.content / "other").mkdir()
    (author.content / "other" / "site.yaml").write_text(SITE, encoding="utf-8")
    assert preview.token(DRAFT) == draft
    assert preview.token("/") != start
    author.edit("sections/sharing.en.md", "couriers", "carriers")
    assert preview.token(DRAFT) != draft
    assert preview.token("/shop/") != home
    # An editor's own files are nobody's business.
    draft = preview.token(DRAFT)
    author.path("sections/.sharing.en.md.swp").write_text("x", encoding="utf-8")
    assert preview.token(DRAFT) == draft
