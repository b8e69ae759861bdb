"""The pages of changes: where they stand, what they hold, and that no later version touches them."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from policygen.ledger.act import Redaction, Withdrawal
from policygen.ledger.record import Record
from policygen.site.addresses import path_of
from policygen.site.files import Page
from policygen.site.history import PolicyHistory
from tests.site.changed import TODAY, changed_history, changed_records
from tests.site.made import inputs, made, plan, view

FOUR = changed_records()


def _paths(history: PolicyHistory) -> set[str]:
    return {file.path for file in plan(history).files if "changes/" in file.path or "notice" in file.path}


def test_every_version_but_the_first_has_its_redline_and_each_earlier_one_a_way_to_the_one_in_force() -> None:
    tongues = ("th", "en", "bilingual")
    expected = {f"{tongue}/privacy/v{number}/changes/index.html" for tongue in tongues for number in (2, 3, 4)}
    for locale in ("th", "en"):
        expected |= {f"{locale}/privacy/changes/from-v{number}/index.html" for number in (1, 2)}
        expected |= {f"{locale}/privacy/v{number}/notice/index.html" for number in (2, 4)}
        expected |= {f"{locale}/privacy/v{number}/notice.txt" for number in (2, 4)}
    assert _paths(changed_history(FOUR)) == expected
    drafts = {f"{tongue}/privacy/draft/changes/index.html" for tongue in tongues}
    assert _paths(changed_history(FOUR, draft=True)) == expected | drafts


def test_before_any_version_binds_there_is_no_way_to_the_one_in_force() -> None:
    assert not [path for path in _paths(changed_history(FOUR[:2], date(2019, 12, 1))) if "from-" in path]


def test_search_engines_find_the_policy_and_not_its_redlines() -> None:
    files = made(plan(changed_history(FOUR, draft=True)))
    told = {path: files[path].chrome.robots for path in files if path.endswith(("changes/index.html", "/index.html"))}
    assert {told[path] for path in told if "/v" in path and "changes" in path} == {"noindex, follow"}
    assert {told[path] for path in told if "notice" in path} == {"noindex, follow"}
    assert {told[path] for path in told if "from-v" in path or "draft" in path} == {"noindex"}


def test_a_redline_tells_the_events_first_and_then_every_word() -> None:
    page = view(plan(changed_history(FOUR)), "en/privacy/v2/changes/index.html")
    assert (page.title, page.sides) == ("What changed in the Privacy Policy", "Version 1 → Version 2")
    (told,) = page.versions
    assert (told.label, told.act, told.notice) == (
        "Version 2",
        "We will ask for your consent",
        "../../../../en/privacy/v2/notice/",
    )
    assert (told.groups[0].weight, [event.text for event in told.groups[0].events]) == (
        "material",
        ["Purpose added: “To send news”", "The text of “Privacy Policy” changed", "The text of “Contact” changed"],
    )
    figures = [(figure.number, figure.label) for figure in page.figures]
    assert figures[:5] == [("8", "changes"), ("3", "edited"), ("2", "added"), ("1", "removed"), ("1", "moved")]
    assert figures[5] == ("4 of 4", "sections touched")
    assert [(one.href, one.title, one.count) for one in page.contents] == [
        ("#change-1", "Privacy Policy", 2),
        ("#change-3", "Data we keep", 2),
        ("#change-5", "What we use data for", 2),
        ("#change-7", "Disclosure", 1),
        ("#change-8", "Contact", 1),
    ]


def test_events_lead_to_their_place_on_the_page() -> None:
    page = view(plan(changed_history(FOUR)), "th/privacy/v2/changes/index.html")
    hrefs = {event.text: event.href for group in page.versions[0].groups for event in group.events}
    assert hrefs["เพิ่มวัตถุประสงค์ “ส่งข่าวสาร”"] == "#purpose-news"
    assert hrefs["ตัดหัวข้อ “การเปิดเผย” ออก"] == "#share"
    anchors = {row.anchor for section in page.redline.sections for part in section.stretches for row in part.rows}
    assert all(href[1:] in anchors for href in hrefs.values())


def test_an_event_whose_place_is_elsewhere_leads_to_the_version() -> None:
    notice = view(plan(changed_history(FOUR)), "th/privacy/v4/notice/index.html").notice
    (event,) = notice.changes[0].events
    assert event.href == "../../../../th/privacy/v4/#purpose-orders"


def test_the_way_from_an_earlier_version_tells_what_each_since_brought() -> None:
    page = view(plan(changed_history(FOUR)), "en/privacy/changes/from-v1/index.html")
    assert page.sides == "Version 1 → Version 3"
    assert [told.label for told in page.versions] == ["Version 2", "Version 3"]
    assert page.redline.changes == 8


def test_the_way_over_many_versions_tells_numbers_and_leads_to_each() -> None:
    many = [*FOUR]
    for number in range(5, 8):
        many.append(replace(FOUR[3], number=number, effective=date(2020 + number, 1, 1), digest=f"{number}" * 64))
    whole = plan(changed_history(many, date(2030, 1, 1)))
    told = view(whole, "en/privacy/changes/from-v1/index.html").versions
    assert [one.label for one in told] == [f"Version {number}" for number in range(2, 8)]
    assert {one.groups for one in told} == {()}
    assert (told[0].counts, told[0].changes) == (("material: 3", "minor: 3"), "../../../../en/privacy/v2/changes/")
    assert len(view(whole, "en/privacy/changes/from-v4/index.html").versions[0].groups) == 1


def test_the_draft_is_compared_with_the_latest_version_and_its_events_are_new() -> None:
    page = view(plan(changed_history(FOUR, draft=True)), "en/privacy/draft/changes/index.html")
    assert page.sides == "Version 4 → Draft"
    assert [banner.kind for banner in page.chrome.banners] == ["draft"]
    (told,) = page.versions
    events = [event.text for group in told.groups for event in group.events]
    assert events == ["Wording changed in “Contact”; no number, name or obligation changed"]
    assert told.groups[0].events[0].href == "#contact"


def test_two_languages_are_told_side_by_side() -> None:
    page = view(plan(changed_history(FOUR)), "bilingual/privacy/v2/changes/index.html")
    assert [(figure.number, figure.label) for figure in page.figures][1] == ("2", "ข้อที่แก้ไขเพียงภาษาเดียว")
    assert page.redline.languages == ("ไทย", "English")


def test_where_one_version_lacks_a_language_the_page_says_so() -> None:
    thai_only = replace(FOUR[0], documents={"th": FOUR[0].documents["th"]}, facts={**FOUR[0].facts, "locales": ["th"]})
    whole = plan(changed_history((thai_only, *FOUR[1:3])))
    templates = {file.path: file.template for file in whole.files if isinstance(file, Page)}
    assert templates["th/privacy/v2/changes/index.html"] == "changes.html"
    for path in ("en/privacy/v2/changes/index.html", "bilingual/privacy/v2/changes/index.html"):
        assert templates[path] == "nothing.html"
        assert "English" in view(whole, path).text or "อังกฤษ" in view(whole, path).text


def test_nothing_that_is_for_the_legal_team_is_on_any_page() -> None:
    secrets = ("PDPA", "for the record", "reference")
    for path, file in made(plan(changed_history(FOUR))).items():
        if not path.endswith("version.json"):
            said = file.decode() if isinstance(file, bytes) else repr(file)
            assert not [secret for secret in secrets if secret in said], path


# What later versions, states and acts change


def test_a_site_grows_by_the_same_number_of_files_with_each_version() -> None:
    sizes = []
    for count in range(2, 30):
        many = [replace(FOUR[1], number=number, effective=date(1990 + number, 1, 1)) for number in range(1, count)]
        sizes.append(len(plan(changed_history(many, date(2030, 1, 1))).files))
    assert {after - before for before, after in pairwise(sizes[1:])} == {15}


@pytest.mark.parametrize("today", [date(2021, 1, 1), TODAY, date(2030, 1, 1)])
def test_publishing_a_version_rewrites_no_old_redline(today: date) -> None:
    before, after = (plan(changed_history(FOUR[:count], today)) for count in (3, 4))
    old = [path for path in inputs(before) if "/v" in path and ("changes" in path or "notice" in path)]
    assert len(old) > 8
    assert {path: inputs(after)[path] for path in old} == {path: inputs(before)[path] for path in old}
    assert {path: made(after)[path] for path in old} == {path: made(before)[path] for path in old}


def test_no_state_rewrites_a_redline() -> None:
    early, late = (plan(changed_history(FOUR, today)) for today in (date(2021, 1, 1), date(2030, 1, 1)))
    paths = [path for path in inputs(early) if "/v" in path and ("changes" in path or "notice" in path)]
    assert {path: made(early)[path] for path in paths} == {path: made(late)[path] for path in paths}


def _withdrawn(record: Record) -> Record:
    day = date.fromordinal(record.recorded.toordinal() + 1)
    act = Withdrawal(record.number, day, "Published too early", record.digest, "a" * 64)
    return replace(record, acts=(act,))


def test_a_withdrawn_version_is_shown_as_such_everywhere() -> None:
    files = made(plan(changed_history((*FOUR[:3], _withdrawn(FOUR[3])))))
    told = "Withdrawn on 23\N{NO-BREAK SPACE}November 2026: Published too early"
    for path in ("v4/changes/", "v4/notice/"):
        page = files[path_of(f"en/privacy/{path}")]
        assert [banner.kind for banner in page.chrome.banners] == ["withdrawn"]
    assert files["en/privacy/v4/changes/index.html"].versions[0].told == (told,)
    assert files["en/privacy/v4/notice/index.html"].notice.told == (told,)
    assert told in files["en/privacy/v4/notice.txt"].decode()
    assert told in files["en/privacy/v4/index.html"].chrome.banners[0].text
    assert files["en/privacy/versions/index.html"].entries[0].told == (told,)
    assert files["en/privacy/index.html"].chrome.banners == ()


def test_what_comes_after_a_withdrawn_version_is_compared_with_the_one_that_people_know() -> None:
    withdrawn = _withdrawn(FOUR[1])
    whole = plan(changed_history((FOUR[0], withdrawn, FOUR[2])))
    assert view(whole, "en/privacy/v3/changes/index.html").sides == "Version 1 → Version 3"
    assert [told.label for told in view(whole, "en/privacy/changes/from-v1/index.html").versions] == ["Version 3"]


def test_a_redaction_is_told_and_makes_again_what_shows_the_version() -> None:
    act = Redaction(2, date(2026, 1, 5), "A name", "x", ("b" * 64,), ("/x",), "c" * 64, "d" * 64, "e" * 64, "f" * 64)
    redacted = (FOUR[0], replace(FOUR[1], acts=(act,)), *FOUR[2:])
    before, after = plan(changed_history(FOUR)), plan(changed_history(redacted))
    one, other = inputs(before), inputs(after)
    again = {path for path in one if one[path] != other[path]}
    assert {"th/privacy/v2/changes/index.html", "en/privacy/v3/changes/index.html", "th/privacy/v2/index.html"} <= again
    assert "th/privacy/v4/changes/index.html" not in again
    banners = view(after, "en/privacy/v2/index.html").chrome.banners
    assert [banner.kind for banner in banners] == ["redacted", "superseded"]
    assert banners[0].text == "Some words of this version were redacted on 5\N{NO-BREAK SPACE}January 2026: A name"
