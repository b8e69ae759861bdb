"""Notices: what people are told of a version, as a page and as plain text for a mail."""

from policygen.site.files import Page
from tests.site.changed import changed_history, changed_records
from tests.site.made import BASE, content, plan, site, view

FOUR = changed_records()


def test_a_notice_says_what_when_and_what_people_can_do() -> None:
    notice = view(plan(changed_history(FOUR)), "en/privacy/v2/notice/index.html").notice
    assert notice.title == "Notice of changes to the Privacy Policy"
    assert notice.when == (
        "Version 2 is effective from 1\N{NO-BREAK SPACE}June 2022.",
        "It was published on 22\N{NO-BREAK SPACE}April 2022.",
    )
    assert "".join(run.text for run in notice.summary) == "Summary of version 2"
    assert notice.act[0] == "We will ask for your consent"
    assert {group.title: [(way.name, way.detail, way.href) for way in group.ways] for group in notice.ways} == {
        "Decide for yourself": [
            ("Refuse, or withdraw your consent later", "", ""),
            ("Stop using our services if you do not agree with the changes", "", ""),
        ],
        "Opt out": [("Meter", "", "https://meter.example/stop")],
        "Use your rights": [
            (
                "Right to withdraw consent",
                "By e-mail (within 30 days)",
                "../../../../en/privacy/v2/#contact",
            )
        ],
        "Reach us": [("Telephone", "02", "tel:+662")],
    }
    assert notice.sender == ("Example Company Limited", "privacy@example.com")


def test_a_notice_in_advance_asks_for_no_consent() -> None:
    notice = view(plan(changed_history(FOUR)), "th/privacy/v4/notice/index.html").notice
    assert notice.act == (
        "เราแจ้งให้ท่านทราบล่วงหน้าก่อนการเปลี่ยนแปลงมีผล",
        "ก่อนถึงวันนั้น ฉบับก่อนหน้ายังมีผลใช้บังคับ",
    )
    assert not [way for group in notice.ways for way in group.ways if "ยินยอม" in way.name and not way.detail]


def test_a_mail_says_the_same_with_full_addresses() -> None:
    text = content(plan(changed_history(FOUR)), "en/privacy/v2/notice.txt").decode()
    assert text.startswith("Notice of changes to the Privacy Policy\n\nThis is the notice of version 2")
    for line in (
        "- Purpose added: “To send news”",
        "We will ask for your consent",
        "- Meter: https://meter.example/stop",
        f"- Right to withdraw consent: By e-mail (within 30 days): {BASE}en/privacy/v2/#contact",
        "- Telephone: 02",
        f"Every change, word for word: {BASE}en/privacy/v2/changes/",
        f"The full text of version 2: {BASE}en/privacy/v2/",
        "-- ",
    ):
        assert line in text.split("\n"), line
    assert text.endswith("\nprivacy@example.com\n")
    assert "<" not in text


def test_a_mail_from_a_site_without_an_address_has_no_broken_links() -> None:
    text = content(plan(changed_history(FOUR), site(None)), "en/privacy/v2/notice.txt").decode()
    assert "privacy/v2" not in text
    assert "https://meter.example/stop" in text


def test_pages_of_notices_lead_to_the_text_and_the_redline() -> None:
    whole = plan(changed_history(FOUR))
    page = view(whole, "th/privacy/v4/notice/index.html")
    assert [link.href for link in page.notice.links] == [
        "../../../../th/privacy/v4/",
        "../../../../th/privacy/v4/changes/",
    ]
    assert page.text == "../../../../th/privacy/v4/notice.txt"
    templates = {file.path: file.template for file in whole.files if isinstance(file, Page)}
    assert templates["th/privacy/v4/notice/index.html"] == "notice.html"
