"""`policygen new`: what it writes is complete, in form, and published once its blanks are filled in."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from policygen.checks import check_draft
from policygen.cli.main import main
from policygen.drafts import load_draft
from policygen.sources import check_tree, list_policies, list_sites
from policygen.starting.templates import KINDS
from tests.sources.editing import as_an_editor_reads

Output = pytest.CaptureFixture[str]
TODAY = "2026-11-24"
# A blank where a number belongs cannot be dialled either.
FOR_BLANKS = {"form.blank", "form.phone"}
BLANK = re.compile(r"\[(?![0-9]+\])([^\[\]\n]+)\](?!\()")
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")
# What a blank asks for, and what an author writes: a number that can be dialled, an address that can be written to.
ANSWERS = (
    (("เลขทะเบียน",), "0105551234567"),
    (("หมายเลขโทรศัพท์", "telephone number"), "02-123-4567"),
    (("อีเมล", "e-mail address"), "privacy@example.com"),
    (("ช่องทางแจ้ง",), "อีเมล"),
    (("way of notice",), "e-mail"),
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tmp_path / "content"


def run(content: Path, *arguments: str, lang: str = "en") -> int:
    output = str(content.parent / "output")
    given = ["--content", str(content), "--output", output, "--today", TODAY, "--lang", lang, *arguments]
    return main(given)


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def fill_in(content: Path) -> None:
    """Write something sensible for every blank, as an author does."""
    for path in content.rglob("*"):
        if path.suffix in (".yaml", ".md"):
            lines = path.read_text("utf-8").split("\n")
            filled = [line if line.lstrip().startswith("#") else BLANK.sub(_answer, line) for line in lines]
            path.write_text("\n".join(filled), "utf-8")


def _answer(blank: re.Match[str]) -> str:
    asked = blank[1]
    for words, answer in ANSWERS:
        if any(asked.startswith(word) for word in words):
            return answer
    return "ตัวอย่าง" if any("\u0e00" <= char <= "\u0e7f" for char in asked) else "Example"


def errors(content: Path, policy: str) -> set[str]:
    """The rules that find errors in a draft."""
    site, _, name = policy.partition("/")
    found = check_draft(load_draft(content, site, name), (), date.fromisoformat(TODAY))
    return {one.rule for one in found if one.severity == "error"}


def test_a_site_is_written_whole_and_in_form(content: Path, capsys: Output) -> None:
    assert run(content, "new", "acme") == 0
    assert capsys.readouterr().out.startswith(f"made {content.as_posix()}/acme/ (")
    assert list_sites(content) == ("acme",)
    assert list_policies(content, "acme") == ("privacy",)
    assert list(check_tree(content)) == []
    assert run(content, "fmt", "--check") == 0
    assert [path.name for path in content.iterdir() if path.name.startswith(".")] == [".schemas"]


@pytest.mark.parametrize("kind", [*KINDS, "customers"])
def test_each_kind_is_complete_but_for_its_blanks(kind: str, content: Path, capsys: Output) -> None:
    """It makes the site too; every error is a blank, and nothing else is wrong once they are filled in."""
    policy = f"acme/{kind}"
    assert run(content, "new", policy) == 0
    assert run(content, "fmt", "--check") == 0
    assert errors(content, policy) <= FOR_BLANKS
    assert run(content, "build", "--drafts") == 0
    assert (content.parent / "output" / "acme" / "en" / kind / "draft" / "index.html").is_file()
    capsys.readouterr()
    assert run(content, "publish", policy, "--published", TODAY, "--effective", "2027-01-01") == 1
    told = capsys.readouterr().err
    assert "[form.blank]" in told
    assert "acme/site.yaml" in told
    assert not (content / "acme" / kind / "versions").exists()
    fill_in(content)
    assert errors(content, policy) == set()
    assert run(content, "fmt") == 0
    assert run(content, "publish", policy, "--published", TODAY, "--effective", "2027-01-01") == 0
    assert run(content, "build") == 0
    assert (content.parent / "output" / "acme" / "th" / kind / "v1" / "index.html").is_file()


def test_policies_are_added_to_a_site_that_is_there(content: Path) -> None:
    run(content, "new", "acme")
    before = files(content)
    for kind in KINDS[1:]:
        assert run(content, "new", f"acme/{kind}") == 0
    after = files(content)
    assert {path: after[path] for path in before} == before
    assert list_policies(content, "acme") == tuple(sorted(KINDS))
    # They share what the site has.
    assert not any(re.search(r"/(contacts|rights)\.yaml$", path) and path.count("/") > 1 for path in after)
    assert errors(content, "acme/cctv") <= FOR_BLANKS


def test_a_policy_brings_the_registers_that_its_site_lacks(content: Path) -> None:
    run(content, "new", "acme")
    (content / "acme" / "rights.yaml").write_text("- id: mine\n  right: access\n  text: ก\n", "utf-8")
    (content / "acme" / "contacts.yaml").unlink()
    assert run(content, "new", "acme/cctv") == 0
    assert (content / "acme" / "cctv" / "rights.yaml").is_file()
    assert (content / "acme" / "cctv" / "contacts.yaml").is_file()
    assert errors(content, "acme/cctv") <= FOR_BLANKS


def test_a_site_in_one_language_gets_no_other(content: Path) -> None:
    run(content, "new", "acme")
    site = content / "acme" / "site.yaml"
    site.write_text(site.read_text("utf-8").replace("locales:\n  - th\n  - en\n", "locales:\n  - th\n"), "utf-8")
    assert run(content, "new", "acme/cookies") == 0
    cookies = content / "acme" / "cookies"
    assert list((cookies / "sections").glob("*.en.md")) == []
    assert not any(re.search(r"^ *en:", path.read_text("utf-8"), re.MULTILINE) for path in cookies.glob("*.yaml"))
    assert run(content, "fmt", "acme/cookies", "--check") == 0
    draft = load_draft(content, "acme", "cookies")
    assert [one for one in draft.diagnostics if "/cookies/" in one.place.path and one.severity == "error"] == []


@pytest.mark.parametrize(
    ("locales", "authoritative", "said"),
    [
        ("th, en", "en", {"th": "ให้ใช้ข้อความภาษาอังกฤษ", "en": "the English text prevails"}),
        ("th, en", "th", {"th": "ให้ใช้ข้อความภาษาไทย", "en": "the Thai text prevails"}),
        ("th", "th", {}),
        ("en", "en", {}),
    ],
)
def test_the_languages_are_told_as_the_site_has_them(
    locales: str, authoritative: str, said: dict[str, str], content: Path
) -> None:
    run(content, "new", "acme")
    site = content / "acme" / "site.yaml"
    text = re.sub(
        r"locales:\n(  - \w+\n)+authoritative: \w+",
        f"locales: [{locales}]\nauthoritative: {authoritative}",
        site.read_text("utf-8"),
    )
    site.write_text(text, "utf-8")
    for kind in KINDS[1:]:
        assert run(content, "new", f"acme/{kind}") == 0
        sections = content / "acme" / kind / "sections"
        assert {path.name.split(".")[1] for path in sections.glob("language.*")} == set(said)
        for locale, words in said.items():
            assert words in (sections / f"language.{locale}.md").read_text("utf-8")
        assert ("- id: language" in (content / "acme" / kind / "policy.yaml").read_text("utf-8")) == bool(said)


@pytest.mark.parametrize("kind", KINDS)
def test_no_blank_asks_for_a_country_that_a_key_beside_it_states(kind: str, content: Path) -> None:
    run(content, "new", f"acme/{kind}")
    entries = re.split(r"(?m)^- ", (content / "acme" / kind / "recipients.yaml").read_text("utf-8"))
    stated = [entry for entry in entries if "\n  country:" in entry]
    assert stated
    assert not [entry for entry in stated if re.search(r"\[[^\]\n]*(?:ประเทศ|country)", entry)]


@pytest.mark.parametrize("name", ["acme/cookies", "acme/cookies-2"])
def test_a_policy_that_is_there_is_told_with_what_to_do_instead(name: str, content: Path, capsys: Output) -> None:
    run(content, "new", "acme")
    for kind in KINDS[1:]:
        run(content, "new", f"acme/{kind}")
    run(content, "new", "acme/cookies-2")
    capsys.readouterr()
    assert run(content, "new", name) == 2
    told = capsys.readouterr().err
    assert f"{name} is there already" in told
    assert f"go on with it: edit its files, then policygen check {name}" in told
    assert "policygen new" not in told
    assert run(content, "new", name, lang="th") == 2
    assert f"แก้ไขไฟล์ที่มีอยู่ แล้วสั่ง policygen check {name}" in capsys.readouterr().err


def test_a_site_that_has_every_kind_is_gone_on_with(content: Path, capsys: Output) -> None:
    run(content, "new", "acme")
    assert run(content, "new", "acme") == 2
    assert "to add a policy: policygen new acme/cookies" in capsys.readouterr().err
    for kind in KINDS[1:]:
        run(content, "new", f"acme/{kind}")
    assert run(content, "new", "acme") == 2
    told = capsys.readouterr().err
    assert "every policy that has a template is there" in told
    assert "privacy-2" not in told


def test_a_folder_without_a_policy_is_no_policy(content: Path, capsys: Output) -> None:
    run(content, "new", "acme")
    (content / "acme" / "cookies").mkdir()
    assert run(content, "new", "acme/cookies") == 2
    assert "it is no policy: move it away, then try again" in capsys.readouterr().err


def test_nothing_is_overwritten(content: Path, capsys: Output) -> None:
    run(content, "new", "acme/cookies")
    before = files(content)
    for name in ("acme", "acme/cookies"):
        assert run(content, "new", name) == 2
        assert "nothing is overwritten" in capsys.readouterr().err
    assert files(content) == before
    (content / "empty").mkdir()
    assert run(content, "new", "empty/privacy") == 2
    assert list((content / "empty").iterdir()) == []


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Acme", "acme"),
        ("My Shop", "my-shop"),
        ("ร้านค้า", "acme"),
        ("", "acme"),
        ("acme/", "acme/privacy"),
        ("acme/คุกกี้", "acme/privacy"),
        ("acme/Cookies", "acme/cookies"),
        ("acme/th", "acme/privacy"),
        ("acme/static", "acme/privacy"),
        ("a/b/c", "a/b-c"),
        ("../acme", "acme/acme"),
    ],
)
def test_bad_names_are_told_with_what_to_type(name: str, typed: str, content: Path, capsys: Output) -> None:
    assert run(content, "new", name) == 2
    assert f"type: policygen new {typed} (" in capsys.readouterr().err
    assert run(content, "new", name, lang="th") == 2
    assert f"พิมพ์ policygen new {typed} (" in capsys.readouterr().err
    assert not content.exists()


def test_a_site_that_cannot_be_read_is_told(content: Path, capsys: Output) -> None:
    run(content, "new", "acme")
    (content / "acme" / "site.yaml").write_text("name: [\n", "utf-8")
    assert run(content, "new", "acme/cookies") == 2
    assert "yaml.syntax" in capsys.readouterr().err
    assert not (content / "acme" / "cookies").exists()


def test_what_a_killed_run_left_does_not_stand_in_the_way(content: Path) -> None:
    (content / ".acme.new" / "privacy").mkdir(parents=True)
    assert run(content, "new", "acme") == 0
    assert not (content / ".acme.new").exists()


def test_modelines_lead_editors_to_schemas_that_the_files_keep_to(content: Path) -> None:
    run(content, "new", "acme")
    run(content, "new", "acme/cookies")
    paths = sorted(content.glob("acme/**/*.yaml"))
    assert len(paths) > len(KINDS)
    for path in paths:
        modeline = MODELINE.match(path.read_text("utf-8"))
        assert modeline is not None, path
        schema = json.loads((path.parent / modeline[1]).read_text("utf-8"))
        assert schema["title"] == path.name
        errors = Draft202012Validator(schema).iter_errors(as_an_editor_reads(path))
        assert [error.message for error in errors] == []
