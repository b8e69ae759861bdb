"""`policygen build` as a person runs it: what it says, in both languages, and its exit codes."""

import re
from datetime import date

import pytest

from policygen.build import manifest
from policygen.build.reasons import INPUT_WORDS, input_words
from policygen.cli.main import main
from policygen.diagnostics import Bilingual
from tests.build.workplace import Workplace


class Run:
    """One run of the command: its exit code and what it wrote."""

    def __init__(self, place: Workplace, capsys: pytest.CaptureFixture[str], *options: str, lang: str = "en") -> None:
        where = ["--content", str(place.content), "--output", str(place.output), "--today", str(place.today)]
        self.code = main([*where, "--lang", lang, "build", "--jobs", "1", *options])
        said = capsys.readouterr()
        self.out = said.out.replace(str(place.output), "output")
        self.err = said.err.replace(str(place.content), "content").replace(str(place.output), "output")


def test_the_summary_counts_and_names_the_next_state_change(
    place: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    place.publish("shop", date(2026, 12, 1), "สอง two")
    run = Run(place, capsys, "shop")
    assert run.code == 0
    assert re.fullmatch(
        r"1 site, \d+ pages: \d+ files written, 0 removed, in \d\.\d\d s\n"
        r"build again on 2026-12-01, when the state of a version of shop/privacy changes\n",
        run.out,
    )
    thai = Run(place, capsys, "shop", lang="th")
    assert re.match(r"1 เว็บไซต์ \d+ หน้า: เขียน 0 ไฟล์ ลบ 0 ไฟล์ ใน 0\.\d\d วินาที\n", thai.out)
    assert "1 ธันวาคม" in thai.out.replace("\N{NO-BREAK SPACE}", " ")


def test_explain_says_why_each_file_is_written_and_removed(
    place: Workplace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "output/shop/th/privacy/v1/index.html: it is new\n" in Run(place, capsys, "--explain").out
    place.edit("content/shop/site.yaml", "theme: plain", "theme: plain\nunofficial: yes")
    place.write("content/shop/static/site.css", "/* other */")
    (place.output / "lab/index.html").write_text("x", encoding="utf-8")
    (place.output / "lab/404.html").unlink()
    place.write("output/lab/stray.html", "x")
    lines = set(Run(place, capsys, "--explain").out.splitlines())
    settings = "the site's settings (site.yaml, the names in static/, or --file-links)"
    assert {
        f"output/shop/th/index.html: {settings} changed",
        "output/shop/static/site.css: the file it is a copy of changed",
        "output/lab/index.html: it was altered in the output folder",
        "output/lab/404.html: it was missing from the output folder",
        "output/lab/stray.html: removed, as it belongs to no page",
    } <= lines
    (place.output / "lab/404.html").unlink()
    assert "output/lab/404.html: ไฟล์หายไปจากโฟลเดอร์ผลลัพธ์\n" in Run(place, capsys, "--explain", lang="th").out


def test_every_input_of_every_file_has_words(place: Workplace) -> None:
    place.publish("shop", date(2026, 12, 1), "สอง two")
    names: set[str] = set()
    for drafts in (False, True):
        place.build(drafts=drafts)
        for path in (place.output / ".policygen").rglob("*.json"):
            read = manifest.read(str(path))
            assert read is not None
            names |= {name for made in read.files.values() for name, _ in made.inputs}
    unnamed = {name for name in names if input_words(name).th == name}
    assert not unnamed
    assert {"policy privacy", "version 2", *INPUT_WORDS} <= names


def test_links_end_in_files_where_that_is_asked_for(place: Workplace, capsys: pytest.CaptureFixture[str]) -> None:
    Run(place, capsys, "--file-links")
    assert 'href="../th/privacy/index.html"' in (place.output / "shop/th/index.html").read_text(encoding="utf-8")
    Run(place, capsys)
    assert 'href="../th/privacy/"' in (place.output / "shop/th/index.html").read_text(encoding="utf-8")
    assert place.files() == place.clean_build()


def test_errors_of_one_site_are_told_and_exit_with_one(place: Workplace, capsys: pytest.CaptureFixture[str]) -> None:
    place.edit("content/lab/site.yaml", "authoritative: th", "authoritative: en")
    run = Run(place, capsys)
    assert run.code == 1
    assert "content/lab/site.yaml:5:16: error: " in run.err
    assert "errors in: lab\n" in run.out
    assert (place.output / "shop/index.html").exists()


def test_what_is_left_out_without_an_address_is_told(place: Workplace, capsys: pytest.CaptureFixture[str]) -> None:
    run = Run(place, capsys)
    assert run.code == 0
    assert "content/lab/site.yaml: info: the site has no base_url" in run.err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["nowhere"], Bilingual("ไม่มีเว็บไซต์ nowhere", "there is no site nowhere")),
        (["--jobs", "0"], Bilingual("ค่าของ", "--jobs")),
    ],
)
def test_what_cannot_be_begun_exits_with_two(
    place: Workplace, capsys: pytest.CaptureFixture[str], options: list[str], message: Bilingual
) -> None:
    for lang in ("th", "en"):
        run = Run(place, capsys, *options, lang=lang)
        assert (run.code, run.out) == (2, "")
        assert message.in_language(lang) in run.err
    assert not place.output.exists()


def test_a_folder_of_somebody_else_is_refused(place: Workplace, capsys: pytest.CaptureFixture[str]) -> None:
    place.write("output/thesis.txt", "x")
    run = Run(place, capsys)
    assert run.code == 2
    assert run.err == (
        "output has files in it and was not made by policygen, so nothing in it is written or removed\n"
        "  hint: name an empty or a new folder with --output DIR\n"
    )
    assert place.files() == {"thesis.txt": b"x"}
