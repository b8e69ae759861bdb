"""Whole builds of two small sites: what is written, what stays, what goes, and what is refused."""

import json
import os
import resource
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from policygen.build.folder import STATE, Refused
from policygen.build.inputs import digest_of_folder, files_below
from policygen.build.manifest import NextChange
from policygen.build.reasons import Altered, Changed, Missing, New
from policygen.diagnostics import has_errors
from tests.build.workplace import Workplace, removed, written


def test_a_first_build_writes_everything_and_a_second_nothing_at_all(place: Workplace) -> None:
    first = place.build()
    assert set(written(first)) == place.files().keys()
    assert set(written(first).values()) == {New()}
    assert {
        "index.html",
        "shop/th/privacy/v1/index.html",
        "shop/static/site.css",
        "lab/404.html",
    } <= place.files().keys()
    stood = place.stand()
    second = place.build()
    assert (written(second), removed(second)) == ({}, set())
    assert [(one.pages, one.files) for one in second.folders] == [(one.pages, one.files) for one in first.folders]
    assert second.diagnostics == first.diagnostics
    assert place.stand() == stood


def test_a_published_version_touches_the_pages_that_show_it(place: Workplace) -> None:
    place.build()
    old = place.files()
    place.publish("shop", date(2026, 11, 1), "สอง two")
    outcome = place.build()
    changed = {path for path, data in place.files().items() if old.get(path) != data}
    assert written(outcome).keys() == changed
    assert changed.isdisjoint({"index.html", "shop/index.html", "shop/404.html", "shop/th/terms/index.html"})
    assert not any(path.startswith("lab/") or path.endswith("v1/document.json") for path in changed)
    assert written(outcome)["shop/th/privacy/v2/index.html"] == New()
    assert written(outcome)["shop/th/privacy/v1/index.html"] == Changed(("state",))
    assert place.files() == place.clean_build()


def test_an_edit_of_the_settings_touches_one_site(place: Workplace) -> None:
    place.build()
    place.edit("content/lab/site.yaml", "name: {th: ห้องทดลอง}", "name: {th: ห้องวิจัย}")
    outcome = place.build()
    assert {path.partition("/")[0] for path in written(outcome)} == {"lab", "index.html"}
    assert written(outcome)["lab/index.html"] == Changed(("settings",))
    assert place.files() == place.clean_build()


def test_an_edit_of_a_template_touches_the_pages_that_look_different(place: Workplace) -> None:
    place.build()
    place.edit("themes/plain/templates/not-found.html", "<p lang", "<p class=found lang")
    outcome = place.build()
    assert written(outcome) == {
        "shop/404.html": Changed(("theme",)),
        "lab/404.html": Changed(("theme",)),
    }
    assert place.files() == place.clean_build()


def test_a_style_sheet_gets_a_new_name_and_the_old_one_goes(place: Workplace) -> None:
    place.build()
    (old,) = (path for path in place.files() if path.startswith("shop/assets/style."))
    place.write("themes/plain/assets/style.css", "p { color: red }")
    outcome = place.build()
    assert old in removed(outcome)
    assert place.files() == place.clean_build()


def test_files_altered_and_deleted_by_hand_are_mended(place: Workplace) -> None:
    place.build()
    good = place.files()
    page, style = place.output / "shop/th/index.html", place.output / "shop/static/site.css"
    page.write_bytes(b"x" * page.stat().st_size)
    style.unlink()
    outcome = place.build()
    assert written(outcome) == {"shop/th/index.html": Altered(), "shop/static/site.css": Missing()}
    assert place.files() == good


def test_what_belongs_to_no_page_goes_and_hidden_files_beside_the_sites_stay(place: Workplace) -> None:
    place.build()
    good = place.files()
    for path in ("stray.txt", "shop/th/old/index.html", "gone/index.html", ".gitignore", ".git/HEAD", ".nojekyll"):
        place.write(f"output/{path}", "x")
    outcome = place.build()
    assert removed(outcome) == {"stray.txt", "shop/th/old/index.html", "gone/index.html"}
    assert place.files() == {**good, ".gitignore": b"x", ".git/HEAD": b"x", ".nojekyll": b"x"}
    assert not (place.output / "gone").exists()


