"""`policygen fmt`: what it writes, what it leaves alone, and that nothing else changes."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from policygen.cli.main import main
from policygen.diagnostics.text_file import TextFile
from policygen.sources.canonical import canonical_text
from policygen.sources.canonical.formatting import format_site
from policygen.sources.canonical.proof import loaded
from policygen.sources.reading import Folder
from policygen.sources.tree import policies, sites
from tests.publish.shop import Shop

Output = pytest.CaptureFixture[str]
FIXTURES = Path(__file__).parent.parent / "fixtures"
FOLDERS = ("build/content", "publish", "rules", "sources")


def test_files_get_their_form_and_say_what_they_said(shop: Shop, capsys: Output) -> None:
    before = loaded(Folder(shop.content), "shop", ["privacy"])
    assert shop.run("fmt") == 0
    out, err = capsys.readouterr()
    site = (shop.site / "site.yaml").as_posix()
    assert site in out.splitlines()
    assert err.endswith("files changed\n")
    assert loaded(Folder(shop.content), "shop", ["privacy"]) == before
    written = shop.files()
    assert shop.run("fmt") == 0
    assert capsys.readouterr().out == ""
    assert shop.files() == written


def test_check_lists_the_files_and_writes_nothing(shop: Shop, capsys: Output) -> None:
    before = shop.files()
    assert shop.run("fmt", "shop/privacy", "--check") == 1
    listed = capsys.readouterr().out.splitlines()
    assert (shop.site / "privacy" / "policy.yaml").as_posix() in listed
    # What is the site's is not the policy's.
    assert (shop.site / "site.yaml").as_posix() not in listed
    assert shop.files() == before
    shop.run("fmt")
    capsys.readouterr()
    assert shop.run("fmt", "--check", lang="th") == 0
    assert capsys.readouterr().out == ""


def test_files_that_need_no_change_are_not_written(shop: Shop) -> None:
    shop.run("fmt")
    stood = {path: path.stat().st_mtime_ns for path in shop.content.rglob("*")}
    shop.edit("policy.yaml", "sections:", "sections:\n")
    shop.run("fmt")
    policy = shop.site / "privacy" / "policy.yaml"
    now = {path: path.stat().st_mtime_ns for path in shop.content.rglob("*")}
    assert {path for path in stood if stood[path] != now[path]} - {policy, policy.parent} == set()


def test_a_broken_file_is_told_and_left_alone_and_the_others_are_formatted(shop: Shop, capsys: Output) -> None:
    shop.edit("policy.yaml", "title:", "titel:")
    intro = next((shop.site / "privacy" / "sections").glob("*.th.md"))
    intro.write_text(intro.read_text("utf-8") + "\n\n\nก\nข  \n", "utf-8")
    broken = (shop.site / "privacy" / "policy.yaml").read_bytes()
    assert shop.run("fmt", "shop/privacy") == 1
    out, err = capsys.readouterr()
    assert "did you mean title?" in err
    assert (shop.site / "privacy" / "policy.yaml").read_bytes() == broken
    assert intro.as_posix() in out
    assert intro.read_text("utf-8").endswith("\n\nก ข\n")


def test_a_site_whose_locales_cannot_be_read_is_left_alone(shop: Shop, capsys: Output) -> None:
    (shop.site / "site.yaml").write_text("name: [\n", "utf-8")
    before = shop.files()
    assert shop.run("fmt") == 1
    assert "yaml.syntax" in capsys.readouterr().err
    assert shop.files() == before


def test_line_ends_and_byte_order_marks_of_windows_go(shop: Shop) -> None:
    shop.run("fmt")
    site = shop.site / "site.yaml"
    wanted = site.read_bytes()
    site.write_bytes(b"\xef\xbb\xbf" + wanted.replace(b"\n", b"\r\n"))
    assert shop.run("fmt", "--check") == 1
    assert shop.run("fmt") == 0
    assert site.read_bytes() == wanted


def test_versions_and_heads_are_never_touched(shop_with_two: Shop) -> None:
    before = shop_with_two.files()
    assert shop_with_two.run("fmt") == 0
    after = shop_with_two.files()
    ledger = {path for path in before if "versions/" in path or path.endswith("heads.json")}
    assert len(ledger) == 3
    assert {path: after[path] for path in ledger} == {path: before[path] for path in ledger}
    assert shop_with_two.run("verify") == 0


def test_what_a_killed_run_left_does_not_stand_in_the_way(shop: Shop) -> None:
    leftover = shop.site / ".site.yaml.new"
    leftover.write_text("half", "utf-8")
    assert shop.run("fmt") == 0
    assert not leftover.exists()
    assert shop.run("fmt", "--check") == 0


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_to_a_file_stays_a_link(shop: Shop) -> None:
    site = shop.site / "site.yaml"
    real = shop.content / "site-of-shop.yaml"
    site.rename(real)
    site.symlink_to(real)
    assert shop.run("fmt") == 0
    assert site.is_symlink()
    assert shop.run("fmt", "--check") == 0


def test_a_form_that_changes_the_meaning_is_refused_and_the_rest_kept(shop: Shop) -> None:
    """The fault is in the form: a file that it would falsify is told, and not among the changes."""

    def faulty(kind: str, file: TextFile, locales: tuple[str, ...]) -> str:
        text = canonical_text(kind, file, locales)
        return text.replace("purposes", "rights", 1) if kind == "policy" else text

    shop.edit("policy.yaml", "sections:", "sections: # purposes")
    formatting = format_site(Folder(shop.content), "shop", None, faulty)
    assert [one.rule for one in formatting.found] == ["file.not-formatted"]
    assert formatting.found[0].place.path.endswith("policy.yaml")
    assert {change.source.kind for change in formatting.changes} >= {"site"}
    assert "policy" not in {change.source.kind for change in formatting.changes}


def test_a_form_that_changes_what_prose_says_is_refused(shop: Shop) -> None:
    def faulty(kind: str, file: TextFile, locales: tuple[str, ...]) -> str:
        return file.text + "\nใหม่\n" if kind == "prose" else file.text

    formatting = format_site(Folder(shop.content), "shop", "privacy", faulty)
    assert formatting.changes == ()
    assert {one.rule for one in formatting.found} == {"file.not-formatted"}


@pytest.mark.parametrize("name", FOLDERS)
def test_all_fixtures_keep_their_meaning_and_once_is_enough(name: str, tmp_path: Path) -> None:
    content = tmp_path / "content"
    shutil.copytree(FIXTURES / name, content)
    if not sites(Folder(content)):
        pytest.fail(f"no site in {name}")
    for site in sites(Folder(content)):
        folder = Folder(content)
        formatting = format_site(folder, site, None)
        assert [one.rule for one in formatting.found if one.rule == "file.not-formatted"] == []
        before = loaded(folder, site, policies(folder, site))
        for change in formatting.changes:
            change.source.path.write_text(change.after, "utf-8")
        assert loaded(folder, site, policies(folder, site)) == before
        assert format_site(folder, site, None).changes == ()


def test_shipped_content_is_in_canonical_form(capsys: Output) -> None:
    assert main(["--lang", "en", "fmt", "--check"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.skipif(os.name == "nt", reason="a process cannot be killed at once there")
def test_a_killed_run_leaves_each_file_old_or_new(shop: Shop, tmp_path: Path) -> None:
    before = shop.files()
    program = [sys.executable, "-m", "policygen", "--content", str(shop.content), "fmt"]
    finished = tmp_path / "finished"
    shutil.copytree(shop.content, finished)
    assert main(["--content", str(finished), "fmt"]) == 0
    after = Shop(finished).files()
    began = time.monotonic()
    subprocess.run([*program, "--check"], check=False, capture_output=True)
    whole = time.monotonic() - began
    for part in range(8):
        process = subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # The files are written at the end of the run.
        time.sleep(whole * (0.6 + part * 0.06))
        process.kill()
        process.wait()
        now = {path: data for path, data in shop.files().items() if not path.rpartition("/")[2].startswith(".")}
        assert now.keys() == before.keys()
        assert all(data in (before[path], after[path]) for path, data in now.items())
    assert shop.run("fmt") == 0
    assert shop.files() == after
