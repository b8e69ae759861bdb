"""`policygen import` as it is typed: what it prints, writes, and leaves alone."""

from pathlib import Path

import pytest

from policygen.cli.main import main
from policygen.drafts import load_draft

POLICY = "นโยบายความเป็นส่วนตัว\n\nบริษัท ร้านเรา จำกัด ดูแลข้อมูลของท่าน\n"


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a policy as a file, in which commands are run."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.txt").write_text(POLICY, encoding="utf-8")
    return tmp_path


def tree(folder: Path) -> list[str]:
    """Every file and folder under it."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_an_import_can_be_shown_and_built_at_once(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en", "import", "old.txt", "--as", "acme/privacy", "--report", "report.txt"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("acme/privacy: imported from plain text (UTF-8), Thai, 3 files\n")
    assert (shop / "report.txt").read_text(encoding="utf-8") == printed
    assert main(["show", "acme/privacy", "draft"]) == 0
    assert capsys.readouterr().out == POLICY
    assert main(["fmt", "--check"]) == 0
    assert main(["build", "--drafts"]) == 0
    assert (shop / "output-drafts/acme/th/privacy/draft/index.html").is_file()


def test_the_report_is_in_the_language_of_the_user(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "th", "import", "old.txt", "--as", "acme/privacy"]) == 0
    assert "สิ่งที่ต้องตรวจดู\n" in capsys.readouterr().out


def test_a_policy_is_added_to_a_site_that_is_there(shop: Path) -> None:
    site = shop / "content/acme/site.yaml"
    site.parent.mkdir(parents=True)
    words = "name: Acme\ncontroller: {name: Acme}\nlocales: [en, th]\nauthoritative: en\n"
    site.write_text(words, encoding="utf-8")
    assert main(["import", "old.txt", "--as", "acme/privacy"]) == 0
    assert site.read_text(encoding="utf-8") == words
    assert (shop / "content/acme/privacy/sections/preamble.th.md").is_file()


def test_what_a_site_shares_is_not_said_by_an_import(shop: Path) -> None:
    assert main(["new", "acme"]) == 0
    assert main(["import", "old.txt", "--as", "acme/old"]) == 0
    edition = load_draft(shop / "content", "acme", "old").edition
    assert edition is not None
    assert edition.facts.rights == ()
    assert edition.facts.contacts == ()
    assert main(["fmt", "--check"]) == 0


def test_a_folder_without_a_site_becomes_one(shop: Path) -> None:
    (shop / "content/acme/static").mkdir(parents=True)
    assert main(["import", "old.txt", "--as", "acme/privacy"]) == 0
    assert tree(shop / "content/acme") == [
        "privacy",
        "privacy/policy.yaml",
        "privacy/sections",
        "privacy/sections/preamble.th.md",
        "site.yaml",
        "static",
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["none.txt", "--as", "acme/privacy"], 2, "there is no file none.txt"),
        (["old.txt", "--as", "acme"], 2, "--as must be site/policy"),
        (["old.txt", "--as", "acme/bilingual"], 2, "bilingual"),
        (["old.txt", "--as", "../acme/privacy"], 2, ".."),
        (["old.txt", "--as", "acme/a/b"], 2, "a/b"),
        (["old.txt"], 2, "--as"),
        (
            ["bytes.bin", "--as", "acme/privacy"],
            1,
            "the file is neither text, Markdown, HTML nor DOCX [import.not-text]",
        ),
        (["old.txt", "--as", "english/privacy"], 1, "the text is in Thai, but english/site.yaml has only en"),
        (["old.txt", "--as", "broken/privacy"], 1, "content/broken/site.yaml:1:8: error"),
        (["old.txt", "--as", "english/there"], 2, "english/there is there already"),
        ([".", "--as", "acme/privacy"], 2, "there is no file"),
        (["old.txt", "--as", "acme/privacy", "--report", "none/report.txt"], 2, "there is no folder none"),
    ],
)
def test_what_cannot_be_imported_leaves_everything_as_it_was(
    arguments: list[str], code: int, said: str, shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (shop / "bytes.bin").write_bytes(bytes(range(256)) * 8)
    for site, words in (
        ("english", "name: A\ncontroller: {name: A}\nlocales: [en]\nauthoritative: en\n"),
        ("broken", "name: ["),
    ):
        (shop / "content" / site).mkdir(parents=True)
        (shop / "content" / site / "site.yaml").write_text(words, encoding="utf-8")
    (shop / "content/english/there").mkdir()
    before = tree(shop)
    assert main(["--lang", "en", "import", *arguments]) == code
    assert said in capsys.readouterr().err
    assert tree(shop) == before


def test_a_second_import_of_the_same_policy_changes_nothing(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "old.txt", "--as", "acme/privacy"]) == 0
    before = tree(shop)
    assert main(["--lang", "en", "import", "old.txt", "--as", "acme/privacy"]) == 2
    assert "acme/privacy is there already" in capsys.readouterr().err
    assert tree(shop) == before


def test_a_file_in_two_languages_is_told_with_the_line_of_the_other(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    english = "Privacy Policy\n\nWe look after your data, and we tell you what we do with them.\n"
    (shop / "both.txt").write_text(f"{POLICY}\n{POLICY}\n{english}", encoding="utf-8")
    assert main(["--lang", "en", "import", "both.txt", "--as", "acme/privacy"]) == 0
    assert "- the file has English too" in (printed := capsys.readouterr().out)
    assert "into the files of that language  [9]\n" in printed
