"""What pages say of a version's state: banners, version lines, and what search engines are told."""

from dataclasses import replace
from datetime import date

import pytest

from policygen.site.addresses import path_of
from tests.site.changed import changed_history, changed_records
from tests.site.made import BASE, TODAY, history, inputs, made, plan, records, site

PAST, NOW, COMING = date(2020, 1, 1), date(2022, 6, 1), date(2027, 1, 1)
THREE = records(PAST, NOW, COMING)


def test_the_policys_address_follows_the_version_in_force() -> None:
    shown = {}
    for today in (date(2019, 12, 31), date(2020, 1, 1), date(2022, 6, 1), date(2027, 1, 1)):
        view = made(plan(history(THREE, today)))["en/privacy/index.html"]
        shown[today.isoformat()] = (view.version.number, view.version.state)
    assert shown == {
        "2019-12-31": (1, "upcoming"),
        "2020-01-01": (1, "in-force"),
        "2022-06-01": (2, "in-force"),
        "2027-01-01": (3, "in-force"),
    }


def test_banners_tell_the_state_and_where_to_go() -> None:
    views = made(plan(history(THREE)))
    banners = {
        path: [
            (banner.kind, banner.text, [link.href for link in banner.links])
            for banner in views[f"en/privacy/{path}index.html"].chrome.banners
        ]
        for path in ("", "v1/", "v2/", "v3/")
    }
    day = "1\N{NO-BREAK SPACE}January 2027"
    assert banners == {
        "": [
            (
                "upcoming",
                f"Version 3 is effective from {day} and replaces this text from that day.",
                ["../../en/privacy/v3/changes/", "../../en/privacy/v3/"],
            )
        ],
        "v1/": [
            ("superseded", "This version has been superseded and is no longer in force.", ["../../../en/privacy/"])
        ],
        "v2/": [],
        "v3/": [
            (
                "upcoming",
                f"This version is effective from {day}. Before that day it is not in force.",
                ["../../../en/privacy/"],
            )
        ],
    }


def test_the_banner_of_a_coming_version_tells_the_act_and_leads_to_the_notice() -> None:
    (banner,) = made(plan(changed_history(changed_records())))["th/privacy/index.html"].chrome.banners
    assert banner.text.endswith("เราแจ้งให้ท่านทราบล่วงหน้าก่อนการเปลี่ยนแปลงมีผล")
    assert [(link.text, link.href) for link in banner.links] == [
        ("สิ่งที่เปลี่ยน", "../../th/privacy/v4/changes/"),
        ("ประกาศแจ้งท่าน", "../../th/privacy/v4/notice/"),
        ("อ่านฉบับที่ 4", "../../th/privacy/v4/"),
    ]


def test_the_history_tells_of_each_version_what_it_brought() -> None:
    entries = made(plan(changed_history(changed_records())))["en/privacy/versions/index.html"].entries
    assert [(entry.version.number, entry.act, entry.counts) for entry in entries] == [
        (4, "We tell you in advance, before the changes take effect", ("material: 1",)),
        (3, "We correct the form only; the meaning stays the same", ("corrections of form: 1",)),
        (2, "We will ask for your consent", ("material: 3", "minor: 3")),
        (1, "", ()),
    ]
    assert [[link.href for link in entry.links] for entry in entries[:3]] == [
        ["../../../en/privacy/v4/changes/", "../../../en/privacy/v4/notice/"],
        ["../../../en/privacy/v3/changes/"],
        ["../../../en/privacy/v2/changes/", "../../../en/privacy/v2/notice/"],
    ]
    assert entries[3].links == ()


def test_since_your_last_visit_is_offered_only_where_the_site_says_so() -> None:
    offered = replace(site(), last_visit=True)
    whole = made(plan(changed_history(changed_records()), offered))
    visit = whole["en/privacy/index.html"].last_visit
    assert (visit.key, visit.number, visit.changes) == ("example/privacy", 3, "../../en/privacy/changes/from-v{n}/")
    assert "{n}" in visit.offer
    assert "(3)" in visit.keeps
    assert [path for path, view in whole.items() if getattr(view, "last_visit", None)] == [
        "th/privacy/index.html",
        "en/privacy/index.html",
    ]
    assert made(plan(changed_history(changed_records())))["en/privacy/index.html"].last_visit is None
    before = changed_history(changed_records(1), date(2019, 12, 1))
    assert made(plan(before, offered))["en/privacy/index.html"].last_visit is None


def test_a_first_version_to_come_is_shown_under_a_banner() -> None:
    view = made(plan(history(THREE[:1], date(2019, 12, 15))))["th/privacy/index.html"]
    assert [(banner.kind, banner.links) for banner in view.chrome.banners] == [("upcoming", ())]
    assert view.version.state == "upcoming"


