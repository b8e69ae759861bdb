"""A small policy that has one of everything, made in code, and ways to change one thing in it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from policygen.diagnostics import Place
from policygen.model.document import Line, Paragraph, Run
from policygen.model.edition import Edition
from policygen.model.facts import (
    ContactChannel,
    Controller,
    Criterion,
    DataItem,
    Definition,
    Facts,
    LocalText,
    Party,
    Period,
    Purpose,
    Recipient,
    Right,
    Tool,
)
from policygen.model.policy import Placement, Policy, PolicySection, ProseBlock
from policygen.model.site import Site
from policygen.resolve import resolve

PLACE = Place("policy.yaml", 1, 1, 2, "x")
Change = Callable[[Policy], Policy]


def both(thai: str, english: str) -> LocalText:
    return LocalText((("th", (Run(thai),)), ("en", (Run(english),))))


def line(text: str) -> Paragraph:
    return Paragraph((Line((Run(text),)),))


def section(id: str, thai: str, english: str, *blocks: ProseBlock) -> PolicySection:
    prose = {"th": blocks or (line(thai),), "en": blocks or (line(english),)}
    return PolicySection(id, both(f"หัวข้อ{id}", f"Section {id}"), prose, PLACE)


FACTS = Facts(
    controller=Controller(
        both("บริษัท ตัวอย่าง จำกัด", "Example Company Limited"),
        address=both("กรุงเทพมหานคร", "Bangkok"),
        dpo=Party(name=both("นางสาวสมมติ", "Ms. Sommut"), email="dpo@a.example"),
    ),
    authoritative="th",
    regimes=("pdpa",),
    definitions=(
        Definition("we", both("เรา", "we"), both("บริษัท ตัวอย่าง จำกัด", "Example Company Limited")),
        Definition("you", both("ท่าน", "you"), both("บุคคลที่ใช้บริการ", "a person who uses the service")),
    ),
    data=(
        DataItem(
            "identity",
            both("ข้อมูลระบุตัวตน", "Identity"),
            group=True,
            items=(
                DataItem("name", both("ชื่อ", "Name"), sensitive="no", required="no"),
                DataItem("photo", both("ภาพถ่าย", "Photograph"), sensitive="no", required="contract"),
            ),
        ),
        DataItem("email", both("อีเมล", "Email"), sensitive="no"),
    ),
    purposes=(
        Purpose(
            "orders",
            both("ส่งสินค้าตามคำสั่งซื้อ", "To deliver orders"),
            basis=("contract",),
            data=("name", "email"),
            retention=Period("P5Y"),
            direct_marketing=False,
        ),
        Purpose(
            "news",
            both("ส่งข่าวสาร", "To send news"),
            basis=("consent",),
            data=("email",),
            retention=Criterion(both("จนกว่าจะถอนความยินยอม", "until consent is withdrawn")),
            direct_marketing=True,
        ),
    ),
    tools=(
        Tool(
            "stats",
            both("สถิติ", "Stats"),
            provider=both("บริษัท สถิติ", "Stats Inc."),
            countries=("US",),
            transfer=("safeguards",),
            opt_out="https://stats.example/out",
            privacy_url="https://stats.example/privacy",
        ),
    ),
    recipients=(Recipient("couriers", both("ผู้ขนส่ง", "Couriers"), countries=("TH",)),),
    rights=(
        Right("see", "access", both("ขอดูข้อมูลได้", "You can see your data"), time_limit="P30D"),
        Right("erase", "erasure", both("ขอลบข้อมูลได้", "You can have your data erased")),
    ),
    contacts=(ContactChannel("phone", "phone", both("โทรศัพท์", "Telephone"), both("02-000-0000", "02-000-0000")),),
)
SITE = Site("a", both("ก", "A"), FACTS.controller, ("th", "en"), "th")
POLICY = Policy(
    SITE,
    "privacy",
    both("นโยบายความเป็นส่วนตัว", "Privacy Policy"),
    (
        section("terms", "", "", Placement("definitions", PLACE)),
        section("data", "", "", Placement("data", PLACE)),
        section("why", "", "", Placement("purposes", PLACE)),
        section("who", "", "", Placement("tools", PLACE), Placement("recipients", PLACE)),
        section("rights", "", "", Placement("rights", PLACE)),
        section("safety", "เราเข้ารหัสข้อมูลทุกครั้งที่ส่ง", "We encrypt data whenever they are sent."),
        section("contact", "", "", Placement("contacts", PLACE)),
    ),
    FACTS,
)


def edition(policy: Policy) -> Edition:
    """The policy, resolved; parity findings are let pass."""
    resolved = resolve(policy)
    assert resolved.edition is not None, resolved.diagnostics
    return resolved.edition


def facts(**members: Any) -> Change:
    """A change of whole members of the facts."""
    return lambda policy: replace(policy, facts=replace(policy.facts, **members))


def entry(register: str, id: str, /, **members: Any) -> Change:
    """A change of some members of one entry, looked for in data groups too."""

    def changed(found: Any) -> Any:
        if isinstance(found, DataItem) and found.items:
            found = replace(found, items=tuple(map(changed, found.items)))
        return replace(found, **members) if found.id == id else found

    return lambda policy: facts(**{register: tuple(map(changed, getattr(policy.facts, register)))})(policy)


def added(register: str, *entries: Any) -> Change:
    """More entries at the end of a register."""
    return lambda policy: facts(**{register: (*getattr(policy.facts, register), *entries)})(policy)


def removed(register: str, id: str) -> Change:
    """A register without one entry."""
    return lambda policy: facts(
        **{register: tuple(found for found in getattr(policy.facts, register) if found.id != id)}
    )(policy)


def prose(id: str, **texts: str) -> Change:
    """Other prose in one section."""

    def changed(found: PolicySection) -> PolicySection:
        blocks = {**found.prose, **{locale: (line(text),) for locale, text in texts.items()}}
        return replace(found, prose=blocks) if found.id == id else found

    return lambda policy: replace(policy, sections=tuple(map(changed, policy.sections)))


def sections(change: Callable[[tuple[PolicySection, ...]], tuple[PolicySection, ...]]) -> Change:
    """Other sections."""
    return lambda policy: replace(policy, sections=change(policy.sections))
