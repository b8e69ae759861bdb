"""`policygen check` and `explain` as a shell runs them."""

import json
import shutil
from pathlib import Path

import pytest

from policygen.cli.main import main
from tests.checks.cases import BASE

Output = pytest.CaptureFixture[str]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "content")
    return tmp_path / "content"


def run(content: Path, *arguments: str, lang: str = "en") -> int:
    return main(["--content", str(content), "--lang", lang, "--today", "2026-11-24", *arguments])


def spoil(content: Path) -> Path:
    """Take the basis of a purpose away, and leave a blank."""
    purposes = content / "shop/privacy/purposes.yaml"
    purposes.write_text(purposes.read_text("utf-8").replace("  basis: contract\n", ""), "utf-8")
    prose = content / "shop/privacy/sections/words.en.md"
    prose.write_text("This is [our name].\n", "utf-8")
    return purposes


def test_a_sound_policy_passes(content: Path, capsys: Output) -> None:
    assert run(content, "check", "shop/privacy", "--strict") == 0
    assert capsys.readouterr() == ("", "errors: 0, warnings: 0, notes: 0\n")


def test_all_findings_come_in_one_run_on_stdout_in_the_order_of_their_places(content: Path, capsys: Output) -> None:
    purposes = spoil(content)
    assert run(content, "check") == 1
    out, err = capsys.readouterr()
    assert out.index("[law.lawful-basis]") < out.index("[form.blank]")
    assert f"{purposes}:1:7: error: " in out
    assert "  | - id: delivery\n  |       ^^^^^^^^\n  hint: add basis: " in out
    assert err.startswith("errors: ")
    assert run(content, "check", lang="th") == 1
    assert ": ข้อผิดพลาด: " in capsys.readouterr().out


def test_a_broken_file_is_told_with_its_line(content: Path, capsys: Output) -> None:
    path = content / "shop/privacy/data.yaml"
    path.write_text("- id: name\n  nmae: {th: ชื่อ, en: Name}\n", "utf-8")
    assert run(content, "check", "shop/privacy") == 1
    assert f"{path}:2:3: error: " in capsys.readouterr().out


def test_forms_for_other_programs(content: Path, capsys: Output) -> None:
    spoil(content)
    for form in ("json", "sarif", "github"):
        assert run(content, "check", "shop/privacy", "--format", form) == 1
        out = capsys.readouterr().out
        if form == "github":
            assert all(line.startswith("::") for line in out.splitlines())
        else:
            assert json.loads(out)


def test_strict_fails_on_warnings_alone(content: Path, capsys: Output) -> None:
    (content / "shop/privacy/stray.txt").write_text("?", "utf-8")
    assert run(content, "check", "shop/privacy") == 0
    assert run(content, "check", "shop/privacy", "--strict") == 1
    assert "tree.unknown-file" in capsys.readouterr().out


def test_what_is_not_there_is_exit_code_2(content: Path, capsys: Output) -> None:
    assert run(content, "check", "shop/privcy") == 2
    assert "did you mean shop/privacy?" in capsys.readouterr().err
    assert run(content / "nothing", "check") == 2


def test_an_option_of_the_program_after_the_command_is_told(content: Path, capsys: Output) -> None:
    assert main(["check", "--lang", "en"]) == 2
    assert "--lang stands before the command's name: policygen --lang … check" in capsys.readouterr().err


def test_explain_tells_the_page_with_an_example(content: Path, capsys: Output) -> None:
    assert run(content, "explain", "law.lawful-basis") == 0
    out = capsys.readouterr().out
    assert out.startswith("law.lawful-basis · error · PDPA 23(1), 24 · binds from 1\u00a0June 2022\n")
    assert "⟦delivery⟧" in out
    assert run(content, "explain", "law.lawful-basis", lang="th") == 0
    assert "[ต้องการอะไร]" in capsys.readouterr().out
    assert run(content, "explain", "law.lawfull-basis") == 2
    assert "did you mean law.lawful-basis?" in capsys.readouterr().err


def test_a_file_that_is_not_in_canonical_form_is_told(content: Path, capsys: Output) -> None:
    prose = content / "shop/privacy/sections/words.en.md"
    prose.write_text(prose.read_text("utf-8") + "\n\n", "utf-8")
    assert run(content, "check", "shop/privacy") == 0
    out = capsys.readouterr().out
    assert f"{prose}: info: the file is not in canonical form [form.canonical]" in out


def test_what_policies_share_is_told_once(content: Path, capsys: Output) -> None:
    shutil.copytree(content / "shop/privacy", content / "shop/terms")
    site = content / "shop/site.yaml"
    site.write_text(site.read_text("utf-8").replace("บริษัท สวนผัก จำกัด", "บริษัท [ชื่อ] จำกัด"), "utf-8")
    assert run(content, "check") == 1
    assert capsys.readouterr().out.count("site.yaml:") == 1


def test_a_folder_without_sites_and_a_policy_without_sources_do_not_pass(
    content: Path, tmp_path: Path, capsys: Output
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for command in ("check", "status", "verify", "fmt"):
        assert run(empty, command) == 2
        assert "has no site in it" in capsys.readouterr().err
    (content / "shop/privacy/versions").mkdir()
    (content / "shop/privacy/policy.yaml").unlink()
    assert run(content, "check") == 1
    assert "policy.yaml" in capsys.readouterr().out


def test_what_cannot_be_explained_is_told_in_a_line(content: Path, capsys: Output) -> None:
    assert run(content, "explain", "LAW.RIGHTS") == 0
    capsys.readouterr()
    assert run(content, "explain", "nonsense") == 2
    assert len(capsys.readouterr().err.splitlines()) == 2
    assert run(content, "explain", "house.keep") == 2
    assert "rules.yaml" in capsys.readouterr().err
