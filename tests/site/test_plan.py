"""Which files a site has, in every state that a policy can be in."""

from datetime import date

import pytest

from policygen.site.files import Page
from tests.site.made import history, inputs, made, plan, records, site

THREE = records(date(2020, 1, 1), date(2022, 6, 1), date(2027, 1, 1))


def test_every_address_of_the_contract_is_planned() -> None:
    versions = ("v1", "v2", "v3")
    expected = {"index.html", "404.html", "sitemap.xml", "privacy/versions.json", "privacy/current.json"}
    expected |= {f"privacy/{v}/version.json" for v in versions}
    for tongue in ("th", "en", "bilingual"):
        expected |= {f"{tongue}/privacy/{v}/index.html" for v in versions} | {f"{tongue}/privacy/index.html"}
        expected |= {f"{tongue}/privacy/{v}/changes/index.html" for v in versions[1:]}
    for locale in ("th", "en"):
        expected |= {f"{locale}/privacy/{v}/document.json" for v in versions}
        expected |= {f"{locale}/index.html", f"{locale}/privacy/versions/index.html"}
        expected |= {f"{locale}/privacy/fragment.html", f"{locale}/privacy/feed.atom"}
        expected |= {f"{locale}/privacy/changes/from-v1/index.html"}
    paths = [file.path for file in plan(history(THREE)).files]
    assert set(paths) == expected
    assert len(paths) == len(expected)


def test_drafts_are_planned_only_when_they_are_given() -> None:
    without, with_draft = plan(history(THREE)), plan(history(THREE, draft=True))
    more = {file.path for file in with_draft.files} - {file.path for file in without.files}
    assert more == {
        f"{tongue}/privacy/draft/{page}index.html" for tongue in ("th", "en", "bilingual") for page in ("", "changes/")
    }
    for path in more:
        chrome = made(with_draft)[path].chrome
        assert (chrome.robots, chrome.canonical) == ("noindex", "")
        assert [banner.kind for banner in chrome.banners] == ["draft"]
    assert {path: made(with_draft)[path] for path in inputs(without)} == made(without)


def test_a_draft_of_a_policy_that_was_never_published_has_its_page() -> None:
    whole = plan(history((), draft=True))
    templates = {file.path: file.template for file in whole.files if isinstance(file, Page)}
    assert templates["th/privacy/draft/index.html"] == "policy.html"
    assert templates["th/privacy/index.html"] == "nothing.html"
    assert made(whole)["th/privacy/draft/index.html"].chrome.banners[0].links == ()


def test_a_policy_without_versions_says_so_at_its_address() -> None:
    whole = plan(history(()))
    views = made(whole)
    assert views["en/privacy/index.html"].title == "No policy published yet"
    assert views["en/index.html"].policies[0].version is None
    assert not [path for path in views if "versions/" in path or "fragment" in path or "feed" in path]


def test_a_site_in_one_language_has_no_bilingual_pages() -> None:
    whole = plan(history(records(date(2020, 1, 1), locales=("th",))), site(locales=("th",)))
    assert not [path for path in inputs(whole) if path.startswith(("bilingual/", "en/"))]
    chrome = made(whole)["th/privacy/index.html"].chrome
    assert [link.lang for link in chrome.languages] == ["th"]
    assert chrome.alternates == ()


def test_a_version_that_lacks_a_language_says_so_there() -> None:
    whole = plan(history(records(date(2020, 1, 1), locales=("th",))))
    english = made(whole)["en/privacy/v1/index.html"]
    assert english.text == "This version of the policy is not available in English."
    assert [link.text for link in english.links] == [
        "Read it in Thai",
        "All policies of Example",
    ]
    templates = {file.path: file.template for file in whole.files if isinstance(file, Page)}
    assert templates["bilingual/privacy/index.html"] == "nothing.html"
    assert "en/privacy/v1/document.json" not in templates
    assert "en/privacy/fragment.html" not in templates
    assert made(whole)["th/privacy/index.html"].chrome.alternates == ()


def test_without_a_base_url_what_needs_it_is_left_out_with_a_word() -> None:
    whole = plan(history(THREE), site(None))
    assert [(found.rule, found.severity) for found in whole.diagnostics] == [("site.no-base-url", "info")]
    views = made(whole)
    assert "sitemap.xml" not in views
    assert "th/privacy/feed.atom" not in views
    for view in views.values():
        if not isinstance(view, bytes) and hasattr(view, "chrome"):
            assert (view.chrome.canonical, view.chrome.feed, view.chrome.alternates) == ("", "", ())
    assert b"http" not in views["privacy/versions.json"]
    not_found = views["404.html"]
    assert not_found.chrome.assets.root == "/assets/"


def test_404_links_by_the_path_of_the_base_url() -> None:
    view = made(plan(history(THREE)))["404.html"]
    assert view.chrome.home == "/privacy-site/"
    assert view.chrome.assets.root == "/privacy-site/assets/"
    assert [message.link.href for message in view.messages] == [
        "/privacy-site/th/",
        "/privacy-site/en/",
    ]


def test_the_plan_is_the_same_each_time_and_knows_no_more_than_its_arguments() -> None:
    first, second = plan(history(THREE)), plan(history(THREE))
    assert inputs(first) == inputs(second)
    assert made(first) == made(second)


@pytest.mark.parametrize("draft", [False, True])
def test_equal_inputs_mean_equal_files(draft: bool) -> None:
    """Over years of days, a file may only change when its declared inputs change."""
    seen: dict[tuple[str, object], object] = {}
    asked = 0
    for today in (date(2019, 12, 1), date(2020, 1, 1), date(2021, 1, 1), date(2022, 6, 1), date(2030, 1, 1)):
        for count in (1, 2, 3):
            whole = plan(history(THREE[:count], today, draft=draft))
            declared, files = inputs(whole), made(whole)
            asked += len(files)
            for path, file in files.items():
                key = (path, declared[path])
                assert seen.setdefault(key, file) == file, path
    assert len(seen) < asked / 2
