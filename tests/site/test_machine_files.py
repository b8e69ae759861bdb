"""Feed, sitemap and JSON: valid by their grammars, with exactly the members of the contract."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from lxml import etree

from policygen.ledger.act import Withdrawal
from policygen.ledger.canonical import file_of, sealed
from policygen.ledger.chain import Kept
from policygen.ledger.position import Position
from tests.site.changed import changed_history, changed_records
from tests.site.made import BASE, content, history, inputs, plan, records

SCHEMAS = Path(__file__).parent.parent / "fixtures" / "schemas"
THREE = records(date(2020, 1, 1), date(2022, 6, 1), date(2027, 1, 1))
FOUR = changed_records()
ATOM = "{http://www.w3.org/2005/Atom}"


def test_feeds_are_valid_atom() -> None:
    grammar = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
    for locale in ("th", "en"):
        feed = etree.fromstring(content(plan(history(THREE)), f"{locale}/privacy/feed.atom"))
        grammar.assertValid(feed)
        ids = [element.text for element in feed.iter(f"{ATOM}id")]
        assert len(set(ids)) == len(ids) == 4
        links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
        assert links == {"self": f"{BASE}{locale}/privacy/feed.atom", "alternate": f"{BASE}{locale}/privacy/"}
        assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == locale


def test_a_feed_tells_when_readers_could_know() -> None:
    feed = etree.fromstring(content(plan(history(THREE)), "en/privacy/feed.atom"))
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == [
        "2026-12-02T00:00:00+07:00",
        "2022-05-02T00:00:00+07:00",
        "2019-12-02T00:00:00+07:00",
    ]
    assert feed.findtext(f"{ATOM}updated") == "2026-12-02T00:00:00+07:00"
    assert entries[0].findtext(f"{ATOM}summary") == "In effect from 1\N{NO-BREAK SPACE}January 2027 · Changed <3>"


def test_a_feed_does_not_depend_on_the_day() -> None:
    early, late = (plan(history(THREE, today)) for today in (date(2021, 1, 1), date(2030, 1, 1)))
    path = "th/privacy/feed.atom"
    assert inputs(early)[path] == inputs(late)[path]
    assert content(early, path) == content(late, path)


def test_the_sitemap_is_valid_and_lists_each_text_once() -> None:
    sitemap = etree.fromstring(content(plan(history(THREE)), "sitemap.xml"))
    etree.XMLSchema(etree.parse(SCHEMAS / "sitemap.xsd")).assertValid(sitemap)
    listed = [(loc.text or "").removeprefix(BASE) for loc in sitemap.iter("{*}loc")]
    assert listed == [
        "",
        "th/",
        "en/",
        "th/privacy/",
        "th/privacy/v3/",
        "en/privacy/",
        "en/privacy/v3/",
        "bilingual/privacy/",
        "bilingual/privacy/v3/",
        "th/privacy/versions/",
        "en/privacy/versions/",
    ]
    hreflangs = [link.get("hreflang") for link in sitemap[3].iter("{http://www.w3.org/1999/xhtml}link")]
    assert hreflangs == ["th", "en"]


def test_versions_json_has_the_members_of_the_contract() -> None:
    data = json.loads(content(plan(history(THREE)), "privacy/versions.json"))
    assert list(data) == ["site", "policy", "built_for", "next_change", "versions"]
    assert (data["built_for"], data["next_change"]) == ("2026-11-24", "2027-01-01")
    assert [version["state"] for version in data["versions"]] == ["superseded", "in-force", "upcoming"]
    assert data["versions"][1] == {
        "number": 2,
        "recorded": "2022-05-02",
        "published": "2022-05-02",
        "effective": "2022-06-01",
        "state": "in-force",
        "digest": THREE[1].digest,
        "summary": {"th": "แก้ <2>", "en": "Changed <2>"},
        "notice": None,
        "events": [],
        "urls": {"th": f"{BASE}th/privacy/v2/", "en": f"{BASE}en/privacy/v2/"},
    }


def test_only_the_list_of_versions_depends_on_the_day() -> None:
    one, other = (inputs(plan(history(THREE, today))) for today in (date(2026, 11, 24), date(2026, 11, 25)))
    assert [path for path in one if one[path] != other[path]] == ["privacy/versions.json"]


def test_current_json_tells_the_version_in_force() -> None:
    data = json.loads(content(plan(history(THREE)), "privacy/current.json"))
    assert data == {
        "number": 2,
        "digest": THREE[1].digest,
        "effective": "2022-06-01",
        "permalinks": {"th": f"{BASE}th/privacy/v2/", "en": f"{BASE}en/privacy/v2/"},
        "consent_since": None,
    }


def test_notices_are_told_as_acts_and_consent_is_asked_since() -> None:
    whole = plan(changed_history(FOUR))
    versions = json.loads(content(whole, "privacy/versions.json"))["versions"]
    assert [version["notice"] and version["notice"]["class"] for version in versions] == [
        None,
        "consent",
        "editorial",
        "advance",
    ]
    assert versions[1]["notice"] == {
        "class": "consent",
        "act": {"th": "เราจะขอความยินยอมจากท่าน", "en": "We will ask for your consent"},
    }
    assert versions[3]["events"] == list(FOUR[3].events)
    assert json.loads(content(whole, "privacy/current.json"))["consent_since"] == 2
    before = plan(changed_history(FOUR, date(2021, 1, 1)))
    assert json.loads(content(before, "privacy/current.json"))["consent_since"] is None


def test_a_feed_tells_acts_and_events() -> None:
    feed = etree.fromstring(content(plan(changed_history(FOUR)), "en/privacy/feed.atom"))
    told = [entry.findtext(f"{ATOM}content") for entry in feed.findall(f"{ATOM}entry")]
    assert told[0] is not None
    assert told[0].startswith("<p>We tell you in advance, before the changes take effect</p><h2>Material</h2><ul><li>")
    assert f'<a href="{BASE}en/privacy/v4/#purpose-orders">' in told[0]
    assert told[0].endswith(f'<p><a href="{BASE}en/privacy/v4/notice/">Notice to you</a></p>')
    assert told[3] is None


def test_acts_are_served_as_they_are_recorded() -> None:
    act = sealed(Withdrawal(4, date(2026, 11, 23), "Too early", FOUR[3].digest))
    records = (*FOUR[:3], replace(FOUR[3], acts=(act,)))
    whole = plan(replace(changed_history(records), acts=(Kept(Position(4, 1), file_of(act), act),)))
    assert content(whole, "privacy/v4/act-1.json") == file_of(act)
    versions = json.loads(content(whole, "privacy/versions.json"))["versions"]
    assert versions[3]["state"] == "withdrawn"
    assert versions[3]["acts"][0]["reason"] == "Too early"
    feed = etree.fromstring(content(whole, "en/privacy/feed.atom"))
    assert feed.findtext(f"{ATOM}updated") == "2026-11-23T00:00:00+07:00"


def test_current_json_of_a_policy_that_does_not_bind_yet_is_empty() -> None:
    data = json.loads(content(plan(history(THREE[:1], date(2019, 12, 10))), "privacy/current.json"))
    assert data == {"number": None, "digest": None, "effective": None, "permalinks": {}, "consent_since": None}


def test_version_json_is_the_record_byte_for_byte() -> None:
    assert content(plan(history(THREE)), "privacy/v2/version.json") == file_of(THREE[1])


def test_document_json_has_the_document() -> None:
    data = json.loads(content(plan(history(THREE)), "en/privacy/v2/document.json"))
    assert (data["locale"], data["number"], data["digest"]) == ("en", 2, THREE[1].digest)
    assert data["title"] == "Privacy Policy"
    assert data["sections"][0]["blocks"][0]["parts"] == ["v2 <&>"]
    assert data["translated"] == "2020-02-02"