def test_a_site_that_left_the_content_leaves_the_output(place: Workplace) -> None:
    place.build()
    for path in sorted((place.content / "lab").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (place.content / "lab").rmdir()
    place.build()
    assert place.files() == place.clean_build()
    assert not (place.output / "lab").exists()
    assert os.listdir(place.output / STATE / "sites") == ["shop.json"]


def test_building_one_site_leaves_the_others_alone(place: Workplace) -> None:
    place.build()
    (place.output / "lab/index.html").unlink()
    place.write("output/stray.txt", "x")
    place.publish("shop", date(2027, 1, 1), "สอง two")
    outcome = place.build("shop")
    assert [one.site for one in outcome.sites] == ["shop"]
    assert not any(path.startswith("lab/") for path in written(outcome))
    assert (place.output / "stray.txt").exists()
    assert place.build("lab").next_change == NextChange(date(2027, 1, 1), "shop/privacy")


def test_another_day_and_the_next_state_change(place: Workplace) -> None:
    place.publish("shop", date(2026, 12, 1), "สอง two")
    assert place.build().next_change == NextChange(date(2026, 12, 1), "shop/privacy")
    place.today = date(2026, 11, 25)
    assert set(written(place.build())) == {
        "shop/privacy/versions.json",
        "shop/terms/versions.json",
        "lab/privacy/versions.json",
    }
    place.today = date(2026, 12, 1)
    outcome = place.build()
    assert outcome.next_change is None
    assert "state" in str(written(outcome)["shop/th/privacy/v2/index.html"])
    assert place.files() == place.clean_build()


# Sites that cannot be built


def _bad_settings(place: Workplace) -> None:
    place.edit("content/lab/site.yaml", "locales: [th]", "locales: [xx]")


def _no_settings(place: Workplace) -> None:
    (place.content / "lab/site.yaml").unlink()


def _bad_ledger(place: Workplace) -> None:
    place.edit("content/lab/privacy/versions/1.json", "หนึ่ง", "สอง")


def _no_theme(place: Workplace) -> None:
    place.edit("content/lab/site.yaml", "theme: plain", "theme: fancy")


def _failing_template(place: Workplace) -> None:
    place.write("themes/mine/theme.yaml", "extends: plain\n")
    place.write("themes/mine/templates/history.html", "{{ view.nonsense }}")
    place.edit("content/lab/site.yaml", "theme: plain", "theme: mine")


def _colliding_names(place: Workplace) -> None:
    place.write("content/lab/static/Logo.png", "a")
    place.write("content/lab/static/logo.png", "b")


def _link_out(place: Workplace) -> None:
    (place.content / "lab/static").mkdir()
    (place.content / "lab/static/passwords").symlink_to("/etc/passwd")


def _linked_static(place: Workplace) -> None:
    (place.folder / "elsewhere").mkdir()
    (place.content / "lab/static").symlink_to(place.folder / "elsewhere")


def _linked_ledger(place: Workplace) -> None:
    versions = place.content / "lab/privacy/versions"
    versions.rename(place.folder / "versions")
    versions.symlink_to(place.folder / "versions")


def _linked_theme(place: Workplace) -> None:
    place.write("elsewhere/theme.yaml", "extends: plain\n")
    (place.folder / "themes/mine").symlink_to(place.folder / "elsewhere")
    place.edit("content/lab/site.yaml", "theme: plain", "theme: mine")


@pytest.mark.parametrize(
    "harm",
    [
        _bad_settings,
        _no_settings,
        _bad_ledger,
        _no_theme,
        _failing_template,
        _colliding_names,
        _link_out,
        _linked_static,
        _linked_ledger,
        _linked_theme,
    ],
)
def test_a_broken_site_keeps_its_pages_and_stops_nobody(place: Workplace, harm: Callable[[Workplace], None]) -> None:
    place.build()
    old = place.files()
    harm(place)
    place.publish("shop", date(2026, 11, 1), "สอง two")
    for _ in range(2):
        outcome = place.build()
        assert [one.site for one in outcome.sites if one.failed] == ["lab"]
        assert {p: d for p, d in place.files().items() if p.startswith("lab/")} == {
            p: d for p, d in old.items() if p.startswith("lab/")
        }
        assert b"\xe0\xb8\xaa\xe0\xb8\xad\xe0\xb8\x87 two" in place.files()["shop/th/privacy/index.html"]
        assert place.files()["index.html"] == old["index.html"]


def test_a_link_in_static_is_told_once_and_hides_nothing(place: Workplace) -> None:
    for name in "abc":
        place.write(f"elsewhere/{name}", name)
    static = place.content / "lab/static"
    static.mkdir()
    (static / "lib").symlink_to(place.folder / "elsewhere")
    (static / "near").symlink_to(place.content / "shop/static")
    (static / "round").symlink_to("round")
    _bad_ledger(place)
    (lab, _) = place.build().sites
    told = [(one.rule, Path(one.place.path).name) for one in lab.diagnostics if one.rule == "output.static"]
    assert told == [("output.static", "lib"), ("output.static", "near"), ("output.static", "round")]
    assert any(one.rule.startswith("ledger.") for one in lab.diagnostics)


def test_links_to_folders_that_no_public_build_reads_are_not_looked_behind(place: Workplace) -> None:
    elsewhere = place.folder / "elsewhere"
    place.write("elsewhere/deep/file", "x")
    place.write("themes/unused/assets/a.css", "")
    (place.content / "lab/privacy/notes").symlink_to(elsewhere)
    (place.content / "lab/privacy/round").symlink_to("round")
    (place.folder / "themes/unused/assets/lib").symlink_to(elsewhere)
    assert sorted(files_below(str(place.content / "lab/privacy")))[:1] == ["notes"]
    before = digest_of_folder(str(place.folder / "themes"))
    assert not any(one.failed for one in place.build().folders)
    place.write("elsewhere/deep/more", "y")
    assert digest_of_folder(str(place.folder / "themes")) == before
    (place.folder / "themes/unused/assets/lib").unlink()
    (place.folder / "themes/unused/assets/lib").symlink_to(place.content)
    assert digest_of_folder(str(place.folder / "themes")) != before


def test_a_file_reached_by_a_link_is_built_anew_when_it_changes(place: Workplace) -> None:
    (place.content / "lab/static").mkdir()
    (place.content / "lab/static/notes.txt").symlink_to(place.content / "shop/shared.txt")
    place.write("content/shop/shared.txt", "old")
    place.build()
    place.write("content/shop/shared.txt", "new")
    place.build()
    assert place.files()["lab/static/notes.txt"] == b"new"


def test_a_theme_that_fails_leaves_everything_as_it_was(place: Workplace) -> None:
    place.build()
    old = place.files()
    place.write("themes/plain/templates/layout.html", "{{ view.nonsense }}")
    assert [one.failed for one in place.build().folders] == [True, True, True]
    place.write("themes/plain/templates/layout.html", "{% if %}")
    assert [one.failed for one in place.build().sites] == [True, True]
    assert place.files() == old


def test_a_theme_that_is_missing_is_told_where_the_site_names_it(place: Workplace) -> None:
    place.edit("content/lab/site.yaml", "theme: plain", "theme: plian")
    (found,) = (one for one in place.build().diagnostics if one.severity == "error")
    assert found.place.path == f"{place.content}/lab/site.yaml"
    assert found.place.source.strip() == "theme: plian"
    assert found.hint is not None
    assert found.hint.en == "did you mean plain?"


def test_a_name_that_is_no_text_is_told(place: Workplace) -> None:
    (place.content / "lab/static").mkdir()
    with open(os.fsencode(place.content / "lab/static") + b"/\xff", "wb"):
        pass
    outcome = place.build()
    assert {one.rule for one in outcome.diagnostics if one.severity == "error"} == {"output.path"}


def test_an_output_folder_that_cannot_be_made_is_refused(place: Workplace) -> None:
    with pytest.raises(Refused, match="cannot be read or written"):
        place.build(output=Path("/dev/null/output"))


def test_a_site_that_is_mended_is_built_again(place: Workplace) -> None:
    _bad_settings(place)
    place.build()
    assert not any(path.startswith("lab/") for path in place.files())
    place.edit("content/lab/site.yaml", "locales: [xx]", "locales: [th]")
    assert not has_errors(place.build().diagnostics)
    assert place.files() == place.clean_build()


def test_what_is_left_out_is_told_every_time(place: Workplace) -> None:
    for _ in range(2):
        (found,) = place.build().diagnostics
        assert (found.rule, found.severity) == ("site.no-base-url", "info")
        assert (place.folder / found.place.path).is_file()


# Drafts


def test_drafts_are_shown_only_where_they_are_asked_for(place: Workplace) -> None:
    place.write("content/shop/privacy/sections/intro.th.md", "ฉบับร่าง\n")
    place.build()
    assert not any("draft" in path for path in place.files())
    place.build(drafts=True)
    assert "ฉบับร่าง" in place.files()["shop/th/privacy/draft/index.html"].decode()
    assert place.files() == place.clean_build(drafts=True)
    place.write("content/shop/privacy/sections/intro.th.md", "อีกฉบับ\n")
    touched = written(place.build(drafts=True))
    assert all("/draft/" in path for path in touched)
    assert touched["shop/th/privacy/draft/index.html"] == Changed(("draft",))
    assert any("draft" in path for path in removed(place.build()))
    assert place.files() == place.clean_build()


def test_no_draft_can_stop_or_change_the_public_site(place: Workplace) -> None:
    place.build()
    stood = place.stand()
    place.write("content/shop/privacy/purposes.yaml", "- {{{")
    place.write("content/shop/privacy/sections/intro.th.md", "ร่าง\n")
    assert not has_errors(place.build().diagnostics)
    assert place.stand() == stood
    assert has_errors(place.build(drafts=True).diagnostics)


# State


def test_manifests_that_cannot_be_used_are_built_again_without_writing_equal_pages(place: Workplace) -> None:
    place.build()
    shop, lab = (place.output / STATE / "sites" / f"{site}.json" for site in ("shop", "lab"))
    values = json.loads(shop.read_text(encoding="utf-8"))
    shop.write_text(json.dumps({**values, "format": 0}), encoding="utf-8")
    lab.write_text("{", encoding="utf-8")
    (place.output / STATE / "overview.json").unlink()
    stood = place.stand()
    assert written(place.build()) == {}
    assert json.loads(shop.read_text(encoding="utf-8")) == values
    assert {p: s for p, s in place.stand().items() if STATE not in p} == {
        p: s for p, s in stood.items() if STATE not in p
    }


def test_another_program_makes_every_page_again_and_writes_those_that_differ(place: Workplace) -> None:
    place.build()
    manifest = place.output / STATE / "sites/shop.json"
    text = manifest.read_text(encoding="utf-8")
    (program,) = {pair[1] for pair in json.loads(text)["inputs"] if pair[0] == "program"}
    manifest.write_text(text.replace(program, "0" * 64), encoding="utf-8")
    page = place.output / "shop/th/index.html"
    page.write_text("as another program wrote it", encoding="utf-8")
    assert written(place.build()) == {"shop/th/index.html": Changed(("program",))}


def test_leftovers_of_a_killed_build_go(place: Workplace) -> None:
    place.build()
    for path in ("shop/th/.policygen-new", f"{STATE}/sites/shop.json.new", f"{STATE}/sites/gone.json"):
        place.write(f"output/{path}", "half")
    place.build()
    assert not list(place.output.rglob("*new"))
    assert sorted(os.listdir(place.output / STATE / "sites")) == ["lab.json", "shop.json"]


def test_links_in_the_output_are_not_followed(place: Workplace) -> None:
    outside = place.folder / "outside"
    outside.mkdir()
    (outside / "index.html").write_text("theirs", encoding="utf-8")
    place.build()
    good = place.files()
    for path in sorted((place.output / "lab").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (place.output / "lab").rmdir()
    (place.output / "lab").symlink_to(outside)
    (place.output / "index.html").unlink()
    (place.output / "index.html").symlink_to(outside / "index.html")
    place.build()
    assert place.files() == good
    assert not (place.output / "lab").is_symlink()
    assert [path.read_text(encoding="utf-8") for path in outside.iterdir()] == ["theirs"]


# Refusals


def test_a_site_that_is_not_there_is_refused_with_what_was_meant(place: Workplace) -> None:
    with pytest.raises(Refused) as refused:
        place.build("shup")
    assert refused.value.hint is not None
    assert refused.value.hint.en == "did you mean shop?"


def test_no_content_and_no_sites_are_refused_and_nothing_is_removed(place: Workplace) -> None:
    place.build()
    old = place.files()
    place.content.rename(place.folder / "elsewhere")
    with pytest.raises(Refused, match="there is no folder"):
        place.build()
    place.content.mkdir()
    with pytest.raises(Refused, match="has no site in it"):
        place.build()
    assert place.files() == old


def test_two_builds_at_once_do_not_mix(place: Workplace) -> None:
    from policygen.ledger.lock import site_lock

    place.build()
    place.publish("shop", date(2026, 11, 1), "สอง two")
    stood = place.stand()
    with site_lock(place.output / STATE), pytest.raises(Refused, match="another build"):
        place.build()
    assert {p: s for p, s in place.stand().items() if STATE not in p} == {
        p: s for p, s in stood.items() if STATE not in p
    }


def test_a_disk_that_cannot_take_a_file_is_told_and_the_next_build_works(place: Workplace) -> None:
    place.build()
    old = place.files()
    place.publish("shop", date(2026, 11, 1), "สอง two")
    place.write("content/shop/static/picture.png", "x" * 100_000)
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, most[1]))
    try:
        outcome = place.build()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)
    assert [(one.rule, one.severity) for one in outcome.diagnostics if one.severity == "error"] == [
        ("output.disk", "error")
    ]
    assert place.files()["shop/th/index.html"] == old["shop/th/index.html"]
    place.build()
    assert place.files() == place.clean_build()
