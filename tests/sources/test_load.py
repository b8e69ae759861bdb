"""A site and a policy in which every key of the format stands once become the model's values."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from policygen.model.document import Run
from policygen.model.facts import (
    NOT_STATED,
    Controller,
    Cookie,
    Criterion,
    LocalText,
    NotRequired,
    Party,
    Period,
)
from policygen.model.policy import Approval, Next, Placement, Policy
from policygen.model.site import Site
from policygen.sources import load_policy, load_site
from tests.sources.outline import outline

CONTENT = Path(__file__).resolve().parent.parent / "fixtures" / "sources"


def both(th: str, en: str) -> LocalText:
    """A text without any look in both languages."""
    return LocalText((("th", (Run(th),)), ("en", (Run(en),))))


@pytest.fixture(scope="module")
def policy() -> Policy:
    loaded = load_policy(CONTENT, "shop", "privacy")
    assert loaded.diagnostics == ()
    assert loaded.value is not None
    return loaded.value


def test_site() -> None:
    loaded = load_site(CONTENT, "shop")
    assert loaded.diagnostics == ()
    assert loaded.value == Site(
        id="shop",
        name=both("ร้านค้า", "Shop"),
        controller=Controller(
            name=both("บริษัท ร้านค้า จำกัด", "Shop Company Limited"),
            short_names=(("th", ("บริษัทฯ", "บริษัท ฯ")), ("en", ("the Company",))),
            address=both("91 ซอย *ริมคลอง* กรุงเทพมหานคร 10700", "91 Soi Rim Khlong, Bangkok 10700"),
            registration="0105551234567",
            website="https://www.shop.example/",
            email="privacy@shop.example",
            phone="02 - 8813800",
            representative=Party(name=both("Shop GmbH", "Shop GmbH"), email="eu@shop.example"),
            dpo=NotRequired(both("ไม่เข้าเกณฑ์มาตรา 41", "Section 41 does not apply")),
        ),
        locales=("th", "en"),
        authoritative="th",
        base_url="https://www.shop.example/privacy/",
        theme="studio",
        timezone="Asia/Bangkok",
        regimes=("pdpa", "gdpr"),
        notice_days=45,
        approvals=2,
        last_visit=True,
        unofficial=False,
    )


def test_policy_itself(policy: Policy) -> None:
    assert policy.name == "shop/privacy"
    assert policy.title == both("นโยบายความเป็นส่วนตัว", "Privacy Policy")
    assert policy.stated is not None
    assert policy.stated.date == date(2019, 9, 30)
    assert policy.stated.words == both("จัดทำเมื่อวันที่ 30 กันยายน 2562", "Made on 30 September 2019")
    assert policy.translated == {"en": date(2026, 11, 24)}
    assert policy.next == Next(
        effective=date(2027, 1, 1),
        published=date(2026, 12, 1),
        summary=both("ฉบับแรก", "First version"),
        notice="advance",
        notice_reason="เพิ่มวัตถุประสงค์",
        approved=(Approval("สมหญิง", "DPO", date(2026, 11, 30), "abc"),),
    )
    (waiver,) = policy.waivers
    assert (waiver.rule, waiver.reason, waiver.until, waiver.path, waiver.place.line) == (
        "parity.text", "รอคำแปล", date(2027, 6, 30), "purposes.yaml", 25,
    )  # fmt: skip
    assert policy.facts.names == ("ร้านค้า", "Shop", "นโยบาย")
    assert policy.facts.was == (("data:personal", ("personal-data",)), ("section:contact", ("contact-us",)))
    assert policy.facts.places == ()


def test_sections(policy: Policy) -> None:
    shown = {
        section.id: {locale: outline(prose) for locale, prose in section.prose.items()} for section in policy.sections
    }
    assert shown == {
        "intro": {
            "th": "เราเก็บ\n::: data personal None\n+ เพื่อ[จัดส่ง](purpose:delivery)",
            "en": "We collect\n::: data personal None\n+ for [delivery](purpose:delivery)",
        },
        "definitions": dict.fromkeys(("th", "en"), "::: definitions * None"),
        "analytics": dict.fromkeys(("th", "en"), "::: tools google-analytics paragraphs"),
        "contact": {"th": "ติดต่อ\n::: contacts * None", "en": "Contact\n::: contacts * None"},
    }
    titles = [section.title for section in policy.sections]
    assert titles == [
        None,
        both("นิยาม", "Definitions"),
        both("การใช้งาน Google Analytics", "Use of Google Analytics"),
        both("ช่องทาง", "Contact"),
    ]
    (placement,) = policy.sections[2].prose["th"]
    assert isinstance(placement, Placement)
    assert (placement.place.line, placement.place.column) == (12, 11)


def test_definitions(policy: Policy) -> None:
    company, customer = policy.facts.definitions
    assert (company.term, company.meaning) == (
        both("บริษัทฯ", "the Company"),
        both("บริษัท ร้านค้า จำกัด", "Shop Company Limited"),
    )
    assert company.variants == (("th", ("บริษัท ฯ",)),)
    # Without a meaning of its own, it is the wording's text.
    assert customer.meaning == both('"ลูกค้า หมายถึง ผู้ซื้อสินค้า รวมถึงบริษัทฯ', "Customer means a buyer including the Company")
    assert outline(policy.wordings["term-customer"]["th"]) == ('"ลูกค้า หมายถึง ผู้ซื้อสินค้า\n- รวมถึง[บริษัทฯ](term:company)')


def test_data(policy: Policy) -> None:
    personal, usage = policy.facts.data
    assert (personal.group, usage.group, usage.items) == (True, True, ())
    name, health = personal.items
    assert (name.group, name.sensitive, name.source, name.required) == (
        False, "no", ("data-subject", "third-party"), "contract",
    )  # fmt: skip
    assert name.refusal == both("ไม่อาจจัดส่งได้", "We cannot deliver")
    assert (health.sensitive, health.source, health.required) == ("health", NOT_STATED, NOT_STATED)
    assert policy.section_of == {"data-usage": "intro"}


def test_purposes(policy: Policy) -> None:
    delivery, tax, marketing, research = policy.facts.purposes
    assert delivery.text.runs("th") == (Run("จัดส่งสินค้าของ"), Run("บริษัทฯ", ref="term:company"))
    assert delivery.name == both("จัดส่ง", "Delivery")
    assert delivery.basis == ("contract", "legal-obligation")
    assert delivery.sensitive_basis == ("explicit-consent",)
    assert delivery.data == ("full-name", "usage")
    assert delivery.retention == Period("P5Y", both("นับแต่วันซื้อ", "from the purchase"))
    assert delivery.direct_marketing is False
    assert tax.retention == Period("P5Y")
    assert marketing.retention == Criterion(both("จนกว่าจะถอนความยินยอม", "until consent is withdrawn"))
    assert (research.basis, research.retention, research.direct_marketing) == (NOT_STATED, NOT_STATED, NOT_STATED)


def test_tools_recipients_rights_contacts(policy: Policy) -> None:
    (tool,) = policy.facts.tools
    assert (tool.name, tool.countries, tool.data, tool.purposes) == (
        both("Google Analytics", "Google Analytics"), ("US", "abroad"), ("usage",), ("research",),
    )  # fmt: skip
    assert (tool.transfer, tool.cookie_url, tool.processing_url) == (("safeguards",), NOT_STATED, NOT_STATED)
    assert tool.cookies == (Cookie("_ga", "P2Y", both("จำผู้ใช้", "Telling users apart")), Cookie("_gid", "session"))
    (couriers,) = policy.facts.recipients
    assert (couriers.kind, couriers.countries, couriers.text) == ("category", ("TH",), NOT_STATED)
    (access,) = policy.facts.rights
    assert (access.right, access.time_limit) == ("access", "P30D")
    phone, email = policy.facts.contacts
    assert (phone.kind, phone.value, phone.opens) == ("phone", both("02 - 8813800", "02 - 8813800"), "tel:+6628813800")
    assert email.value.runs("en") == (Run("privacy@shop.example", href="mailto:privacy@shop.example"),)


def test_references_and_places(policy: Policy) -> None:
    found = [(ref.ref, ref.locale, Path(ref.place.path).name, ref.place.line) for ref in policy.references]
    assert found == [
        ("term:company", "th", "definitions.yaml", 11),
        ("term:company", "en", "definitions.yaml", 15),
        ("term:company", "th", "purposes.yaml", 2),
        ("term:company", "en", "purposes.yaml", 2),
        ("fact:controller.phone", "th", "rights.yaml", 4),
        ("fact:controller.phone", "en", "rights.yaml", 4),
        ("purpose:delivery", "th", "intro.th.md", 6),
        ("purpose:delivery", "en", "intro.en.md", 6),
    ]
    assert (
        policy.references[2].place.source[policy.references[2].place.column - 1 :].startswith("[บริษัทฯ](term:company)")
    )
    places = policy.entry_places
    assert (places["data-full-name"].line, places["data-full-name"].column) == (5, 11)
    assert places["contact"].path.endswith("shop/privacy/policy.yaml")


LIGHT = """
import sys
from pathlib import Path
import policygen.sources
heavy = {"yaml", "pydantic", "markdown_it", "hypothesis"} & sys.modules.keys()
assert not heavy, heavy
policygen.sources.list_sites(Path(sys.argv[1]))
assert not {"yaml", "pydantic"} & sys.modules.keys()
assert policygen.sources.load_site(Path(sys.argv[1]), "shop").value
more = {"markdown_it", "policygen.sources.schema.registers", "policygen.sources.schema.policy"} & sys.modules.keys()
assert not more, more
"""


def test_reading_a_site_loads_no_more_than_it_needs() -> None:
    run = subprocess.run(
        [sys.executable, "-c", LIGHT, str(CONTENT)], capture_output=True, text=True, cwd=CONTENT.parents[2], check=False
    )
    assert run.stderr == ""
    assert run.returncode == 0
