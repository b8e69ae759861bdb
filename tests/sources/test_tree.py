"""The content folder as a whole, and files that cannot lie in a repository."""

import os
from pathlib import Path

import pytest

from policygen.diagnostics import as_text
from policygen.diagnostics.text_file import TextFile
from policygen.sources import check_tree, list_policies, list_sites, load_policy, load_site
from policygen.sources.reading import MAX_FILE_BYTES, Folder, decoded
from policygen.sources.schema.shape import Shape
from policygen.sources.schema.validation import validated
from policygen.sources.yaml_door import read_yaml
from tests.sources.broken import GOOD


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder of its own, with the good site."""
    folder = tmp_path / "content"
    for path in sorted(GOOD.rglob("*.*")):
        target = folder / path.relative_to(GOOD)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    return folder


def test_sites_and_policies_are_listed(content: Path) -> None:
    (content / "old" / "terms" / "versions").mkdir(parents=True)
    (content / "old" / "site.yaml").touch()
    (content / "no-site").mkdir()
    assert list_sites(content) == ("old", "shop")
    assert list_policies(content, "shop") == ("privacy",)
    assert list_policies(content, "old") == ("terms",)
    assert list_policies(content, "none") == ()
    assert list_sites(content / "none") == ()


@pytest.mark.parametrize(
    "name",
    [
        "#intro.th.md#",
        ".#intro.th.md",
        "4913",
        "intro.th.md~",
        "~$intro.th.md",
        "intro.th.md.tmp",
        ".intro.th.md.swp",
        "intro.th.md___jb_tmp___",
        "intro.th.md___jb_old___",
    ],
)
def test_files_that_editors_keep_for_themselves_are_no_findings(content: Path, name: str) -> None:
    before = load_policy(content, "shop", "privacy").diagnostics
    for folder in (".", "shop", "shop/privacy", "shop/privacy/sections"):
        (content / folder / name).write_text("ข้อความ", "utf-8")
    assert check_tree(content) == ()
    assert load_policy(content, "shop", "privacy").diagnostics == before


def test_the_lock_of_an_editor_may_point_nowhere(content: Path) -> None:
    before = load_policy(content, "shop", "privacy").diagnostics
    (content / "shop" / "privacy" / "sections" / ".#intro.th.md").symlink_to("/somchai@office.4913:1760000000")
    assert check_tree(content) == ()
    assert load_policy(content, "shop", "privacy").diagnostics == before


def test_a_folder_is_no_file_of_an_editor(content: Path) -> None:
    (content / "shop" / "old.tmp").mkdir()
    (content / "shop" / "privacy" / "sections" / "hidden.md.bak").touch()
    assert [found.rule for found in check_tree(content)] == ["tree.unknown-file", "tree.unknown-file"]


def test_links_that_leave_the_folder_are_not_read(content: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("ความลับ", "utf-8")
    prose = content / "shop" / "privacy" / "sections" / "intro.th.md"
    prose.unlink()
    prose.symlink_to(secret)
    assert [found.rule for found in check_tree(content)] == ["tree.symlink"]
    loaded = load_policy(content, "shop", "privacy")
    assert [found.rule for found in loaded.diagnostics] == ["tree.symlink"]
    assert loaded.value is not None
    assert "th" not in loaded.value.sections[0].prose


def test_a_circle_of_links_and_a_pipe_are_no_files(content: Path) -> None:
    tools = content / "shop" / "privacy" / "tools.yaml"
    tools.symlink_to(tools)
    os.mkfifo(content / "shop" / "privacy" / "rights.yaml")
    (content / "shop" / "privacy" / "contacts.yaml").mkdir()
    found = load_policy(content, "shop", "privacy").diagnostics
    assert sorted(f.rule for f in found) == ["file.not-a-file", "file.not-a-file", "tree.symlink"]


def test_a_link_inside_the_folder_is_followed(content: Path) -> None:
    shared = content / "shop" / "purposes.yaml"
    own = content / "shop" / "privacy" / "purposes.yaml"
    own.rename(shared)
    own.symlink_to(shared)
    loaded = load_policy(content, "shop", "privacy")
    assert loaded.diagnostics == ()


def test_a_link_to_a_folder_is_told_once_and_not_followed(content: Path) -> None:
    policy = content / "shop" / "privacy"
    (policy / "sections").rename(content / "shop" / "static")
    (policy / "sections").symlink_to(content / "shop" / "static")
    (content / "shop" / "terms").symlink_to(policy)
    assert [found.rule for found in check_tree(content)] == ["tree.symlink", "tree.symlink"]
    assert list_policies(content, "shop") == ("privacy",)
    loaded = load_policy(content, "shop", "privacy")
    assert "tree.symlink" in [found.rule for found in loaded.diagnostics]
    assert loaded.value is not None
    assert loaded.value.sections[0].prose == {}


def test_a_file_name_cannot_command_a_terminal(content: Path) -> None:
    (content / "shop" / "\x1b[31mred\u202e.yaml").touch()
    (found,) = check_tree(content)
    assert "\\u001b[31mred\\u202e.yaml" in as_text([found], "en")
    assert not {"\x1b", "\u202e"} & set(as_text([found], "th"))


def test_a_link_to_a_folder_elsewhere_is_no_site(content: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (content / "shop").rename(elsewhere)
    (content / "shop").symlink_to(elsewhere)
    assert list_sites(content) == ()
    assert list_policies(content, "shop") == ()
    assert [found.rule for found in check_tree(content)] == ["tree.symlink"]


def test_names_that_collide(content: Path) -> None:
    sections = content / "shop" / "privacy" / "sections"
    (sections / "Intro.th.md").write_text("x", "utf-8")
    if len(list(sections.iterdir())) == 3:  # a file system on which case counts
        assert "tree.colliding-names" in [found.rule for found in check_tree(content)]


@pytest.mark.parametrize("name", ["../shop", "..", "", ".", "shop/privacy", "/etc", "Shop", "a\x00b", "ร้าน"])
def test_names_from_outside_cannot_leave_the_folder(content: Path, name: str) -> None:
    assert [found.rule for found in load_site(content, name).diagnostics] == ["tree.name"]
    assert [found.rule for found in load_policy(content, "shop", name).diagnostics] == ["tree.name"]
    assert list_policies(content, name) == ()


def test_what_is_missing_is_told_as_the_user_would_type_it(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(content.parent)
    (found,) = load_site(Path("content"), "none").diagnostics
    assert (found.rule, found.place.path) == ("file.missing", "content/none/site.yaml")
    (found,) = load_policy(Path("content"), "shop", "none").diagnostics
    assert (found.rule, found.place.path) == ("file.missing", "content/shop/none/policy.yaml")


def test_registers_of_the_site_are_shared_unless_the_policy_has_its_own(content: Path) -> None:
    site, policy = content / "shop", content / "shop" / "privacy"
    (site / "contacts.yaml").write_text("- {id: phone, kind: phone, label: โทร, value: 02 - 8813800}\n", "utf-8")
    (site / "data.yaml").write_text("- {id: never-read, name: x}\n", "utf-8")
    loaded = load_policy(content, "shop", "privacy").value
    assert loaded is not None
    assert [entry.id for entry in loaded.facts.contacts] == ["phone"]
    assert [entry.id for entry in loaded.facts.data] == ["contact-data"]
    assert loaded.entry_places["contact-phone"].path.endswith("shop/contacts.yaml")
    assert loaded.entry_places["data-contact-data"].path == (policy / "data.yaml").as_posix()


def test_file_that_is_too_big_is_not_read() -> None:
    file, found = decoded(b"a" * (MAX_FILE_BYTES + 1), "big.md")
    assert file is None
    assert [diagnostic.rule for diagnostic in found] == ["file.too-big"]


def test_file_that_the_system_does_not_give_is_told(content: Path) -> None:
    file, found = Folder(content).read(content / ("a" * 300 + ".md"))
    assert file is None
    assert [diagnostic.rule for diagnostic in found] == ["file.unreadable"]


def test_folder_itself_may_be_a_link(content: Path, tmp_path: Path) -> None:
    linked = tmp_path / "linked"
    try:
        linked.symlink_to(content)
    except OSError:
        return
    assert load_policy(linked, "shop", "privacy").diagnostics == ()
    assert Folder(linked).shown(linked / "shop") == (linked / "shop").as_posix()


def test_value_that_no_message_knows_is_still_told() -> None:
    class Numbers(Shape):
        number: int

    node, _ = read_yaml(TextFile("t.yaml", "number: x\n"))
    assert node is not None
    value, found = validated(Numbers, node, ("th",))
    assert value is None
    assert [(diagnostic.rule, diagnostic.place.column) for diagnostic in found] == [("schema.value", 9)]