def test_search_engines_find_each_text_once() -> None:
    views = made(plan(history(THREE)))
    told = {
        path: (views[path_of(path)].chrome.robots, views[path_of(path)].chrome.canonical.removeprefix(BASE))
        for path in ("th/privacy/", "th/privacy/v1/", "th/privacy/v2/", "th/privacy/v3/", "bilingual/privacy/v2/")
    }
    assert told == {
        "th/privacy/": ("", "th/privacy/"),
        "th/privacy/v1/": ("noindex, follow", ""),
        "th/privacy/v2/": ("", "th/privacy/"),
        "th/privacy/v3/": ("", "th/privacy/v3/"),
        "bilingual/privacy/v2/": ("", "bilingual/privacy/"),
    }


def test_hreflang_goes_both_ways_and_only_to_canonical_pages() -> None:
    views = made(plan(history(THREE)))
    alternates = {
        path: {link.hreflang: link.href for link in view.chrome.alternates}
        for path, view in views.items()
        if hasattr(view, "chrome") and view.chrome.alternates
    }
    assert {"index.html", "th/index.html", "th/privacy/index.html", "en/privacy/versions/index.html"} <= set(alternates)
    for path, links in alternates.items():
        assert views[path].chrome.canonical in links.values()
        for href in links.values():
            other = path_of(href.removeprefix(BASE))
            assert alternates[other] == links
            assert views[other].chrome.canonical == href


def test_an_unofficial_site_is_not_to_be_found() -> None:
    views = made(plan(history(THREE), site(unofficial=True)))
    assert "sitemap.xml" not in views
    for path, view in views.items():
        if hasattr(view, "chrome"):
            assert view.chrome.robots.startswith("noindex"), path
            assert (view.chrome.canonical, view.chrome.alternates) == ("", ())
            assert view.chrome.banners[0].kind == "unofficial"
            assert view.chrome.banners[0].links[0].href == "https://www.example.com/"
    assert [banner.lang for banner in views["index.html"].chrome.banners] == ["th", "en"]


def test_a_version_line_names_the_date_that_counts() -> None:
    views = made(plan(history(records(None))))
    line = views["th/privacy/v1/index.html"].version
    assert (line.date_label, line.date.text, line.undated) == (
        "บันทึกเข้าระบบเมื่อวันที่",
        "1\N{NO-BREAK SPACE}มกราคม พ.ศ.\N{NO-BREAK SPACE}2563",
        "ไม่ทราบวันที่เริ่มมีผล",
    )
    assert (line.date.iso, line.date.other_era) == ("2020-01-01", "ค.ศ.\N{NO-BREAK SPACE}2020")
    assert [run.text for run in line.stated] == ["ทำเมื่อ"]
    english = views["en/privacy/v1/index.html"].version
    assert (english.date_label, english.date.other_era) == ("Recorded on", "B.E.\N{NO-BREAK SPACE}2563")


def test_only_a_translation_says_which_text_prevails() -> None:
    views = made(plan(history(THREE)))
    thai, english, both = (views[f"{t}/privacy/index.html"].version for t in ("th", "en", "bilingual"))
    assert (thai.prevails, thai.translated) == ("", None)
    assert english.prevails == "If the texts differ, the Thai text prevails."
    assert (english.translated_label, english.translated.iso) == ("Translated on", "2020-02-02")
    assert both.prevails == "หากข้อความแตกต่างกัน ให้ถือข้อความภาษาไทยเป็นสำคัญ"


def test_the_history_has_every_version_newest_first() -> None:
    view = made(plan(history(THREE)))["en/privacy/versions/index.html"]
    assert [(entry.version.number, entry.version.state) for entry in view.entries] == [
        (3, "upcoming"),
        (2, "in-force"),
        (1, "superseded"),
    ]
    assert [label for label, _ in view.entries[0].dates] == ["In effect from", "Published on", "Recorded on"]
    assert view.entries[0].version.permalink == "../../../en/privacy/v3/"
    assert view.entries[0].record == "../../../privacy/v3/version.json"


@pytest.mark.parametrize("tongue", ["th", "en", "bilingual"])
def test_a_permalink_holds_nothing_that_grows(tongue: str) -> None:
    """A version's own page changes when its state does, and never because a version came after the next."""
    path = f"{tongue}/privacy/v1/index.html"
    many = records(*(date(2010 + year, 1, 1) for year in range(12)))
    plans = [plan(history(many[:count])) for count in range(1, 13)]
    distinct = {inputs(one)[path] for one in plans}
    assert len(distinct) == 2
    assert len({repr(made(one)[path]) for one in plans}) == 2


def test_files_of_one_version_never_change() -> None:
    plans = [plan(history(THREE[:count], today)) for count in (1, 2, 3) for today in (PAST, TODAY)]
    for path in ("privacy/v1/version.json", "th/privacy/v1/document.json"):
        assert len({(inputs(one)[path], made(one)[path]) for one in plans}) == 1
