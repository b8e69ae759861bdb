"""Links between pages: each leads to a planned file, in the slash form or, for reading from disk, to a file."""

import dataclasses
import posixpath
from collections.abc import Iterator
from datetime import date

import pytest

from policygen.site.addresses import path_of
from policygen.site.history import PolicyHistory
from tests.site.changed import changed_history, changed_records
from tests.site.made import history, made, plan, records, site

_STATIC = ("logo.svg", "favicon.ico", "site.css")


def _hrefs(value: object) -> Iterator[str]:
    """Every relative address in a view, wherever it stands."""
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            inner = getattr(value, field.name)
            names = {
                "href",
                "home",
                "history",
                "permalink",
                "record",
                "bilingual",
                "feed",
                "notice",
                "logo",
                "favicon",
                "site_css",
            }
            if field.name in names and isinstance(inner, str) and inner and not inner.startswith(("http", "#", "tel:")):
                yield inner
            yield from _hrefs(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _hrefs(inner)


@pytest.mark.parametrize("file_links", [False, True])
@pytest.mark.parametrize(
    "policy",
    [
        history(records(date(2020, 1, 1), date(2022, 1, 1), date(2027, 1, 1)), draft=True),
        changed_history(changed_records(), draft=True),
    ],
    ids=["plain", "changed"],
)
def test_every_link_leads_to_a_file_of_the_site(policy: PolicyHistory, file_links: bool) -> None:
    whole = plan(policy, static=_STATIC, file_links=file_links)
    views = made(whole)
    files = set(views) | {f"static/{name}" for name in _STATIC}
    checked = 0
    for path, view in views.items():
        if isinstance(view, bytes) or path == "404.html":
            continue
        for href in (link.partition("#")[0] for link in _hrefs(view)):
            assert href.endswith("/") is (not file_links and "." not in posixpath.basename(href))
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), href))
            address = "" if target == "." else f"{target}/" if href.endswith("/") else target
            assert path_of(address) in files, (path, href)
            checked += 1
    assert checked > 200


def test_the_language_switch_leads_to_the_same_place() -> None:
    views = made(plan(history(records(date(2020, 1, 1), date(2022, 1, 1)))))
    links = views["th/privacy/v1/index.html"].chrome.languages
    assert [(link.href, link.lang, link.current, link.bilingual) for link in links] == [
        ("../../../th/privacy/v1/", "th", True, False),
        ("../../../en/privacy/v1/", "en", False, False),
        ("../../../bilingual/privacy/v1/", "th", False, True),
    ]
    assert links[1].hint == "Read this clause in English"
    history_links = views["en/privacy/versions/index.html"].chrome.languages
    assert [link.href for link in history_links] == ["../../../th/privacy/versions/", "../../../en/privacy/versions/"]


def test_the_sites_own_files_are_named_where_it_has_them() -> None:
    one = records(date(2020, 1, 1))
    without = made(plan(history(one)))["th/privacy/index.html"].chrome.assets
    assert (without.root, without.logo, without.site_css) == ("../../assets/", "", "")
    having = made(plan(history(one), static=("logo.png", "logo.svg", "site.css")))[
        "th/privacy/index.html"
    ].chrome.assets
    assert (having.logo, having.site_css) == ("../../static/logo.svg", "../../static/site.css")


def test_the_contents_follow_the_headings_that_have_an_id() -> None:
    contents = made(plan(history(records(date(2020, 1, 1)))))["th/privacy/index.html"].contents
    assert [
        (entry.href, [(one.href, [two.href for two in one.entries]) for one in entry.entries]) for entry in contents
    ] == [("#tools", [("#a", ["#a-1"]), ("#b", [])])]


def test_the_footer_has_what_the_controller_states() -> None:
    footer = made(plan(history(records(date(2020, 1, 1))), site()))["en/index.html"].chrome.footer
    assert [(line.label, line.text, line.href) for line in footer] == [
        ("Data controller", "Example Company Limited", ""),
        ("Website", "https://www.example.com/", "https://www.example.com/"),
    ]
